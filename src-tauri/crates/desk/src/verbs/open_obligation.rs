use inquiry::{Body, Matter, ObligationEvent, ObligationId, ObligationText, Opened};
use policy::{ClockFacts, ProductId};
use uuid::Uuid;

use crate::act::Act;
use crate::{Call, Desk, DeskError, Done};

/// An obligation that is to be recorded.
#[derive(Clone, PartialEq, Debug)]
pub struct NewObligation {
    /// The product families whose policies promise it: one obligation for each, since each has its recipients and its
    /// own time.
    pub products: Vec<ProductId>,
    /// What it is about.
    pub matter: Matter,
    /// What is to be said of it.
    pub text: ObligationText,
}

impl Desk {
    /// Records an obligation (§4, §5, §6, §15, §20), one for each product that is named, in one operation.
    ///
    /// # Errors
    /// [`DeskError::NothingNamed`] without a product, [`DeskError::NoSuchProduct`], [`DeskError::EmptyName`] without a
    /// title, [`DeskError::ObligationRefused`] with everything that is wrong with the matter, [`DeskError::Evaluate`]
    /// where its clock cannot be reckoned, [`DeskError::Store`].
    pub fn open_obligation(
        &self,
        call: &Call,
        new: &NewObligation,
    ) -> Result<Done<Vec<ObligationId>>, DeskError> {
        if new.products.is_empty() {
            return Err(DeskError::NothingNamed);
        }
        self.write_obligations(call, |act| {
            for product in &new.products {
                act.open_obligation(product, &new.matter, &new.text)?;
            }
            Ok(())
        })
    }
}

impl Act<'_, '_> {
    /// Records an obligation of one product.
    pub fn open_obligation(
        &mut self,
        product: &ProductId,
        matter: &Matter,
        text: &ObligationText,
    ) -> Result<(), DeskError> {
        if text.title.trim().is_empty() {
            return Err(DeskError::EmptyName);
        }
        self.allow_matter(matter, text)?;
        self.reckons(product, matter)?;
        let opened = Opened {
            number: self.tx.next_number()?,
            product: product.clone(),
            matter: matter.clone(),
            words: self.obligation_text(text)?,
        };
        self.append(Body::Obligation(
            ObligationId::new(Uuid::now_v7()),
            ObligationEvent::Opened(Box::new(opened)),
        ))
    }

    /// Wants a clock that can be reckoned: what cannot is refused now, not at each look.
    pub fn reckons(&self, product: &ProductId, matter: &Matter) -> Result<(), DeskError> {
        let Some(rule) = self.rules.clock_rule(product, matter)? else {
            return Ok(());
        };
        let facts = ClockFacts {
            rule,
            done_at: None,
        };
        let (calendar, thresholds) = (&self.rules.calendar, &self.rules.thresholds);
        policy::evaluate_clock(calendar, thresholds, &facts, self.now)?;
        policy::explain_clock(calendar, &facts)?;
        policy::clock_reminders(calendar, &self.rules.reminder_rules, &facts)?;
        Ok(())
    }

    /// Says whether a matter can be so.
    pub fn allow_matter(&self, matter: &Matter, text: &ObligationText) -> Result<(), DeskError> {
        let has_reason = !text.reason.trim().is_empty();
        matter
            .allow(has_reason, self.now)
            .map_err(|refusals| DeskError::ObligationRefused {
                number: None,
                refusals,
            })
    }
}
