use inquiry::{InquiryEvent, InquiryId};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Adds an internal note 社内メモ, which is never sent.
    ///
    /// # Errors
    /// [`DeskError::EmptyName`] for an empty note, [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn add_note(
        &self,
        call: &Call,
        inquiry: InquiryId,
        note: &str,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            let text = act.optional_text(Some(note))?.ok_or(DeskError::EmptyName)?;
            act.record(inquiry, InquiryEvent::NoteAdded(text))
        })
    }
}
