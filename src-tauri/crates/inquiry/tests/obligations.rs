//! What happens to an obligation: the frozen lines, the state that follows, what may follow and what is taken back.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

use std::collections::BTreeSet;

use business_time::Instant;
use inquiry::undo::{CannotUndo, Field};
use inquiry::{
    Actor, Affected, Body, Fulfilment, IncidentKind, Matter, Obligation, ObligationEvent,
    ObligationId, ObligationRefusal, Opened, OperationId, PersonalId, PersonalRef,
    RecordedObligation, decode, encode, fold_obligation, plan_taking_back,
};
use uuid::Uuid;

const VERSION_1: &str = include_str!("frozen/obligations-v1.jsonl");

#[test]
fn every_kind_of_event_has_a_frozen_line_that_is_read_and_written_as_it_was() {
    let mut kinds = BTreeSet::new();
    for line in VERSION_1.lines() {
        let body = decode(1, line.as_bytes()).unwrap_or_else(|problem| panic!("{problem}: {line}"));
        let (version, bytes) = encode(&body).unwrap();
        assert_eq!(
            (version, String::from_utf8(bytes).unwrap().as_str()),
            (1, line)
        );
        let Body::Obligation(_, event) = body else {
            panic!("{line}")
        };
        let value = serde_json::to_value(event).unwrap();
        kinds.insert(value["kind"].as_str().unwrap().to_owned());
        kinds.extend(
            value["data"]["matter"]["matter"]
                .as_str()
                .map(str::to_owned),
        );
    }
    assert_eq!(kinds.len(), 7 + 6, "{kinds:?}");
}

const SATO: &str = "佐藤";
const SUZUKI: &str = "鈴木";

fn minute(minute: i64) -> Instant {
    Instant::from_micros(1_795_000_000_000_000 + minute * 60_000_000)
}

fn words(seed: u128) -> PersonalRef {
    PersonalRef {
        id: PersonalId::new(Uuid::from_u128(seed)),
        digest: format!("{seed:064x}"),
    }
}

fn operation(line: usize) -> OperationId {
    OperationId::new(Uuid::from_u128(1000 + line as u128))
}

fn incident(affected: Affected) -> Matter {
    Matter::Incident {
        detected_at: minute(0),
        incident: IncidentKind::Malware,
        affected,
    }
}

fn suspension(from: i64, until: i64) -> Matter {
    Matter::Suspension {
        planned_at: minute(0),
        from: minute(from),
        until: minute(until),
    }
}

fn done(at: i64) -> ObligationEvent {
    ObligationEvent::Done(Box::new(Fulfilment {
        at: minute(at),
        by: None,
        judgement: None,
    }))
}

fn withdrawn() -> ObligationEvent {
    ObligationEvent::Withdrawn { reason: words(9) }
}

/// A story: who did what at which minute, each line an operation of its own.
struct Story(Vec<(OperationId, Actor, Instant, ObligationEvent)>);

impl Story {
    fn of(matter: Matter) -> Self {
        let opened = Opened {
            number: "A-1001".parse().unwrap(),
            product: "clomo".parse().unwrap(),
            matter,
            words: words(1),
        };
        Self(Vec::new()).then(SATO, 1, ObligationEvent::Opened(Box::new(opened)))
    }

    fn then(mut self, who: &str, at: i64, event: ObligationEvent) -> Self {
        let operation = operation(self.0.len());
        self.0.push((operation, Actor::new(who), minute(at), event));
        self
    }

    fn recorded(&self) -> Vec<RecordedObligation<'_>> {
        let lines = self.0.iter();
        lines
            .map(|(operation, actor, at, event)| RecordedObligation {
                operation: *operation,
                actor,
                recorded_at: *at,
                event,
            })
            .collect()
    }

    fn told(&self) -> Option<Obligation> {
        fold_obligation(ObligationId::new(Uuid::from_u128(7)), &self.recorded())
    }

    #[track_caller]
    fn answers(&self, event: &ObligationEvent, at: i64, expected: Result<(), ObligationRefusal>) {
        assert_eq!(self.told().unwrap().allow(event, minute(at)), expected);
    }

    #[track_caller]
    fn takes_back(&self, line: usize, who: &str, expected: Result<(), CannotUndo>) {
        let plan = plan_taking_back(&self.recorded(), operation(line), &Actor::new(who));
        assert_eq!(plan, expected);
    }
}

