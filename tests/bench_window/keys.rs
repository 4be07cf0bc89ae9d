//! From a key to the frame that shows what it did.

use std::time::Duration;

use ichiji_tests::console::Console;
use serde_json::{Value, json};

use crate::ROW;
use crate::figures::{Figures, numbers, say};

/// How often j and k are pressed, one by one as by hand.
const MOVES: usize = 300;

/// How many rows get a level.
const LEVELS: usize = 60;

/// Tells how long moving and deciding levels take, from the key's event to the frame after the one that shows it.
pub async fn measure(console: &Console) {
    console
        .run(
            "document.querySelector('[role=grid]').scrollTop = 0; location.hash = '#/queue/open';",
            vec![],
        )
        .await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    console.run(include_str!("keys.js"), vec![]).await;
    for press in 0..MOVES {
        console.press(if press % 5 == 4 { "k" } else { "j" }).await;
    }
    tell(console, "key-move").await;

    console
        .press("jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj")
        .await;
    tell(console, "key-held").await;

    console
        .run("location.hash = '#/queue/needs-level';", vec![])
        .await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    console.see(ROW).await;
    for _ in 0..LEVELS {
        console.press("j").await;
        tokio::time::sleep(Duration::from_millis(120)).await;
        console.run("window.__keys.times.length = 0;", vec![]).await;
        console.press("3").await;
        tokio::time::sleep(Duration::from_millis(400)).await;
        console
            .run(
                "window.__keys.levels.push(...window.__keys.times.splice(0));",
                vec![],
            )
            .await;
    }
    let levels = console.run("return window.__keys.levels;", vec![]).await;
    tell_times("key-level", &levels);
}

async fn tell(console: &Console, name: &str) {
    tokio::time::sleep(Duration::from_secs(1)).await;
    let times = console
        .run("return window.__keys.times.splice(0);", vec![])
        .await;
    let missed = console.run("return window.__keys.missed;", vec![]).await;
    if missed != json!(0) {
        say(&format!("{name}: {missed} keys showed nothing"));
    }
    tell_times(name, &times);
}

fn tell_times(name: &str, times: &Value) {
    Figures::of(numbers(times)).tell(name, &[50, 99]);
}
