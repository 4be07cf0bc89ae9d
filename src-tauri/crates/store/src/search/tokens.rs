//! The words of the search index: every three neighbouring characters, and for shorter queries every pair and every
//! single one.
//!
//! Japanese is written without blanks, so a text is cut into overlapping threes and a query of three or more
//! characters is a phrase of threes: exact for any length. [`RUN_END`] stands between runs, which keeps those on both
//! sides of a blank from matching as one. Pairs would do for every length but one, were they not so common that a word
//! of common pairs, which hardly stands anywhere, has to be looked for in nearly every inquiry.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// Counts up whenever the cutting changes, so that the index is made anew.
pub(crate) const TOKENS_VERSION: i64 = 2;

/// Stands after the last three of a run.
const RUN_END: char = '\u{E000}';

/// Where ASCII marks go, which SQLite would take as blanks: the private use area.
const MARKS: u32 = 0xE000;

/// The entry of one inquiry: both columns of the index.
#[derive(Default)]
pub(crate) struct Tokens {
    /// Threes, in the order of the text, with blanks between.
    pub threes: String,
    /// Each pair and each single character that occurs, once.
    pub fewer: String,
}

/// Cuts texts into tokens.
pub(crate) fn tokens<'a>(texts: impl IntoIterator<Item = &'a str>) -> Tokens {
    let mut tokens = Tokens::default();
    let (mut singles, mut pairs) = (BTreeSet::new(), BTreeSet::new());
    for text in texts {
        for run in runs(text) {
            push_threes(&mut tokens.threes, &run);
            pairs.extend(run.array_windows().copied());
            singles.extend(run);
        }
    }
    for single in singles {
        push_token(&mut tokens.fewer, [single]);
    }
    for pair in pairs {
        push_token::<2>(&mut tokens.fewer, pair);
    }
    tokens
}

fn push_threes(threes: &mut String, run: &[char]) {
    for three in run.array_windows::<3>() {
        push_token(threes, *three);
    }
    if run.len() >= 3 {
        push_token(threes, [RUN_END]);
    }
}

fn push_token<const N: usize>(tokens: &mut String, token: [char; N]) {
    if !tokens.is_empty() {
        tokens.push(' ');
    }
    tokens.extend(token);
}

/// Turns what a person typed into a query of FTS5: each word a phrase of threes, or a pair or a single character,
/// all wanted. Gives nothing where nothing was typed.
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
    let mut words = String::new();
    if run.len() < 3 {
        words.extend(run);
    }
    for three in run.array_windows::<3>() {
        push_token(&mut words, *three);
    }
    format!("\"{words}\"")
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
