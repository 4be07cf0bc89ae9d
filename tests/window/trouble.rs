//! What the window says when the record cannot be opened: clear words, and the record stays whole.

use std::fs;
use std::path::Path;

use desk::{Access, Desk, SystemClock};
use ichiji_tests::console::Console;
use ichiji_tests::stage::Stage;

#[tokio::test]
async fn a_damaged_file_is_moved_aside_and_told() {
    let (stage, data) = a_record();
    let file = data.join("ichiji.db");
    fs::write(&file, vec![0x5a; 8192]).unwrap();
    says(&stage, &data, "脇に移しました").await;
    let kept = fs::read_dir(&data)
        .unwrap()
        .flatten()
        .any(|it| it.file_name().to_string_lossy().contains("damaged"));
    assert!(kept, "the damaged file is kept");
}

#[tokio::test]
async fn a_second_window_is_told_that_the_first_is_open() {
    let (stage, data) = a_record();
    let first = Desk::open(&data, Access::Window, std::sync::Arc::new(SystemClock)).unwrap();
    says(&stage, &data, "別のウィンドウ").await;
    drop(first);
}

#[tokio::test]
async fn a_record_of_a_later_program_is_left_alone() {
    let (stage, data) = a_record();
    let file = data.join("ichiji.db");
    let mut bytes = fs::read(&file).unwrap();
    // The header of an SQLite file keeps the schema's version here.
    bytes[60..64].copy_from_slice(&9999_u32.to_be_bytes());
    fs::write(&file, &bytes).unwrap();
    says(&stage, &data, "新しいバージョンの Ichiji").await;
    assert!(fs::read(&file).unwrap() == bytes, "the record is as it was");
}

fn a_record() -> (Stage, std::path::PathBuf) {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk");
    drop(Desk::open(&data, Access::Window, std::sync::Arc::new(SystemClock)).unwrap());
    (stage, data)
}

async fn says(stage: &Stage, data: &Path, words: &str) {
    let console = Console::open(
        stage,
        &["--data-dir", &data.to_string_lossy(), "--lang", "ja"],
    )
    .await;
    console.see_text("body", words).await;
    console.picture(stage, "trouble").await;
    console.close().await;
}
