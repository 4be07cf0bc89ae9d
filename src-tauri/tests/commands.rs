//! Every command through the real codec of the wire, on a runtime without a window.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

use std::sync::Arc;

use business_time::Instant;
use desk::Desk;
use ichiji_desk::clock::WindowClock;
use ichiji_desk::shell::Shell;
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{
    INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets,
};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};

#[path = "commands/hostile.rs"]
mod hostile;

#[path = "commands/report.rs"]
mod report_page;

const BINDINGS: &str = include_str!("../../ui/src/lib/backend/bindings.ts");

/// Commands that show the system's dialogs or programs, or end this one, as soon as they are called.
const WAITS_FOR_A_PERSON: [&str; 10] = [
    "export_report",
    "export_evidence",
    "import_customers",
    "export_incidents",
    "choose_rule_file",
    "restart",
    "choose_and_import",
    "choose_folder",
    "backup",
    "open_data_folder",
];

/// A window that is not there, on a desk in memory at Tuesday 2026-11-24 11:06 in Tokyo.
struct Window {
    webview: WebviewWindow<MockRuntime>,
    _app: App<MockRuntime>,
}

impl Window {
    fn open() -> Self {
        let now = Instant::parse("2026-11-24T02:06:00Z").unwrap();
        let clock = Arc::new(WindowClock::new(Some(now)));
        let desk = Desk::in_memory(clock.clone()).unwrap();
        let shell = Shell::new(Ok(desk), clock, "data".into());
        let builder = ichiji_desk::ipc_builder!(MockRuntime);
        let app = mock_builder()
            .manage(shell)
            .invoke_handler(builder.invoke_handler())
            .build(mock_context(noop_assets()))
            .unwrap();
        builder.mount_events(&app);
        let webview = WebviewWindowBuilder::new(&app, "main", tauri::WebviewUrl::default())
            .build()
            .unwrap();
        Self { webview, _app: app }
    }

    fn call(&self, command: &str, args: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(args),
            headers: tauri::http::HeaderMap::new(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.webview, request).map(|body| body.deserialize().unwrap())
    }

    fn record(&self, subject: &str) -> String {
        let customer = json!({ "company": "例示商事", "person": "山田 花子" });
        let new = json!({ "request": {
            "product": "clomo", "plan": "standard", "channel": "phone", "receivedAt": "2026-11-24T01:30:00Z",
            "customer": customer, "subject": subject, "text": subject, "level": null, "kind": null, "assignee": null,
            "answer": null,
        }});
        let written = self.call("record_inquiry", new).unwrap();
        written["inquiries"][0].as_str().unwrap().to_owned()
    }
}

#[test]
fn every_command_of_the_bindings_is_there() {
    let window = Window::open();
    let names = BINDINGS
        .split("__TAURI_INVOKE(\"")
        .skip(1)
        .filter_map(|it| it.split('"').next());
    let names: Vec<&str> = names
        .filter(|name| !WAITS_FOR_A_PERSON.contains(name))
        .collect();
    assert!(names.len() > 30, "{names:?}");
    for name in names {
        if let Err(error) = window.call(name, json!({})) {
            assert!(!error.to_string().contains("not found"), "{name}: {error}");
        }
    }
}

#[test]
fn a_call_goes_its_way_from_the_queue_to_the_first_response() {
    let window = Window::open();
    let id = window.record("管理画面の表示が遅い");
    let request = json!({ "request": {
        "view": "open", "filter": {}, "sort": "target", "descending": false, "groupByBand": false, "offset": 0, "limit": 100,
    }});
    let page = window.call("queue", request.clone()).unwrap();
    assert_eq!(page["rows"][0]["subject"], "管理画面の表示が遅い");
    assert_eq!(
        (&page["rows"][0]["aim"], &page["rows"][0]["level"]),
        (&json!(true), &Value::Null)
    );
    let level = json!({ "request": { "inquiries": [id], "level": "serious", "why": "first", "message": null, "note": null }});
    window.call("set_level", level).unwrap();
    let view = window.call("inquiry", json!({ "id": id })).unwrap();
    assert_eq!(view["deadline"]["target"], "2026-11-24T05:30:00Z");
    let codes: Vec<&str> = view["deadline"]["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it["code"].as_str())
        .collect();
    assert_eq!(codes, ["received", "allowance", "limit-is-target"]);
    let response = json!({ "kind": "answer", "at": null, "text": "確認しました。", "why": null, "message": null });
    window
        .call("respond", json!({ "id": id, "response": response }))
        .unwrap();
    assert_eq!(window.call("queue", request).unwrap()["total"], 0);
    let view = window.call("inquiry", json!({ "id": id })).unwrap();
    assert_eq!(view["responses"][0]["verdict"], "in-time");
    assert_eq!(view["responses"][0]["businessTakenS"], 36 * 60);
    window.call("undo", json!({})).unwrap();
    let frame = window.call("frame", json!({})).unwrap();
    assert_eq!(frame["counts"]["open"], 1);
}

#[track_caller]
fn check_refusal(window: &Window, command: &str, args: Value, code: &str) {
    let error = window.call(command, args).unwrap_err();
    assert_eq!(error["code"], code, "{error}");
}

#[test]
fn refusals_cross_as_codes() {
    let window = Window::open();
    let id = window.record("設定について");
    let response =
        json!({ "kind": "answer", "at": null, "text": null, "why": null, "message": null });
    check_refusal(
        &window,
        "respond",
        json!({ "id": id, "response": response }),
        "level-missing",
    );
    check_refusal(&window, "inquiry", json!({ "id": "A-1001x" }), "malformed");
    check_refusal(
        &window,
        "link",
        json!({ "id": id, "to": "A-9999" }),
        "no-such-inquiry",
    );
    let completed = json!({ "inquiries": [id], "status": "completed", "reason": null });
    check_refusal(&window, "set_status", completed, "ending-missing");
    check_refusal(
        &window,
        "set_product",
        json!({ "inquiries": [id], "product": "unknown" }),
        "no-such-product",
    );
    let view = json!({ "view": { "name": " ", "view": "open", "filter": {}, "sort": "target", "descending": false,
        "groupByBand": false, "hiddenColumns": [], "count": 0 }});
    check_refusal(&window, "save_view", view, "empty-name");
}

#[test]
fn without_a_desk_every_reading_says_why() {
    let clock = Arc::new(WindowClock::new(None));
    let reason = ichiji_desk::ipc::wire::IpcError {
        code: "damaged".to_owned(),
        params: [].into(),
    };
    let shell = Shell::new(Err(reason), clock, "data".into());
    assert_eq!(shell.desk().err().unwrap().code, "damaged");
    assert_eq!(shell.call().err().unwrap().code, "damaged");
}
