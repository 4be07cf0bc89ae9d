//! What arrived, untouched: the raw message, and its attachments read from it anew.

use inquiry::{InquiryId, MessageId, RawRef};

use crate::{Desk, DeskError};

/// An attachment with its bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attachment {
    /// Its name, safe to show and to save under.
    pub name: String,
    /// Its media type, as declared.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Desk {
    /// Gives the untouched bytes of a message; nothing where it was recorded by hand.
    ///
    /// # Errors
    /// [`DeskError::NoSuchInquiry`] where there is no such inquiry or message; [`DeskError::Store`].
    pub fn raw_message(
        &self,
        inquiry: InquiryId,
        message: MessageId,
    ) -> Result<Option<Vec<u8>>, DeskError> {
        let raw = self.raw_of(inquiry, message)?;
        raw.map(|raw| self.store().read(|reader| Ok(reader.raw(&raw)?)))
            .transpose()
    }

    /// Gives an attachment of a message, counted from 0; nothing where there is none.
    ///
    /// # Errors
    /// As [`Desk::raw_message`].
    pub fn attachment(
        &self,
        inquiry: InquiryId,
        message: MessageId,
        index: usize,
    ) -> Result<Option<Attachment>, DeskError> {
        let Some(raw) = self.raw_message(inquiry, message)? else {
            return Ok(None);
        };
        // What could not be read was refused at intake, so that a message on record can.
        let Ok(read) = mail::read(&raw, None) else {
            return Ok(None);
        };
        let found = read.attachments.into_iter().nth(index);
        Ok(found.map(|it| Attachment {
            name: it.name,
            media_type: it.media_type,
            bytes: it.bytes,
        }))
    }

    fn raw_of(&self, inquiry: InquiryId, message: MessageId) -> Result<Option<RawRef>, DeskError> {
        let missing = || DeskError::NoSuchInquiry(inquiry.to_string());
        let row = self
            .store()
            .read(|reader| reader.row(inquiry))?
            .ok_or_else(missing)?;
        let fact = row.inquiry.message(message).ok_or_else(missing)?;
        Ok(fact.raw.clone())
    }
}
