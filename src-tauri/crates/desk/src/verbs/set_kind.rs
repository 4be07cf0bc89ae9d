use inquiry::{InquiryEvent, InquiryId};
use policy::InquiryKind;

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Chooses the kind of inquiry (§16); all or none.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where all are so already, [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn set_kind(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        kind: InquiryKind,
    ) -> Result<Done<()>, DeskError> {
        self.change_each(call, inquiries, |_, _| Ok(InquiryEvent::KindSet(kind)))
    }
}
