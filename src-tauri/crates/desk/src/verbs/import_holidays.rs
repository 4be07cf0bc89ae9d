use business_time::{ImportedHolidays, YearDifference};
use inquiry::ReferenceEvent;

use crate::rules::{hash_of, read_list};
use crate::{Call, Desk, DeskError, Done, Rules};

/// What a list of holidays changes, or would change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HolidayImport {
    /// The years that the list replaces, all of them.
    pub years: Vec<i32>,
    /// The years in which something differs from what held before; a year that shrinks shows here.
    pub differences: Vec<YearDifference>,
}

impl Desk {
    /// Says what importing the government's list of holidays would change; writes nothing.
    ///
    /// # Errors
    /// [`DeskError::Holidays`] with all problems of the file, each with its line.
    pub fn preview_holidays(&self, bytes: &[u8]) -> Result<HolidayImport, DeskError> {
        Ok(self.rules().difference_to(&read_list(bytes)?))
    }

    /// Imports the government's list of holidays as it is; each of its years replaces what held of that year.
    ///
    /// # Errors
    /// [`DeskError::Holidays`] with all problems of the file, each with its line; [`DeskError::Store`].
    pub fn import_holidays(
        &self,
        call: &Call,
        bytes: &[u8],
    ) -> Result<Done<HolidayImport>, DeskError> {
        let imported = read_list(bytes)?;
        let import = self.rules().difference_to(&imported);
        let done = self.publish_holidays(call, &imported)?;
        Ok(Done {
            value: import,
            changed: done.changed,
            operation: done.operation,
        })
    }

    /// Publishes years of holidays beside those that were imported before.
    pub(crate) fn publish_holidays(
        &self,
        call: &Call,
        list: &ImportedHolidays,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            let mut years = act.reference()?.holidays.unwrap_or_default();
            years.extend(list.years.clone());
            act.publish(ReferenceEvent::HolidaysPublished {
                hash: hash_of(&years)?,
                years,
            })
        })
    }
}

impl Rules {
    /// Tells which holidays a list adds and takes away.
    pub(crate) fn difference_to(&self, list: &ImportedHolidays) -> HolidayImport {
        HolidayImport {
            years: list.years.keys().copied().collect(),
            differences: list.difference_to(&self.holidays),
        }
    }
}
