//! Files that are dragged over the window and let go there.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use ichiji_tests::console::{Console, program};
use ichiji_tests::stage::Stage;

use crate::first_start::{Beginning, set_up};
use crate::letters::{Letter, post};

const LETTERS: [Letter; 2] = [
    Letter {
        name: "lost",
        subject: "CLOMO の端末が見つからない",
        from: "Mihon Butsuryu <tanaka@mihon.example.jp>",
        received: "Tue, 24 Nov 2026 10:20:00 +0900",
        text: "端末が見つかりません。",
    },
    Letter {
        name: "slow",
        subject: "CLOMO の画面が遅い",
        from: "Reiji Shoji <suzuki@reiji.example.jp>",
        received: "Tue, 24 Nov 2026 10:40:00 +0900",
        text: "画面の表示に時間がかかります。",
    },
];

#[tokio::test]
async fn a_dropped_folder_is_shown_first_and_then_taken_in() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = Console::open(&stage, &["--data-dir", &data]).await;
    set_up(&console, Beginning::Empty).await;
    console.set_clock("2026-11-24T02:06:00Z").await;

    let letters = post(stage.home(), &LETTERS);
    drag(&stage, &letters, || async {
        console
            .see_text("[role=status]", "ここに放すと取り込みます")
            .await;
        console.picture(&stage, "dragged-over").await;
    })
    .await;
    console
        .see_text("dialog", "まだ何も書き込まれていません")
        .await;
    console.picture(&stage, "dropped").await;
    console.click_text("dialog button", "取り込む").await;
    console.see_text("dialog", "取り込みが終わりました").await;
    console.picture(&stage, "taken-in").await;
    console.click_text("dialog button", "閉じる").await;
    console.see_count("[role=row][id^=row-]", 2).await;
    console.see_text("[role=grid]", "画面が遅い").await;
    console.close().await;
}

/// Drags a file to the middle of the display; `held` looks at the window before it is let go.
async fn drag<F: Future<Output = ()>>(stage: &Stage, file: &Path, held: impl FnOnce() -> F) {
    let mut source = stage
        .command(program("drag-source"))
        .arg(file)
        .spawn()
        .unwrap();
    point(
        stage,
        &["search", "--sync", "--onlyvisible", "--name", "drag-source"],
    );
    point(stage, &["mousemove", "20", "20", "mousedown", "1"]);
    for step in 1..=12 {
        let (x, y) = (20 + step * 50, 20 + step * 30);
        point(stage, &["mousemove", &x.to_string(), &y.to_string()]);
        sleep(Duration::from_millis(40));
    }
    held().await;
    point(stage, &["mouseup", "1"]);
    assert!(source.wait().unwrap().success());
}

fn point(stage: &Stage, deed: &[&str]) {
    let done = stage.command("xdotool").args(deed).output().unwrap();
    assert!(done.status.success(), "{deed:?}: {done:?}");
}
