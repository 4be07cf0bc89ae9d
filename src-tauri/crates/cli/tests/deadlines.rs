//! `ichiji deadlines` as a program: cases in, answers out.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::path::PathBuf;

use assert_cmd::Command;
use business_time::Instant;
use serde_json::{Value, json};

const VECTORS: &str = include_str!("../../../../tests/vectors/deadlines.jsonl");

fn vectors(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/vectors");
    folder.join(name).to_str().unwrap().to_owned()
}

/// Runs the command over an input; gives its exit status and the answers.
fn ask(arguments: &[&str], input: impl Into<Vec<u8>>) -> (i32, Vec<Value>) {
    let mut command = Command::cargo_bin("ichiji").unwrap();
    let output = command
        .arg("deadlines")
        .args(arguments)
        .write_stdin(input)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let answers = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    (output.status.code().unwrap(), answers)
}

fn instant(value: &Value) -> Instant {
    Instant::parse(value.as_str().unwrap()).unwrap()
}

#[track_caller]
fn check_vectors(arguments: &[&str], limit: &str) {
    let calendars = vectors("calendars.json");
    let (status, answers) = ask(&[&["--calendars", &calendars], arguments].concat(), VECTORS);
    assert_eq!((status, answers.len()), (0, 300));
    for (line, answer) in VECTORS.lines().zip(&answers) {
        let vector: Value = serde_json::from_str(line).unwrap();
        let id = &vector["id"];
        assert_eq!(&answer["id"], id);
        for (field, expected) in [("start", "start"), ("target", "target"), ("limit", limit)] {
            assert_eq!(
                instant(&answer[field]),
                instant(&vector[expected]),
                "{field} of {id}"
            );
            assert!(answer[field].as_str().unwrap().ends_with("+09:00"));
        }
        for field in ["carried_over", "provisional"] {
            assert_eq!(answer[field], vector[field], "{field} of {id}");
        }
        assert_eq!(answer["pack"], "clomo 2020-04-01");
    }
}

#[test]
fn all_vectors_are_answered_in_both_readings() {
    check_vectors(&[], "limit");
    check_vectors(&["--day-limit", "carried"], "limit");
    check_vectors(&["--day-limit", "whole-days"], "limit_whole_days");
}

#[test]
fn all_lists_of_holidays_give_the_same_answers() {
    for list in ["holidays.csv", "holidays_cp932.csv", "syukujitsu.csv"] {
        check_vectors(&["--holidays", &vectors(list)], "limit");
    }
}

/// Asks one case on the standard calendar; gives its answer.
fn answer(arguments: &[&str], case: &Value) -> Value {
    let (_, answers) = ask(arguments, case.to_string());
    answers[0].clone()
}

#[test]
fn an_answer_has_these_fields_in_this_order() {
    let case = r#"{"id":"A \"1\"","received_at":"2026-11-22T18:03:00.5+09:00","level":"outage","product":"deep-instinct","plan":"trial","extra":[1]}"#;
    let output = Command::cargo_bin("ichiji")
        .unwrap()
        .arg("deadlines")
        .write_stdin(case)
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        concat!(
            r#"{"id":"A \"1\"","start":"2026-11-24T09:30:00+09:00","target":"2026-11-24T11:30:00+09:00","#,
            r#""limit":"2026-11-24T11:30:00+09:00","carried_over":false,"provisional":false,"pack":"deep-instinct 2023-07-01"}"#,
            "\n"
        )
    );
}

#[test]
fn a_case_without_product_and_calendar_takes_the_usual_ones() {
    let case = json!({"id": 7, "received_at": "2026-06-08T02:00:00.25Z", "level": "question"});
    let found = answer(&[], &case);
    assert_eq!(found["id"], 7);
    assert_eq!(found["start"], "2026-06-08T11:00:00.25+09:00");
    assert_eq!(found["limit"], "2026-06-10T17:30:00+09:00");
    assert_eq!(found["pack"], "clomo 2020-04-01");
}

#[test]
fn computed_rows_of_a_list_stay_provisional_and_published_ones_do_not() {
    let case = json!({"id": "x", "received_at": "2028-06-08T11:00:00+09:00", "level": "minor"});
    assert_eq!(answer(&[], &case)["provisional"], true);
    assert_eq!(
        answer(&["--holidays", &vectors("holidays.csv")], &case)["provisional"],
        true
    );
    assert_eq!(
        answer(&["--holidays", &vectors("holidays_cp932.csv")], &case)["provisional"],
        false
    );
}

