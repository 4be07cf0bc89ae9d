//! What was missed: a cause from the inquiry's own card, the period signed off, and what is other afterwards.

use ichiji_tests::console::Console;
use ichiji_tests::stage::Stage;

const ESCAPE: &str = "\u{E00C}";
/// Tuesday 24 November 2026, 11:06 in Tokyo.
const NOW: &str = "2026-11-24T11:06:00+09:00";

const CAUSES: &str = "ul[aria-label=目安超過・期限超過の原因別]";
const MISSED: &str = "section[aria-label=目安超過・期限超過の問合せ] tbody tr";
const SIGN_OFF: &str = "section[aria-label=承認]";
const NOTE: &str = "電話が続いた";

#[tokio::test]
async fn a_missed_limit_gets_its_cause_and_a_signed_period_tells_what_changed() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let place = ["--data-dir", &data, "--page", "reports"];
    let console = Console::open(
        &stage,
        &[&place[..], &["--sample", "--as-of", NOW]].concat(),
    )
    .await;
    console.see_text(CAUSES, "原因未記入").await;
    let before = console.text_of(CAUSES).await;
    name_cause(&console, &stage).await;
    console.see_text(CAUSES, "件数過多").await;
    console.picture(&stage, "report-causes").await;
    console.press("u").await;
    console.see_no_text(CAUSES, "件数過多").await;
    assert_eq!(
        console.text_of(CAUSES).await,
        before,
        "it was taken back whole"
    );

    sign_off(&console).await;
    let number = change_level(&console).await;
    console.see_text(SIGN_OFF, "承認後の変更 1 件").await;
    let change = console.text_of(&format!("{SIGN_OFF} li")).await;
    assert!(change.starts_with(&number), "{number}: {change}");
    assert!(
        change.contains("影響レベル 主要機能不全 → 質問"),
        "{change}"
    );
    assert!(change.contains("佐藤（例）"), "who did it: {change}");
    let down = "document.querySelector('main .body').scrollTop = 1e6;";
    console.run(down, vec![]).await;
    console.picture(&stage, "report-signed").await;
    console
        .click_text(&format!("{SIGN_OFF} button"), "承認を取り消す")
        .await;
    console.see_text(SIGN_OFF, "まだ承認されていません").await;
    console.close().await;
}

/// The first of the list is opened, gets its cause by keys, and the list over the report tells it with its note.
async fn name_cause(console: &Console, stage: &Stage) {
    console.click(&format!("{MISSED}:first-child button")).await;
    console.see_text("aside", "原因を記録").await;
    console.press("c").await;
    console.click_text("dialog label", "件数過多").await;
    // What lies behind scrolls, and its bars would be drawn over the dialog.
    console.see("aside [data-barless]").await;
    console.fill("dialog input[type=text]", NOTE).await;
    console.click("dialog button[type=submit]").await;
    console.see_count("dialog", 0).await;
    console.see_count("[data-barless]", 0).await;
    console.see_text("aside", NOTE).await;
    console
        .see_text(".over tbody tr:first-child", "件数過多")
        .await;
    console.picture(stage, "report-cause").await;
    console.press(ESCAPE).await;
    console.see_count(".over", 0).await;
    console
        .see_text(&format!("{MISSED}:first-child"), NOTE)
        .await;
}

async fn sign_off(console: &Console) {
    console
        .fill(&format!("{SIGN_OFF} input"), "月次の確認")
        .await;
    console
        .click(&format!("{SIGN_OFF} button[type=submit]"))
        .await;
    console.see_text(SIGN_OFF, "佐藤（例） が承認").await;
    console.see_text(SIGN_OFF, "承認後の変更はありません").await;
    console.see_text(SIGN_OFF, "月次の確認").await;
}

/// What is open past its limit turns out to be a question; gives its number.
async fn change_level(console: &Console) -> String {
    console
        .click_text(&format!("{MISSED} button"), "A-1030")
        .await;
    console.see_text("aside", "A-1030").await;
    console.press("4").await;
    console.click("dialog button[type=submit]").await;
    console.see_count("dialog", 0).await;
    console.press(ESCAPE).await;
    console.see_count(".over", 0).await;
    "A-1030".to_owned()
}
