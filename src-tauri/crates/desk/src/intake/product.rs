//! Recognises the product that a message is about, by the words that the packs bring.

use std::cmp::Reverse;

use policy::{PackLibrary, ProductId};
use unicode_normalization::UnicodeNormalization;

/// Knows by which words each product is called.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ProductWords {
    words: Vec<(String, ProductId)>,
    base: Option<ProductId>,
}

impl ProductWords {
    /// Takes the words of the packs. The product whose first pack is the oldest is the base that the others add to:
    /// its words occur in questions about them as well, and count last. Else the longer word counts first.
    pub fn new(packs: &PackLibrary) -> Self {
        let first = packs.packs().min_by_key(|it| it.effective_on());
        let words = packs.packs().flat_map(|pack| {
            let words = pack.content().products.iter().flat_map(|it| &it.recognise);
            words.map(move |word| (plain(word), pack.id().clone()))
        });
        let mut words: Vec<(String, ProductId)> = words.filter(|it| !it.0.is_empty()).collect();
        let base = first.map(|it| it.id().clone());
        words.sort_by_key(|(word, product)| {
            (
                base.as_ref() == Some(product),
                Reverse(word.chars().count()),
                word.clone(),
            )
        });
        words.dedup();
        Self { words, base }
    }

    /// Finds the product that a text names; nothing where it names none.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&ProductId> {
        let text = plain(text);
        self.words
            .iter()
            .find(|(word, _)| contains_word(&text, word))
            .map(|(_, product)| product)
    }

    /// Gives the product that stands in where nothing names one.
    #[must_use]
    pub const fn base(&self) -> Option<&ProductId> {
        self.base.as_ref()
    }
}

/// Small letters, one width, and one space for whatever separates.
fn plain(text: &str) -> String {
    let text: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let text = text.replace(|it: char| it.is_whitespace() || "-_.@+".contains(it), " ");
    text.split(' ')
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A word in Latin letters must not be a piece of a longer one.
fn contains_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|it| it.chars().next());
        let joins = |inner: Option<char>, outer: Option<char>| {
            inner.is_some_and(|it| it.is_ascii_alphanumeric())
                && outer.is_some_and(|it| it.is_ascii_alphanumeric())
        };
        !joins(word.chars().next(), before) && !joins(word.chars().next_back(), after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let words = ProductWords::new(&PackLibrary::shipped());
        assert_eq!(words.find(text).map(ProductId::as_str), expected, "{text}");
    }

    #[test]
    fn a_product_is_found_by_its_words_in_any_spelling() {
        check("CLOMO MDM のログイン", Some("clomo"));
        check("ＣＬＯＭＯについて", Some("clomo"));
        check("deep-instinct@support.example.jp", Some("deep-instinct"));
        check("D-Clientが起動しない", Some("deep-instinct"));
        check("harmony　mobile の警告", Some("harmony-mobile"));
        check("Protectアプリ と Protect アプリ", Some("harmony-mobile"));
    }

    #[test]
    fn an_added_product_counts_before_the_base() {
        check(
            "CLOMO MDM エンドポイントセキュリティ secured by Deep Instinct",
            Some("deep-instinct"),
        );
        check(
            "CLOMO PANEL から D-Client を配布したい",
            Some("deep-instinct"),
        );
        check(
            "SECURED APPs MANAGER と Harmony Mobile",
            Some("harmony-mobile"),
        );
    }

    #[test]
    fn a_piece_of_a_word_is_none() {
        check("xmdm と mdmx", None);
        check("ログインできない", None);
        check("", None);
    }
}