/// A line and the id and code of its error; between good lines, which are answered all the same.
#[track_caller]
fn check_error(line: &[u8], id: &Value, code: &str) {
    let good = br#"{"id":"good","received_at":"2026-06-08T11:00:00+09:00","level":"minor"}"#;
    let input = [good, line, good].join(&b'\n');
    let (status, answers) = ask(&[], input);
    assert_eq!((status, answers.len()), (1, 3));
    assert_eq!(
        (&answers[1]["id"], &answers[1]["error"]["code"]),
        (id, &json!(code))
    );
    assert!(!answers[1]["error"]["message"].as_str().unwrap().is_empty());
    assert!(answers[0]["error"].is_null() && answers[0] == answers[2]);
}

/// Checks a case with some fields of a good one replaced, or removed where they are null.
#[track_caller]
fn check_field(field: &str, value: Value, code: &str) {
    let mut case = json!({"id": "x", "received_at": "2026-06-08T11:00:00+09:00", "level": "minor"});
    case[field] = value;
    check_error(case.to_string().as_bytes(), &json!("x"), code);
}

#[test]
fn what_cannot_be_answered_says_why_and_the_rest_goes_on() {
    check_field("product", json!("clomoo"), "unknown-product");
    check_field("plan", json!("gold"), "unknown-plan");
    check_field("level", json!("urgent"), "unknown-level");
    check_field("level", Value::Null, "missing-field");
    check_field("level", json!(1), "not-a-case");
    check_field("calendar", json!("extra"), "unknown-calendar");
    check_field("received_at", Value::Null, "missing-field");
    check_field("received_at", json!("2026-06-08"), "bad-received-at");
    check_field(
        "received_at",
        json!("2026-02-30T11:00:00+09:00"),
        "bad-received-at",
    );
    check_field(
        "received_at",
        json!("2026-06-08T11:00:00"),
        "bad-received-at",
    );
    check_field(
        "received_at",
        json!("1954-12-31T11:00:00+09:00"),
        "out-of-range",
    );
    check_field(
        "received_at",
        json!("2100-12-31T16:00:00+09:00"),
        "out-of-range",
    );
    check_field(
        "received_at",
        json!("0001-01-01T00:00:00+09:00"),
        "out-of-range",
    );
}

#[test]
fn lines_that_are_no_cases_have_no_id() {
    check_error(b"{", &Value::Null, "not-json");
    check_error(
        b"[\"x\", \"2026-06-08T11:00:00+09:00\", \"minor\"]",
        &Value::Null,
        "not-a-case",
    );
    check_error(b"7", &Value::Null, "not-a-case");
    check_error(b"{}", &Value::Null, "missing-field");
    check_error(b"{\"id\": true}", &Value::Null, "not-a-case");
    check_error(
        b"{\"id\": \"a\", \"id\": \"b\"}",
        &Value::Null,
        "not-a-case",
    );
    check_error(b"{\"id\": \"\xff\"}", &json!("\u{fffd}"), "not-utf8");
    check_error(
        &[
            b"{\"id\": \"x\", \"subject\": \"",
            vec![b'a'; 2 << 20].as_slice(),
            b"\"}",
        ]
        .concat(),
        &Value::Null,
        "line-too-long",
    );
}

#[test]
fn blank_lines_and_windows_ends_are_passed_over() {
    let case =
        "{\"id\":\"x\",\"received_at\":\"2026-06-08T11:00:00+09:00\",\"level\":\"minor\"}\r\n";
    let (status, answers) = ask(&[], format!("\u{feff}{case}\r\n  \n\n{case}"));
    assert_eq!((status, answers.len()), (0, 2));
    assert_eq!(ask(&[], ""), (0, Vec::new()));
}

/// Runs with options that cannot be used: status 2, a code, and no answer.
#[track_caller]
fn check_options(arguments: &[&str], code: &str) {
    let output = Command::cargo_bin("ichiji")
        .unwrap()
        .arg("deadlines")
        .args(arguments)
        .output()
        .unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains(code), "{told}");
}

#[test]
fn options_that_cannot_be_used_stop_the_run() {
    check_options(
        &["--calendars", "/nowhere/calendars.json"],
        "unreadable-file",
    );
    check_options(
        &["--calendars", &vectors("deadlines.jsonl")],
        "bad-calendars",
    );
    check_options(&["--holidays", &vectors("calendars.json")], "bad-holidays");
    check_options(&["--day-limit", "carry"], "whole-days");
}
