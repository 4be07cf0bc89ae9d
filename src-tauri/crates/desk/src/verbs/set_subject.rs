use inquiry::{InquiryEvent, InquiryId};

use crate::{Call, Desk, DeskError, Done, shown};

impl Desk {
    /// Rewrites the subject.
    ///
    /// # Errors
    /// [`DeskError::EmptyName`] for an empty one, [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn set_subject(
        &self,
        call: &Call,
        inquiry: InquiryId,
        subject: &str,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            let subject = act
                .optional_text(Some(&shown::line(subject)))?
                .ok_or(DeskError::EmptyName)?;
            act.record(inquiry, InquiryEvent::SubjectSet(subject))
        })
    }
}
