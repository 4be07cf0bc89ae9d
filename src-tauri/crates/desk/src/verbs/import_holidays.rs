use business_time::{ImportedHolidays, YearDifference, read_holidays};
use inquiry::ReferenceEvent;

use crate::rules::hash_of;
use crate::{Call, Desk, DeskError, Done, shown};

/// What a list of holidays changes, or would change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HolidayImport {
    /// The years that the list replaces, all of them.
    pub years: Vec<i32>,
    /// The years in which something differs from what held before; a year that shrinks shows here.
    pub differences: Vec<YearDifference>,
}

/// Reads a list; its names are shown in the calendar and with deadlines.
fn read(bytes: &[u8]) -> Result<ImportedHolidays, DeskError> {
    let mut imported = read_holidays(bytes).map_err(DeskError::Holidays)?;
    for (_, name) in imported.years.values_mut().flatten() {
        *name = shown::line(name);
    }
    Ok(imported)
}

impl Desk {
    /// Says what importing the government's list of holidays would change; writes nothing.
    ///
    /// # Errors
    /// [`DeskError::Holidays`] with all problems of the file, each with its line.
    pub fn preview_holidays(&self, bytes: &[u8]) -> Result<HolidayImport, DeskError> {
        Ok(self.difference(&read(bytes)?))
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
        let imported = read(bytes)?;
        let import = self.difference(&imported);
        self.write(
            call,
            |_| Some(import.clone()),
            |act| {
                let mut years = act.reference()?.holidays.unwrap_or_default();
                years.extend(imported.years);
                act.publish(ReferenceEvent::HolidaysPublished {
                    hash: hash_of(&years)?,
                    years,
                })?;
                Ok(import.clone())
            },
        )
    }

    fn difference(&self, imported: &ImportedHolidays) -> HolidayImport {
        HolidayImport {
            years: imported.years.keys().copied().collect(),
            differences: imported.difference_to(&self.rules().holidays),
        }
    }
}
