//! Why a first response missed its target, and when the work on it began.

use super::*;

fn cause(cause: Cause, note: Option<PersonalRef>) -> InquiryEvent {
    InquiryEvent::CauseSet { cause, note }
}

fn late(at: i64) -> InquiryEvent {
    let mut event = responded(at);
    if let InquiryEvent::FirstResponded { judgement, .. } = &mut event {
        judgement.verdict = Verdict::Late;
    }
    event
}

#[test]
fn only_what_can_have_missed_its_target_has_a_cause() {
    let volume = cause(Cause::Volume, None);
    let open = Story::begins();
    open.refuses(&volume, 5, &Refusal::NotMissed);
    answered().refuses(&volume, 31, &Refusal::NotMissed);
    let ended = Story::begins()
        .then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First))
        .then(SATO, 3, ended());
    ended.refuses(&volume, 5, &Refusal::NotMissed);
}

#[test]
fn the_last_cause_counts_and_the_same_again_is_nothing_new() {
    let story = Story::begins()
        .then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First))
        .then(SATO, 300, late(300))
        .then(SATO, 301, cause(Cause::Volume, Some(text(5))))
        .then(SUZUKI, 302, cause(Cause::Absence, None));
    let said = story.inquiry().cause.unwrap();
    assert_eq!((said.cause, said.note), (Cause::Absence, None));
    assert_eq!(story.inquiry().outline().cause, Some(Cause::Absence));
    story.refuses(&cause(Cause::Absence, None), 303, &Refusal::NothingToChange);
    let noted = cause(Cause::Absence, Some(text(6)));
    assert_eq!(story.inquiry().allow(&noted, minute(303)), Ok(()));
}

#[test]
fn a_cause_taken_back_leaves_the_one_before_unless_somebody_named_another() {
    let story = Story::begins()
        .then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First))
        .then(SATO, 300, late(300))
        .then(SATO, 301, cause(Cause::Volume, None));
    let named = operation(story.lines.len() - 1);
    assert_eq!(plan(&story.recorded(), named, &Actor::new(SATO)), Ok(()));
    let story = story.then(SUZUKI, 302, cause(Cause::Absence, None));
    assert_eq!(
        plan(&story.recorded(), named, &Actor::new(SATO)),
        Err(CannotUndo::ChangedSince {
            field: Field::Cause,
            by: Actor::new(SUZUKI)
        })
    );
    let again = operation(story.lines.len() - 1);
    let story = story.then(SUZUKI, 303, InquiryEvent::Undone { operation: again });
    assert_eq!(story.inquiry().outline().cause, Some(Cause::Volume));
}

#[test]
fn the_work_begins_with_the_last_decision_before_the_first_response() {
    let story = Story::begins();
    assert_eq!(story.inquiry().outline().taken_up_at, None);
    let story = story
        .then(SATO, 2, level(ImpactLevel::Minor, LevelReason::First))
        .then(SATO, 9, InquiryEvent::Assigned(Some(Actor::new(SUZUKI))));
    assert_eq!(story.inquiry().outline().taken_up_at, Some(minute(9)));
    let put_back = story.then(SATO, 12, InquiryEvent::Assigned(None));
    assert_eq!(put_back.inquiry().outline().taken_up_at, Some(minute(9)));
    let story = put_back.then(SUZUKI, 30, responded(30)).then(
        SATO,
        40,
        level(ImpactLevel::Serious, LevelReason::WrongBefore),
    );
    assert_eq!(story.inquiry().outline().taken_up_at, Some(minute(9)));
}
