//! The day at the desk.

use desk::{NewInquiry, TodayRow};
use inquiry::{Ending, InquiryId};
use policy::ImpactLevel;
use report::UsualFrom;

use crate::bench::{Bench, actor, at, call, new};

fn ids(rows: &[TodayRow]) -> Vec<InquiryId> {
    rows.iter().map(|it| it.entry.outline.id).collect()
}

/// Records, takes up at once and answers some minutes later, so often.
fn practice(bench: &Bench, level: ImpactLevel, minutes: u32, count: u32) {
    for n in 0..count {
        bench.set(&format!("2026-11-12 {:02}:00", 10 + n));
        let id = bench.receives_at_level("練習", level);
        bench
            .desk
            .assign(&call("佐藤"), &[id], Some(&actor("佐藤")))
            .unwrap();
        bench.set(&format!("2026-11-12 {:02}:{minutes:02}", 10 + n));
        bench.answers(id);
    }
}

#[test]
fn what_is_due_today_comes_in_the_order_that_misses_fewest_limits() {
    let bench = Bench::new();
    practice(&bench, ImpactLevel::Outage, 50, 5);
    bench.set("2026-11-16 09:40");
    let outages: Vec<_> = (0..3)
        .map(|_| bench.receives_at_level("障害", ImpactLevel::Outage))
        .collect();
    let serious = bench.receives_at_level("不全", ImpactLevel::Serious);
    let question = bench.receives_at_level("質問", ImpactLevel::Question);
    let undecided = bench.receives("判定前");
    let view = bench.desk.today().unwrap();
    assert_eq!(view.day.closes_at, at("2026-11-16 17:30"));
    let due: Vec<_> = view
        .due
        .iter()
        .map(|it| (it.row.entry.outline.id, it.kept))
        .collect();
    // Three outages of 50 minutes do not fit into two hours; the one put off comes last.
    assert_eq!(due.len(), 4, "the question is due on a later day");
    assert_eq!(due.iter().filter(|it| it.1).count(), 3);
    assert!(due[..3].iter().any(|it| it.0 == serious) && outages.contains(&due[3].0));
    assert_eq!(view.agents, Some(2));
    let usual = |id| {
        view.due
            .iter()
            .find(|it| it.row.entry.outline.id == id)
            .unwrap()
            .usual
    };
    assert_eq!(usual(outages[0]).time.as_secs(), 50 * 60);
    assert_eq!(
        (usual(outages[0]).n, usual(outages[0]).from),
        (5, UsualFrom::Kind)
    );
    assert_eq!(usual(serious).from, UsualFrom::Assumed);
    assert_eq!(ids(&view.undecided), [undecided]);
    assert!(ids(&view.risks).contains(&question));
}

#[test]
fn a_limit_that_nobody_can_keep_is_told() {
    let bench = Bench::new();
    let id = bench.receives_at_level("障害", ImpactLevel::Outage);
    bench.set("2026-11-16 12:50");
    assert_eq!(
        bench.desk.today().unwrap().agents,
        None,
        "ten minutes for half an hour"
    );
    bench.set("2026-11-16 13:01");
    let view = bench.desk.today().unwrap();
    assert_eq!((ids(&view.over), view.due.len()), (vec![id], 0));
}

#[test]
fn the_morning_tells_what_came_in_what_is_due_and_what_carried_over() {
    let bench = Bench::new();
    let old = bench.receives_at_level("前から", ImpactLevel::Question);
    let over_night = |level, time: &str| {
        bench.records(NewInquiry {
            received_at: Some(at(time)),
            level,
            ..new("夜間")
        })
    };
    bench.set("2026-11-17 09:31");
    let outage = over_night(Some(ImpactLevel::Outage), "2026-11-16 21:00");
    over_night(None, "2026-11-17 07:00");
    let spam = over_night(None, "2026-11-17 08:00");
    let reason = "迷惑メール";
    bench
        .desk
        .end(&call("佐藤"), &[spam], &Ending::NotAnInquiry, reason)
        .unwrap();
    bench.receives_at_level("開店後", ImpactLevel::Question);
    let view = bench.desk.today().unwrap();
    assert_eq!(view.came_in, [(Some(ImpactLevel::Outage), 1), (None, 1)]);
    assert_eq!(ids(&view.morning), [outage]);
    assert_eq!(ids(&view.carried), [old]);
    assert_eq!(view.day.closed_at, at("2026-11-16 17:30"));
}

#[test]
fn out_of_hours_the_day_is_the_next_business_day() {
    let bench = Bench::new();
    bench.set("2026-11-20 18:00");
    let view = bench.desk.today().unwrap();
    assert_eq!(view.day.on.to_string(), "2026-11-24", "Monday is a holiday");
    assert_eq!(view.left.as_secs(), 8 * 3600);
    assert_eq!(view.day.closed_at, at("2026-11-20 17:30"));
}

#[test]
fn the_day_begins_with_what_its_page_shows() {
    let bench = Bench::new();
    let carried = bench.receives_at_level("前から", ImpactLevel::Question);
    bench.set("2026-11-16 18:00");
    bench.receives("夜の質問");
    let answered = bench.receives_at_level("夜のうちに回答", ImpactLevel::Minor);
    bench.answers(answered);
    bench.receives_at_level("朝が期限", ImpactLevel::Outage);
    bench.set("2026-11-17 09:30");
    let view = bench.desk.today().unwrap();
    let digest = bench.desk.wake(at("2026-11-17 09:30")).unwrap().digest;
    let digest = digest.unwrap();
    let came_in: usize = view.came_in.iter().map(|(_, count)| count).sum();
    assert_eq!((digest.came_in, came_in), (3, 3));
    assert_eq!((digest.morning, view.morning.len()), (1, 1));
    assert_eq!(digest.carried, 1);
    assert_eq!(ids(&view.carried), [carried]);
}

#[test]
fn the_day_begins_with_one_notification() {
    let bench = Bench::new();
    bench.receives_at_level("前から", ImpactLevel::Question);
    let wake = |local: &str| {
        bench.set(local);
        bench.desk.wake(at(local)).unwrap().digest
    };
    assert_eq!(wake("2026-11-17 09:29"), None, "not open yet");
    let digest = wake("2026-11-17 09:30").unwrap();
    assert_eq!((digest.came_in, digest.morning, digest.carried), (0, 0, 1));
    assert_eq!(wake("2026-11-17 09:31"), None, "once a day");
    assert_eq!(wake("2026-11-18 11:31"), None, "no news any more");
    let settings = bench.desk.local_settings().unwrap();
    let off = desk::LocalSettings {
        opening_digest: false,
        ..settings
    };
    bench.desk.set_local_settings(&off).unwrap();
    assert_eq!(wake("2026-11-19 09:30"), None, "it is turned off");
}
