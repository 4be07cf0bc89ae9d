//! The packs of all product families in all their versions.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::pack::{Pack, PackContent};
use crate::words::{DayLimit, ProductId};

/// Two packs that cannot both be in one library: of one product, with the same version or the same first day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("two packs of {product} are of version {version} or effective on {effective_on}")]
pub struct PackClash {
    /// The product family.
    pub product: ProductId,
    /// The version of the later pack.
    pub version: String,
    /// The first day of the later pack.
    pub effective_on: NaiveDate,
}

/// The versions of all packs: tells which one judges an inquiry (§21).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PackLibrary {
    // INVARIANT: no list is empty, and each is ordered by its packs' first days.
    versions: BTreeMap<ProductId, Vec<Pack>>,
}

impl PackLibrary {
    /// Gives the library of the packs that come with the program.
    pub fn shipped() -> Self {
        let mut library = Self::default();
        for pack in Pack::shipped() {
            library.put(pack.clone());
        }
        library
    }

    /// Gives the same packs, all under one reading of §18.
    #[must_use]
    pub fn with_day_limit(self, day_limit: DayLimit) -> Self {
        let under = |packs: Vec<Pack>| {
            packs
                .into_iter()
                .map(|pack| pack.with_day_limit(day_limit))
                .collect()
        };
        Self {
            versions: self
                .versions
                .into_iter()
                .map(|(id, packs)| (id, under(packs)))
                .collect(),
        }
    }

    /// Adds a version; refuses one that clashes with a pack already there.
    pub fn add(&mut self, pack: Pack) -> Result<(), PackClash> {
        let clash = self.versions_of(pack.id().as_str()).iter().any(|known| {
            known.version() == pack.version() || known.effective_on() == pack.effective_on()
        });
        if clash {
            let product = pack.id().clone();
            let version = pack.version().to_owned();
            return Err(PackClash {
                product,
                version,
                effective_on: pack.effective_on(),
            });
        }
        self.put(pack);
        Ok(())
    }

    fn put(&mut self, pack: Pack) {
        let versions = self.versions.entry(pack.id().clone()).or_default();
        let place = versions.partition_point(|known| known.effective_on() < pack.effective_on());
        versions.insert(place, pack);
    }

    /// Gives the same packs, with one for its product whatever the day.
    #[must_use]
    pub fn with_always(mut self, pack: Pack) -> Self {
        self.versions.insert(pack.id().clone(), vec![pack]);
        self
    }

    /// Gives the product families, in the order of their ids.
    pub fn products(&self) -> impl Iterator<Item = &ProductId> {
        self.versions.keys()
    }

    /// Gives the versions of a product family by their first days; none for an unknown product.
    pub fn versions_of(&self, product: &str) -> &[Pack] {
        self.versions.get(product).map_or(&[], Vec::as_slice)
    }

    /// Gives the version in force for inquiries received on a day: before the first version, the first (§21).
    pub fn in_force(&self, product: &str, received_on: NaiveDate) -> Option<&Pack> {
        let versions = self.versions_of(product);
        let begun = versions.partition_point(|pack| pack.effective_on() <= received_on);
        versions.get(begun.saturating_sub(1))
    }

    /// Gives all packs, by product and first day.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.versions.values().flatten()
    }

    /// Guesses the product family from a text: of the families named in it the one of highest precedence, then of
    /// the longest word. Case and width do not matter; a word of Latin letters must stand by itself.
    pub fn recognise(&self, text: &str) -> Option<&ProductId> {
        let text = folded(text);
        let newest = self
            .versions
            .values()
            .filter_map(|versions| versions.last());
        let found = newest.filter_map(|pack| {
            let longest = longest_word(pack.content(), &text)?;
            Some(((pack.content().precedence, longest), pack.id()))
        });
        // Of equals the first by id is taken, so that the guess is always the same.
        found
            .min_by_key(|(rank, _)| std::cmp::Reverse(*rank))
            .map(|(_, id)| id)
    }
}

/// Gives the length of the longest word of the pack's products that the text holds.
fn longest_word(content: &PackContent, text: &str) -> Option<usize> {
    let words = content
        .products
        .iter()
        .flat_map(|product| &product.recognise);
    words
        .map(|word| folded(word))
        .filter(|word| stands_in(word, text))
        .map(|word| word.len())
        .max()
}

