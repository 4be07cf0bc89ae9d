//! What a compiled calendar says about days, by tables.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use business_time::{
    BusinessCalendar, BusinessDuration, CalendarVersion, ClosedBecause, ClosingDay, DatedHours,
    Holidays, Instant, WeeklyHours, read_holidays,
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

#[test]
fn business_days_are_counted() {
    let calendar = standard();
    for (from, n, day) in [
        ("2026-01-05", 0, "2026-01-05"),
        ("2026-01-05", 1, "2026-01-06"),
        ("2026-01-05", 5, "2026-01-13"),
        ("2026-01-10", 1, "2026-01-13"),
        ("2026-01-11", 2, "2026-01-14"),
    ] {
        assert_eq!(
            calendar.nth_business_day_after(on(from), n),
            Ok(on(day)),
            "{from} + {n}"
        );
    }
    for (from, day) in [
        ("2026-01-12", "2026-01-09"),
        ("2026-01-09", "2026-01-09"),
        ("2026-01-04", "2026-01-02"),
    ] {
        assert_eq!(
            calendar.business_day_on_or_before(on(from)),
            Ok(on(day)),
            "{from}"
        );
    }
    assert_eq!(
        calendar.close_of(on("2026-01-05")),
        Ok(Some(at("2026-01-05T17:30")))
    );
    assert_eq!(calendar.close_of(on("2026-01-12")), Ok(None));
    assert_eq!(calendar.is_business_day(on("2026-01-12")), Ok(false));
}

#[test]
fn a_day_tells_its_hours_or_why_it_is_closed() {
    let mut version = CalendarVersion::standard();
    version.closing_days_yearly = vec!["12-29".parse().unwrap()];
    version.closing_days = vec![ClosingDay {
        on: on("2026-08-13"),
        name: Some("夏季休業".into()),
    }];
    version.overrides = vec![
        DatedHours {
            on: on("2026-12-28"),
            intervals: vec!["09:30-12:00".parse().unwrap()],
        },
        DatedHours {
            on: on("2026-12-25"),
            intervals: vec![],
        },
        // Saturday, a holiday and a closing day: an override beats them.
        DatedHours {
            on: on("2026-01-10"),
            intervals: vec!["13:00-14:00".parse().unwrap()],
        },
        DatedHours {
            on: on("2026-01-12"),
            intervals: vec!["13:00-14:00".parse().unwrap()],
        },
        DatedHours {
            on: on("2025-12-29"),
            intervals: vec!["13:00-14:00".parse().unwrap()],
        },
    ];
    let calendar = compiled(version);
    let closed = |date: &str| calendar.day(on(date)).unwrap().closed;
    let holiday = |name: &str, provisional| {
        Some(ClosedBecause::NationalHoliday {
            name: name.into(),
            provisional,
        })
    };
    assert_eq!(closed("2026-01-04"), Some(ClosedBecause::Weekday));
    assert_eq!(closed("2026-05-06"), holiday("休日", false));
    assert_eq!(closed("2028-01-10"), holiday("成人の日", true));
    assert_eq!(
        closed("2026-12-29"),
        Some(ClosedBecause::ClosingDay { name: None })
    );
    let summer = Some(ClosedBecause::ClosingDay {
        name: Some("夏季休業".into()),
    });
    assert_eq!(closed("2026-08-13"), summer);
    assert_eq!(closed("2026-12-25"), Some(ClosedBecause::Override));
    let day = calendar.day(on("2026-12-28")).unwrap();
    assert_eq!(
        day.intervals,
        [(at("2026-12-28T09:30"), at("2026-12-28T12:00"))]
    );
    assert_eq!((day.on, day.closed), (on("2026-12-28"), None));
    assert_eq!((day.provisional, day.calendar_version), (false, "standard"));
    for date in ["2026-01-10", "2026-01-12", "2025-12-29"] {
        let close = at(&format!("{date}T14:00"));
        assert_eq!(calendar.close_of(on(date)), Ok(Some(close)));
        assert_eq!(
            calendar.add(close, minutes(-60)),
            Ok(at(&format!("{date}T13:00")))
        );
    }
}

#[test]
fn a_year_is_provisional_where_holidays_close_and_are_computed() {
    let calendar = standard();
    assert!(!calendar.provisional(on("2027-12-31")) && calendar.provisional(on("2028-01-01")));
    assert!(calendar.day(on("2028-06-01")).unwrap().provisional);
    let open = CalendarVersion {
        national_holidays: false,
        ..CalendarVersion::standard()
    };
    let calendar = compiled(open);
    assert!(!calendar.provisional(on("2028-01-01")));
    assert_eq!(calendar.is_open(at("2026-01-12T11:00")), Ok(true));
    let list = read_holidays("2028/6/1,特別な日".as_bytes()).unwrap();
    let holidays = Holidays::shipped().with_imported(&list);
    let calendar = BusinessCalendar::compile(&[CalendarVersion::standard()], &holidays).unwrap();
    assert!(!calendar.provisional(on("2028-01-01")));
    assert_eq!(calendar.is_open(at("2028-06-01T11:00")), Ok(false));
}

#[test]
fn each_date_is_under_the_version_effective_on_it() {
    let old = CalendarVersion {
        id: "old".into(),
        effective_on: on("2020-04-01"),
        ..CalendarVersion::standard()
    };
    let new = CalendarVersion {
        id: "new".into(),
        effective_on: on("2026-01-07"),
        weekly: week("mon = [\"10:00-16:00\"]\nwed = [\"10:00-16:00\"]"),
        ..CalendarVersion::standard()
    };
    let calendar = BusinessCalendar::compile(&[new, old], &Holidays::shipped()).unwrap();
    for (date, version, close) in [
        ("2019-01-07", "old", Some("2019-01-07T17:30")),
        ("2026-01-06", "old", Some("2026-01-06T17:30")),
        ("2026-01-07", "new", Some("2026-01-07T16:00")),
        ("2026-01-08", "new", None),
    ] {
        assert_eq!(calendar.day(on(date)).unwrap().calendar_version, version);
        assert_eq!(calendar.close_of(on(date)), Ok(close.map(at)), "{date}");
    }
    assert_eq!(
        calendar.add(at("2026-01-06T16:30"), minutes(120)),
        Ok(at("2026-01-07T11:00"))
    );
}

#[test]
fn dates_are_those_of_the_zone() {
    let calendar = standard();
    assert_eq!(
        calendar.date_of(at("2026-01-05T14:59:59.999999Z")),
        on("2026-01-05")
    );
    assert_eq!(
        calendar.date_of(at("2026-01-05T15:00:00Z")),
        on("2026-01-06")
    );
    assert_eq!(
        calendar.date_of(at("1969-12-31T15:00:00Z")),
        on("1970-01-01")
    );
    assert_eq!(calendar.time_zone().name(), "Asia/Tokyo");
}
