//! What a compiled calendar answers, by tables.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use business_time::{
    BusinessCalendar, BusinessDuration, CalendarVersion, Change, Holidays, Instant, OutOfRange,
    WeeklyHours,
};
use chrono::NaiveDate;

fn at(text: &str) -> Instant {
    let text = if text.len() == 16 {
        format!("{text}:00+09:00")
    } else {
        text.to_owned()
    };
    Instant::parse(&text).unwrap()
}

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn minutes(minutes: i64) -> BusinessDuration {
    BusinessDuration::from_minutes(minutes)
}

fn compiled(version: CalendarVersion) -> BusinessCalendar {
    BusinessCalendar::compile(&[version], &Holidays::shipped()).unwrap()
}

fn standard() -> BusinessCalendar {
    compiled(CalendarVersion::standard())
}

fn week(toml: &str) -> WeeklyHours {
    toml::from_str(toml).unwrap()
}

/// 2026-01-05 is a Monday; Monday the 12th is a holiday.
#[test]
fn the_next_opening() {
    let calendar = standard();
    for (from, opening) in [
        ("2026-01-05T11:00", "2026-01-05T11:00"),
        ("2026-01-05T09:30", "2026-01-05T09:30"),
        ("2026-01-05T08:00", "2026-01-05T09:30"),
        ("2026-01-05T17:30", "2026-01-06T09:30"),
        ("2026-01-09T17:30", "2026-01-13T09:30"),
        ("2026-01-10T12:00", "2026-01-13T09:30"),
    ] {
        assert_eq!(calendar.next_opening(at(from)), Ok(at(opening)), "{from}");
    }
    let last = at("2026-01-05T17:29:59.999999+09:00");
    assert_eq!(calendar.next_opening(last), Ok(last));
    assert_eq!(calendar.is_open(last), Ok(true));
    assert_eq!(calendar.is_open(at("2026-01-05T17:30")), Ok(false));
    assert_eq!(calendar.is_open(at("2026-01-05T09:30")), Ok(true));
    assert_eq!(calendar.is_open(at("2026-01-12T11:00")), Ok(false));
}

#[test]
fn time_that_is_added() {
    let calendar = standard();
    for (from, by, until) in [
        ("2026-01-05T11:00", 120, "2026-01-05T13:00"),
        ("2026-01-05T15:30", 120, "2026-01-05T17:30"),
        ("2026-01-05T16:30", 120, "2026-01-06T10:30"),
        ("2026-01-09T16:30", 240, "2026-01-13T12:30"),
        ("2026-01-05T08:00", 480, "2026-01-05T17:30"),
        ("2026-01-05T11:00", 960, "2026-01-07T11:00"),
        ("2026-01-10T12:00", 480, "2026-01-13T17:30"),
        ("2026-01-05T17:30", 0, "2026-01-06T09:30"),
        ("2026-01-05T11:00", 0, "2026-01-05T11:00"),
        ("2026-01-05T11:00", -60, "2026-01-05T10:00"),
        ("2026-01-05T17:30", -480, "2026-01-05T09:30"),
        ("2026-01-06T10:30", -60, "2026-01-06T09:30"),
        ("2026-01-13T10:30", -120, "2026-01-09T16:30"),
        ("2026-01-05T11:00", 8 * 60 * 1_000, "2030-01-29T11:00"),
    ] {
        assert_eq!(
            calendar.add(at(from), minutes(by)),
            Ok(at(until)),
            "{from} + {by}"
        );
    }
}

#[test]
fn time_between_two_instants() {
    let calendar = standard();
    for (from, to, expected) in [
        ("2026-01-05T11:00", "2026-01-05T13:00", 120),
        ("2026-01-05T13:00", "2026-01-05T11:00", -120),
        ("2026-01-05T17:30", "2026-01-06T09:30", 0),
        ("2026-01-05T00:00", "2026-01-12T23:59", 5 * 480),
        ("2026-01-10T00:00", "2026-01-12T23:59", 0),
    ] {
        assert_eq!(
            calendar.between(at(from), at(to)),
            Ok(minutes(expected)),
            "{from} to {to}"
        );
    }
}

#[test]
fn the_next_change() {
    let calendar = standard();
    for (from, change, opens) in [
        ("2026-01-05T08:00", "2026-01-05T09:30", true),
        ("2026-01-05T09:30", "2026-01-05T17:30", false),
        ("2026-01-05T17:30", "2026-01-06T09:30", true),
        ("2026-01-09T17:29", "2026-01-09T17:30", false),
        ("2026-01-09T17:30", "2026-01-13T09:30", true),
    ] {
        assert_eq!(
            calendar.next_change(at(from)),
            Ok(Change {
                at: at(change),
                opens
            }),
            "{from}"
        );
    }
}

