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

#[test]
fn versions_of_operating_systems_are_checked() {
    let console = Console::new();
    let check = ["check", "os", "--product"];
    let ask = |rest: &[&str]| console.json(&[&check[..], rest].concat());
    let found = ask(&[
        "clomo",
        "--os",
        "ios",
        "--version",
        "15.8.5",
        "--on",
        "2025-10-15",
    ]);
    assert_eq!(
        (&found["verdict"], &found["reason"], &found["clause"]),
        (
            &json!("unsupported"),
            &json!("generation-dropped"),
            &json!(8)
        )
    );
    assert_eq!(
        (
            &found["ends_on"],
            &found["newest_version"],
            &found["presumed"]
        ),
        (&json!("2025-10-15"), &json!("26.0.1"), &json!(true))
    );
    let today = ask(&["harmony-mobile", "--os", "chromeos", "--version", "144"]);
    assert_eq!(today["reason"], "not-for-product");
    let rest = [
        "clomo",
        "--os",
        "android",
        "--version",
        "12L",
        "--on",
        "2024-10-03",
    ];
    let english = console.say(&[&check[..], &rest].concat());
    assert!(
        english.contains("android 12L (2024-10-03): supported"),
        "{english}"
    );
    let output = console.run(&[&check[..], &rest, &["--lang", "ja"]].concat());
    let japanese = text(&output.stdout);
    assert!(
        japanese.contains("サポート対象") && japanese.contains("2025-07-10"),
        "{japanese}"
    );
    console.check_refused(
        &[
            "check",
            "os",
            "--product",
            "clomoo",
            "--os",
            "ios",
            "--version",
            "26",
        ],
        4,
        "no-such-product",
    );
}

#[test]
fn a_change_of_the_calendar_is_previewed_applied_and_undone() {
    let console = Console::new();
    console.call("管理画面が開けない");
    let change = ["--hours", "00:00-24:00", "--hours", "sun=00:00-24:00"];
    let preview = [&["calendar", "preview"], &change[..]].concat();
    let told = console.json(&preview);
    assert_eq!(
        (&told["dry_run"], &told["open"], &told["operation"]),
        (&json!(true), &json!(1), &json!(null))
    );
    let one_day = ["--close", "2030-06-03=例示の日"];
    let preview = console.json(&[&["calendar", "preview"], &one_day[..]].concat());
    assert_eq!(
        (&preview["moved"], &preview["deadlines"]),
        (&json!(0), &json!([]))
    );
    let apply = [&["calendar", "apply"], &one_day[..]].concat();
    let done = console.json(&[&apply[..], &["--actor", "田中"]].concat());
    assert!(done["operation"].is_string());
    let closed = |console: &Console| {
        let year = console.json(&["calendar", "show", "2030"]);
        let days = year["closed"].as_array().unwrap().clone();
        days.iter().any(|it| it["name"] == "例示の日")
    };
    assert!(closed(&console));
    console.check_refused(&apply, 1, "calendar-edit-problems");
    console.json(&["undo", "--actor", "田中"]);
    assert!(!closed(&console));
    console.check_refused(&["calendar", "preview"], 2, "usage");
}

#[test]
fn a_pack_is_previewed_and_published() {
    let console = Console::new();
    console.call("管理画面が開けない");
    let [clomo, ..] = policy::Pack::shipped_texts();
    let file = console.file("ours.toml", clomo.replace("2020-04-01", "2030-04-01"));
    let preview = console.json(&["policy", "preview", &file]);
    assert_eq!(
        (&preview["open"], &preview["moved"]),
        (&json!(1), &json!(0))
    );
    console.json(&["policy", "publish", &file, "--actor", "田中"]);
    let versions = |console: &Console| console.json(&["policy", "list"]).as_array().unwrap().len();
    assert_eq!(versions(&console), 4);
    console.check_refused(&["policy", "publish", &file], 3, "pack-clash");
    let broken = console.file("broken.toml", clomo.replace("levels", "level"));
    console.check_refused(&["policy", "publish", &broken], 1, "pack-problems");
    console.json(&["undo", "--actor", "田中"]);
    assert_eq!(versions(&console), 3);
}

#[test]
fn a_period_is_judged_by_other_hours() {
    let console = Console::new();
    console.write(&[
        "new",
        "--product",
        "clomo",
        "--subject",
        "質問",
        "--level",
        "question",
    ]);
    let number = console.json(&["queue"])[0]["number"]
        .as_str()
        .unwrap()
        .to_owned();
    console.write(&["respond", &number, "--kind", "answer"]);
    let period = ["--from", "2020-01-01", "--to", "2099-12-31"];
    let hours = ["--hours", "10:00-18:00"];
    let told = console.json(&[&["what-if"], &period[..], &hours[..]].concat());
    assert_eq!(
        (
            &told["before"]["count"],
            &told["after"]["within_limit_percent"]
        ),
        (&json!(1), &json!(100.0))
    );
    let said = console.say(&[&["what-if"], &period[..], &hours[..]].concat());
    assert!(
        said.contains("Within limit (policy kept)") && said.contains("100.0 %"),
        "{said}"
    );
    console.check_refused(&[&["what-if"], &period[..]].concat(), 2, "usage");
}

#[test]
fn a_file_without_end_is_refused() {
    let console = Console::new();
    for command in [["calendar", "import"], ["policy", "check"]] {
        console.check_refused(
            &[&command[..], &["/dev/zero"]].concat(),
            7,
            "file-too-large",
        );
    }
}
