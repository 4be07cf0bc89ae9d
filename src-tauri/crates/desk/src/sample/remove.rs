//! Takes the sample set out of the record again.

use std::collections::BTreeSet;

use inquiry::{Body, InquiryEvent, InquiryId, PersonalId, PersonalRef, ReferenceEvent};

use crate::DeskError;
use crate::act::Act;

impl Act<'_, '_> {
    /// Erases all texts of inquiries, their raw bytes with them, and takes back their receipts: what never came in
    /// is in no list, whatever was done to it. The events themselves stay, and the chain over them.
    pub(super) fn remove(&mut self, inquiries: &[InquiryId]) -> Result<(), DeskError> {
        let mut rows = BTreeSet::new();
        let mut receipts = Vec::new();
        for id in inquiries {
            for event in self.tx.events(*id)? {
                let Body::Inquiry(_, body) = &event.body else {
                    continue;
                };
                rows.extend(texts(body).into_iter().map(|it| it.id));
                if matches!(body, InquiryEvent::Received(_)) {
                    receipts.push((*id, event.operation));
                }
            }
        }
        let rows: Vec<PersonalId> = rows.into_iter().collect();
        if !rows.is_empty() {
            self.publish(ReferenceEvent::Erased { rows })?;
        }
        for (id, operation) in receipts {
            self.record(id, InquiryEvent::Undone { operation })?;
        }
        Ok(())
    }
}

/// Gives the erasable texts that an event refers to.
fn texts(event: &InquiryEvent) -> Vec<&PersonalRef> {
    match event {
        InquiryEvent::Received(it) => vec![&it.subject, &it.customer, &it.message.text],
        InquiryEvent::MessageAdded(message) => vec![&message.text],
        InquiryEvent::SubjectSet(text)
        | InquiryEvent::CustomerSet(text)
        | InquiryEvent::NoteAdded(text) => vec![text],
        InquiryEvent::LevelSet { note, .. }
        | InquiryEvent::CauseSet { note, .. }
        | InquiryEvent::NextContactSet { note, .. } => note.iter().collect(),
        InquiryEvent::StatusSet { reason, .. } => reason.iter().collect(),
        InquiryEvent::FirstResponded { response, .. } | InquiryEvent::Replied(response) => {
            response.text.iter().chain(&response.why).collect()
        }
        InquiryEvent::Ended { reason, .. } => vec![reason],
        InquiryEvent::MessageSplitOff { .. }
        | InquiryEvent::KindSet(_)
        | InquiryEvent::ProductSet(_)
        | InquiryEvent::PlanSet(_)
        | InquiryEvent::AskedBy(_)
        | InquiryEvent::LevelFound { .. }
        | InquiryEvent::StatusPageTicked { .. }
        | InquiryEvent::HandedOver { .. }
        | InquiryEvent::ScopeAnswered(_)
        | InquiryEvent::Assigned(_)
        | InquiryEvent::ReceiptConfirmed { .. }
        | InquiryEvent::Linked { .. }
        | InquiryEvent::Undone { .. } => Vec::new(),
    }
}
