//! A change of the rules that is not applied yet (§21).

use business_time::{
    CalendarEdit, CalendarVersion, ImportedHolidays, WeeklyHours, edit_calendar, read_holidays,
};
use chrono::NaiveDate;
use policy::{Pack, PackLibrary};

use super::{Compiled, Rules};
use crate::{DeskError, shown};

/// A change of what all inquiries are judged by.
#[derive(Clone, PartialEq, Debug)]
pub enum RuleChange {
    /// Changes of the business calendar in force, one after the other.
    Calendar(Vec<CalendarEdit>),
    /// All versions of the business calendar, in the place of those in force.
    CalendarVersions(Vec<CalendarVersion>),
    /// Years of national holidays, each in the place of what held of it.
    Holidays(ImportedHolidays),
    /// A version of a pack, or a whole new product.
    Pack {
        /// The checked pack.
        pack: Box<Pack>,
        /// Its text.
        text: String,
    },
}

impl RuleChange {
    /// Reads the government's list of holidays; its names are shown in the calendar and with deadlines.
    ///
    /// # Errors
    /// [`DeskError::Holidays`] with all problems of the file, each with its line.
    pub fn holidays(bytes: &[u8]) -> Result<Self, DeskError> {
        read_list(bytes).map(Self::Holidays)
    }

    /// Reads a policy pack.
    ///
    /// # Errors
    /// [`DeskError::Pack`] with all problems of the text, each with its line.
    pub fn pack(text: &str) -> Result<Self, DeskError> {
        let pack = Box::new(Pack::check(text).map_err(DeskError::Pack)?);
        let text = text.to_owned();
        Ok(Self::Pack { pack, text })
    }

    /// Gives the same change as if it had held since a day: hours and yearly closing days begin there.
    fn since(&self, on: NaiveDate) -> Self {
        let Self::Calendar(edits) = self else {
            return self.clone();
        };
        let mut edits = edits.clone();
        for edit in &mut edits {
            match edit {
                CalendarEdit::Hours { effective_on, .. }
                | CalendarEdit::CloseYearly { effective_on, .. }
                | CalendarEdit::ReopenYearly { effective_on, .. } => {
                    *effective_on = on.min(*effective_on);
                }
                CalendarEdit::Close { .. }
                | CalendarEdit::Reopen { .. }
                | CalendarEdit::RemoveVersion { .. } => {}
            }
        }
        Self::Calendar(edits)
    }
}

/// Reads the government's list of holidays.
pub(crate) fn read_list(bytes: &[u8]) -> Result<ImportedHolidays, DeskError> {
    let mut imported = read_holidays(bytes).map_err(DeskError::Holidays)?;
    for (_, name) in imported.years.values_mut().flatten() {
        *name = shown::line(name);
    }
    Ok(imported)
}

impl Rules {
    /// Gives these rules with a change made.
    ///
    /// # Errors
    /// [`DeskError::CalendarEdits`], [`DeskError::Calendar`] and [`DeskError::PackClash`] where it cannot be made.
    pub fn changed_by(&self, change: &RuleChange) -> Result<Self, DeskError> {
        let mut rules = self.clone();
        match change {
            RuleChange::Calendar(edits) => {
                let versions = self.edited(edits)?;
                rules.recompile(versions, self.imported.clone())?;
            }
            RuleChange::CalendarVersions(versions) => {
                rules.recompile(versions.clone(), self.imported.clone())?;
            }
            RuleChange::Holidays(list) => {
                let mut imported = self.imported.clone();
                imported.years.extend(list.years.clone());
                rules.recompile(self.calendar_versions.clone(), imported)?;
            }
            RuleChange::Pack { pack, .. } => rules.packs.add((**pack).clone())?,
        }
        Ok(rules)
    }

    /// Gives these rules as if a change had held since a day; a pack as if it had always judged its product.
    ///
    /// # Errors
    /// As [`Rules::changed_by`].
    pub fn as_if_changed_by(
        &self,
        change: &RuleChange,
        since: NaiveDate,
    ) -> Result<Self, DeskError> {
        let RuleChange::Pack { pack, .. } = change else {
            return self.changed_by(&change.since(since));
        };
        let packs: PackLibrary = self.packs.clone().with_always((**pack).clone());
        Ok(Self {
            packs,
            ..self.clone()
        })
    }

    /// Gives the week's hours in force on a day: before the first version, those of the first.
    #[must_use]
    pub fn weekly_on(&self, on: NaiveDate) -> &WeeklyHours {
        let version = self.version_on(on);
        version.map_or(const { &WeeklyHours::CLOSED }, |version| &version.weekly)
    }

    /// Gives the version of the calendar in force on a day: before the first one, the first.
    pub(crate) fn version_on(&self, on: NaiveDate) -> Option<&CalendarVersion> {
        let begun = self.calendar_versions.iter();
        let begun = begun.filter(|version| version.effective_on <= on);
        let first = || {
            let versions = self.calendar_versions.iter();
            versions.min_by_key(|version| version.effective_on)
        };
        begun
            .max_by_key(|version| version.effective_on)
            .or_else(first)
    }

    /// Gives the calendar's versions with changes made.
    pub(crate) fn edited(&self, edits: &[CalendarEdit]) -> Result<Vec<CalendarVersion>, DeskError> {
        edit_calendar(&self.calendar_versions, edits).map_err(DeskError::CalendarEdits)
    }

    fn recompile(
        &mut self,
        versions: Vec<CalendarVersion>,
        imported: ImportedHolidays,
    ) -> Result<(), DeskError> {
        let compiled = Compiled::of(&versions, &imported)?;
        self.calendar = compiled.calendar;
        self.calendar_versions = versions;
        self.holidays = compiled.holidays;
        self.imported = imported;
        self.calendar_hash = compiled.hash;
        Ok(())
    }
}
