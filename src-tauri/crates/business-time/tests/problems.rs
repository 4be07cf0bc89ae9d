//! What is refused when a calendar is compiled, all at once.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use business_time::{
    BusinessCalendar, CalendarProblem, CalendarVersion, ClosingDay, DatedHours, Holidays, HoursOf,
    Tz, WeeklyHours, read_calendars,
};
use chrono::{NaiveDate, Weekday};

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn problems(versions: &[CalendarVersion]) -> Vec<CalendarProblem> {
    BusinessCalendar::compile(versions, &Holidays::shipped()).unwrap_err()
}

#[test]
fn no_version_is_a_problem() {
    assert_eq!(problems(&[]), [CalendarProblem::NoVersion]);
}

#[test]
fn versions_must_fit_together() {
    let first = CalendarVersion {
        id: "first".into(),
        ..CalendarVersion::standard()
    };
    let other = CalendarVersion {
        id: "other".into(),
        time_zone: Tz::Asia__Seoul,
        ..CalendarVersion::standard()
    };
    let expected = [
        CalendarProblem::SameEffectiveDate {
            version: "other".into(),
            effective_on: first.effective_on,
        },
        CalendarProblem::OtherTimeZone {
            version: "other".into(),
            time_zone: Tz::Asia__Seoul,
            expected: Tz::Asia__Tokyo,
        },
    ];
    assert_eq!(problems(&[first, other]), expected);
}

#[test]
fn hours_and_dates_are_checked_together() {
    let mut version = CalendarVersion::standard();
    let intervals = ["13:00-15:00", "09:30-13:01"]
        .map(|text| text.parse().unwrap())
        .to_vec();
    version.weekly.tue.clone_from(&intervals);
    version.overrides = vec![
        DatedHours {
            on: on("2026-01-05"),
            intervals,
        },
        DatedHours {
            on: on("2026-01-05"),
            intervals: vec![],
        },
    ];
    let day = |text: &str| ClosingDay {
        on: on(text),
        name: None,
    };
    version.closing_days = vec![day("2026-08-13"), day("2101-01-01"), day("2026-08-13")];
    let id = || "standard".to_owned();
    let expected = [
        CalendarProblem::Overlap {
            version: id(),
            on: HoursOf::Weekday(Weekday::Tue),
        },
        CalendarProblem::Overlap {
            version: id(),
            on: HoursOf::Date(on("2026-01-05")),
        },
        CalendarProblem::DateOutOfRange {
            version: id(),
            on: on("2101-01-01"),
        },
        CalendarProblem::DateTwice {
            version: id(),
            on: on("2026-08-13"),
        },
        CalendarProblem::DateTwice {
            version: id(),
            on: on("2026-01-05"),
        },
    ];
    assert_eq!(problems(&[version]), expected);
}

#[test]
fn intervals_that_touch_do_not_overlap() {
    let mut version = CalendarVersion::standard();
    version.weekly.tue = ["09:30-13:00", "13:00-17:30"]
        .map(|text| text.parse().unwrap())
        .to_vec();
    assert!(BusinessCalendar::compile(&[version], &Holidays::shipped()).is_ok());
}

#[test]
fn a_week_must_open() {
    let version = CalendarVersion {
        weekly: WeeklyHours::default(),
        ..CalendarVersion::standard()
    };
    assert_eq!(
        problems(&[version]),
        [CalendarProblem::NeverOpen {
            version: "standard".into()
        }]
    );
}

#[test]
fn the_calendars_of_the_vectors_compile() {
    let text = include_str!("../../../../tests/vectors/calendars.json");
    let calendars = read_calendars(text).unwrap();
    assert_eq!(
        calendars.keys().map(String::as_str).collect::<Vec<_>>(),
        ["extra", "nat", "std"]
    );
    let national = CalendarVersion {
        id: "nat".into(),
        ..CalendarVersion::standard()
    };
    assert_eq!(calendars["nat"], national);
    assert_eq!(calendars["std"].closing_days_yearly.len(), 6);
    assert_eq!(calendars["extra"].closing_days.len(), 10);
    for version in calendars.into_values() {
        assert!(BusinessCalendar::compile(&[version], &Holidays::shipped()).is_ok());
    }
}

#[test]
fn calendars_that_make_no_sense_are_refused() {
    let text = include_str!("../../../../tests/vectors/calendars.json");
    for (right, wrong) in [
        ("\"09:30\"", "\"18:30\""),
        ("\"09:30\"", "\"9:30\""),
        ("   5\n", "   8\n"),
        ("   1,\n", "   0,\n"),
        ("12-29", "12-32"),
        ("Asia/Tokyo", "Asia/Edo"),
        ("\"open\"", "\"opens\""),
    ] {
        let wrong_text = text.replacen(right, wrong, 1);
        assert_ne!(wrong_text, text, "{right}");
        assert!(read_calendars(&wrong_text).is_err(), "{wrong}");
    }
}
