//! Whether a text is Japanese (§19): a hint, which a person decides on. Short Japanese texts of Han letters alone are
//! what libraries take for Chinese, so that the letters decide first and a library only names what is Latin.

mod strip;

use encoding_rs::SHIFT_JIS;
use whichlang::Lang;

use crate::words::words;

words! {
    /// What a text seems to be written in.
    LanguageHint ("language hint") {
        /// It has kana.
        Japanese = "japanese",
        /// It has Han letters alone, all of them in use in Japan.
        ProbablyJapanese = "probably-japanese",
        /// Another language.
        Other = "other",
        /// There is too little to tell: names, numbers, a log.
        Unclear = "unclear",
    }
}

/// What a text seems to be written in, and in which other language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DetectedLanguage {
    /// The hint.
    pub hint: LanguageHint,
    /// The other language by its code of ISO 639-3, where one can be named.
    pub language: Option<&'static str>,
}

/// Tells what a text seems to be written in; quotes, logs and addresses in it do not count.
pub fn detect_language(text: &str) -> DetectedLanguage {
    let own = strip::own_words(text);
    let letters = Letters::count(&own);
    if letters.kana > 0 && letters.kana >= letters.hangul {
        return hinted(LanguageHint::Japanese, None);
    }
    if letters.hangul > 0 {
        return hinted(LanguageHint::Other, Some("kor"));
    }
    if letters.foreign > letters.latin + letters.han {
        let named = named(&own).filter(|code| !["eng", "cmn", "jpn"].contains(code));
        return hinted(LanguageHint::Other, named);
    }
    if letters.han > 0 && letters.han * 4 >= letters.latin {
        return of_han(&own);
    }
    if letters.latin_words >= FEWEST_WORDS {
        return hinted(LanguageHint::Other, named(&own));
    }
    hinted(LanguageHint::Unclear, None)
}

/// Fewer Latin words than these may be the names of products.
const FEWEST_WORDS: usize = 4;

fn hinted(hint: LanguageHint, language: Option<&'static str>) -> DetectedLanguage {
    DetectedLanguage { hint, language }
}

/// Words of Chinese that Shift_JIS can write and Japanese does not use.
const CHINESE: [&str; 8] = [
    "請問", "我們", "我的", "謝謝", "登入", "什麼", "這個", "是否",
];

/// Judges a text whose only letters of a language are Han.
fn of_han(text: &str) -> DetectedLanguage {
    let han: String = text.chars().filter(|letter| is_han(*letter)).collect();
    let (_, _, unknown) = SHIFT_JIS.encode(&han);
    let japanese = !unknown && !CHINESE.iter().any(|word| text.contains(word));
    if japanese {
        hinted(LanguageHint::ProbablyJapanese, None)
    } else {
        hinted(LanguageHint::Other, Some("cmn"))
    }
}

/// Names the language of a text that is not Japanese.
fn named(text: &str) -> Option<&'static str> {
    let language = whichlang::detect_language(text);
    (language != Lang::Jpn).then(|| language.three_letter_code())
}

/// How many letters of each script a text has.
#[derive(Debug, Default)]
struct Letters {
    kana: usize,
    han: usize,
    hangul: usize,
    latin: usize,
    /// Words of at least two Latin letters.
    latin_words: usize,
    /// Of scripts that are none of these.
    foreign: usize,
}

impl Letters {
    fn count(text: &str) -> Self {
        let mut letters = Self::default();
        for letter in text.chars() {
            if is_kana(letter) {
                letters.kana += 1;
            } else if is_han(letter) {
                letters.han += 1;
            } else if is_hangul(letter) {
                letters.hangul += 1;
            } else if is_latin(letter) {
                letters.latin += 1;
            } else if letter.is_alphabetic() && letter > '\u{36f}' {
                letters.foreign += 1;
            }
        }
        let words = text.split(|letter: char| !is_latin(letter) && letter != '\'');
        letters.latin_words = words.filter(|word| word.chars().count() > 1).count();
        letters
    }
}

/// Tells whether a letter is kana, full or half width. The long vowel mark and the middle dot stand elsewhere too.
fn is_kana(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{ff66}'..='\u{ff9d}')
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3005}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7a3}')
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}
