use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{Interval, TimeOfDay, WeeklyHours, range};

/// One version of a business calendar as it is written. A dated override beats everything else
/// on its date; then weekly hours, national holidays and closing days decide.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarVersion {
    /// The name under which answers refer to this version.
    pub id: String,
    /// The first date to which this version applies.
    pub effective_on: NaiveDate,
    /// The zone in which all its dates and times are meant.
    pub time_zone: Tz,
    /// The opening hours of each day of the week.
    pub weekly: WeeklyHours,
    /// Whether Japanese national holidays are closed.
    pub national_holidays: bool,
    /// The company's own closing days that come again every year, `MM-DD`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closing_days_yearly: Vec<MonthDay>,
    /// The company's own closing days on single dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closing_days: Vec<ClosingDay>,
    /// Dates whose hours differ from the week's, closed or not; no intervals means closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<DatedHours>,
}

impl CalendarVersion {
    /// Returns the calendar that is shipped: Monday to Friday 09:30–17:30 in Asia/Tokyo, closed on
    /// national holidays (§14); a company adds its own closing days.
    pub fn standard() -> Self {
        let hours = TimeOfDay::from_hm(9, 30)
            .zip(TimeOfDay::from_hm(17, 30))
            .and_then(|(open, close)| Interval::new(open, close));
        let weekdays = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
        ];
        Self {
            id: "standard".to_owned(),
            effective_on: range::FIRST_DATE,
            time_zone: Tz::Asia__Tokyo,
            weekly: WeeklyHours::same(&weekdays, hours.as_slice()),
            national_holidays: true,
            closing_days_yearly: Vec::new(),
            closing_days: Vec::new(),
            overrides: Vec::new(),
        }
    }
}

/// A closing day on one date, with the name it has in the company.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosingDay {
    /// The date that is closed.
    pub on: NaiveDate,
    /// What the day is called, where it has a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The opening hours of one date, in place of everything else that would decide there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedHours {
    /// The date.
    pub on: NaiveDate,
    /// Its intervals; none means closed.
    #[serde(default)]
    pub intervals: Vec<Interval>,
}

/// A day of any year, written `MM-DD`; 02-29 exists in leap years only.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MonthDay {
    month: u32,
    day: u32,
}

/// The text is not a day of a year, `MM-DD`.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a day of a year such as 12-29: {0}")]
pub struct MonthDayError(pub String);

impl MonthDay {
    /// Makes a day of a year; none where no year has it.
    pub fn new(month: u32, day: u32) -> Option<Self> {
        // A leap year has every day that any year has.
        NaiveDate::from_ymd_opt(2000, month, day).map(Self::of)
    }

    /// Returns the day of the year on which the date `on` falls.
    pub fn of(on: NaiveDate) -> Self {
        Self {
            month: on.month(),
            day: on.day(),
        }
    }
}

impl FromStr for MonthDay {
    type Err = MonthDayError;

    fn from_str(text: &str) -> Result<Self, MonthDayError> {
        let error = || MonthDayError(text.to_owned());
        let [b'0'..=b'9', b'0'..=b'9', b'-', b'0'..=b'9', b'0'..=b'9'] = text.as_bytes() else {
            return Err(error());
        };
        let (month, day) = text.split_once('-').ok_or_else(error)?;
        let month = month.parse().map_err(|_| error())?;
        let day = day.parse().map_err(|_| error())?;
        Self::new(month, day).ok_or_else(error)
    }
}

impl TryFrom<String> for MonthDay {
    type Error = MonthDayError;

    fn try_from(text: String) -> Result<Self, MonthDayError> {
        text.parse()
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests;
