//! Reports, from a record to a file.

use std::fs;

use serde_json::Value;

use crate::Console;

const YEAR: [&str; 5] = ["report", "--from", "2020-01-01", "--to", "2099-12-31"];

impl Console {
    /// Writes a report on all years as a file of the test's folder; gives its bytes.
    #[track_caller]
    fn report(&self, format: &str, further: &[&str]) -> Vec<u8> {
        let out = self.place("report");
        let out = out.to_str().unwrap();
        let call = [&YEAR[..], &["--format", format, "--out", out], further].concat();
        self.say(&call);
        fs::read(out).unwrap()
    }

    fn report_json(&self, further: &[&str]) -> Value {
        serde_json::from_slice(&self.report("json", further)).unwrap()
    }
}

fn figure(report: &Value, code: &str) -> Value {
    let figures = report["tables"]["figures"].as_array().unwrap();
    let row = figures.iter().find(|row| row["figure"] == code).unwrap();
    row["value"].clone()
}

#[test]
fn a_report_counts_what_is_on_record() {
    let console = Console::new();
    console.say(&["sample", "--actor", "田中"]);
    let all = console.report_json(&[]);
    assert_eq!(figure(&all, "received"), 56);
    let inquiries = all["tables"]["inquiries"].as_array().unwrap();
    assert_eq!(inquiries.len(), 56);
    let breached = inquiries
        .iter()
        .filter(|it| it["standing"] == "breached")
        .count();
    assert_eq!(figure(&all, "breached"), breached);
    let by_level = all["tables"]["by_level"].as_array().unwrap();
    let outages = by_level.iter().find(|it| it["level"] == "outage").unwrap();
    let only = console.report_json(&["--level", "outage"]);
    assert_eq!(figure(&only, "received"), outages["received"]);
    assert!(figure(&only, "received").as_u64() < Some(56));
}

#[test]
fn what_was_recorded_since_is_in_the_next_report() {
    let console = Console::new();
    let inquiry = console.write(&[
        "new",
        "--product",
        "clomo",
        "--text",
        "つながらない",
        "--company",
        "例示商事",
    ]);
    assert_eq!(figure(&console.report_json(&[]), "undecided"), 1);
    let number = inquiry["number"].as_str().unwrap();
    console.write(&["level", number, "minor"]);
    console.write(&["respond", number, "--kind", "answer"]);
    let report = console.report_json(&["--customer", "例示商事"]);
    assert_eq!(figure(&report, "in_time"), 1);
    assert_eq!(figure(&report, "within_limit"), 100.0);
    console.say(&["undo", "--actor", "田中"]);
    assert_eq!(figure(&console.report_json(&[]), "in_time"), 0);
}

#[test]
fn each_form_is_written_whole() {
    let console = Console::new();
    console.say(&["sample", "--actor", "田中"]);
    assert!(console.report("xlsx", &[]).starts_with(b"PK"));
    assert!(console.report("pdf", &[]).starts_with(b"%PDF-"));
    let csv = console.report("csv", &["--table", "by_product"]);
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.starts_with("\u{feff}Product,Received,"), "{csv}");
    assert!(!console.place("report.part").exists());
}

#[test]
fn what_cannot_be_reported_leaves_no_file() {
    let console = Console::new();
    console.say(&["sample", "--actor", "田中"]);
    let out = console.place("report");
    let out = out.to_str().unwrap();
    let table = [
        &YEAR[..],
        &["--format", "csv", "--table", "cases", "--out", out],
    ]
    .concat();
    let (status, error) = console.refused(&table);
    assert_eq!((status, error["code"].as_str()), (2, Some("no-such-table")));
    let reversed = [
        "report",
        "--from",
        "2026-11-30",
        "--to",
        "2026-11-01",
        "--format",
        "json",
        "--out",
        out,
    ];
    let (status, error) = console.refused(&reversed);
    assert_eq!(
        (status, error["code"].as_str()),
        (2, Some("period-reversed"))
    );
    let nowhere = console.place("nowhere").join("report");
    let nowhere = [
        &YEAR[..],
        &["--format", "json", "--out", nowhere.to_str().unwrap()],
    ]
    .concat();
    assert_eq!(console.refused(&nowhere).0, 7);
    assert!(!console.place("report").exists());
}

