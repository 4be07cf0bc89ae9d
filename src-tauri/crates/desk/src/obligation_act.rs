//! What the verbs do to obligations inside a transaction.

use inquiry::{
    Body, Obligation, ObligationEvent, ObligationId, ObligationText, OperationId, PersonalRef,
    plan_taking_back,
};

use crate::act::Act;
use crate::obligations::{fold, recorded};
use crate::{Call, Desk, DeskError, Done, shown};

impl Desk {
    /// Runs a verb in one transaction, and gives the obligations that the operation touched, which are the same where
    /// it was done before.
    pub(crate) fn write_obligations(
        &self,
        call: &Call,
        verb: impl FnOnce(&mut Act<'_, '_>) -> Result<(), DeskError>,
    ) -> Result<Done<Vec<ObligationId>>, DeskError> {
        let done = self.change(call, verb)?;
        let touched = self
            .store()
            .read(|reader| reader.obligations_of(call.operation))?;
        Ok(Done {
            value: touched,
            changed: done.changed,
            operation: done.operation,
        })
    }
}

impl Act<'_, '_> {
    /// Finds an obligation as it stands inside the transaction.
    pub fn obligation(&self, id: ObligationId) -> Result<Obligation, DeskError> {
        fold(&self.tx.obligation_events(id)?)
            .ok_or_else(|| DeskError::NoSuchObligation(id.to_string()))
    }

    /// Records an event of an obligation whose present state is at hand, if it may follow now.
    pub fn record_on_obligation(
        &mut self,
        obligation: &Obligation,
        event: ObligationEvent,
    ) -> Result<(), DeskError> {
        let allowed = obligation.allow(&event, self.now);
        allowed.map_err(|refusal| DeskError::ObligationRefused {
            number: Some(obligation.number),
            refusals: vec![refusal],
        })?;
        self.append(Body::Obligation(obligation.id, event))
    }

    /// Keeps what people wrote of an obligation in a row of its own.
    pub fn obligation_text(&mut self, text: &ObligationText) -> Result<PersonalRef, DeskError> {
        let shown = ObligationText {
            title: shown::line(&text.title),
            detail: shown::lines(&text.detail),
            reason: shown::lines(&text.reason),
            customers: shown::lines(&text.customers),
            recipients: shown::lines(&text.recipients),
            notice: shown::lines(&text.notice),
        };
        self.text(&serde_json::to_string(&shown)?)
    }

    /// Takes back what an operation did to obligations; tells whether it did anything there.
    pub fn take_back_obligations(&mut self, operation: OperationId) -> Result<bool, DeskError> {
        let touched = self.tx.obligations_of(operation)?;
        for id in &touched {
            let events = self.tx.obligation_events(*id)?;
            let number = fold(&events).map(|it| it.number);
            plan_taking_back(&recorded(&events), operation, &self.call.actor)
                .map_err(|cause| DeskError::CannotUndo { number, cause })?;
            self.append(Body::Obligation(*id, ObligationEvent::Undone { operation }))?;
        }
        Ok(!touched.is_empty())
    }
}
