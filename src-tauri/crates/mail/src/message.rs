use std::collections::BTreeSet;

use business_time::Instant;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::html::CleanHtml;
use crate::receipt::Receipt;

/// The most bytes one raw message may have: 64 MiB.
pub const MAX_RAW: usize = 64 << 20;
/// The most multiparts that may lie inside one another.
pub const MAX_DEPTH: usize = 50;
/// The most parts one message may have.
pub const MAX_PARTS: usize = 1_000;
/// The most header fields one message may have, those of its parts included.
pub const MAX_FIELDS: usize = 10_000;
/// The most bytes of one header field that are read: 256 KiB; the rest is cut off.
pub const MAX_FIELD: usize = 256 << 10;
/// The most bytes of a message that are shown as text, and as HTML: 4 MiB each. Where its parts are longer
/// together, those that do not fit are attachments too.
pub const MAX_TEXT: usize = 4 << 20;

/// One message as read from raw bytes: everything decoded and mended, names and subject without
/// characters that deceive.
#[derive(Clone, PartialEq, Debug)]
pub struct Message {
    /// The `Message-ID` without its angle brackets; `None` where it is missing or no id.
    pub message_id: Option<String>,
    /// The ids of `In-Reply-To`, without brackets.
    pub in_reply_to: Vec<String>,
    /// The ids of `References`, oldest first, without brackets.
    pub references: Vec<String>,
    /// The first mailbox of `From`.
    pub from: Option<Mailbox>,
    /// `Reply-To`: with a contact form often the customer, where `From` is the form.
    pub reply_to: Vec<Mailbox>,
    /// `To`, groups flattened.
    pub to: Vec<Mailbox>,
    /// `Cc`, groups flattened.
    pub cc: Vec<Mailbox>,
    /// The subject, decoded; empty where there is none.
    pub subject: String,
    /// The sender's own `Date`: a claim, not a proof.
    pub sent_at: Option<Instant>,
    /// When it was received, and how that is known (§14).
    pub received: Receipt,
    /// The plain text; made from the HTML where there is no text part. Line ends are `\n`.
    pub text: String,
    /// The HTML, cleaned; `None` where the message has none.
    pub html: Option<CleanHtml>,
    /// Everything that is not the text: files, inline images, attached messages.
    pub attachments: Vec<Attachment>,
    /// Sent by a program: an automatic reply, a delivery report.
    pub auto_submitted: bool,
    /// Came over a mailing list.
    pub list: bool,
    /// What had to be mended to read it, each kind once, in the order of [`Repair`].
    pub repairs: Vec<Repair>,
    /// SHA-256 over decoded subject, sender, date, text, HTML and attachments: equal where the
    /// same message came over different hops, whatever they did to its encoding.
    pub content_digest: [u8; 32],
}

/// A person's or a role's address.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mailbox {
    /// The name shown beside the address, safe to show.
    pub name: Option<String>,
    /// The address, its domain in lower case.
    pub address: String,
}

/// A file that came with a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attachment {
    /// A name safe to show and to save: no path, no control or overriding characters, never empty.
    pub name: String,
    /// The media type, lower case, `type/subtype`; `application/octet-stream` where it is no type.
    pub media_type: String,
    /// The content, its transfer encoding undone.
    pub bytes: Vec<u8>,
}

/// What had to be mended to read a message.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repair {
    /// A character set under a name that is no standard one (`cp932`, `cp50221`, `iso-2022-jp-ms`).
    CharsetAlias,
    /// Text beyond ASCII without a character set, or with an unknown one: it was recognised.
    CharsetMissing,
    /// Text that is not in the character set its label names.
    CharsetWrong,
    /// Characters that no character set could read; they show as U+FFFD.
    CharactersLost,
    /// A header field in Japanese or the like without the encoding that headers need.
    RawHeader,
    /// One character split over two encoded-words.
    SplitCharacter,
    /// An encoded-word without its end or with characters that do not belong there.
    BrokenWord,
    /// Base64 or quoted-printable with errors; what was readable was read.
    BrokenTransferEncoding,
    /// A multipart without the boundary it names; its text was read as it is.
    BoundaryMissing,
    /// A multipart that ends before its last boundary: the message may be cut off.
    PartsCutOff,
    /// Lines among the header fields that are none; they were passed over.
    HeaderLine,
    /// A field that may come only once came again; the first counts.
    FieldRepeated,
    /// A header field longer than [`MAX_FIELD`]; the rest was cut off.
    FieldCut,
    /// A text longer than [`MAX_TEXT`] was cut; the whole is an attachment.
    TextCut,
    /// A `Message-ID` that is no id.
    BadMessageId,
    /// A `Date` that is no date.
    BadDate,
    /// A `Received` line whose date is none or absurd; the next one was taken.
    BadReceived,
}

/// Why bytes could not be read as a message.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// More bytes than [`MAX_RAW`].
    #[error("too_large")]
    TooLarge,
    /// No header field that a mail has.
    #[error("not_mail")]
    NotMail,
    /// More than [`MAX_DEPTH`] multiparts inside one another.
    #[error("too_deep")]
    TooDeep,
    /// More than [`MAX_PARTS`] parts.
    #[error("too_many_parts")]
    TooManyParts,
    /// More than [`MAX_FIELDS`] header fields.
    #[error("too_many_fields")]
    TooManyFields,
}

/// The repairs of one message while it is read.
pub(crate) type Repairs = BTreeSet<Repair>;
