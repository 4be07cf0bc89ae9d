//! How the queue is looked at: filters, order, groups, saved views, the palette, themes and languages.

use ichiji_tests::console::Console;
use ichiji_tests::stage::Stage;
use serde_json::json;

const ROWS: &str = "[role=row][id^=row-]";
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const VIEW: &str = "遅い順・Harmony";

#[tokio::test]
async fn a_view_is_narrowed_grouped_saved_and_found_after_a_restart() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = Console::open(&stage, &["--data-dir", &data, "--sample"]).await;
    console.see(ROWS).await;
    narrow_and_group(&console).await;
    console.picture(&stage, "grouped").await;
    save(&console).await;
    console.close().await;

    let console = Console::open(&stage, &["--data-dir", &data]).await;
    console.see(ROWS).await;
    console.click_text("nav a", VIEW).await;
    is_narrowed_and_grouped(&console).await;
    console.see_text("h1", VIEW).await;
    sort(&console).await;
    console.close().await;
}

async fn narrow_and_group(console: &Console) {
    let all = console.text_of("h1 .total").await;
    console.click_text(".filters button", "製品").await;
    console
        .click_text("[role=menu] button", "Harmony Mobile")
        .await;
    console.press(ESCAPE).await;
    console.see_text(".active", "Harmony Mobile").await;
    console.see_no_text("h1 .total", &all).await;
    console.click("button[aria-label=表示の設定]").await;
    console
        .click_text("[role=menu] button", "期限ごとにまとめる")
        .await;
    console.press(ESCAPE).await;
    is_narrowed_and_grouped(console).await;
}

/// Every row that is shown is of the product, and the headings' counts add up to the view's.
async fn is_narrowed_and_grouped(console: &Console) {
    console.see(".heading").await;
    console.see_text(".active", "Harmony Mobile").await;
    for row in console.texts_of(ROWS).await {
        assert!(row.contains("Harmony"), "{row}");
    }
    let number = |text: &String| text.trim().parse::<u32>().unwrap();
    let counts = console.texts_of(".heading .count").await;
    let total = number(&console.text_of("h1 .total").await);
    assert_eq!(counts.iter().map(number).sum::<u32>(), total, "{counts:?}");
}

async fn save(console: &Console) {
    console.click("button[aria-label=表示の設定]").await;
    console
        .click_text("[role=menu] button", "ビューとして保存")
        .await;
    console.fill("dialog input[type=text]", VIEW).await;
    console.press(ENTER).await;
    console.see_text("nav", VIEW).await;
}

/// Sorted by receipt and turned round, the newest stands first; the view itself stays as it was saved.
async fn sort(console: &Console) {
    console.click("button[aria-label=表示の設定]").await;
    console
        .click_text("[role=menu] button", "期限ごとにまとめる")
        .await;
    console.press(ESCAPE).await;
    let oldest = sorted_by_receipt(console, "ascending").await;
    let newest = sorted_by_receipt(console, "descending").await;
    assert_eq!(
        oldest.iter().rev().collect::<Vec<_>>(),
        newest.iter().collect::<Vec<_>>()
    );
}

async fn sorted_by_receipt(console: &Console, way: &str) -> Vec<String> {
    console.click("[role=columnheader].received button").await;
    console
        .see(&format!("[role=columnheader].received[aria-sort={way}]"))
        .await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    console.texts_of(&format!("{ROWS} .title")).await
}

#[tokio::test]
async fn the_palette_finds_inquiries_and_commands() {
    let stage = Stage::set(1024, 640, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = Console::open(
        &stage,
        &["--data-dir", &data, "--sample", "--size", "1024x640"],
    )
    .await;
    console.see(ROWS).await;
    console.press_with_control("k").await;
    console.see_focus_in("dialog").await;
    console.press("紛失").await;
    console.see_text("dialog [role=option]", "端末紛失").await;
    console.picture(&stage, "palette").await;
    console.press(ENTER).await;
    console.see_text("aside", "端末紛失").await;

    by_palette(&console, "ダーク").await;
    console.see("[data-theme=dark]").await;
    by_palette(&console, "English").await;
    console.see_text("nav", "All open").await;
    console.press_with_control("+").await;
    console.press_with_control("+").await;
    console.picture(&stage, "zoomed").await;
    console.press_with_control("0").await;
    console.press("?").await;
    console.see_text("dialog", "Search").await;
    console.picture(&stage, "keys").await;
    console.press(ESCAPE).await;
    console.press("gs").await;
    console.see_text("main h1", "Settings").await;
    let told = console.call("settings", json!({})).await;
    assert_eq!(told["ok"]["local"]["language"], "en", "it is kept: {told}");
    console.close().await;
}

async fn by_palette(console: &Console, words: &str) {
    console.press_with_control("k").await;
    console.see_focus_in("dialog").await;
    console.press(words).await;
    console.see_text("dialog [role=option]", words).await;
    console.press(ENTER).await;
}
