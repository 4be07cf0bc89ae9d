//! Packs, calendar and holidays in the log, and what follows from them.

use business_time::{CalendarVersion, ClosingDay, HolidaySource, Interval, TimeOfDay, WeeklyHours};
use chrono::Weekday;
use desk::QueueRequest;
use policy::{ImpactLevel, Pack};

use crate::bench::{Bench, at, call, refused};

/// A list of 2026 without the holiday on 23 November.
const LIST: &str =
    "国民の祝日・休日月日,国民の祝日・休日名称\r\n2026/1/1,元日\r\n2026/11/3,文化の日\r\n";

#[test]
fn a_new_desk_has_the_shipped_packs_and_the_standard_calendar() {
    let bench = Bench::new();
    let rules = bench.desk.rules();
    let products: Vec<_> = rules.packs.products().map(ToString::to_string).collect();
    assert_eq!(products, ["clomo", "deep-instinct", "harmony-mobile"]);
    assert_eq!(rules.calendar_versions, [CalendarVersion::standard()]);
}

#[test]
fn imported_holidays_replace_whole_years_and_are_taken_back() {
    let bench = Bench::new();
    bench.set("2026-11-20 16:00");
    bench.receives_at_level("質問", ImpactLevel::Serious);
    let target = || {
        bench.desk.queue(&QueueRequest::default()).unwrap().rows[0]
            .evaluation
            .target
    };
    assert_eq!(target(), at("2026-11-24 12:00"), "Monday is a holiday");
    let preview = bench.desk.preview_holidays(LIST.as_bytes()).unwrap();
    assert_eq!(preview.years, [2026]);
    assert!(
        preview.differences[0]
            .removed
            .iter()
            .any(|(on, _)| on.to_string() == "2026-11-23")
    );
    let hash = bench.desk.rules().calendar_hash.clone();
    bench
        .desk
        .import_holidays(&call("佐藤"), LIST.as_bytes())
        .unwrap();
    assert_eq!(target(), at("2026-11-23 12:00"));
    assert_ne!(bench.desk.rules().calendar_hash, hash);
    assert_eq!(
        bench.desk.calendar_year(2026).unwrap().source,
        Some(HolidaySource::Imported)
    );
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(target(), at("2026-11-24 12:00"));
    assert_eq!(
        bench.desk.rules().calendar_hash,
        hash,
        "the same content has the same hash"
    );
}

#[test]
fn imports_are_taken_back_one_after_the_other() {
    let bench = Bench::new();
    let other = LIST.replace("2026/11/3,文化の日", "2027/1/1,元日");
    let source = |year| bench.desk.rules().holidays.source(year);
    let before = source(2027);
    bench
        .desk
        .import_holidays(&call("佐藤"), LIST.as_bytes())
        .unwrap();
    bench
        .desk
        .import_holidays(&call("佐藤"), other.as_bytes())
        .unwrap();
    assert_eq!(source(2027), Some(HolidaySource::Imported));
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(
        (source(2026), source(2027)),
        (Some(HolidaySource::Imported), before)
    );
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_ne!(source(2026), Some(HolidaySource::Imported));
    refused(bench.desk.undo(&call("佐藤")), "nothing-to-undo");
}

#[test]
fn a_calendar_that_somebody_published_since_is_not_taken_back() {
    let bench = Bench::new();
    let first = call("佐藤");
    bench.desk.import_holidays(&first, LIST.as_bytes()).unwrap();
    bench
        .desk
        .import_holidays(&call("鈴木"), LIST.as_bytes())
        .unwrap();
    refused(
        bench.desk.undo_operation(&call("佐藤"), first.operation),
        "changed-since",
    );
    refused(
        bench.desk.undo_operation(&call("鈴木"), first.operation),
        "not-own",
    );
}

#[test]
fn a_file_that_is_no_list_of_holidays_is_refused() {
    let bench = Bench::new();
    let error = refused(
        bench.desk.import_holidays(&call("佐藤"), b"2026/13/1,x\n"),
        "holiday-problems",
    );
    assert!(!error.params()["detail"].is_empty());
}

