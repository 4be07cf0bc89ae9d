//! The register of customers, and who asks, as `--json` writes them.

use desk::{
    AskerView, CustomerImport, KnownPerson, RegisterProblem, RegisteredContract, ReplyDraft,
};
use inquiry::{PersonText, RegisteredPerson};
use policy::Role;
use serde::Serialize;

use crate::i18n::Words;

/// What a table changes, or everything that is wrong with it.
#[derive(Serialize)]
pub struct CustomerImportShape {
    dry_run: bool,
    operation: Option<String>,
    new_contracts: usize,
    changed_contracts: usize,
    new_people: usize,
    changed_people: usize,
    unchanged_people: usize,
    problems: Vec<ProblemShape>,
}

#[derive(Serialize)]
struct ProblemShape {
    line: Option<u64>,
    column: String,
    code: &'static str,
    value: String,
    suggestion: Option<String>,
    other_line: Option<u64>,
    message: &'static str,
}

impl CustomerImportShape {
    /// Shows an import; without an operation nothing was written.
    pub fn of(
        import: &CustomerImport,
        dry_run: bool,
        operation: Option<String>,
        words: &Words,
    ) -> Self {
        let problem = |it: &RegisterProblem| ProblemShape {
            line: it.line,
            column: it.column.clone(),
            code: it.code.as_str(),
            value: it.value.clone(),
            suggestion: it.suggestion.clone(),
            other_line: it.other_line,
            message: (words.register.problem)(it.code),
        };
        Self {
            dry_run,
            operation,
            new_contracts: import.new_contracts,
            changed_contracts: import.changed_contracts,
            new_people: import.new_people,
            changed_people: import.changed_people,
            unchanged_people: import.unchanged_people,
            problems: import.problems.iter().map(problem).collect(),
        }
    }
}

/// One contract with its people.
#[derive(Serialize)]
pub struct ContractShape {
    id: String,
    contract: String,
    company: String,
    plan: &'static str,
    products: Vec<String>,
    valid_from: Option<String>,
    valid_until: Option<String>,
    sample: bool,
    people: Vec<PersonShape>,
}

#[derive(Serialize)]
struct PersonShape {
    id: String,
    name: String,
    kana: String,
    address: String,
    phone: String,
    roles: Option<Vec<&'static str>>,
    option: Option<bool>,
}

impl ContractShape {
    /// Shows a contract.
    pub fn of(registered: &RegisteredContract) -> Self {
        let terms = &registered.contract.terms;
        let people = registered.contract.people.iter().zip(&registered.people);
        Self {
            id: registered.contract.id.to_string(),
            contract: terms.number.clone(),
            company: registered.company.clone(),
            plan: terms.plan.as_str(),
            products: terms.products.iter().map(ToString::to_string).collect(),
            valid_from: terms.valid_from.map(|on| on.to_string()),
            valid_until: terms.valid_until.map(|on| on.to_string()),
            sample: terms.sample,
            people: people.map(person).collect(),
        }
    }
}

fn person((person, text): (&RegisteredPerson, &PersonText)) -> PersonShape {
    PersonShape {
        id: person.id.to_string(),
        name: text.name.clone(),
        kana: text.kana.clone(),
        address: text.address.clone(),
        phone: text.phone.clone(),
        roles: roles(person.roles.as_ref()),
        option: person.has_option,
    }
}

fn roles(roles: Option<&Vec<Role>>) -> Option<Vec<&'static str>> {
    roles.map(|it| it.iter().map(|role| role.as_str()).collect())
}

/// Who asks, and whether they may.
#[derive(Serialize)]
pub struct AskerShape {
    eligibility: &'static str,
    reason: &'static str,
    clause: u8,
    found: &'static str,
    person: Option<KnownShape>,
    candidates: Vec<KnownShape>,
    contract_valid: Option<bool>,
    warns_of_channel: bool,
    drafts: Vec<DraftShape>,
}

#[derive(Serialize)]
struct KnownShape {
    id: String,
    name: String,
    contract: String,
    company: String,
    plan: &'static str,
    roles: Option<Vec<&'static str>>,
    option: Option<bool>,
    covers_product: bool,
    valid: bool,
}

#[derive(Serialize)]
struct DraftShape {
    kind: &'static str,
    text: String,
}

impl AskerShape {
    /// Shows who asks, with the replies that fit.
    pub fn of(asker: &AskerView, drafts: &[ReplyDraft]) -> Self {
        Self {
            eligibility: asker.eligibility().as_str(),
            reason: asker.reason.as_str(),
            clause: asker.reason.clause(),
            found: asker.found.as_str(),
            person: asker.person.as_ref().map(known),
            candidates: asker.candidates.iter().map(known).collect(),
            contract_valid: asker.contract_valid,
            warns_of_channel: asker.warns_of_channel,
            drafts: drafts.iter().map(draft).collect(),
        }
    }
}

fn known(it: &KnownPerson) -> KnownShape {
    KnownShape {
        id: it.id.to_string(),
        name: it.text.name.clone(),
        contract: it.number.clone(),
        company: it.company.clone(),
        plan: it.plan.as_str(),
        roles: roles(it.roles.as_ref()),
        option: it.has_option,
        covers_product: it.covers,
        valid: it.valid,
    }
}

fn draft(it: &ReplyDraft) -> DraftShape {
    DraftShape {
        kind: it.kind.as_str(),
        text: it.text.clone(),
    }
}
