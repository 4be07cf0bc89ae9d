//! Pages of the queue through IPC, as the window asks for them.

use ichiji_tests::console::Console;
use serde_json::{Value, json};

use crate::figures::{Figures, numbers, say};

const VIEWS: [&str; 7] = [
    "open",
    "mine",
    "unassigned",
    "needs-level",
    "late",
    "needs-reply",
    "answered",
];

const SORTS: [&str; 6] = [
    "target", "received", "level", "customer", "assignee", "status",
];

/// How many pages of each question are read, spread over all its rows.
const PAGES: usize = 25;

/// Tells how long pages of a hundred rows take, every view by target and the open ones by everything else, from the call
/// in the page to the rows in its hands.
pub async fn measure(console: &Console) {
    let mut all = Vec::new();
    let mut medians = Vec::new();
    for (view, sort, grouped) in questions() {
        let times = console
            .run_long(
                include_str!("pages.js"),
                vec![request(view, sort, grouped), json!(PAGES)],
            )
            .await;
        let times: Vec<f64> = numbers(&times).collect();
        let figures = Figures::of(times.clone());
        say(&format!(
            "page of {view} by {sort}: median {:.1} ms, at most {:.1} ms",
            figures.percentile(50),
            figures.most()
        ));
        medians.push(figures.percentile(50));
        all.extend(times);
    }
    Figures::of(all).tell("page", &[50, 99]);
    Figures::of(medians).tell("page-median", &[]);
}

fn questions() -> impl Iterator<Item = (&'static str, &'static str, bool)> {
    let by_target = VIEWS.into_iter().map(|view| (view, "target", false));
    let by_others = SORTS.into_iter().skip(1).map(|sort| ("open", sort, false));
    by_target.chain(by_others).chain([("open", "target", true)])
}

fn request(view: &str, sort: &str, grouped: bool) -> Value {
    json!({
        "view": view, "sort": sort, "descending": false, "groupByBand": grouped, "offset": 0, "limit": 100,
        "filter": { "products": [], "levels": [], "channels": [], "bands": [], "statuses": [], "assignees": [] },
    })
}
