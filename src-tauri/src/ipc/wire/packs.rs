//! Policy packs, clause by clause.

use serde::Serialize;
use specta::Type;

use super::queue::Localised;

/// A product family with the versions of its policy.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PackFamily {
    /// The product family's id.
    pub product: String,
    /// Its name.
    pub name: Localised,
    /// The versions of its policy, newest first.
    pub versions: Vec<PackVersion>,
}

/// A version of a policy.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PackVersion {
    /// Its name.
    pub version: String,
    /// Its first day.
    pub effective_on: String,
    /// Whether it judges what is received today.
    pub in_force: bool,
    /// SHA-256 of its text, in hex.
    pub hash: String,
    /// What it says, by clause.
    pub clauses: Vec<Clause>,
}

/// What a policy says under a clause.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Clause {
    /// The clause's number.
    pub number: u8,
    /// What it says, line by line.
    pub lines: Vec<ClauseLine>,
}

/// One thing that a policy says; the sentence lives in the window's catalogue.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ClauseLine {
    /// Which sentence it is.
    pub code: String,
    /// A name of the policy's own.
    pub name: Option<Localised>,
    /// Words by their fixed spelling: channels, roles, systems, places, hours.
    pub words: Vec<String>,
    /// A number.
    pub count: Option<u32>,
    /// What the number counts: `business-hours`, `business-days`, `hours`, `days`, `weeks`, `months`.
    pub unit: Option<String>,
}
