use business_time::Instant;
use inquiry::{Actor, Fulfilment, ObligationEvent, ObligationId};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Records that an obligation was done: the app handed over, the release verified, the notice given. The verdict of
    /// that day goes on record with it, and stays. `at` is now where none is given, `by` the person who asks.
    ///
    /// # Errors
    /// [`DeskError::ObligationRefused`] where it is done or fell away, or `at` lies before it was known or after now;
    /// [`DeskError::NoSuchObligation`], [`DeskError::Store`].
    pub fn fulfil_obligation(
        &self,
        call: &Call,
        id: ObligationId,
        at: Option<Instant>,
        by: Option<&Actor>,
    ) -> Result<Done<Vec<ObligationId>>, DeskError> {
        self.write_obligations(call, |act| {
            let obligation = act.obligation(id)?;
            let at = at.unwrap_or(act.now);
            let judgement = act.rules.judge_obligation(&obligation, at)?;
            let fulfilment = Fulfilment {
                at,
                by: by.filter(|it| **it != act.call.actor).cloned(),
                judgement,
            };
            act.record_on_obligation(&obligation, ObligationEvent::Done(Box::new(fulfilment)))
        })
    }
}
