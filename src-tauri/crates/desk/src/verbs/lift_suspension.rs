use inquiry::{ObligationEvent, ObligationId};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Lifts every phone suspension that lasts now (§15): phone intake is open again for all products.
    ///
    /// # Errors
    /// [`DeskError::NothingNamed`] where phone intake is not suspended, [`DeskError::Store`].
    pub fn lift_suspensions(&self, call: &Call) -> Result<Done<Vec<ObligationId>>, DeskError> {
        let known = self.all_obligations();
        self.write_obligations(call, |act| {
            let mut lifted = false;
            for row in known.rows() {
                let obligation = act.obligation(row.obligation.id)?;
                if obligation.suspends_at(act.now) {
                    act.record_on_obligation(&obligation, ObligationEvent::Lifted { at: act.now })?;
                    lifted = true;
                }
            }
            if lifted {
                Ok(())
            } else {
                Err(DeskError::NothingNamed)
            }
        })
    }
}
