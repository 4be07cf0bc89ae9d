//! Ctrl+C during long work.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::*;

impl Console {
    /// Starts a command and leaves it running.
    fn start(&self, arguments: &[&str]) -> Child {
        Command::new(assert_cmd::cargo::cargo_bin("ichiji"))
            .args(arguments)
            .args(["--json", "--lang", "en"])
            .env("ICHIJI_DATA_DIR", self.data())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }
}

/// Waits until a command listens, and presses Ctrl+C.
fn interrupt(child: &Child) {
    let threads = format!("/proc/{}/task", child.id());
    let listens = || {
        let mut threads = fs::read_dir(&threads).unwrap();
        threads.any(|it| {
            let name = fs::read_to_string(it.unwrap().path().join("comm"));
            name.is_ok_and(|name| name.trim() == "ctrl-c")
        })
    };
    while !listens() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let sent = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(sent.unwrap().success());
}

/// Makes a file that whoever opens to write waits at until somebody reads.
fn gate(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn a_report_leaves_no_file() {
    let console = Console::new();
    console.say(&["sample", "--actor", "田中"]);
    let out = console.place("report.json");
    fs::write(&out, "before").unwrap();
    let part = console.place("report.json.part");
    gate(&part);
    let child = console.start(&[
        "report",
        "--from",
        "2020-01-01",
        "--to",
        "2099-12-31",
        "--format",
        "json",
        "--out",
        out.to_str().unwrap(),
    ]);
    interrupt(&child);
    // It writes on from here.
    fs::read(&part).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", text(&output.stderr));
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["error"]["code"], "called-off");
    assert_eq!(fs::read_to_string(&out).unwrap(), "before");
    assert!(!part.exists());
}

#[test]
fn an_import_keeps_what_it_had_taken_in() {
    let console = Console::new();
    let rows = (0..5_000).map(|n| format!("2026-11-16 10:00,質問 {n},CLOMO\n"));
    let table = console.file(
        "table.csv",
        "受付日時,件名,製品\n".to_owned() + &rows.collect::<String>(),
    );
    let child = console.start(&["import", &table, "--actor", "田中"]);
    interrupt(&child);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", text(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["cancelled"], true, "{report:#}");
    let created = report["created"].as_array().unwrap().len();
    assert!(created < 5_000);
    let queue = console.json(&["queue", "--limit", "5000"]);
    assert_eq!(queue.as_array().unwrap().len(), created);
    assert_eq!(console.json(&["verify"])["sound"], true);
}
