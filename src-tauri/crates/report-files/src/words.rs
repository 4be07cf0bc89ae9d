//! What files say, in Japanese and English; a word that one catalogue lacks does not compile or fails a test.

mod en;
mod ja;

use policy::{Cause, Channel, ImpactLevel};
use report::Dimension;

/// The language of a file.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Language {
    /// 日本語
    Ja,
    /// English
    En,
}

/// Everything that is said in one language.
pub(crate) struct Words {
    /// Heads the report.
    pub title: &'static str,
    /// The days that it is about.
    pub period: &'static str,
    /// By which day inquiries belong to it.
    pub by: &'static str,
    /// By the receipt.
    pub by_receipt: &'static str,
    /// By the limit.
    pub by_due: &'static str,
    /// As of when what is open was judged.
    pub as_of: &'static str,
    /// Few answers make percentiles say little.
    pub small: fn(usize) -> String,
    /// So many rows are not listed.
    pub more: fn(usize) -> String,
    /// Nothing is to be listed.
    pub none: &'static str,
    /// Who signed it off, when, and how many changes there are since.
    pub signed: fn(&str, &str, u32) -> String,
    /// Which page of how many.
    pub page: fn(usize, usize) -> String,
    /// The font of a workbook.
    pub font: &'static str,
    /// Longer than all that is told apart.
    pub beyond: &'static str,
    /// Up to so many percent of the level's time.
    pub up_to: fn(u32) -> String,
    /// The days of the week, from Monday.
    pub weekdays: [&'static str; 7],
    /// Impact levels.
    pub level: fn(ImpactLevel) -> &'static str,
    /// Channels.
    pub channel: fn(Channel) -> &'static str,
    /// Causes.
    pub cause: fn(Cause) -> &'static str,
    /// None of a dimension.
    pub without: fn(Dimension) -> &'static str,
    /// Figures and standings.
    pub figure: fn(&str) -> Option<&'static str>,
    /// Columns, those that are figures included.
    pub column: fn(&str) -> Option<&'static str>,
    /// Tables.
    pub table: fn(&str) -> Option<&'static str>,
}

impl Language {
    pub(crate) const fn words(self) -> &'static Words {
        match self {
            Self::Ja => &ja::WORDS,
            Self::En => &en::WORDS,
        }
    }
}

/// Finds a word by its code.
fn find(list: &[(&str, &'static str)], code: &str) -> Option<&'static str> {
    let found = list.iter().find(|(known, _)| *known == code);
    found.map(|(_, word)| *word)
}
