//! The first-response clock against the vectors and the table of its rules.

use std::collections::BTreeMap;

use business_time::{
    BusinessCalendar, Holidays, Instant, OutOfRange, read_calendars, read_holidays,
};
use policy::{DayLimit, Deadlines, EvaluateError, deadlines, deadlines_from_cut};
use serde::Deserialize;

use crate::support::{CALENDARS, STANDARD, at, clomo, compiled};

const VECTORS: &str = include_str!("../../../../../tests/vectors/deadlines.jsonl");

#[derive(Deserialize)]
struct Vector<'a> {
    id: &'a str,
    calendar: &'a str,
    received_at: &'a str,
    level: &'a str,
    start: &'a str,
    target: &'a str,
    limit: &'a str,
    limit_whole_days: &'a str,
    carried_over: bool,
    provisional: bool,
}

fn vectors(day_limit: DayLimit, limit: for<'a> fn(&Vector<'a>) -> &'a str) {
    let calendars: BTreeMap<String, BusinessCalendar> = read_calendars(CALENDARS)
        .unwrap()
        .into_iter()
        .map(|(name, version)| (name, compiled(&[version])))
        .collect();
    let pack = clomo(day_limit);
    let instant = |text| Instant::parse(text).unwrap();
    let mut count = 0;
    for line in VECTORS.lines() {
        let vector: Vector<'_> = serde_json::from_str(line).unwrap();
        let calendar = &calendars[vector.calendar];
        let level = vector.level.parse().unwrap();
        let expected = Deadlines {
            start: instant(vector.start),
            target: instant(vector.target),
            limit: instant(limit(&vector)),
            carried_over: vector.carried_over,
            provisional: vector.provisional,
        };
        let reckon = if is_finer(vector.received_at) {
            deadlines_from_cut
        } else {
            deadlines
        };
        let found = reckon(&pack, calendar, instant(vector.received_at), level).unwrap();
        assert_eq!(found, expected, "{}", vector.id);
        count += 1;
    }
    assert_eq!(count, 300);
}

/// Tells whether the text has more than microseconds.
fn is_finer(text: &str) -> bool {
    let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
    fraction
        .chars()
        .take_while(char::is_ascii_digit)
        .skip(6)
        .any(|digit| digit != '0')
}

#[test]
fn all_vectors_hold_under_carried() {
    vectors(DayLimit::Carried, |vector| vector.limit);
}

#[test]
fn all_vectors_hold_under_whole_days() {
    vectors(DayLimit::WholeDays, |vector| vector.limit_whole_days);
}

/// Checks one row: receipt, level, start, target, limit and limit by whole days; a row in a plain week.
#[track_caller]
fn check(received: &str, level: &str, start: &str, target: &str, limit: &str, whole_days: &str) {
    let found = |day_limit| {
        deadlines(
            &clomo(day_limit),
            &STANDARD,
            week(received),
            level.parse().unwrap(),
        )
        .unwrap()
    };
    let carried = found(DayLimit::Carried);
    assert_eq!(carried.start, week(start), "start");
    assert_eq!(carried.target, week(target), "target");
    assert_eq!(carried.limit, week(limit), "limit");
    assert_eq!(
        found(DayLimit::WholeDays),
        Deadlines {
            limit: week(whole_days),
            ..carried
        },
        "whole days"
    );
}

/// A moment of the two weeks that begin on Monday, 8 June 2026, such as `Mon 11:00`; `next` for the second.
#[track_caller]
fn week(text: &str) -> Instant {
    let (later, text) = text
        .strip_prefix("next ")
        .map_or((0, text), |rest| (7, rest));
    let (day, time) = text.split_once(' ').unwrap();
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day = 8 + later + days.iter().position(|known| *known == day).unwrap();
    at(&format!("2026-06-{day:02} {time}"))
}

#[test]
fn the_table_of_the_clock_holds() {
    check(
        "Mon 11:00",
        "outage",
        "Mon 11:00",
        "Mon 13:00",
        "Mon 13:00",
        "Mon 13:00",
    );
    check(
        "Mon 15:30",
        "outage",
        "Mon 15:30",
        "Mon 17:30",
        "Mon 17:30",
        "Mon 17:30",
    );
    check(
        "Mon 16:30",
        "outage",
        "Mon 16:30",
        "Tue 10:30",
        "Tue 17:30",
        "Tue 17:30",
    );
    check(
        "Fri 16:30",
        "serious",
        "Fri 16:30",
        "next Mon 12:30",
        "next Mon 17:30",
        "next Mon 17:30",
    );
    check(
        "Mon 08:00",
        "minor",
        "Mon 09:30",
        "Mon 17:30",
        "Mon 17:30",
        "Tue 17:30",
    );
    check(
        "Mon 11:00",
        "minor",
        "Mon 11:00",
        "Tue 11:00",
        "Tue 17:30",
        "Tue 17:30",
    );
    check(
        "Sat 12:00",
        "minor",
        "next Mon 09:30",
        "next Mon 17:30",
        "next Mon 17:30",
        "next Tue 17:30",
    );
    check(
        "Mon 11:00",
        "question",
        "Mon 11:00",
        "Wed 11:00",
        "Wed 17:30",
        "Wed 17:30",
    );
}

