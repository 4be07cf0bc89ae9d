//! One write under way: what the verbs do inside the transaction.

use std::collections::BTreeSet;
use std::sync::Arc;

use business_time::Instant;
use inquiry::{
    Body, Event, EventId, Inquiry, InquiryEvent, InquiryId, PersonalRef, ReferenceEvent, Refusal,
};
use store::Tx;
use uuid::Uuid;

use crate::reference::Reference;
use crate::{Call, Desk, DeskError, Done, Rules, shown};

/// One write under way: the transaction, who asks, the instant of the call and the rules in force.
pub(crate) struct Act<'a, 'tx> {
    /// The transaction, for what only the store can tell.
    pub tx: &'a mut Tx<'tx>,
    /// Who asks, under which operation.
    pub call: &'a Call,
    /// The instant of the call.
    pub now: Instant,
    /// The rules in force.
    pub rules: Arc<Rules>,
}

impl Desk {
    /// Runs a verb in one transaction. An operation that was done before is not done again: `again` then makes the
    /// verb's value from the inquiries that the operation touched.
    pub(crate) fn write<T>(
        &self,
        call: &Call,
        again: impl FnOnce(&[Inquiry]) -> Option<T>,
        verb: impl FnOnce(&mut Act<'_, '_>) -> Result<T, DeskError>,
    ) -> Result<Done<T>, DeskError> {
        self.absorb_others()?;
        let (now, rules) = (self.now(), self.rules());
        let written = self.store().transact(|tx| {
            if !tx.operation_seen(call.operation)? {
                return verb(&mut Act {
                    tx,
                    call,
                    now,
                    rules,
                });
            }
            let mut touched = Vec::new();
            for id in tx.inquiries_of(call.operation)? {
                touched.extend(tx.inquiry(id)?);
            }
            again(&touched).ok_or_else(|| DeskError::NoSuchInquiry(call.operation.to_string()))
        })?;
        self.absorb_own(&written.changed)?;
        Ok(Done {
            value: written.value,
            changed: written.changed,
            operation: call.operation,
        })
    }

    /// Runs a verb that gives nothing but its changes.
    pub(crate) fn change(
        &self,
        call: &Call,
        verb: impl FnOnce(&mut Act<'_, '_>) -> Result<(), DeskError>,
    ) -> Result<Done<()>, DeskError> {
        self.write(call, |_| Some(()), verb)
    }

    /// Records one event for each inquiry, all or none. Where several are named, those that are so already are
    /// passed over, unless all are.
    pub(crate) fn change_each(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        mut event: impl FnMut(&mut Act<'_, '_>, &Inquiry) -> Result<InquiryEvent, DeskError>,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            let named: BTreeSet<InquiryId> = inquiries.iter().copied().collect();
            let mut unchanged = None;
            let mut changed = 0_usize;
            for id in named {
                let inquiry = act.inquiry(id)?;
                let event = event(act, &inquiry)?;
                match act.record_on(&inquiry, event) {
                    Err(
                        error @ DeskError::Refused {
                            refusal: Refusal::NothingToChange,
                            ..
                        },
                    ) => unchanged = Some(error),
                    Err(error) => return Err(error),
                    Ok(()) => changed += 1,
                }
            }
            match (changed, unchanged) {
                (0, Some(error)) => Err(error),
                (0, None) => Err(DeskError::NothingNamed),
                (_, _) => Ok(()),
            }
        })
    }
}

impl Act<'_, '_> {
    /// Finds an inquiry as it stands inside the transaction.
    pub fn inquiry(&mut self, id: InquiryId) -> Result<Inquiry, DeskError> {
        self.tx
            .inquiry(id)?
            .ok_or_else(|| DeskError::NoSuchInquiry(id.to_string()))
    }

    /// Records an event of an inquiry, if it may follow now.
    pub fn record(&mut self, id: InquiryId, event: InquiryEvent) -> Result<(), DeskError> {
        let inquiry = self.inquiry(id)?;
        self.record_on(&inquiry, event)
    }

    /// Records an event of an inquiry whose present state is at hand, if it may follow now.
    pub fn record_on(&mut self, inquiry: &Inquiry, event: InquiryEvent) -> Result<(), DeskError> {
        inquiry
            .allow(&event, self.now)
            .map_err(|refusal| DeskError::Refused {
                number: inquiry.number,
                refusal,
            })?;
        self.append(Body::Inquiry(inquiry.id, event))
    }

    /// Records the beginning of a new inquiry, and names it.
    pub fn begin(&mut self, received: inquiry::Received) -> Result<InquiryId, DeskError> {
        let id = InquiryId::new(Uuid::now_v7());
        self.begin_as(id, received)?;
        Ok(id)
    }

    /// Records the beginning of a new inquiry that has its name already.
    pub fn begin_as(
        &mut self,
        id: InquiryId,
        received: inquiry::Received,
    ) -> Result<(), DeskError> {
        self.append(Body::Inquiry(
            id,
            InquiryEvent::Received(Box::new(received)),
        ))
    }

    /// Gives the reference events of the record, oldest first.
    pub fn reference_events(&mut self) -> Result<Vec<Event>, DeskError> {
        Ok(self
            .tx
            .reference()?
            .into_iter()
            .map(|(_, event)| event)
            .collect())
    }

    /// Gives what the reference events come to.
    pub fn reference(&mut self) -> Result<Reference, DeskError> {
        Ok(Reference::fold(&self.reference_events()?))
    }

    /// Records a change of the reference data.
    pub fn publish(&mut self, event: ReferenceEvent) -> Result<(), DeskError> {
        self.append(Body::Reference(event))
    }

    /// Keeps a text in a row of its own.
    pub fn text(&mut self, text: &str) -> Result<PersonalRef, DeskError> {
        Ok(self.tx.keep_text(text)?)
    }

    /// Keeps a text that somebody typed, if there is more of it than white space.
    pub fn optional_text(&mut self, text: Option<&str>) -> Result<Option<PersonalRef>, DeskError> {
        text.map(shown::lines)
            .filter(|it| !it.trim().is_empty())
            .map(|it| self.text(&it))
            .transpose()
    }

    /// Records what needs no leave: receipts, takings back, reference data.
    pub fn append(&mut self, body: Body) -> Result<(), DeskError> {
        let event = Event {
            id: EventId::new(Uuid::now_v7()),
            operation: self.call.operation,
            actor: self.call.actor.clone(),
            recorded_at: self.now,
            body,
        };
        Ok(self.tx.append(&event)?)
    }
}
