//! Signing a period off, and what is told of it afterwards.

use business_time::{CalendarVersion, ClosingDay};
use desk::SignOffView;
use inquiry::{Direction, InquiryId, LevelReason};
use policy::{Cause, ImpactLevel};
use report::{Basis, Cell, Period, Selection, Turned, Word};

use crate::bench::{Bench, actor, call, refused};

fn november() -> Selection {
    Selection::of(Period {
        from: "2026-11-01".parse().unwrap(),
        to: "2026-11-30".parse().unwrap(),
    })
}

struct Signed {
    bench: Bench,
    kept: InquiryId,
    open: InquiryId,
}

impl Signed {
    /// One answered in time and one open past its limit, signed off on the next day.
    fn november() -> Self {
        let bench = Bench::new();
        let kept = bench.receives_at_level("質問", ImpactLevel::Question);
        bench.answers(kept);
        let open = bench.receives_at_level("障害", ImpactLevel::Outage);
        bench.set("2026-11-17 10:00");
        let note = Some("月次の確認");
        bench
            .desk
            .sign_off(&call("田中"), &november(), note)
            .unwrap();
        bench.set("2026-11-18 10:00");
        Self { bench, kept, open }
    }

    fn view(&self) -> SignOffView {
        let mut all = self.bench.desk.sign_offs().unwrap();
        assert_eq!(all.len(), 1);
        all.remove(0)
    }

    /// Gives what is other, as number and fields.
    fn changes(&self) -> Vec<(String, Vec<&'static str>)> {
        let view = self.view();
        let told = view.changes.iter().map(|it| {
            let fields = match &it.change.turned {
                Turned::CameIn => vec!["came in"],
                Turned::FellOut => vec!["fell out"],
                Turned::Differs(fields) => fields.iter().map(|it| it.field).collect(),
            };
            (it.change.number.to_string(), fields)
        });
        told.collect()
    }
}

#[test]
fn nothing_changed_and_nothing_is_listed() {
    let signed = Signed::november();
    let bench = &signed.bench;
    bench
        .desk
        .add_note(&call("佐藤"), signed.kept, "メモ")
        .unwrap();
    let view = signed.view();
    assert_eq!(
        (view.by.as_str(), view.note.as_deref()),
        ("田中", Some("月次の確認"))
    );
    assert_eq!(view.sign_off.headline, view.headline);
    assert_eq!((view.headline.received, view.headline.in_time), (2, 1));
    assert_eq!(view.headline.open_past_limit, 1);
    assert_eq!(view.differences(), 0, "{:?}", view.changes);
    assert_eq!(view.sign_off.heads.len(), 1);
}

#[test]
fn a_level_changed_afterwards_is_listed_with_who_did_it() {
    let signed = Signed::november();
    signed
        .bench
        .level(signed.open, ImpactLevel::Question, LevelReason::WrongBefore);
    let view = signed.view();
    let [change] = view.changes.as_slice() else {
        panic!("{:?}", view.changes);
    };
    let Turned::Differs(fields) = &change.change.turned else {
        panic!("{change:?}");
    };
    let level = fields.iter().find(|it| it.field == "level").unwrap();
    assert_eq!(level.from, Cell::Word(Word::Level(ImpactLevel::Outage)));
    assert_eq!(level.to, Cell::Word(Word::Level(ImpactLevel::Question)));
    assert!(fields.iter().any(|it| it.field == "standing"));
    let [event] = change.by.as_slice() else {
        panic!("{:?}", change.by);
    };
    assert_eq!((event.what, event.by.as_str()), ("level_set", "佐藤"));
    assert_eq!(
        view.sign_off.headline.open_past_limit, 1,
        "what was signed stays"
    );
    assert_eq!(view.headline.open_past_limit, 0);
    signed.bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(signed.changes(), [], "what is as it was counts as it did");
}

#[test]
fn whatever_bears_on_the_figures_is_listed_and_other_things_are_not() {
    let signed = Signed::november();
    let bench = &signed.bench;
    bench.message(signed.kept, Direction::In);
    let tell = |id| bench.desk.set_cause(&call("佐藤"), id, Cause::Volume, None);
    tell(signed.open).unwrap();
    bench
        .desk
        .assign(&call("佐藤"), &[signed.kept], Some(&actor("鈴木")))
        .unwrap();
    assert_eq!(
        signed.changes(),
        [
            ("A-1001".to_owned(), vec!["brought_back"]),
            ("A-1002".to_owned(), vec!["cause"]),
        ]
    );
    bench.receives("その後の受付");
    let latest = signed.changes();
    assert_eq!(
        latest.last().unwrap(),
        &("A-1003".to_owned(), vec!["came in"])
    );
}

