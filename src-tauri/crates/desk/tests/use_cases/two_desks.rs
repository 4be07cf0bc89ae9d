//! A window and the command line on one folder: each sees what the other did.

use std::path::Path;
use std::sync::Arc;

use desk::{Desk, FixedClock, QueueRequest};
use inquiry::{InquiryId, LevelReason, Setting};
use policy::ImpactLevel;
use store::Access;

use crate::bench::{MONDAY, actor, at, call, new};

fn open(dir: &Path, access: Access) -> Desk {
    Desk::open(dir, access, Arc::new(FixedClock::new(at(MONDAY)))).unwrap()
}

fn open_ids(desk: &Desk) -> Vec<InquiryId> {
    desk.queue(&QueueRequest::default())
        .unwrap()
        .rows
        .iter()
        .map(|row| row.inquiry().id)
        .collect()
}

#[test]
fn what_the_other_one_wrote_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let window = open(folder.path(), Access::Window);
    let beside = open(folder.path(), Access::Beside);
    assert!(window.catch_up().unwrap().inquiries.is_empty());
    let id = beside
        .record_call(&call("佐藤"), &new("質問"))
        .unwrap()
        .value;
    let changed = window.catch_up().unwrap();
    assert_eq!((changed.inquiries, changed.reference), (vec![id], false));
    assert_eq!(open_ids(&window), [id]);
    assert!(window.catch_up().unwrap().inquiries.is_empty(), "told once");
}

#[test]
fn own_writes_are_not_told_again_but_others_before_them_are() {
    let folder = tempfile::tempdir().unwrap();
    let window = open(folder.path(), Access::Window);
    let beside = open(folder.path(), Access::Beside);
    let own = window
        .record_call(&call("佐藤"), &new("自分の"))
        .unwrap()
        .value;
    assert!(window.catch_up().unwrap().inquiries.is_empty());
    let theirs = beside
        .record_call(&call("鈴木"), &new("他人の"))
        .unwrap()
        .value;
    window.add_note(&call("佐藤"), own, "続き").unwrap();
    assert!(window.catch_up().unwrap().inquiries.contains(&theirs));
}

#[test]
fn a_decision_is_made_on_what_the_other_one_left() {
    let folder = tempfile::tempdir().unwrap();
    let window = open(folder.path(), Access::Window);
    let id = window
        .record_call(&call("佐藤"), &new("質問"))
        .unwrap()
        .value;
    let beside = open(folder.path(), Access::Beside);
    beside
        .set_level(
            &call("鈴木"),
            &[id],
            ImpactLevel::Minor,
            &LevelReason::First,
            None,
        )
        .unwrap();
    let late = window.set_level(
        &call("佐藤"),
        &[id],
        ImpactLevel::Outage,
        &LevelReason::First,
        None,
    );
    assert_eq!(late.unwrap_err().code(), "level-reason-missing");
    let level = window.inquiry(id, None).unwrap().inquiry().level.clone();
    assert_eq!(level.map(|it| it.by), Some(actor("鈴木")));
}

#[test]
fn rules_that_the_other_one_changed_hold_here_too() {
    let folder = tempfile::tempdir().unwrap();
    let window = open(folder.path(), Access::Window);
    let beside = open(folder.path(), Access::Beside);
    let addresses = Setting::OwnAddresses(vec!["support@example.jp".into()]);
    beside.change_setting(&call("鈴木"), addresses).unwrap();
    assert!(window.catch_up().unwrap().reference);
    assert_eq!(window.rules().own_addresses, ["support@example.jp"]);
}

#[test]
fn a_closed_desk_opens_as_it_was_and_publishes_nothing_twice() {
    let folder = tempfile::tempdir().unwrap();
    let first = open(folder.path(), Access::Window);
    let id = first
        .record_call(&call("佐藤"), &new("質問"))
        .unwrap()
        .value;
    let (hash, seq) = (
        first.rules().calendar_hash.clone(),
        first.catch_up().unwrap().seq,
    );
    drop(first);
    let again = open(folder.path(), Access::Window);
    assert_eq!(open_ids(&again), [id]);
    assert_eq!(again.rules().calendar_hash, hash);
    assert_eq!(again.catch_up().unwrap().seq, seq);
}

#[test]
fn a_backup_restores_to_an_equal_desk() {
    let folder = tempfile::tempdir().unwrap();
    let (here, there, backup) = (
        folder.path().join("a"),
        folder.path().join("b"),
        folder.path().join("backup"),
    );
    let desk = open(&here, Access::Window);
    let id = desk.record_call(&call("佐藤"), &new("質問")).unwrap().value;
    desk.backup(&backup).unwrap();
    assert!(desk.verify(&mut |_, _| {}).unwrap().is_sound());
    Desk::restore(&backup, &there, at(MONDAY)).unwrap();
    let restored = open(&there, Access::Window);
    assert_eq!(
        restored.inquiry(id, None).unwrap().inquiry(),
        desk.inquiry(id, None).unwrap().inquiry()
    );
}
