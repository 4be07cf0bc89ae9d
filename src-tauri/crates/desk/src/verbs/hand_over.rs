use inquiry::{InquiryEvent, InquiryId};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Marks inquiries as handed over to paid support, or takes that back (§1). It is separate work: the first response
    /// is owed all the same. All or none; those that are so already are passed over, unless all are.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where all are so already, [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn hand_over(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        handed_over: bool,
    ) -> Result<Done<()>, DeskError> {
        self.change_each(call, inquiries, |_, _| {
            Ok(InquiryEvent::HandedOver { handed_over })
        })
    }
}
