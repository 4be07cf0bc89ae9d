use inquiry::{ObligationEvent, ObligationId};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Records that an obligation fell away, with the reason. A suspension that was announced can be called off until it
    /// begins; whatever else is done stays done.
    ///
    /// # Errors
    /// [`DeskError::EmptyName`] without a reason, [`DeskError::ObligationRefused`], [`DeskError::NoSuchObligation`],
    /// [`DeskError::Store`].
    pub fn withdraw_obligation(
        &self,
        call: &Call,
        id: ObligationId,
        reason: &str,
    ) -> Result<Done<Vec<ObligationId>>, DeskError> {
        if reason.trim().is_empty() {
            return Err(DeskError::EmptyName);
        }
        self.write_obligations(call, |act| {
            let obligation = act.obligation(id)?;
            let reason = act.text(&crate::shown::lines(reason))?;
            act.record_on_obligation(&obligation, ObligationEvent::Withdrawn { reason })
        })
    }
}
