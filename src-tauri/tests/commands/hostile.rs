//! Whatever crosses the wire: an answer or a code, and the window goes on.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tempfile::TempDir;

use super::*;

/// Texts that take the place of a value.
const TEXTS: [&str; 18] = [
    "",
    " ",
    "A-1001",
    "A-4294967295",
    "あ-1",
    "clomo",
    "\u{202e}\u{0}\u{1b}[2J",
    "'; DROP TABLE event; --",
    "<script>alert(1)</script>",
    "../../../etc/passwd",
    "\0",
    "0001-01-01T00:00:00Z",
    "1955-01-01T00:00:00Z",
    "2100-12-31T23:59:59.999999Z",
    "9999-12-31T23:59:60+23:59",
    "2026-11-24T01:00:00Z",
    "00000000-0000-0000-0000-000000000000",
    "\"*\" OR NEAR(",
];

/// What takes the place of a value.
fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        prop::sample::select(&TEXTS[..]).prop_map(Value::from),
        "\\PC{0,40}".prop_map(Value::from),
        Just(Value::from("長".repeat(100_000))),
        any::<i64>().prop_map(Value::from),
        prop::sample::select(vec![0_u64, 255, 256, 65_535, 4_294_967_295, 4_294_967_296])
            .prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
        Just(json!([])),
        Just(json!({})),
        Just(json!(["x", null, 1])),
    ]
}

