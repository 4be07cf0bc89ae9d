//! What is told of the register of customers, and of who asks.

use desk::{AskerFound, CustomerImport, RegisterProblemCode};
use inquiry::Asker;
use policy::{Eligibility, EligibilityReason, Role};

/// What is told of the register of customers, and of who asks (§1, §12).
pub struct RegisterTold {
    /// What is wrong with what was written for the register.
    pub problem: fn(RegisterProblemCode) -> &'static str,
    /// The line that says otherwise, or the same.
    pub other_line: fn(u64) -> String,
    /// What a table changes.
    pub imported: fn(&CustomerImport) -> String,
    /// A table with problems changes nothing.
    pub refused: fn(usize) -> String,
    /// Whether somebody may ask.
    pub eligibility: fn(Eligibility) -> &'static str,
    /// Why.
    pub reason: fn(EligibilityReason) -> &'static str,
    /// How the person was found.
    pub found: fn(AskerFound) -> &'static str,
    /// What was said of who asks.
    pub asked_by: fn(Asker) -> &'static str,
    /// A role.
    pub role: fn(Role) -> &'static str,
    /// Heads the eligibility.
    pub heads_eligibility: &'static str,
    /// Heads the roles.
    pub heads_roles: &'static str,
    /// Heads the support option.
    pub heads_option: &'static str,
    /// Heads the validity.
    pub heads_validity: &'static str,
    /// Heads the people.
    pub heads_people: &'static str,
    /// Heads a reply that the desk drafts.
    pub heads_draft: &'static str,
    /// Yes, no, and not known.
    pub answer: fn(Option<bool>) -> &'static str,
    /// The plan has no phone (§1).
    pub no_phone: &'static str,
    /// The register is empty, or nothing in it fits.
    pub empty: &'static str,
}
