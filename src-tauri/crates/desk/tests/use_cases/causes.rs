//! Why a first response missed its target or limit.

use inquiry::LevelReason;
use policy::{Cause, ImpactLevel};
use report::{Dimension, Part, Period, Selection, Slice};

use crate::bench::{Bench, call, refused};

fn november() -> Selection {
    Selection::of(Period {
        from: "2026-11-01".parse().unwrap(),
        to: "2026-11-30".parse().unwrap(),
    })
}

#[test]
fn only_what_is_late_or_in_breach_has_a_cause() {
    let bench = Bench::new();
    let undecided = bench.receives("判定前");
    let id = bench.receives_at_level("障害", ImpactLevel::Outage);
    let name = |id| bench.desk.set_cause(&call("佐藤"), id, Cause::Volume, None);
    refused(name(undecided), "not-missed");
    refused(name(id), "not-missed");
    bench.set("2026-11-16 13:01");
    assert!(bench.desk.inquiry(id, None).unwrap().missed);
    name(id).unwrap();
    refused(name(id), "nothing-to-change");
    let prompt = bench.receives_at_level("質問", ImpactLevel::Question);
    bench.answers(prompt);
    refused(name(prompt), "not-missed");
}

#[test]
fn a_cause_is_kept_once_with_its_note_and_can_be_taken_back() {
    let bench = Bench::new();
    let id = bench.receives_at_level("障害", ImpactLevel::Outage);
    bench.set("2026-11-17 11:00");
    bench.answers(id);
    let operation = call("佐藤");
    for _ in 0..2 {
        bench
            .desk
            .set_cause(&operation, id, Cause::WaitingOnVendor, Some("回答待ち"))
            .unwrap();
    }
    let view = bench.desk.inquiry(id, None).unwrap();
    let named = view
        .history
        .iter()
        .filter(|it| it.event.operation == operation.operation);
    assert_eq!(named.count(), 1);
    let cause = view.inquiry().cause.as_ref().unwrap();
    assert_eq!(view.text(cause.note.as_ref().unwrap()), Some("回答待ち"));
    let listed = || {
        let rows = bench
            .desk
            .report_rows(november(), Part::Missed, None, 0..10)
            .unwrap()
            .rows;
        let [row] = &rows[..] else { panic!("not one") };
        (row.entry.outline.cause, row.cause_note.clone())
    };
    let note = Some("回答待ち".to_owned());
    assert_eq!(listed(), (Some(Cause::WaitingOnVendor), note));
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(bench.state(id).cause, None);
    assert_eq!(listed(), (None, None));
}

#[test]
fn a_report_counts_what_was_missed_by_its_cause() {
    let bench = Bench::new();
    let ids: Vec<_> = (0..3)
        .map(|_| bench.receives_at_level("障害", ImpactLevel::Outage))
        .collect();
    let kept = bench.receives_at_level("質問", ImpactLevel::Question);
    bench.answers(kept);
    bench.set("2026-11-16 13:01");
    for id in &ids[..2] {
        bench
            .desk
            .set_cause(&call("佐藤"), *id, Cause::Absence, None)
            .unwrap();
    }
    let by_cause = || {
        bench
            .desk
            .report(november(), |report| {
                let groups = &report.groups[&Dimension::Cause];
                let of = |key: Option<&str>| {
                    let slice = Slice::Group(Dimension::Cause, key.map(str::to_owned));
                    report.behind(Part::Received, Some(&slice)).count()
                };
                (groups.len(), of(Some("absence")), of(None))
            })
            .unwrap()
    };
    assert_eq!(by_cause(), (2, 2, 1), "what was kept is in neither row");
    bench.level(ids[0], ImpactLevel::Question, LevelReason::WrongBefore);
    assert_eq!(
        by_cause(),
        (2, 1, 1),
        "what is no longer missed counts no more"
    );
}
