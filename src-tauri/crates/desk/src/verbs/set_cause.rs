use inquiry::{InquiryEvent, InquiryId, Refusal};
use policy::Cause;

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Says why the first response of an inquiry missed its target or limit.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where it is neither late nor in breach, nor owed past the target, or where nothing would
    /// change; [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn set_cause(
        &self,
        call: &Call,
        inquiry: InquiryId,
        cause: Cause,
        note: Option<&str>,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            let inquiry = act.inquiry(inquiry)?;
            if !act.rules.has_missed(&inquiry, act.now)? {
                return Err(DeskError::Refused {
                    number: inquiry.number,
                    refusal: Refusal::NotMissed,
                });
            }
            let note = act.optional_text(note)?;
            act.record_on(&inquiry, InquiryEvent::CauseSet { cause, note })
        })
    }
}
