//! An incident at night on a Sunday rings at a real notification service, and its notice stays late on record.

use ichiji_tests::console::Console;
use ichiji_tests::stage::{Stage, wait_until};

use crate::first_start::{Beginning, set_up};

/// Sunday 22 November 2026, 23:00 in Tokyo, and later that night.
const DETECTED: &str = "2026-11-22T14:00:00Z";
const HALF: &str = "2026-11-22T15:00:01Z";
const OVER: &str = "2026-11-22T16:30:00Z";

#[tokio::test]
async fn an_incident_on_a_sunday_night_rings_and_a_late_notice_stays_late() {
    let stage = Stage::set(1280, 800, true);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = Console::open(&stage, &["--data-dir", &data]).await;
    set_up(&console, Beginning::Empty).await;
    console.set_clock(DETECTED).await;
    record(&console).await;
    console.picture(&stage, "incident").await;
    console.press("gs").await;
    console.see_text("main h1", "設定").await;
    stage.act_on_notifications(&["close-all"]);
    console.set_clock(HALF).await;
    wait_until("the incident rings", || {
        let told = stage.notifications();
        told.iter()
            .any(|it| it.contains("期限まで残り 50%") && it.contains("不審な通信"))
    });
    // A click on the notification opens the obligation, wherever the window is.
    stage.act_on_notifications(&["action", "0"]);
    console.see_text("aside", "不審な通信").await;
    console.set_clock(OVER).await;
    console.see_text("main table", "期限超過").await;
    console
        .see_text("aside", "営業時間にかかわらず 2 時間後")
        .await;
    console.press("d").await;
    console.see("dialog").await;
    console.click("dialog button[type=submit]").await;
    console.see_no_text("main table", "不審な通信").await;
    console.press("gi").await;
    console.see_text("main table", "完了（期限後）").await;
    console.press("u").await;
    console.see_text("main table", "期限超過").await;
    console.close().await;
}

async fn record(console: &Console) {
    console.press("gi").await;
    console.see_text("main h1", "インシデント").await;
    console
        .click_text("main button", "インシデントの通知を記録")
        .await;
    console
        .fill(
            "dialog .field:first-child input",
            "検証サーバーでの不審な通信",
        )
        .await;
    console.click_text("dialog label", "CLOMO").await;
    console.click_text("dialog label", "あり").await;
    console.click("dialog button[type=submit]").await;
    console.see_text("main table", "不審な通信").await;
}
