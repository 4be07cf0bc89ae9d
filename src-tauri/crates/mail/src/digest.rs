use sha2::{Digest, Sha256};

use crate::message::{Attachment, Mailbox};

/// What makes a message's content, decoded.
pub(crate) struct Substance<'a> {
    pub subject: &'a str,
    pub from: Option<&'a Mailbox>,
    /// The `Date` field as written, so that two unreadable ones still differ.
    pub date: &'a str,
    pub text: &'a str,
    pub html: Option<&'a str>,
    pub attachments: &'a [Attachment],
}

/// Digests a message's content: every item with its length, so that none can pass for another;
/// blanks at line ends and empty lines at the end, which hops add and take, left out.
pub(crate) fn content_digest(substance: &Substance<'_>) -> [u8; 32] {
    let mut hasher = Sha256::new();
    let mut item = |bytes: &[u8]| {
        hasher.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(bytes);
    };
    item(substance.subject.as_bytes());
    item(substance.from.map_or("", |from| &from.address).as_bytes());
    item(substance.date.as_bytes());
    item(settled(substance.text).as_bytes());
    item(settled(substance.html.unwrap_or_default()).as_bytes());
    for attachment in substance.attachments {
        item(attachment.name.as_bytes());
        item(attachment.media_type.as_bytes());
        // A text file's line ends change with the way it was encoded.
        if attachment.media_type.starts_with("text/")
            || attachment.media_type.starts_with("message/")
        {
            item(settled(&String::from_utf8_lossy(&attachment.bytes)).as_bytes());
            item(b"text");
        } else {
            item(&attachment.bytes);
        }
    }
    hasher.finalize().into()
}

fn settled(text: &str) -> String {
    let mut lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines.join("\n")
}
