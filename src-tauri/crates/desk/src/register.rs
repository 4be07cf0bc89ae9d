//! The register of customers (§1, §12): what is written of contracts and people, checked before anything is kept.
//!
//! ```text
//! form of the window ─┐
//! rows of a CSV ──────┴─ read ─▶ contracts and people ─ entitle ─▶ events, or all problems at once
//! ```

use std::fmt;

mod change;
mod columns;
mod entitle;
mod fields;
mod rows;

pub use self::change::CustomerImport;
pub use self::columns::RegisterColumn;
pub use self::fields::{ContractForm, PersonForm};

use inquiry::{Contract, PersonText};

pub(crate) use self::change::Changes;
pub(crate) use self::entitle::{Entitled, check_options};
pub(crate) use self::fields::{NewContract, NewPerson, Reading};
pub(crate) use self::rows::read_rows;

/// A contract with the texts that its events keep apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RegisteredContract {
    /// The contract.
    pub contract: Contract,
    /// The company's name; empty once it is erased.
    pub company: String,
    /// Who its people are, in their order; empty texts once they are erased.
    pub people: Vec<PersonText>,
}

/// Something that is wrong with what was written for the register.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RegisterProblem {
    /// The line of the file, from 1; nothing for a form.
    pub line: Option<u64>,
    /// The column: its header in the file, or its code in a form. Empty where the whole row or file is meant.
    pub column: String,
    /// What is wrong.
    pub code: RegisterProblemCode,
    /// What was written, as far as it is the trouble.
    pub value: String,
    /// What would do, where something is near.
    pub suggestion: Option<String>,
    /// The line that says otherwise, or the same already.
    pub other_line: Option<u64>,
}

impl RegisterProblem {
    /// Makes a problem of a whole file.
    pub(crate) fn of_file(code: RegisterProblemCode) -> Self {
        Self {
            line: None,
            column: String::new(),
            code,
            value: String::new(),
            suggestion: None,
            other_line: None,
        }
    }
}

impl fmt::Display for RegisterProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.column.is_empty() {
            write!(f, "{}: ", self.column)?;
        }
        write!(f, "{}", self.code.as_str())?;
        if !self.value.is_empty() {
            write!(f, " ({})", self.value)?;
        }
        Ok(())
    }
}

/// Defines the codes once: their names for machines, and the list of all.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// What can be wrong with what was written for the register.
        #[derive(Copy, Clone, PartialEq, Eq, Debug)]
        pub enum RegisterProblemCode {
            $($(#[$doc])* $name,)+
        }

        impl RegisterProblemCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Gives the stable code, by which window and command line find their sentence.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

codes! {
    /// The file is in none of the encodings of Japanese tables.
    Undecodable = "undecodable",
    /// The file has no row.
    Empty = "empty-table",
    /// The file has more rows or bytes than a register.
    TooLarge = "table-too-large",
    /// The row cannot be read as one.
    BrokenRow = "broken-row",
    /// No column of that name is known.
    UnknownColumn = "unknown-column",
    /// Two columns stand for the same.
    DoubleColumn = "double-column",
    /// A column that is needed is not there.
    MissingColumn = "missing-column",
    /// A value that is needed is not there.
    Missing = "missing-value",
    /// No pack is of that product.
    UnknownProduct = "unknown-product",
    /// No plan has that name (§1).
    UnknownPlan = "unknown-plan",
    /// No role has that name (§12).
    UnknownRole = "unknown-role",
    /// Neither yes nor no.
    NotYesOrNo = "not-yes-or-no",
    /// Not written as a date.
    NotADate = "not-a-date",
    /// A date that no calendar has.
    NoSuchDate = "no-such-date",
    /// The last day comes before the first.
    EndsBeforeStart = "ends-before-start",
    /// Not written as a mail address.
    NotAnAddress = "not-an-address",
    /// The same person stands in the same contract already.
    DuplicatePerson = "duplicate-person",
    /// Another contract has that number.
    DuplicateContract = "duplicate-contract",
    /// Another row says otherwise of the same contract.
    TermsDiffer = "terms-differ",
    /// No policy of the contract's products knows support options (§1).
    NoOptions = "no-options",
    /// A support option for somebody who is no system administrator (§12).
    OptionNotAdministrator = "option-not-administrator",
    /// The contract has as many support options as it may have (§12).
    TooManyOptions = "too-many-options",
}
