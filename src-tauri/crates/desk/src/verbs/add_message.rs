use business_time::Instant;
use inquiry::{Direction, InquiryEvent, InquiryId, MessageFact, MessageId, MessageText, Proof};
use uuid::Uuid;

use crate::act::Act;
use crate::{Call, Desk, DeskError, Done, shown};

/// Something said or written in an inquiry that no file brings: a call that follows, a letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewMessage {
    /// From whom to whom.
    pub direction: Direction,
    /// When; nothing for now.
    pub at: Option<Instant>,
    /// Who said it, by name.
    pub from_name: String,
    /// What was said.
    pub text: String,
}

impl Desk {
    /// Adds a message to an inquiry by hand. One from the customer after the first response brings it back as 要返信.
    ///
    /// # Errors
    /// [`DeskError::EmptyName`] without text, [`DeskError::ReceiptInFuture`], [`DeskError::OutOfRange`] outside the
    /// calendar's years, [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn add_message(
        &self,
        call: &Call,
        inquiry: InquiryId,
        message: &NewMessage,
    ) -> Result<Done<()>, DeskError> {
        if message.text.trim().is_empty() {
            return Err(DeskError::EmptyName);
        }
        self.change(call, |act| {
            let at = message.at.unwrap_or(act.now);
            if at > act.now {
                return Err(DeskError::ReceiptInFuture);
            }
            let text = MessageText {
                from_name: shown::line(&message.from_name),
                text: shown::lines(&message.text),
                ..MessageText::default()
            };
            let fact = act.message_by_hand(message.direction, at, &text)?;
            act.record(inquiry, InquiryEvent::MessageAdded(Box::new(fact)))
        })
    }
}

impl Act<'_, '_> {
    /// Keeps what a person typed as a message without bytes.
    pub fn message_by_hand(
        &mut self,
        direction: Direction,
        at: Instant,
        text: &MessageText,
    ) -> Result<MessageFact, DeskError> {
        // A clock may be reckoned from it, so that the calendar must cover it.
        self.rules.covers(at)?;
        Ok(MessageFact {
            id: MessageId::new(Uuid::now_v7()),
            direction,
            at,
            proof: Proof::Proven,
            key: None,
            content: None,
            text: self.text(&serde_json::to_string(text)?)?,
            raw: None,
            attachments: Vec::new(),
            same_id_other_content: false,
        })
    }
}
