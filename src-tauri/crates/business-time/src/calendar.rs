use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{BusinessDuration, CalendarVersion, Holidays, Instant, range};

mod compile;
mod days;
mod problem;
mod rules;
mod span_table;
mod zone;

pub use problem::{CalendarProblem, HoursOf};

use days::Days;
use rules::Rules;
use span_table::SpanTable;
use zone::Zone;

/// A question or its answer lies outside the years 1955–2100 that a calendar covers.
#[derive(Copy, Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("outside the years 1955 to 2100")]
pub struct OutOfRange;

/// The next opening or closing of a calendar.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// The instant from which the calendar is open or closed.
    pub at: Instant,
    /// Whether it opens then; otherwise it closes.
    pub opens: bool,
}

/// Why a day has no opening hours.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum ClosedBecause {
    /// The week has no hours on that day.
    Weekday,
    /// The day is a national holiday.
    NationalHoliday {
        /// Its name.
        name: String,
        /// Whether its year is computed, not published.
        provisional: bool,
    },
    /// The day is a closing day of the company's own.
    ClosingDay {
        /// Its name, where it has one.
        name: Option<String>,
    },
    /// An override closes that date.
    Override,
}

/// One day of a calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Day<'calendar> {
    /// The date in the calendar's zone.
    pub on: NaiveDate,
    /// Its opening hours in order, each `[open, close)`; none on a closed day.
    pub intervals: Vec<(Instant, Instant)>,
    /// Why it is closed, where it is; none for hours that a change of the clocks skips whole.
    pub closed: Option<ClosedBecause>,
    /// Whether the answer rests on computed holidays.
    pub provisional: bool,
    /// The id of the version in force.
    pub calendar_version: &'calendar str,
}

/// A business calendar, compiled once into tables over 1955–2100; every question is a look-up.
///
/// Where a change of the clocks skips a time that opens or closes, the first instant after the gap
/// stands for it; where it repeats one, opening is the first and closing the second of the two.
#[derive(Clone, Debug)]
pub struct BusinessCalendar {
    rules: Rules,
    zone: Zone,
    spans: SpanTable,
    days: Days,
}

impl BusinessCalendar {
    /// Compiles a calendar from its versions, in any order. Each date is under the version
    /// effective on it; before the first version, the first.
    ///
    /// # Errors
    /// All problems of all versions at once.
    pub fn compile(
        versions: &[CalendarVersion],
        holidays: &Holidays,
    ) -> Result<Self, Vec<CalendarProblem>> {
        compile::calendar(versions, holidays)
    }

    /// Returns the time zone that all versions share.
    pub fn time_zone(&self) -> Tz {
        self.zone.tz()
    }

    /// Returns the seconds by which the calendar's zone is ahead of UTC at that instant.
    pub fn offset_secs(&self, at: Instant) -> i32 {
        self.zone.offset_secs(at)
    }

    /// Tells whether the calendar is open at that instant.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 1955–2100.
    pub fn is_open(&self, at: Instant) -> Result<bool, OutOfRange> {
        self.spans.is_open(at.as_micros())
    }

    /// Returns the next instant at which the calendar is open: `at` itself, where it is.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 1955–2100.
    pub fn next_opening(&self, at: Instant) -> Result<Instant, OutOfRange> {
        self.spans.next_opening(at.as_micros()).map(Instant::known)
    }

    /// Returns the next opening or closing strictly after `at`. Intervals that touch are one.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 1955–2100.
    pub fn next_change(&self, at: Instant) -> Result<Change, OutOfRange> {
        let (at, opens) = self.spans.next_change(at.as_micros())?;
        Ok(Change {
            at: Instant::known(at),
            opens,
        })
    }

    /// Returns until when the calendar stays open, or closed, as far as is known: up to its next change, or to the end
    /// of its years, as where it never closes.
    ///
    /// # Errors
    /// [`OutOfRange`] where `at` lies outside 1955–2100.
    pub fn stays_until(&self, at: Instant) -> Result<Instant, OutOfRange> {
        self.is_open(at)?;
        let change = self.next_change(at).map(|change| change.at);
        Ok(change.unwrap_or_else(|OutOfRange| Instant::known(self.spans.end())))
    }

