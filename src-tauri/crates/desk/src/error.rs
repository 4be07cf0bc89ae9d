//! Why the desk did not do what was asked: stable codes and parameters, no sentences.

use std::collections::BTreeMap;

use business_time::{CalendarEditProblem, CalendarProblem, HolidayProblem, OutOfRange};
use chrono::NaiveDate;
use inquiry::undo::CannotUndo;
use inquiry::{Number, ObligationRefusal, Refusal};
use policy::{EvaluateError, PackClash, PackProblem};
use store::StoreError;

use crate::register::RegisterProblem;

mod codes;
mod unwritable;

pub use unwritable::UnwritableCause;

/// Why the desk did not do what was asked. Nothing was written then, unless the store says otherwise.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The record has no such inquiry; holds the number or id that was asked for.
    #[error("no such inquiry: {0}")]
    NoSuchInquiry(String),
    /// No pack covers that product.
    #[error("no such product: {0}")]
    NoSuchProduct(String),
    /// The register has no such contract; holds the number or id that was asked for.
    #[error("no such contract: {0}")]
    NoSuchContract(String),
    /// The contract has no such person; holds the id that was asked for.
    #[error("no such person: {0}")]
    NoSuchPerson(String),
    /// What was written for the register is not right; nothing of it was taken over.
    #[error("there are {} problems", .0.len())]
    Register(Vec<RegisterProblem>),
    /// The answers to the level assistant do not end where they have to, or leave the pack's questions.
    #[error("the answers lead nowhere")]
    AnswersLeadNowhere,
    /// The state of the inquiry does not allow it.
    #[error("{number}: {refusal}")]
    Refused {
        /// The inquiry.
        number: Number,
        /// Why.
        refusal: Refusal,
    },
    /// The record has no such obligation; holds the number or id that was asked for.
    #[error("no such obligation: {0}")]
    NoSuchObligation(String),
    /// An obligation cannot be so, or does not allow it; holds everything that is wrong.
    #[error("an obligation has {} problems", .refusals.len())]
    ObligationRefused {
        /// The obligation; none before it is on record.
        number: Option<Number>,
        /// Why.
        refusals: Vec<ObligationRefusal>,
    },
    /// The operation cannot be taken back.
    #[error("cannot undo: {cause}")]
    CannotUndo {
        /// The inquiry that stands in the way.
        number: Option<Number>,
        /// Why.
        cause: CannotUndo,
    },
    /// The actor has done nothing that could be taken back.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// Somebody has published or set the same again since.
    #[error("the same was changed again since")]
    ReferenceChangedSince,
    /// An inquiry cannot be merged into itself.
    #[error("{0} cannot be merged into itself")]
    MergeIntoItself(Number),
    /// Merging would lose the clock of the inquiry that came first.
    #[error("{earlier} came before {later} and cannot be merged into it")]
    MergeIntoLater {
        /// The inquiry that came first.
        earlier: Number,
        /// The inquiry that it was to be merged into.
        later: Number,
    },
    /// An inquiry cannot have been received after now.
    #[error("a receipt cannot lie after now")]
    ReceiptInFuture,
    /// Something that needs a name, a subject or a text came without.
    #[error("a name or text is missing")]
    EmptyName,
    /// No inquiry was named.
    #[error("no inquiry was named")]
    NothingNamed,
    /// A setting has a value that makes no sense; holds its name.
    #[error("the setting {0} has a value outside its range")]
    SettingOutOfRange(&'static str),
    /// The text is no policy pack.
    #[error("the pack has {} problems", .0.len())]
    Pack(Vec<PackProblem>),
    /// The text or the changes make no table.
    #[error("the table has {} problems", .0.len())]
    Table(Vec<PackProblem>),
    /// A version of the pack with that name or first day is on record.
    #[error(transparent)]
    PackClash(#[from] PackClash),
    /// The versions are no business calendar.
    #[error("the calendar has {} problems", .0.len())]
    Calendar(Vec<CalendarProblem>),
    /// Changes of the calendar cannot be made.
    #[error("{} changes of the calendar cannot be made", .0.len())]
    CalendarEdits(Vec<CalendarEditProblem>),
    /// A sign-off would rest on customers' names, which can be erased.
    #[error("a period is signed off for all customers")]
    SignOffOfCustomers,
    /// A period ends before it begins.
    #[error("the period from {from} to {to} ends before it begins")]
    PeriodReversed {
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        to: NaiveDate,
    },
    /// The bytes are no list of holidays.
    #[error("the list of holidays has {} problems", .0.len())]
    Holidays(Vec<HolidayProblem>),
    /// A file that was named cannot be read.
    #[error("{path}: {problem}")]
    UnreadableFile {
        /// The file.
        path: String,
        /// Why.
        problem: std::io::Error,
    },
    /// A file cannot be written where it was to be. What stood there before is untouched.
    #[error("{path}: {problem}")]
    UnwritableFile {
        /// The file or folder.
        path: String,
        /// What hinders.
        cause: UnwritableCause,
        /// The same in the system's words.
        problem: String,
    },
    /// A report has no such table; holds its name.
    #[error("no such table: {0}")]
    NoSuchTable(String),
    /// A file with reference data has more than is allowed.
    #[error("{path}: too large")]
    FileTooLarge {
        /// The file.
        path: String,
    },
    /// A deadline cannot be reckoned.
    #[error(transparent)]
    Evaluate(#[from] EvaluateError),
    /// An instant lies outside the years that the calendar covers.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// Something kept beside the log does not have its shape.
    #[error("kept data is damaged: {0}")]
    Damaged(#[from] serde_json::Error),
    /// The record could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DeskError {
    /// Every code that an error of the desk has, those of the record included.
    pub const CODES: &'static [&'static str] = codes::CODES;

    /// Gives the stable code, by which window and command line find their sentence (`docs/errors.md`).
    #[must_use]
    pub fn code(&self) -> &'static str {
        codes::code(self)
    }

    /// Gives what the sentence needs: numbers, names, instants as RFC 3339, counts as digits.
    #[must_use]
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        codes::params(self)
    }
}
