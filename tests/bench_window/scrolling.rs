//! Scrolling through the queue: how long frames are, and whether rows are ever missing.

use std::time::Duration;

use ichiji_tests::console::Console;
use serde_json::{Value, json};

use crate::ROW as ROW_IN_SIGHT;
use crate::figures::{Figures, numbers, say, tell};

/// The height of a row, in pixels.
const ROW: u32 = 50;

/// How fast: a turn of a wheel, a throw, and the handle of the bar drawn from end to end in seconds.
const PACES: [(&str, u32, Option<u32>); 3] = [
    ("scroll-wheel", 2 * ROW, Some(1_500)),
    ("scroll-throw", 20 * ROW, None),
    ("scroll-handle", 100 * ROW, None),
];

/// Places in no order to jump to, as by clicks beside the bar's handle.
const JUMPS: u32 = 200;

/// Tells frames, blank rows and rows that came late, at each pace and over jumps.
pub async fn measure(console: &Console) {
    for (name, step, frames) in PACES {
        begin_anew(console).await;
        let seen = console
            .run_long(
                include_str!("scrolling.js"),
                vec![json!(step), json!(frames), json!(0)],
            )
            .await;
        tell_frames(name, &seen);
    }
    begin_anew(console).await;
    let seen = console
        .run_long(
            include_str!("scrolling.js"),
            vec![json!(0), json!(JUMPS), json!(17)],
        )
        .await;
    tell_frames("scroll-jump", &seen);
}

/// Leaves the view and comes back, so that none of its rows is known.
async fn begin_anew(console: &Console) {
    for view in ["mine", "open"] {
        console
            .run(&format!("location.hash = '#/queue/{view}';"), vec![])
            .await;
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    console.see(ROW_IN_SIGHT).await;
}

fn tell_frames(name: &str, seen: &Value) {
    let list = |key: &str| seen.get(key).map(numbers).into_iter().flatten();
    Figures::of(list("frames")).tell(name, &[95, 99]);
    let blank: f64 = list("blank").sum();
    let held = list("held").filter(|rows| *rows > 0.0).count();
    tell(&format!("{name}-blank"), blank);
    tell(&format!("{name}-held"), held as f64);
    let mean = |key: &str| list(key).sum::<f64>() / list(key).count().max(1) as f64;
    say(&format!(
        "{name}: of a mean frame of {:.1} ms, {:.1} are the page's own and {:.1} layout",
        mean("frames"),
        mean("work"),
        mean("layout")
    ));
    say(&format!(
        "{name}: {blank} blank rows, {held} frames with rows of another place, {} rows in all",
        seen.get("total").unwrap_or(&Value::Null)
    ));
}
