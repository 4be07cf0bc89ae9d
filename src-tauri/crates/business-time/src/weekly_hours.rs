use std::{fmt, str::FromStr};

use chrono::Weekday;
use serde::{Deserialize, Serialize};

/// A time of day in whole seconds from 00:00 to 24:00, the end of the day included; written
/// `HH:MM` or `HH:MM:SS`.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u32);

impl TimeOfDay {
    /// 00:00, the start of a day.
    pub const START: Self = Self(0);
    /// 24:00, the end of a day.
    pub const END: Self = Self(86_400);

    /// Makes the time `secs` seconds after 00:00; none beyond 24:00.
    pub const fn from_secs(secs: u32) -> Option<Self> {
        if secs <= Self::END.0 {
            Some(Self(secs))
        } else {
            None
        }
    }

    /// Makes the time of `hour` and `minute`; none beyond 24:00.
    pub const fn from_hm(hour: u32, minute: u32) -> Option<Self> {
        if hour > 24 || minute > 59 {
            return None;
        }
        Self::from_secs(hour * 3_600 + minute * 60)
    }

    /// Returns the seconds since 00:00, 0 to 86,400.
    pub const fn as_secs(self) -> u32 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes, seconds) = (self.0 / 3_600, self.0 / 60 % 60, self.0 % 60);
        write!(f, "{hours:02}:{minutes:02}")?;
        if seconds == 0 {
            Ok(())
        } else {
            write!(f, ":{seconds:02}")
        }
    }
}

/// Why a text is no interval of opening hours.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum IntervalError {
    /// The text is not two times with `-` between them.
    #[error("not an interval such as 09:30-17:30: {0}")]
    Shape(String),
    /// A time is not `HH:MM` or `HH:MM:SS` from 00:00 to 24:00.
    #[error("no such time of day: {0}")]
    NoSuchTime(String),
    /// The interval does not close after it opens.
    #[error("closes before it opens: {0}")]
    Order(String),
}

impl FromStr for TimeOfDay {
    type Err = IntervalError;

    fn from_str(text: &str) -> Result<Self, IntervalError> {
        let error = || IntervalError::NoSuchTime(text.to_owned());
        let part = |part: &str| match part.as_bytes() {
            [b'0'..=b'9', b'0'..=b'9'] => part.parse::<u32>().map_err(|_| error()),
            _ => Err(error()),
        };
        let parts = text.split(':').map(part).collect::<Result<Vec<_>, _>>()?;
        let (hour, minute, second) = match *parts.as_slice() {
            [hour, minute] => (hour, minute, 0),
            [hour, minute, second] if second < 60 => (hour, minute, second),
            _ => return Err(error()),
        };
        Self::from_hm(hour, minute)
            .and_then(|at| Self::from_secs(at.0 + second))
            .ok_or_else(error)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = IntervalError;

    fn try_from(text: String) -> Result<Self, IntervalError> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(at: TimeOfDay) -> Self {
        at.to_string()
    }
}

/// One stretch of opening hours on a day, `[open, close)`, written `09:30-17:30`; it may close at
/// 24:00.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Interval {
    open: TimeOfDay,
    close: TimeOfDay,
}

impl Interval {
    /// Makes an interval; none where it does not close after it opens.
    pub fn new(open: TimeOfDay, close: TimeOfDay) -> Option<Self> {
        (open < close).then_some(Self { open, close })
    }

    /// Returns the time at which it opens.
    pub const fn open(self) -> TimeOfDay {
        self.open
    }

    /// Returns the time at which it closes; the interval does not contain it.
    pub const fn close(self) -> TimeOfDay {
        self.close
    }
}

impl FromStr for Interval {
    type Err = IntervalError;

    fn from_str(text: &str) -> Result<Self, IntervalError> {
        let (open, close) = text
            .split_once('-')
            .ok_or_else(|| IntervalError::Shape(text.to_owned()))?;
        Self::new(open.trim().parse()?, close.trim().parse()?)
            .ok_or_else(|| IntervalError::Order(text.to_owned()))
    }
}

impl TryFrom<String> for Interval {
    type Error = IntervalError;

    fn try_from(text: String) -> Result<Self, IntervalError> {
        text.parse()
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.open, self.close)
    }
}

impl From<Interval> for String {
    fn from(interval: Interval) -> Self {
        interval.to_string()
    }
}

/// The opening hours of each day of the week, any number of intervals a day; a day without one is
/// closed. Written `{ mon = ["09:30-17:30"], … }`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WeeklyHours {
    /// The intervals of a Monday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mon: Vec<Interval>,
    /// The intervals of a Tuesday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tue: Vec<Interval>,
    /// The intervals of a Wednesday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wed: Vec<Interval>,
    /// The intervals of a Thursday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thu: Vec<Interval>,
    /// The intervals of a Friday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fri: Vec<Interval>,
    /// The intervals of a Saturday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sat: Vec<Interval>,
    /// The intervals of a Sunday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sun: Vec<Interval>,
}

/// The days of the week, Monday first.
pub(crate) const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

impl WeeklyHours {
    /// A week without hours.
    pub const CLOSED: Self = Self {
        mon: Vec::new(),
        tue: Vec::new(),
        wed: Vec::new(),
        thu: Vec::new(),
        fri: Vec::new(),
        sat: Vec::new(),
        sun: Vec::new(),
    };

    /// Makes a week that has the same intervals on each of `weekdays` and is closed otherwise.
    pub fn same(weekdays: &[Weekday], intervals: &[Interval]) -> Self {
        let mut week = Self::default();
        for weekday in weekdays {
            *week.on_mut(*weekday) = intervals.to_vec();
        }
        week
    }

    /// Returns the intervals of one day of the week, as they are written.
    pub fn on(&self, weekday: Weekday) -> &[Interval] {
        match weekday {
            Weekday::Mon => &self.mon,
            Weekday::Tue => &self.tue,
            Weekday::Wed => &self.wed,
            Weekday::Thu => &self.thu,
            Weekday::Fri => &self.fri,
            Weekday::Sat => &self.sat,
            Weekday::Sun => &self.sun,
        }
    }

    /// Gives all days that have hours the same intervals; the others stay closed.
    pub fn set_open_days(&mut self, intervals: &[Interval]) {
        for weekday in WEEK {
            let day = self.on_mut(weekday);
            if !day.is_empty() {
                *day = intervals.to_vec();
            }
        }
    }

    /// Returns the intervals of one day of the week, to be changed.
    pub fn on_mut(&mut self, weekday: Weekday) -> &mut Vec<Interval> {
        match weekday {
            Weekday::Mon => &mut self.mon,
            Weekday::Tue => &mut self.tue,
            Weekday::Wed => &mut self.wed,
            Weekday::Thu => &mut self.thu,
            Weekday::Fri => &mut self.fri,
            Weekday::Sat => &mut self.sat,
            Weekday::Sun => &mut self.sun,
        }
    }
}

#[cfg(test)]
mod tests;
