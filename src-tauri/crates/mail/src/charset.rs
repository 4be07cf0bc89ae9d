//! Bytes to text, whatever their label says: the first half of the repair layer.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    EUC_JP, Encoding, ISO_2022_JP, REPLACEMENT, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE,
};

use crate::message::Repair;

mod jis;

/// A detector learns nothing more from longer samples.
const SAMPLE: usize = 128 << 10;

/// Text made from bytes, and what had to be mended for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Decoded {
    pub text: String,
    pub repairs: Vec<Repair>,
}

/// Decodes `bytes` labelled `label`. A label that yields U+FFFD, or that the bytes plainly
/// contradict, is not believed; then the likely others are tried.
pub(crate) fn decode(bytes: &[u8], label: Option<&str>) -> Decoded {
    let label = label.map(str::trim).filter(|label| !label.is_empty());
    let named = label.and_then(named);
    let wide = named.is_some_and(|named| [UTF_16BE, UTF_16LE].contains(&named.encoding));
    if is_plain(bytes) && !wide {
        return Decoded {
            text: String::from_utf8_lossy(bytes).into_owned(),
            repairs: Vec::new(),
        };
    }
    let Some(named) = named else {
        return guess(bytes).decoded(Some(Repair::CharsetMissing));
    };
    if contradicts(bytes, named.encoding) {
        return guess(bytes).decoded(Some(Repair::CharsetWrong));
    }
    let labelled = Attempt::new(bytes, named.encoding);
    let escaped = named.encoding == ISO_2022_JP && jis::has_escapes(bytes);
    if labelled.lost > 0 && !escaped {
        let guessed = guess(bytes);
        if guessed.lost < labelled.lost {
            return guessed.decoded(Some(Repair::CharsetWrong));
        }
    }
    labelled.decoded(named.alias.then_some(Repair::CharsetAlias))
}

/// Tells whether bytes lose characters where their label is believed; not so where it is unknown.
pub(crate) fn loses(bytes: &[u8], label: &str) -> bool {
    named(label).is_some_and(|named| Attempt::new(bytes, named.encoding).lost > 0)
}

/// Tells whether `label` names a character set that is known here.
pub(crate) fn is_known(label: &str) -> bool {
    named(label).is_some()
}

/// The encoding a label names, and whether only custom knows it under that name.
#[derive(Copy, Clone)]
struct Named {
    encoding: &'static Encoding,
    alias: bool,
}

fn named(label: &str) -> Option<Named> {
    let label = label
        .trim()
        .trim_matches(['"', '\''])
        .to_ascii_lowercase()
        .replace('_', "-");
    let alias = match label.as_str() {
        "cp932" | "ms932" | "windows-932" | "x-ms-cp932" | "shiftjis" | "x-sjis-cp932"
        | "sjis-win" => Some(SHIFT_JIS),
        "cp50220"
        | "cp50221"
        | "cp50222"
        | "jis"
        | "x-jis"
        | "iso2022jp"
        | "iso-2022-jp-ms"
        | "iso-2022-jp-1"
        | "iso-2022-jp-2"
        | "iso-2022-jp-3"
        | "iso-2022-jp-2004"
        | "x-windows-iso2022jp" => Some(ISO_2022_JP),
        "eucjp" | "eucjp-ms" | "euc-jp-ms" | "eucjp-win" | "cp51932" | "ujis" => Some(EUC_JP),
        "utf8mb4" | "utf-8n" | "utf-8-mac" => Some(UTF_8),
        _ => None,
    };
    if let Some(encoding) = alias {
        return Some(Named {
            encoding,
            alias: true,
        });
    }
    let encoding = Encoding::for_label(label.as_bytes())
        .or_else(|| Encoding::for_label(label.replace('-', "_").as_bytes()))?;
    (encoding != REPLACEMENT).then_some(Named {
        encoding,
        alias: false,
    })
}

/// ASCII without anything that shifts into another set.
fn is_plain(bytes: &[u8]) -> bool {
    bytes.is_ascii() && !bytes.iter().any(|byte| matches!(byte, 0x0E | 0x1B))
}

