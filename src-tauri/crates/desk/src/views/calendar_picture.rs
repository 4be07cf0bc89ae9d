//! A year of the business calendar as a picture: every day with its hours, or why it has none.

use business_time::{CalendarVersion, ClosedBecause, HolidaySource, Interval};
use chrono::{Datelike, NaiveDate};

use crate::{Desk, DeskError};

/// A year of the business calendar, day by day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarPicture {
    /// The year.
    pub year: i32,
    /// Where its holidays come from.
    pub source: Option<HolidaySource>,
    /// How many business days it has.
    pub business_days: u32,
    /// Every day, in order.
    pub days: Vec<PictureDay>,
    /// All versions of the calendar, by their first days.
    pub versions: Vec<CalendarVersion>,
    /// Today in the centre's zone.
    pub today: NaiveDate,
}

/// A day of the picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PictureDay {
    /// The day.
    pub on: NaiveDate,
    /// Its hours; none where it is closed.
    pub hours: Vec<Interval>,
    /// Why it is closed, where it is.
    pub closed: Option<ClosedBecause>,
    /// The name of the national holiday on it, whether that closes it or not.
    pub holiday: Option<String>,
    /// Whether it is a closing day on a single date: that can be given up by itself.
    pub single: bool,
}

impl Desk {
    /// Reads a year of the business calendar as a picture.
    ///
    /// # Errors
    /// [`DeskError::OutOfRange`] outside 1955–2100.
    pub fn calendar_picture(&self, year: i32) -> Result<CalendarPicture, DeskError> {
        let rules = self.rules();
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
        let mut days = Vec::with_capacity(366);
        for on in first.iter_days().take_while(|on| on.year() == first.year()) {
            let day = rules.calendar.day(on)?;
            days.push(PictureDay {
                on,
                hours: rules.hours_on(on, day.closed.is_some()),
                closed: day.closed,
                holiday: rules.holidays.name_on(on).map(str::to_owned),
                single: rules.closes_on(on),
            });
        }
        let open = days.iter().filter(|day| day.closed.is_none()).count();
        let mut versions = rules.calendar_versions.clone();
        versions.sort_by_key(|version| version.effective_on);
        Ok(CalendarPicture {
            year,
            source: rules.holidays.source(year),
            business_days: u32::try_from(open).unwrap_or(u32::MAX),
            days,
            versions,
            today: rules.calendar.date_of(self.now()),
        })
    }
}

impl crate::Rules {
    /// Gives the hours of a day that is open, in order.
    fn hours_on(&self, on: NaiveDate, closed: bool) -> Vec<Interval> {
        let Some(version) = self.version_on(on).filter(|_| !closed) else {
            return Vec::new();
        };
        let dated = version.overrides.iter().find(|it| it.on == on);
        let mut hours = dated.map_or_else(
            || version.weekly.on(on.weekday()).to_vec(),
            |it| it.intervals.clone(),
        );
        hours.sort_unstable();
        hours
    }

    /// Tells whether the day is a closing day on a single date.
    fn closes_on(&self, on: NaiveDate) -> bool {
        let version = self.version_on(on);
        version.is_some_and(|it| it.closing_days.iter().any(|day| day.on == on))
    }
}
