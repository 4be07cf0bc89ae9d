use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{CalendarVersion, ClosingDay, MonthDay, WeeklyHours, range};

/// A change of a calendar's versions. What holds on a date is changed in the version effective on it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum CalendarEdit {
    /// The company closes on a date.
    Close {
        /// The date.
        on: NaiveDate,
        /// What the day is called, where it has a name.
        name: Option<String>,
    },
    /// A closing day on a single date is taken back.
    Reopen {
        /// The date.
        on: NaiveDate,
    },
    /// The company closes on a day of every year, from a date on.
    CloseYearly {
        /// The day of the year.
        day: MonthDay,
        /// The first date on which that holds.
        effective_on: NaiveDate,
    },
    /// A closing day of every year is given up, from a date on.
    ReopenYearly {
        /// The day of the year.
        day: MonthDay,
        /// The first date on which that holds.
        effective_on: NaiveDate,
    },
    /// The week has other hours, from a date on.
    Hours {
        /// The first date on which they hold.
        effective_on: NaiveDate,
        /// The hours of each day of the week.
        weekly: WeeklyHours,
    },
    /// A version is given up; the one before it goes on.
    RemoveVersion {
        /// The first date of the version.
        effective_on: NaiveDate,
    },
}

/// A change of a calendar's versions that cannot be made.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("change {}: {kind}", .edit + 1)]
pub struct CalendarEditProblem {
    /// Its place in the list of changes, from 0.
    pub edit: usize,
    /// Why.
    pub kind: CalendarEditProblemKind,
}

/// Why a change of a calendar's versions cannot be made.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CalendarEditProblemKind {
    /// The date is a closing day already.
    #[error("{0} is a closing day already")]
    ClosedAlready(NaiveDate),
    /// The date is none of the closing days on single dates; holds the nearest one, where there is one.
    #[error("{on} is no closing day on a single date")]
    NoClosingDay {
        /// The date.
        on: NaiveDate,
        /// The nearest date that is one.
        nearest: Option<NaiveDate>,
    },
    /// The day of the year is a closing day already.
    #[error("{0} is a closing day of every year already")]
    ClosedYearlyAlready(MonthDay),
    /// The day of the year is no closing day.
    #[error("{0} is no closing day of every year")]
    NoYearlyClosingDay(MonthDay),
    /// No version begins on the date; holds the nearest one that can be given up, where there is one.
    #[error("no version begins on {on}")]
    NoSuchVersion {
        /// The date.
        on: NaiveDate,
        /// The first date of the nearest version.
        nearest: Option<NaiveDate>,
    },
    /// The first version cannot be given up: nothing held before it.
    #[error("the version of {0} is the first one")]
    FirstVersion(NaiveDate),
    /// A date lies outside 1955–2100.
    #[error("{0} is outside the years 1955 to 2100")]
    OutOfRange(NaiveDate),
}

/// Gives the versions with the changes made, one after the other.
///
/// # Errors
/// All changes that cannot be made.
pub fn edit_calendar(
    versions: &[CalendarVersion],
    edits: &[CalendarEdit],
) -> Result<Vec<CalendarVersion>, Vec<CalendarEditProblem>> {
    let mut edited = Edited {
        versions: versions.to_vec(),
    };
    edited.versions.sort_by_key(|it| it.effective_on);
    let problems: Vec<_> = edits
        .iter()
        .enumerate()
        .filter_map(|(edit, change)| {
            let kind = edited.make(change).err()?;
            Some(CalendarEditProblem { edit, kind })
        })
        .collect();
    if problems.is_empty() {
        Ok(edited.versions)
    } else {
        Err(problems)
    }
}

/// The versions by their first dates, as far as they are changed.
struct Edited {
    versions: Vec<CalendarVersion>,
}

