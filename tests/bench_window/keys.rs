//! From a key to the frame that shows what it did.

use std::time::Duration;

use ichiji_tests::console::Console;
use serde_json::json;

use crate::ROW;
use crate::figures::{Figures, numbers, say};

/// How often j and k are pressed, one by one as by hand.
const MOVES: usize = 300;

/// How many rows get a level.
const LEVELS: usize = 60;

/// How often each other key is pressed.
const ROUNDS: usize = 20;

/// How long a key is given, and how long the keys that lead back.
const SHOWN: Duration = Duration::from_millis(350);
const BACK: Duration = Duration::from_millis(250);

/// How long many keys after each other are given.
const SETTLED: Duration = Duration::from_secs(1);

const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const PAGE_UP: &str = "\u{E00E}";
const PAGE_DOWN: &str = "\u{E00F}";
const END: &str = "\u{E010}";
const HOME: &str = "\u{E011}";

/// A key of the queue, with the keys that bring it about that it can be pressed, and those that lead back.
struct Key {
    name: &'static str,
    ahead: &'static [&'static str],
    press: &'static str,
    back: &'static [&'static str],
}

const fn key(
    name: &'static str,
    ahead: &'static [&'static str],
    press: &'static str,
    back: &'static [&'static str],
) -> Key {
    Key {
        name,
        ahead,
        press,
        back,
    }
}

/// Every key of the queue but j, k and those of the levels.
const KEYS: [Key; 18] = [
    key("page-down", &[], PAGE_DOWN, &[]),
    key("page-up", &[PAGE_DOWN, PAGE_DOWN], PAGE_UP, &[]),
    key("last", &[HOME], END, &[]),
    key("first", &[END], HOME, &[]),
    key("open", &["j"], ENTER, &[ESCAPE]),
    key("leave", &["j", ENTER], ESCAPE, &[]),
    key("next-opened", &[ENTER], "j", &[]),
    key("mark", &["j"], "x", &["x"]),
    key("take", &["j"], "a", &["u"]),
    key("assign", &["j"], "A", &[ESCAPE]),
    key("reply", &["j"], "r", &[ESCAPE, ESCAPE]),
    key("respond", &["j"], "f", &[ESCAPE, ESCAPE]),
    key("snooze", &["j"], "z", &[ESCAPE]),
    key("find-level", &["j"], "l", &[ESCAPE]),
    key("search", &["j"], "/", &[ESCAPE]),
    key("sheet", &["j"], "?", &[ESCAPE]),
    key("phone", &[], "n", &[ESCAPE]),
    key("view", &[], "gl", &["go"]),
];

/// Tells how long moving and deciding levels take, from the key's event to the frame after the one
/// that shows it.
pub async fn measure(console: &Console) {
    go(console, "open").await;
    console.run(include_str!("keys.js"), vec![]).await;
    for press in 0..MOVES {
        console.press(if press % 5 == 4 { "k" } else { "j" }).await;
    }
    tokio::time::sleep(SETTLED).await;
    tell("key-move", &taken(console, "times").await);

    console
        .press("jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj")
        .await;
    tokio::time::sleep(SETTLED).await;
    tell("key-held", &taken(console, "times").await);
    measure_levels(console).await;
}

/// Tells the same of every other key of the queue.
pub async fn measure_others(console: &Console) {
    console.run(include_str!("keys.js"), vec![]).await;
    for key in &KEYS {
        go(console, "open").await;
        measure_key(console, key).await;
    }
}

/// Decides levels where none was decided, each at once, and tells when the chosen level was seen and when all that
/// followed from it was.
async fn measure_levels(console: &Console) {
    go(console, "needs-level").await;
    let (mut shown, mut answered) = (Vec::new(), Vec::new());
    for _ in 0..LEVELS {
        console.press("j").await;
        tokio::time::sleep(BACK).await;
        forget(console).await;
        console.press("3").await;
        tokio::time::sleep(SHOWN).await;
        shown.extend(taken(console, "times").await);
        answered.extend(taken(console, "answers").await);
    }
    tell("key-level", &shown);
    tell("key-level-answer", &answered);
}

async fn measure_key(console: &Console, key: &Key) {
    let (mut shown, mut answered) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        for before in key.ahead {
            console.press(before).await;
            tokio::time::sleep(BACK).await;
        }
        forget(console).await;
        console.press(key.press).await;
        tokio::time::sleep(SHOWN).await;
        shown.extend(taken(console, "times").await);
        answered.extend(taken(console, "answers").await);
        for back in key.back {
            console.press(back).await;
            tokio::time::sleep(BACK).await;
        }
    }
    tell(&format!("key-{}", key.name), &shown);
    tell(&format!("key-{}-answer", key.name), &answered);
}

/// Goes to the top of a view.
async fn go(console: &Console, view: &str) {
    console
        .run(&format!("location.hash = '#/queue/{view}';"), vec![])
        .await;
    console.see(ROW).await;
    console
        .run(
            "document.querySelector('[role=grid]').scrollTop = 0;",
            vec![],
        )
        .await;
    tokio::time::sleep(Duration::from_secs(2)).await;
}

async fn forget(console: &Console) {
    console
        .run(
            "window.__keys.times.length = window.__keys.answers.length = 0;",
            vec![],
        )
        .await;
}

/// Takes what was noted since it was last taken.
async fn taken(console: &Console, of: &str) -> Vec<f64> {
    let times = console
        .run(
            "return window.__keys[arguments[0]].splice(0);",
            vec![json!(of)],
        )
        .await;
    numbers(&times).collect()
}

fn tell(name: &str, times: &[f64]) {
    if times.is_empty() {
        say(&format!("{name}: showed nothing"));
    } else {
        Figures::of(times.iter().copied()).tell(name, &[50, 99]);
    }
}
