/// Makes a subject, a name or an address safe to show on one line: control characters become
/// their pictures (`␀`, `␍`), overrides of the writing direction and other unseen characters
/// `‹U+202E›`; zero-width fillers go.
pub fn visible(text: &str) -> String {
    shown(text, |_| false)
}

/// Does what [`visible`] does, but keeps line ends and tabs; line ends become `\n`.
pub fn visible_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    shown(&text, |c| matches!(c, '\n' | '\t'))
}

fn shown(text: &str, kept: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if kept(c) => out.push(c),
            '\t' => out.push(' '),
            '\0'..='\u{1F}' => {
                out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'))
            }
            '\u{7F}' => out.push('\u{2421}'),
            _ if is_filler(c) => {}
            _ if is_deceptive(c) => out.push_str(&format!("‹U+{:04X}›", u32::from(c))),
            _ => out.push(c),
        }
    }
    out
}

/// Tells whether a character is an unseen filler or mark that does no harm and is best left out:
/// Outlook puts direction marks round every number of a date.
pub(crate) fn is_filler(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180E}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
    )
}

/// Tells whether a character is unseen and changes how others are read or shown: C1 controls,
/// overrides of the direction, line separators, interlinear marks and tags.
pub(crate) fn is_deceptive(c: char) -> bool {
    matches!(
        c,
        '\u{80}'..='\u{9F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2065}'..='\u{206F}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, shows: &str) {
        assert_eq!(visible(text), shows);
    }

    #[test]
    fn what_deceives_is_shown() {
        check("見積\u{202E}fdp.exe", "見積‹U+202E›fdp.exe");
        check("件名\r\nBcc: x@example.jp", "件名␍␊Bcc: x@example.jp");
        check("a\0b\u{7F}c\u{1B}[31m", "a␀b␡c␛[31m");
        check("\u{2066}a\u{2069}\u{85}", "‹U+2066›a‹U+2069›‹U+0085›");
        check("管\u{200B}理\u{FEFF}者\u{AD}\u{200E}", "管理者");
        check("tag\u{E0041}", "tag‹U+E0041›");
        check("\u{3164}\u{115F}\u{FFA0}", "");
    }

    #[test]
    fn what_is_plain_stays() {
        check("①㈱髙﨑 ｶﾅ が👩\u{200D}🔧", "①㈱髙﨑 ｶﾅ が👩\u{200D}🔧");
        check("a\tb", "a b");
    }

    #[test]
    fn a_text_keeps_its_lines() {
        assert_eq!(
            visible_lines("一\r\n二\r三\t四\u{202E}\0"),
            "一\n二\n三\t四‹U+202E›␀"
        );
    }
}