fn stands_in(word: &str, text: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + word.len()..)
            .and_then(|after| after.chars().next());
        !joined(before, word.chars().next()) && !joined(word.chars().next_back(), after)
    })
}

/// Tells whether two neighbours belong to one word of Latin letters and digits.
fn joined(left: Option<char>, right: Option<char>) -> bool {
    left.zip(right)
        .is_some_and(|(l, r)| l.is_ascii_alphanumeric() && r.is_ascii_alphanumeric())
}

/// Makes full-width Latin characters and spaces half-width, and everything lower-case.
pub(crate) fn folded(text: &str) -> String {
    const WIDE: u32 = '！' as u32 - '!' as u32;
    let narrow = text.chars().map(|c| match c {
        '！'..='～' => char::from_u32(c as u32 - WIDE).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    });
    narrow.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(date: &str) -> NaiveDate {
        date.parse().unwrap()
    }

    fn changed(from: &str, to: &str) -> Pack {
        let [clomo, ..] = Pack::shipped_texts();
        assert!(clomo.contains(from), "{from}");
        Pack::check(&clomo.replace(from, to)).unwrap()
    }

    #[test]
    fn the_version_in_force_is_the_last_one_begun() {
        let mut library = PackLibrary::shipped();
        library.add(changed("2020-04-01", "2027-01-01")).unwrap();
        library.add(changed("2020-04-01", "2025-01-01")).unwrap();
        let cases = [
            ("1999-12-31", "2020-04-01"),
            ("2020-04-01", "2020-04-01"),
            ("2024-12-31", "2020-04-01"),
            ("2025-01-01", "2025-01-01"),
            ("2026-12-31", "2025-01-01"),
            ("2027-01-01", "2027-01-01"),
            ("2099-01-01", "2027-01-01"),
        ];
        for (received, version) in cases {
            assert_eq!(
                library.in_force("clomo", on(received)).unwrap().version(),
                version,
                "{received}"
            );
        }
        assert_eq!(
            library
                .in_force("harmony-mobile", on("2020-01-01"))
                .unwrap()
                .version(),
            "2024-07-01"
        );
        assert_eq!(library.in_force("clom", on("2026-01-01")), None);
    }

    #[test]
    fn versions_that_clash_are_refused() {
        let mut library = PackLibrary::shipped();
        let same_day = changed("version = \"2020-04-01\"", "version = \"2020-04-01-b\"");
        assert_eq!(library.add(same_day).unwrap_err().version, "2020-04-01-b");
        let same_version = changed("effective_on = 2020-04-01", "effective_on = 2026-01-01");
        assert_eq!(
            library.add(same_version).unwrap_err().effective_on,
            on("2026-01-01")
        );
        assert_eq!(library, PackLibrary::shipped());
    }

    #[test]
    fn one_reading_may_hold_for_all() {
        let library = PackLibrary::shipped().with_day_limit(DayLimit::WholeDays);
        assert_eq!(library.packs().count(), 3);
        assert!(
            library
                .packs()
                .all(|pack| pack.day_limit() == DayLimit::WholeDays)
        );
    }

    #[test]
    fn a_text_gives_its_product_away() {
        let library = PackLibrary::shipped();
        let cases = [
            ("CLOMO PANEL にログインできません", Some("clomo")),
            ("ｃｌｏｍｏの件", Some("clomo")),
            ("MDM Agent が起動しない", Some("clomo")),
            ("SECURED APPs", Some("clomo")),
            ("CLOMO MDM で D-Client を配布したい", Some("deep-instinct")),
            ("Deep　Instinct の検知", Some("deep-instinct")),
            ("エンドポイントセキュリティについて", Some("deep-instinct")),
            ("harmony mobile protect の更新", Some("harmony-mobile")),
            ("EMDMX の件", None),
            ("お世話になっております", None),
            ("", None),
        ];
        for (text, product) in cases {
            assert_eq!(
                library.recognise(text).map(ProductId::as_str),
                product,
                "{text}"
            );
        }
    }
}
