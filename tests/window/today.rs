//! The day: what to answer in which order, what it began with, and the note that hands it over.

use ichiji_tests::console::Console;
use ichiji_tests::stage::Stage;
use serde_json::{Value, json};

/// Tuesday 24 November 2026, 11:06 in Tokyo, after a Monday off.
const NOW: &str = "2026-11-24T11:06:00+09:00";

const DUE: &str = "section[aria-label=営業終了までに回答するもの]";
const DIGEST: &str = "section[aria-label=朝の状況]";
const HAND_OVER: &str = "main section.hand-over";

#[tokio::test]
async fn the_day_is_shown_in_its_order_and_handed_over() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let place = ["--data-dir", &data, "--page", "today"];
    let console = Console::open(
        &stage,
        &[&place[..], &["--sample", "--as-of", NOW]].concat(),
    )
    .await;
    console.see_text("main h1", "今日").await;
    let day = console.call("today", json!({})).await["ok"].take();
    shows_the_order(&console, &day).await;
    shows_the_digest(&console, &day).await;
    console.picture(&stage, "today").await;
    copy_the_note(&console).await;

    let first = console.text_of(&format!("{DUE} tbody button")).await;
    console.click(&format!("{DUE} tbody button")).await;
    console.see_text("aside", &first).await;
    console.close().await;
}

fn numbers(rows: &Value, inner: &str) -> Vec<String> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|it| it.pointer(inner).unwrap().as_str().unwrap().to_owned())
        .collect()
}

/// Those that are due today stand as the core orders them: what can be kept before what cannot.
async fn shows_the_order(console: &Console, day: &Value) {
    let due = day["due"].as_array().unwrap();
    assert!(due.len() > 3, "a day with work: {due:?}");
    let shown = console.texts_of(&format!("{DUE} tbody button")).await;
    assert_eq!(shown, numbers(&day["due"], "/row/number"));
    let places = console.texts_of(&format!("{DUE} tbody td.order")).await;
    let expected: Vec<String> = (1..=due.len()).map(|it| it.to_string()).collect();
    assert_eq!(places, expected);
    let rows = console.texts_of(&format!("{DUE} tbody tr")).await;
    for (row, due) in rows.iter().zip(due) {
        let kept = due["kept"].as_bool().unwrap();
        assert_eq!(row.contains("一人では間に合わない"), !kept, "{row}");
    }
    assert!(due.is_sorted_by_key(|it| it["kept"] == json!(false)));
}

async fn shows_the_digest(console: &Console, day: &Value) {
    let came_in = day["cameIn"].as_array().unwrap();
    let counts = came_in.iter().map(|it| it["count"].as_u64().unwrap());
    assert!(
        counts.sum::<u64>() > 0,
        "something came in over the week-end"
    );
    console.see_text(DIGEST, "営業時間外の受付：").await;
    for (name, list) in [
        ("午前中に目安を迎えるもの", &day["morning"]),
        ("前の営業日からの持ち越し", &day["carried"]),
    ] {
        let table = format!("{DIGEST} table[aria-label={name}] tbody button");
        assert_eq!(
            console.texts_of(&table).await,
            numbers(list, "/number"),
            "{name}"
        );
    }
}

/// What is pasted is what was shown, with the remark at its end.
async fn copy_the_note(console: &Console) {
    let field = format!("{HAND_OVER} textarea");
    console.fill(&field, "14 時に電話").await;
    console
        .see_text(&format!("{HAND_OVER} pre"), "14 時に電話")
        .await;
    let note = console.text_of(&format!("{HAND_OVER} pre")).await;
    console.click(&format!("{HAND_OVER} .actions button")).await;
    console.see_text("body", "申し送りをコピーしました").await;
    console.click(&field).await;
    console.press_with_control("a").await;
    console.press_with_control("v").await;
    let value = "return document.querySelector(arguments[0]).value;";
    let pasted = console.run(value, vec![json!(field)]).await;
    assert_eq!(pasted.as_str().unwrap(), note);
    assert!(note.ends_with("14 時に電話"), "{note}");
}
