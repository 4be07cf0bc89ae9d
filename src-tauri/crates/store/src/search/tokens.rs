//! The words of the search index: every two neighbouring characters, and every single one.
//!
//! Japanese is written without blanks, so a text is cut into overlapping pairs and a query of two or more
//! characters is a phrase of pairs: exact for any length. A pair that ends a run carries [`RUN_END`], which keeps the
//! runs on both sides of a blank from matching as one.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// Counts up whenever the cutting changes, so that the index is made anew.
pub(crate) const TOKENS_VERSION: i64 = 1;

/// Stands after the last character of a run.
const RUN_END: char = '\u{E000}';

/// Where ASCII marks go, which SQLite would take as blanks: the private use area.
const MARKS: u32 = 0xE000;

/// The entry of one inquiry: both columns of the index.
#[derive(Default)]
pub(crate) struct Tokens {
    /// Pairs, in the order of the text, with blanks between.
    pub pairs: String,
    /// Each character that occurs, once.
    pub singles: String,
}

/// Cuts texts into tokens.
pub(crate) fn tokens<'a>(texts: impl IntoIterator<Item = &'a str>) -> Tokens {
    let mut tokens = Tokens::default();
    let mut seen = BTreeSet::new();
    for text in texts {
        for run in runs(text) {
            push_pairs(&mut tokens.pairs, &run);
            seen.extend(run);
        }
    }
    for single in seen {
        push_token(&mut tokens.singles, [single]);
    }
    tokens
}

fn push_pairs(pairs: &mut String, run: &[char]) {
    let next = run.iter().skip(1).chain([&RUN_END]);
    for (first, second) in run.iter().zip(next) {
        push_token(pairs, [*first, *second]);
    }
}

fn push_token<const N: usize>(tokens: &mut String, token: [char; N]) {
    if !tokens.is_empty() {
        tokens.push(' ');
    }
    tokens.extend(token);
}

/// Turns what a person typed into a query of FTS5: each word a phrase of pairs or a single character, all wanted.
/// Gives nothing where nothing was typed.
pub(crate) fn query(typed: &str) -> Option<String> {
    let words: Vec<String> = runs(typed)
        .take(MOST_WORDS)
        .map(|run| phrase(&run))
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

/// A query is cut off after so many words.
const MOST_WORDS: usize = 16;

/// A word of a query is cut off after so many characters.
const LONGEST_WORD: usize = 64;

fn phrase(run: &[char]) -> String {
    let run = run.get(..LONGEST_WORD).unwrap_or(run);
    let mut phrase = String::from("\"");
    if let [single] = run {
        phrase.push(*single);
    }
    for (place, pair) in run.windows(2).enumerate() {
        if place > 0 {
            phrase.push(' ');
        }
        phrase.extend(pair);
    }
    phrase.push('"');
    phrase
}

/// Gives the runs of a text between blanks, in the form in which different spellings are alike: NFKC, small
/// letters, katakana for hiragana. A line break inside Japanese text does not end a run.
fn runs(text: &str) -> impl Iterator<Item = Vec<char>> {
    let folded: Vec<char> = text
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(fold_kana)
        .collect();
    let mut runs = Vec::new();
    let mut run = Vec::new();
    let mut rest = folded.iter().copied().filter(|it| *it != '\r').peekable();
    while let Some(character) = rest.next() {
        let wrapped = character == '\n'
            && run.last().is_some_and(|before| is_japanese(*before))
            && rest.peek().is_some_and(|after| is_japanese(*after));
        if let Some(token) = token_character(character) {
            run.push(token);
        } else if !wrapped && !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    if !run.is_empty() {
        runs.push(run);
    }
    runs.into_iter()
}

fn fold_kana(character: char) -> char {
    match character {
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => {
            char::from_u32(u32::from(character) + 0x60).unwrap_or(character)
        }
        other => other,
    }
}

/// Gives what stands for a character in a token; nothing for blanks, controls and what is private anyway.
fn token_character(character: char) -> Option<char> {
    if character.is_ascii_alphanumeric() {
        Some(character)
    } else if character.is_ascii_graphic() {
        char::from_u32(MARKS + u32::from(character))
    } else if character.is_ascii() || character.is_whitespace() || character.is_control() {
        None
    } else {
        (!('\u{E000}'..='\u{F8FF}').contains(&character)).then_some(character)
    }
}

fn is_japanese(character: char) -> bool {
    matches!(character, '\u{3005}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..)
}
