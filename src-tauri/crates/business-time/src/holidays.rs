use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::range::{FIRST_YEAR, LAST_YEAR};

mod computed;
mod imported;
mod shipped;

pub use imported::{HolidayProblem, HolidayProblemKind, ImportedHolidays, read_holidays};

/// Where a year's holidays come from.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidaySource {
    /// The government's list that is shipped.
    Shipped,
    /// The statute and the approximated equinoxes: provisional until the government publishes.
    Computed,
    /// A list that was imported.
    Imported,
}

/// A Japanese national holiday.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Holiday {
    /// Its date.
    pub on: NaiveDate,
    /// Its name as the source has it.
    pub name: String,
    /// Where its year comes from.
    pub source: HolidaySource,
}

/// What an import changes in one year.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct YearDifference {
    /// The year.
    pub year: i32,
    /// The holidays that the import has and the present list has not.
    pub added: Vec<(NaiveDate, String)>,
    /// The holidays that the present list has and the import has not.
    pub removed: Vec<(NaiveDate, String)>,
}

/// The national holidays of 1955–2100 in three layers: the government's list as shipped, the years
/// after it computed and provisional, and imported lists that replace whole years.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holidays {
    years: BTreeMap<i32, Year>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Year {
    source: HolidaySource,
    days: BTreeMap<NaiveDate, String>,
}

impl Holidays {
    /// Returns the holidays without any import.
    pub fn shipped() -> Self {
        let list = shipped::list();
        let last = list
            .years
            .keys()
            .next_back()
            .copied()
            .unwrap_or(FIRST_YEAR - 1);
        let computed = (last + 1..=LAST_YEAR).map(|year| {
            (
                year,
                Year {
                    source: HolidaySource::Computed,
                    days: computed::in_year(year),
                },
            )
        });
        let mut holidays = Self {
            years: computed.collect(),
        };
        holidays.replace(&list, HolidaySource::Shipped);
        holidays
    }

    /// Returns these holidays with each year that `imported` has replaced as a whole.
    #[must_use]
    pub fn with_imported(mut self, imported: &ImportedHolidays) -> Self {
        self.replace(imported, HolidaySource::Imported);
        self
    }

    fn replace(&mut self, list: &ImportedHolidays, source: HolidaySource) {
        for (year, days) in &list.years {
            self.years.insert(
                *year,
                Year {
                    source,
                    days: days.iter().cloned().collect(),
                },
            );
        }
    }

    /// Returns the name of the holiday on that date, if it is one.
    pub fn name_on(&self, on: NaiveDate) -> Option<&str> {
        self.years
            .get(&on.year())?
            .days
            .get(&on)
            .map(String::as_str)
    }

    /// Tells whether the year's holidays are computed, not published.
    pub fn provisional(&self, year: i32) -> bool {
        self.source(year) == Some(HolidaySource::Computed)
    }

    /// Returns where the year's holidays come from; none outside 1955–2100.
    pub fn source(&self, year: i32) -> Option<HolidaySource> {
        self.years.get(&year).map(|year| year.source)
    }

    /// Returns the year's holidays by date; none outside 1955–2100.
    pub fn in_year(&self, year: i32) -> Vec<Holiday> {
        let Some(Year { source, days }) = self.years.get(&year) else {
            return Vec::new();
        };
        days.iter()
            .map(|(on, name)| Holiday {
                on: *on,
                name: name.clone(),
                source: *source,
            })
            .collect()
    }
}

impl ImportedHolidays {
    /// Returns, year by year, which dates this list adds to the present holidays and which it
    /// removes; years that stay as they are, are left out. A year that shrinks shows here.
    pub fn difference_to(&self, present: &Holidays) -> Vec<YearDifference> {
        self.years
            .iter()
            .map(|(year, days)| difference(*year, days, present))
            .filter(|difference| !difference.added.is_empty() || !difference.removed.is_empty())
            .collect()
    }
}

fn difference(year: i32, days: &[(NaiveDate, String)], present: &Holidays) -> YearDifference {
    let dates: BTreeSet<NaiveDate> = days.iter().map(|(on, _)| *on).collect();
    YearDifference {
        year,
        added: days
            .iter()
            .filter(|(on, _)| present.name_on(*on).is_none())
            .cloned()
            .collect(),
        removed: present
            .in_year(year)
            .into_iter()
            .filter(|holiday| !dates.contains(&holiday.on))
            .map(|holiday| (holiday.on, holiday.name))
            .collect(),
    }
}

#[cfg(test)]
mod tests;
