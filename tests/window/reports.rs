//! The report page: from a filter by a figure to an inquiry and back to the same place, and a file by a click.

use std::fs;
use std::path::Path;

use ichiji_tests::console::Console;
use ichiji_tests::stage::{Stage, wait_until};
use serde_json::json;

const ESCAPE: &str = "\u{E00C}";
/// Tuesday 24 November 2026, 11:06 in Tokyo.
const NOW: &str = "2026-11-24T11:06:00+09:00";
const BODY: &str = "main .body";

async fn open(stage: &Stage, further: &[&str]) -> Console {
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let args = [
        &[
            "--data-dir",
            &data,
            "--sample",
            "--as-of",
            NOW,
            "--page",
            "reports",
        ],
        further,
    ];
    let console = Console::open(stage, &args.concat()).await;
    console.see("[data-figure=received]").await;
    console
}

async fn scrolled(console: &Console) -> i64 {
    let script = "return Math.round(document.querySelector(arguments[0]).scrollTop);";
    let place = console.run(script, vec![json!(BODY)]).await;
    place.as_i64().unwrap()
}

async fn rail_fits(console: &Console) -> bool {
    let script =
        "const it = document.querySelector('nav'); return it.scrollHeight <= it.clientHeight;";
    console.run(script, vec![]).await == json!(true)
}

#[tokio::test]
async fn from_a_filter_by_a_figure_to_an_inquiry_and_back_to_the_same_place() {
    let stage = Stage::set(1280, 800, false);
    let console = open(&stage, &[]).await;
    assert!(rail_fits(&console).await, "the rail needs no scrolling");
    let all = console.text_of("[data-figure=received]").await;
    console.click_text("main header button", "絞り込む").await;
    console.click_text("[role=menu] button", "質問").await;
    console.press(ESCAPE).await;
    console.see_text("main .active", "影響レベル: 質問").await;
    console.see_no_text("[data-figure=received]", &all).await;
    let some = console.text_of("[data-figure=received]").await;

    // A cell of the table far below, so that there is a place to come back to.
    console.click_text("main .tabs button", "経路別").await;
    let down = "document.querySelector(arguments[0]).scrollTop = 620;";
    console.run(down, vec![json!(BODY)]).await;
    let place = scrolled(&console).await;
    assert!(place > 100, "the page is longer than the window: {place}");
    let cell = "main tbody tr:first-child td button";
    let script = "const all = [...document.querySelectorAll(arguments[0])]; const it = all.find((it) => \
                  it.closest('section')); it.focus({ preventScroll: true }); it.click(); return it.innerText;";
    let count = console.run(script, vec![json!(cell)]).await;
    let count: usize = count.as_str().unwrap().trim().parse().unwrap();
    console.see_text(".over header", "受付日で集計").await;
    console.see_text(".over header", "影響レベル: 質問").await;
    console.see_count(".over tbody tr", count).await;
    console.picture(&stage, "report-behind").await;

    console.click(".over tbody tr:first-child button").await;
    let number = console.text_of(".over tbody tr:first-child button").await;
    console.see_text("aside", &number).await;
    console.picture(&stage, "report-inquiry").await;
    console.press(ESCAPE).await;
    console.see_count("aside", 0).await;
    console.see_focus_in(".over tbody tr:first-child").await;
    console.press(ESCAPE).await;
    console.see_count(".over", 0).await;
    console
        .see_focus_in("main section tbody tr:first-child")
        .await;
    assert_eq!(scrolled(&console).await, place, "where one was");
    assert_eq!(console.text_of("[data-figure=received]").await, some);
    console.see_text("main .active", "影響レベル: 質問").await;

    // One more step back takes the filter away, and does not leave the page.
    console.press(ESCAPE).await;
    console.see_count("main .active", 0).await;
    console.see_text("[data-figure=received]", &all).await;
    console.close().await;
}

#[tokio::test]
async fn each_export_by_click_gives_a_file_and_says_where() {
    let stage = Stage::set(1280, 800, false);
    let console = open(&stage, &[]).await;
    for (label, name, begins) in [
        ("XLSX", "ichiji-report-2026-11.xlsx", &b"PK"[..]),
        ("PDF", "ichiji-report-2026-11.pdf", b"%PDF-"),
        ("JSON", "ichiji-report-2026-11.json", b"{"),
        (
            "影響レベル別",
            "ichiji-report-2026-11.csv",
            "\u{feff}影響レベル,".as_bytes(),
        ),
    ] {
        console.click_text("main header button", "書き出す").await;
        console.click_text("[role=menu] button", label).await;
        save(&stage);
        console.see_text("dialog", "書き出しました").await;
        let path = stage.home().join(name);
        console.see_text("dialog", &path.to_string_lossy()).await;
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.starts_with(begins), "{name}");
        console.click_text("dialog button", "閉じる").await;
        console.see_count("dialog", 0).await;
    }
    same_figures(&console, &stage.home().join("ichiji-report-2026-11.json")).await;
    console.close().await;
}

/// What was exported equals what is shown.
async fn same_figures(console: &Console, path: &Path) {
    let file: serde_json::Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let figures = file["tables"]["figures"].as_array().unwrap();
    for code in [
        "received",
        "answered",
        "late",
        "breached",
        "open",
        "brought_back",
    ] {
        let told = figures.iter().find(|it| it["figure"] == code).unwrap();
        let shown = console.text_of(&format!("[data-figure={code}]")).await;
        assert_eq!(shown, told["value"].to_string(), "{code}");
    }
}

/// Takes the name that the system's dialog proposes, in the stage's own folder, which is typed before it.
fn save(stage: &Stage) {
    let folder = format!("{}/", stage.home().display());
    let found = || {
        let dialog = stage
            .command("xdotool")
            .args(["search", "--onlyvisible", "--name", "Save File"])
            .args([
                "windowfocus",
                "--sync",
                "key",
                "Home",
                "type",
                "--delay",
                "5",
                &folder,
            ])
            .output();
        dialog.is_ok_and(|it| it.status.success())
    };
    wait_until("the dialog for a file is shown", found);
    // The chooser looks the folder up while it is typed, and passes over a Return that comes before it has.
    std::thread::sleep(std::time::Duration::from_millis(800));
    let done = stage.command("xdotool").args(["key", "Return"]).status();
    assert!(done.unwrap().success());
}

#[tokio::test]
async fn the_page_in_english_and_dark_at_the_least_size() {
    let stage = Stage::set(1024, 640, false);
    let console = open(
        &stage,
        &["--size", "1024x640", "--lang", "en", "--theme", "dark"],
    )
    .await;
    console.see_text("main header", "Counted by:").await;
    console.see_text("main header", "Receipt").await;
    console.see_text("main .body", "Policy kept").await;
    let wide =
        "const it = document.querySelector(arguments[0]); return it.scrollWidth <= it.clientWidth;";
    assert_eq!(
        console.run(wide, vec![json!(BODY)]).await,
        true,
        "nothing sticks out"
    );
    assert!(rail_fits(&console).await, "the rail needs no scrolling");
    console.picture(&stage, "report-dark").await;
    console.close().await;
}
