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
