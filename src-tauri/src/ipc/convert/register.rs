//! The register of customers, and who asks.

use desk::{ContractForm, PersonForm};
use inquiry::{PersonText, RegisteredPerson};
use policy::Role;

use super::count;
use super::mirror::Mirror;
use crate::ipc::wire::queue::Plan;
use crate::ipc::wire::register as wire;

/// Shows a contract with its people.
pub(crate) fn contract(registered: &desk::RegisteredContract) -> wire::ContractView {
    let terms = &registered.contract.terms;
    let people = registered.contract.people.iter().zip(&registered.people);
    wire::ContractView {
        id: registered.contract.id.to_string(),
        number: terms.number.clone(),
        company: registered.company.clone(),
        plan: Plan::show(terms.plan),
        products: terms.products.iter().map(ToString::to_string).collect(),
        valid_from: terms.valid_from.map(|on| on.to_string()),
        valid_until: terms.valid_until.map(|on| on.to_string()),
        sample: terms.sample,
        people: people.map(|(it, text)| person(it, text)).collect(),
    }
}

fn person(person: &RegisteredPerson, text: &PersonText) -> wire::PersonView {
    wire::PersonView {
        id: person.id.to_string(),
        name: text.name.clone(),
        kana: text.kana.clone(),
        address: text.address.clone(),
        phone: text.phone.clone(),
        roles: roles(person.roles.as_ref()),
        has_option: person.has_option,
    }
}

fn roles(roles: Option<&Vec<Role>>) -> Option<Vec<String>> {
    roles.map(|it| it.iter().map(ToString::to_string).collect())
}

/// Shows who asks.
pub(crate) fn asker(asker: &desk::AskerView) -> wire::AskerView {
    wire::AskerView {
        eligibility: asker.eligibility().to_string(),
        reason: asker.reason.to_string(),
        clause: asker.reason.clause(),
        found: asker.found.as_str().to_owned(),
        person: asker.person.as_ref().map(known),
        candidates: asker.candidates.iter().map(known).collect(),
        contract_valid: asker.contract_valid,
        warns_of_channel: asker.warns_of_channel,
    }
}

fn known(it: &desk::KnownPerson) -> wire::KnownPerson {
    wire::KnownPerson {
        id: it.id.to_string(),
        name: it.text.name.clone(),
        company: it.company.clone(),
        number: it.number.clone(),
        plan: Plan::show(it.plan),
        roles: roles(it.roles.as_ref()),
        has_option: it.has_option,
        valid_until: it.valid_until.map(|on| on.to_string()),
        covers: it.covers,
        valid: it.valid,
    }
}

/// Shows a problem.
pub(crate) fn problem(it: &desk::RegisterProblem) -> wire::RegisterProblem {
    let line = |line: u64| u32::try_from(line).unwrap_or(u32::MAX);
    wire::RegisterProblem {
        line: it.line.map(line),
        column: it.column.clone(),
        code: it.code.as_str().to_owned(),
        value: it.value.clone(),
        suggestion: it.suggestion.clone(),
        other_line: it.other_line.map(line),
    }
}

/// Shows what a table changes.
pub(crate) fn import(
    import: &desk::CustomerImport,
    path: String,
    dry_run: bool,
) -> wire::CustomerImport {
    wire::CustomerImport {
        path,
        dry_run,
        new_contracts: count(import.new_contracts),
        changed_contracts: count(import.changed_contracts),
        new_people: count(import.new_people),
        changed_people: count(import.changed_people),
        unchanged_people: count(import.unchanged_people),
        problems: import.problems.iter().map(problem).collect(),
    }
}

impl From<wire::ContractForm> for ContractForm {
    fn from(it: wire::ContractForm) -> Self {
        Self {
            number: it.number,
            company: it.company,
            plan: it.plan,
            products: it.products,
            valid_from: it.valid_from,
            valid_until: it.valid_until,
        }
    }
}

impl From<wire::PersonForm> for PersonForm {
    fn from(it: wire::PersonForm) -> Self {
        Self {
            name: it.name,
            kana: it.kana,
            address: it.address,
            phone: it.phone,
            roles: it.roles,
            option: it.option,
        }
    }
}
