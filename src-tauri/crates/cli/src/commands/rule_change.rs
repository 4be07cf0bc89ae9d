//! What a command wants changed in the rules: hours, closing days, holidays, a pack.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use business_time::{CalendarEdit, Interval, MonthDay, WeeklyHours};
use chrono::{NaiveDate, Weekday};
use desk::{Desk, DeskError, RuleChange, Rules, read_reference_file, read_reference_text};

use crate::failure::Failure;

/// A change of the business calendar: closing days and hours, or a list of holidays, or all versions.
#[derive(clap::Args)]
pub struct CalendarChange {
    /// Closes a date, with its name if it has one: `2027-01-04=創立記念日`; may be repeated
    #[arg(long = "close", value_name = "DATE[=NAME]")]
    closes: Vec<NamedDay>,
    /// Opens a closing day again; may be repeated
    #[arg(long = "reopen", value_name = "DATE")]
    reopens: Vec<NaiveDate>,
    /// Closes on a day of every year, `12-29`; may be repeated
    #[arg(long = "close-yearly", value_name = "MM-DD")]
    closes_yearly: Vec<MonthDay>,
    /// Opens a closing day of every year again; may be repeated
    #[arg(long = "reopen-yearly", value_name = "MM-DD")]
    reopens_yearly: Vec<MonthDay>,
    /// Other hours: `10:00-18:00` for all days that are open in the week, `sat=10:00-15:00` for one, `wed=` closes it; may be repeated
    #[arg(long = "hours", value_name = "[DAY=]HH:MM-HH:MM")]
    hours: Vec<DayHours>,
    /// The first date of the hours and yearly days; without it today
    #[arg(long, value_name = "DATE")]
    since: Option<NaiveDate>,
    /// Gives up the version that begins on that date; may be repeated
    #[arg(long = "remove-version", value_name = "DATE")]
    removes: Vec<NaiveDate>,
    /// A list of holidays as the Cabinet Office publishes it
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    holidays: Option<PathBuf>,
    /// All versions of the calendar as JSON, in the place of those in force
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    versions: Option<PathBuf>,
}

/// A date with a name.
#[derive(Clone, Debug)]
struct NamedDay {
    on: NaiveDate,
    name: Option<String>,
}

impl FromStr for NamedDay {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, chrono::ParseError> {
        let (on, name) = text.split_once('=').unwrap_or((text, ""));
        let name = Some(name.trim().to_owned()).filter(|it| !it.is_empty());
        Ok(Self {
            on: on.parse()?,
            name,
        })
    }
}

/// Hours of a day of the week, or of all that are open.
#[derive(Clone, Debug)]
struct DayHours {
    weekday: Option<Weekday>,
    intervals: Vec<Interval>,
}

impl FromStr for DayHours {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (weekday, hours) = match text.split_once('=') {
            Some((day, hours)) => {
                let weekday = day.parse::<Weekday>();
                (
                    Some(weekday.map_err(|error| format!("{day}: {error}"))?),
                    hours,
                )
            }
            None => (None, text),
        };
        let intervals = hours.split(',').filter(|it| !it.trim().is_empty());
        let intervals = intervals.map(|it| it.trim().parse::<Interval>());
        let intervals = intervals.collect::<Result<Vec<_>, _>>();
        Ok(Self {
            weekday,
            intervals: intervals.map_err(|error| error.to_string())?,
        })
    }
}

impl CalendarChange {
    /// Gives the one change that is asked for; none where nothing is.
    pub fn read(&self, desk: &Desk) -> Result<Option<RuleChange>, Failure> {
        let edits = self.edits(desk)?;
        let mut changes = Vec::new();
        if !edits.is_empty() {
            changes.push(RuleChange::Calendar(edits));
        }
        if let Some(file) = &self.holidays {
            changes.push(RuleChange::holidays(&read_reference_file(file)?)?);
        }
        if let Some(file) = &self.versions {
            changes.push(versions(file)?);
        }
        match changes.len() {
            0 | 1 => Ok(changes.pop()),
            _ => Err(Failure::Usage(
                "--holidays and --versions go alone".to_owned(),
            )),
        }
    }

    fn edits(&self, desk: &Desk) -> Result<Vec<CalendarEdit>, Failure> {
        let rules = desk.rules();
        let today = rules.calendar.date_of(desk.now());
        let effective_on = self.since.unwrap_or(today);
        let mut edits: Vec<CalendarEdit> = Vec::new();
        if !self.hours.is_empty() {
            let weekly = self.weekly(&rules, effective_on);
            edits.push(CalendarEdit::Hours {
                effective_on,
                weekly,
            });
        }
        let removes = self.removes.iter().copied();
        edits.extend(removes.map(|effective_on| CalendarEdit::RemoveVersion { effective_on }));
        let yearly = self.closes_yearly.iter().copied();
        edits.extend(yearly.map(|day| CalendarEdit::CloseYearly { day, effective_on }));
        let yearly = self.reopens_yearly.iter().copied();
        edits.extend(yearly.map(|day| CalendarEdit::ReopenYearly { day, effective_on }));
        edits.extend(self.closes.iter().cloned().map(|day| CalendarEdit::Close {
            on: day.on,
            name: day.name,
        }));
        let reopens = self.reopens.iter().copied();
        edits.extend(reopens.map(|on| CalendarEdit::Reopen { on }));
        Ok(edits)
    }

    /// Gives the week that holds from a date on, with the hours that are asked for.
    fn weekly(&self, rules: &Rules, on: NaiveDate) -> WeeklyHours {
        let mut weekly = rules.weekly_on(on).clone();
        for hours in &self.hours {
            match hours.weekday {
                Some(weekday) => *weekly.on_mut(weekday) = hours.intervals.clone(),
                None => weekly.set_open_days(&hours.intervals),
            }
        }
        weekly
    }
}

/// Reads all versions of a calendar.
fn versions(file: &Path) -> Result<RuleChange, Failure> {
    let text = read_reference_text(file)?;
    let versions = serde_json::from_str(&text).map_err(|error| DeskError::UnreadableFile {
        path: file.display().to_string(),
        problem: error.into(),
    })?;
    Ok(RuleChange::CalendarVersions(versions))
}

/// Reads a policy pack.
pub fn pack(file: &Path) -> Result<RuleChange, Failure> {
    Ok(RuleChange::pack(&read_reference_text(file)?)?)
}
