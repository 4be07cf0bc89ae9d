use report::{Report, Selection};

use crate::{Desk, DeskError};

impl Desk {
    /// Counts what was selected, as of the desk's now, and lends the report to one reading.
    ///
    /// # Errors
    /// [`DeskError::PeriodReversed`] where the period ends before it begins; [`DeskError::Store`].
    pub fn report<T>(
        &self,
        selection: Selection,
        reading: impl FnOnce(&Report<'_>) -> T,
    ) -> Result<T, DeskError> {
        let report::Period { from, to } = selection.period;
        if to < from {
            return Err(DeskError::PeriodReversed { from, to });
        }
        let ledger = self.ledger()?;
        let report = Report::of(ledger.entries(), selection, self.now());
        Ok(reading(&report))
    }
}
