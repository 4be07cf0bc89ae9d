//! What is asked of a version of an operating system, and what is answered.

use chrono::NaiveDate;

use crate::pack::OsFamily;
use crate::words::words;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OsQuestion<'a> {
    /// The product family.
    pub product: &'a str,
    /// The system.
    pub os: OsFamily,
    /// The version as somebody wrote it.
    pub version: &'a str,
    /// The day.
    pub on: NaiveDate,
}

words! {
    /// Whether a version is supported. What the table or the pack does not know never passes silently.
    OsVerdict ("verdict on a version") {
        /// It is.
        Supported = "supported",
        /// It is not.
        Unsupported = "unsupported",
        /// A person has to look.
        ToBeChecked = "to-be-checked",
    }
}

words! {
    /// Why a version is supported, is not, or has to be checked.
    OsReason ("reason for a verdict on a version") {
        /// The last published version of one of the generations that are counted (§8).
        LastOfGeneration = "last-of-generation",
        /// A newer version of the same generation is out (§8).
        NotTheLast = "not-the-last",
        /// So many newer generations are supported that this one is no longer counted (§8, §9).
        GenerationDropped = "generation-dropped",
        /// Whether a newer generation is supported already, which drops this one, is not recorded (§9).
        GenerationMayBeDropped = "generation-may-be-dropped",
        /// The day on which the generation's support begins lies ahead (§9).
        NotYetSupported = "not-yet-supported",
        /// The generation is being verified, and no day is recorded on which its support began (§9).
        SupportNotRecorded = "support-not-recorded",
        /// It was not published by that day (§8).
        NotPublished = "not-published",
        /// It is a beta version (§10).
        Beta = "beta",
        /// Its support was ended by decision (§8).
        Withdrawn = "withdrawn",
        /// The table does not know it.
        NotInTable = "not-in-table",
        /// The table knows no version of the system.
        NoTable = "no-table",
        /// The product is not for the system (§8).
        NotForProduct = "not-for-product",
        /// It is older than the product asks for (§8).
        RequirementNotMet = "requirement-not-met",
        /// What the product asks for is not recorded (§8).
        RequirementUnknown = "requirement-unknown",
        /// The pack does not say which systems are supported.
        NoRule = "no-rule",
    }
}

impl OsReason {
    /// Gives the number of the clause that it rests on.
    pub const fn clause(self) -> u8 {
        match self {
            Self::NotYetSupported | Self::SupportNotRecorded | Self::GenerationMayBeDropped => 9,
            Self::Beta => 10,
            Self::LastOfGeneration
            | Self::NotTheLast
            | Self::GenerationDropped
            | Self::NotPublished
            | Self::Withdrawn
            | Self::NotInTable
            | Self::NoTable
            | Self::NotForProduct
            | Self::RequirementNotMet
            | Self::RequirementUnknown
            | Self::NoRule => 8,
        }
    }

    /// Gives the verdict for which it speaks.
    pub(super) const fn verdict(self) -> OsVerdict {
        match self {
            Self::LastOfGeneration => OsVerdict::Supported,
            Self::NotTheLast
            | Self::GenerationDropped
            | Self::NotYetSupported
            | Self::NotPublished
            | Self::Beta
            | Self::Withdrawn
            | Self::NotForProduct
            | Self::RequirementNotMet => OsVerdict::Unsupported,
            Self::GenerationMayBeDropped
            | Self::SupportNotRecorded
            | Self::NotInTable
            | Self::NoTable
            | Self::RequirementUnknown
            | Self::NoRule => OsVerdict::ToBeChecked,
        }
    }
}

/// The answer of the checker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OsAnswer {
    /// Whether it is supported.
    pub verdict: OsVerdict,
    /// Why.
    pub reason: OsReason,
    /// The generation that it is of, where the table knows it.
    pub generation: Option<String>,
    /// The newest version of the system on that day.
    pub newest: Option<String>,
    /// The last version of the same generation on that day.
    pub last_of_generation: Option<String>,
    /// The first day without support, as far as the table knows: past or to come.
    pub ends_on: Option<NaiveDate>,
    /// Whether the answer rests on a day of support that nobody entered: the promised time of verification stands
    /// in for it (§9).
    pub presumed: bool,
    /// Whether the day lies after the last one that the table knows of.
    pub after_table: bool,
}
