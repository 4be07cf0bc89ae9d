//! Taking back one's own last operation.

use desk::{NewInquiry, View};
use inquiry::{LevelReason, Status};
use policy::ImpactLevel;

use crate::bench::{Bench, actor, call, new, refused};

#[test]
fn the_last_operation_is_taken_back_then_the_one_before() {
    let bench = Bench::new();
    let id = bench.receives("質問");
    bench.level(id, ImpactLevel::Minor, LevelReason::First);
    bench
        .desk
        .assign(&call("佐藤"), &[id], Some(&actor("佐藤")))
        .unwrap();
    let undone = bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(undone.value.inquiries, [id]);
    assert_eq!(
        (bench.state(id).assignee, bench.state(id).level.is_some()),
        (None, true)
    );
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(bench.state(id).level, None);
    bench.desk.undo(&call("佐藤")).unwrap();
    assert!(
        bench.subjects(View::Open).is_empty(),
        "the call itself was recorded by hand"
    );
    refused(bench.desk.undo(&call("佐藤")), "nothing-to-undo");
    refused(bench.desk.undo(&call("鈴木")), "nothing-to-undo");
}

#[test]
fn an_answer_taken_back_brings_the_inquiry_back() {
    let bench = Bench::new();
    let id = bench.receives_at_level("質問", ImpactLevel::Question);
    bench.answers(id);
    assert!(bench.subjects(View::Open).is_empty());
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(bench.subjects(View::Open), ["質問"]);
    assert_eq!(bench.state(id).status, Status::New);
}

#[test]
fn somebody_elses_later_change_of_the_same_field_stands_in_the_way() {
    let bench = Bench::new();
    let id = bench.receives("質問");
    bench.level(id, ImpactLevel::Minor, LevelReason::First);
    bench
        .desk
        .set_level(
            &call("鈴木"),
            &[id],
            ImpactLevel::Serious,
            &LevelReason::WrongBefore,
            None,
        )
        .unwrap();
    let error = refused(bench.desk.undo(&call("佐藤")), "changed-since");
    assert_eq!(error.params()["by"], "鈴木");
    bench.desk.undo(&call("鈴木")).unwrap();
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(bench.state(id).level, None);
}

#[test]
fn an_operation_over_several_is_taken_back_whole_or_not_at_all() {
    let bench = Bench::new();
    let (one, two) = (bench.receives("一つ目"), bench.receives("二つ目"));
    bench
        .desk
        .assign(&call("佐藤"), &[one, two], Some(&actor("鈴木")))
        .unwrap();
    bench.desk.assign(&call("鈴木"), &[two], None).unwrap();
    let error = refused(bench.desk.undo(&call("佐藤")), "changed-since");
    assert_eq!(error.params()["number"], "A-1002");
    assert_eq!(
        bench.state(one).assignee,
        Some(actor("鈴木")),
        "the other one keeps it too"
    );
}

#[test]
fn an_older_operation_is_taken_back_by_name_and_only_by_its_actor() {
    let bench = Bench::new();
    let id = bench.records(NewInquiry {
        level: Some(ImpactLevel::Minor),
        ..new("質問")
    });
    let assigned = call("佐藤");
    bench
        .desk
        .assign(&assigned, &[id], Some(&actor("佐藤")))
        .unwrap();
    bench.desk.add_note(&call("佐藤"), id, "メモ").unwrap();
    refused(
        bench.desk.undo_operation(&call("鈴木"), assigned.operation),
        "not-own",
    );
    bench
        .desk
        .undo_operation(&call("佐藤"), assigned.operation)
        .unwrap();
    assert_eq!(
        (bench.state(id).assignee, bench.state(id).notes.len()),
        (None, 1)
    );
}

#[test]
fn history_shows_what_was_taken_back() {
    let bench = Bench::new();
    let id = bench.receives("質問");
    bench.desk.add_note(&call("佐藤"), id, "誤記").unwrap();
    bench.desk.undo(&call("佐藤")).unwrap();
    let history = bench.desk.inquiry(id, None).unwrap().history;
    assert_eq!(
        history.iter().map(|entry| entry.undone).collect::<Vec<_>>(),
        [false, true, false]
    );
}
