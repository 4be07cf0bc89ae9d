//! What is told of an inquiry's scope, and of the level assistant.

use policy::{Scope, ScopeSubject, StatusPageStep};

/// What is told of an inquiry's scope, and of the level assistant (§7–§11, §16, §17, §19).
pub struct ScopeTold {
    /// Within, outside, or to be looked at.
    pub scope: fn(Scope) -> &'static str,
    /// What a finding is about.
    pub subject: fn(ScopeSubject) -> &'static str,
    /// Heads the scope of an inquiry.
    pub heads: &'static str,
    /// An answer that the text suggests.
    pub suggested: &'static str,
    /// A step of the status page.
    pub step: fn(StatusPageStep) -> &'static str,
    /// The questions led to a level.
    pub level_found: fn(&str) -> String,
    /// A step was done, or was not.
    pub ticked: fn(&str, bool) -> String,
    /// A question about the scope was answered.
    pub answered: &'static str,
}
