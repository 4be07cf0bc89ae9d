//! What the policies ask for besides first responses, on the command line.

use serde_json::json;

use super::*;

fn incident(title: &str) -> Vec<&str> {
    let fixed = "obligations open incident --product clomo --affected yes --as malware --title";
    fixed.split(' ').chain([title, "--actor", "田中"]).collect()
}

#[test]
fn an_obligation_is_opened_listed_explained_done_and_taken_back() {
    let console = Console::new();
    let opened = console.json(&incident("検知の試験"));
    let one = &opened["obligations"][0];
    assert_eq!(
        (&one["kind"], &one["clause"]),
        (&json!("incident"), &json!(20))
    );
    assert_eq!(
        (&one["left_in"], &one["late"]),
        (&json!("wall"), &json!(null))
    );
    let number = one["number"].as_str().unwrap();
    let listed = console.json(&["obligations", "list", "--kind", "incident"]);
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(listed[0]["steps"][1]["clause"], 20);
    let done = console.json(&["obligations", "done", number, "--actor", "田中"]);
    assert_eq!(done["obligations"][0]["late"], false);
    assert_eq!(done["obligations"][0]["done_by"], "田中");
    assert_eq!(console.json(&["obligations", "list"]), json!([]));
    console.json(&["undo", "--actor", "田中"]);
    assert_eq!(
        console
            .json(&["obligations", "list"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let withdrawn = console.json(&[
        "obligations",
        "withdraw",
        number,
        "--why",
        "誤検知",
        "--actor",
        "田中",
    ]);
    assert!(withdrawn["obligations"][0]["withdrawn_at"].is_string());
}

#[test]
fn a_release_opens_its_verifications_for_every_policy() {
    let console = Console::new();
    let line = "obligations open os-verification --os ios --version 27 --release major --released-on 2026-09-14 \
                --actor 田中";
    let opened = console.json(&line.split(' ').collect::<Vec<_>>());
    let due: Vec<_> = opened["obligations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["product"].as_str().unwrap(), it["due_on"].as_str()))
        .collect();
    assert!(due.contains(&("clomo", Some("2026-09-28"))), "{due:?}");
    assert!(due.contains(&("clomo", Some("2026-10-14"))), "{due:?}");
    assert!(
        due.contains(&("deep-instinct", Some("2026-11-13"))),
        "{due:?}"
    );
    assert!(due.contains(&("harmony-mobile", None)), "{due:?}");
}
