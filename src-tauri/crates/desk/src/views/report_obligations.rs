//! The obligations behind a count of the policies' other clocks in a report.

use inquiry::{DueRecord, MatterKind};
use report::{ClockPart, ClockStanding, Selection, clocks_behind};

use super::report::clock_entries;
use crate::{Desk, DeskError, ObligationView};

/// One of the obligations behind a count.
#[derive(Clone, PartialEq, Debug)]
pub struct ReportObligation {
    /// It, with its words.
    pub view: ObligationView,
    /// When it was due: by the verdict of its day where it is done, else by the rules in force.
    pub due: DueRecord,
    /// How it stands.
    pub standing: ClockStanding,
}

impl Desk {
    /// Lists the obligations behind a count of a report's other clocks (§4, §5, §9, §15, §20), by the day on which they
    /// were due.
    ///
    /// # Errors
    /// As [`Desk::obligations`].
    pub fn report_obligations(
        &self,
        selection: &Selection,
        kind: MatterKind,
        part: ClockPart,
    ) -> Result<Vec<ReportObligation>, DeskError> {
        let all = self.all_obligations();
        let obligations = all.rows().map(|it| &it.obligation);
        let clocks = clock_entries(&self.rules(), obligations, self.now())?;
        let found = clocks_behind(&clocks, selection, kind, part).into_iter();
        found
            .map(|clock| {
                Ok(ReportObligation {
                    view: self.obligation(clock.id)?,
                    due: clock.due,
                    standing: clock.standing,
                })
            })
            .collect()
    }
}
