//! First responses, replies, and the customer writing again (§18).

use super::*;

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
