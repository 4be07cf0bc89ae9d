//! Scope, level assistant and outages (§7–§11, §16, §17, §19).

use serde_json::json;

use super::*;

#[test]
fn a_scope_is_told_answered_and_replied_to() {
    let console = Console::new();
    let call = console.call("iOS 15.8.5 の端末で同期できない");
    let scope = |call: &str| console.json(&["scope", call]);
    let told = scope(&call);
    assert_eq!(told["os"]["version"], "15.8.5");
    assert_eq!(told["os"]["from_text"], true);
    let set = ["scope", &call, "--set", "os=none", "--set", "contract=yes"];
    console.write(&set);
    assert_eq!(scope(&call)["scope"], "in");
    console.write(&["scope", &call, "--set", "remote-or-visit=yes"]);
    let told = scope(&call);
    assert_eq!(told["scope"], "out");
    let reply = told["reply"].as_str().unwrap();
    assert!(reply.contains("遠隔操作・訪問による支援"), "{reply}");
    assert!(console.say(&["scope", &call]).contains("out of scope §19"));
    assert!(console.say(&["show", &call]).contains("Scope"));
    console.check_refused(
        &["scope", &call, "--set", "remote-or-visit=maybe"],
        2,
        "usage",
    );
    console.check_refused(
        &["scope", &call, "--set", "os=none"],
        3,
        "nothing-to-change",
    );
}

#[test]
fn the_assistant_asks_until_the_level_is_found() {
    let console = Console::new();
    let call = console.call("全員ログインできない");
    let first = console.json(&["assist", &call]);
    assert_eq!(first["level"], json!(null));
    assert_eq!(first["answers"][1]["suggested"], true);
    let found = console.json(&["assist", &call, "2", "2"]);
    assert_eq!(
        (&found["level"], &found["clause"]),
        (&json!("outage"), &json!(17))
    );
    assert!(console.say(&["assist", &call, "2", "2"]).contains("§17"));
    let overruled = ["assist", &call, "2", "2", "--decide", "--level", "serious"];
    console.check_refused(&overruled, 3, "overrule-reason-missing");
    let row = console.write(&["assist", &call, "2", "2", "--decide"]);
    assert_eq!(row["level"], "outage");
    console.check_refused(&["assist", &call, "9"], 2, "answers-lead-nowhere");

    let other = console.call("管理画面が開かない");
    console.write(&["outage", &call, "--join", &other]);
    assert_eq!(
        console.json(&["show", &other])["links"][0]["relation"],
        "same-outage"
    );
    console.write(&["outage", &call, "--tick", "posted"]);
    let history = console.json(&["show", &call])["history"][0].clone();
    assert_eq!(history["what"], "status-page-ticked");
    console.check_refused(
        &["outage", &call, "--tick", "posted"],
        3,
        "nothing-to-change",
    );
}

#[test]
fn an_inquiry_is_handed_over_to_paid_support() {
    let console = Console::new();
    let call = console.call("操作を代行してほしい");
    console.write(&["hand-over", &call]);
    let what = || console.json(&["show", &call])["history"][0]["what"].clone();
    assert_eq!(what(), "handed-over");
    console.check_refused(&["hand-over", &call], 3, "nothing-to-change");
    console.write(&["hand-over", &call, "--take-back"]);
    assert_eq!(what(), "hand-over-taken-back");
    assert!(console.say(&["show", &call]).contains("paid support"));
}
