use inquiry::{Matter, ObligationEvent, ObligationId, ObligationText};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Corrects an obligation or plans it anew: what it is about, whose clock is then reckoned anew, and its words.
    ///
    /// # Errors
    /// [`DeskError::EmptyName`] without a title; [`DeskError::ObligationRefused`] where it is done or fell away and the
    /// matter changes, where it is of another kind, or where nothing would change; [`DeskError::NoSuchObligation`],
    /// [`DeskError::Evaluate`], [`DeskError::Store`].
    pub fn revise_obligation(
        &self,
        call: &Call,
        id: ObligationId,
        matter: &Matter,
        text: &ObligationText,
    ) -> Result<Done<Vec<ObligationId>>, DeskError> {
        if text.title.trim().is_empty() {
            return Err(DeskError::EmptyName);
        }
        let known = self.obligation_row(id)?;
        self.write_obligations(call, |act| {
            let obligation = act.obligation(id)?;
            let is_reworded = known.text != *text;
            if obligation.matter != *matter || !is_reworded {
                act.allow_matter(matter, text)?;
                act.reckons(&obligation.product, matter)?;
                let changed = ObligationEvent::Changed(Box::new(matter.clone()));
                act.record_on_obligation(&obligation, changed)?;
            }
            if is_reworded {
                let words = act.obligation_text(text)?;
                act.record_on_obligation(&obligation, ObligationEvent::Reworded(words))?;
            }
            Ok(())
        })
    }
}
