//! What follows from what happened: stories of one inquiry, told event by event.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

use business_time::{BusinessDuration, Instant};
use inquiry::undo::{self, CannotUndo, Field};
use inquiry::{
    Actor, Direction, Ending, Inquiry, InquiryEvent, InquiryId, Judgement, LevelReason,
    MessageFact, MessageId, Number, OperationId, Origin, PersonalId, PersonalRef, Proof, Received,
    Recorded, Refusal, Relation, Response, Status, fold,
};
use policy::{Channel, ImpactLevel, InquiryKind, ResponseKind, SupportPlan, Verdict};
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

#[test]
fn without_a_receipt_there_is_no_inquiry() {
    let story =
        Story { lines: Vec::new() }.then(SATO, 1, level(ImpactLevel::Minor, LevelReason::First));
    assert_eq!(story.told(), None);
}

#[test]
fn a_fresh_inquiry_waits_for_its_level() {
    let inquiry = Story::begins().inquiry();
    assert_eq!(
        inquiry.number,
        Number {
            device: 'A',
            count: 1001
        }
    );
    assert_eq!((inquiry.level, inquiry.status), (None, Status::New));
    assert_eq!(inquiry.received_at, minute(0));
    assert_eq!(inquiry.recorded_at, minute(1));
}

#[test]
fn a_wrong_level_is_reckoned_from_the_receipt_and_a_changed_situation_from_its_message() {
    let story = Story::begins()
        .then(SATO, 2, level(ImpactLevel::Question, LevelReason::First))
        .then(SATO, 3, level(ImpactLevel::Minor, LevelReason::WrongBefore));
    assert_eq!(story.inquiry().facts().reckoned_from, minute(0));
    let worse = LevelReason::SituationChanged {
        message: MessageId::new(Uuid::from_u128(101)),
    };
    let story = story
        .then(
            SATO,
            41,
            InquiryEvent::MessageAdded(Box::new(message(101, Direction::In, 40))),
        )
        .then(SATO, 42, level(ImpactLevel::Outage, worse));
    assert_eq!(story.inquiry().facts().reckoned_from, minute(40));
    let story = story.then(
        SATO,
        50,
        InquiryEvent::ProductSet("harmony-mobile".parse().unwrap()),
    );
    assert_eq!(
        story.inquiry().facts().reckoned_from,
        minute(0),
        "another product is reckoned from the receipt"
    );
    assert_eq!(story.inquiry().facts().level, Some(ImpactLevel::Outage));
}

#[test]
fn a_change_of_level_says_why() {
    let story = Story::begins().then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First));
    story.refuses(
        &level(ImpactLevel::Minor, LevelReason::First),
        3,
        &Refusal::NothingToChange,
    );
    story.refuses(
        &level(ImpactLevel::Outage, LevelReason::First),
        3,
        &Refusal::LevelReasonMissing,
    );
    story.refuses(
        &level(ImpactLevel::Minor, LevelReason::WrongBefore),
        3,
        &Refusal::NothingToChange,
    );
    let unknown = MessageId::new(Uuid::from_u128(5));
    let changed = level(
        ImpactLevel::Outage,
        LevelReason::SituationChanged { message: unknown },
    );
    story.refuses(&changed, 3, &Refusal::NoSuchMessage(unknown));
    let ours = message(102, Direction::Out, 2);
    let changed = level(
        ImpactLevel::Outage,
        LevelReason::SituationChanged { message: ours.id },
    );
    let story = story.then(SATO, 3, InquiryEvent::MessageAdded(Box::new(ours)));
    story.refuses(&changed, 3, &Refusal::NotFromCustomer);
}

#[test]
fn a_first_response_needs_a_level_and_lies_between_receipt_and_now() {
    let story = Story::begins();
    story.refuses(&responded(5), 10, &Refusal::LevelMissing);
    let story = story.then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First));
    let range = |now| Refusal::ResponseOutOfRange {
        earliest: minute(0),
        latest: minute(now),
    };
    story.refuses(&responded(-1), 10, &range(10));
    story.refuses(&responded(11), 10, &range(10));
    assert_eq!(story.inquiry().allow(&responded(0), minute(10)), Ok(()));
    let mut late_entry = response(ResponseKind::Answer, 1);
    late_entry.after_the_fact = true;
    let InquiryEvent::FirstResponded { judgement, .. } = responded(1) else {
        unreachable!()
    };
    let event = InquiryEvent::FirstResponded {
        response: late_entry.clone(),
        judgement: judgement.clone(),
    };
    story.refuses(&event, 10, &Refusal::ReasonMissing);
    late_entry.why = Some(text(50));
    let event = InquiryEvent::FirstResponded {
        response: late_entry,
        judgement: judgement.clone(),
    };
    assert_eq!(story.inquiry().allow(&event, minute(10)), Ok(()));
    let receipt = InquiryEvent::FirstResponded {
        response: response(ResponseKind::Receipt, 5),
        judgement,
    };
    story.refuses(&receipt, 10, &Refusal::ReceiptIsNoResponse);
}

