//! A year of the business calendar, for reading.

use business_time::{ClosedBecause, HolidaySource};
use chrono::NaiveDate;

use crate::{Desk, DeskError};

/// A year of the business calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// Whether its holidays are computed 祝日（予定）.
    pub provisional: bool,
    /// Where its holidays come from.
    pub source: Option<HolidaySource>,
    /// The business days of the year.
    pub business_days: u32,
    /// The days that are closed for another reason than the weekday.
    pub closed: Vec<ClosedDay>,
}

/// A closed day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClosedDay {
    /// The day.
    pub on: NaiveDate,
    /// Why it is closed.
    pub because: ClosedBecause,
}

impl Desk {
    /// Reads a year of the business calendar.
    ///
    /// # Errors
    /// [`DeskError::OutOfRange`] outside 1955–2100.
    pub fn calendar_year(&self, year: i32) -> Result<CalendarYear, DeskError> {
        let rules = self.rules();
        let mut closed = Vec::new();
        let mut business_days = 0;
        // A year that chrono does not know is outside the calendar's years too.
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
        for on in first
            .iter_days()
            .take_while(|on| chrono::Datelike::year(on) == chrono::Datelike::year(&first))
        {
            match rules.calendar.day(on)?.closed {
                None => business_days += 1,
                Some(ClosedBecause::Weekday) => {}
                Some(because) => closed.push(ClosedDay { on, because }),
            }
        }
        Ok(CalendarYear {
            year,
            provisional: rules.holidays.provisional(year),
            source: rules.holidays.source(year),
            business_days,
            closed,
        })
    }
}
