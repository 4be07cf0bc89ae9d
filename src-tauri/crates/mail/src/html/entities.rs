/// Decodes character references: numeric ones and those that a serializer writes.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(12).position(|byte| byte == b';');
        let decoded =
            end.and_then(|end| Some((character(after.get(..end)?)?, after.get(end + 1..)?)));
        match decoded {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out + rest
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        "nbsp" => return Some('\u{A0}'),
        "colon" => return Some(':'),
        _ => {}
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
}

/// Writes markup's text anew so that it holds no tag and no `&` that begins no reference: the
/// cleaner's parser takes quadratic time for such. A form feed is shown as such beforehand: to the
/// parser it is a space, which may stand where the `␌` that it becomes may not.
pub(super) fn settled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', FORM_FEED]) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let (written, read) = match after.as_bytes() {
            [b'<', ..] => ("&lt;", 1),
            [b'>', ..] => ("&gt;", 1),
            [b'"', ..] => ("&quot;", 1),
            [b'&', ..] => match reference(after) {
                Some(name) if character(name) == Some(FORM_FEED) => ("␌", name.len() + 2),
                Some(_) => ("&", 1),
                None => ("&amp;", 1),
            },
            _ => ("␌", 1),
        };
        out.push_str(written);
        rest = after.get(read..).unwrap_or_default();
    }
    out + rest
}

const FORM_FEED: char = '\u{C}';

/// The name in a character reference that a text begins with: `amp` in `&amp; …`.
fn reference(text: &str) -> Option<&str> {
    let end = text
        .bytes()
        .skip(1)
        .take(34)
        .position(|byte| byte == b';')?;
    let name = text.get(1..=end)?;
    let whole = |byte| matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'#');
    (!name.is_empty() && name.bytes().all(whole)).then_some(name)
}

/// Writes plain text as HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
