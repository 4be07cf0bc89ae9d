//! Business time by walking: the clock on the wall, one minute (or second) after the other.

use business_time::{CalendarVersion, Holidays, Instant};
use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::instant;

/// For each minute from the first day on, whether the centre is open.
pub struct Walk {
    open: Vec<bool>,
    unit: i64,
}

/// The days that are walked: the year, and enough after it for the last deadlines.
const DAYS: u64 = 420;

/// The deadlines, found by walking; in units since the first day.
#[derive(Copy, Clone)]
pub struct Walked {
    pub start: i64,
    pub target: i64,
    pub limit: i64,
}

impl Walk {
    pub fn new(version: &CalendarVersion, unit: i64) -> Self {
        let holidays = Holidays::shipped();
        let first: NaiveDate = "2026-01-01".parse().unwrap();
        let mut open = Vec::new();
        for day in 0..DAYS {
            let on = first + Days::new(day);
            let closed = matches!(on.weekday(), Weekday::Sat | Weekday::Sun)
                || holidays.name_on(on).is_some()
                || version.closing_days.iter().any(|it| it.on == on);
            for minute in 0..24 * 60 {
                open.push(!closed && (9 * 60 + 30..17 * 60 + 30).contains(&minute));
            }
        }
        Self { open, unit }
    }

    /// Gives an instant as units since the first midnight, by the clock on the wall.
    pub fn units(&self, at: Instant) -> i64 {
        let first = instant("2026-01-01T00:00:00+09:00");
        let micros = at.as_micros() - first.as_micros();
        assert_eq!(micros % (self.unit * 1_000_000), 0, "{at}");
        micros / (self.unit * 1_000_000)
    }

    pub fn day(&self, at: i64) -> i64 {
        at * self.unit / 86_400
    }

    fn is_open(&self, at: i64) -> bool {
        self.open[(at * self.unit / 60) as usize]
    }

    pub fn start(&self, from: i64) -> i64 {
        let mut at = from;
        while !self.is_open(at) {
            at += 1;
        }
        at
    }

    /// Walks until so many open minutes have passed, then, if another day came, on to that day's close.
    pub fn deadlines(&self, from: i64, minutes: i64) -> Walked {
        let start = self.start(from);
        let mut at = start;
        let mut left = minutes * 60 / self.unit;
        while left > 0 {
            left -= i64::from(self.is_open(at));
            at += 1;
        }
        let target = at;
        let mut limit = target;
        if self.day(target - 1) != self.day(start) {
            while self.is_open(limit) {
                limit += 1;
            }
        }
        Walked {
            start,
            target,
            limit,
        }
    }

    /// Counts the open seconds between two instants.
    pub fn seconds(&self, from: i64, to: i64) -> i64 {
        let mut count = 0;
        for at in from..to {
            count += i64::from(self.is_open(at));
        }
        count * self.unit
    }
}
