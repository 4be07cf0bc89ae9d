//! Tells what a file is: by its content first, since names lie; by its name where the content leaves it open.

use super::columns::Field;
use super::table::decode;

/// What a file holds.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum FileKind {
    /// One mail (`.eml`).
    Mail,
    /// Several mails in one file (`.mbox`).
    Mbox,
    /// A table with a header line (`.csv`).
    Table,
    /// One JSON object a line (`.jsonl`).
    JsonLines,
}

/// Headers of which every mail has at least one.
const MAIL_HEADERS: &[&str] = &[
    "from",
    "to",
    "subject",
    "date",
    "received",
    "message-id",
    "return-path",
    "mime-version",
    "delivered-to",
    "content-type",
];

/// Recognises a file by its name and its first bytes; nothing where it is none of the kinds.
#[must_use]
pub fn detect(name: &str, head: &[u8]) -> Option<FileKind> {
    let bytes = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let start: Vec<u8> = bytes
        .iter()
        .copied()
        .skip_while(u8::is_ascii_whitespace)
        .take(1)
        .collect();
    if bytes.starts_with(b"From ") && has_mail_header(bytes, 1) {
        Some(FileKind::Mbox)
    } else if has_mail_header(bytes, 0) {
        Some(FileKind::Mail)
    } else if start == b"{" {
        Some(FileKind::JsonLines)
    } else if has_known_column(head) {
        Some(FileKind::Table)
    } else {
        by_name(name).filter(|_| !start.is_empty() && !bytes.contains(&0))
    }
}

fn by_name(name: &str) -> Option<FileKind> {
    let (_, extension) = name.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "eml" => Some(FileKind::Mail),
        "csv" | "tsv" => Some(FileKind::Table),
        _ => None,
    }
}

/// Tells whether header lines begin after `skip` lines, one of them a mail's.
fn has_mail_header(bytes: &[u8], skip: usize) -> bool {
    let mut known = false;
    for line in bytes
        .split(|it| *it == b'\n')
        .skip(skip)
        .take_while(|line| !line.trim_ascii().is_empty())
    {
        if line.first().is_some_and(|it| matches!(it, b' ' | b'\t')) {
            continue;
        }
        let Some(name) = line
            .split(|it| *it == b':')
            .next()
            .filter(|name| name.len() < line.len())
        else {
            break;
        };
        if name.is_empty()
            || !name
                .iter()
                .all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_'))
        {
            break;
        }
        known |= MAIL_HEADERS
            .iter()
            .any(|it| name.eq_ignore_ascii_case(it.as_bytes()));
    }
    known
}

fn has_known_column(head: &[u8]) -> bool {
    let Some(line) = head
        .split(|it| *it == b'\n')
        .next()
        .filter(|it| it.len() < head.len())
    else {
        return false;
    };
    let names = decode(line.to_vec()).unwrap_or_default();
    let known = names
        .split([',', '\t', ';'])
        .filter_map(|it| Field::from_name(it.trim().trim_matches('"')));
    known
        .filter(|it| matches!(it, Field::Subject | Field::Text))
        .count()
        > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, head: &[u8], expected: Option<FileKind>) {
        assert_eq!(
            detect(name, head),
            expected,
            "{name}: {}",
            String::from_utf8_lossy(head)
        );
    }

    #[test]
    fn the_content_tells() {
        check(
            "a.eml",
            b"Subject: x\r\nFrom: a@example.jp\r\n\r\nbody",
            Some(FileKind::Mail),
        );
        check(
            "a.txt",
            b"X-Thing: 1\nReceived: from a\n by b\n\nbody",
            Some(FileKind::Mail),
        );
        check(
            "a.eml",
            b"From a@example.jp Tue Nov 24 10:00:00 2026\nSubject: x\n\nbody",
            Some(FileKind::Mbox),
        );
        check(
            "inbox",
            b"From - Tue Nov 24 10:00:00 2026\nX-Mozilla-Status: 0001\nTo: b\n\n",
            Some(FileKind::Mbox),
        );
        check("a.csv", b"{\"subject\":\"x\"}\n", Some(FileKind::JsonLines));
        check(
            "a.bin",
            "件名,本文\nあ,い\n".as_bytes(),
            Some(FileKind::Table),
        );
        check(
            "a.dat",
            &[0x8c, 0x8f, 0x96, 0xbc, b',', b'x', b'\r', b'\n'],
            Some(FileKind::Table),
        );
        check(
            "a.csv",
            "\u{feff}\"件名\",\"x\"\n".as_bytes(),
            Some(FileKind::Table),
        );
    }

    #[test]
    fn the_name_tells_where_the_content_does_not() {
        check("odd.EML", b"no header here\n", Some(FileKind::Mail));
        check("odd.csv", "天気,気温\n".as_bytes(), Some(FileKind::Table));
        check("odd.eml", b"\x00\x01\x02", None);
        check("empty.eml", b"", None);
        check("note.txt", b"Dear all,\nhello\n", None);
        check("photo.png", b"\x89PNG\r\n\x1a\n", None);
        check("link.txt", b"https://example.jp/\n", None);
    }
}
