//! Inquiries that were already answered elsewhere, so that reports reach back before Ichiji was in use.

use serde_json::json;

use super::*;

const TABLE: &str = "\
番号,受付日時,初回返信,影響レベル,製品,担当,会社名
1,2025-06-02 11:00,2025-06-02 12:30,サービス障害,CLOMO,佐藤,例示商事
2,2025-06-02 11:00,2025-06-03 17:00,主要機能不全,CLOMO,鈴木,見本物流
3,2025-06-06 16:30,2025-06-09 17:00,主要機能不全,CLOMO,佐藤,例示商事
4,2025-06-10 10:00,2025-06-09 17:00,質問,CLOMO,佐藤,例示商事
5,2025-06-11 10:00,2025-06-11 17:00,,CLOMO,佐藤,例示商事
6,2025-06-12 10:00,,質問,CLOMO,鈴木,見本物流
";

const COLUMN: [&str; 2] = ["--column", "初回返信=responded_at"];

impl Console {
    fn table(&self) -> String {
        let file = self.place("past.csv");
        std::fs::write(&file, TABLE).unwrap();
        file.to_str().unwrap().to_owned()
    }

    /// Runs an import of which a part is refused; gives what came of it.
    #[track_caller]
    fn partly(&self, file: &str, further: &[&str]) -> Value {
        let call = ["import", file, "--json", "--actor", "田中"];
        let output = self.run(&[&call[..], &COLUMN, further].concat());
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

#[test]
fn what_was_answered_elsewhere_is_judged_by_the_policy_of_its_day() {
    let console = Console::new();
    let file = console.table();
    let dry = console.partly(&file, &["--dry-run"]);
    assert_eq!(dry["dry_run"], true);
    let found = console.partly(&file, &[]);
    assert_eq!(found["created"].as_array().unwrap().len(), 3);
    let codes: Vec<&str> = found["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["code"].as_str().unwrap())
        .collect();
    // A row with neither a subject nor a first response says nothing that could be looked at.
    assert_eq!(
        codes,
        ["intake-bad-response", "intake-no-level", "intake-empty-row"]
    );
    let out = console.place("report.json");
    let period = ["--from", "2025-06-01", "--to", "2025-06-30"];
    let form = ["--format", "json", "--out", out.to_str().unwrap()];
    console.say(&[&["report"][..], &period, &form].concat());
    let report: Value = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
    let figure = |name: &str| {
        let rows = report["tables"]["figures"].as_array().unwrap().iter();
        let mut found = rows.filter(|it| it["figure"] == name);
        found.next().unwrap()["value"].clone()
    };
    assert_eq!(figure("answered"), 3);
    assert_eq!(figure("in_time"), 1);
    assert_eq!(
        figure("late"),
        1,
        "the day after the target's, before its close"
    );
    assert_eq!(figure("breached"), 1);
    assert_eq!(figure("after_the_fact"), 3);
    let by_agent = report["tables"]["by_agent"].to_string();
    assert!(
        by_agent.contains("佐藤") && by_agent.contains("鈴木"),
        "{by_agent}"
    );
}

#[test]
fn the_same_table_twice_doubles_nothing() {
    let console = Console::new();
    let file = console.table();
    console.partly(&file, &[]);
    let again = console.partly(&file, &[]);
    assert_eq!(again["created"], json!([]));
    assert_eq!(again["duplicates"], 3);
}

#[test]
fn a_column_that_stands_for_nothing_known_is_refused_with_what_would_do() {
    let console = Console::new();
    let file = console.table();
    let call = ["import", &file, "--column", "初回返信=answered"];
    let (status, error) = console.refused(&call);
    assert_eq!((status, error["code"].as_str()), (2, Some("usage")));
    assert!(error["params"].to_string().contains("responded_at"));
}
