use inquiry::{Ending, Inquiry, InquiryEvent, InquiryId, Relation};

use crate::act::Act;
use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Merges inquiries into another: their messages join it, and they end as its duplicates; all or none. The clock
    /// of the one that stays is its own, so that one which came first is not merged into a later one still open.
    ///
    /// # Errors
    /// [`DeskError::MergeIntoItself`], [`DeskError::MergeIntoLater`], [`DeskError::EmptyName`] without a reason,
    /// [`DeskError::Refused`] where one has its first response or has ended, [`DeskError::NoSuchInquiry`],
    /// [`DeskError::Store`].
    pub fn merge(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        into: InquiryId,
        reason: &str,
    ) -> Result<Done<()>, DeskError> {
        if reason.trim().is_empty() {
            return Err(DeskError::EmptyName);
        }
        if inquiries.is_empty() {
            return Err(DeskError::NothingNamed);
        }
        self.change(call, |act| {
            inquiries
                .iter()
                .try_for_each(|from| act.merge(*from, into, reason))
        })
    }
}

impl Act<'_, '_> {
    fn merge(&mut self, from: InquiryId, into: InquiryId, reason: &str) -> Result<(), DeskError> {
        let (from, into) = (self.inquiry(from)?, self.inquiry(into)?);
        check(&from, &into)?;
        for message in &from.messages {
            if into.message(message.id).is_none() {
                self.record(
                    into.id,
                    InquiryEvent::MessageAdded(Box::new(message.clone())),
                )?;
            }
        }
        self.link(from.id, into.id, Relation::MergedInto)?;
        let reason = self.text(reason)?;
        let ending = Ending::Duplicate { of: Some(into.id) };
        self.record(from.id, InquiryEvent::Ended { ending, reason })
    }
}

fn check(from: &Inquiry, into: &Inquiry) -> Result<(), DeskError> {
    if from.id == into.id {
        return Err(DeskError::MergeIntoItself(from.number));
    }
    if into.ended.is_some() {
        return Err(DeskError::Refused {
            number: into.number,
            refusal: inquiry::Refusal::AlreadyEnded,
        });
    }
    if from.is_open() && into.is_open() && from.received_at < into.received_at {
        return Err(DeskError::MergeIntoLater {
            earlier: from.number,
            later: into.number,
        });
    }
    Ok(())
}
