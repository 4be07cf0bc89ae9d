//! One inquiry, the clock, the search, and what would be.

use std::time::Duration;

use desk::Desk;
use inquiry::{Customer, LevelReason};
use policy::{Band, ImpactLevel, ProductId, Step};

use crate::bench::{Bench, at, call, refused};

#[test]
fn an_inquiry_shows_its_texts_its_deadline_and_its_history() {
    let bench = Bench::new();
    bench.set("2026-11-16 16:30");
    let id = bench.receives_at_level("停止", ImpactLevel::Outage);
    let view = bench.desk.inquiry(id, None).unwrap();
    assert_eq!(
        view.message_text(&view.inquiry().messages[0]).unwrap().text,
        "停止について"
    );
    assert_eq!(view.row.row.customer.company, "例示商事");
    assert_eq!(view.deadline.explanation.pack, "clomo 2020-04-01");
    assert!(
        view.deadline
            .explanation
            .steps
            .iter()
            .any(|step| matches!(step, Step::CarriedOver { .. }))
    );
    assert_eq!(view.history.len(), 2);
    let line = view.deadline.line;
    assert_eq!(
        (line.from, line.to),
        (at("2026-11-16 09:30"), at("2026-11-17 17:30"))
    );
    assert_eq!(line.open.len(), 2);
}

#[test]
fn an_inquiry_is_found_by_number_and_id() {
    let bench = Bench::new();
    let id = bench.receives("質問");
    assert_eq!(bench.desk.find("a-1001").unwrap(), id);
    assert_eq!(bench.desk.find(&id.to_string()).unwrap(), id);
    refused(bench.desk.find("A-1002"), "no-such-inquiry");
    refused(bench.desk.find("質問"), "no-such-inquiry");
}

#[test]
fn an_inquiry_shows_what_was_known_then() {
    let bench = Bench::new();
    let id = bench.receives("質問");
    bench.set("2026-11-16 12:00");
    bench.level(id, ImpactLevel::Minor, LevelReason::First);
    bench
        .desk
        .set_customer(&call("佐藤"), id, &Customer::default())
        .unwrap();
    let then = bench
        .desk
        .inquiry(id, Some(at("2026-11-16 11:30")))
        .unwrap();
    assert_eq!(
        (
            then.inquiry().level.is_none(),
            then.row.evaluation.aim,
            then.history.len()
        ),
        (true, true, 1)
    );
    assert_eq!(
        then.row.row.customer.company, "例示商事",
        "texts of then too"
    );
    assert_eq!(then.row.evaluation.business_left.as_secs(), 30 * 60);
    refused(
        bench.desk.inquiry(id, Some(at("2026-11-16 10:59"))),
        "no-such-inquiry",
    );
}

#[test]
fn search_finds_short_words_in_every_state() {
    let bench = Bench::new();
    let id = bench.receives_at_level("証明書の更新", ImpactLevel::Question);
    bench.receives("別の件");
    bench.answers(id);
    assert_eq!(bench.desk.search("更新", 10).unwrap().lag, 2);
    assert!(!bench.desk.index(Duration::MAX).unwrap());
    let found = bench.desk.search("更新", 10).unwrap();
    assert_eq!(found.rows.len(), 1);
    assert_eq!(
        (found.rows[0].inquiry().id, found.rows[0].band()),
        (id, Band::Answered)
    );
    assert_eq!(
        bench.desk.search("例示商事 証明書", 10).unwrap().rows.len(),
        1
    );
    assert_eq!(
        bench.desk.search("A-1002", 10).unwrap().rows[0].row.subject,
        "別の件"
    );
}

#[test]
fn a_deadline_that_would_be_is_reckoned_like_one_that_is() {
    let bench = Bench::new();
    let clomo = ProductId::new("clomo").unwrap();
    let preview = |received: &str, level| {
        bench
            .desk
            .preview_deadline(&clomo, Some(at(received)), level)
            .unwrap()
    };
    assert_eq!(
        preview("2026-11-16 11:00", Some(ImpactLevel::Outage))
            .evaluation
            .target,
        at("2026-11-16 13:00")
    );
    assert!(preview("2026-11-16 11:00", None).evaluation.aim);
    let unknown = ProductId::new("unknown").unwrap();
    refused(
        bench.desk.preview_deadline(&unknown, None, None),
        "no-such-product",
    );
    assert!(
        bench.desk.rail().unwrap().counts.open == 0,
        "nothing was written"
    );
}

#[test]
fn the_business_clock_tells_what_comes_next() {
    let bench = Bench::new();
    let cases = [
        ("2026-11-16 09:29", false, "2026-11-16 09:30", 8 * 60),
        ("2026-11-16 09:30", true, "2026-11-16 17:30", 8 * 60),
        ("2026-11-16 15:16", true, "2026-11-16 17:30", 2 * 60 + 14),
        ("2026-11-16 17:30", false, "2026-11-17 09:30", 0),
        ("2026-11-20 17:30", false, "2026-11-24 09:30", 0),
        ("2026-11-22 12:00", false, "2026-11-24 09:30", 0),
    ];
    for (now, open, until, left_minutes) in cases {
        bench.set(now);
        let clock = bench.desk.business_clock().unwrap();
        assert_eq!((clock.open, clock.until), (open, at(until)), "{now}");
        assert_eq!(clock.left.as_secs(), left_minutes * 60, "{now}");
    }
}

#[test]
fn a_year_lists_its_holidays() {
    let bench = Bench::new();
    let year = bench.desk.calendar_year(2026).unwrap();
    assert!(
        year.closed
            .iter()
            .any(|day| day.on.to_string() == "2026-11-23")
    );
    assert!(!year.provisional);
    assert!(bench.desk.calendar_year(2099).unwrap().provisional);
    refused(bench.desk.calendar_year(2101), "out-of-range");
    refused(bench.desk.calendar_year(i32::MAX), "out-of-range");
}

#[test]
fn desks_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Desk>();
}