/// Tells whether bytes beyond plain ASCII cannot be what the label says although it would decode
/// them to something: JIS escapes under another label, UTF-8 or Japanese under one that takes any
/// byte.
fn contradicts(bytes: &[u8], encoding: &'static Encoding) -> bool {
    if encoding == ISO_2022_JP {
        return false;
    }
    if bytes.is_ascii() {
        return jis::has_escapes(bytes);
    }
    if encoding == UTF_8 {
        return false;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) if encoding.is_single_byte() => true,
        Ok(text) => text.chars().filter(|c| is_east_asian(*c)).take(3).count() == 3,
        Err(_) => {
            encoding.is_single_byte()
                && [SHIFT_JIS, EUC_JP]
                    .iter()
                    .any(|japanese| reads_as(bytes, japanese))
        }
    }
}

fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// Tells whether the bytes read without loss as Japanese: some kana, and little beyond ASCII that
/// is not East Asian.
fn reads_as(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let Attempt { text, lost } = Attempt::new(bytes, encoding);
    let kana = text.chars().filter(|c| matches!(c, 'ぁ'..='ヶ')).count();
    let other = text
        .chars()
        .filter(|c| !c.is_ascii() && !is_east_asian(*c))
        .count();
    lost == 0 && kana >= 3 && other <= kana
}

/// One way to read the bytes, and how many characters were lost on it.
struct Attempt {
    text: String,
    lost: usize,
}

impl Attempt {
    fn new(bytes: &[u8], encoding: &'static Encoding) -> Self {
        if encoding == UTF_8
            && let Ok(text) = std::str::from_utf8(bytes)
        {
            return Self {
                text: text.trim_start_matches('\u{FEFF}').to_owned(),
                lost: 0,
            };
        }
        let text = if encoding == ISO_2022_JP {
            EUC_JP
                .decode_without_bom_handling(&jis::to_euc(bytes))
                .0
                .into_owned()
        } else {
            encoding.decode_with_bom_removal(bytes).0.into_owned()
        };
        let lost = text.matches('\u{FFFD}').count();
        Self { text, lost }
    }

    fn decoded(self, repair: Option<Repair>) -> Decoded {
        let lost = (self.lost > 0).then_some(Repair::CharactersLost);
        Decoded {
            text: self.text,
            repairs: repair.into_iter().chain(lost).collect(),
        }
    }
}

/// Recognises the character set of bytes without a trustworthy label.
fn guess(bytes: &[u8]) -> Attempt {
    if let Some(encoding) = Encoding::for_bom(bytes).map(|(encoding, _)| encoding) {
        return Attempt::new(bytes, encoding);
    }
    let utf8 = Attempt::new(bytes, UTF_8);
    if jis::has_escapes(bytes) {
        let jis = Attempt::new(bytes, ISO_2022_JP);
        if jis.lost == 0 || bytes.is_ascii() {
            return jis;
        }
    }
    if utf8.lost == 0 {
        return utf8;
    }
    // Cut off in the midst of a character, UTF-8 would else be read as Shift_JIS without loss.
    if utf8.text.chars().filter(|c| !c.is_ascii()).count() > 8 * utf8.lost && bytes.len() >= 16 {
        return utf8;
    }
    let detected = Attempt::new(bytes, detect(bytes));
    if detected.lost == 0 {
        return detected;
    }
    let others = [SHIFT_JIS, EUC_JP, ISO_2022_JP].map(|encoding| Attempt::new(bytes, encoding));
    others
        .into_iter()
        .chain([detected, utf8])
        .min_by_key(|attempt| attempt.lost)
        .unwrap_or(Attempt {
            text: String::new(),
            lost: 0,
        })
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let start = Encoding::ascii_valid_up_to(bytes).saturating_sub(2);
    let sample = bytes.get(start..).unwrap_or(bytes);
    let sample = sample.get(..SAMPLE).unwrap_or(sample);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(Some(b"jp"), Utf8Detection::Deny)
}

#[cfg(test)]
mod tests;
