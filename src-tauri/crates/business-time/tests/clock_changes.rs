//! Zones whose clocks change: what a skipped and a repeated local time mean.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use business_time::{
    BusinessCalendar, BusinessDuration, CalendarVersion, Holidays, Instant, OutOfRange, Tz,
    WeeklyHours,
};
use chrono::NaiveDate;

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A calendar that has the same hours every day.
fn daily(zone: Tz, hours: &str) -> BusinessCalendar {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let weekly: String = days.map(|day| format!("{day} = [{hours}]\n")).concat();
    let version = CalendarVersion {
        time_zone: zone,
        weekly: toml::from_str::<WeeklyHours>(&weekly).unwrap(),
        national_holidays: false,
        ..CalendarVersion::standard()
    };
    BusinessCalendar::compile(&[version], &Holidays::shipped()).unwrap()
}

#[track_caller]
fn opens(zone: Tz, hours: &str, date: &str, expected: &[(&str, &str)]) {
    let calendar = daily(zone, hours);
    let day = calendar.day(on(date)).unwrap();
    let expected: Vec<_> = expected
        .iter()
        .map(|(open, close)| (at(open), at(close)))
        .collect();
    assert_eq!(day.intervals, expected, "{zone} {hours} on {date}");
    for (open, close) in expected {
        assert_eq!(calendar.is_open(open), Ok(true));
        assert_eq!(calendar.is_open(close), Ok(false));
        let length = BusinessDuration::from_micros(close.since(open).as_micros());
        assert_eq!(calendar.between(open, close), Ok(length));
        assert_eq!(calendar.add(open, length), Ok(close));
    }
}

const BERLIN: Tz = Tz::Europe__Berlin;
const NEW_YORK: Tz = Tz::America__New_York;
const LORD_HOWE: Tz = Tz::Australia__Lord_Howe;

#[test]
fn hours_keep_to_the_wall_clock() {
    let hours = "\"09:30-17:30\"";
    let winter = [("2026-03-28T09:30:00+01:00", "2026-03-28T17:30:00+01:00")];
    let summer = [("2026-03-29T09:30:00+02:00", "2026-03-29T17:30:00+02:00")];
    opens(BERLIN, hours, "2026-03-28", &winter);
    opens(BERLIN, hours, "2026-03-29", &summer);
    let summer = [("2026-10-31T09:30:00-04:00", "2026-10-31T17:30:00-04:00")];
    let winter = [("2026-11-01T09:30:00-05:00", "2026-11-01T17:30:00-05:00")];
    opens(NEW_YORK, hours, "2026-10-31", &summer);
    opens(NEW_YORK, hours, "2026-11-01", &winter);
    let half_an_hour = [("2026-10-04T09:30:00+11:00", "2026-10-04T17:30:00+11:00")];
    opens(LORD_HOWE, hours, "2026-10-04", &half_an_hour);
}

#[test]
fn offset_and_date_are_those_of_the_wall_clock() {
    #[track_caller]
    fn check(zone: Tz, instant: &str, hours: i32, date: &str) {
        let calendar = daily(zone, "\"09:30-17:30\"");
        assert_eq!(calendar.offset_secs(at(instant)), hours * 3_600);
        assert_eq!(calendar.date_of(at(instant)), on(date));
    }
    let tokyo = Tz::Asia__Tokyo;
    check(tokyo, "2026-06-05T14:59:59.999999Z", 9, "2026-06-05");
    check(tokyo, "2026-06-05T15:00:00Z", 9, "2026-06-06");
    check(tokyo, "1969-12-31T14:59:59.999999Z", 9, "1969-12-31");
    check(tokyo, "1956-02-29T00:00:00Z", 9, "1956-02-29");
    check(tokyo, "1954-12-31T14:59:59Z", 9, "1954-12-31");
    check(tokyo, "1954-12-31T15:00:00Z", 9, "1955-01-01");
    check(tokyo, "2100-12-31T14:59:59Z", 9, "2100-12-31");
    check(tokyo, "2100-12-31T15:00:00Z", 9, "2101-01-01");
    check(BERLIN, "2026-03-29T00:59:59Z", 1, "2026-03-29");
    check(BERLIN, "2026-03-29T22:00:00Z", 2, "2026-03-30");
    check(NEW_YORK, "2026-11-02T04:59:59Z", -5, "2026-11-01");
    // A day that the islands never had: they crossed the date line.
    check(Tz::Pacific__Apia, "2011-12-30T09:59:59Z", -10, "2011-12-29");
    check(Tz::Pacific__Apia, "2011-12-30T10:00:00Z", 14, "2011-12-31");
}

#[test]
fn a_day_that_the_clock_changes_is_longer_or_shorter() {
    let hours = "\"00:00-24:00\"";
    let short = [("2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")];
    let long = [("2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")];
    let calendar = daily(BERLIN, hours);
    for (expected, [(open, close)]) in [(23, short), (25, long)] {
        let hours = BusinessDuration::from_hours(expected);
        assert_eq!(calendar.between(at(open), at(close)), Ok(hours));
    }
}

