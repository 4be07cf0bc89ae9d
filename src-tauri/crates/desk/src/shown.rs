//! Texts as they go on record: whatever somebody wrote, sent or pasted, it is shown as what it is.

use inquiry::Customer;
use mail::{MAX_TEXT, visible, visible_lines};

/// The longest subject, name or the like, in characters; the queue holds those of all open inquiries in memory.
pub(crate) const LONGEST_LINE: usize = 1_000;

/// What stands for the rest of what was cut off.
const CUT: char = '…';

/// Makes one line of a text: line ends become blanks, what is unseen and deceives becomes visible, and what is longer
/// than [`LONGEST_LINE`] is cut.
pub(crate) fn line(text: &str) -> String {
    // Fillers go, so that more is looked at than is kept; but a field of megabytes is not looked at whole.
    let beginning: String = text.trim().chars().take(LONGEST_LINE * 8).collect();
    let rows = beginning.split(['\r', '\n']).map(str::trim);
    let words: Vec<&str> = rows.filter(|it| !it.is_empty()).collect();
    let shown = visible(&words.join(" "));
    cut(shown.trim(), LONGEST_LINE)
}

/// Makes what is unseen and deceives in a text of several lines visible; at most [`MAX_TEXT`] bytes of it are kept.
pub(crate) fn lines(text: &str) -> String {
    let shown = visible_lines(text);
    if shown.len() <= MAX_TEXT {
        return shown;
    }
    let end = shown.floor_char_boundary(MAX_TEXT);
    format!("{}{CUT}", shown.get(..end).unwrap_or_default())
}

/// Makes one line of each part of who asks.
pub(crate) fn customer(it: &Customer) -> Customer {
    Customer {
        company: line(&it.company),
        person: line(&it.person),
        person_kana: line(&it.person_kana),
        address: line(&it.address),
        phone: line(&it.phone),
        callback_phone: line(&it.callback_phone),
        callback_wish: line(&it.callback_wish),
        contract: line(&it.contract),
    }
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some(_) => text.chars().take(most - 1).chain([CUT]).collect(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, shown: &str) {
        assert_eq!(line(text), shown);
    }

    #[test]
    fn a_line_is_one_line_and_shows_what_it_holds() {
        check("端末名を変更したい①", "端末名を変更したい①");
        check("  見積\u{202e}fdp.exe ", "見積‹U+202E›fdp.exe");
        check("一行目\r\n 二行目\n", "一行目 二行目");
        check("\u{1b}]0;x\u{7}", "␛]0;x␇");
        check(
            "=HYPERLINK(\"https://example.jp\")",
            "=HYPERLINK(\"https://example.jp\")",
        );
    }

    #[test]
    fn what_is_too_long_is_cut_and_says_so() {
        let long = line(&"長".repeat(1 << 20));
        assert_eq!(
            (long.chars().count(), long.ends_with('…')),
            (LONGEST_LINE, true)
        );
        check(&"x".repeat(LONGEST_LINE), &"x".repeat(LONGEST_LINE));
        let text = lines(&"長\n".repeat(2 << 20));
        assert!(text.len() <= MAX_TEXT + 3 && text.ends_with('…'));
    }

    #[test]
    fn what_is_shown_is_shown_the_same_again() {
        for text in ["a\u{202e}b", "␛ x", "a\tb\r\nc", &"長".repeat(2_000)] {
            check(&line(text), &line(text));
            assert_eq!(lines(&lines(text)), lines(text));
        }
    }
}
