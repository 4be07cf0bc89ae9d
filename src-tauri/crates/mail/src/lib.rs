//! Reading mail as it really arrives, and making it harmless to show.
//!
//! [`read`] takes one message's raw bytes and returns what a person needs of it, decoded and
//! mended; [`Mbox`] splits an mbox into such raw messages. The way of the bytes:
//!
//! ```text
//! raw ─ entity ─▶ parts ─ transfer ─▶ bytes ─ charset ─▶ text ─ html ─▶ harmless HTML and links
//!          └────▶ fields ─ words ─▶ subject, addresses, dates, file names
//! ```
//!
//! The parts are found by a walk of our own: it needs the bytes before anyone has guessed their
//! character set, and it must be linear and bounded for hostile input. `mail-parser` gives the
//! grammar of address lists and base64. No IO, no clock.

mod address;
mod body;
mod charset;
mod date;
mod digest;
mod entity;
mod file_name;
mod flowed;
mod html;
mod mbox;
mod message;
mod params;
mod quotes;
mod read;
mod receipt;
mod transfer;
mod visible;
mod words;

pub use file_name::safe_file_name;
pub use html::{CleanHtml, Link, clean_html, text_of_html};
pub use mbox::{Mbox, MboxMessage, MboxProblem};
pub use message::{
    Attachment, MAX_DEPTH, MAX_FIELD, MAX_FIELDS, MAX_PARTS, MAX_RAW, MAX_TEXT, Mailbox, Message,
    Repair, Unreadable,
};
pub use quotes::strip_quotes;
pub use read::read;
pub use receipt::{Proof, Receipt};
pub use visible::{visible, visible_lines};
