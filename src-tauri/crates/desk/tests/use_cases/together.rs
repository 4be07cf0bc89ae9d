//! Several inquiries in one operation: together, merged, split.

use desk::{DeskError, NewInquiry, View};
use inquiry::{Direction, Ending, LevelReason, Origin, Relation};
use policy::ImpactLevel;

use crate::bench::{Bench, actor, at, call, new, refused};

#[test]
fn several_change_together_or_not_at_all() {
    let bench = Bench::new();
    let (one, two) = (bench.receives("一つ目"), bench.receives("二つ目"));
    let done = bench
        .desk
        .assign(&call("佐藤"), &[one, two], Some(&actor("鈴木")))
        .unwrap();
    assert_eq!(done.changed.inquiries.len(), 2);
    bench.level(one, ImpactLevel::Question, LevelReason::First);
    bench.answers(one);
    let end = bench
        .desk
        .end(&call("佐藤"), &[two, one], &Ending::Withdrawn, "取下げ");
    let error = refused(end, "already-answered");
    assert_eq!(
        error.params()["number"],
        "A-1001",
        "the error names the one that refuses"
    );
    assert!(
        bench.state(two).is_open(),
        "the other one did not change either"
    );
    refused(bench.desk.assign(&call("佐藤"), &[], None), "nothing-named");
}

#[test]
fn those_that_are_so_already_do_not_hinder_the_rest() {
    let bench = Bench::new();
    let (one, two) = (bench.receives("一つ目"), bench.receives("二つ目"));
    bench
        .desk
        .assign(&call("佐藤"), &[one], Some(&actor("鈴木")))
        .unwrap();
    let done = bench
        .desk
        .assign(&call("佐藤"), &[one, two], Some(&actor("鈴木")))
        .unwrap();
    assert_eq!(done.changed.inquiries, [two]);
    refused(
        bench
            .desk
            .assign(&call("佐藤"), &[one, two], Some(&actor("鈴木"))),
        "nothing-to-change",
    );
}

#[test]
fn a_duplicate_is_merged_with_its_messages() {
    let bench = Bench::new();
    let first = bench.receives("障害");
    bench.set("2026-11-16 11:30");
    let second = bench.receives("障害の件");
    let wrong_way = bench.desk.merge(&call("佐藤"), &[first], second, "同じ件");
    assert!(matches!(wrong_way, Err(DeskError::MergeIntoLater { .. })));
    refused(
        bench.desk.merge(&call("佐藤"), &[first], first, "同じ件"),
        "merge-into-itself",
    );
    let itself = Ending::Duplicate { of: Some(first) };
    refused(
        bench.desk.end(&call("佐藤"), &[first], &itself, "同じ件"),
        "merge-into-itself",
    );
    let done = bench
        .desk
        .merge(&call("佐藤"), &[second], first, "同じ件")
        .unwrap();
    assert_eq!(done.changed.inquiries.len(), 2);
    let (kept, ended) = (bench.state(first), bench.state(second));
    assert_eq!(kept.messages.len(), 2);
    assert_eq!(kept.received_at, at("2026-11-16 11:00"));
    assert_eq!(
        ended.ended.unwrap().ending,
        Ending::Duplicate { of: Some(first) }
    );
    assert_eq!(
        (kept.links[0].relation, ended.links[0].relation),
        (Relation::Absorbed, Relation::MergedInto)
    );
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(bench.state(first).messages.len(), 1);
    assert!(bench.state(second).is_open());
}

#[test]
fn a_message_is_split_off_with_its_own_clock() {
    let bench = Bench::new();
    let parent = bench.receives_at_level("質問", ImpactLevel::Question);
    bench.answers(parent);
    bench.set("2026-11-17 10:00");
    let message = bench.message(parent, Direction::In);
    assert_eq!(bench.subjects(View::NeedsReply), ["質問"]);
    bench.set("2026-11-17 10:05");
    let new = bench
        .desk
        .split(&call("佐藤"), parent, message)
        .unwrap()
        .value;
    let state = bench.state(new);
    assert_eq!(
        state.received_at,
        at("2026-11-17 10:00"),
        "its clock runs from the message on"
    );
    assert_eq!(state.origin, Origin::Split { of: parent });
    assert_eq!(state.level, None);
    assert_eq!(state.links[0].relation, Relation::SplitFrom);
    assert_eq!(bench.state(parent).links[0].relation, Relation::SplitInto);
    assert!(bench.subjects(View::NeedsReply).is_empty());
    bench.desk.undo(&call("佐藤")).unwrap();
    refused(bench.desk.inquiry(new, None), "no-such-inquiry");
    assert_eq!(bench.subjects(View::NeedsReply), ["質問"]);
}

#[test]
fn only_a_customers_message_among_others_is_split_off() {
    let bench = Bench::new();
    let parent = bench.receives("質問");
    let only = bench.state(parent).messages[0].id;
    refused(
        bench.desk.split(&call("佐藤"), parent, only),
        "only-message",
    );
    let ours = bench.message(parent, Direction::Out);
    refused(
        bench.desk.split(&call("佐藤"), parent, ours),
        "not-from-customer",
    );
    let other = bench.records(NewInquiry { ..new("他の件") });
    refused(
        bench.desk.split(&call("佐藤"), other, ours),
        "no-such-message",
    );
}
