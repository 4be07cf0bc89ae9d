//! Header text: encoded-words (RFC 2047) and raw bytes, the second half of the repair layer.

use crate::charset::{self, Decoded};
use crate::message::{Repair, Repairs};
use crate::transfer::{base64, quoted_printable};

/// How an encoded-word's bytes are written.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Form {
    Base64,
    Quoted,
}

/// A piece of a header field.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Piece<'a> {
    /// Bytes outside of encoded-words.
    Raw(&'a [u8]),
    /// Adjacent encoded-words of one character set.
    Words {
        charset: &'a str,
        words: Vec<(Form, &'a [u8])>,
    },
}

/// Decodes an unstructured field (a subject): encoded-words joined before they are decoded, raw
/// bytes recognised, the folding undone.
pub(crate) fn decode_text(field: &[u8], repairs: &mut Repairs) -> String {
    let field = unfold(field);
    let mut text = String::new();
    for piece in pieces(&field, repairs) {
        match piece {
            Piece::Raw(bytes) => text.push_str(&decode_raw(bytes, repairs)),
            Piece::Words { charset, words } => {
                text.push_str(&decode_words(charset, &words, repairs))
            }
        }
    }
    text.trim().to_owned()
}

/// Rewrites a structured field (an address list) to ASCII and UTF-8: each run of encoded-words
/// becomes one in UTF-8, so that what it says cannot be taken for the field's own grammar.
pub(crate) fn rewrite(field: &[u8], repairs: &mut Repairs) -> Vec<u8> {
    let field = unfold(field);
    let mut out = Vec::with_capacity(field.len());
    for piece in pieces(&field, repairs) {
        match piece {
            // What is left of `=?` begins no word; nobody after us shall take it for one.
            Piece::Raw(bytes) => {
                out.extend(decode_raw(bytes, repairs).replace("=?", "= ?").bytes())
            }
            Piece::Words { charset, words } => {
                let text = decode_words(charset, &words, repairs);
                if out
                    .last()
                    .is_some_and(|last| !matches!(last, b' ' | b'\t' | b'"' | b'('))
                {
                    out.push(b' ');
                }
                out.extend(b"=?UTF-8?Q?");
                out.extend(
                    text.bytes()
                        .flat_map(|byte| format!("={byte:02X}").into_bytes()),
                );
                out.extend(b"?=");
            }
        }
    }
    out
}

/// Takes out the line breaks of a folded field.
pub(crate) fn unfold(field: &[u8]) -> Vec<u8> {
    field
        .iter()
        .copied()
        .filter(|byte| !matches!(byte, b'\r' | b'\n'))
        .collect()
}

fn decode_raw(bytes: &[u8], repairs: &mut Repairs) -> String {
    let Decoded {
        text,
        repairs: mended,
    } = charset::decode(bytes, None);
    if mended.contains(&Repair::CharsetMissing) {
        repairs.insert(Repair::RawHeader);
    }
    repairs.extend(
        mended
            .into_iter()
            .filter(|repair| *repair != Repair::CharsetMissing),
    );
    text
}

fn decode_words(charset: &str, words: &[(Form, &[u8])], repairs: &mut Repairs) -> String {
    let apart: Vec<Vec<u8>> = words
        .iter()
        .map(|word| word_bytes(*word, repairs))
        .collect();
    let mut bytes = apart.concat();
    // Some cut the base64 itself, not the bytes under it.
    if charset::loses(&bytes, charset) && words.iter().all(|(form, _)| *form == Form::Base64) {
        let joined: Vec<u8> = words
            .iter()
            .flat_map(|(_, data)| data.iter().copied())
            .collect();
        let whole = base64(&joined).bytes;
        if !charset::loses(&whole, charset) {
            bytes = whole;
        }
    }
    let split = apart.len() > 1 && apart.iter().any(|word| charset::loses(word, charset));
    if split && !charset::loses(&bytes, charset) {
        repairs.insert(Repair::SplitCharacter);
    }
    let decoded = charset::decode(&bytes, Some(charset));
    repairs.extend(decoded.repairs);
    decoded.text
}

fn word_bytes((form, data): (Form, &[u8]), repairs: &mut Repairs) -> Vec<u8> {
    let undone = match form {
        Form::Base64 => base64(data),
        Form::Quoted => quoted_printable(data, true),
    };
    if !undone.clean {
        repairs.insert(Repair::BrokenWord);
    }
    undone.bytes
}

/// Splits an unfolded field into its pieces in one pass.
fn pieces<'a>(field: &'a [u8], repairs: &mut Repairs) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(start) = find(field, b"=?", at) {
        at = start + 2;
        let Some(word) = word(field, start) else {
            continue;
        };
        let before = field.get(from..start).unwrap_or_default();
        let blank = before.iter().all(u8::is_ascii_whitespace);
        let after_word = matches!(pieces.last(), Some(Piece::Words { .. }));
        if !(before.is_empty() || blank && after_word) {
            pieces.push(Piece::Raw(before));
        }
        push_word(&mut pieces, &word);
        if word.unended {
            repairs.insert(Repair::BrokenWord);
        }
        (from, at) = (word.end, word.end);
    }
    let rest = field.get(from..).unwrap_or_default();
    if !rest.is_empty() {
        pieces.push(Piece::Raw(rest));
    }
    pieces
}

