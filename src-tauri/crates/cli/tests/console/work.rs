//! An inquiry's way, command by command.

use serde_json::json;

use super::*;

#[test]
fn a_call_is_recorded_triaged_answered_and_found_again() {
    let console = Console::new();
    let row = console.write(&[
        "new",
        "--product",
        "clomo",
        "--text",
        "全員ログインできません。\n至急です。",
        "--company",
        "例示商事",
        "--person",
        "山田 花子",
        "--received-at",
        "2026-11-20T16:30:00+09:00",
    ]);
    let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
    assert!(ROW.iter().all(|key| keys.iter().any(|it| it == key)));
    assert_eq!(row["subject"], "全員ログインできません。");
    assert_eq!(
        (&row["number"], &row["channel"]),
        (&json!("A-1001"), &json!("phone"))
    );
    assert_eq!((&row["level"], &row["aim"]), (&json!(null), &json!(true)));

    let row = console.write(&["level", "A-1001", "outage", "--why", "first"]);
    assert_eq!(row["level"], "outage");
    assert_eq!(row["target"], "2026-11-24T10:30:00+09:00");
    assert_eq!(row["limit"], "2026-11-24T17:30:00+09:00");

    assert_eq!(console.write(&["assign", "A-1001"])["assignee"], "田中");
    assert_eq!(
        console.write(&["assign", "A-1001", "鈴木"])["assignee"],
        "鈴木"
    );
    assert_eq!(
        console.write(&["assign", "A-1001", "--none"])["assignee"],
        json!(null)
    );
    assert_eq!(
        console.write(&["status", "A-1001", "on-hold", "--why", "確認中"])["status"],
        "on-hold"
    );
    console.write(&["note", "A-1001", "運用チームに確認"]);

    let row = console.write(&["respond", "A-1001", "--kind", "receipt"]);
    assert_eq!(
        row["answered_at"],
        json!(null),
        "word of the receipt does not count"
    );
    let answer = [
        "respond",
        "A-1001",
        "--kind",
        "answer",
        "--at",
        "2026-11-20 17:00",
        "--text",
        "復旧しました",
    ];
    console.check_refused(&answer, 3, "reason-missing");
    let row = console.write(&[&answer[..], &["--why", "電話で回答"]].concat());
    assert_eq!(
        (&row["band"], &row["verdict"]),
        (&json!("answered"), &json!("in-time"))
    );
    assert_eq!(
        (&row["answered_at"], &row["business_taken_s"]),
        (&json!("2026-11-20T17:00:00+09:00"), &json!(1800))
    );

    let shown = console.json(&["show", "A-1001"]);
    assert_eq!(shown["responses"][0]["after_the_fact"], true);
    assert_eq!(shown["responses"][0]["why"], "電話で回答");
    assert_eq!(shown["notes"][0]["text"], "運用チームに確認");
    assert_eq!(
        shown["messages"][0]["text"],
        "全員ログインできません。\n至急です。"
    );
    let what: Vec<&str> = shown["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["what"].as_str().unwrap())
        .collect();
    let newest_first = [
        "first-responded",
        "receipt-confirmed",
        "note-added",
        "status-set",
        "unassigned",
        "assigned",
        "assigned",
        "level-set",
        "received",
    ];
    assert_eq!(what, newest_first);
    assert!(console.subjects(&[]).is_empty());
    assert_eq!(console.subjects(&["--view", "answered"]).len(), 1);
    assert_eq!(
        console.json(&["search", "復旧", "課金"]),
        json!([]),
        "all words must be there"
    );
    assert_eq!(console.json(&["search", "ログイン"])[0]["number"], "A-1001");
}

#[test]
fn a_deadline_is_explained_as_it_was_known() {
    let console = Console::new();
    let new = [
        "new",
        "--product",
        "clomo",
        "--subject",
        "障害",
        "--received-at",
        "2026-11-20T16:30:00+09:00",
        "--level",
        "outage",
    ];
    let row = console.write(&new);
    let explained = console.json(&["explain", row["id"].as_str().unwrap()]);
    let steps = explained["deadline"]["steps"].as_array().unwrap();
    let codes: Vec<&str> = steps
        .iter()
        .map(|it| it["code"].as_str().unwrap())
        .collect();
    assert_eq!(
        codes,
        [
            "received",
            "allowance",
            "carried-over",
            "skipped-days",
            "limit-is-close"
        ]
    );
    let days = steps[3]["days"].as_array().unwrap();
    assert_eq!(days.len(), 3);
    assert_eq!(
        days[2],
        json!({"on": "2026-11-23", "because": "national-holiday", "name": "勤労感謝の日", "provisional": false})
    );
    assert_eq!(
        (&steps[1]["clause"], &steps[3]["clause"]),
        (&json!(17), &json!(null))
    );
    assert_eq!(explained["deadline"]["pack"], "clomo 2020-04-01");
    let later = console.json(&["explain", "A-1001", "--as-of", "2100-01-01T00:00:00Z"]);
    assert_eq!(
        (&later["band"], &later["as_of"]),
        (&json!("breach"), &json!("2100-01-01T09:00:00+09:00"))
    );
    console.check_refused(
        &["explain", "A-1001", "--as-of", "2026-11-19 09:30"],
        4,
        "no-such-inquiry",
    );
    assert!(
        console
            .say(&["explain", "A-1001"])
            .contains("§17 Outage → 2 business hours")
    );
}

#[test]
fn a_level_changes_for_one_of_two_reasons() {
    let console = Console::new();
    let number = console.call("端末の件");
    let row = console.write(&["level", &number, "minor", "--why", "回避策あり"]);
    assert_eq!(row["level"], "minor");
    let shown = console.json(&["show", &number]);
    assert_eq!(
        (
            &shown["level_decision"]["why"],
            &shown["level_decision"]["note"]
        ),
        (&json!("first"), &json!("回避策あり"))
    );
    console.check_refused(&["level", &number, "outage"], 3, "level-reason-missing");
    console.check_refused(
        &["level", &number, "outage", "--why", "situation-changed"],
        2,
        "message-missing",
    );
    console.check_refused(
        &["level", &number, "minor", "--why", "wrong-before"],
        3,
        "nothing-to-change",
    );
    console.write(&[
        "level",
        &number,
        "serious",
        "--why",
        "wrong-before",
        "--note",
        "再確認",
    ]);
    let message = shown["messages"][0]["id"].as_str().unwrap();
    let row = console.write(&[
        "level",
        &number,
        "outage",
        "--why",
        "situation-changed",
        "--message",
        message,
    ]);
    assert_eq!(row["level"], "outage");
}

#[test]
fn the_queue_is_filtered_sorted_and_cut() {
    let console = Console::new();
    console.write(&[
        "new",
        "--product",
        "clomo",
        "--subject",
        "一",
        "--level",
        "question",
        "--assignee",
        "田中",
    ]);
    console.write(&[
        "new",
        "--product",
        "harmony-mobile",
        "--subject",
        "二",
        "--level",
        "outage",
        "--channel",
        "mail",
    ]);
    console.write(&[
        "new",
        "--product",
        "clomo",
        "--subject",
        "三",
        "--channel",
        "form",
        "--plan",
        "trial",
    ]);
    let all = console.subjects(&[]);
    assert_eq!(
        all,
        ["三", "二", "一"],
        "the aim of an hour comes before two hours and two days"
    );
    assert_eq!(console.subjects(&["--descending"]), ["一", "二", "三"]);
    assert_eq!(console.subjects(&["--product", "clomo"]), ["三", "一"]);
    assert_eq!(
        console.subjects(&["--level", "none", "--level", "question"]),
        ["三", "一"]
    );
    assert_eq!(console.subjects(&["--channel", "mail"]), ["二"]);
    assert_eq!(
        console.subjects(&["--view", "mine", "--me", "田中"]),
        ["一"]
    );
    assert_eq!(
        console.subjects(&["--unassigned", "--sort", "level"]),
        ["三", "二"]
    );
    assert_eq!(console.subjects(&["--assignee", "田中"]), ["一"]);
    assert_eq!(console.subjects(&["--text", "a-1002"]), ["二"]);
    assert_eq!(console.subjects(&["--offset", "1", "--limit", "1"]), ["二"]);
    assert_eq!(console.subjects(&["--status", "completed"]), [""; 0]);
    let past = console.json(&["queue", "--as-of", "2026-01-01T00:00:00+09:00"]);
    assert_eq!(past, json!([]), "nothing was known then");
    assert!(
        console
            .say(&["queue", "--limit", "2"])
            .ends_with("2 of 3\n")
    );
}

#[test]
fn what_is_no_inquiry_ends_and_an_operation_is_undone() {
    let console = Console::new();
    let (first, second) = (console.call("最初"), console.call("同じ件"));
    let end = [
        "end",
        &second,
        "--as",
        "duplicate",
        "--of",
        &first,
        "--why",
        "再送",
    ];
    assert_eq!(console.write(&end)["ended"], "duplicate");
    console.check_refused(
        &["respond", &second, "--kind", "answer"],
        3,
        "already-ended",
    );
    assert_eq!(console.subjects(&[]), ["最初"]);
    assert_eq!(console.write(&["undo"])["ended"], json!(null));
    assert_eq!(console.subjects(&[]).len(), 2);
    let other = console.run(&["undo", "--actor", "鈴木", "--json"]);
    assert_eq!(other.status.code(), Some(3), "Suzuki has done nothing");

    let done = console.json(&["assign", &first, &second, "鈴木", "--actor", "田中"]);
    assert_eq!(done["inquiries"].as_array().unwrap().len(), 2);
    console.write(&["note", &first, "あとで"]);
    let operation = done["operation"].as_str().unwrap();
    assert_eq!(console.write(&["undo", operation])["assignee"], json!(null));
    console.write(&[
        "end",
        &first,
        &second,
        "--as",
        "withdrawn",
        "--why",
        "取り下げ",
    ]);
    assert!(console.subjects(&[]).is_empty());
}

#[test]
fn the_answer_given_on_the_call_is_recorded_in_the_same_step() {
    let console = Console::new();
    let new = [
        "new",
        "--product",
        "clomo",
        "--subject",
        "設定の件",
        "--answer",
        "手順を案内",
    ];
    console.check_refused(&new, 3, "level-missing");
    let row = console.write(
        &[
            &new[..],
            &[
                "--level",
                "question",
                "--kind",
                "usage",
                "--answer-as",
                "answer",
            ],
        ]
        .concat(),
    );
    assert_eq!(
        (&row["verdict"], &row["number"]),
        (&json!("in-time"), &json!("A-1001"))
    );
    assert_eq!(
        console.json(&["undo", "--actor", "田中"])["inquiries"],
        json!([]),
        "it never came in"
    );
}
