//! ISO-2022-JP as mailers really send it, rewritten to EUC-JP.
//!
//! EUC-JP has no state, and its table has the NEC and IBM rows and JIS X 0212. So what the
//! standard's decoder refuses (an escape right after another, half-width katakana by shift-out or
//! by the eighth bit, no return to ASCII at the end of a line) is understood here.

/// The set that the bytes after an escape belong to.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Set {
    Ascii,
    Katakana,
    Kanji,
    Supplement,
}

/// A byte that EUC-JP never has: it decodes to U+FFFD.
const LOST: u8 = 0xFF;

/// The escapes, longest first where one begins with another.
const ESCAPES: [(&[u8], Set); 10] = [
    (b"$(D", Set::Supplement),
    (b"$(@", Set::Kanji),
    (b"$(B", Set::Kanji),
    (b"$@", Set::Kanji),
    (b"$B", Set::Kanji),
    (b"&@\x1B$B", Set::Kanji),
    (b"(B", Set::Ascii),
    (b"(J", Set::Ascii),
    (b"(H", Set::Ascii),
    (b"(I", Set::Katakana),
];

/// Tells whether the bytes have an escape of ISO-2022-JP to anything but ASCII.
pub(super) fn has_escapes(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == 0x1B)
        .any(|(at, _)| {
            let rest = bytes.get(at + 1..).unwrap_or_default();
            escape(rest).is_some_and(|(_, set)| set != Set::Ascii)
        })
}

fn escape(rest: &[u8]) -> Option<(usize, Set)> {
    ESCAPES
        .iter()
        .find(|(escape, _)| rest.starts_with(escape))
        .map(|(escape, set)| (escape.len(), *set))
}

/// Rewrites ISO-2022-JP to EUC-JP; bytes that mean nothing become ones that decode to U+FFFD.
pub(super) fn to_euc(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 4);
    let (mut set, mut rest) = (Set::Ascii, bytes);
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match byte {
            0x1B => match escape(tail) {
                Some((length, next)) => {
                    set = next;
                    rest = tail.get(length..).unwrap_or_default();
                }
                None => out.push(byte),
            },
            0x0E => set = Set::Katakana,
            0x0F => set = Set::Ascii,
            b'\r' | b'\n' => {
                set = Set::Ascii;
                out.push(byte);
            }
            _ => rest = character(byte, tail, set, &mut out),
        }
    }
    out
}

/// Writes the character that begins with `byte` and returns what comes after it.
fn character<'a>(byte: u8, tail: &'a [u8], set: Set, out: &mut Vec<u8>) -> &'a [u8] {
    let printable = matches!(byte & 0x7F, 0x21..=0x7E);
    match set {
        Set::Ascii if byte.is_ascii() => out.push(byte),
        Set::Ascii => katakana(byte, out),
        Set::Katakana if printable => katakana(byte | 0x80, out),
        Set::Kanji | Set::Supplement if printable => match tail.split_first() {
            Some((&second, after)) if matches!(second & 0x7F, 0x21..=0x7E) => {
                if set == Set::Supplement {
                    out.push(0x8F);
                }
                out.extend([byte | 0x80, second | 0x80]);
                return after;
            }
            Some(_) | None => out.push(LOST),
        },
        Set::Katakana | Set::Kanji | Set::Supplement => out.push(byte & 0x7F),
    }
    tail
}

fn katakana(byte: u8, out: &mut Vec<u8>) {
    match byte {
        0xA1..=0xDF => out.extend([0x8E, byte]),
        _ => out.push(LOST),
    }
}