#[test]
fn a_skipped_time_means_the_end_of_the_gap() {
    let after_the_gap = [("2026-03-29T03:00:00+02:00", "2026-03-29T04:00:00+02:00")];
    opens(BERLIN, "\"02:30-04:00\"", "2026-03-29", &after_the_gap);
    let until_the_gap = [("2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00")];
    opens(BERLIN, "\"01:00-02:30\"", "2026-03-29", &until_the_gap);
    let half_an_hour = [("2026-10-04T02:30:00+11:00", "2026-10-04T03:00:00+11:00")];
    opens(LORD_HOWE, "\"02:15-03:00\"", "2026-10-04", &half_an_hour);
}

#[test]
fn hours_within_a_gap_are_none() {
    opens(BERLIN, "\"02:10-02:50\"", "2026-03-29", &[]);
    let calendar = daily(BERLIN, "\"02:10-02:50\"");
    assert_eq!(calendar.close_of(on("2026-03-29")), Ok(None));
    assert_eq!(calendar.day(on("2026-03-29")).unwrap().closed, None);
    assert_eq!(
        calendar.nth_business_day_after(on("2026-03-28"), 1),
        Ok(on("2026-03-30"))
    );
}

#[test]
fn a_repeated_time_opens_the_first_and_closes_the_second_time() {
    let twice = [("2026-10-25T02:10:00+02:00", "2026-10-25T02:50:00+01:00")];
    opens(BERLIN, "\"02:10-02:50\"", "2026-10-25", &twice);
    let opening = [("2026-11-01T01:30:00-04:00", "2026-11-01T03:00:00-05:00")];
    opens(NEW_YORK, "\"01:30-03:00\"", "2026-11-01", &opening);
    let closing = [("2026-11-01T00:00:00-04:00", "2026-11-01T01:30:00-05:00")];
    opens(NEW_YORK, "\"00:00-01:30\"", "2026-11-01", &closing);
    let half_an_hour = [("2026-04-05T01:45:00+11:00", "2026-04-05T01:50:00+10:30")];
    opens(LORD_HOWE, "\"01:45-01:50\"", "2026-04-05", &half_an_hour);
}

#[test]
fn hours_that_both_repeat_count_once() {
    let calendar = daily(BERLIN, "\"02:10-02:20\", \"02:40-02:50\"");
    let (first, last) = (
        at("2026-10-25T02:10:00+02:00"),
        at("2026-10-25T02:50:00+01:00"),
    );
    assert_eq!(
        calendar.between(first, last),
        Ok(BusinessDuration::from_minutes(100))
    );
    assert_eq!(
        calendar.next_change(first).map(|change| change.at),
        Ok(last)
    );
}

#[test]
fn a_date_that_never_was_has_no_hours() {
    let hours = "\"09:00-17:00\"";
    opens(Tz::Pacific__Apia, hours, "2011-12-30", &[]);
    let calendar = daily(Tz::Pacific__Apia, hours);
    let friday = at("2011-12-29T17:00:00-10:00");
    assert_eq!(
        calendar.next_opening(friday),
        Ok(at("2011-12-31T09:00:00+14:00"))
    );
}

#[test]
fn the_range_is_that_of_the_zone() {
    let calendar = daily(NEW_YORK, "\"00:00-24:00\"");
    assert_eq!(calendar.is_open(at("1955-01-01T00:00:00-05:00")), Ok(true));
    assert_eq!(
        calendar.is_open(at("1954-12-31T23:59:59-05:00")),
        Err(OutOfRange)
    );
    assert_eq!(calendar.is_open(at("2100-12-31T23:59:59-05:00")), Ok(true));
    assert_eq!(
        calendar.is_open(at("2101-01-01T00:00:00-05:00")),
        Err(OutOfRange)
    );
}

#[test]
fn dates_follow_the_clock() {
    let calendar = daily(NEW_YORK, "\"09:00-17:00\"");
    assert_eq!(
        calendar.date_of(at("2026-01-06T04:59:59Z")),
        on("2026-01-05")
    );
    assert_eq!(
        calendar.date_of(at("2026-07-06T04:59:59Z")),
        on("2026-07-06")
    );
    // The clock went back over midnight, and so did the date.
    let calendar = daily(Tz::America__St_Johns, "\"09:00-17:00\"");
    assert_eq!(
        calendar.date_of(at("2006-10-29T00:00:59-02:30")),
        on("2006-10-29")
    );
    assert_eq!(
        calendar.date_of(at("2006-10-28T23:30:00-03:30")),
        on("2006-10-28")
    );
}

#[test]
fn every_zone_compiles_and_its_days_are_in_order() {
    for zone in [
        Tz::UTC,
        Tz::Africa__Casablanca,
        Tz::Africa__Monrovia,
        Tz::America__Havana,
        Tz::America__Sao_Paulo,
        Tz::America__St_Johns,
        Tz::Asia__Gaza,
        Tz::Asia__Kolkata,
        Tz::Pacific__Apia,
        Tz::Pacific__Kwajalein,
    ] {
        let calendar = daily(zone, "\"00:00-01:30\", \"09:00-12:00\", \"22:30-24:00\"");
        let mut position = BusinessDuration::ZERO;
        let first = calendar.day(on("1955-01-01")).unwrap().intervals[0].0;
        for date in on("1955-01-01").iter_days().step_by(13).take(4_000) {
            let Some(close) = calendar.close_of(date).unwrap() else {
                continue;
            };
            if calendar.is_open(close).is_err() {
                continue;
            }
            let next = calendar.between(first, close).unwrap();
            assert!(next > position, "{zone} {date}");
            assert!(calendar.add(first, next).unwrap() <= close, "{zone} {date}");
            position = next;
        }
    }
}
