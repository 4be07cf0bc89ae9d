//! From a message's parts to its text, its HTML and its attachments.

use crate::charset;
use crate::entity::{Content, Part};
use crate::file_name::safe_file_name;
use crate::flowed::unflow;
use crate::html::{escaped, text_of_html};
use crate::message::{Attachment, MAX_TEXT, Repair, Repairs};
use crate::params::Parameters;
use crate::transfer;
use crate::words::decode_text;

/// What a message says: its text, its HTML as it came, and what is attached.
#[derive(Default, Debug)]
pub(crate) struct Body {
    pub text: Option<String>,
    pub html: Option<String>,
    pub attachments: Vec<Attachment>,
}

/// How many bytes of text and of HTML may still be shown: many parts together show no more than one.
struct Left {
    text: usize,
    html: usize,
}

impl Body {
    /// Collects the body of a message from its parts.
    pub(crate) fn of(message: &Part<'_>, repairs: &mut Repairs) -> Self {
        let mut left = Left {
            text: MAX_TEXT,
            html: MAX_TEXT,
        };
        match &message.content {
            // Some name the text itself; alone, it is the text all the same.
            Content::Leaf(bytes) => Self::leaf(message, bytes, true, &mut left, repairs),
            Content::Parts(_) => Self::of_part(message, &mut left, repairs),
        }
    }

    fn of_part(part: &Part<'_>, left: &mut Left, repairs: &mut Repairs) -> Self {
        match &part.content {
            Content::Leaf(bytes) => Self::leaf(part, bytes, false, left, repairs),
            Content::Parts(parts) => {
                let bodies: Vec<Self> = parts
                    .iter()
                    .map(|part| Self::of_part(part, left, repairs))
                    .collect();
                if part.content_type.value == "multipart/alternative" {
                    Self::alternative(bodies)
                } else {
                    Self::sequence(bodies)
                }
            }
        }
    }

    /// Several forms of the same: the last text and the last HTML, the best by the sender's word.
    fn alternative(bodies: Vec<Self>) -> Self {
        let mut one = Self::default();
        for body in bodies {
            // A form that has both comes from a multipart of its own, whose text is as good.
            one.text = body.text.or(one.text);
            one.html = body.html.or(one.html);
            one.attachments.extend(body.attachments);
        }
        one
    }

    /// Several things one after the other. Where one of them is HTML, the others become HTML too:
    /// neither view may miss what the other shows.
    fn sequence(bodies: Vec<Self>) -> Self {
        let mut whole = Self::default();
        let shown: Vec<(Option<String>, Option<String>)> = bodies
            .into_iter()
            .map(|body| {
                whole.attachments.extend(body.attachments);
                (body.text, body.html)
            })
            .filter(|(text, html)| text.is_some() || html.is_some())
            .collect();
        if shown.iter().any(|(_, html)| html.is_some()) {
            let as_html = |(text, html): &(Option<String>, Option<String>)| {
                html.clone().unwrap_or_else(|| {
                    format!(
                        "<pre>{}</pre>",
                        escaped(text.as_deref().unwrap_or_default())
                    )
                })
            };
            whole.html = Some(shown.iter().map(as_html).collect());
        }
        if shown.iter().any(|(text, _)| text.is_some()) {
            let as_text = |(text, html): (Option<String>, Option<String>)| {
                text.unwrap_or_else(|| text_of_html(html.as_deref().unwrap_or_default()))
            };
            whole.text = Some(
                shown
                    .into_iter()
                    .map(as_text)
                    .collect::<Vec<_>>()
                    .join("\n"),
            );
        }
        whole
    }

    fn leaf(
        part: &Part<'_>,
        raw: &[u8],
        alone: bool,
        left: &mut Left,
        repairs: &mut Repairs,
    ) -> Self {
        let bytes = untransferred(part, raw, repairs);
        let written = part.first("content-disposition").unwrap_or_default();
        let disposition = Parameters::read(written, repairs);
        let name = file_name(&disposition, &part.content_type, repairs);
        let kind = part.content_type.value.as_str();
        let shown = matches!(kind, "text/plain" | "text/html" | "text")
            && disposition.value != "attachment"
            && (alone || name.is_none());
        let mut body = Self::default();
        let mut cut = false;
        if shown {
            let (form, left) = if kind == "text/html" {
                (&mut body.html, &mut left.html)
            } else {
                (&mut body.text, &mut left.text)
            };
            let beginning = bytes.get(..*left).map_or(bytes.as_slice(), whole_lines);
            cut = beginning.len() < bytes.len();
            *left = if cut { 0 } else { *left - beginning.len() };
            *form = Some(text_of(part, beginning, repairs));
        }
        if cut {
            repairs.insert(Repair::TextCut);
        }
        if !shown || cut {
            let name = safe_file_name(name.as_deref().unwrap_or(default_name(kind)));
            body.attachments.push(Attachment {
                name,
                media_type: media_type(kind),
                bytes,
            });
        }
        body
    }
}

/// Leaves out the line that a cut has torn: half a character would make the whole text unreadable.
fn whole_lines(cut: &[u8]) -> &[u8] {
    match cut.iter().rposition(|byte| *byte == b'\n') {
        Some(end) => cut.get(..=end).unwrap_or(cut),
        None => cut
            .utf8_chunks()
            .next()
            .filter(|first| first.valid().len() + 3 >= cut.len())
            .map_or(cut, |first| first.valid().as_bytes()),
    }
}

fn untransferred(part: &Part<'_>, raw: &[u8], repairs: &mut Repairs) -> Vec<u8> {
    let written = part.first("content-transfer-encoding").unwrap_or_default();
    let undone = transfer::undo(raw, &decode_text(written, repairs));
    if !undone.clean {
        repairs.insert(Repair::BrokenTransferEncoding);
    }
    undone.bytes
}

fn text_of(part: &Part<'_>, bytes: &[u8], repairs: &mut Repairs) -> String {
    let label = part.content_type.get("charset", repairs);
    let decoded = charset::decode(bytes, label.as_deref());
    repairs.extend(decoded.repairs);
    let is = |name: &str, value: &str, repairs: &mut Repairs| {
        part.content_type
            .get(name, repairs)
            .is_some_and(|given| given.trim().eq_ignore_ascii_case(value))
    };
    if part.content_type.value != "text/html" && is("format", "flowed", repairs) {
        return unflow(&decoded.text, is("delsp", "yes", repairs));
    }
    decoded.text
}

fn file_name(
    disposition: &Parameters,
    content_type: &Parameters,
    repairs: &mut Repairs,
) -> Option<String> {
    let name = disposition
        .get("filename", repairs)
        .or_else(|| content_type.get("name", repairs));
    name.filter(|name| !name.trim().is_empty())
}

fn default_name(kind: &str) -> &str {
    match kind {
        "message/rfc822" => "message.eml",
        "message/delivery-status" => "delivery-status.txt",
        "text/plain" => "text.txt",
        "text/html" => "text.html",
        "text/calendar" => "calendar.ics",
        "image/png" => "image.png",
        "image/jpeg" => "image.jpg",
        "image/gif" => "image.gif",
        "application/pdf" => "document.pdf",
        _ => "",
    }
}

/// A media type that can be shown and compared.
fn media_type(kind: &str) -> String {
    let token = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"!#$&^_.+-".contains(&byte))
    };
    let sound = kind.len() <= 127
        && kind
            .split_once('/')
            .is_some_and(|(kind, subtype)| token(kind) && token(subtype));
    if sound {
        kind.to_owned()
    } else {
        "application/octet-stream".to_owned()
    }
}
