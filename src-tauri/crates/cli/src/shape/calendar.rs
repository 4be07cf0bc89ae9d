use business_time::{HolidaySource, YearDifference};
use chrono::NaiveDate;
use desk::{CalendarYear, ClosedDay, HolidayImport};
use serde::Serialize;

use super::step::closed;

/// A year of the business calendar.
#[derive(Serialize)]
pub struct YearShape {
    year: i32,
    provisional: bool,
    source: Option<&'static str>,
    business_days: u32,
    closed: Vec<ClosedShape>,
}

#[derive(Serialize)]
struct ClosedShape {
    on: String,
    because: &'static str,
    name: Option<String>,
    provisional: bool,
}

/// What a list of holidays changes.
#[derive(Serialize)]
pub struct HolidayImportShape {
    dry_run: bool,
    operation: Option<String>,
    years: Vec<i32>,
    differences: Vec<DifferenceShape>,
}

/// What changes in one year.
#[derive(Serialize)]
pub struct DifferenceShape {
    year: i32,
    added: Vec<HolidayShape>,
    removed: Vec<HolidayShape>,
}

#[derive(Serialize)]
struct HolidayShape {
    on: String,
    name: String,
}

impl YearShape {
    /// Shows a year.
    pub fn of(year: &CalendarYear) -> Self {
        Self {
            year: year.year,
            provisional: year.provisional,
            source: year.source.map(source_code),
            business_days: year.business_days,
            closed: year.closed.iter().map(closed_day).collect(),
        }
    }
}

impl HolidayImportShape {
    /// Shows an import; without an operation nothing was written.
    pub fn of(import: &HolidayImport, operation: Option<String>) -> Self {
        Self {
            dry_run: operation.is_none(),
            operation,
            years: import.years.clone(),
            differences: import.differences.iter().map(difference).collect(),
        }
    }
}

fn closed_day(day: &ClosedDay) -> ClosedShape {
    let (because, name, provisional) = closed(&day.because);
    ClosedShape {
        on: day.on.to_string(),
        because,
        name,
        provisional,
    }
}

/// Shows what changes in one year.
pub fn difference(difference: &YearDifference) -> DifferenceShape {
    DifferenceShape {
        year: difference.year,
        added: difference.added.iter().map(holiday).collect(),
        removed: difference.removed.iter().map(holiday).collect(),
    }
}

fn holiday((on, name): &(NaiveDate, String)) -> HolidayShape {
    HolidayShape {
        on: on.to_string(),
        name: name.clone(),
    }
}

const fn source_code(source: HolidaySource) -> &'static str {
    match source {
        HolidaySource::Shipped => "shipped",
        HolidaySource::Computed => "computed",
        HolidaySource::Imported => "imported",
    }
}
