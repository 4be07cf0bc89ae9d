//! What strangers send, at the terminal: nothing of it commands the terminal, and none of it takes the memory.

use std::fs;
use std::process::{Command as Program, Stdio};
use std::time::Duration;

use super::*;

/// What commands a terminal or turns the reading round, and an end of a line where none is due.
const EVIL: &str = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{202e}\u{2066}\u{2028}\u{61c}\u{e0041}x";

fn commands(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

#[test]
fn nothing_that_comes_in_commands_the_terminal() {
    let console = Console::new();
    let evil = EVIL.replace('\u{2028}', "");
    let folder = console.place(&format!("in {evil}"));
    fs::create_dir(&folder).unwrap();
    let cell = format!("\"{EVIL}\"");
    fs::write(
        folder.join(format!("a {evil}.csv")),
        format!("件名,本文,会社名,{cell},担当\nfirst {cell},{cell},{cell},{cell},{cell}\n"),
    )
    .unwrap();
    fs::write(folder.join(format!("b {evil}.dat")), [0, 1, 2]).unwrap();
    fs::write(
        folder.join("c.eml"),
        format!("From: {EVIL} <a@example.jp>\nSubject: second {EVIL}\nMessage-ID: <a@b>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n{EVIL}\n--b\nContent-Disposition: attachment; filename=\"{EVIL}.exe\"\n\nx\n--b--\n"),
    )
    .unwrap();
    let pack = console.file("pack.toml", format!("id = \"{EVIL}\"\n\"{EVIL}\" = 1\n"));
    let holidays = console.file("holidays.csv", format!("{EVIL},{EVIL}\n2026/1/1,{EVIL}\n"));
    let named = console.file("named.csv", format!("2028/1/4,{EVIL}\n"));
    let calendars = console.file(
        "calendars.json",
        format!("{{\"{EVIL}\": {{\"{EVIL}\": 1}}}}"),
    );
    let said: Vec<Vec<&str>> = vec![
        vec!["import", folder.to_str().unwrap(), "--dry-run"],
        vec!["import", folder.to_str().unwrap()],
        vec!["queue"],
        vec!["show", "A-1001"],
        vec!["show", "A-1002"],
        vec!["explain", "A-1001"],
        vec!["search", "first"],
        vec!["note", "A-1001", EVIL],
        vec!["assign", "A-1001", "--to", EVIL],
        vec!["show", "A-1001"],
        vec!["show", EVIL],
        vec!["status", "A-1001", EVIL],
        vec!["policy", "check", &pack],
        vec!["policy", "check", EVIL],
        vec!["calendar", "import-holidays", &holidays],
        vec!["calendar", "import-holidays", &named, "--dry-run"],
        vec!["deadlines", "--holidays", &holidays],
        vec!["deadlines", "--calendars", &calendars],
        vec!["deadlines", "--calendars", EVIL],
        vec!["verify"],
    ];
    for arguments in said {
        for language in ["en", "ja"] {
            let mut command = console.command(&arguments);
            if arguments[0] != "deadlines" {
                command.args(["--lang", language, "--actor", &format!("田中{EVIL}")]);
            }
            let output = command.output().unwrap();
            let (out, err) = (text(&output.stdout), text(&output.stderr));
            assert!(!(out.is_empty() && err.is_empty()), "{arguments:?}");
            assert!(!out.contains(commands), "{arguments:?}: {out:?}");
            assert!(!err.contains(commands), "{arguments:?}: {err:?}");
        }
    }
}

/// Imports a path; gives what was said and the most memory that the program held, in MiB, as Linux counts it.
#[cfg(target_os = "linux")]
fn import_measured(console: &Console, path: &Path) -> (Value, usize) {
    let mut child = Program::new(assert_cmd::cargo::cargo_bin("ichiji"))
        .args(["import", "--json", "--actor", "田中"])
        .arg(path)
        .env("ICHIJI_DATA_DIR", console.data())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let read = fs::read_to_string(&status).unwrap_or_default();
        let peak = read.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|it| it.trim().trim_end_matches(" kB").parse().ok());
        most = most.max(peak.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(2));
    }
    let output = child.wait_with_output().unwrap();
    (serde_json::from_slice(&output.stdout).unwrap(), most / 1024)
}

#[cfg(target_os = "linux")]
#[track_caller]
fn check_memory(name: &str, content: Vec<u8>, code: &str, bar: usize) {
    let console = Console::new();
    let path = console.place(name);
    fs::write(&path, content).unwrap();
    let (report, most) = import_measured(&console, &path);
    let refused = report["refused"][0]["code"].as_str().unwrap_or_default();
    assert_eq!(
        (refused, most <= bar),
        (code, true),
        "{name}: {most} MiB, bar {bar}"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn mails_made_to_be_large_take_no_more_memory_than_they_are_given() {
    let head =
        b"From: a@example.jp\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
    let body = |mib: usize| [head.as_slice(), &b"0123456789abcde\n".repeat(mib << 16)].concat();
    check_memory("100-mb-body.eml", body(100), "intake-too-large", 300);
    check_memory("60-mb-body.eml", body(60), "", 600);
    let multipart = "Content-Type: multipart/mixed; boundary=b";
    let nested: String = (0..10_000)
        .map(|at| format!("{multipart}{at}\r\n\r\n--b{at}\r\n"))
        .collect();
    let nested = format!("From: a@example.jp\r\n{nested}");
    check_memory("nested.eml", nested.into_bytes(), "intake-too-complex", 100);
    let beside = format!(
        "From: a@example.jp\r\n{multipart}\r\n\r\n{}",
        "--b\r\n\r\nx\r\n".repeat(10_000)
    );
    check_memory("beside.eml", beside.into_bytes(), "intake-too-complex", 100);
}

#[test]
#[cfg(target_os = "linux")]
fn tables_made_to_be_large_take_no_more_memory_than_they_are_given() {
    check_memory(
        "rows.csv",
        ["件名\n", &"x\n".repeat(20 << 20)].concat().into_bytes(),
        "intake-too-large",
        300,
    );
    check_memory(
        "columns.csv",
        ["件名\n", &",".repeat(40 << 20)].concat().into_bytes(),
        "intake-too-complex",
        300,
    );
    check_memory(
        "line.jsonl",
        ["{\"subject\":[", &"0,".repeat(20 << 20), "0]}"]
            .concat()
            .into_bytes(),
        "intake-no-columns",
        300,
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_of_what_is_no_inquiry_is_kept_piece_by_piece() {
    let console = Console::new();
    let folder = console.place("pictures");
    fs::create_dir(&folder).unwrap();
    for n in 0..40_u8 {
        let picture = [b"\x89PNG\r\n\x1a\n".as_slice(), &vec![n; 8 << 20]].concat();
        fs::write(folder.join(format!("{n}.png")), picture).unwrap();
    }
    let (report, most) = import_measured(&console, &folder);
    assert_eq!(report["refused"].as_array().unwrap().len(), 40);
    assert!(most <= 200, "{most} MiB");
}
