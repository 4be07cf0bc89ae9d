//! Calendar and packs.

use serde_json::json;

use super::*;

#[test]
fn the_governments_list_is_imported_as_it_is() {
    let console = Console::new();
    let file = vector("holidays_cp932.csv");
    let dry = console.json(&["calendar", "import", &file, "--dry-run"]);
    assert_eq!(
        (&dry["dry_run"], &dry["operation"]),
        (&json!(true), &json!(null))
    );
    assert!(dry["years"].as_array().unwrap().contains(&json!(2026)));
    assert!(!console.data().exists());

    let list = "国民の祝日・休日月日,国民の祝日・休日名称\n2030/1/1,元日\n2030/6/3,例示の日\n";
    let list = console.file("list.csv", list);
    let import = ["calendar", "import", &list, "--actor", "田中"];
    let done = console.json(&import);
    assert_eq!(
        (&done["years"], &done["dry_run"]),
        (&json!([2030]), &json!(false))
    );
    assert_eq!(
        done["differences"][0]["added"],
        json!([{"on": "2030-06-03", "name": "例示の日"}])
    );
    assert!(
        done["differences"][0]["removed"].as_array().unwrap().len() > 10,
        "a year that shrinks shows"
    );
    let year = console.json(&["calendar", "show", "2030"]);
    assert_eq!(
        (&year["source"], &year["provisional"]),
        (&json!("imported"), &json!(false))
    );
    assert_eq!(year["closed"].as_array().unwrap().len(), 2);
    console.json(&["undo", "--actor", "田中"]);
    assert_eq!(
        console.json(&["calendar", "show", "2030"])["provisional"],
        true
    );
    assert_eq!(
        console.json(&["calendar", "show", "2026"])["business_days"],
        244
    );

    let broken = console.file(
        "broken.csv",
        "国民の祝日・休日月日,国民の祝日・休日名称\n2030/13/1,元日\n",
    );
    console.check_refused(&["calendar", "import", &broken], 1, "holiday-problems");
}

#[test]
fn packs_are_listed_shown_and_checked() {
    let console = Console::new();
    let list = console.json(&["policy", "list"]);
    let products: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["product"].as_str().unwrap())
        .collect();
    assert_eq!(products, ["clomo", "deep-instinct", "harmony-mobile"]);
    assert!(
        list.as_array()
            .unwrap()
            .iter()
            .all(|it| it["in_force"] == true)
    );
    let pack = console.json(&["policy", "show", "clomo", "--on", "2026-11-24"]);
    assert_eq!(
        (&pack["id"], &pack["levels"][0]["business_hours"]),
        (&json!("clomo"), &json!(2))
    );
    assert!(console.say(&["policy", "show", "clomo"]).contains("2 h"));

    let [sound, ..] = policy::Pack::shipped_texts();
    let file = console.file("pack.toml", sound);
    assert!(
        console
            .say(&["policy", "check", &file])
            .contains("clomo 2020-04-01 is sound")
    );
    let file = console.file("wrong.toml", sound.replace("day_limit = ", "day_limits = "));
    let output = console.run(&["policy", "check", &file, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes: Vec<&str> = found["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["code"].as_str().unwrap())
        .collect();
    assert!(
        codes.contains(&"unknown-key") && codes.contains(&"missing-key"),
        "{codes:?}"
    );
    let told = text(
        &console
            .run(&["policy", "check", &file, "--lang", "en"])
            .stdout,
    );
    assert!(told.contains("did you mean day_limit?"), "{told}");
}