#[test]
fn five_minutes_back_is_still_now() {
    assert!(!Response::is_after_the_fact(minute(0), minute(5)));
    assert!(Response::is_after_the_fact(
        minute(0),
        Instant::from_micros(minute(5).as_micros() + 1)
    ));
}

#[test]
fn word_of_the_receipt_leaves_the_inquiry_open() {
    let story = Story::begins().then(SATO, 2, InquiryEvent::ReceiptConfirmed { at: minute(2) });
    assert!(story.inquiry().is_open());
    assert_eq!(story.inquiry().receipt_confirmed_at, Some(minute(2)));
}

fn answered() -> Story {
    Story::begins()
        .then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First))
        .then(SATO, 30, responded(30))
}

#[test]
fn the_first_response_counts_and_a_second_is_a_reply() {
    let story = answered();
    story.refuses(&responded(31), 40, &Refusal::AlreadyAnswered);
    let story = story.then(SUZUKI, 40, responded(35));
    let inquiry = story.inquiry();
    assert_eq!(
        inquiry.first_response.as_ref().unwrap().response.at,
        minute(30)
    );
    assert_eq!(inquiry.replies.len(), 1);
    assert!(!inquiry.is_open());
    assert_eq!(inquiry.status, Status::InProgress);
}

#[test]
fn the_customer_writing_again_brings_it_back_and_a_reply_settles_it() {
    let story = answered()
        .then(
            SATO,
            50,
            InquiryEvent::StatusSet {
                status: Status::Completed,
                reason: None,
            },
        )
        .then(
            SATO,
            61,
            InquiryEvent::MessageAdded(Box::new(message(101, Direction::In, 60))),
        );
    let back = story.inquiry();
    assert_eq!(back.needs_reply_since, Some(minute(60)));
    assert!(
        back.needs_us() && !back.is_open(),
        "it is back, without a new clock"
    );
    assert_eq!(back.status, Status::InProgress);
    let replied = story
        .then(
            SATO,
            70,
            InquiryEvent::Replied(response(ResponseKind::Answer, 70)),
        )
        .inquiry();
    assert_eq!(replied.needs_reply_since, None);
}

#[test]
fn a_message_that_came_before_the_answer_does_not_bring_it_back() {
    let story = answered().then(
        SATO,
        61,
        InquiryEvent::MessageAdded(Box::new(message(101, Direction::In, 29))),
    );
    assert_eq!(story.inquiry().needs_reply_since, None);
    let by_instant: Vec<i64> = story
        .inquiry()
        .messages
        .iter()
        .map(|it| it.at.as_micros())
        .collect();
    assert!(by_instant.is_sorted());
}

#[test]
fn an_answer_recorded_for_an_earlier_instant_sees_what_came_after_it() {
    let story = Story::begins()
        .then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First))
        .then(
            SATO,
            20,
            InquiryEvent::MessageAdded(Box::new(message(101, Direction::In, 20))),
        )
        .then(SATO, 30, responded(10));
    assert_eq!(story.inquiry().needs_reply_since, Some(minute(20)));
}

#[test]
fn our_own_mail_is_proposed_as_first_response() {
    let story = Story::begins().then(
        SATO,
        20,
        InquiryEvent::MessageAdded(Box::new(message(101, Direction::Out, 15))),
    );
    let proposal = story.inquiry().proposal().unwrap();
    assert_eq!(
        (proposal.message, proposal.at),
        (MessageId::new(Uuid::from_u128(101)), minute(15))
    );
    let story = story
        .then(SATO, 21, level(ImpactLevel::Minor, LevelReason::First))
        .then(SATO, 22, responded(15));
    assert_eq!(story.inquiry().proposal(), None);
}

#[test]
fn completing_without_a_first_response_asks_for_an_ending() {
    let completed = InquiryEvent::StatusSet {
        status: Status::Completed,
        reason: None,
    };
    Story::begins().refuses(&completed, 2, &Refusal::EndingMissing);
    let story = Story::begins().then(SATO, 2, ended());
    let inquiry = story.inquiry();
    assert!(!inquiry.is_open());
    assert_eq!(inquiry.status, Status::Completed);
    story.refuses(&ended(), 3, &Refusal::AlreadyEnded);
    story.refuses(&responded(3), 3, &Refusal::AlreadyEnded);
    answered().refuses(&ended(), 40, &Refusal::AlreadyAnswered);
    assert_eq!(answered().inquiry().allow(&completed, minute(40)), Ok(()));
}

