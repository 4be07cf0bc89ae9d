//! Changes of the rules: what they would do, what they did, and the past judged by them.

use std::collections::BTreeMap;

use business_time::{CalendarEdit, Instant, Interval};
use chrono::NaiveDate;
use desk::{ChangePreview, NewObligation, QueueRequest, RuleChange, WhichObligations};
use inquiry::{Affected, IncidentKind, InquiryId, LevelReason, Matter, ObligationText};
use policy::{Band, ImpactLevel, Pack, ProductId, Turn};

use crate::bench::{Bench, at, call, refused};

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn close(date: &str) -> RuleChange {
    RuleChange::Calendar(vec![CalendarEdit::Close {
        on: on(date),
        name: None,
    }])
}

fn hours(bench: &Bench, since: &str, interval: &str) -> RuleChange {
    let interval: Interval = interval.parse().unwrap();
    let mut weekly = bench.desk.rules().weekly_on(on(since)).clone();
    weekly.set_open_days(&[interval]);
    RuleChange::Calendar(vec![CalendarEdit::Hours {
        effective_on: on(since),
        weekly,
    }])
}

/// Gives target, limit and band of everything open.
fn clocks(bench: &Bench) -> BTreeMap<InquiryId, (Instant, Instant, Band)> {
    let request = QueueRequest {
        limit: usize::MAX,
        ..QueueRequest::default()
    };
    let rows = bench.desk.queue(&request).unwrap().rows;
    let clock = |row: &desk::QueueRow| {
        let it = &row.evaluation;
        (it.target, it.limit, it.band)
    };
    rows.iter()
        .map(|row| (row.inquiry().id, clock(row)))
        .collect()
}

/// Records inquiries of all levels and of none through a week; some are answered.
fn busy(bench: &Bench) {
    let levels = [
        Some(ImpactLevel::Outage),
        Some(ImpactLevel::Serious),
        Some(ImpactLevel::Minor),
        Some(ImpactLevel::Question),
        None,
    ];
    for (count, hour) in (0..40).zip((8..20).cycle()) {
        bench.set(&format!("2026-11-{} {hour:02}:20", 16 + count / 8));
        let subject = format!("問合せ {count}");
        let id = match levels[count % levels.len()] {
            Some(level) => bench.receives_at_level(&subject, level),
            None => bench.receives(&subject),
        };
        if count % 7 == 3 {
            if levels[count % levels.len()].is_none() {
                bench.level(id, ImpactLevel::Minor, LevelReason::First);
            }
            bench.answers(id);
        }
    }
    bench.set("2026-11-24 11:06");
}

/// Applies a change, and wants exactly what its preview told: every open deadline is reckoned anew and compared.
#[track_caller]
fn check_exact(bench: &Bench, change: &RuleChange) -> ChangePreview {
    let before = clocks(bench);
    let preview = bench.desk.preview_change(change).unwrap();
    assert_eq!(clocks(bench), before, "a preview writes nothing");
    let done = bench.desk.apply_change(&call("佐藤"), change).unwrap();
    let mut told = before.clone();
    for moved in &preview.moved {
        let it = &moved.shift.after;
        told.insert(moved.row.inquiry.id, (it.target, it.limit, it.band));
    }
    let found = clocks(bench);
    assert_eq!(found, told);
    let others = found.iter().filter(|(id, clock)| {
        let before = &before[*id];
        (before.0, before.1) != (clock.0, clock.1)
    });
    assert_eq!(others.count(), preview.moved.len());
    assert_eq!(preview.open, before.len());
    bench
        .desk
        .undo_operation(&call("佐藤"), done.operation)
        .unwrap();
    assert_eq!(clocks(bench), before, "undone whole");
    preview
}

#[test]
fn a_preview_tells_exactly_what_is_reckoned_afterwards() {
    let bench = Bench::new();
    busy(&bench);
    let closing = check_exact(&bench, &close("2026-11-19"));
    assert!(!closing.moved.is_empty());
    assert!(closing.moved.len() < closing.open, "not all move");
    let shorter = check_exact(&bench, &hours(&bench, "2026-11-16", "11:00-15:00"));
    assert!(shorter.moved.len() > closing.moved.len());
    let longer = check_exact(&bench, &hours(&bench, "2026-11-16", "08:00-20:00"));
    assert!(longer.turning(Turn::BecomesLate) + longer.turning(Turn::BecomesBreach) > 0);
    let list = "国民の祝日・休日月日,国民の祝日・休日名称\n2026/11/18,例示の日\n";
    let holidays = check_exact(&bench, &RuleChange::holidays(list.as_bytes()).unwrap());
    let differences = &holidays.holidays.unwrap().differences;
    assert_eq!(differences[0].added.len(), 1);
    assert!(differences[0].removed.len() > 10);
    let [clomo, ..] = Pack::shipped_texts();
    let text = clomo.replace("2020-04-01", "2026-11-18").replacen(
        "business_hours = 4",
        "business_hours = 3",
        1,
    );
    let pack = check_exact(&bench, &RuleChange::pack(&text).unwrap());
    assert!(!pack.moved.is_empty());
    let serious = |moved: &desk::MovedDeadline| {
        let level = moved.row.inquiry.level.as_ref();
        level.is_some_and(|it| it.level == ImpactLevel::Serious)
    };
    assert!(pack.moved.iter().all(serious));
}

