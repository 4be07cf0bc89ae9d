use inquiry::{Ending, InquiryEvent, InquiryId, Status};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Ends inquiries without a first response, outside the figures; all or none.
    ///
    /// # Errors
    /// [`DeskError::EmptyName`] without a reason, [`DeskError::Refused`] where one has its first response or has
    /// ended, [`DeskError::MergeIntoItself`] for a duplicate of itself, [`DeskError::NoSuchInquiry`] also for the
    /// inquiry that a duplicate repeats, [`DeskError::Store`].
    pub fn end(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        ending: &Ending,
        reason: &str,
    ) -> Result<Done<()>, DeskError> {
        if reason.trim().is_empty() {
            return Err(DeskError::EmptyName);
        }
        self.change_each(call, inquiries, |act, ended| {
            if let Ending::Duplicate { of: Some(of) } = ending {
                let of = act.inquiry(*of)?;
                if of.id == ended.id {
                    return Err(DeskError::MergeIntoItself(of.number));
                }
            }
            Ok(InquiryEvent::Ended {
                ending: ending.clone(),
                reason: act.text(reason)?,
            })
        })
    }

    /// Completes inquiries 完了 that have their first response; all or none.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where one has none: that asks for [`Desk::end`]; [`DeskError::NoSuchInquiry`],
    /// [`DeskError::Store`].
    pub fn complete(&self, call: &Call, inquiries: &[InquiryId]) -> Result<Done<()>, DeskError> {
        self.set_status(call, inquiries, Status::Completed, None)
    }
}
