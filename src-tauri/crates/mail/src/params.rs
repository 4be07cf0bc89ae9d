//! `Content-Type` and `Content-Disposition`: a value and its parameters, RFC 2231 included.

use crate::charset;
use crate::message::{Repair, Repairs};
use crate::transfer::hex_pair;
use crate::words::{decode_text, unfold};

/// The most parameters of one field that are read.
const MAX_PARAMETERS: usize = 500;

/// A field of a value and parameters.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Parameters {
    /// The value in lower case, without blanks: `text/plain`, `attachment`.
    pub value: String,
    given: Vec<(String, String)>,
}

/// A parameter's segment: its number, whether it is percent-encoded, its text.
struct Segment<'p> {
    number: usize,
    encoded: bool,
    text: &'p str,
}

impl Parameters {
    /// Reads a field's raw body.
    pub(crate) fn read(body: &[u8], repairs: &mut Repairs) -> Self {
        let text = charset::decode(&unfold(body), None);
        if !text.repairs.is_empty() {
            repairs.insert(Repair::RawHeader);
        }
        let (value, mut rest) = text.text.split_once(';').unwrap_or((&text.text, ""));
        let mut read = Self {
            value: value
                .split_whitespace()
                .collect::<String>()
                .to_ascii_lowercase(),
            given: Vec::new(),
        };
        while !rest.trim().is_empty() && read.given.len() < MAX_PARAMETERS {
            let (name, after) = rest
                .find(['=', ';'])
                .map_or((rest, ""), |at| rest.split_at(at));
            let (value, after) = match after.strip_prefix('=') {
                Some(after) => parameter_value(after.trim_start()),
                None => (String::new(), after),
            };
            read.given.push((name.trim().to_ascii_lowercase(), value));
            rest = after.trim_start().strip_prefix(';').unwrap_or(after);
        }
        read
    }

    /// Returns the parameter, decoded: from its segments and its character set where it has them,
    /// from encoded-words where someone put such there.
    pub(crate) fn get(&self, name: &str, repairs: &mut Repairs) -> Option<String> {
        let mut segments: Vec<Segment<'_>> = self
            .given
            .iter()
            .filter_map(|(given, text)| segment(given, name, text))
            .collect();
        if segments.is_empty() {
            let (_, plain) = self.given.iter().find(|(given, _)| given == name)?;
            return Some(if plain.contains("=?") {
                decode_text(plain.as_bytes(), repairs)
            } else {
                plain.clone()
            });
        }
        segments.sort_by_key(|segment| segment.number);
        Some(joined(&segments, repairs))
    }
}

fn segment<'p>(given: &str, name: &str, text: &'p str) -> Option<Segment<'p>> {
    let rest = given.strip_prefix(name)?.strip_prefix('*')?;
    if rest.is_empty() {
        return Some(Segment {
            number: 0,
            encoded: true,
            text,
        });
    }
    let (number, encoded) = match rest.strip_suffix('*') {
        Some(number) => (number, true),
        None => (rest, false),
    };
    Some(Segment {
        number: number.parse().ok()?,
        encoded,
        text,
    })
}

/// Joins the segments' bytes before decoding: a character may be split over two of them.
fn joined(segments: &[Segment<'_>], repairs: &mut Repairs) -> String {
    let mut charset = None;
    let mut bytes = Vec::new();
    for (place, segment) in segments.iter().enumerate() {
        let mut text = segment.text;
        if place == 0
            && segment.encoded
            && let Some((label, rest)) = text.split_once('\'')
        {
            charset = Some(label);
            text = rest.split_once('\'').map_or(rest, |(_, rest)| rest);
        }
        if segment.encoded {
            percent_decode(text.as_bytes(), &mut bytes);
        } else {
            bytes.extend(text.bytes());
        }
    }
    let decoded = charset::decode(&bytes, charset);
    repairs.extend(decoded.repairs);
    decoded.text
}

fn percent_decode(mut text: &[u8], out: &mut Vec<u8>) {
    while let Some((&byte, tail)) = text.split_first() {
        text = tail;
        match (byte, tail) {
            (b'%', [high, low, after @ ..]) if let Some(byte) = hex_pair(*high, *low) => {
                out.push(byte);
                text = after;
            }
            _ => out.push(byte),
        }
    }
}

/// Reads a value, quoted or not, and returns what comes after it. An unquoted one goes up to the
/// next semicolon: many leave file names with blanks unquoted.
fn parameter_value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        let (value, after) = text.split_at(end);
        return (value.trim().to_owned(), after);
    };
    let mut value = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (value, quoted.get(at + 1..).unwrap_or_default().trim_start()),
            '\\' => match chars.next() {
                Some((_, escaped @ ('"' | '\\'))) => value.push(escaped),
                Some((_, other)) => value.extend(['\\', other]),
                None => {}
            },
            _ => value.push(c),
        }
    }
    (value, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &[u8], value: &str, name: &str, expected: Option<&str>) {
        let mut repairs = Repairs::new();
        let read = Parameters::read(body, &mut repairs);
        assert_eq!(
            (read.value.as_str(), read.get(name, &mut repairs).as_deref()),
            (value, expected)
        );
    }

    #[test]
    fn values_and_parameters() {
        check(
            b" Text/Plain; CHARSET=\"UTF-8\"\r\n",
            "text/plain",
            "charset",
            Some("UTF-8"),
        );
        check(
            b"text/plain;charset=utf-8; format=flowed",
            "text/plain",
            "format",
            Some("flowed"),
        );
        check(
            b"multipart/mixed;\r\n\tboundary=\"a; \\\"b\\\"=c\"",
            "multipart/mixed",
            "boundary",
            Some("a; \"b\"=c"),
        );
        check(
            b"attachment; filename=annual report.pdf; size=3",
            "attachment",
            "filename",
            Some("annual report.pdf"),
        );
        check(b"text/plain", "text/plain", "charset", None);
        check(b"", "", "charset", None);
        check(
            b"attachment; filename=\"open",
            "attachment",
            "filename",
            Some("open"),
        );
        check(
            br#"attachment; filename="C:\temp\a.txt""#,
            "attachment",
            "filename",
            Some(r"C:\temp\a.txt"),
        );
        check(
            b"attachment;; ; filename",
            "attachment",
            "filename",
            Some(""),
        );
    }

    #[test]
    fn file_names_in_every_form() {
        let name = "filename";
        check(
            b"attachment; filename*=Shift_JIS''%8C%A9%90%CF.xls",
            "attachment",
            name,
            Some("見積.xls"),
        );
        check(
            b"attachment; filename*0*=cp932'ja'%8C%A9%90; filename*1*=%CF; filename*2=.xls",
            "attachment",
            name,
            Some("見積.xls"),
        );
        check(
            b"attachment; filename*1=b.txt; filename*0=\"a\"",
            "attachment",
            name,
            Some("ab.txt"),
        );
        check(
            b"attachment; filename=x.xls; filename*=UTF-8''%E8%A6%8B%E7%A9%8D.xls",
            "attachment",
            name,
            Some("見積.xls"),
        );
        check(
            b"attachment; filename=\"=?UTF-8?B?6KaL56mN?=\r\n =?UTF-8?Q?.xls?=\"",
            "attachment",
            name,
            Some("見積.xls"),
        );
        check(
            b"attachment; filename=\"\x95\\\x8E\xA6.xls\"",
            "attachment",
            name,
            Some("表示.xls"),
        );
        check(
            b"attachment; filename=\"\x1B$BI=<(\x1B(B.xls\"",
            "attachment",
            name,
            Some("表示.xls"),
        );
    }
}
