//! Base64 and quoted-printable, read as far as they can be.

use mail_parser::decoders::base64::base64_decode;

/// Bytes whose transfer encoding was undone; `clean` tells whether it was without errors.
pub(crate) struct Transferred {
    pub bytes: Vec<u8>,
    pub clean: bool,
}

/// Undoes the `Content-Transfer-Encoding` named; unknown and identity ones leave the bytes.
pub(crate) fn undo(bytes: &[u8], encoding: &str) -> Transferred {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "base64" => base64(bytes),
        "quoted-printable" => quoted_printable(bytes, false),
        _ => Transferred {
            bytes: bytes.to_vec(),
            clean: true,
        },
    }
}

/// Decodes base64; characters that do not belong there are passed over.
pub(crate) fn base64(bytes: &[u8]) -> Transferred {
    if let Some(decoded) = base64_decode(bytes) {
        return Transferred {
            bytes: decoded,
            clean: true,
        };
    }
    let sifted: Vec<u8> = bytes
        .iter()
        .copied()
        .filter(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
        .collect();
    Transferred {
        bytes: base64_decode(&sifted).unwrap_or_default(),
        clean: false,
    }
}

/// Decodes quoted-printable; in an encoded-word (`in_word`) `_` is a space. An `=` that begins no
/// escape stays as it is.
pub(crate) fn quoted_printable(bytes: &[u8], in_word: bool) -> Transferred {
    let mut out = Vec::with_capacity(bytes.len());
    let (mut clean, mut rest) = (true, bytes);
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match (byte, tail) {
            (b'=', [high, low, after @ ..]) if let Some(byte) = hex_pair(*high, *low) => {
                out.push(byte);
                rest = after;
            }
            (b'=', _) => match soft_break(tail) {
                Some(after) => rest = after,
                None => {
                    out.push(byte);
                    clean = false;
                }
            },
            (b'_', _) if in_word => out.push(b' '),
            (b'\n', _) => {
                trim_line(&mut out);
                out.push(byte);
            }
            _ => out.push(byte),
        }
    }
    Transferred { bytes: out, clean }
}

/// What follows a soft line break: blanks and a line end after the `=`, or the end of all.
fn soft_break(tail: &[u8]) -> Option<&[u8]> {
    let blanks = tail
        .iter()
        .take(1_000)
        .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
        .count();
    match tail.get(blanks..) {
        Some([b'\n', after @ ..]) => Some(after),
        Some([]) => Some(&[]),
        Some(_) | None => None,
    }
}

/// Blanks at the end of a line were added on the way.
fn trim_line(out: &mut Vec<u8>) {
    let ends_in_cr = out.last() == Some(&b'\r');
    if ends_in_cr {
        out.pop();
    }
    while matches!(out.last(), Some(b' ' | b'\t')) {
        out.pop();
    }
    if ends_in_cr {
        out.push(b'\r');
    }
}

/// The byte that two hexadecimal digits write.
pub(crate) fn hex_pair(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    Some(digit(high)? << 4 | digit(low)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encoding: &str, bytes: &[u8], out: &[u8], clean: bool) {
        let undone = undo(bytes, encoding);
        assert_eq!((undone.bytes.as_slice(), undone.clean), (out, clean));
    }

    #[test]
    fn base64_is_read_as_far_as_it_goes() {
        check("base64", b"aGVs\r\nbG8=\r\n", b"hello", true);
        check("Base64 ", b"aGVsbG8", b"hello", true);
        check("base64", b"aGVs!!bG8=", b"hello", false);
        check("base64", b"aGk=aGk=", b"hihi", true);
        check("base64", b"", b"", true);
    }

    #[test]
    fn quoted_printable_is_read_as_far_as_it_goes() {
        check(
            "quoted-printable",
            b"=E3=81=82=\r\nb  \r\nc",
            "あb\r\nc".as_bytes(),
            true,
        );
        check("Quoted-Printable", b"a=e3=81=82", "aあ".as_bytes(), true);
        check("quoted-printable", b"1=2 =ZZ", b"1=2 =ZZ", false);
        check("quoted-printable", b"end=", b"end", true);
        check("quoted-printable", b"a_b", b"a_b", true);
    }

    #[test]
    fn other_encodings_leave_the_bytes() {
        check("7bit", b"a=41", b"a=41", true);
        check("x-unknown", b"\xFF", b"\xFF", true);
    }
}
