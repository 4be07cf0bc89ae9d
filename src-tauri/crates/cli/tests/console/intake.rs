//! Files in.

use serde_json::json;

use super::*;

const MAIL: &str = "Received: from mx.example.jp by mail.centre.example.jp; Fri, 20 Nov 2026 10:00:00 +0900\r\n\
From: =?UTF-8?B?5bGx55Sw?= <yamada@reiji-shoji.example.jp>\r\n\
To: support@centre.example.jp\r\n\
Subject: CLOMO login\r\n\
Message-ID: <one@reiji-shoji.example.jp>\r\n\
Content-Type: text/plain; charset=UTF-8\r\n\
\r\n\
We cannot log in.\r\n";

#[test]
fn a_folder_is_imported_once_and_what_cannot_be_read_is_named() {
    let console = Console::new();
    let folder = console.place("inbox");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("one.eml"), MAIL).unwrap();
    std::fs::write(folder.join("two.dat"), [0_u8, 159, 146, 150]).unwrap();
    let import = [
        "import",
        folder.to_str().unwrap(),
        "--json",
        "--actor",
        "田中",
        "--lang",
        "en",
    ];

    let dry = console.run(&[&import[..3], &["--dry-run"]].concat());
    assert_eq!(dry.status.code(), Some(1));
    assert!(
        !console.data().exists(),
        "a dry run begins nothing and needs no name"
    );

    let output = console.run(&import);
    assert_eq!(output.status.code(), Some(1), "one file was refused");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (
            &report["files"],
            report["created"].as_array().unwrap().len()
        ),
        (&json!(2), 1)
    );
    assert_eq!(report["refused"][0]["code"], "intake-unknown-kind");
    assert!(
        report["refused"][0]["name"]
            .as_str()
            .unwrap()
            .ends_with("two.dat")
    );

    let again: Value = serde_json::from_slice(&console.run(&import).stdout).unwrap();
    assert_eq!(
        (&again["created"], &again["duplicates"]),
        (&json!([]), &json!(1))
    );
    let row = console.json(&["queue"])[0].clone();
    assert_eq!(row["id"], report["created"][0]);
    assert_eq!(
        (&row["product"], &row["channel"]),
        (&json!("clomo"), &json!("mail"))
    );
    assert_eq!(row["received_at"], "2026-11-20T10:00:00+09:00");
}

#[test]
fn a_dry_run_shows_how_a_table_is_understood() {
    let console = Console::new();
    let file = console.file(
        "table.csv",
        "受付日時,件名,色\n2026-11-20 10:00,端末の件,青\n",
    );
    let report = console.json(&["import", &file, "--dry-run", "--product", "deep-instinct"]);
    assert_eq!(
        report["mapping"][0]["columns"][0],
        json!({"header": "受付日時", "field": "received_at"})
    );
    assert_eq!(
        report["mapping"][0]["columns"][2],
        json!({"header": "色", "field": null})
    );
    let told = console.say(&["import", &file, "--dry-run"]);
    assert!(
        told.contains("not used") && told.contains("nothing was written"),
        "{told}"
    );
    console.say(&[
        "import",
        &file,
        "--actor",
        "田中",
        "--product",
        "deep-instinct",
    ]);
    assert_eq!(console.json(&["queue"])[0]["product"], "deep-instinct");
}

#[test]
fn the_sample_set_comes_and_goes_in_one_step() {
    let console = Console::new();
    let added = console.json(&["sample", "--actor", "田中"])["added"]
        .as_u64()
        .unwrap();
    assert!((50..=70).contains(&added));
    assert_eq!(
        console.json(&["sample", "add", "--actor", "田中"])["added"],
        0
    );
    let rows = console.json(&["queue"]);
    let rows = rows.as_array().unwrap();
    assert!(rows.len() > 20 && rows.iter().all(|it| it["sample"] == true));
    let keys: Vec<&str> = rows[0]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert!(ROW.iter().all(|key| keys.contains(key)));
    for row in rows.iter().step_by(7) {
        let whole = console.say(&["show", row["number"].as_str().unwrap()]);
        assert!(
            whole.contains("History") && whole.contains("[sample]"),
            "{whole}"
        );
    }
    assert_eq!(
        console.json(&["sample", "remove", "--actor", "田中"])["removed"],
        json!(added)
    );
    assert_eq!(console.json(&["queue"]), json!([]));
}