/// The calls that a person can make, with what their arguments look like.
fn calls(id: &str, message: &str, folder: &TempDir) -> Vec<(&'static str, Value)> {
    let path = folder.path().to_str().unwrap();
    let customer = json!({ "company": "c", "person": "p", "personKana": "k", "address": "a@example.jp", "phone": "1",
        "callbackPhone": "2", "callbackWish": "w", "contract": "n" });
    let response = json!({ "kind": "answer", "at": "2026-11-24T02:00:00Z", "text": "t", "why": "w", "message": message });
    let rule =
        json!({ "sharesLeft": [50], "minutesLeft": [30], "atTarget": true, "atLimit": true });
    let local = json!({ "name": "佐藤", "role": "agent", "language": "ja", "theme": "system", "density": "compact",
        "zoomPercent": 125,
        "watchedFolder": path, "doNotDisturb": false, "sound": true, "nativeNotifications": true, "openingDigest": true, "away": ["x"] });
    let shared = json!({ "ownAddresses": ["@desk.example.jp"], "urgentPercent": 20, "urgentMinutes": 60, "soonPercent": 50,
        "triageAimMinutes": 60, "reminders": { "usual": rule, "outage": rule, "serious": null, "minor": null, "question": null } });
    let filter = json!({ "products": ["clomo"], "levels": ["serious"], "bands": ["late"], "assignee": "x", "text": "t" });
    let view = json!({ "name": "v", "view": "open", "filter": filter, "sort": "target", "descending": false,
        "groupByBand": false, "hiddenColumns": ["level"], "count": 0 });
    let queue = json!({ "view": "open", "filter": filter, "sort": "target", "descending": false, "groupByBand": true,
        "offset": 0, "limit": 100 });
    let new = json!({ "product": "clomo", "plan": "standard", "channel": "phone", "receivedAt": "2026-11-24T01:30:00Z",
        "customer": customer, "subject": "s", "text": "t", "level": "serious", "kind": "usage", "assignee": "a", "answer": response });
    let level = json!({ "inquiries": [id], "level": "serious", "why": "situation-changed", "message": message, "note": "n" });
    let ending =
        json!({ "inquiries": [id], "ending": "duplicate", "duplicateOf": id, "reason": "r" });
    let text = json!({ "title": "t", "detail": "d", "reason": "r", "customers": "c", "recipients": "r", "notice": "n" });
    let matter = json!({ "kind": "suspension", "plannedAt": "2026-11-24T01:00:00Z",
        "from": "2026-12-24T01:00:00Z", "until": "2026-12-24T06:00:00Z" });
    let obligation = json!({ "products": ["clomo"], "matter": matter, "text": text });
    let hours = json!({ "kind": "calendar", "edits": [{ "edit": "close", "on": "2026-12-28", "name": "n" },
        { "edit": "hours", "effectiveOn": "2027-04-01", "weekly": [["10:00-18:00"], [], [], [], [], [], []] }] });
    let yearly = json!({ "kind": "calendar", "edits": [{ "edit": "close-yearly", "day": "12-29", "effectiveOn": "2027-01-01" }] });
    let pack = json!({ "kind": "pack", "path": path });
    let device = json!({
        "kind": "verify",
        "device": { "product": "clomo", "model": "EX-10", "also": [], "since": "2025-04-01", "until": null },
    });
    let release = json!({ "kind": "release", "os": "ios", "generation": null, "version": "99.1", "releasedOn": "2026-11-20", "build": "b" });
    vec![
        (
            "obligations",
            json!({ "which": "open", "kinds": ["suspension"] }),
        ),
        (
            "preview_obligation",
            json!({ "products": ["clomo"], "matter": matter }),
        ),
        ("open_obligation", json!({ "request": obligation })),
        (
            "revise_obligation",
            json!({ "id": id, "matter": matter, "text": text }),
        ),
        (
            "fulfil_obligation",
            json!({ "id": id, "at": "2026-11-24T02:00:00Z", "by": "x" }),
        ),
        ("withdraw_obligation", json!({ "id": id, "reason": "r" })),
        ("lift_suspensions", json!({})),
        ("suspension_triage", json!({})),
        ("suspension_summaries", json!({})),
        ("queue", json!({ "request": queue })),
        ("inquiry", json!({ "id": id })),
        ("search", json!({ "query": "s", "limit": 10 })),
        (
            "preview_deadline",
            json!({ "request": { "product": "clomo", "receivedAt": "2026-11-24T01:30:00Z", "level": "minor" } }),
        ),
        ("calendar_year", json!({ "year": 2026 })),
        ("calendar_picture", json!({ "year": 2026 })),
        (
            "report_page",
            json!({ "selection": report_page::selection() }),
        ),
        (
            "report_behind",
            json!({ "selection": report_page::selection(), "part": "late", "offset": 0,
                "slice": { "kind": "hour", "weekday": 1, "hour": 10 } }),
        ),
        (
            "report_obligations",
            json!({ "selection": report_page::selection(), "kind": "incident", "part": "clock_missed" }),
        ),
        ("report_customers", json!({ "typed": "c" })),
        ("packs", json!({})),
        ("product_table", json!({})),
        (
            "check_app",
            json!({ "question": { "product": "clomo", "app": "MDM Agent", "platform": "ios", "version": "5", "on": "2026-11-24" } }),
        ),
        (
            "check_device",
            json!({ "question": { "product": "clomo", "model": "EX-10", "on": "2026-11-24" } }),
        ),
        ("preview_product_table", json!({ "change": device })),
        ("change_product_table", json!({ "change": device })),
        ("os_table", json!({})),
        (
            "check_os",
            json!({ "question": { "product": "clomo", "os": "ios", "version": "26", "on": "2026-11-24" } }),
        ),
        ("preview_os_table", json!({ "change": release })),
        ("change_os_table", json!({ "change": release })),
        ("preview_change", json!({ "change": hours })),
        ("apply_change", json!({ "change": yearly })),
        (
            "what_if",
            json!({ "change": pack, "from": "2026-07-01", "to": "2026-09-30" }),
        ),
        ("record_inquiry", json!({ "request": new })),
        ("set_level", json!({ "request": level })),
        ("set_kind", json!({ "inquiries": [id], "kind": "usage" })),
        (
            "set_product",
            json!({ "inquiries": [id], "product": "clomo" }),
        ),
        ("set_plan", json!({ "inquiries": [id], "plan": "trial" })),
        ("set_subject", json!({ "id": id, "subject": "s" })),
        ("set_customer", json!({ "id": id, "customer": customer })),
        (
            "answer_scope",
            json!({ "id": id, "answers": [{ "about": "os", "answer": "ios 18.7" }] }),
        ),
        ("level_assistant", json!({ "id": id, "answers": [1, 0] })),
        (
            "assist_level",
            json!({ "request": { "id": id, "answers": [0], "level": "question", "note": "n" } }),
        ),
        ("join_outage", json!({ "inquiries": [id], "leading": id })),
        (
            "hand_over",
            json!({ "inquiries": [id], "handedOver": true }),
        ),
        (
            "tick_status_page",
            json!({ "id": id, "step": "posted", "done": true }),
        ),
        (
            "respond_together",
            json!({ "inquiries": [id], "response": response }),
        ),
        ("customers", json!({ "typed": "t" })),
        ("customer", json!({ "number": "EX-1" })),
        (
            "set_contract",
            json!({ "contract": null, "form": { "number": "EX-1", "company": "例示商事", "plan": "", "products": "clomo", "validFrom": "", "validUntil": "" } }),
        ),
        (
            "set_person",
            json!({ "contract": id, "person": null, "form": { "name": "n", "kana": "", "address": "a@example.jp", "phone": "", "roles": "", "option": "" } }),
        ),
        ("remove_contract", json!({ "contract": id })),
        ("remove_person", json!({ "contract": id, "person": id })),
        (
            "set_asker",
            json!({ "id": id, "person": null, "unregistered": true }),
        ),
        ("assign", json!({ "inquiries": [id], "to": "x" })),
        (
            "set_status",
            json!({ "inquiries": [id], "status": "on-hold", "reason": "r" }),
        ),
        ("respond", json!({ "id": id, "response": response })),
        ("end_inquiries", json!({ "request": ending })),
        ("add_note", json!({ "id": id, "text": "t" })),
        ("today", json!({})),
        (
            "sign_offs",
            json!({ "selection": report_page::selection() }),
        ),
        (
            "sign_off",
            json!({ "selection": report_page::selection(), "note": "n" }),
        ),
        ("take_back_sign_off", json!({ "operation": id })),
        (
            "set_cause",
            json!({ "id": id, "cause": "volume", "note": "t" }),
        ),
        (
            "set_next_contact",
            json!({ "id": id, "at": "2026-11-25T01:30:00Z", "note": "n" }),
        ),
        ("link", json!({ "id": id, "to": "A-1001" })),
        (
            "merge",
            json!({ "from": [id], "into": "A-1001", "reason": "r" }),
        ),
        ("split", json!({ "id": id, "message": message })),
        ("undo", json!({})),
        (
            "snooze",
            json!({ "inquiries": [id], "until": "2026-11-25T01:30:00Z" }),
        ),
        ("put_away_signs", json!({ "ids": ["x"] })),
        ("put_away_all_signs", json!({})),
        ("cancel_import", json!({})),
        ("cancel_export", json!({})),
        ("refused", json!({})),
        (
            "retry_refused",
            json!({ "ids": ["00000000-0000-0000-0000-000000000000"] }),
        ),
        (
            "save_attachment",
            json!({ "id": id, "message": message, "index": 0 }),
        ),
        ("save_raw_message", json!({ "id": id, "message": message })),
        ("settings", json!({})),
        ("save_local_settings", json!({ "settings": local })),
        ("save_shared_settings", json!({ "settings": shared })),
        (
            "finish_set_up",
            json!({ "settings": local, "ownAddresses": ["a@example.jp"], "sample": false }),
        ),
        ("save_view", json!({ "view": view })),
        ("remove_view", json!({ "name": "v" })),
        ("draft", json!({ "key": "k" })),
        ("keep_draft", json!({ "key": "k", "text": "t" })),
        ("test_notification", json!({})),
    ]
}

