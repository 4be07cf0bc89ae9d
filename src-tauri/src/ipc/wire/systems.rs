//! The table of operating systems, and what is asked of it (§8, §9).

use serde::{Deserialize, Serialize};
use specta::Type;

use super::rules::RuleProblem;

/// The table, system by system.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OsTable {
    /// The table's own version.
    pub version: String,
    /// The last day whose releases it knows.
    pub complete_until: String,
    /// Where its facts are from.
    pub source: String,
    /// Its systems.
    pub systems: Vec<OsSystem>,
    /// Today.
    pub today: String,
}

/// A system of the table.
#[derive(Clone, Debug, Serialize, Type)]
pub struct OsSystem {
    /// Its word, such as `ios`.
    pub os: String,
    /// Its generations, newest first.
    pub generations: Vec<OsGeneration>,
    /// Versions whose support was ended by decision.
    pub withdrawn: Vec<OsWithdrawal>,
}

/// A generation of a system.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OsGeneration {
    /// What it is called.
    pub id: String,
    /// The day on which its support began, where it was entered.
    pub supported_on: Option<String>,
    /// The day of its first version; nothing where it is older than the table.
    pub released_on: Option<String>,
    /// Its last version.
    pub last: String,
    /// The day of that one.
    pub last_on: String,
    /// How many versions it has.
    pub count: u32,
}

/// A single version without support.
#[derive(Clone, Debug, Serialize, Type)]
pub struct OsWithdrawal {
    /// The version.
    pub version: String,
    /// The first day without support.
    pub on: String,
    /// Why.
    pub why: String,
}

/// What is asked of a version.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct OsQuestion {
    /// The product family.
    pub product: String,
    /// The system.
    pub os: String,
    /// The version.
    pub version: String,
    /// The day.
    pub on: String,
}

/// Whether a version is supported, and why.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OsAnswer {
    /// `supported`, `unsupported`, `to-be-checked`.
    pub verdict: String,
    /// Why, as a code.
    pub reason: String,
    /// The clause that it rests on.
    pub clause: u8,
    /// The newest version of the system on that day.
    pub newest: Option<String>,
    /// The last version of the same generation on that day.
    pub last: Option<String>,
    /// The first day without support, past or to come.
    pub ends_on: Option<String>,
    /// Whether a day of support is presumed.
    pub presumed: bool,
    /// Whether the day lies after the last one that the table knows.
    pub after_table: bool,
}

/// A change of the table.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum OsTableChange {
    /// A whole table from a file.
    Table {
        /// The file.
        path: String,
    },
    /// A version came out.
    Release {
        /// The system.
        os: String,
        /// Its generation, where it does not follow from its numbers.
        generation: Option<String>,
        /// The version.
        version: String,
        /// The day.
        released_on: String,
        /// Its build.
        build: Option<String>,
    },
    /// The support of a generation began.
    Support {
        /// The system.
        os: String,
        /// The generation.
        generation: String,
        /// The first day.
        on: String,
    },
    /// The support of a version ends by decision.
    Withdraw {
        /// The system.
        os: String,
        /// The version.
        version: String,
        /// The first day without support.
        on: String,
        /// Why.
        why: String,
    },
    /// Such a decision is taken back.
    Restore {
        /// The system.
        os: String,
        /// The version.
        version: String,
    },
}

/// What a change of the table does, or why it cannot be made.
#[derive(Clone, Debug, Serialize, Type)]
pub struct OsTablePreview {
    /// All problems at once; where there are any, nothing can be applied.
    pub problems: Vec<RuleProblem>,
    /// Versions that come, as `ios 27.1 (2026-10-26)`.
    pub added: Vec<String>,
    /// Versions that go.
    pub removed: Vec<String>,
    /// Generations whose day of support changes, as `ios 26: 2025-10-01`.
    pub supported: Vec<String>,
    /// Withdrawals that come and go.
    pub withdrawn: Vec<String>,
    /// Withdrawals that are taken back.
    pub restored: Vec<String>,
}