#[test]
fn outside_the_years_is_a_typed_error() {
    let calendar = standard();
    let (first, last) = (at("1955-01-01T00:00"), at("2100-12-31T23:59"));
    assert_eq!(calendar.next_opening(first), Ok(at("1955-01-03T09:30")));
    assert_eq!(
        calendar.next_opening(at("1954-12-31T23:59")),
        Err(OutOfRange)
    );
    assert_eq!(calendar.is_open(last), Ok(false));
    assert_eq!(calendar.is_open(at("2101-01-01T00:00")), Err(OutOfRange));
    assert_eq!(calendar.next_opening(last), Err(OutOfRange));
    assert_eq!(calendar.next_change(last), Err(OutOfRange));
    assert_eq!(calendar.add(last, minutes(0)), Err(OutOfRange));
    assert_eq!(calendar.add(last, minutes(1)), Err(OutOfRange));
    assert_eq!(
        calendar.add(last, minutes(-480)),
        Ok(at("2100-12-31T09:30"))
    );
    assert_eq!(calendar.add(first, minutes(-1)), Err(OutOfRange));
    let whole = calendar.between(first, last).unwrap();
    assert_eq!(calendar.add(first, whole), Ok(at("2100-12-31T17:30")));
    assert_eq!(calendar.add(first, whole + minutes(1)), Err(OutOfRange));
    for extreme in [i64::MIN, i64::MAX] {
        let by = BusinessDuration::from_micros(extreme);
        assert_eq!(calendar.add(at("2026-01-05T11:00"), by), Err(OutOfRange));
        assert_eq!(
            calendar.is_open(Instant::from_micros(extreme)),
            Err(OutOfRange)
        );
    }
    for date in [
        on("1954-12-31"),
        on("2101-01-01"),
        NaiveDate::MIN,
        NaiveDate::MAX,
    ] {
        assert_eq!(calendar.day(date), Err(OutOfRange));
        assert_eq!(calendar.close_of(date), Err(OutOfRange));
        assert_eq!(calendar.nth_business_day_after(date, 0), Err(OutOfRange));
        assert_eq!(calendar.business_day_on_or_before(date), Err(OutOfRange));
    }
    assert_eq!(
        calendar.nth_business_day_after(on("2100-12-31"), 1),
        Err(OutOfRange)
    );
    assert_eq!(
        calendar.nth_business_day_after(on("2026-01-05"), u32::MAX),
        Err(OutOfRange)
    );
    assert_eq!(
        calendar.business_day_on_or_before(on("1955-01-02")),
        Err(OutOfRange)
    );
}

#[test]
fn several_intervals_a_day() {
    let mut version = CalendarVersion::standard();
    // Written out of order.
    version.weekly = week("mon = [\"13:00-17:30\", \"09:30-12:00\"]\ntue = [\"20:00-24:00\"]");
    version.weekly.wed = vec!["00:00-02:00".parse().unwrap()];
    let calendar = compiled(version);
    let monday = calendar.day(on("2026-01-05")).unwrap().intervals;
    assert_eq!(monday.len(), 2);
    assert_eq!(monday[0], (at("2026-01-05T09:30"), at("2026-01-05T12:00")));
    assert_eq!(
        calendar.close_of(on("2026-01-05")),
        Ok(Some(at("2026-01-05T17:30")))
    );
    assert_eq!(
        calendar.add(at("2026-01-05T11:00"), minutes(60)),
        Ok(at("2026-01-05T12:00"))
    );
    assert_eq!(
        calendar.add(at("2026-01-05T11:00"), minutes(61)),
        Ok(at("2026-01-05T13:01"))
    );
    assert_eq!(calendar.is_open(at("2026-01-05T12:00")), Ok(false));
    // Hours that go on over midnight are one stretch.
    let close = Change {
        at: at("2026-01-07T02:00"),
        opens: false,
    };
    assert_eq!(calendar.next_change(at("2026-01-06T20:00")), Ok(close));
    assert_eq!(
        calendar.close_of(on("2026-01-06")),
        Ok(Some(at("2026-01-07T00:00")))
    );
    assert_eq!(
        calendar.add(at("2026-01-06T19:00"), minutes(300)),
        Ok(at("2026-01-07T01:00"))
    );
}

#[test]
fn around_the_clock() {
    let mut version = CalendarVersion::standard();
    let day = "= [\"00:00-24:00\"]\n";
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    version.weekly = week(&days.map(|name| format!("{name} {day}")).concat());
    version.national_holidays = false;
    let calendar = compiled(version);
    let from = at("1955-01-01T00:00");
    assert_eq!(
        calendar.add(from, BusinessDuration::from_hours(24)),
        Ok(at("1955-01-02T00:00"))
    );
    let whole = calendar.between(from, at("2100-12-31T23:59")).unwrap();
    assert_eq!(whole.as_secs(), 53_326 * 86_400 - 60);
    // Whether it closes after the last day covered is not known.
    assert_eq!(calendar.next_change(from), Err(OutOfRange));
    assert_eq!(calendar.stays_until(from), Ok(at("2101-01-01T00:00")));
    assert_eq!(
        calendar.stays_until(at("1954-12-31T23:59")),
        Err(OutOfRange)
    );
    assert_eq!(
        calendar.nth_business_day_after(on("2026-01-05"), 7),
        Ok(on("2026-01-12"))
    );
}
