//! Scenarios: what a support lead reads below a deadline.

use business_time::{BusinessCalendar, CalendarVersion, ClosingDay, DatedHours, read_calendars};
use policy::{DayLimit, Facts, Thresholds, explain};

use crate::render;
use crate::support::{CALENDARS, STANDARD, at, clomo, compiled, open};

/// Explains an inquiry to the clomo pack as seen at the end of 2030.
fn told_by(calendar: &BusinessCalendar, day_limit: DayLimit, facts: &Facts) -> String {
    let now = at("2030-12-30 12:00");
    let found = explain(
        &clomo(day_limit),
        calendar,
        &Thresholds::default(),
        facts,
        now,
    )
    .unwrap();
    render::explanation(calendar, &found)
}

fn told(facts: &Facts) -> String {
    told_by(&STANDARD, DayLimit::Carried, facts)
}

/// An inquiry that was answered, so that nothing depends on when one looks.
fn answered(received: &str, level: &str, responded: &str) -> Facts {
    Facts {
        responded_at: Some(at(responded)),
        ..open(received, level)
    }
}

#[test]
fn sunday_before_a_holiday() {
    insta::assert_snapshot!(told(&answered(
        "2026-11-22 18:03",
        "outage",
        "2026-11-24 10:40"
    )));
}

#[test]
fn friday_afternoon_over_the_week_end() {
    insta::assert_snapshot!(told(&answered(
        "2026-06-12 16:30",
        "serious",
        "2026-06-15 13:00"
    )));
}

#[test]
fn after_closing_into_a_computed_year() {
    insta::assert_snapshot!(told(&answered(
        "2027-12-28 17:40",
        "question",
        "2028-01-05 17:31"
    )));
}

#[test]
fn whole_days_for_a_day_target() {
    let facts = answered("2026-06-08 08:00", "minor", "2026-06-09 12:00");
    insta::assert_snapshot!(told_by(&STANDARD, DayLimit::WholeDays, &facts));
}

#[test]
fn whole_days_for_an_hour_target() {
    let facts = answered("2026-06-08 16:30", "outage", "2026-06-09 10:00");
    insta::assert_snapshot!(told_by(&STANDARD, DayLimit::WholeDays, &facts));
}

#[test]
fn no_level_yet() {
    insta::assert_snapshot!(told(&open("2026-06-08 16:45", "-")));
}

#[test]
fn the_situation_changed() {
    let facts = Facts {
        reckoned_from: at("2026-06-09 14:00"),
        ..answered("2026-06-08 11:00", "outage", "2026-06-09 15:00")
    };
    insta::assert_snapshot!(told(&facts));
}

#[test]
fn answered_after_closing() {
    insta::assert_snapshot!(told(&answered(
        "2026-06-08 15:30",
        "outage",
        "2026-06-08 19:00"
    )));
}

#[test]
fn withdrawn() {
    let facts = Facts {
        ended_at: Some(at("2026-06-08 12:00")),
        ..open("2026-06-08 11:00", "question")
    };
    insta::assert_snapshot!(told(&facts));
}

#[test]
fn named_closing_day_override_and_a_new_calendar() {
    let old = read_calendars(CALENDARS).unwrap().remove("std").unwrap();
    let new = CalendarVersion {
        id: "std-2026-07".to_owned(),
        effective_on: "2026-07-01".parse().unwrap(),
        closing_days: vec![ClosingDay {
            on: "2026-07-01".parse().unwrap(),
            name: Some("創立記念日".to_owned()),
        }],
        overrides: vec![DatedHours {
            on: "2026-07-02".parse().unwrap(),
            intervals: Vec::new(),
        }],
        ..old.clone()
    };
    let facts = answered("2026-06-30 16:30", "minor", "2026-07-03 10:00");
    insta::assert_snapshot!(told_by(&compiled(&[old, new]), DayLimit::Carried, &facts));
}

#[test]
fn an_open_inquiry_over_since_closing() {
    let facts = open("2026-06-08 15:30", "outage");
    let pack = clomo(DayLimit::Carried);
    let found = explain(
        &pack,
        &STANDARD,
        &Thresholds::default(),
        &facts,
        at("2026-06-08 21:00"),
    )
    .unwrap();
    insta::assert_snapshot!(render::explanation(&STANDARD, &found));
}