#[test]
fn the_edges_of_a_day_are_half_open() {
    check(
        "Mon 09:30",
        "outage",
        "Mon 09:30",
        "Mon 11:30",
        "Mon 11:30",
        "Mon 11:30",
    );
    check(
        "Mon 17:30",
        "outage",
        "Tue 09:30",
        "Tue 11:30",
        "Tue 11:30",
        "Tue 11:30",
    );
    check(
        "Mon 17:29:59.999999",
        "outage",
        "Mon 17:29:59.999999",
        "Tue 11:29:59.999999",
        "Tue 17:30",
        "Tue 17:30",
    );
    check(
        "Mon 09:30",
        "question",
        "Mon 09:30",
        "Tue 17:30",
        "Tue 17:30",
        "Wed 17:30",
    );
}

#[test]
fn a_day_that_ends_at_midnight_holds_what_uses_it_up() {
    let mut calendars = read_calendars(
        &CALENDARS
            .replace("17:30", "24:00")
            .replace("09:30", "16:00"),
    )
    .unwrap();
    let calendar = compiled(&[calendars.remove("std").unwrap()]);
    let level = "minor".parse().unwrap();
    let found = deadlines(
        &clomo(DayLimit::Carried),
        &calendar,
        week("Mon 12:00"),
        level,
    )
    .unwrap();
    assert_eq!(
        (found.start, found.target),
        (week("Mon 16:00"), week("Tue 00:00"))
    );
    assert_eq!((found.limit, found.carried_over), (found.target, false));
}

#[test]
fn the_limit_is_never_before_the_target_on_short_days() {
    let mut calendars = read_calendars(&CALENDARS.replace("17:30", "13:30")).unwrap();
    let calendar = compiled(&[calendars.remove("std").unwrap()]);
    let level = "minor".parse().unwrap();
    let found = deadlines(
        &clomo(DayLimit::WholeDays),
        &calendar,
        week("Mon 11:30"),
        level,
    )
    .unwrap();
    assert_eq!(
        (found.target, found.limit),
        (week("Wed 11:30"), week("Wed 13:30"))
    );
}

#[test]
fn answers_that_rest_on_computed_holidays_say_so() {
    let provisional = |received: &str| {
        let pack = clomo(DayLimit::Carried);
        deadlines(&pack, &STANDARD, at(received), "question".parse().unwrap())
            .unwrap()
            .provisional
    };
    assert!(
        !provisional("2027-12-24 17:00"),
        "all in the published years"
    );
    assert!(
        provisional("2027-12-28 17:00"),
        "the limit lies in the first computed year"
    );
    assert!(provisional("2028-03-01 12:00"));
}

#[test]
fn a_wait_out_of_a_computed_year_into_an_imported_one_is_provisional() {
    let rows: Vec<String> = Holidays::shipped()
        .in_year(2029)
        .iter()
        .map(|holiday| format!("{},{}", holiday.on, holiday.name))
        .collect();
    let imported = read_holidays(rows.join("\n").as_bytes()).unwrap();
    let holidays = Holidays::shipped().with_imported(&imported);
    let version = read_calendars(CALENDARS).unwrap().remove("std").unwrap();
    let calendar = BusinessCalendar::compile(&[version], &holidays).unwrap();
    let provisional = |received: &str| {
        let pack = clomo(DayLimit::Carried);
        deadlines(&pack, &calendar, at(received), "outage".parse().unwrap())
            .unwrap()
            .provisional
    };
    assert!(
        provisional("2028-12-28 18:00"),
        "received in 2028, due on 4 January 2029"
    );
    assert!(provisional("2028-12-31 12:00"));
    assert!(!provisional("2029-01-01 12:00"), "all in the imported year");
    assert!(!provisional("2029-01-04 10:00"));
    assert!(!provisional("2029-05-03 10:00"));
}

#[test]
fn what_the_calendar_does_not_cover_is_refused() {
    for received in ["1954-12-31 12:00", "2101-01-01 00:00", "2100-12-31 17:30"] {
        let found = deadlines(
            &clomo(DayLimit::Carried),
            &STANDARD,
            at(received),
            "outage".parse().unwrap(),
        );
        assert_eq!(
            found,
            Err(EvaluateError::OutOfRange(OutOfRange)),
            "{received}"
        );
    }
}
