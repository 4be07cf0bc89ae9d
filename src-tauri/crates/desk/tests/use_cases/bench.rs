//! A desk to test with, and the few words that tests are written in.

use std::sync::Arc;

use business_time::Instant;
use desk::{
    Call, Desk, DeskError, FixedClock, NewInquiry, NewMessage, NewResponse, QueueRequest, View,
};
use inquiry::{Actor, Customer, Direction, Inquiry, InquiryId, LevelReason, MessageId};
use policy::{Channel, ImpactLevel, ProductId, ResponseKind, SupportPlan};

/// Monday to Friday 2026-11-16 to 20 are plain business days; Monday the 23rd is a holiday.
pub const MONDAY: &str = "2026-11-16 11:00";

/// Reads a time of the centre: `2026-11-16 11:00`, seconds if need be.
#[track_caller]
pub fn at(local: &str) -> Instant {
    let (date, time) = local.split_once(' ').unwrap();
    let seconds = if time.len() == 5 { ":00" } else { "" };
    Instant::parse(&format!("{date}T{time}{seconds}+09:00")).unwrap()
}

pub fn actor(name: &str) -> Actor {
    Actor::new(name)
}

pub fn call(name: &str) -> Call {
    Call::new(actor(name))
}

pub struct Bench {
    pub desk: Desk,
    pub clock: Arc<FixedClock>,
}

impl Bench {
    /// Opens an empty desk on a Monday at 11:00; 佐藤 sits there.
    pub fn new() -> Self {
        let clock = Arc::new(FixedClock::new(at(MONDAY)));
        let desk = Desk::in_memory(clock.clone()).unwrap();
        let bench = Self { desk, clock };
        bench.sits("佐藤");
        bench
    }

    pub fn sits(&self, name: &str) {
        let settings = self.desk.local_settings().unwrap();
        self.desk
            .set_local_settings(&desk::LocalSettings {
                name: name.to_owned(),
                ..settings
            })
            .unwrap();
    }

    pub fn set(&self, local: &str) {
        self.clock.set(at(local));
    }

    /// Records an inquiry received now, without a level.
    pub fn receives(&self, subject: &str) -> InquiryId {
        self.records(new(subject))
    }

    /// Records an inquiry received now, with a level.
    pub fn receives_at_level(&self, subject: &str, level: ImpactLevel) -> InquiryId {
        self.records(NewInquiry {
            level: Some(level),
            ..new(subject)
        })
    }

    #[track_caller]
    pub fn records(&self, new: NewInquiry) -> InquiryId {
        self.desk.record_call(&call("佐藤"), &new).unwrap().value
    }

    #[track_caller]
    pub fn state(&self, id: InquiryId) -> Inquiry {
        self.desk.inquiry(id, None).unwrap().inquiry().clone()
    }

    #[track_caller]
    pub fn level(&self, id: InquiryId, level: ImpactLevel, reason: LevelReason) {
        self.desk
            .set_level(&call("佐藤"), &[id], level, &reason, None)
            .unwrap();
    }

    #[track_caller]
    pub fn answers(&self, id: InquiryId) {
        self.desk
            .respond(&call("佐藤"), id, &NewResponse::now(ResponseKind::Answer))
            .unwrap();
    }

    /// Adds a message now, and names it.
    #[track_caller]
    pub fn message(&self, id: InquiryId, direction: Direction) -> MessageId {
        let before: Vec<MessageId> = self.state(id).messages.iter().map(|it| it.id).collect();
        let message = NewMessage {
            direction,
            at: None,
            from_name: "山田".into(),
            text: "続きです".into(),
        };
        self.desk.add_message(&call("佐藤"), id, &message).unwrap();
        self.state(id)
            .messages
            .iter()
            .map(|it| it.id)
            .find(|it| !before.contains(it))
            .unwrap()
    }

    /// Gives the subjects of a view in its order, all as 佐藤 sees them.
    #[track_caller]
    pub fn subjects(&self, view: View) -> Vec<String> {
        self.subjects_of(&QueueRequest {
            view,
            ..QueueRequest::default()
        })
    }

    #[track_caller]
    pub fn subjects_of(&self, request: &QueueRequest) -> Vec<String> {
        self.desk
            .queue(request)
            .unwrap()
            .rows
            .iter()
            .map(|row| row.row.subject.clone())
            .collect()
    }
}

/// Makes an inquiry by phone of 例示商事 about CLOMO.
pub fn new(subject: &str) -> NewInquiry {
    NewInquiry {
        product: ProductId::new("clomo").unwrap(),
        plan: SupportPlan::Standard,
        channel: Channel::Phone,
        received_at: None,
        customer: Customer {
            company: "例示商事".into(),
            person: "山田".into(),
            address: "yamada@example.jp".into(),
            ..Customer::default()
        },
        subject: subject.to_owned(),
        text: format!("{subject}について"),
        level: None,
        kind: None,
        assignee: None,
        answer: None,
    }
}

/// Wants an error of a code.
#[track_caller]
pub fn refused<T: std::fmt::Debug>(result: Result<T, DeskError>, code: &str) -> DeskError {
    let error = result.unwrap_err();
    assert_eq!(error.code(), code, "{error}");
    error
}
