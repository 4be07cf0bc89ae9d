//! A change of the calendar: looked at, applied, and taken back.

use ichiji_tests::stage::Stage;

use crate::first_start::begin_with;
use crate::letters::Letter;

/// Tuesday 24 November 2026, 11:06 in Tokyo.
const NOW: &str = "2026-11-24T02:06:00Z";
const TODAY: &str = "[data-day='2026-11-24']";

const LETTERS: [Letter; 2] = [
    Letter {
        name: "first",
        subject: "CLOMO の画面が開かない",
        from: "Mihon Bussan <sasaki@mihon.example.jp>",
        received: "Tue, 24 Nov 2026 11:04:00 +0900",
        text: "画面が開きません。",
    },
    Letter {
        name: "second",
        subject: "CLOMO の通知が届かない",
        from: "Mihon Denki <shimizu@denki.example.jp>",
        received: "Tue, 24 Nov 2026 11:05:00 +0900",
        text: "通知が届きません。",
    },
];

#[tokio::test]
async fn a_closing_day_is_previewed_applied_and_undone() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = begin_with(&stage, &data, NOW, &LETTERS).await;
    console.see_text("header", "営業中").await;
    console.press("gk").await;
    console.click(TODAY).await;
    // Both have to be decided on within the hour; closed today, they wait until tomorrow.
    console.see_text("dialog", "2 件の期限が動きます").await;
    console.see_text("dialog", "通知が届かない").await;
    console.picture(&stage, "calendar-preview").await;
    console.see_focus_in("dialog").await;
    console.press("創立記念日").await;
    console.click_text("dialog button", "適用する").await;
    console.see_text("body", "休業日にしました").await;
    console.see(&format!("{TODAY}.closing")).await;
    console.see_text("header", "営業時間外").await;
    console.picture(&stage, "calendar-applied").await;

    console.press("u").await;
    console.see(&format!("{TODAY}.open")).await;
    console.see_text("header", "営業中").await;
    console.close().await;
}
