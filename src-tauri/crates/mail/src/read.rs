use business_time::Instant;

use crate::address::mailboxes;
use crate::body::Body;
use crate::date::header_date;
use crate::digest::{Substance, content_digest};
use crate::entity::{Part, split};
use crate::html::{CleanHtml, clean_html, text_of};
use crate::message::{MAX_RAW, Message, Repair, Repairs, Unreadable};
use crate::receipt::receipt;
use crate::visible::{visible, visible_lines};
use crate::words::decode_text;

/// The longest `Message-ID`: a line's length by RFC 5322.
const MAX_ID: usize = 998;
/// The most ids of one thread field that are read, its newest.
const MAX_IDS: usize = 200;
/// Fields that may come only once.
const SINGLE: [&str; 5] = ["subject", "from", "date", "message-id", "content-type"];

/// Reads one message from its raw bytes; `envelope_at` is the instant of the mbox envelope it lay
/// in, where it lay in one. What is broken is mended and named in [`Message::repairs`].
///
/// # Errors
/// [`Unreadable`] where the bytes are empty, are no mail, or exceed a bound.
pub fn read(raw: &[u8], envelope_at: Option<Instant>) -> Result<Message, Unreadable> {
    if raw.trim_ascii().is_empty() {
        return Err(Unreadable::Empty);
    }
    if raw.len() > MAX_RAW {
        return Err(Unreadable::TooLarge);
    }
    let mut repairs = Repairs::new();
    let part = split(raw, &mut repairs)?;
    Ok(message(&part, envelope_at, repairs))
}

fn message(part: &Part<'_>, envelope_at: Option<Instant>, mut mended: Repairs) -> Message {
    let repairs = &mut mended;
    if SINGLE.iter().any(|name| part.all(name).nth(1).is_some()) {
        repairs.insert(Repair::FieldRepeated);
    }
    let subject = visible(&field(part, "subject", repairs));
    let from = mailboxes(part.first("from").into_iter(), repairs)
        .into_iter()
        .next();
    let sent_at = sent_at(part, repairs);
    let body = Body::of(part, repairs);
    let html = body.html.as_deref().map(clean_html);
    let text = text(&body, html.as_ref());
    let content_digest = content_digest(&Substance {
        subject: &subject,
        from: from.as_ref(),
        date: &field(part, "date", repairs),
        text: &text,
        html: body.html.as_deref(),
        attachments: &body.attachments,
    });
    Message {
        message_id: message_id(part, repairs),
        in_reply_to: ids(part, "in-reply-to"),
        references: ids(part, "references"),
        reply_to: mailboxes(part.all("reply-to"), repairs),
        to: mailboxes(part.all("to"), repairs),
        cc: mailboxes(part.all("cc"), repairs),
        received: receipt(part, envelope_at, sent_at, repairs),
        auto_submitted: is_auto_submitted(part),
        list: is_list(part),
        from,
        subject,
        sent_at,
        text,
        html,
        attachments: body.attachments,
        content_digest,
        repairs: mended.into_iter().collect(),
    }
}

fn sent_at(part: &Part<'_>, repairs: &mut Repairs) -> Option<Instant> {
    part.first("date")?;
    let at = header_date(&field(part, "date", repairs));
    if at.is_none() {
        repairs.insert(Repair::BadDate);
    }
    at
}

/// The text part, or what the HTML says where that is missing or blank.
fn text(body: &Body, html: Option<&CleanHtml>) -> String {
    let said = body.text.as_deref().unwrap_or_default();
    match html {
        Some(html) if said.trim().is_empty() => text_of(html),
        Some(_) | None => visible_lines(said),
    }
}

fn field(part: &Part<'_>, name: &str, repairs: &mut Repairs) -> String {
    part.first(name)
        .map(|field| decode_text(field, repairs))
        .unwrap_or_default()
}

fn message_id(part: &Part<'_>, repairs: &mut Repairs) -> Option<String> {
    let written = part.first("message-id")?;
    let text = String::from_utf8_lossy(written);
    let bare = text.trim();
    let id = bracketed(bare)
        .into_iter()
        .next()
        .unwrap_or_else(|| bare.to_owned());
    if is_id(&id) {
        return Some(id);
    }
    repairs.insert(Repair::BadMessageId);
    None
}

/// The ids of a thread field, oldest first; prose around them is passed over.
fn ids(part: &Part<'_>, name: &str) -> Vec<String> {
    let mut ids: Vec<String> = part
        .all(name)
        .flat_map(|field| bracketed(&String::from_utf8_lossy(field)))
        .collect();
    ids.retain(|id| is_id(id));
    ids.split_off(ids.len().saturating_sub(MAX_IDS))
}

/// What stands in angle brackets, the folding taken out.
fn bracketed(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in text.split('<').skip(1) {
        if let Some((id, _)) = piece.split_once('>') {
            found.push(id.split_ascii_whitespace().collect());
        }
    }
    found
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= MAX_ID && id.bytes().all(|byte| matches!(byte, 0x21..=0x7E))
}

/// Tells whether a program sent the message without a person (RFC 3834, and what came before it).
fn is_auto_submitted(part: &Part<'_>) -> bool {
    let says = |name: &str, test: fn(&str) -> bool| {
        part.first(name).is_some_and(|field| test(&keyword(field)))
    };
    says("auto-submitted", |word| word != "no")
        || says("precedence", |word| {
            matches!(word, "bulk" | "junk" | "auto_reply")
        })
        || says("return-path", |path| path == "<>")
        || part.first("x-autoreply").is_some()
        || part.first("x-autorespond").is_some()
        || part.content_type.value == "multipart/report"
}

fn is_list(part: &Part<'_>) -> bool {
    let named = [
        "list-id",
        "list-post",
        "mailing-list",
        "x-ml-name",
        "x-mlserver",
    ];
    named.iter().any(|name| part.first(name).is_some())
        || part
            .first("precedence")
            .is_some_and(|field| keyword(field) == "list")
}

/// A field's first word in lower case.
fn keyword(field: &[u8]) -> String {
    let text = String::from_utf8_lossy(field);
    text.split([';', '('])
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}