#[test]
fn on_hold_wants_a_reason_and_does_not_stop_the_clock() {
    let hold = |reason| InquiryEvent::StatusSet {
        status: Status::OnHold,
        reason,
    };
    let story = Story::begins().then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First));
    story.refuses(&hold(None), 3, &Refusal::HoldReasonMissing);
    let before = story.inquiry().facts();
    let after = story.then(SATO, 3, hold(Some(text(3)))).inquiry();
    assert_eq!(after.facts(), before);
    assert_eq!(after.status, Status::OnHold);
}

#[test]
fn the_last_message_stays() {
    let first = MessageId::new(Uuid::from_u128(100));
    let other = InquiryId::new(Uuid::from_u128(8));
    let split = |message| InquiryEvent::MessageSplitOff { message, to: other };
    let story = answered();
    story.refuses(&split(first), 40, &Refusal::OnlyMessage);
    let story = story.then(
        SATO,
        41,
        InquiryEvent::MessageAdded(Box::new(message(101, Direction::In, 40))),
    );
    assert_eq!(story.inquiry().needs_reply_since, Some(minute(40)));
    let story = story.then(SATO, 42, split(MessageId::new(Uuid::from_u128(101))));
    assert_eq!(story.inquiry().messages.len(), 1);
    assert_eq!(
        story.inquiry().needs_reply_since,
        None,
        "what was asked is asked elsewhere now"
    );
}

#[test]
fn nothing_is_linked_to_itself_or_twice() {
    let itself = InquiryEvent::Linked {
        to: InquiryId::new(Uuid::from_u128(7)),
        relation: Relation::Related,
    };
    Story::begins().refuses(&itself, 2, &Refusal::NothingToChange);
    let other = InquiryEvent::Linked {
        to: InquiryId::new(Uuid::from_u128(8)),
        relation: Relation::Related,
    };
    Story::begins()
        .then(SATO, 2, other.clone())
        .refuses(&other, 3, &Refusal::NothingToChange);
}

#[test]
fn what_was_undone_is_as_if_it_had_not_been() {
    let before = Story::begins().then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First));
    let untouched = before.inquiry();
    let mut after = before
        .then(
            SATO,
            3,
            level(ImpactLevel::Outage, LevelReason::WrongBefore),
        )
        .then(
            SATO,
            4,
            InquiryEvent::Undone {
                operation: operation(2),
            },
        )
        .inquiry();
    after.changed_at = untouched.changed_at;
    assert_eq!(after, untouched);
}

#[track_caller]
fn check_undo(story: &Story, line: usize, who: &str, expected: Result<(), CannotUndo>) {
    assert_eq!(
        undo::plan(&story.recorded(), operation(line), &Actor::new(who)),
        expected
    );
}

#[test]
fn one_takes_back_what_is_ones_own_and_untouched_since() {
    let story = Story::begins()
        .then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First))
        .then(SUZUKI, 3, InquiryEvent::KindSet(InquiryKind::Usage));
    check_undo(&story, 1, SATO, Ok(()));
    check_undo(&story, 1, SUZUKI, Err(CannotUndo::NotOwn));
    check_undo(&story, 9, SATO, Err(CannotUndo::Nothing));
    let changed = CannotUndo::ChangedSince {
        field: Field::Level,
        by: Actor::new(SATO),
    };
    check_undo(&story, 0, SATO, Err(changed));
    let story = story.then(
        SUZUKI,
        4,
        level(ImpactLevel::Outage, LevelReason::WrongBefore),
    );
    let changed = CannotUndo::ChangedSince {
        field: Field::Level,
        by: Actor::new(SUZUKI),
    };
    check_undo(&story, 1, SATO, Err(changed));
    let story = story.then(
        SUZUKI,
        5,
        InquiryEvent::Undone {
            operation: operation(3),
        },
    );
    check_undo(&story, 1, SATO, Ok(()));
    check_undo(&story, 3, SUZUKI, Err(CannotUndo::Nothing));
}

#[test]
fn a_call_can_be_taken_back_but_an_intake_stays() {
    check_undo(&Story::begins(), 0, SATO, Ok(()));
    let undone = Story::begins().then(
        SATO,
        2,
        InquiryEvent::Undone {
            operation: operation(0),
        },
    );
    assert_eq!(undone.told(), None);
    let intake = Story { lines: Vec::new() }.then(SATO, 1, received(Origin::File));
    check_undo(&intake, 0, SATO, Err(CannotUndo::Intake));
}
