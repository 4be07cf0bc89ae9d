//! The register of customers, and who asks (§1, §12).

use serde::{Deserialize, Serialize};
use specta::Type;

use super::queue::Plan;

/// One contract with its people.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ContractView {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The company; empty once it is erased.
    pub company: String,
    /// The plan.
    pub plan: Plan,
    /// The product families that it covers.
    pub products: Vec<String>,
    /// The first day of validity, `YYYY-MM-DD`.
    pub valid_from: Option<String>,
    /// The last day of validity.
    pub valid_until: Option<String>,
    /// Whether it belongs to the sample set.
    pub sample: bool,
    /// Its people.
    pub people: Vec<PersonView>,
}

/// A person of a contract.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    /// The person's id.
    pub id: String,
    /// The name.
    pub name: String,
    /// How it is read.
    pub kana: String,
    /// The mail address.
    pub address: String,
    /// The telephone number.
    pub phone: String,
    /// The roles by code; nothing where nobody knows.
    pub roles: Option<Vec<String>>,
    /// Whether the support option is on; nothing where nobody knows.
    pub has_option: Option<bool>,
}

/// A contract as written.
#[derive(Clone, Debug, Default, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ContractForm {
    /// The number.
    pub number: String,
    /// The company.
    pub company: String,
    /// The plan by code.
    pub plan: String,
    /// The products by id, separated by `;`.
    pub products: String,
    /// The first day of validity; may be empty.
    pub valid_from: String,
    /// The last day of validity; may be empty.
    pub valid_until: String,
}

/// A person as written.
#[derive(Clone, Debug, Default, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PersonForm {
    /// The name.
    pub name: String,
    /// How it is read.
    pub kana: String,
    /// The mail address.
    pub address: String,
    /// The telephone number.
    pub phone: String,
    /// The roles by code, separated by `;`; `none` for none, empty where nobody knows.
    pub roles: String,
    /// `yes`, `no`, or empty where nobody knows.
    pub option: String,
}

/// Something that is wrong with what was written.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegisterProblem {
    /// The line of the file, from 1.
    pub line: Option<u32>,
    /// The header of the file, or the field of the form.
    pub column: String,
    /// The code, as listed in `docs/errors.md`.
    pub code: String,
    /// What was written.
    pub value: String,
    /// What would do.
    pub suggestion: Option<String>,
    /// The line that says otherwise, or the same.
    pub other_line: Option<u32>,
}

/// What came of a form.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegisterAnswer {
    /// The operation, which `undo` takes back; nothing where there are problems.
    pub operation: Option<String>,
    /// Everything that is wrong; nothing was changed then.
    pub problems: Vec<RegisterProblem>,
}

/// What a table changes, or would change.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CustomerImport {
    /// The file.
    pub path: String,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// Contracts that come in.
    pub new_contracts: u32,
    /// Contracts whose terms change.
    pub changed_contracts: u32,
    /// People who come in.
    pub new_people: u32,
    /// People of whom something changes.
    pub changed_people: u32,
    /// Rows that say what is on record.
    pub unchanged_people: u32,
    /// Everything that is wrong, by line.
    pub problems: Vec<RegisterProblem>,
}

/// Who asks, and whether they may (§12).
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AskerView {
    /// `eligible`, `not-eligible` or `to-be-checked`.
    pub eligibility: String,
    /// The reason by code.
    pub reason: String,
    /// The clause that it rests on.
    pub clause: u8,
    /// How the person was found, by code.
    pub found: String,
    /// The person, where there is one.
    pub person: Option<KnownPerson>,
    /// Those with the mail address.
    pub candidates: Vec<KnownPerson>,
    /// Whether the contract is valid for the product on the day of the receipt.
    pub contract_valid: Option<bool>,
    /// Whether the plan does not offer the channel (§1).
    pub warns_of_channel: bool,
}

/// A person of the register with their contract.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KnownPerson {
    /// The person's id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The company.
    pub company: String,
    /// The contract's number.
    pub number: String,
    /// The plan.
    pub plan: Plan,
    /// The roles by code; nothing where nobody knows.
    pub roles: Option<Vec<String>>,
    /// Whether the support option is on.
    pub has_option: Option<bool>,
    /// The last day of validity.
    pub valid_until: Option<String>,
    /// Whether the contract covers the product.
    pub covers: bool,
    /// Whether it is valid on the day of the receipt.
    pub valid: bool,
}