#[test]
fn a_preview_lists_first_what_turns() {
    let bench = Bench::new();
    bench.set("2026-11-16 11:00");
    bench.receives_at_level("障害", ImpactLevel::Outage);
    bench.receives_at_level("不具合", ImpactLevel::Serious);
    bench.receives_at_level("質問", ImpactLevel::Question);
    bench.receives("未判定");
    bench.set("2026-11-16 14:00");
    // The outage was due at 13:00; by hours from 12:00 on it is due at 14:00, and the others move, too.
    let preview = bench
        .desk
        .preview_change(&hours(&bench, "2026-11-16", "12:00-17:30"))
        .unwrap();
    let told: Vec<_> = preview
        .moved
        .iter()
        .map(|it| (it.row.subject.as_str(), it.shift.turn()))
        .collect();
    assert_eq!(
        told,
        [
            ("障害", Some(Turn::StopsBreach)),
            ("未判定", None),
            ("不具合", None),
            ("質問", None),
        ],
        "who has no level is never late in figures"
    );
    assert_eq!(preview.turning(Turn::StopsBreach), 1);
    assert_eq!(preview.turning(Turn::BecomesLate), 0);
}

#[test]
fn changes_that_cannot_be_made_are_told_all_at_once() {
    let bench = Bench::new();
    let reopen = |date| CalendarEdit::Reopen { on: on(date) };
    let change = RuleChange::Calendar(vec![reopen("2026-11-18"), reopen("2026-11-19")]);
    let error = refused(bench.desk.preview_change(&change), "calendar-edit-problems");
    assert_eq!(error.params()["count"], "2");
    refused(
        bench.desk.apply_change(&call("佐藤"), &change),
        "calendar-edit-problems",
    );
    let never = hours(&bench, "2026-11-18", "09:30-17:30");
    let RuleChange::Calendar(mut edits) = never else {
        unreachable!()
    };
    if let Some(CalendarEdit::Hours { weekly, .. }) = edits.first_mut() {
        weekly.set_open_days(&[]);
    }
    refused(
        bench.desk.preview_change(&RuleChange::Calendar(edits)),
        "calendar-problems",
    );
    let [clomo, ..] = Pack::shipped_texts();
    let same_day = clomo.replacen("version = \"2020-04-01\"", "version = \"ours\"", 1);
    refused(
        bench
            .desk
            .preview_change(&RuleChange::pack(&same_day).unwrap()),
        "pack-clash",
    );
    assert_eq!(bench.desk.rules().calendar_versions.len(), 1);
}

#[test]
fn a_past_period_is_judged_by_other_rules() {
    let bench = Bench::new();
    let answered = |received: &str, level, responded: &str| {
        bench.set(received);
        let id = bench.receives_at_level("問合せ", level);
        bench.set(responded);
        bench.answers(id);
        id
    };
    // In time by 09:30–17:30: 2 hours from 09:30.
    answered("2026-10-05 09:00", ImpactLevel::Outage, "2026-10-05 11:20");
    // Past its limit by them: 13:00. By hours from 10:30 on it is due at 13:00, too.
    answered("2026-10-06 11:00", ImpactLevel::Outage, "2026-10-06 13:10");
    // Late by 11:30, in time by 12:30.
    let spared = answered("2026-10-07 09:40", ImpactLevel::Outage, "2026-10-07 12:00");
    // Outside the period.
    answered("2026-11-02 09:40", ImpactLevel::Outage, "2026-11-02 12:00");
    // Without a first response.
    bench.receives_at_level("未回答", ImpactLevel::Outage);
    let change = hours(&bench, "2027-04-01", "10:30-18:00");
    let what_if = bench
        .desk
        .what_if(&change, on("2026-10-01"), on("2026-10-31"))
        .unwrap();
    assert_eq!(
        (what_if.before.in_time, what_if.before.breach),
        (1, 2),
        "by the rules in force"
    );
    assert_eq!((what_if.after.in_time, what_if.after.breach), (2, 1));
    assert_eq!(
        (what_if.before.within_limit(), what_if.after.within_limit()),
        (Some(333), Some(667))
    );
    assert_eq!(what_if.changed, 1);
    assert_eq!(what_if.named[0].row.inquiry.id, spared);
    assert_eq!(
        bench.desk.rules().calendar_versions.len(),
        1,
        "nothing is written"
    );
    refused(
        bench
            .desk
            .what_if(&change, on("2026-10-31"), on("2026-10-01")),
        "period-reversed",
    );
}

