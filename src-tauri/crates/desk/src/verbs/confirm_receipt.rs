use business_time::Instant;
use inquiry::{InquiryEvent, InquiryId};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Records that word of the receipt went out, now or at an instant since the receipt; the clock goes on (§18).
    ///
    /// # Errors
    /// [`DeskError::Refused`] for an instant before the receipt or after now, [`DeskError::NoSuchInquiry`],
    /// [`DeskError::Store`].
    pub fn confirm_receipt(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        at: Option<Instant>,
    ) -> Result<Done<()>, DeskError> {
        self.change_each(call, inquiries, |act, _| {
            Ok(InquiryEvent::ReceiptConfirmed {
                at: at.unwrap_or(act.now),
            })
        })
    }
}
