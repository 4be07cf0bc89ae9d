//! The calendars and holidays that the options name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use business_time::{
    BusinessCalendar, CalendarProblem, CalendarVersion, HolidayProblem, Holidays,
    ReadCalendarsError, read_calendars, read_holidays,
};
use desk::{DeskError, read_reference_file};

/// The name of the calendar of cases that name none.
const STANDARD: &str = "std";

/// Why an option cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OptionError {
    /// The file cannot be read, or is too large.
    #[error(transparent)]
    File(#[from] DeskError),
    /// The file is no table of calendars.
    #[error("{}: {error}", path.display())]
    Calendars {
        path: PathBuf,
        error: ReadCalendarsError,
    },
    /// A calendar contradicts itself.
    #[error("the calendar {name}: {}", joined(problems))]
    Calendar {
        name: String,
        problems: Vec<CalendarProblem>,
    },
    /// The file is no list of holidays.
    #[error("{}: {}", path.display(), joined(problems))]
    Holidays {
        path: PathBuf,
        problems: Vec<HolidayProblem>,
    },
}

fn joined(problems: &[impl ToString]) -> String {
    problems
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

impl OptionError {
    /// Gives the code that programs tell the errors apart by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::File(error) => error.code(),
            Self::Calendars { .. } | Self::Calendar { .. } => "bad-calendars",
            Self::Holidays { .. } => "bad-holidays",
        }
    }
}

/// Compiles the calendars of a file, or the standard one alone, over the holidays shipped or given.
pub fn load(
    calendars: Option<&Path>,
    holidays: Option<&Path>,
) -> Result<BTreeMap<String, BusinessCalendar>, OptionError> {
    let holidays = match holidays {
        Some(path) => Holidays::shipped().with_imported(&holidays_of(path)?),
        None => Holidays::shipped(),
    };
    let mut compiled = BTreeMap::new();
    for (name, version) in versions(calendars)? {
        let calendar = BusinessCalendar::compile(&[version], &holidays).map_err(|problems| {
            OptionError::Calendar {
                name: name.clone(),
                problems,
            }
        })?;
        compiled.insert(name, calendar);
    }
    Ok(compiled)
}

fn versions(calendars: Option<&Path>) -> Result<BTreeMap<String, CalendarVersion>, OptionError> {
    let mut versions = match calendars {
        Some(path) => {
            let text = String::from_utf8_lossy(&read_reference_file(path)?).into_owned();
            let error = |error| OptionError::Calendars {
                path: path.to_owned(),
                error,
            };
            read_calendars(text.trim_start_matches('\u{feff}')).map_err(error)?
        }
        None => BTreeMap::new(),
    };
    versions
        .entry(STANDARD.to_owned())
        .or_insert_with(CalendarVersion::standard);
    Ok(versions)
}

fn holidays_of(path: &Path) -> Result<business_time::ImportedHolidays, OptionError> {
    read_holidays(&without_computed(&read_reference_file(path)?)).map_err(|problems| {
        OptionError::Holidays {
            path: path.to_owned(),
            problems,
        }
    })
}

/// Empties the rows that a list marks as computed: their years are not published, and what is computed here stays
/// marked as such in the answers.
fn without_computed(list: &[u8]) -> Vec<u8> {
    let rows = list.split(|byte| *byte == b'\n');
    let kept = rows.map(|row| {
        if row.trim_ascii_end().ends_with(b",computed") {
            &[]
        } else {
            row
        }
    });
    kept.collect::<Vec<_>>().join(&b'\n')
}
