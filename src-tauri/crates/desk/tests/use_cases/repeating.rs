//! Doing an operation twice has the effect of doing it once.

use desk::{NewResponse, View};
use inquiry::Direction;
use policy::{ImpactLevel, ResponseKind};

use crate::bench::{Bench, call, new};

#[test]
fn a_call_recorded_twice_is_one_inquiry() {
    let bench = Bench::new();
    let operation = call("佐藤");
    let first = bench.desk.record_call(&operation, &new("質問")).unwrap();
    let second = bench.desk.record_call(&operation, &new("質問")).unwrap();
    assert_eq!(first.value, second.value);
    assert!(second.changed.inquiries.is_empty(), "nothing changed");
    assert_eq!(bench.subjects(View::Open), ["質問"]);
}

#[test]
fn every_verb_counts_once() {
    let bench = Bench::new();
    let id = bench.receives_at_level("質問", ImpactLevel::Question);
    let (note, answer) = (call("佐藤"), call("佐藤"));
    for _ in 0..2 {
        bench.desk.add_note(&note, id, "一度だけ").unwrap();
        bench
            .desk
            .respond(&answer, id, &NewResponse::now(ResponseKind::Answer))
            .unwrap();
    }
    assert_eq!(bench.state(id).notes.len(), 1);
    assert!(bench.state(id).replies.is_empty());
}

#[test]
fn splitting_twice_gives_the_same_inquiry() {
    let bench = Bench::new();
    let parent = bench.receives("質問");
    let message = bench.message(parent, Direction::In);
    let operation = call("佐藤");
    let first = bench.desk.split(&operation, parent, message).unwrap().value;
    assert_eq!(
        bench.desk.split(&operation, parent, message).unwrap().value,
        first
    );
}

#[test]
fn undoing_twice_by_one_operation_takes_one_thing_back() {
    let bench = Bench::new();
    let id = bench.receives("質問");
    bench.desk.add_note(&call("佐藤"), id, "一つ目").unwrap();
    bench.desk.add_note(&call("佐藤"), id, "二つ目").unwrap();
    let undo = call("佐藤");
    bench.desk.undo(&undo).unwrap();
    bench.desk.undo(&undo).unwrap();
    assert_eq!(bench.state(id).notes.len(), 1);
}
