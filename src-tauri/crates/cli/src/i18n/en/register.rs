use desk::{AskerFound, RegisterProblemCode as Code};
use inquiry::Asker;
use policy::{Eligibility, EligibilityReason as Reason, Role};

use crate::i18n::register::RegisterTold;

pub(super) const TOLD: RegisterTold = RegisterTold {
    problem,
    other_line: |line| format!("compare line {line}"),
    imported: |it| {
        format!(
            "Contracts: {} new, {} changed. People: {} new, {} changed, {} unchanged.",
            it.new_contracts,
            it.changed_contracts,
            it.new_people,
            it.changed_people,
            it.unchanged_people
        )
    },
    refused: |count| format!("There are {count} problems; nothing is taken in."),
    eligibility: |it| match it {
        Eligibility::Eligible => "eligible",
        Eligibility::NotEligible => "not eligible",
        Eligibility::ToBeChecked => "to be checked",
    },
    reason: |it| match it {
        Reason::Entitled => "has the role, and the support option where one is needed",
        Reason::NoRole => "has none of the roles",
        Reason::NoOption => "has no support option",
        Reason::RolesUnknown => "the roles are not known",
        Reason::OptionUnknown => "whether there is a support option is not known",
        Reason::NoRule => "the policy says nothing of it",
    },
    found: |it| match it {
        AskerFound::ByAddress => "found by the mail address",
        AskerFound::Chosen => "chosen by an agent",
        AskerFound::Unregistered => "not registered, as an agent found",
        AskerFound::Unknown => "nobody of the register",
        AskerFound::Several => "in several contracts",
    },
    asked_by: |it| match it {
        Asker::ByAddress => "The asker is found by the mail address",
        Asker::Person(_) => "The asker was chosen from the register",
        Asker::Unregistered => "The asker is not registered",
    },
    role: |it| match it {
        Role::SystemAdministrator => "CLOMO system administrator",
        Role::ProductAdministrator => "administrator of the product",
        Role::NamedAtApplication => "named at application",
        Role::OptionHolder => "holder of a support option",
    },
    heads_eligibility: "Eligibility",
    heads_roles: "Roles",
    heads_option: "Option",
    heads_validity: "Valid",
    heads_people: "People",
    heads_draft: "Drafted reply",
    answer: |it| match it {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not known",
    },
    no_phone: "A trial has no phone: offer the form or mail (§1).",
    empty: "No contract fits. `ichiji customers import` takes a table in.",
};

const fn problem(code: Code) -> &'static str {
    match code {
        Code::Undecodable => "the encoding is none of UTF-8, UTF-16 and CP932",
        Code::Empty => "there is no row",
        Code::TooLarge => "too large: 50,000 rows and 4 MiB at most",
        Code::BrokenRow => "the row cannot be read",
        Code::UnknownColumn => "no such column is known",
        Code::DoubleColumn => "two columns stand for the same",
        Code::MissingColumn => "a column that is needed is missing",
        Code::Missing => "a value is missing",
        Code::UnknownProduct => "no such product is known",
        Code::UnknownPlan => "no such plan is known (§1)",
        Code::UnknownRole => "no such role is known (§12)",
        Code::NotYesOrNo => "neither yes nor no",
        Code::NotADate => "not written as a date",
        Code::NoSuchDate => "there is no such date",
        Code::EndsBeforeStart => "the end comes before the start",
        Code::NotAnAddress => "not written as a mail address",
        Code::DuplicatePerson => "the contract has a person with that mail address",
        Code::DuplicateContract => "there is a contract with that number",
        Code::TermsDiffer => "another row says otherwise of the same contract",
        Code::NoOptions => "no product of the contract knows support options (§1)",
        Code::OptionNotAdministrator => "options are for system administrators only (§12)",
        Code::TooManyOptions => "the base contract has as many options as it may have (§12)",
    }
}
