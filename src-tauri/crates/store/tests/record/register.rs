//! Contracts and people: folded, found by their address, verified, erased and brought back.

use inquiry::{
    Body, ContractEvent, ContractId, PersonId, PersonText, PersonalId, ReferenceEvent,
    RegisteredPerson, Terms,
};
use policy::{Role, SupportPlan};
use store::{Store, VerifyProblem};
use uuid::Uuid;

use crate::builders::{Rig, append, event, now, operation};

const CONTRACT: ContractId = ContractId::new(Uuid::from_u128(6));
const PERSON: PersonId = PersonId::new(Uuid::from_u128(5));

fn happen(store: &Store, count: u128, body: ContractEvent) {
    let body = Body::Contract(CONTRACT, body);
    append(store, event(operation(count), "佐藤", now(), body));
}

/// A record with one contract of one person.
fn rig() -> Rig {
    let rig = Rig::new();
    let person = PersonText {
        name: "秘匿花子".into(),
        address: "Hanako@Example.jp".into(),
        ..PersonText::default()
    };
    let kept = rig.store.transact(|tx| {
        let company = tx.keep_text("例示商事")?;
        Ok::<_, store::StoreError>((company, tx.keep_text(&serde_json::to_string(&person)?)?))
    });
    let (company, text) = kept.unwrap().value;
    let terms = Terms {
        number: "EX-1".into(),
        company,
        plan: SupportPlan::Standard,
        products: Vec::new(),
        valid_from: None,
        valid_until: None,
        sample: false,
    };
    happen(&rig.store, 1, ContractEvent::ContractSet(terms));
    let person = RegisteredPerson {
        id: PERSON,
        text,
        roles: Some(vec![Role::SystemAdministrator]),
        has_option: Some(true),
    };
    happen(&rig.store, 2, ContractEvent::PersonSet(person));
    rig
}

fn found(rig: &Rig) -> Vec<(ContractId, PersonId)> {
    let found = rig.store.read(|it| it.people_at(" hanako@example.JP"));
    found.unwrap()
}

fn problems(rig: &Rig) -> Vec<VerifyProblem> {
    rig.store.verify(&mut |_, _| {}).unwrap().problems
}

fn text_of(rig: &Rig) -> PersonalId {
    let contract = rig.store.read(|it| it.contract(CONTRACT)).unwrap().unwrap();
    contract.people[0].text.id
}

#[test]
fn a_person_is_found_by_the_address_until_taken_out() {
    let rig = rig();
    assert_eq!(found(&rig), [(CONTRACT, PERSON)]);
    let of = rig.store.read(|it| it.contract_of(PERSON)).unwrap();
    assert_eq!(of, Some(CONTRACT));
    happen(&rig.store, 3, ContractEvent::PersonRemoved(PERSON));
    assert_eq!(found(&rig), []);
    let undone = ContractEvent::Undone {
        operation: operation(3),
    };
    happen(&rig.store, 4, undone);
    assert_eq!(found(&rig), [(CONTRACT, PERSON)]);
    happen(&rig.store, 5, ContractEvent::ContractRemoved);
    assert_eq!(rig.store.read(|it| it.contracts()).unwrap(), []);
    assert_eq!(problems(&rig), []);
}

#[test]
fn contracts_are_no_reference_data_but_tell_that_something_changed() {
    let rig = rig();
    assert_eq!(rig.store.read(|it| it.reference()).unwrap(), []);
    let changed = rig.store.read(|it| it.changed_since(0)).unwrap();
    assert!(changed.reference && changed.inquiries.is_empty());
}

#[test]
fn an_erased_person_is_found_no_more_and_stands_nowhere() {
    let rig = rig();
    let rows = vec![text_of(&rig)];
    let erased = Body::Reference(ReferenceEvent::Erased { rows });
    append(&rig.store, event(operation(9), "佐藤", now(), erased));
    assert_eq!(found(&rig), []);
    assert_eq!(problems(&rig), []);
    let files = std::fs::read_dir(rig.path()).unwrap();
    for file in files.map(|it| it.unwrap().path()).filter(|it| it.is_file()) {
        let bytes = std::fs::read(&file).unwrap();
        for needle in ["秘匿花子", "Hanako@Example.jp"] {
            let stands = bytes
                .windows(needle.len())
                .any(|it| it == needle.as_bytes());
            assert!(!stands, "{needle} in {}", file.display());
        }
    }
}

#[test]
fn a_register_that_does_not_follow_is_found() {
    for change in [
        "UPDATE contract SET number = 'EX-9'",
        "UPDATE contract SET state = replace(state, 'standard', 'trial')",
        "UPDATE contract SET applied_seq = 1",
        "DELETE FROM contract",
        "DELETE FROM person",
        "UPDATE person SET address = NULL",
    ] {
        let rig = rig();
        rig.alter(change);
        let differs = |it: &VerifyProblem| matches!(it, VerifyProblem::RegisterDiffers { .. });
        assert!(problems(&rig).iter().any(differs), "{change}");
    }
    let rig = rig();
    rig.alter("UPDATE event SET contract = NULL WHERE contract IS NOT NULL");
    let mislabelled = |it: &VerifyProblem| matches!(it, VerifyProblem::EventMislabelled { .. });
    assert!(problems(&rig).iter().any(mislabelled));
}

#[test]
fn a_backup_brings_the_register_back() {
    let rig = rig();
    let (to, elsewhere) = (rig.path().join("backup"), tempfile::tempdir().unwrap());
    rig.store.backup(&to, now()).unwrap();
    Store::restore(&to, elsewhere.path(), now()).unwrap();
    let restored = crate::builders::open(elsewhere.path());
    let before = rig.store.read(|it| it.contracts()).unwrap();
    assert_eq!(restored.read(|it| it.contracts()).unwrap(), before);
}
