use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};
use chrono_tz::Tz;
use serde::Deserialize;

use crate::{CalendarVersion, ClosingDay, Interval, MonthDay, TimeOfDay, WeeklyHours, range};

/// Why a table of calendars cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadCalendarsError {
    /// The text is not JSON, or not of the expected shape.
    #[error(transparent)]
    Shape(#[from] serde_json::Error),
    /// A calendar does not close after it opens.
    #[error("calendar {0} closes before it opens")]
    Order(String),
    /// A calendar names a weekday other than 1 (Monday) to 7 (Sunday).
    #[error("calendar {0} has a weekday outside 1 to 7")]
    NoSuchWeekday(String),
}

/// Reads the short form of calendars that the test vectors use: a JSON object of names, each with
/// one interval for all its weekdays (1 = Monday to 7 = Sunday). The versions bear the calendar's
/// name and are effective from the first date covered.
///
/// # Errors
/// [`ReadCalendarsError`] where the text has another shape or a calendar makes no sense.
pub fn read_calendars(json: &str) -> Result<BTreeMap<String, CalendarVersion>, ReadCalendarsError> {
    let calendars: BTreeMap<String, ShortCalendar> = serde_json::from_str(json)?;
    calendars
        .into_iter()
        .map(|(name, calendar)| Ok((name.clone(), calendar.into_version(name)?)))
        .collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShortCalendar {
    time_zone: Tz,
    weekdays: Vec<u8>,
    open: TimeOfDay,
    close: TimeOfDay,
    national_holidays: bool,
    closing_days_yearly: Vec<MonthDay>,
    closing_days: Vec<NaiveDate>,
}

impl ShortCalendar {
    fn into_version(self, id: String) -> Result<CalendarVersion, ReadCalendarsError> {
        let weekdays = self
            .weekdays
            .iter()
            .map(|number| Weekday::try_from(number.wrapping_sub(1)))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|_| ReadCalendarsError::NoSuchWeekday(id.clone()))?;
        let hours = Interval::new(self.open, self.close)
            .ok_or_else(|| ReadCalendarsError::Order(id.clone()))?;
        Ok(CalendarVersion {
            id,
            effective_on: range::FIRST_DATE,
            time_zone: self.time_zone,
            weekly: WeeklyHours::same(&weekdays, &[hours]),
            national_holidays: self.national_holidays,
            closing_days_yearly: self.closing_days_yearly,
            closing_days: self
                .closing_days
                .into_iter()
                .map(|on| ClosingDay { on, name: None })
                .collect(),
            overrides: Vec::new(),
        })
    }
}
