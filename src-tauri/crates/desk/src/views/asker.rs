//! Who asks, and whether they may (§1, §12).

use business_time::Instant;
use inquiry::{Asker, Contract, ContractId, Inquiry, PersonId, PersonText};
use policy::{
    AskingFacts, Eligibility, EligibilityReason, SupportPlan, judge_eligibility, warns_of_channel,
};
use store::{Reader, Row, StoreError};

use super::register::with_texts;
use crate::register::RegisteredContract;
use crate::{DeskError, Rules};

/// How the one who asks was found in the register.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum AskerFound {
    /// By the mail address.
    ByAddress,
    /// An agent chose the person.
    Chosen,
    /// An agent found that nobody is registered.
    Unregistered,
    /// Nobody has that address.
    Unknown,
    /// Several have it, and nothing tells which.
    Several,
}

impl AskerFound {
    /// Gives the stable code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ByAddress => "by-address",
            Self::Chosen => "chosen",
            Self::Unregistered => "unregistered",
            Self::Unknown => "unknown",
            Self::Several => "several",
        }
    }
}

/// Who asks, and whether they may.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskerView {
    /// How the person was found.
    pub found: AskerFound,
    /// The contract and the person, where there is one.
    pub person: Option<KnownPerson>,
    /// Those among whom an agent may choose.
    pub candidates: Vec<KnownPerson>,
    /// Why the person may ask, may not, or has to be looked up.
    pub reason: EligibilityReason,
    /// Whether the contract covers the product and is valid on the day of the receipt; none where nobody knows.
    pub contract_valid: Option<bool>,
    /// Whether the inquiry came by a channel that the plan does not offer (§1): it is logged all the same.
    pub warns_of_channel: bool,
}

impl AskerView {
    /// Gives what the reason comes to.
    #[must_use]
    pub const fn eligibility(&self) -> Eligibility {
        self.reason.eligibility()
    }
}

/// A person of the register with their contract.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownPerson {
    /// The person.
    pub id: PersonId,
    /// Who it is.
    pub text: PersonText,
    /// Whether the support option is on.
    pub has_option: Option<bool>,
    /// The roles.
    pub roles: Option<Vec<policy::Role>>,
    /// The contract.
    pub contract: ContractId,
    /// Its number.
    pub number: String,
    /// The company.
    pub company: String,
    /// The plan (§1).
    pub plan: SupportPlan,
    /// The last day of its validity.
    pub valid_until: Option<chrono::NaiveDate>,
    /// Whether the contract covers the product.
    pub covers: bool,
    /// Whether it is valid on the day of the receipt.
    pub valid: bool,
}

/// What the register says of a contract in the light of one inquiry.
struct Judged {
    covers: bool,
    valid: bool,
}

/// Finds who asks and judges whether they may, by the register as known at an instant.
pub(crate) fn asker_of(
    reader: &Reader<'_>,
    rules: &Rules,
    row: &Row,
    as_of: Option<Instant>,
) -> Result<AskerView, DeskError> {
    let inquiry = &row.inquiry;
    let on = rules.calendar.date_of(inquiry.received_at);
    let judged = |contract: &Contract| Judged {
        covers: contract.terms.products.contains(&inquiry.product),
        valid: contract.terms.valid_on(on),
    };
    let at_address = reader.people_at(&row.customer.address)?;
    let candidates = known_people(reader, &at_address, as_of, &judged)?;
    let (found, person) = match inquiry.asker {
        Asker::Unregistered => (AskerFound::Unregistered, None),
        Asker::Person(id) => {
            let contract = reader.contract_of(id)?;
            let chosen: Vec<_> = contract.map(|it| (it, id)).into_iter().collect();
            let person = known_people(reader, &chosen, as_of, &judged)?;
            match person.into_iter().next() {
                Some(person) => (AskerFound::Chosen, Some(person)),
                // The person was taken out of the register since.
                None => (AskerFound::Unknown, None),
            }
        }
        Asker::ByAddress => by_address(&candidates),
    };
    judge(rules, inquiry, found, person, candidates)
}

/// Of several with one address, the one whose contract covers the product and is valid is meant.
fn by_address(candidates: &[KnownPerson]) -> (AskerFound, Option<KnownPerson>) {
    let narrowed = |wanted: &dyn Fn(&&KnownPerson) -> bool| -> Vec<KnownPerson> {
        candidates.iter().filter(wanted).cloned().collect()
    };
    let fitting = narrowed(&|it| it.covers && it.valid);
    let covering = narrowed(&|it| it.covers);
    for group in [fitting, covering, candidates.to_vec()] {
        match group.as_slice() {
            [] => {}
            [person] => return (AskerFound::ByAddress, Some(person.clone())),
            [..] => return (AskerFound::Several, None),
        }
    }
    (AskerFound::Unknown, None)
}

fn judge(
    rules: &Rules,
    inquiry: &Inquiry,
    found: AskerFound,
    person: Option<KnownPerson>,
    candidates: Vec<KnownPerson>,
) -> Result<AskerView, DeskError> {
    let pack = rules.pack(&inquiry.product, inquiry.received_at)?;
    let facts = match (found, &person) {
        (AskerFound::Unregistered, _) => AskingFacts {
            roles: Some(Vec::new()),
            has_option: None,
        },
        (_, Some(person)) => AskingFacts {
            roles: person.roles.clone(),
            has_option: person.has_option,
        },
        (_, None) => AskingFacts::default(),
    };
    let plan = person.as_ref().map_or(inquiry.plan, |it| it.plan);
    Ok(AskerView {
        found,
        reason: judge_eligibility(pack, &facts),
        contract_valid: person.as_ref().and_then(validity),
        warns_of_channel: warns_of_channel(pack, plan, inquiry.channel),
        person,
        candidates,
    })
}

/// A contract for other products says nothing of this one: somebody has to look.
fn validity(person: &KnownPerson) -> Option<bool> {
    person.covers.then_some(person.valid)
}

fn known_people(
    reader: &Reader<'_>,
    people: &[(ContractId, PersonId)],
    as_of: Option<Instant>,
    judged: &dyn Fn(&Contract) -> Judged,
) -> Result<Vec<KnownPerson>, StoreError> {
    let mut known = Vec::new();
    for (contract, person) in people {
        let contract = match as_of {
            Some(at) => reader.contract_as_of(*contract, at)?,
            None => reader.contract(*contract)?,
        };
        if let Some(contract) = contract {
            known.extend(known_person(
                &with_texts(reader, contract)?,
                *person,
                judged,
            ));
        }
    }
    Ok(known)
}

fn known_person(
    registered: &RegisteredContract,
    id: PersonId,
    judged: &dyn Fn(&Contract) -> Judged,
) -> Option<KnownPerson> {
    let contract = &registered.contract;
    let mut people = contract.people.iter().zip(&registered.people);
    let (person, text) = people.find(|(it, _)| it.id == id)?;
    let Judged { covers, valid } = judged(contract);
    Some(KnownPerson {
        id,
        text: text.clone(),
        has_option: person.has_option,
        roles: person.roles.clone(),
        contract: contract.id,
        number: contract.terms.number.clone(),
        company: registered.company.clone(),
        plan: contract.terms.plan,
        valid_until: contract.terms.valid_until,
        covers,
        valid,
    })
}
