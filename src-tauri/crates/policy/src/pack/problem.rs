//! What can be wrong with a pack file, or with a table of operating systems or products.

use crate::words::words;

words! {
    /// The kinds of problem that a pack can have.
    PackProblemCode ("pack problem") {
        /// The file is not TOML there.
        Syntax = "syntax",
        /// A key that packs do not have.
        UnknownKey = "unknown-key",
        /// A key that packs must have.
        MissingKey = "missing-key",
        /// A value of another type than the key asks for.
        WrongType = "wrong-type",
        /// A text that holds nothing.
        Empty = "empty",
        /// A word that is none of the key's words.
        UnknownWord = "unknown-word",
        /// An id or a version with characters that it may not have.
        BadId = "bad-id",
        /// Not a date of the calendar, written YYYY-MM-DD.
        BadDate = "bad-date",
        /// Not hours of a day, written HH:MM-HH:MM.
        BadTime = "bad-time",
        /// Not an address that a browser opens.
        BadUrl = "bad-url",
        /// A number that is not whole, not above zero, or beyond all sense.
        BadNumber = "bad-number",
        /// An entry that is there already.
        Duplicate = "duplicate",
        /// A level, kind or plan of the policy for which there is no entry.
        MissingEntry = "missing-entry",
        /// A level with both hours and days, or with neither.
        HoursOrDays = "hours-or-days",
        /// A length in several units, or in none.
        OneUnit = "one-unit",
        /// A level that is answered later than a milder one.
        LevelOrder = "level-order",
        /// Hours that end before they begin.
        HoursReversed = "hours-reversed",
        /// A plan with a channel that the pack does not offer.
        ChannelNotOffered = "channel-not-offered",
        /// Systems with both a number of generations and another product's rule, or with neither.
        GenerationsOrAsIn = "generations-or-as-in",
        /// An answer that leads both to a question and to a level, or to neither.
        QuestionOrLevel = "question-or-level",
        /// A question to which no answer before it leads.
        NeverAsked = "never-asked",
        /// A question whose answer leads back to it or to one before it.
        AsksInCircles = "asks-in-circles",
        /// A generation that does not come after the one before it in the table: one is missing, or they are not in order.
        Gap = "gap",
        /// A version that is not of the generation in which it stands.
        NotOfGeneration = "not-of-generation",
        /// A version that stands before an older one, or was released before it.
        VersionOrder = "version-order",
        /// A version or generation that the table does not have.
        NotInTable = "not-in-table",
        /// A path in `ours` that leads to no value.
        UnknownPath = "unknown-path",
    }
}

/// One problem of a pack file, or of a table of operating systems.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "line {line}: {code}: {path}{}",
    .suggestion.as_deref().map(|it| format!(" → {it}")).unwrap_or_default()
)]
pub struct PackProblem {
    /// What is wrong.
    pub code: PackProblemCode,
    /// Where in the pack's tree, such as `levels[0].business_hours`; empty for the file as a whole.
    pub path: String,
    /// The line of the file, from 1.
    pub line: usize,
    /// A word that would do, where there is one.
    pub suggestion: Option<String>,
}
