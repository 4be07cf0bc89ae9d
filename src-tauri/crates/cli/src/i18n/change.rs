//! The words for a change of the rules.

use chrono::NaiveDate;
use policy::Turn;

/// What is told of a change of the rules (§21).
pub struct ChangeTold {
    /// So many deadlines of so many open ones move.
    pub moved: fn(usize, usize) -> String,
    /// So many obligations of so many open ones move.
    pub obligations: fn(usize, usize) -> String,
    /// What an open inquiry turns into.
    pub turn: fn(Turn) -> &'static str,
    /// Heads what they turn into.
    pub becomes: &'static str,
    /// So many more are not listed.
    pub more: fn(usize) -> String,
    /// The period, and how many first responses it has.
    pub judged: fn(NaiveDate, NaiveDate, u32) -> String,
    /// By the rules in force.
    pub before: &'static str,
    /// By the changed ones.
    pub after: &'static str,
    /// The share within the target.
    pub within_target: &'static str,
    /// The share within the limit: the policy kept.
    pub within_limit: &'static str,
    /// So many have another verdict.
    pub other_verdicts: fn(usize) -> String,
}
