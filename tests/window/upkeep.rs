//! What keeps a desk going: the watched folder, silence, sleep, checking the record, and the end of the sample set.

use std::fs;

use ichiji_tests::console::Console;
use ichiji_tests::stage::{Stage, wait_until};
use serde_json::json;

use crate::first_start::{Beginning, begin_with, set_up};
use crate::letters::{Letter, post};

const ROWS: &str = "[role=row][id^=row-]";
const ENTER: &str = "\u{E007}";

/// Tuesday 24 November 2026, 11:06 in Tokyo: both letters' triage aim has more than half an hour left.
const NOW: &str = "2026-11-24T02:06:00Z";

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
async fn a_snoozed_inquiry_is_silent_and_what_was_slept_over_is_told_once() {
    let stage = Stage::set(1280, 800, true);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = begin_with(&stage, &data, NOW, &LETTERS).await;
    console.click_text(ROWS, "画面が開かない").await;
    console.press("z").await;
    console.see("dialog").await;
    console.press(ENTER).await;
    console.see_text("body", "通知を止めました").await;

    // Half of the hour is left of the second one at 11:35, and of the first one a minute before: that one is silent.
    console.set_clock("2026-11-24T02:34:30Z").await;
    console.set_clock("2026-11-24T02:35:01Z").await;
    let said = |words: &str| {
        let told = stage.notifications();
        told.iter().filter(|it| it.contains(words)).count()
    };
    wait_until("the second one rings", || said("通知が届かない") > 0);
    assert_eq!(said("画面が開かない"), 0, "{:?}", stage.notifications());

    // Its button reminds once more a quarter of an hour later.
    stage.act_on_notifications(&["context"]);
    console.see_count("[role=grid] .silent", 2).await;
    console.set_clock("2026-11-24T02:49:30Z").await;
    console.set_clock("2026-11-24T02:51:00Z").await;
    wait_until("it rings once more", || said("通知が届かない") > 1);

    // The machine sleeps over the rest of the day and wakes the next morning, within business hours.
    console.set_clock("2026-11-25T01:00:00Z").await;
    wait_until("what was missed is told", || said("不在の間に") > 0);
    console.set_clock("2026-11-25T01:05:00Z").await;
    console.see_text("body", "目安超過").await;
    let missed: Vec<String> = stage
        .notifications()
        .into_iter()
        .filter(|it| it.contains("不在の間に"))
        .collect();
    assert_eq!(missed.len(), 1, "one summary: {missed:?}");
    assert!(
        missed[0].contains("画面が開かない") && missed[0].contains("通知が届かない"),
        "{missed:?}"
    );
    console.close().await;
}

#[tokio::test]
async fn a_watched_folder_is_taken_in_and_the_sample_goes_in_one_step() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = Console::open(&stage, &["--data-dir", &data]).await;
    set_up(&console, Beginning::Sample).await;
    console.see(ROWS).await;
    console.see_text("body", "サンプル").await;
    let watched = stage.home().join("letters");
    fs::create_dir_all(&watched).unwrap();
    watch(&console, &watched.to_string_lossy()).await;
    post(stage.home(), &LETTERS);
    console.press("gu").await;
    find(&console, "画面が開かない").await;

    console.press("gs").await;
    console.click_text("main nav a", "データ").await;
    console.click_text("main button", "検証する").await;
    console.see_text("main", "問題はありません").await;
    console.picture(&stage, "verified").await;
    console.click_text("main button", "サンプルを削除").await;
    console.see_text("dialog", "実際の問合せは残ります").await;
    console.click_text("dialog button", "サンプルを削除").await;
    console.see_text("body", "サンプルを削除しました").await;
    console.press("go").await;
    console.see_count(ROWS, 2).await;
    console.press("gs").await;
    console.click_text("main nav a", "データ").await;
    console.click_text("main button", "検証する").await;
    console.see_text("main", "問題はありません").await;
    console.close().await;
}

async fn watch(console: &Console, folder: &str) {
    let told = console.call("settings", json!({})).await;
    let mut local = told["ok"]["local"].clone();
    local["watchedFolder"] = json!(folder);
    let saved = console
        .call("save_local_settings", json!({ "settings": local }))
        .await;
    assert!(saved.get("error").is_none(), "{saved}");
}

/// The palette finds it wherever it stands in the list.
async fn find(console: &Console, words: &str) {
    let until = std::time::Instant::now() + std::time::Duration::from_secs(30);
    loop {
        let found = console
            .call("search", json!({ "query": words, "limit": 5 }))
            .await;
        if found["ok"].as_array().is_some_and(|rows| !rows.is_empty()) {
            break;
        }
        assert!(
            std::time::Instant::now() < until,
            "{words} never came: {found}"
        );
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    console.press_with_control("k").await;
    console.see_focus_in("dialog").await;
    console.press(words).await;
    console.see_text("dialog [role=option]", words).await;
    console.press(ENTER).await;
    console.see_text("aside", words).await;
}