impl Edited {
    fn make(&mut self, edit: &CalendarEdit) -> Result<(), CalendarEditProblemKind> {
        match edit {
            CalendarEdit::Close { on, name } => self.close(*on, name.clone()),
            CalendarEdit::Reopen { on } => self.reopen(*on),
            CalendarEdit::CloseYearly { day, effective_on } => {
                self.yearly(*day, *effective_on, true)
            }
            CalendarEdit::ReopenYearly { day, effective_on } => {
                self.yearly(*day, *effective_on, false)
            }
            CalendarEdit::Hours {
                effective_on,
                weekly,
            } => {
                let place = self.begin(*effective_on)?;
                let begun = self.versions.iter_mut().skip(place).take(1);
                begun.for_each(|version| version.weekly = weekly.clone());
                Ok(())
            }
            CalendarEdit::RemoveVersion { effective_on } => self.remove(*effective_on),
        }
    }

    /// Gives the version effective on a date: before the first one, the first.
    fn on(&mut self, on: NaiveDate) -> Result<&mut CalendarVersion, CalendarEditProblemKind> {
        let place = self.versions.partition_point(|it| it.effective_on <= on);
        let version = self.versions.get_mut(place.saturating_sub(1));
        version
            .filter(|_| range::covers(on))
            .ok_or(CalendarEditProblemKind::OutOfRange(on))
    }

    fn close(
        &mut self,
        on: NaiveDate,
        name: Option<String>,
    ) -> Result<(), CalendarEditProblemKind> {
        let version = self.on(on)?;
        if version.closing_days.iter().any(|day| day.on == on) {
            return Err(CalendarEditProblemKind::ClosedAlready(on));
        }
        let place = version.closing_days.partition_point(|day| day.on < on);
        version.closing_days.insert(place, ClosingDay { on, name });
        Ok(())
    }

    fn reopen(&mut self, on: NaiveDate) -> Result<(), CalendarEditProblemKind> {
        let version = self.on(on)?;
        let before = version.closing_days.len();
        let nearest = nearest(on, version.closing_days.iter().map(|day| day.on));
        version.closing_days.retain(|day| day.on != on);
        if version.closing_days.len() == before {
            return Err(CalendarEditProblemKind::NoClosingDay { on, nearest });
        }
        Ok(())
    }

    /// Begins a version on a date like the one before it, if none begins there, and gives its place.
    fn begin(&mut self, on: NaiveDate) -> Result<usize, CalendarEditProblemKind> {
        let like = self.on(on)?.clone();
        let place = self.versions.partition_point(|it| it.effective_on < on);
        if self.versions.get(place).map(|it| it.effective_on) != Some(on) {
            let version = CalendarVersion {
                id: format!("from-{on}"),
                effective_on: on,
                ..like
            };
            self.versions.insert(place, version);
        }
        Ok(place)
    }

    /// Closes on a day of every year, or no longer, in the version that begins on a date and those after it.
    fn yearly(
        &mut self,
        day: MonthDay,
        on: NaiveDate,
        close: bool,
    ) -> Result<(), CalendarEditProblemKind> {
        if self.on(on)?.closing_days_yearly.contains(&day) == close {
            return Err(if close {
                CalendarEditProblemKind::ClosedYearlyAlready(day)
            } else {
                CalendarEditProblemKind::NoYearlyClosingDay(day)
            });
        }
        let place = self.begin(on)?;
        for version in self.versions.iter_mut().skip(place) {
            version.closing_days_yearly.retain(|it| *it != day);
            if close {
                version.closing_days_yearly.push(day);
                version.closing_days_yearly.sort_unstable();
            }
        }
        Ok(())
    }

    fn remove(&mut self, on: NaiveDate) -> Result<(), CalendarEditProblemKind> {
        let place = self.versions.iter().position(|it| it.effective_on == on);
        match place {
            Some(0) => Err(CalendarEditProblemKind::FirstVersion(on)),
            Some(place) => {
                self.versions.remove(place);
                Ok(())
            }
            None => {
                let later = self.versions.iter().skip(1);
                let nearest = nearest(on, later.map(|it| it.effective_on));
                Err(CalendarEditProblemKind::NoSuchVersion { on, nearest })
            }
        }
    }
}

fn nearest(on: NaiveDate, dates: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
    dates.min_by_key(|date| (*date - on).num_days().abs())
}

#[cfg(test)]
mod tests;
