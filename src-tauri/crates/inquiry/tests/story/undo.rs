//! Taking back.

use super::*;

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
        plan(&story.recorded(), operation(line), &Actor::new(who)),
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

fn from_a_file() -> InquiryEvent {
    let raw = RawRef {
        digest: String::new(),
        size: 1,
    };
    InquiryEvent::MessageAdded(Box::new(MessageFact {
        raw: Some(raw),
        ..message(101, Direction::In, 5)
    }))
}

#[test]
fn a_message_that_a_file_brought_stays() {
    let story = Story::begins().then(SATO, 5, from_a_file());
    check_undo(&story, 1, SATO, Err(CannotUndo::Intake));
    check_undo(&story, 1, SUZUKI, Err(CannotUndo::NotOwn));
}

#[test]
fn a_merge_gives_back_what_it_carried_over() {
    let mut story = Story::begins().then(SATO, 5, from_a_file());
    let absorbed = InquiryEvent::Linked {
        to: InquiryId::new(Uuid::from_u128(8)),
        relation: Relation::Absorbed,
    };
    story = story.then(SATO, 5, absorbed);
    let merge = story.lines[1].0;
    story.lines[2].0 = merge;
    check_undo(&story, 1, SATO, Ok(()));
}

#[test]
fn what_a_later_event_rests_on_stays() {
    let progress = CannotUndo::ChangedSince {
        field: Field::Progress,
        by: Actor::new(SUZUKI),
    };
    let by_hand = InquiryEvent::MessageAdded(Box::new(message(101, Direction::In, 5)));
    let story = Story::begins()
        .then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First))
        .then(SATO, 5, by_hand);
    let answered = story.then(SUZUKI, 30, responded(30));
    check_undo(&answered, 1, SATO, Err(progress));
    check_undo(&answered, 2, SATO, Ok(()));
    let situation = LevelReason::SituationChanged {
        message: MessageId::new(Uuid::from_u128(101)),
    };
    let changed = answered.then(SUZUKI, 31, level(ImpactLevel::Outage, situation));
    let level = CannotUndo::ChangedSince {
        field: Field::Level,
        by: Actor::new(SUZUKI),
    };
    check_undo(&changed, 2, SATO, Err(level));
}
