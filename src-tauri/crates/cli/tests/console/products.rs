//! The table of products (§3, §4, §7, §11).

use serde_json::json;

use super::*;

impl Console {
    /// Changes the table; gives what that changed.
    #[track_caller]
    fn changed(&self, arguments: &[&str]) -> Value {
        self.json(&[arguments, &["--actor", "田中"]].concat())
    }
}

const RELEASE: [&str; 12] = [
    "products",
    "release",
    "--product",
    "clomo",
    "--app",
    "MDM Agent",
    "--platform",
    "ios",
    "--version",
    "5.2.0",
    "--published-on",
    "2026-10-12",
];

const QUESTION: [&str; 10] = [
    "check",
    "app",
    "--product",
    "clomo",
    "--app",
    "MDM Agent",
    "--platform",
    "ios",
    "--version",
    "5.1.0",
];

#[test]
fn a_release_answers_which_version_is_the_newest() {
    let console = Console::new();
    let answer = || console.json(&QUESTION);
    assert_eq!(answer()["verdict"], "to-be-checked");
    let dry = console.json(&[&RELEASE[..], &["--dry-run"]].concat());
    assert_eq!(
        (&dry["dry_run"], &dry["operation"]),
        (&json!(true), &json!(null))
    );
    assert_eq!(answer()["reason"], "no-table", "a dry run writes nothing");
    let made = console.changed(&RELEASE);
    assert_eq!(made["releases_added"][0]["version"], "5.2.0");
    let answer = console.json(&QUESTION);
    assert_eq!(
        (
            &answer["verdict"],
            &answer["reason"],
            &answer["newest_version"],
            &answer["clause"]
        ),
        (
            &json!("unsupported"),
            &json!("newer-published"),
            &json!("5.2.0"),
            &json!(7)
        )
    );
    assert!(
        console
            .say(&QUESTION)
            .contains("Newest version then: 5.2.0 (2026-10-12)")
    );
    console.changed(&["undo"]);
    assert_eq!(console.json(&QUESTION)["reason"], "no-table");
}

#[test]
fn a_table_is_written_and_taken_in_again() {
    let console = Console::new();
    console.changed(&RELEASE);
    let verify = [
        "products",
        "verify",
        "--product",
        "clomo",
        "--model",
        "見本フォン EX-10",
        "--also",
        "EX-10",
    ];
    console.changed(&[&verify[..], &["--since", "2025-04-01"]].concat());
    let document = [
        "products",
        "document",
        "--product",
        "clomo",
        "--title",
        "初期化の手順",
    ];
    console.changed(
        &[
            &document[..],
            &["--url", "https://support.example.jp/reset"],
        ]
        .concat(),
    );
    let listed = console.json(&["products", "list", "--product", "clomo"]);
    assert_eq!(listed["devices"][0]["model"], "見本フォン EX-10");
    assert_eq!(listed["documents"][0]["title"], "初期化の手順");
    let device = ["check", "device", "--product", "clomo", "--model", "ex-10"];
    assert_eq!(console.json(&device)["verdict"], "supported");

    let file = console.place("products.toml");
    std::fs::write(&file, console.say(&["products", "list", "--toml"])).unwrap();
    let path = file.to_str().unwrap();
    let unlist = [
        "products",
        "unlist",
        "--product",
        "clomo",
        "--model",
        "EX-10",
        "--on",
        "2026-11-01",
    ];
    console.changed(&unlist);
    assert_eq!(console.json(&device)["reason"], "unlisted");
    let back = console.changed(&["products", "import", path]);
    assert_eq!(back["devices_removed"][0]["until"], "2026-11-01");
    assert_eq!(console.json(&device)["reason"], "listed");
    let same = console.say(&["products", "import", path, "--dry-run"]);
    assert!(same.contains("the same as the table in force"), "{same}");
}

#[test]
fn every_problem_of_a_table_is_told_and_nothing_is_taken_in() {
    let console = Console::new();
    console.changed(&RELEASE);
    let file = console.place("products.toml");
    let text = "version = \"1\"\nsource = \"見本\"\n[[devices]]\nproduct = \"clomo\"\nmodel = \"EX-10\"\n\
        since = 2026-02-30\n[[documents]]\nproduct = \"clomo\"\ntitle = \"手順\"\nurl = \"file:///etc\"\n";
    std::fs::write(&file, text).unwrap();
    let (status, error) = console.refused(&["products", "import", file.to_str().unwrap()]);
    assert_eq!(
        (status, error["code"].as_str()),
        (1, Some("table-problems"))
    );
    let told = error["params"].to_string();
    assert!(
        told.contains("bad-date") && told.contains("bad-url"),
        "{told}"
    );
    std::fs::write(
        &file,
        text.replace("02-30", "02-28")
            .replace("file:///etc", "https://example.jp/")
            .replace("clomo", "clomi"),
    )
    .unwrap();
    let (_, error) = console.refused(&["products", "import", file.to_str().unwrap()]);
    let told = error["params"].to_string();
    assert!(
        told.contains("unknown-word") && told.contains("clomo"),
        "{told}"
    );
    assert_eq!(
        console.json(&["products", "list"])["releases"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    console.check_refused(
        &["check", "device", "--product", "clomi", "--model", "EX-10"],
        4,
        "no-such-product",
    );
}