#[test]
fn closing_days_count_from_their_publication_and_are_taken_back() {
    let bench = Bench::new();
    bench.set("2026-11-16 16:00");
    bench.receives_at_level("障害", ImpactLevel::Serious);
    let target = || {
        bench.desk.queue(&QueueRequest::default()).unwrap().rows[0]
            .evaluation
            .target
    };
    assert_eq!(target(), at("2026-11-17 12:00"));
    let closing = ClosingDay {
        on: "2026-11-17".parse().unwrap(),
        name: Some("創立記念日".into()),
    };
    let version = CalendarVersion {
        closing_days: vec![closing],
        ..CalendarVersion::standard()
    };
    bench
        .desk
        .publish_calendar(&call("佐藤"), std::slice::from_ref(&version))
        .unwrap();
    assert_eq!(target(), at("2026-11-18 12:00"));
    let year = bench.desk.calendar_year(2026).unwrap();
    assert!(
        year.closed
            .iter()
            .any(|day| day.on.to_string() == "2026-11-17")
    );
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(target(), at("2026-11-17 12:00"));
    refused(
        bench
            .desk
            .publish_calendar(&call("佐藤"), &[version.clone(), version]),
        "calendar-problems",
    );
}

#[test]
fn a_new_version_of_a_pack_judges_what_comes_after_its_first_day() {
    let bench = Bench::new();
    let [clomo, ..] = Pack::shipped_texts();
    let text = clomo.replace("2020-04-01", "2026-11-17").replacen(
        "business_hours = 2",
        "business_hours = 1",
        1,
    );
    bench.desk.publish_pack(&call("佐藤"), &text).unwrap();
    bench.receives_at_level("前", ImpactLevel::Outage);
    bench.set("2026-11-17 11:00");
    bench.receives_at_level("後", ImpactLevel::Outage);
    let targets: Vec<_> = bench
        .desk
        .queue(&QueueRequest::default())
        .unwrap()
        .rows
        .iter()
        .map(|row| row.evaluation.target)
        .collect();
    assert_eq!(targets, [at("2026-11-16 13:00"), at("2026-11-17 12:00")]);
    refused(bench.desk.publish_pack(&call("佐藤"), &text), "pack-clash");
    refused(
        bench.desk.publish_pack(&call("佐藤"), "id = 1"),
        "pack-problems",
    );
}

#[test]
fn the_rules_of_then_are_compiled_from_the_log_of_then() {
    let bench = Bench::new();
    bench.set("2026-11-20 16:00");
    bench.receives_at_level("質問", ImpactLevel::Serious);
    bench.set("2026-11-20 16:30");
    bench
        .desk
        .import_holidays(&call("佐藤"), LIST.as_bytes())
        .unwrap();
    let target = |as_of: Option<&str>| {
        let request = QueueRequest {
            as_of: as_of.map(at),
            ..QueueRequest::default()
        };
        bench.desk.queue(&request).unwrap().rows[0]
            .evaluation
            .target
    };
    assert_eq!(target(Some("2026-11-20 16:10")), at("2026-11-24 12:00"));
    assert_eq!(target(None), at("2026-11-23 12:00"));
}

#[test]
fn a_centre_that_never_closes_has_a_clock_and_reminders() {
    let bench = Bench::new();
    let days: Vec<Weekday> = (0..7)
        .filter_map(|day| Weekday::try_from(day).ok())
        .collect();
    let whole = Interval::new(TimeOfDay::START, TimeOfDay::END);
    let version = CalendarVersion {
        weekly: WeeklyHours::same(&days, whole.as_slice()),
        national_holidays: false,
        ..CalendarVersion::standard()
    };
    let published = bench.desk.publish_calendar(&call("佐藤"), &[version]);
    published.unwrap();
    bench.receives_at_level("夜間の障害", ImpactLevel::Outage);
    let clock = bench.desk.business_clock().unwrap();
    assert!(clock.open && clock.until > clock.now);
    let wake = bench.desk.wake(bench.desk.now()).unwrap();
    assert!(wake.next_at > bench.desk.now());
}