#[test]
fn what_was_missed_is_told_by_its_cause() {
    let console = Console::new();
    for text in ["つながらない", "開かない"] {
        let call = [
            "new",
            "--product",
            "clomo",
            "--text",
            text,
            "--received-at",
            "2026-11-20T10:00:00+09:00",
        ];
        console.write(&call);
    }
    let cause = ["cause", "A-1001", "late-triage", "--note", "電話が続いた"];
    let (status, error) = console.refused(&cause);
    assert_eq!((status, error["code"].as_str()), (3, Some("not-missed")));
    for number in ["A-1001", "A-1002"] {
        console.write(&["level", number, "outage"]);
    }
    console.write(&cause);
    let shown = console.json(&["show", "A-1001"]);
    assert_eq!(shown["cause"]["cause"], "late-triage");
    assert_eq!(shown["cause"]["note"], "電話が続いた");
    let report = console.report_json(&[]);
    let by_cause = report["tables"]["by_cause"].as_array().unwrap();
    let rows: Vec<&Value> = by_cause.iter().map(|row| &row["cause"]).collect();
    assert_eq!(rows, ["late-triage", "no_cause"]);
    assert_eq!(report["tables"]["missed"][0]["cause"], "late-triage");
    let csv = console.report("csv", &["--table", "by_cause"]);
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.contains("No cause yet,1,"), "{csv}");
}

#[test]
fn a_period_is_signed_off_and_later_changes_are_listed() {
    let console = Console::new();
    console.say(&["sample", "--actor", "田中"]);
    let period = ["--from", "2020-01-01", "--to", "2099-12-31"];
    let sign_off = [&["sign-off"][..], &period, &["--note", "確認済み"]].concat();
    let (status, error) = console.refused(&[&sign_off[..], &["--customer", "例示商事"]].concat());
    let code = error["code"].as_str();
    assert_eq!((status, code), (2, Some("sign-off-of-customers")));
    console.say(&[&sign_off[..], &["--actor", "田中"]].concat());
    assert!(
        console
            .say(&["sign-offs"])
            .contains("Nothing changed since.")
    );
    let before = console.report_json(&[]);
    let missed = before["tables"]["missed"].as_array().unwrap();
    let answered = missed.iter().find(|it| !it["answered_at"].is_null());
    let number = answered.unwrap()["number"].as_str().unwrap();
    console.write(&["cause", number, "volume"]);
    let told = console.say(&["sign-offs"]);
    assert!(
        told.contains(&format!("{number} Cause No cause yet → Volume")),
        "{told}"
    );
    let shown = console.json(&["sign-offs"]);
    let change = &shown[0]["changes"][0];
    assert_eq!(change["fields"][0]["to"], "volume");
    assert_eq!(change["by"][0]["what"], "cause_set");
    let signed = &console.report_json(&[])["tables"]["sign_offs"];
    assert_eq!(
        (&signed[0]["signed_by"], &signed[0]["changes_since"]),
        (&"田中".into(), &1.into())
    );
    let csv = console.report("csv", &["--table", "sign_offs"]);
    assert!(String::from_utf8(csv).unwrap().contains("田中"));
    assert_eq!(console.json(&["verify"])["sound"], true);
}

#[test]
fn the_day_is_told_in_an_order_with_what_it_rests_on() {
    let console = Console::new();
    console.say(&["sample", "--actor", "田中"]);
    let day = console.json(&["today"]);
    let list = |name: &str| day[name].as_array().unwrap().len();
    assert!(list("risks") >= list("due") + list("over") + list("undecided"));
    assert!(list("risks") > 0);
    let first = &day["risks"][0];
    assert!(first["number"].is_string() && first["standing"].is_string());
    for due in day["due"].as_array().unwrap() {
        assert!(due["usual_s"].as_i64() >= Some(0));
    }
    let told = console.say(&["today"]);
    assert!(told.contains("To hand over, by limit"), "{told}");
}