fn push_word<'a>(pieces: &mut Vec<Piece<'a>>, word: &Word<'a>) {
    if let Some(Piece::Words { charset, words }) = pieces.last_mut()
        && charset.eq_ignore_ascii_case(word.charset)
    {
        words.push((word.form, word.data));
    } else {
        pieces.push(Piece::Words {
            charset: word.charset,
            words: vec![(word.form, word.data)],
        });
    }
}

/// One encoded-word and where it ends.
struct Word<'a> {
    charset: &'a str,
    form: Form,
    data: &'a [u8],
    end: usize,
    unended: bool,
}

/// Reads the encoded-word at `start`. One that meets the next before its end is an unended one.
fn word(field: &[u8], start: usize) -> Option<Word<'_>> {
    let head = field.get(start + 2..)?;
    let charset_length = head.iter().take(64).position(|byte| *byte == b'?')?;
    let label = std::str::from_utf8(head.get(..charset_length)?).ok()?;
    let charset = label.split('*').next()?;
    if charset.is_empty() || charset.bytes().any(|byte| byte.is_ascii_whitespace()) {
        return None;
    }
    let form = match head.get(charset_length + 1..charset_length + 3)? {
        b"B?" | b"b?" => Form::Base64,
        b"Q?" | b"q?" => Form::Quoted,
        _ => return None,
    };
    let data_at = start + 2 + charset_length + 3;
    let (data, unended) = word_data(field.get(data_at..)?)?;
    let end = data_at + data.len() + if unended { 0 } else { 2 };
    let plausible = !unended || charset::is_known(charset) && !data.is_empty();
    plausible.then_some(Word {
        charset,
        form,
        data,
        end,
        unended,
    })
}

/// A word's data up to its `?=`; where another word comes first, up to the next blank.
fn word_data(rest: &[u8]) -> Option<(&[u8], bool)> {
    let is_start =
        |at: usize| rest.get(at..at + 2) == Some(b"=?") && rest.get(at + 2) != Some(&b'=');
    let is_end = |at: usize| rest.get(at..at + 2) == Some(b"?=");
    let mark = (0..rest.len())
        .find(|at| is_start(*at) || is_end(*at))
        .unwrap_or(rest.len());
    let data = rest.get(..mark)?;
    if is_end(mark) {
        Some((data, false))
    } else {
        Some((data.split(u8::is_ascii_whitespace).next()?, true))
    }
}

fn find(field: &[u8], needle: &[u8; 2], from: usize) -> Option<usize> {
    field
        .get(from..)?
        .windows(2)
        .position(|pair| pair == needle)
        .map(|at| at + from)
}

#[cfg(test)]
mod tests;
