//! From a mail to a first response in time.

use ichiji_tests::console::Console;
use ichiji_tests::stage::{Stage, wait_until};
use serde_json::json;

use crate::first_start::{Beginning, set_up};
use crate::letters::{Letter, post};

/// Tuesday 24 November 2026, 11:06 in Tokyo, after a Monday off.
const NOW: &str = "2026-11-24T02:06:00Z";

const ROWS: &str = "[role=row][id^=row-]";

const LETTERS: [Letter; 3] = [
    Letter {
        name: "profile",
        subject: "CLOMO MDM プロファイルの配布が一部の端末で失敗する",
        from: "Example Bussan <sasaki@mihon.example.jp>",
        received: "Tue, 24 Nov 2026 10:20:00 +0900",
        text: "一部の端末でプロファイルの配布が失敗します。\r\n再起動では直りませんでした。",
    },
    Letter {
        name: "harmony",
        subject: "Harmony Mobile の管理者を追加したい",
        from: "Mihon Unyu <matsumoto@unyu.example.jp>",
        received: "Mon, 23 Nov 2026 15:00:00 +0900",
        text: "管理者の追加手順を教えてください。",
    },
    Letter {
        name: "badge",
        subject: "通知バッジの数が合わない",
        from: "Mihon Denki <shimizu@denki.example.jp>",
        received: "Tue, 24 Nov 2026 10:55:00 +0900",
        text: "CLOMO の通知バッジの数が実際の件数と合いません。",
    },
];

#[tokio::test]
async fn from_a_mail_to_a_first_response_in_time() {
    let stage = Stage::set(1280, 800, true);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = Console::open(&stage, &["--data-dir", &data]).await;
    set_up(&console, Beginning::Empty).await;
    console.set_clock(NOW).await;

    let letters = post(stage.home(), &LETTERS);
    let report = console
        .call(
            "import_files",
            json!({ "paths": [letters], "product": null, "dryRun": false }),
        )
        .await;
    assert_eq!(report["ok"]["created"], 3, "{report}");
    // The triage aim runs for an hour of business time: the oldest is due first, the holiday's mail from 9:30 on.
    wait_for_order(
        &console,
        &[
            "Harmony Mobile の管理者",
            "プロファイルの配布",
            "通知バッジ",
        ],
    )
    .await;
    assert_band(&console, 0, "目安超過").await;
    assert_band(&console, 1, "期限間近").await;
    assert_band(&console, 2, "余裕あり").await;
    console.picture(&stage, "imported").await;

    // The first row is the harmony inquiry; a question has two business days from the opening.
    console.click(&format!("{ROWS}:first-of-type")).await;
    console.press("\u{E007}").await;
    console.see_text("aside", "判定目安").await;
    console.press("4").await;
    console.see_text("aside", "2 営業日").await;
    console.see_text("aside", "勤労感謝の日").await;
    console.see_text("aside", "11/25(水) 17:30").await;
    console.press("\u{E00C}").await;

    // The profile inquiry: serious, four business hours from 10:20, due at 14:20; half of it is left at 12:20.
    select(&console, "プロファイルの配布").await;
    console.press("2").await;
    console.see_text("[role=grid]", "主要機能不全").await;
    console.set_clock("2026-11-24T03:19:00Z").await;
    let half = |told: &[String]| {
        told.iter()
            .filter(|it| it.contains("残り 50%") && it.contains("プロファイルの配布"))
            .count()
    };
    assert_eq!(half(&stage.notifications()), 0, "not before its time");
    stage.act_on_notifications(&["close-all"]);
    console.set_clock("2026-11-24T03:20:01Z").await;
    wait_until("the notification arrives", || {
        half(&stage.notifications()) > 0
    });
    assert_eq!(half(&stage.notifications()), 1, "a reminder rings once");

    // A click on the notification opens the inquiry.
    console.press("\u{E00C}").await;
    console.see_no_text("aside", "プロファイルの配布").await;
    stage.act_on_notifications(&["action", "0"]);
    console.see_text("aside", "プロファイルの配布").await;

    select(&console, "プロファイルの配布").await;
    console.press("f").await;
    console.see("form").await;
    console.press_with_control("\u{E007}").await;
    console
        .see_no_text("[role=grid]", "プロファイルの配布")
        .await;
    console.picture(&stage, "answered").await;
    console.close().await;

    let console = Console::open(&stage, &["--data-dir", &data]).await;
    console.set_clock("2026-11-24T03:21:00Z").await;
    wait_for_order(&console, &["通知バッジ", "Harmony Mobile の管理者"]).await;
    let found = console
        .call("search", json!({ "query": "配布", "limit": 10 }))
        .await;
    assert_eq!(found["ok"][0]["level"], "serious", "{found}");
    assert_eq!(found["ok"][0]["verdict"], "in-time", "{found}");
    assert_eq!(half(&stage.notifications()), 1, "nor again after a restart");
    console.close().await;
}

async fn wait_for_order(console: &Console, subjects: &[&str]) {
    let mut rows = Vec::new();
    for _ in 0..200 {
        rows = console.texts_of(ROWS).await;
        let found = rows.len() == subjects.len()
            && rows.iter().zip(subjects).all(|(row, it)| row.contains(it));
        if found {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("not in the order {subjects:?}: {rows:#?}");
}

async fn assert_band(console: &Console, row: usize, band: &str) {
    let rows = console.texts_of(ROWS).await;
    assert!(
        rows[row].contains(band),
        "{band} is not the band of {}",
        rows[row]
    );
}

async fn select(console: &Console, subject: &str) {
    let script = "const row = [...document.querySelectorAll(arguments[0])].find((it) => it.innerText.includes(arguments[1]));\
                  row.click(); return true;";
    console.run(script, vec![json!(ROWS), json!(subject)]).await;
}
