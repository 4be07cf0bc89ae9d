//! The first start, gone through as a person does.

use ichiji_tests::console::Console;
use ichiji_tests::stage::Stage;
use serde_json::json;

use crate::letters::{Letter, post};

/// What a record begins with; the set-up offers both.
#[derive(Copy, Clone)]
pub enum Beginning {
    Sample,
    Empty,
}

impl Beginning {
    /// Its choice in the set-up's last step.
    fn choice(self) -> &'static str {
        match self {
            Self::Sample => "form label:has([value=sample])",
            Self::Empty => "form label:has([value=empty])",
        }
    }
}

/// Answers the set-up's four steps.
pub async fn set_up(console: &Console, beginning: Beginning) {
    const NEXT: &str = "form footer button[type=submit]";
    console.see_text("form", "あなたについて").await;
    console.fill("input[type=text]", "佐藤（例）").await;
    console.click(NEXT).await;
    console.see_text("form", "2 / 4").await;
    console.click(NEXT).await;
    console.see_text("form", "3 / 4").await;
    console.fill("textarea", "@centre.example.jp").await;
    console.click(NEXT).await;
    console.see_text("form", "4 / 4").await;
    console.click(beginning.choice()).await;
    console.click(NEXT).await;
    console.see("nav").await;
}

/// Opens a new record at an instant, with letters taken in.
pub async fn begin_with(stage: &Stage, data: &str, now: &str, letters: &[Letter]) -> Console {
    let console = Console::open(stage, &["--data-dir", data]).await;
    set_up(&console, Beginning::Empty).await;
    console.set_clock(now).await;
    let letters = post(stage.home(), letters);
    let report = console
        .call(
            "import_files",
            json!({ "paths": [letters], "product": null, "dryRun": false }),
        )
        .await;
    assert!(report.get("error").is_none(), "{report}");
    console.see("[role=row][id^=row-]").await;
    console
}
