//! What follows from what happened: stories of one inquiry, told event by event.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod cause;
mod ending;
mod level;
mod response;
mod undo;

use business_time::{BusinessDuration, Instant};
use inquiry::undo::{CannotUndo, Field, plan};
use inquiry::{
    Actor, Direction, Ending, Inquiry, InquiryEvent, InquiryId, Judgement, LevelReason,
    MessageFact, MessageId, Number, OperationId, Origin, PersonalId, PersonalRef, Proof, RawRef,
    Received, Recorded, Refusal, Relation, Response, Status, fold,
};
use policy::{Cause, Channel, ImpactLevel, InquiryKind, ResponseKind, SupportPlan, Verdict};
use uuid::Uuid;

/// A story: who did what at which minute, each line an operation of its own.
struct Story {
    lines: Vec<(OperationId, Actor, Instant, InquiryEvent)>,
}

const SATO: &str = "佐藤";
const SUZUKI: &str = "鈴木";

fn minute(minute: i64) -> Instant {
    Instant::from_micros(1_795_000_000_000_000 + minute * 60_000_000)
}

fn text(seed: u128) -> PersonalRef {
    PersonalRef {
        id: PersonalId::new(Uuid::from_u128(seed)),
        digest: format!("{seed:064x}"),
    }
}

fn message(seed: u128, direction: Direction, at: i64) -> MessageFact {
    MessageFact {
        id: MessageId::new(Uuid::from_u128(seed)),
        direction,
        at: minute(at),
        proof: Proof::Proven,
        key: None,
        content: None,
        text: text(seed),
        raw: None,
        attachments: Vec::new(),
        same_id_other_content: false,
    }
}

fn received(origin: Origin) -> InquiryEvent {
    InquiryEvent::Received(Box::new(Received {
        number: "A-1001".parse().unwrap(),
        product: "clomo".parse().unwrap(),
        plan: SupportPlan::Standard,
        channel: Channel::Mail,
        received_at: minute(0),
        proof: Proof::Proven,
        subject: text(1),
        customer: text(2),
        message: message(100, Direction::In, 0),
        origin,
        sample: false,
    }))
}

fn level(level: ImpactLevel, reason: LevelReason) -> InquiryEvent {
    InquiryEvent::LevelSet {
        level,
        reason,
        note: None,
    }
}

fn response(kind: ResponseKind, at: i64) -> Response {
    Response {
        kind,
        at: minute(at),
        by: None,
        message: None,
        text: None,
        why: None,
        after_the_fact: false,
    }
}

fn responded(at: i64) -> InquiryEvent {
    InquiryEvent::FirstResponded {
        response: response(ResponseKind::Answer, at),
        judgement: Judgement {
            verdict: Verdict::InTime,
            target: minute(120),
            limit: minute(120),
            business_taken: BusinessDuration::from_minutes(at),
            pack: "clomo 2020-04-01".to_owned(),
            pack_hash: String::new(),
            calendar_hash: String::new(),
        },
    }
}

fn ended() -> InquiryEvent {
    InquiryEvent::Ended {
        ending: Ending::Withdrawn,
        reason: text(9),
    }
}

impl Story {
    fn begins() -> Self {
        Self { lines: Vec::new() }.then(SATO, 1, received(Origin::Agent))
    }

    fn then(mut self, who: &str, at: i64, event: InquiryEvent) -> Self {
        let operation = operation(self.lines.len());
        self.lines
            .push((operation, Actor::new(who), minute(at), event));
        self
    }

    fn recorded(&self) -> Vec<Recorded<'_>> {
        self.lines
            .iter()
            .map(|(operation, actor, at, event)| Recorded {
                operation: *operation,
                actor,
                recorded_at: *at,
                event,
            })
            .collect()
    }

    fn told(&self) -> Option<Inquiry> {
        fold(InquiryId::new(Uuid::from_u128(7)), &self.recorded())
    }

    fn inquiry(&self) -> Inquiry {
        self.told().unwrap()
    }

    #[track_caller]
    fn refuses(&self, event: &InquiryEvent, at: i64, refusal: &Refusal) {
        assert_eq!(
            self.inquiry().allow(event, minute(at)).as_ref(),
            Err(refusal)
        );
    }
}

fn operation(line: usize) -> OperationId {
    OperationId::new(Uuid::from_u128(1000 + line as u128))
}

fn answered() -> Story {
    Story::begins()
        .then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First))
        .then(SATO, 30, responded(30))
}
