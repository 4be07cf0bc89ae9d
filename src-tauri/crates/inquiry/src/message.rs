//! The messages of an inquiry: mails in and out, form entries, what was said on the phone.

use business_time::Instant;
use serde::{Deserialize, Serialize};

use crate::{MessageId, PersonalRef};

/// From whom to whom.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From the customer.
    In,
    /// From the centre.
    Out,
}

/// How well the instant of a message is known.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// A mail server, an mbox envelope, a form or the agent's own clock gave it.
    Proven,
    /// Only the sender's own `Date` gave it.
    Unproven,
}

/// SHA-256 of a Message-ID, in hex: it finds the same id again without telling it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageKey(pub String);

/// Where the untouched bytes of a message are kept.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RawRef {
    /// SHA-256 of the bytes, in hex.
    pub digest: String,
    /// Their count.
    pub size: u64,
}

/// What an event tells of an attachment; its name is a person's and stands with the text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AttachmentFact {
    /// The media type, as declared.
    pub media_type: String,
    /// The size in bytes, decoded.
    pub size: u64,
}

/// One message, as the log knows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MessageFact {
    /// Names the message.
    pub id: MessageId,
    /// From whom to whom.
    pub direction: Direction,
    /// When it was received, or sent.
    pub at: Instant,
    /// How well that is known.
    pub proof: Proof,
    /// Its Message-ID, where it has one.
    pub key: Option<MessageKey>,
    /// What tells two messages of one id apart: SHA-256 of the content, in hex.
    pub content: Option<String>,
    /// The text and all that a person wrote, as a [`MessageText`] in JSON.
    pub text: PersonalRef,
    /// The untouched bytes.
    pub raw: Option<RawRef>,
    /// The attachments, in the order of the message.
    pub attachments: Vec<AttachmentFact>,
    /// Whether another message with the same id but other content was there before.
    pub same_id_other_content: bool,
}

/// What a person reads of a message. Kept in one erasable row.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageText {
    /// Who wrote it, by name.
    pub from_name: String,
    /// Who wrote it, by address.
    pub from_address: String,
    /// To whom, by address.
    pub to: Vec<String>,
    /// In copy, by address.
    pub cc: Vec<String>,
    /// The message's own subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The cleaned HTML, where the message had any.
    pub html: Option<String>,
    /// The links of the HTML: what is shown, and where it leads.
    pub links: Vec<(String, String)>,
    /// How many remote images were left out.
    pub blocked_remote: u32,
    /// The attachments' names, in the order of the message.
    pub attachment_names: Vec<String>,
    /// What had to be mended to read it.
    pub repairs: Vec<String>,
}
