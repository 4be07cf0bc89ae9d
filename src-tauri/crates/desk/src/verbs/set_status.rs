use inquiry::{InquiryEvent, InquiryId, Status};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Changes the status of the work; all or none. No status stops the clock, 保留 wants a reason.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where 保留 comes without a reason, 完了 without a first response, or one has ended;
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn set_status(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        status: Status,
        reason: Option<&str>,
    ) -> Result<Done<()>, DeskError> {
        self.change_each(call, inquiries, |act, _| {
            Ok(InquiryEvent::StatusSet {
                status,
                reason: act.optional_text(reason)?,
            })
        })
    }
}
