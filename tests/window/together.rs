//! Several inquiries at once, and what belongs together or apart.

use ichiji_tests::console::Console;
use ichiji_tests::stage::Stage;

use crate::first_start::begin_with;
use crate::letters::Letter;

/// Tuesday 24 November 2026, 11:06 in Tokyo.
const NOW: &str = "2026-11-24T02:06:00Z";

const ROWS: &str = "[role=row][id^=row-]";
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const HOME: &str = "\u{E011}";

const LETTERS: [Letter; 4] = [
    Letter {
        name: "slow",
        subject: "CLOMO の管理画面が遅い",
        from: "Mihon Bussan <sasaki@mihon.example.jp>",
        received: "Tue, 24 Nov 2026 10:20:00 +0900",
        text: "管理画面の表示に時間がかかります。",
    },
    Letter {
        name: "slow-too",
        subject: "CLOMO PANEL の一覧が遅い",
        from: "Mihon Bussan <kato@mihon.example.jp>",
        received: "Tue, 24 Nov 2026 10:30:00 +0900",
        text: "端末の一覧が開くまでに時間がかかります。",
    },
    Letter {
        name: "badge",
        subject: "CLOMO の通知バッジの数が合わない",
        from: "Mihon Denki <shimizu@denki.example.jp>",
        received: "Tue, 24 Nov 2026 10:40:00 +0900",
        text: "通知バッジの数が実際の件数と合いません。",
    },
    Letter {
        name: "advert",
        subject: "CLOMO 展示会のご案内",
        from: "Kokoku <koho@kokoku.example.jp>",
        received: "Tue, 24 Nov 2026 10:50:00 +0900",
        text: "展示会のご案内です。",
    },
];

#[tokio::test]
async fn several_are_worked_on_together_merged_split_linked_and_ended() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = begin_with(&stage, &data, NOW, &LETTERS).await;
    console.see_count(ROWS, 4).await;
    level_and_assign_two(&console, &stage).await;
    merge_and_take_back(&console).await;
    split(&console, &stage).await;
    link(&console).await;
    end(&console).await;
    console.close().await;
}

async fn mark_first_two(console: &Console) {
    console.press(HOME).await;
    console.press("xjx").await;
    console.see_text("[role=toolbar]", "2 件を選択中").await;
}

async fn level_and_assign_two(console: &Console, stage: &Stage) {
    console.click(&format!("{ROWS}:first-of-type")).await;
    mark_first_two(console).await;
    console.picture(stage, "together").await;
    console.press("3").await;
    console.see_text("body", "2 件の影響レベルを").await;
    console.press("A").await;
    console.see("dialog").await;
    console.press(ENTER).await;
    console
        .see_text("body", "2 件の担当を佐藤（例）にしました")
        .await;
    let marked = "[role=row][aria-selected=true]";
    for row in console.texts_of(marked).await {
        assert!(
            row.contains("軽微な不具合") && row.contains("佐藤（例）"),
            "{row}"
        );
    }
}

/// Both of them go into the older one, come apart again by one key, and are merged for good.
async fn merge_and_take_back(console: &Console) {
    merge(console).await;
    console.press("u").await;
    console.see_count(ROWS, 4).await;
    merge(console).await;
}

async fn merge(console: &Console) {
    console.press(ESCAPE).await;
    console.see_count("[role=toolbar]", 0).await;
    select(console, "管理画面が遅い").await;
    console.press("x").await;
    select(console, "一覧が遅い").await;
    console.press("x").await;
    console.see_text("[role=toolbar]", "2 件を選択中").await;
    console
        .click_text("[role=toolbar] button", "まとめる")
        .await;
    console.see_text("dialog", "まとめ先").await;
    console.click("dialog button[type=submit]").await;
    console
        .see_text("body", "1 件を A-1001 にまとめました")
        .await;
    console.see_count(ROWS, 3).await;
}

async fn split(console: &Console, stage: &Stage) {
    console.press(ESCAPE).await;
    select(console, "管理画面が遅い").await;
    console.press(ENTER).await;
    console.see_text("aside", "まとめた問合せ").await;
    console.see_text("aside", "2 通").await;
    console.picture(stage, "merged").await;
    console.click("aside article header .menu button").await;
    console
        .click_text("[role=menu] button", "別の問合せに分ける")
        .await;
    console.see_text("dialog", "自分の時計を持つ").await;
    console.click("dialog button[type=submit]").await;
    console.see_text("aside", "分割元").await;
    console.see_count(ROWS, 4).await;
    console.picture(stage, "split").await;
}

async fn link(console: &Console) {
    console
        .click("aside header .menu button[aria-label=その他の操作]")
        .await;
    console.click_text("[role=menu] button", "関連付ける").await;
    console.fill("dialog [role=combobox]", "バッジ").await;
    console.see_text("dialog [role=option]", "通知バッジ").await;
    console.press(ENTER).await;
    console.see_text("dialog .chosen", "通知バッジ").await;
    console.click("dialog button[type=submit]").await;
    console.see_text("aside", "関連").await;
    console.see_text("aside", "通知バッジの数が合わない").await;
    console.press(ESCAPE).await;
}

async fn end(console: &Console) {
    console.press(ESCAPE).await;
    select(console, "展示会").await;
    console.press("x").await;
    console
        .click_text("[role=toolbar] button", "回答なしで終了")
        .await;
    console.see_text("dialog", "一次回答なしで終了").await;
    console.fill("dialog input[type=text]", "広告のため").await;
    console.click("dialog button[type=submit]").await;
    console
        .see_text("body", "1 件を一次回答なしで終了しました")
        .await;
    console.see_no_text("[role=grid]", "展示会").await;
}

async fn select(console: &Console, subject: &str) {
    console.click_text(ROWS, subject).await;
}
