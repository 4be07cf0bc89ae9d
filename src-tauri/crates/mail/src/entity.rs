//! A message's parts and their header fields, found in one pass over the raw bytes.
//!
//! Boundaries of all open multiparts are looked for at once, so that the time is linear in the
//! bytes however the parts nest; depth, parts and fields are bounded.

use crate::message::{MAX_DEPTH, MAX_FIELD, MAX_FIELDS, MAX_PARTS, Repair, Repairs, Unreadable};
use crate::params::Parameters;

/// One header field: its name as written, its body with the folding still in it.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Field<'a> {
    name: &'a [u8],
    body: &'a [u8],
}

/// One part: its fields, and its content.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    fields: Vec<Field<'a>>,
    pub content_type: Parameters,
    pub content: Content<'a>,
}

/// What a part holds.
#[derive(Debug)]
pub(crate) enum Content<'a> {
    /// Bytes in their transfer encoding.
    Leaf(&'a [u8]),
    /// Further parts.
    Parts(Vec<Part<'a>>),
}

impl<'a> Part<'a> {
    /// The bodies of all fields of that name, topmost first.
    pub(crate) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'a [u8]> + 'p {
        self.fields
            .iter()
            .filter(move |field| field.name.eq_ignore_ascii_case(name.as_bytes()))
            .map(|field| field.body)
    }

    /// The body of the first field of that name.
    pub(crate) fn first(&self, name: &str) -> Option<&'a [u8]> {
        self.all(name).next()
    }
}

/// Fields of which a mail has at least one.
const TELLING: [&str; 10] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "received",
    "reply-to",
    "return-path",
    "mime-version",
    "content-type",
];

/// Splits a raw message into its parts.
///
/// # Errors
/// [`Unreadable::NotMail`], [`Unreadable::TooDeep`], [`Unreadable::TooManyParts`],
/// [`Unreadable::TooManyFields`].
pub(crate) fn split<'a>(raw: &'a [u8], repairs: &mut Repairs) -> Result<Part<'a>, Unreadable> {
    let mut walk = Walk {
        raw,
        at: start_of_fields(raw),
        open: Vec::new(),
        parts: 0,
        fields: 0,
        repairs,
    };
    let (part, _) = walk.part("text/plain")?;
    let telling = part.fields.iter().any(|field| {
        TELLING
            .iter()
            .any(|name| field.name.eq_ignore_ascii_case(name.as_bytes()))
    });
    if telling {
        Ok(part)
    } else {
        Err(Unreadable::NotMail)
    }
}

/// Passes over a byte order mark, blank lines and an mbox's separator.
fn start_of_fields(raw: &[u8]) -> usize {
    let mut at = if raw.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    };
    while let Some(line) = line_at(raw, at) {
        let separator = line.text.starts_with(b"From ") || line.text.starts_with(b">From ");
        if !(line.is_blank() || separator) {
            break;
        }
        at = line.next;
    }
    at
}

/// Where a body stopped.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Stop {
    /// At the end of the message.
    End,
    /// At a boundary of the multipart at that depth; `last` closes it.
    Boundary { depth: usize, last: bool },
}

struct Walk<'a, 'r> {
    raw: &'a [u8],
    at: usize,
    open: Vec<Vec<u8>>,
    parts: usize,
    fields: usize,
    repairs: &'r mut Repairs,
}

