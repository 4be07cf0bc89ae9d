use business_time::Instant;
use inquiry::{InquiryEvent, InquiryId};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Sets the next contact 次回連絡予定, which reminds when it comes, or clears it; all or none.
    ///
    /// # Errors
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn set_next_contact(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        at: Option<Instant>,
        note: Option<&str>,
    ) -> Result<Done<()>, DeskError> {
        self.change_each(call, inquiries, |act, _| {
            Ok(InquiryEvent::NextContactSet {
                at,
                note: act.optional_text(note)?,
            })
        })
    }
}