    /// Returns the first instant at which `by` of business time has passed since the next opening:
    /// a day's time that is exactly used up ends at its close, not at the next opening. Nothing
    /// passes by [`Self::next_opening`]. Where `by` is negative, returns the last instant from
    /// which that much passes until `at`: the day's opening, not the close before.
    ///
    /// # Errors
    /// [`OutOfRange`] where `at` or the result lies outside 1955–2100.
    pub fn add(&self, at: Instant, by: BusinessDuration) -> Result<Instant, OutOfRange> {
        self.spans
            .add(at.as_micros(), by.as_micros())
            .map(Instant::known)
    }

    /// Returns the business time from `from` to `to`; negative where `to` is the earlier.
    ///
    /// # Errors
    /// [`OutOfRange`] where either lies outside 1955–2100.
    pub fn between(&self, from: Instant, to: Instant) -> Result<BusinessDuration, OutOfRange> {
        let micros =
            self.spans.position(to.as_micros())? - self.spans.position(from.as_micros())?;
        Ok(BusinessDuration::from_micros(micros))
    }

    /// Returns the civil date of an instant in the calendar's zone.
    pub fn date_of(&self, at: Instant) -> NaiveDate {
        let day = self.zone.epoch_day_of(at);
        range::epoch_day_index(day)
            .and_then(|index| self.days.date(index))
            .unwrap_or_else(|| range::date_at_epoch_day(day))
    }

    /// Returns the first instant of a day in the calendar's zone.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 1955–2100.
    pub fn start_of(&self, on: NaiveDate) -> Result<Instant, OutOfRange> {
        range::day_index(on).ok_or(OutOfRange)?;
        self.zone.midnight(on).ok_or(OutOfRange)
    }

    /// Describes one day: its hours, or why it is closed, and the version that says so.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 1955–2100.
    pub fn day(&self, on: NaiveDate) -> Result<Day<'_>, OutOfRange> {
        range::day_index(on).ok_or(OutOfRange)?;
        let rule = self.rules.on(on);
        let hours = rule.hours_on(on, self.rules.holidays());
        Ok(Day {
            on,
            intervals: hours
                .iter()
                .flat_map(|hours| self.zone.spans(on, hours))
                .collect(),
            closed: hours.err(),
            provisional: self.provisional(on),
            calendar_version: rule.id(),
        })
    }

    /// Returns the last close of a business day; none for a closed day.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 1955–2100.
    pub fn close_of(&self, on: NaiveDate) -> Result<Option<Instant>, OutOfRange> {
        let index = range::day_index(on).ok_or(OutOfRange)?;
        Ok(self.days.close_of(index))
    }

    /// Tells whether the day has opening hours.
    ///
    /// # Errors
    /// [`OutOfRange`] outside 1955–2100.
    pub fn is_business_day(&self, on: NaiveDate) -> Result<bool, OutOfRange> {
        Ok(self.close_of(on)?.is_some())
    }

    /// Returns the `n`-th business day after `on`, which itself is not counted; `on` for 0.
    ///
    /// # Errors
    /// [`OutOfRange`] where `on` or the result lies outside 1955–2100.
    pub fn nth_business_day_after(&self, on: NaiveDate, n: u32) -> Result<NaiveDate, OutOfRange> {
        let index = range::day_index(on).ok_or(OutOfRange)?;
        if n == 0 {
            return Ok(on);
        }
        self.days
            .nth_after(index, n)
            .and_then(|index| self.days.date(index))
            .ok_or(OutOfRange)
    }

    /// Returns `on`, if it is a business day, or the last one before it.
    ///
    /// # Errors
    /// [`OutOfRange`] where `on` or the result lies outside 1955–2100.
    pub fn business_day_on_or_before(&self, on: NaiveDate) -> Result<NaiveDate, OutOfRange> {
        let index = range::day_index(on).ok_or(OutOfRange)?;
        self.days
            .on_or_before(index)
            .and_then(|index| self.days.date(index))
            .ok_or(OutOfRange)
    }

    /// Tells whether the day rests on computed holidays: its year is not published, and the version
    /// in force closes on national holidays.
    pub fn provisional(&self, on: NaiveDate) -> bool {
        range::day_index(on).is_some_and(|index| self.days.provisional(index))
    }
}
