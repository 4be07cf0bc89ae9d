//! Endings, status, messages that leave, links.

use super::*;

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
