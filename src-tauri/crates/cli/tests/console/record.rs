//! Keeping the record, and sharing it.

use std::sync::Arc;

use desk::{Access, Call, Desk, NewInquiry, SystemClock};
use inquiry::{Actor, Customer};
use policy::{Channel, SupportPlan};
use serde_json::json;

use super::*;

#[test]
fn a_backup_is_verified_and_restored() {
    let console = Console::new();
    console.call("最初");
    let report = console.json(&["verify"]);
    assert_eq!(
        (&report["sound"], &report["inquiries"]),
        (&json!(true), &json!(1))
    );
    assert_eq!(
        report["unproven"].as_array().unwrap().len(),
        1,
        "no head was kept yet"
    );
    let backup = shown(&console.place("backup"));
    assert!(
        console.json(&["backup", &backup])["events"]
            .as_u64()
            .unwrap()
            > 0
    );
    console.check_refused(&["backup", &backup], 3, "exists");
    console.call("後");
    console.check_refused(
        &["restore", &shown(&console.place("nothing"))],
        3,
        "not-a-backup",
    );
    assert_eq!(console.subjects(&[]).len(), 2);

    let restored = console.json(&["restore", &backup]);
    assert!(
        Path::new(restored["replaced"].as_str().unwrap()).is_dir(),
        "the old record is kept"
    );
    assert!(restored["made_at"].as_str().unwrap().ends_with("+09:00"));
    assert_eq!(console.subjects(&[]), ["最初"]);
    assert!(console.say(&["verify"]).contains("The record is sound."));
}

#[test]
fn an_altered_record_is_found_out() {
    let console = Console::new();
    let number = console.call("最初");
    console.write(&["note", &number, "UNALTERED"]);
    let database = console.data().join("ichiji.db");
    let mut bytes = std::fs::read(&database).unwrap();
    let places: Vec<usize> = bytes
        .windows(9)
        .enumerate()
        .filter(|(_, it)| it == b"UNALTERED")
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty());
    for place in places {
        bytes[place..place + 9].copy_from_slice(b"FORGED!!!");
    }
    std::fs::write(&database, bytes).unwrap();
    let output = console.run(&["verify", "--json"]);
    assert_eq!(output.status.code(), Some(6));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&report["sound"], &report["problems"][0]["code"]),
        (&json!(false), &json!("text-altered"))
    );
}

#[test]
fn it_works_while_the_window_has_the_record_open() {
    let console = Console::new();
    let window = Desk::open(&console.data(), Access::Window, Arc::new(SystemClock)).unwrap();
    let new = NewInquiry {
        product: "clomo".parse().unwrap(),
        plan: SupportPlan::Standard,
        channel: Channel::Phone,
        received_at: None,
        customer: Customer::default(),
        subject: "窓から".to_owned(),
        text: String::new(),
        level: None,
        kind: None,
        assignee: None,
        answer: None,
    };
    let id = window
        .record_call(&Call::new(Actor::new("佐藤")), &new)
        .unwrap()
        .value;
    assert_eq!(console.subjects(&[]), ["窓から"]);
    window.catch_up().unwrap();

    console.write(&["level", &id.to_string(), "serious"]);
    let changed = window.catch_up().unwrap();
    assert_eq!(changed.inquiries, [id], "the window hears of it");
    assert_eq!(
        window
            .inquiry(id, None)
            .unwrap()
            .inquiry()
            .level
            .as_ref()
            .unwrap()
            .by,
        Actor::new("田中")
    );

    let backup = shown(&console.place("backup"));
    console.json(&["backup", &backup]);
    console.check_refused(&["restore", &backup], 5, "already-open");
    drop(window);
    console.json(&["restore", &backup]);
}

#[test]
fn two_commands_at_once_both_count() {
    let console = Console::new();
    console.call("最初");
    let record = |subject: &str| {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("ichiji"));
        command.args([
            "new",
            "--product",
            "clomo",
            "--actor",
            "田中",
            "--subject",
            subject,
        ]);
        command
            .env("ICHIJI_DATA_DIR", console.data())
            .stdout(std::process::Stdio::null());
        command.spawn().unwrap()
    };
    let mut children: Vec<_> = ["甲", "乙", "丙"].into_iter().map(record).collect();
    assert!(children.iter_mut().all(|it| it.wait().unwrap().success()));
    let rows = console.json(&["queue", "--sort", "received"]);
    let mut numbers: Vec<String> = rows.as_array().unwrap().iter().map(number).collect();
    numbers.sort();
    assert_eq!(numbers, ["A-1001", "A-1002", "A-1003", "A-1004"]);
    assert_eq!(console.json(&["verify"])["sound"], true);
}
