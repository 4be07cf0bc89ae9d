//! The register of customers: contracts, and the people who ask under them (§1, §12).

use std::collections::BTreeSet;

use business_time::Instant;
use chrono::NaiveDate;
use policy::{ProductId, Role, SupportPlan};
use serde::{Deserialize, Serialize};

use crate::undo::{CannotUndo, Field};
use crate::{Actor, ContractId, OperationId, PersonId, PersonalRef};

/// What can happen to one contract of the register.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum ContractEvent {
    /// It came in, or its terms were corrected.
    ContractSet(Terms),
    /// A person came in, or was corrected.
    PersonSet(RegisteredPerson),
    /// A person is no longer one of it.
    PersonRemoved(PersonId),
    /// It was taken out of the register with all its people.
    ContractRemoved,
    /// An operation was taken back.
    Undone {
        /// The operation that no longer counts here.
        operation: OperationId,
    },
}

/// What was agreed with a customer: one base contract.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Terms {
    /// The contract's number, by which people name it.
    pub number: String,
    /// The company's name.
    pub company: PersonalRef,
    /// The support plan (§1).
    pub plan: SupportPlan,
    /// The product families that it covers.
    pub products: Vec<ProductId>,
    /// The first day on which it is valid; none where nobody knows or it matters no more.
    pub valid_from: Option<NaiveDate>,
    /// The last day on which it is valid; none while no end is agreed.
    pub valid_until: Option<NaiveDate>,
    /// Whether it belongs to the sample set.
    pub sample: bool,
}

impl Terms {
    /// Tells whether the contract is valid on a day.
    #[must_use]
    pub fn valid_on(&self, on: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= on)
            && self.valid_until.is_none_or(|until| on <= until)
    }
}

/// A person of a contract, as the log knows them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RegisteredPerson {
    /// Names the person.
    pub id: PersonId,
    /// Who it is, as a [`PersonText`] in JSON.
    pub text: PersonalRef,
    /// The roles; none where nobody knows them (§12).
    pub roles: Option<Vec<Role>>,
    /// Whether the support option is on; none where nobody knows (§1, §12).
    pub has_option: Option<bool>,
}

/// Who a person of the register is. Kept in one erasable row.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonText {
    /// The name.
    pub name: String,
    /// How the name is read, in katakana (フリガナ).
    pub kana: String,
    /// The mail address, by which an inquiry finds its person.
    pub address: String,
    /// The telephone number.
    pub phone: String,
}

/// One contract of the register, as it follows from its events.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Contract {
    /// Its name for machines.
    pub id: ContractId,
    /// What was agreed.
    pub terms: Terms,
    /// Its people, in the order in which they came.
    pub people: Vec<RegisteredPerson>,
    /// When something was last recorded.
    pub changed_at: Instant,
}

impl Contract {
    /// Finds a person.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&RegisteredPerson> {
        self.people.iter().find(|it| it.id == id)
    }

    /// Counts the support options that are on, beside one person's (§12).
    #[must_use]
    pub fn options_beside(&self, person: Option<PersonId>) -> u32 {
        let others = self
            .people
            .iter()
            .filter(|it| it.has_option == Some(true) && Some(it.id) != person);
        u32::try_from(others.count()).unwrap_or(u32::MAX)
    }
}

/// An event of one contract, with what the fold needs of its envelope.
#[derive(Copy, Clone, Debug)]
pub struct RecordedContract<'a> {
    /// The operation it belongs to.
    pub operation: OperationId,
    /// Who did it.
    pub actor: &'a Actor,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// What was done.
    pub event: &'a ContractEvent,
}