#[test]
fn another_calendar_is_told_and_so_is_what_it_moves() {
    let signed = Signed::november();
    let bench = &signed.bench;
    let question = bench.receives_at_level("質問", ImpactLevel::Question);
    bench.desk.undo(&call("田中")).unwrap();
    assert_eq!(bench.desk.sign_offs().unwrap(), []);
    bench
        .desk
        .sign_off(&call("田中"), &november(), None)
        .unwrap();
    let version = CalendarVersion {
        closing_days: vec![ClosingDay {
            on: "2026-11-19".parse().unwrap(),
            name: None,
        }],
        ..CalendarVersion::standard()
    };
    bench
        .desk
        .publish_calendar(&call("佐藤"), &[version])
        .unwrap();
    let view = signed.view();
    assert!(
        view.published
            .iter()
            .any(|it| it.what == "calendar_published")
    );
    let moved = view
        .changes
        .iter()
        .find(|it| it.change.id == question)
        .unwrap();
    let Turned::Differs(fields) = &moved.change.turned else {
        panic!("{moved:?}");
    };
    assert_eq!(fields[0].field, "target");
    assert!(moved.by.is_empty(), "no event of the inquiry did it");
}

#[test]
fn a_sign_off_is_taken_back_by_who_signed() {
    let signed = Signed::november();
    let operation = signed.view().operation;
    let desk = &signed.bench.desk;
    refused(desk.undo_operation(&call("佐藤"), operation), "not-own");
    desk.undo_operation(&call("田中"), operation).unwrap();
    assert_eq!(desk.sign_offs().unwrap(), []);
}

#[test]
fn what_was_signed_off_is_not_taken_back_under_it() {
    let signed = Signed::november();
    let desk = &signed.bench.desk;
    let recorded = desk.sign_offs().unwrap();
    refused(desk.undo(&call("佐藤")), "signed-off");
    assert_eq!(desk.sign_offs().unwrap(), recorded, "nothing happened");
    desk.add_note(&call("佐藤"), signed.kept, "メモ").unwrap();
    desk.undo(&call("佐藤")).unwrap();
    desk.undo(&call("田中")).unwrap();
    desk.undo(&call("佐藤")).unwrap();
    let of_the_month = desk.sign_off(&call("田中"), &november(), None);
    of_the_month.unwrap();
    assert!(signed.view().headline.answered + signed.view().headline.open_past_limit < 2);
}

#[test]
fn what_cannot_be_signed_off_is_refused_and_once_is_once() {
    let signed = Signed::november();
    let desk = &signed.bench.desk;
    let sign = |selection: &Selection| desk.sign_off(&call("田中"), selection, None);
    let of_customers = Selection {
        customers: vec!["例示商事".to_owned()],
        ..november()
    };
    refused(sign(&of_customers), "sign-off-of-customers");
    let mut reversed = november();
    reversed.period.to = "2026-10-01".parse().unwrap();
    refused(sign(&reversed), "period-reversed");
    let operation = call("田中");
    let by_due = Selection {
        by: Basis::Due,
        levels: vec![None, Some(ImpactLevel::Outage)],
        agents: vec![Some("佐藤".to_owned())],
        ..november()
    };
    for _ in 0..2 {
        desk.sign_off(&operation, &by_due, None).unwrap();
    }
    let all = desk.sign_offs().unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(all[1].selection, by_due);
}

#[test]
fn a_report_on_the_same_selection_says_who_signed_it_off() {
    let signed = Signed::november();
    let desk = &signed.bench.desk;
    let told = |selection: Selection| desk.report(selection, |it| it.signed.clone()).unwrap();
    signed
        .bench
        .level(signed.open, ImpactLevel::Question, LevelReason::WrongBefore);
    let of_november = told(november());
    assert_eq!(
        (of_november[0].by.as_str(), of_november[0].changes),
        ("田中", 1)
    );
    assert_eq!(
        (of_november[0].kept.part, of_november[0].kept.whole),
        (1, 2)
    );
    let other = Selection {
        by: Basis::Due,
        ..november()
    };
    assert_eq!(told(other), []);
}