#[test]
fn done_stays_done_by_the_verdict_of_its_day() {
    let story = Story::of(incident(Affected::Unknown))
        .then(SATO, 5, done(5))
        .then(SUZUKI, 6, done(6))
        .then(
            SUZUKI,
            7,
            ObligationEvent::Changed(Box::new(incident(Affected::No))),
        );
    let told = story.told().unwrap();
    let (fulfilment, by) = told.done.as_ref().unwrap();
    assert_eq!((fulfilment.at, by.as_str()), (minute(5), SATO));
    assert_eq!(told.matter, incident(Affected::Unknown));
    assert!(!told.is_open());
    story.answers(&done(8), 8, Err(ObligationRefusal::AlreadyDone));
    story.answers(&withdrawn(), 8, Err(ObligationRefusal::AlreadyDone));
}

#[test]
fn it_is_done_after_it_was_known_and_not_in_the_future() {
    let story = Story::of(incident(Affected::Yes));
    let out_of_range = |now| {
        Err(ObligationRefusal::DoneOutOfRange {
            earliest: minute(0),
            latest: minute(now),
        })
    };
    story.answers(&done(0), 9, Ok(()));
    story.answers(&done(9), 9, Ok(()));
    story.answers(&done(-1), 9, out_of_range(9));
    story.answers(&done(10), 9, out_of_range(9));
}

#[test]
fn a_suspension_lasts_from_its_beginning_until_its_end_or_its_lifting() {
    let story = Story::of(suspension(10, 20));
    let suspended = |story: &Story, at| story.told().unwrap().suspends_at(minute(at));
    assert_eq!(
        [9, 10, 19, 20].map(|at| suspended(&story, at)),
        [false, true, true, false]
    );
    let lift = |at| ObligationEvent::Lifted { at: minute(at) };
    story.answers(&lift(9), 9, Err(ObligationRefusal::NotSuspended));
    story.answers(&lift(15), 15, Ok(()));
    story.answers(&lift(20), 25, Err(ObligationRefusal::NotSuspended));
    let lifted = story.then(SUZUKI, 15, lift(15));
    assert_eq!([14, 15].map(|at| suspended(&lifted, at)), [true, false]);
    lifted.answers(&lift(16), 16, Err(ObligationRefusal::NotSuspended));
}

#[test]
fn a_suspension_that_was_announced_is_called_off_until_it_begins() {
    let announced = Story::of(suspension(10, 20)).then(SATO, 2, done(2));
    announced.answers(&withdrawn(), 10, Err(ObligationRefusal::AlreadyDone));
    announced.answers(&withdrawn(), 9, Ok(()));
    let called_off = announced.then(SATO, 9, withdrawn());
    assert_eq!(called_off.told().unwrap().suspended(), None);
    called_off.answers(&withdrawn(), 9, Err(ObligationRefusal::AlreadyWithdrawn));
}

#[test]
fn everything_that_is_wrong_with_a_matter_is_said_at_once() {
    let Err(wrong) = suspension(20, 20).allow(false, minute(-1)) else {
        panic!("it was allowed")
    };
    assert_eq!(
        wrong,
        [
            ObligationRefusal::EndBeforeStart,
            ObligationRefusal::KnownInFuture,
            ObligationRefusal::ReasonMissing
        ]
    );
    assert_eq!(suspension(10, 20).allow(true, minute(0)), Ok(()));
    let other = ObligationEvent::Changed(Box::new(incident(Affected::Yes)));
    Story::of(suspension(10, 20)).answers(&other, 2, Err(ObligationRefusal::OtherKind));
    let same = ObligationEvent::Changed(Box::new(suspension(10, 20)));
    Story::of(suspension(10, 20)).answers(&same, 2, Err(ObligationRefusal::NothingToChange));
}

#[test]
fn ones_own_last_deed_is_taken_back_and_what_rests_on_it_stands_in_the_way() {
    let story = Story::of(incident(Affected::Yes))
        .then(SATO, 3, ObligationEvent::Reworded(words(2)))
        .then(SUZUKI, 5, done(5));
    story.takes_back(2, SUZUKI, Ok(()));
    story.takes_back(2, SATO, Err(CannotUndo::NotOwn));
    story.takes_back(1, SATO, Ok(()));
    let in_the_way = CannotUndo::ChangedSince {
        field: Field::Subject,
        by: Actor::new(SATO),
    };
    story.takes_back(0, SATO, Err(in_the_way));
    let undone = ObligationEvent::Undone {
        operation: operation(2),
    };
    let reopened = story.then(SUZUKI, 6, undone);
    assert!(reopened.told().unwrap().is_open());
    reopened.takes_back(2, SUZUKI, Err(CannotUndo::Nothing));
    let gone = ObligationEvent::Undone {
        operation: operation(0),
    };
    assert_eq!(reopened.then(SATO, 7, gone).told(), None);
}
