//! Whether somebody who writes tried the phone before.

/// What people write who called before, a phrase a line, in lower case; of calls to come it says nothing.
const PHRASES: &str = include_str!("../data/earlier-calls.txt");

/// Tells whether a text mentions an earlier call: words alone, so that a person looks at what they found.
#[must_use]
pub fn mentions_earlier_call(text: &str) -> bool {
    let text = text.to_lowercase();
    PHRASES.lines().any(|it| text.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_called_before_is_told_from_who_asks_for_a_call() {
        for text in [
            "先ほどお電話しましたがつながらないため、フォームからご連絡します。",
            "何度電話しても応答がありません",
            "10 時に架電済みです",
            "I called this morning but nobody answered.",
        ] {
            assert!(mentions_earlier_call(text), "{text}");
        }
        for text in [
            "折り返しお電話をください",
            "電話番号の変更について",
            "電話アプリの配布設定を教えてください",
            "Please call me back.",
            "",
        ] {
            assert!(!mentions_earlier_call(text), "{text}");
        }
    }
}