#[test]
fn a_pack_counts_as_if_it_had_always_judged() {
    let bench = Bench::new();
    bench.set("2026-10-05 09:30");
    let id = bench.receives_at_level("障害", ImpactLevel::Outage);
    bench.set("2026-10-05 11:00");
    bench.answers(id);
    let [clomo, ..] = Pack::shipped_texts();
    let text = clomo.replace("2020-04-01", "2030-04-01").replacen(
        "business_hours = 2",
        "business_hours = 1",
        1,
    );
    let pack = RuleChange::pack(&text).unwrap();
    let what_if = bench
        .desk
        .what_if(&pack, on("2026-10-01"), on("2026-10-31"))
        .unwrap();
    assert_eq!((what_if.before.in_time, what_if.after.breach), (1, 1));
}

#[test]
fn what_if_judges_as_the_evaluation_does() {
    let bench = Bench::new();
    busy(&bench);
    let period = (on("2026-11-01"), on("2026-11-30"));
    let change = close("2026-11-18");
    let what_if = bench.desk.what_if(&change, period.0, period.1).unwrap();
    let other = bench.desk.rules().changed_by(&change).unwrap();
    let request = QueueRequest {
        view: desk::View::Answered,
        limit: usize::MAX,
        ..QueueRequest::default()
    };
    let rows = bench.desk.queue(&request).unwrap().rows;
    let mut tally = policy::Tally::default();
    for row in &rows {
        let it = other.evaluate(row.inquiry(), bench.desk.now()).unwrap();
        tally.add(it.verdict.unwrap());
    }
    assert!(tally.count() > 3);
    assert_eq!(what_if.after, tally);
    assert!(at("2026-11-24 11:06") == bench.desk.now());
}

/// Gives when everything that is owed beside inquiries is due.
fn dues(bench: &Bench) -> BTreeMap<inquiry::ObligationId, Option<policy::Due>> {
    let open = bench.desk.obligations(WhichObligations::Open, &[]).unwrap();
    open.iter()
        .map(|it| (it.obligation().id, it.clock.map(|clock| clock.due)))
        .collect()
}

#[test]
fn a_preview_tells_of_the_other_clocks_as_exactly() {
    let bench = Bench::new();
    bench.set("2026-11-16 11:00");
    let now = at("2026-11-16 11:00");
    let owed = |matter| NewObligation {
        products: vec![ProductId::new("clomo").unwrap()],
        matter,
        text: ObligationText {
            title: "例示".to_owned(),
            ..ObligationText::default()
        },
    };
    let app = owed(Matter::EnterpriseApp { requested_at: now });
    let incident = owed(Matter::Incident {
        incident: IncidentKind::Malware,
        detected_at: now,
        affected: Affected::Yes,
    });
    for new in [app, incident] {
        bench.desk.open_obligation(&call("佐藤"), &new).unwrap();
    }
    let before = dues(&bench);
    let change = close("2026-11-18");
    let preview = bench.desk.preview_change(&change).unwrap();
    assert_eq!(
        (preview.open_obligations, dues(&bench)),
        (2, before.clone())
    );
    assert_eq!(
        preview.obligations.len(),
        1,
        "a wall clock does not move (§20)"
    );
    let done = bench.desk.apply_change(&call("佐藤"), &change).unwrap();
    let mut told = before.clone();
    for moved in &preview.obligations {
        told.insert(moved.row.obligation.id, moved.shift.after.map(|it| it.due));
    }
    assert_eq!(dues(&bench), told);
    bench
        .desk
        .undo_operation(&call("佐藤"), done.operation)
        .unwrap();
    assert_eq!(dues(&bench), before);
    bench.set("2026-11-19 18:00");
    let shorter = hours(&bench, "2026-11-16", "08:00-12:00");
    let late = bench.desk.preview_change(&shorter).unwrap();
    assert_eq!(late.turning(Turn::BecomesLate), 0, "{:?}", late.obligations);
    bench.set("2026-11-19 15:00");
    let late = bench.desk.preview_change(&shorter).unwrap();
    assert_eq!(late.turning(Turn::BecomesLate), 1, "{:?}", late.obligations);
}