/// Folds the events of one contract, oldest first. Gives nothing where it is not, or no longer, in the register.
#[must_use]
pub fn fold_contract(id: ContractId, events: &[RecordedContract<'_>]) -> Option<Contract> {
    let undone = undone(events);
    let counting = events.iter().filter(|it| !undone.contains(&it.operation));
    counting.fold(None, |contract, it| apply(id, contract, it))
}

fn undone(events: &[RecordedContract<'_>]) -> BTreeSet<OperationId> {
    let taken_back = events.iter().filter_map(|it| {
        if let ContractEvent::Undone { operation } = it.event {
            Some(*operation)
        } else {
            None
        }
    });
    taken_back.collect()
}

fn apply(
    id: ContractId,
    contract: Option<Contract>,
    recorded: &RecordedContract<'_>,
) -> Option<Contract> {
    let changed_at = recorded.recorded_at;
    match (recorded.event, contract) {
        (ContractEvent::ContractRemoved, _) => None,
        (ContractEvent::ContractSet(terms), contract) => Some(Contract {
            id,
            terms: terms.clone(),
            people: contract.map(|it| it.people).unwrap_or_default(),
            changed_at,
        }),
        (ContractEvent::PersonSet(person), Some(mut contract)) => {
            match contract.people.iter_mut().find(|it| it.id == person.id) {
                Some(known) => *known = person.clone(),
                None => contract.people.push(person.clone()),
            }
            Some(Contract {
                changed_at,
                ..contract
            })
        }
        (ContractEvent::PersonRemoved(person), Some(mut contract)) => {
            contract.people.retain(|it| it.id != *person);
            Some(Contract {
                changed_at,
                ..contract
            })
        }
        // What cannot follow is passed over, as with inquiries: the fold never fails.
        (ContractEvent::PersonSet(_) | ContractEvent::PersonRemoved(_), None) => None,
        (ContractEvent::Undone { .. }, contract) => contract,
    }
}

/// What an event of a contract changes; the whole of it stands in the way of every part.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Part {
    Whole,
    Terms,
    Person(PersonId),
}

fn part(event: &ContractEvent) -> Option<Part> {
    match event {
        ContractEvent::ContractSet(_) => Some(Part::Terms),
        ContractEvent::PersonSet(person) => Some(Part::Person(person.id)),
        ContractEvent::PersonRemoved(person) => Some(Part::Person(*person)),
        ContractEvent::ContractRemoved => Some(Part::Whole),
        ContractEvent::Undone { .. } => None,
    }
}

/// Says whether `operation` can be taken back by `actor` from one contract with these events, oldest first.
///
/// # Errors
/// [`CannotUndo::NotOwn`], [`CannotUndo::ChangedSince`] where the same part was changed again, or rests on what would
/// go; [`CannotUndo::Nothing`].
pub fn plan_contract(
    events: &[RecordedContract<'_>],
    operation: OperationId,
    actor: &Actor,
) -> Result<(), CannotUndo> {
    let undone = undone(events);
    let mut own: Vec<Part> = Vec::new();
    let mut begun = false;
    for (place, it) in events.iter().enumerate() {
        let Some(part) = part(it.event).filter(|_| !undone.contains(&it.operation)) else {
            continue;
        };
        if it.operation == operation {
            if it.actor != actor {
                return Err(CannotUndo::NotOwn);
            }
            begun |= part == Part::Terms && begins(events, place, &undone);
            own.push(part);
        } else if begun || in_the_way(part, &own) {
            return Err(CannotUndo::ChangedSince {
                field: Field::Register,
                by: it.actor.clone(),
            });
        }
    }
    if own.is_empty() {
        return Err(CannotUndo::Nothing);
    }
    Ok(())
}

/// Tells whether the contract came in with an event: all that follows rests on it.
fn begins(events: &[RecordedContract<'_>], place: usize, undone: &BTreeSet<OperationId>) -> bool {
    let before = events.iter().take(place);
    !before
        .filter(|it| !undone.contains(&it.operation))
        .any(|it| matches!(it.event, ContractEvent::ContractSet(_)))
}

fn in_the_way(later: Part, own: &[Part]) -> bool {
    own.iter()
        .any(|part| *part == later || *part == Part::Whole || later == Part::Whole)
}
