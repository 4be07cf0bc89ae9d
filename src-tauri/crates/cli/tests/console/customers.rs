//! The register of customers (§1, §12).

use serde_json::json;

use super::*;

const TABLE: &str = "\
契約番号,会社名,製品,氏名,メールアドレス,役割,サポートオプション
EX-1,例示商事,clomo,山田 花子,yamada@reiji.example.jp,システム管理者,有
EX-2,見本物流,clomo,佐々木 健,sasaki@mihon.example.jp,システム管理者,無
";

#[test]
fn customers_come_in_and_an_inquiry_says_whether_its_asker_may() {
    let console = Console::new();
    let table = console.file("customers.csv", TABLE);
    let dry = console.json(&["customers", "import", &table, "--dry-run"]);
    assert_eq!(
        (&dry["new_contracts"], &dry["new_people"], &dry["operation"]),
        (&json!(2), &json!(2), &json!(null))
    );
    assert!(!console.data().exists());
    let import = ["customers", "import", &table, "--actor", "田中"];
    assert_eq!(console.json(&import)["new_people"], 2);
    assert_eq!(console.json(&import)["unchanged_people"], 2);
    let list = console.json(&["customers", "list", "物流"]);
    assert_eq!(list[0]["contract"], "EX-2");
    assert!(console.say(&["customers", "list"]).contains("例示商事"));
    assert!(
        console
            .say(&["customers", "show", "EX-1"])
            .contains("山田 花子")
    );
    console.check_refused(&["customers", "show", "EX-3"], 4, "no-such-contract");

    let call = console.call("端末を初期化したい");
    let asker = |call: &str| console.json(&["show", call])["asker"].clone();
    assert_eq!(asker(&call)["eligibility"], "to-be-checked");
    let sasaki = list[0]["people"][0]["id"].as_str().unwrap();
    console.write(&["customers", "choose", &call, "--person", sasaki]);
    let chosen = asker(&call);
    assert_eq!(
        (&chosen["eligibility"], &chosen["reason"], &chosen["clause"]),
        (&json!("not-eligible"), &json!("no-option"), &json!(12))
    );
    let draft = chosen["drafts"][0]["text"].as_str().unwrap();
    assert!(draft.contains("サポートオプション"), "{draft}");
    let told = console.say(&["show", &call]);
    assert!(
        told.contains("not eligible §12") && told.contains("EX-2"),
        "{told}"
    );
    console.write(&["customers", "choose", &call, "--unregistered"]);
    assert_eq!(asker(&call)["reason"], "no-role");
}

#[test]
fn a_table_with_problems_lists_them_all_and_ends_with_1() {
    let console = Console::new();
    let table = TABLE
        .replace("契約番号", "契約番号,天気")
        .replace("EX-1,", "EX-1,晴れ,")
        .replace("EX-2,", "EX-2,雨,")
        .replace("sasaki@", "sasaki");
    let table = console.file("customers.csv", table);
    let output = console.run(&["customers", "import", &table, "--actor", "田中", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes: Vec<&str> = told["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["unknown-column", "not-an-address"]);
    assert_eq!(told["problems"][1]["line"], 3);
    let said = console.run(&["customers", "import", &table, "--actor", "田中"]);
    let said = text(&said.stdout);
    assert!(
        said.contains("知らない列です") && said.contains(":3: メールアドレス:"),
        "{said}"
    );
    assert_eq!(console.json(&["customers", "list"]), json!([]));
}
