use inquiry::{
    Affected, Body, Event, IncidentKind, Matter, ObligationEvent, ObligationId, Opened,
    OperationId, ReferenceEvent,
};
use store::{Changed, VerifyProblem};
use uuid::Uuid;

use crate::builders::{Mail, Rig, append, event, now, operation};

fn open(rig: &Rig, words: &str) -> (ObligationId, Changed) {
    let id = ObligationId::new(Uuid::now_v7());
    let written = rig.store.transact(|tx| {
        let opened = Opened {
            number: tx.next_number()?,
            product: "clomo".parse().unwrap(),
            matter: Matter::Incident {
                detected_at: now(),
                incident: IncidentKind::Malware,
                affected: Affected::Yes,
            },
            words: tx.keep_text(words)?,
        };
        let body = Body::Obligation(id, ObligationEvent::Opened(Box::new(opened)));
        let operation = OperationId::new(Uuid::now_v7());
        tx.append(&event(operation, "佐藤", now(), body))
    });
    (id, written.unwrap().changed)
}

fn events(rig: &Rig) -> Vec<Event> {
    let read = rig.store.read(|reader| reader.obligations(None));
    read.unwrap().into_iter().map(|(_, event)| event).collect()
}

fn problems(rig: &Rig) -> Vec<VerifyProblem> {
    rig.store.verify(&mut |_, _| {}).unwrap().problems
}

#[test]
fn events_of_obligations_are_told_apart_from_those_of_inquiries_and_rules() {
    let rig = Rig::new();
    let before = rig.store.last_seq().unwrap();
    let rules = rig.store.read(|reader| reader.reference()).unwrap();
    rig.receive(Mail::default());
    let (id, changed) = open(&rig, "{}");
    let (other, _) = open(&rig, "{}");
    assert_eq!(
        (changed.obligations.as_slice(), changed.reference),
        ([id].as_slice(), false)
    );
    let since = rig
        .store
        .read(|reader| reader.changed_since(before))
        .unwrap();
    let mut both = vec![id, other];
    both.sort();
    assert_eq!((since.obligations, since.reference), (both, false));
    assert_eq!(since.inquiries.len(), 1);
    assert_eq!(rig.store.read(|reader| reader.reference()).unwrap(), rules);
    let of_one = rig.store.read(|reader| reader.obligation_events(id));
    assert_eq!((of_one.unwrap().len(), events(&rig).len()), (1, 2));
    assert!(problems(&rig).is_empty());
}

#[test]
fn an_obligation_with_other_words_or_without_them_is_found() {
    let rig = Rig::new();
    open(&rig, "正しい記録");
    rig.alter("UPDATE personal SET text = '別の記録'");
    assert!(matches!(
        problems(&rig).as_slice(),
        [VerifyProblem::TextAltered { .. }]
    ));
    rig.alter("DELETE FROM personal");
    assert!(matches!(
        problems(&rig).as_slice(),
        [VerifyProblem::TextMissing { .. }]
    ));
}

#[test]
fn erased_words_of_an_obligation_are_gone_and_the_record_is_sound() {
    let rig = Rig::new();
    open(&rig, "消去する記録");
    let Body::Obligation(_, ObligationEvent::Opened(opened)) = events(&rig).remove(0).body else {
        panic!("it was not opened")
    };
    let rows = vec![opened.words.id];
    let erased = Body::Reference(ReferenceEvent::Erased { rows });
    append(&rig.store, event(operation(99), "佐藤", now(), erased));
    let text = rig.store.read(|reader| reader.text(opened.words.id));
    assert_eq!(text.unwrap(), None);
    assert!(problems(&rig).is_empty());
}