impl<'a> Walk<'a, '_> {
    fn part(&mut self, default_type: &str) -> Result<(Part<'a>, Stop), Unreadable> {
        self.parts += 1;
        if self.parts > MAX_PARTS {
            return Err(Unreadable::TooManyParts);
        }
        let fields = self.fields()?;
        let mut part = Part {
            fields,
            content_type: Parameters::default(),
            content: Content::Leaf(&[]),
        };
        let written = part.first("content-type").unwrap_or_default();
        part.content_type = Parameters::read(written, self.repairs);
        if part.content_type.value.is_empty() {
            part.content_type.value = default_type.to_owned();
        }
        let stop = match self.multipart_boundary(&part) {
            Some(boundary) => self.multipart(&mut part, boundary)?,
            None => {
                let (bytes, stop) = self.body();
                part.content = Content::Leaf(bytes);
                stop
            }
        };
        Ok((part, stop))
    }

    fn multipart_boundary(&mut self, part: &Part<'a>) -> Option<Vec<u8>> {
        if !part.content_type.value.starts_with("multipart/") {
            return None;
        }
        let boundary = part
            .content_type
            .get("boundary", self.repairs)
            .filter(|boundary| !boundary.trim().is_empty());
        if boundary.is_none() {
            self.repairs.insert(Repair::BoundaryMissing);
        }
        boundary.map(|boundary| boundary.trim_end().as_bytes().to_vec())
    }

    fn multipart(&mut self, part: &mut Part<'a>, boundary: Vec<u8>) -> Result<Stop, Unreadable> {
        let depth = self.open.len();
        if depth >= MAX_DEPTH {
            return Err(Unreadable::TooDeep);
        }
        let kind = if part.content_type.value == "multipart/digest" {
            "message/rfc822"
        } else {
            "text/plain"
        };
        self.open.push(boundary);
        let (preamble, mut stop) = self.body();
        let mut parts = Vec::new();
        while stop == (Stop::Boundary { depth, last: false }) {
            let (child, after) = self.part(kind)?;
            parts.push(child);
            stop = after;
        }
        self.open.truncate(depth);
        if stop == (Stop::Boundary { depth, last: true }) {
            stop = self.body().1;
        } else {
            self.repairs.insert(Repair::PartsCutOff);
        }
        if parts.is_empty() {
            self.repairs.insert(Repair::BoundaryMissing);
            part.content_type.value = "text/plain".to_owned();
            part.content = Content::Leaf(preamble);
        } else {
            part.content = Content::Parts(parts);
        }
        Ok(stop)
    }

    /// Takes the bytes up to the next boundary of any open multipart; the line break before a
    /// boundary belongs to the boundary.
    fn body(&mut self) -> (&'a [u8], Stop) {
        let start = self.at;
        while let Some(line) = line_at(self.raw, self.at) {
            let end = self.at;
            self.at = line.next;
            if let Some(stop) = self.boundary(line.text) {
                let body = self.raw.get(start..end).unwrap_or_default();
                let body = body.strip_suffix(b"\n").unwrap_or(body);
                return (body.strip_suffix(b"\r").unwrap_or(body), stop);
            }
        }
        (self.raw.get(start..).unwrap_or_default(), Stop::End)
    }

    fn boundary(&self, line: &[u8]) -> Option<Stop> {
        let rest = line.strip_prefix(b"--")?;
        self.open
            .iter()
            .enumerate()
            .rev()
            .find_map(|(depth, boundary)| {
                let tail = rest.strip_prefix(boundary.as_slice())?.trim_ascii_end();
                match tail {
                    b"" => Some(Stop::Boundary { depth, last: false }),
                    b"--" => Some(Stop::Boundary { depth, last: true }),
                    _ => None,
                }
            })
    }

    /// Takes the fields up to the blank line that ends them. A line that is none is passed over
    /// where a field follows it; else the body begins with it.
    fn fields(&mut self) -> Result<Vec<Field<'a>>, Unreadable> {
        let mut fields: Vec<Field<'a>> = Vec::new();
        while let Some(line) = line_at(self.raw, self.at) {
            if line.is_blank() {
                self.at = line.next;
                break;
            }
            if self.boundary(line.text).is_some() {
                break;
            }
            let Some((name, body_at)) = field_name(line.text) else {
                let follows = line_at(self.raw, line.next)
                    .is_some_and(|next| field_name(next.text).is_some());
                if !follows || fields.is_empty() {
                    break;
                }
                self.repairs.insert(Repair::HeaderLine);
                self.at = line.next;
                continue;
            };
            let start = self.at + body_at;
            self.at = end_of_field(self.raw, line.next);
            let body = self.raw.get(start..self.at).unwrap_or_default();
            fields.push(Field {
                name,
                body: self.bounded(body),
            });
            self.fields += 1;
            if self.fields > MAX_FIELDS {
                return Err(Unreadable::TooManyFields);
            }
        }
        Ok(fields)
    }

    fn bounded(&mut self, body: &'a [u8]) -> &'a [u8] {
        let Some(cut) = body.get(..MAX_FIELD) else {
            return body;
        };
        self.repairs.insert(Repair::FieldCut);
        cut
    }
}

/// A line without its end, and where the next begins.
struct Line<'a> {
    text: &'a [u8],
    next: usize,
}

impl Line<'_> {
    fn is_blank(&self) -> bool {
        self.text.trim_ascii().is_empty()
    }
}

fn line_at(raw: &[u8], at: usize) -> Option<Line<'_>> {
    let rest = raw.get(at..).filter(|rest| !rest.is_empty())?;
    let (text, next) = match rest.iter().position(|byte| *byte == b'\n') {
        Some(end) => (rest.get(..end)?, at + end + 1),
        None => (rest, raw.len()),
    };
    Some(Line {
        text: text.strip_suffix(b"\r").unwrap_or(text),
        next,
    })
}

/// The name of the field that a line begins, and where its body starts in the line.
fn field_name(line: &[u8]) -> Option<(&[u8], usize)> {
    let colon = line.iter().take(256).position(|byte| *byte == b':')?;
    let name = line.get(..colon)?.trim_ascii_end();
    let valid = !name.is_empty() && name.iter().all(|byte| matches!(byte, 33..=126));
    valid.then_some((name, colon + 1))
}

/// Passes over the lines that continue a field.
fn end_of_field(raw: &[u8], mut at: usize) -> usize {
    while let Some(line) = line_at(raw, at) {
        // A line of blanks alone ends the fields for many programs, and continues one for others.
        if !line
            .text
            .first()
            .is_some_and(|first| matches!(first, b' ' | b'\t'))
            || line.text.trim_ascii().is_empty()
        {
            break;
        }
        at = line.next;
    }
    at
}

#[cfg(test)]
mod tests;
