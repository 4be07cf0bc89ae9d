//! Receipt and level: from when the clock is reckoned (§17).

use super::*;

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
