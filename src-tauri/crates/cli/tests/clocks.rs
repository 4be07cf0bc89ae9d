//! `ichiji clocks` as a program: cases in, answers out.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::path::PathBuf;

use assert_cmd::Command;
use business_time::Instant;
use serde_json::{Value, json};

const VECTORS: &str = include_str!("../../../../tests/vectors/calendar_clocks.jsonl");

fn vectors(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/vectors");
    folder.join(name).to_str().unwrap().to_owned()
}

/// Runs the command over an input; gives its exit status and the answers.
fn ask(arguments: &[&str], input: impl Into<Vec<u8>>) -> (i32, Vec<Value>) {
    let output = Command::cargo_bin("ichiji")
        .unwrap()
        .arg("clocks")
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

/// Tells whether an answer's field is what was expected: dates as text, instants as instants.
fn same(found: &Value, expected: &Value) -> bool {
    let instant = |value: &Value| Instant::parse(value.as_str().unwrap()).ok();
    found == expected || (instant(found).is_some() && instant(found) == instant(expected))
}

#[test]
fn all_vectors_are_answered() {
    for list in [None, Some("holidays.csv"), Some("syukujitsu.csv")] {
        let calendars = vectors("calendars.json");
        let mut arguments = vec!["--calendars", &calendars];
        let list = list.map(vectors);
        if let Some(list) = &list {
            arguments.extend(["--holidays", list]);
        }
        let (status, answers) = ask(&arguments, VECTORS);
        assert_eq!((status, answers.len()), (0, 144));
        for (line, answer) in VECTORS.lines().zip(&answers) {
            let vector: Value = serde_json::from_str(line).unwrap();
            let expected = vector["expect"].as_object().unwrap();
            let expected = expected.iter().filter(|(key, _)| !key.starts_with("alt_"));
            let mut fields = vec!["id"];
            assert_eq!(answer["id"], vector["id"]);
            for (key, value) in expected {
                assert!(same(&answer[key], value), "{key} of {line}: {answer}");
                fields.push(key);
            }
            assert_eq!(answer.as_object().unwrap().len(), fields.len(), "{answer}");
        }
    }
}

#[test]
fn each_product_answers_by_its_own_pack() {
    let case = |clock: &str, product: &str, given: Value| {
        let case = json!({"id": 1, "clock": clock, "product": product, "given": given});
        ask(&[], case.to_string()).1[0].clone()
    };
    let verified = |product| {
        case(
            "os-verification",
            product,
            json!({"release_date": "2025-09-15"}),
        )
    };
    assert_eq!(
        verified("clomo"),
        json!({"id": 1, "two_weeks": "2025-09-29", "one_month": "2025-10-15"})
    );
    assert_eq!(
        verified("deep-instinct"),
        json!({"id": 1, "sixty_days": "2025-11-14"})
    );
    assert_eq!(verified("harmony-mobile")["error"]["code"], "not-promised");
    let app = |product| {
        let given = json!({"requested_at": "2026-11-20T18:00:00+09:00"});
        case("enterprise-app", product, given)
    };
    assert_eq!(app("clomo")["due"], "2026-11-27T17:30:00+09:00");
    assert_eq!(app("deep-instinct")["error"]["code"], "not-promised");
    let maintained = |product| {
        let given = json!({"maintenance_date": "2026-12-31"});
        case("maintenance-notice", product, given)
    };
    assert_eq!(maintained("clomo")["latest_notice_date"], "2026-11-30");
    assert_eq!(
        maintained("harmony-mobile")["error"]["code"],
        "not-promised"
    );
}

/// A line and the code of its error; the lines beside it are answered all the same.
#[track_caller]
fn check_error(line: &Value, code: &str) {
    let good = json!({"id": "good", "clock": "incident-notice", "given": {"occurred_at": "2026-11-22T23:00:00+09:00"}});
    let (status, answers) = ask(&[], format!("{good}\n{line}\n{good}"));
    assert_eq!((status, answers.len()), (1, 3));
    assert_eq!(
        (&answers[1]["id"], &answers[1]["error"]["code"]),
        (&line["id"], &json!(code))
    );
    assert_eq!(answers[0]["notify_by"], "2026-11-23T01:00:00+09:00");
    assert_eq!(answers[0], answers[2]);
}

#[test]
fn what_cannot_be_answered_says_why_and_the_rest_goes_on() {
    let app = |given: Value| json!({"id": "x", "clock": "enterprise-app", "given": given});
    let notice = |day: &str| json!({"id": "x", "clock": "suspension-notice", "given": {"suspension_date": day}});
    check_error(&app(json!({})), "missing-field");
    check_error(&app(json!({"requested_at": "2026-11-20"})), "bad-instant");
    check_error(&app(json!({"requested_at": 5})), "not-a-case");
    check_error(
        &app(json!({"requested_at": "1954-12-31T10:00:00+09:00"})),
        "out-of-range",
    );
    check_error(&notice("2026-02-30"), "bad-date");
    check_error(&notice("2026-2-3"), "bad-date");
    check_error(&notice("1955-01-03"), "out-of-range");
    check_error(&notice("9999-01-03"), "out-of-range");
    check_error(&json!({"id": "x", "given": {}}), "missing-field");
    check_error(
        &json!({"id": "x", "clock": "lunch", "given": {}}),
        "unknown-clock",
    );
    let mut case = notice("2026-12-01");
    case["product"] = json!("clomoo");
    check_error(&case, "unknown-product");
    case["product"] = json!("clomo");
    case["calendar"] = json!("extra");
    check_error(&case, "unknown-calendar");
}
