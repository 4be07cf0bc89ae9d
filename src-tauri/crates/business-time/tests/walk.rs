//! The tables against a walk from minute to minute that only reads the clock on the wall.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::sync::LazyLock;

use business_time::{
    BusinessCalendar, BusinessDuration, CalendarVersion, Holidays, Instant, Interval, WallDuration,
};
use chrono::{Datelike, NaiveDate, Timelike};
use proptest::{prelude::*, test_runner::TestCaseResult};

const MINUTE: WallDuration = WallDuration::from_minutes(1);

/// What the walk knows: the version as it is written, and the holidays.
struct Wall {
    version: CalendarVersion,
    holidays: Holidays,
}

impl Wall {
    fn hours(&self, on: NaiveDate) -> &[Interval] {
        let version = &self.version;
        if let Some(day) = version.overrides.iter().find(|day| day.on == on) {
            return &day.intervals;
        }
        let yearly = on.format("%m-%d").to_string();
        let closed = version.closing_days.iter().any(|day| day.on == on)
            || version
                .closing_days_yearly
                .iter()
                .any(|day| day.to_string() == yearly)
            || version.national_holidays && self.holidays.name_on(on).is_some();
        if closed {
            &[]
        } else {
            version.weekly.on(on.weekday())
        }
    }

    fn is_open(&self, at: Instant) -> bool {
        let local = at.to_utc().with_timezone(&self.version.time_zone);
        let second = local.time().num_seconds_from_midnight();
        let holds =
            |hours: &Interval| (hours.open().as_secs()..hours.close().as_secs()).contains(&second);
        self.hours(local.date_naive()).iter().any(holds)
    }

    /// Walks until so many open minutes have passed; the end of the last one.
    fn add(&self, from: Instant, minutes: u32) -> Instant {
        let mut at = from;
        let mut left = minutes;
        while left > 0 {
            left -= u32::from(self.is_open(at));
            at = at.plus_wall(MINUTE);
        }
        at
    }

    fn next_opening(&self, from: Instant) -> Instant {
        let mut at = from;
        while !self.is_open(at) {
            at = at.plus_wall(MINUTE);
        }
        at
    }
}

type Both = LazyLock<(BusinessCalendar, Wall)>;

fn both(written: &str) -> (BusinessCalendar, Wall) {
    let version: CalendarVersion = toml::from_str(written).unwrap();
    let holidays = Holidays::shipped();
    let calendar = BusinessCalendar::compile(std::slice::from_ref(&version), &holidays).unwrap();
    (calendar, Wall { version, holidays })
}

fn agree(both: &Both, from_minute: i64, minutes: u32) -> TestCaseResult {
    let (calendar, wall) = &**both;
    let from = Instant::from_micros(from_minute * 60_000_000);
    prop_assert_eq!(calendar.is_open(from), Ok(wall.is_open(from)));
    prop_assert_eq!(
        calendar.next_opening(from),
        Ok(wall.next_opening(from)),
        "from {}",
        from
    );
    let by = BusinessDuration::from_minutes(i64::from(minutes));
    let until = wall.add(from, minutes);
    prop_assert_eq!(calendar.add(from, by), Ok(until), "from {}", from);
    prop_assert_eq!(calendar.between(from, until), Ok(by), "from {}", from);
    Ok(())
}

const WEEK: &str = r#"
id = "standard"
effective_on = "1955-01-01"
time_zone = "Asia/Tokyo"
national_holidays = true
[weekly]
mon = ["09:30-17:30"]
tue = ["09:30-17:30"]
wed = ["09:30-17:30"]
thu = ["09:30-17:30"]
fri = ["09:30-17:30"]
"#;

/// Several intervals, hours over midnight, closing days and overrides.
static VARIED: Both = LazyLock::new(|| {
    both(
        r#"
id = "varied"
effective_on = "1955-01-01"
time_zone = "Asia/Tokyo"
national_holidays = true
closing_days_yearly = ["12-29", "12-30", "01-02", "08-13"]
closing_days = [{ on = "2026-06-01" }]
overrides = [
  { on = "2026-05-04", intervals = ["10:00-11:00"] },
  { on = "2026-05-07", intervals = [] },
  { on = "2026-05-08", intervals = ["00:00-24:00"] },
]
[weekly]
mon = ["09:30-12:00", "13:00-17:30"]
tue = ["09:30-12:00", "13:00-15:00", "15:10-17:30", "22:00-24:00"]
wed = ["00:00-06:00", "20:00-24:00"]
thu = ["00:00-24:00"]
sat = ["23:59-24:00"]
"#,
    )
});

static STANDARD: Both = LazyLock::new(|| both(WEEK));
static BERLIN: Both = LazyLock::new(|| both(&zoned("Europe/Berlin")));
static NEW_YORK: Both = LazyLock::new(|| both(&zoned("America/New_York")));
static LORD_HOWE: Both = LazyLock::new(|| both(&zoned("Australia/Lord_Howe")));

/// Hours that no change of the clocks begins or ends in, but one may fall into.
fn zoned(zone: &str) -> String {
    WEEK.replace("Asia/Tokyo", zone).replace(
        "fri = [",
        "sat = [\"00:00-04:00\", \"08:00-12:00\"]\nsun = [\"00:00-04:00\", \"22:00-24:00\"]\nfri = [",
    )
}

/// The minutes since the epoch around which the walk begins.
fn minute(from: &str, until: &str) -> std::ops::Range<i64> {
    let minute = |date: &str| {
        Instant::parse(&format!("{date}T00:00:00Z"))
            .unwrap()
            .as_micros()
            / 60_000_000
    };
    minute(from)..minute(until)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_standard_calendar(from in minute("1980-01-01", "2090-01-01"), by in 1_u32..2_000) {
        agree(&STANDARD, from, by)?;
    }

    #[test]
    fn a_varied_calendar(from in minute("2026-04-20", "2026-06-10"), by in 1_u32..4_000) {
        agree(&VARIED, from, by)?;
    }

    #[test]
    fn a_varied_calendar_at_the_turn_of_a_year(
        from in minute("2025-12-20", "2026-01-10"),
        by in 1_u32..4_000,
    ) {
        agree(&VARIED, from, by)?;
    }

    #[test]
    fn berlin_in_spring(from in minute("2026-03-24", "2026-04-01"), by in 1_u32..4_000) {
        agree(&BERLIN, from, by)?;
    }

    #[test]
    fn new_york_in_autumn(from in minute("2026-10-27", "2026-11-04"), by in 1_u32..4_000) {
        agree(&NEW_YORK, from, by)?;
    }

    #[test]
    fn lord_howe_in_autumn(from in minute("2026-04-01", "2026-04-08"), by in 1_u32..4_000) {
        agree(&LORD_HOWE, from, by)?;
    }

    #[test]
    fn lord_howe_in_spring(from in minute("2026-10-01", "2026-10-08"), by in 1_u32..4_000) {
        agree(&LORD_HOWE, from, by)?;
    }
}
