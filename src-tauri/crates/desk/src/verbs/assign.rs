use inquiry::{Actor, InquiryEvent, InquiryId};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Gives inquiries to somebody, or puts them back 未割当; all or none.
    ///
    /// # Errors
    /// [`DeskError::EmptyName`] for an assignee without a name, [`DeskError::Refused`] where all are so already,
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn assign(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        assignee: Option<&Actor>,
    ) -> Result<Done<()>, DeskError> {
        if assignee.is_some_and(|it| it.as_str().is_empty()) {
            return Err(DeskError::EmptyName);
        }
        self.change_each(call, inquiries, |_, _| {
            Ok(InquiryEvent::Assigned(assignee.cloned()))
        })
    }
}
