//! Phone intake suspended: planned too late, applied, closed at that hour, triaged and lifted; all on no network at all.

use ichiji_tests::console::Console;
use ichiji_tests::stage::Stage;

use crate::first_start::begin_with;
use crate::letters::Letter;

/// Tuesday 24 November 2026 in Tokyo: 11:06, then the suspension's beginning and an hour later.
const NOW: &str = "2026-11-24T02:06:00Z";
const BEGUN: &str = "2026-11-24T06:00:30Z";
const LATER: &str = "2026-11-24T07:00:00Z";

const PHONE: &str = "form[aria-label=電話を記録]";
const ENTER: &str = "\u{E007}";

const LETTERS: [Letter; 2] = [
    Letter {
        name: "called",
        subject: "CLOMO のログインについて",
        from: "Mihon Bussan <sasaki@mihon.example.jp>",
        received: "Tue, 24 Nov 2026 10:20:00 +0900",
        text: "ログインできません。",
    },
    Letter {
        name: "badge",
        subject: "CLOMO の通知バッジの数が合わない",
        from: "Mihon Denki <shimizu@denki.example.jp>",
        received: "Tue, 24 Nov 2026 10:40:00 +0900",
        text: "通知バッジの数が実際の件数と合いません。",
    },
];

#[tokio::test]
async fn a_suspension_is_planned_too_late_applied_worked_through_and_lifted() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = begin_with(&stage, &data, NOW, &LETTERS).await;
    plan(&console, &stage).await;
    // The keys go to the page again, not to the field that was typed in last.
    console.click("main h1").await;
    console.press("n").await;
    console.see_focus_in(PHONE).await;
    begins(&console, &stage).await;
    lift(&console, &stage).await;
    console.close().await;
}

async fn plan(console: &Console, stage: &Stage) {
    console.press("gp").await;
    console.see_text("main h1", "電話受付の休止").await;
    console
        .fill("form .two .field:nth-child(1) input", "15:00")
        .await;
    console
        .fill("form .two .field:nth-child(2) input", "17:00")
        .await;
    console
        .see_text("[role=alert]", "1 週間前の通知に間に合いません")
        .await;
    console
        .see_text("main table", "申込時に届け出た管理者")
        .await;
    console
        .fill("form > .field:nth-of-type(2) input", "設備の点検")
        .await;
    console.picture(stage, "suspension-late").await;
    console
        .click_text("form button", "遅れを承知で登録する")
        .await;
    console.see_text(".side", "次の休止：").await;
    console.click_text(".side button", "通知済みにする").await;
    console
        .see_text("dialog", "その事実のまま記録に残ります")
        .await;
    console.click("dialog button[type=submit]").await;
    console.see_text(".side", "完了（期限後）").await;
    console.see_text("nav", "期限").await;
}

/// At the hour of the plan the form closes under whoever stands on it, and everybody is told.
async fn begins(console: &Console, stage: &Stage) {
    console.set_clock(BEGUN).await;
    console.see_text("main h1", "電話受付は休止中です").await;
    console
        .see_text("[role=status]", "電話受付を休止しています（17:00 まで）")
        .await;
    console.see_text("header .phone", "電話休止中").await;
    console.see_text("main", "問合せフォーム").await;
    console.picture(stage, "phone-closed").await;
    console
        .fill("main form input", "例示商事 山田様 折り返し希望")
        .await;
    console.press(ENTER).await;
    console.see_text("body", "電話を記録しました").await;
    console.click("main h1").await;
    console.press("go").await;
    console.see_text("main h1", "休止中のトリアージ").await;
    console
        .see_text("section[aria-label=つながった電話]", "折り返し希望")
        .await;
    console.picture(stage, "suspension-triage").await;
}

async fn lift(console: &Console, stage: &Stage) {
    console.set_clock(LATER).await;
    console.press("gp").await;
    console.see_text(".side", "休止中：").await;
    console.click_text(".side button", "休止を解除する").await;
    console.see_text(".side", "休止していません").await;
    console.see_count("[role=status] b", 0).await;
    console.see_text(".side", "つながった電話 1 件").await;
    console.picture(stage, "suspension-lifted").await;
    console.press("n").await;
    console.see_focus_in(PHONE).await;
}