/// Calls that would bring in what a damaged path names, make the sample, or set the clock for all others.
const APART: [&str; 7] = [
    "frame",
    "import_files",
    "add_sample",
    "remove_sample",
    "verify",
    "window_ready",
    "set_debug_clock",
];

/// Puts `with` in the place of one value, counted from the outermost.
fn replace(value: &mut Value, at: &mut usize, with: &Value) {
    if *at == 0 {
        *value = with.clone();
    }
    *at = at.wrapping_sub(1);
    match value {
        Value::Object(object) => object.values_mut().for_each(|it| replace(it, at, with)),
        Value::Array(list) => list.iter_mut().for_each(|it| replace(it, at, with)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Object(object) => object.values().map(count).sum(),
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

#[test]
fn every_call_is_tried() {
    let all = calls("", "", &TempDir::new().unwrap());
    for name in BINDINGS
        .split("__TAURI_INVOKE(\"")
        .skip(1)
        .filter_map(|it| it.split('"').next())
    {
        let tried = all.iter().any(|it| it.0 == name)
            || APART.contains(&name)
            || WAITS_FOR_A_PERSON.contains(&name);
        assert!(tried, "{name}");
    }
}

#[test]
fn damaged_calls_are_answered_or_refused_and_the_desk_goes_on() {
    let (window, folder) = (Window::open(), TempDir::new().unwrap());
    window.record("先に");
    let id = window.record("管理画面の表示が遅い");
    let view = window.call("inquiry", json!({ "id": id })).unwrap();
    let message = view["messages"][0]["id"].as_str().unwrap().to_owned();
    let calls = calls(&id, &message, &folder);
    for (name, args) in &calls {
        if let Err(error) = window.call(name, args.clone()) {
            assert!(
                error["code"].is_string(),
                "the undamaged arguments are understood: {name}: {error}"
            );
        }
    }
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    let damage = prop::collection::vec((any::<prop::sample::Index>(), values()), 0..3);
    let tried = TestRunner::new(config).run(
        &(any::<prop::sample::Index>(), damage),
        |(which, damage)| {
            let (name, args) = which.get(&calls);
            let mut args = args.clone();
            for (at, with) in damage {
                // The arguments themselves stay an object, as the window can send nothing else.
                let mut at = 1 + at.index(count(&args));
                replace(&mut args, &mut at, &with);
            }
            let _ = window.call(name, args);
            prop_assert!(window.call("frame", json!({})).is_ok(), "{}", name);
            Ok(())
        },
    );
    tried.unwrap();
    let report = window.call("verify", json!({})).unwrap();
    assert_eq!(report["problems"], json!([]));
    let all = json!({ "request": { "view": "open", "filter": {}, "sort": "target", "descending": false,
        "groupByBand": false, "offset": 0, "limit": 100 }});
    let page = window.call("queue", all).unwrap();
    for row in page["rows"].as_array().unwrap() {
        window.call("inquiry", json!({ "id": row["id"] })).unwrap();
    }
}

#[test]
fn files_of_any_path_are_refused_in_words() {
    let window = Window::open();
    let long = "x/".repeat(10_000);
    for path in [
        "",
        "\0",
        "/dev/null",
        "/dev/zero",
        "no such file",
        "a\u{202e}b",
        long.as_str(),
    ] {
        let request = json!({ "paths": [path], "product": null, "dryRun": false });
        let report = window.call("import_files", request).unwrap();
        assert_eq!(
            report["refused"][0]["code"]
                .as_str()
                .map(|it| it.starts_with("intake-")),
            Some(true),
            "{path:?}"
        );
    }
}

#[test]
fn a_clock_at_the_end_of_all_calendars_is_told_in_words() {
    let window = Window::open();
    window.record("先に");
    for at in ["1955-01-01T00:00:00Z", "2100-12-31T23:59:59Z"] {
        window.call("set_debug_clock", json!({ "at": at })).unwrap();
        for (command, args) in [
            ("frame", json!({})),
            ("search", json!({ "query": "先", "limit": 5 })),
            ("undo", json!({})),
        ] {
            if let Err(error) = window.call(command, args) {
                assert!(error["code"].is_string(), "{at} {command}: {error}");
            }
        }
    }
}
