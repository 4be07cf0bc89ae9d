//! What the window says when the record cannot be opened: clear words, and the record stays whole.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use desk::{Access, Desk, SystemClock};
use ichiji_tests::console::{Console, program};
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

#[tokio::test]
async fn a_folder_that_may_only_be_read_is_told_and_left_alone() {
    let (stage, data) = a_record();
    let before = fs::read(data.join("ichiji.db")).unwrap();
    let program = as_somebody_else(&stage);
    permit(&data.join("ichiji.db"), 0o444);
    permit(&data, 0o555);
    let arguments = ["--data-dir", &data.to_string_lossy(), "--lang", "ja"];
    let console = Console::open_by(&stage, &program, &arguments).await;
    console
        .see_text("body", "データフォルダーに書き込めません")
        .await;
    console.picture(&stage, "read-only").await;
    console.close().await;
    permit(&data, 0o755);
    assert!(fs::read(data.join("ichiji.db")).unwrap() == before);
}

/// Gives a program that is the window run by nobody, since permissions do not hold the root that tests may run as. All
/// that it writes beside the record it may write.
fn as_somebody_else(stage: &Stage) -> PathBuf {
    let home = stage.home();
    permit(home, 0o777);
    for folder in ["run", "data", "config", "cache"] {
        fs::create_dir_all(home.join(folder)).unwrap();
        permit(&home.join(folder), 0o777);
    }
    let (window, begin) = (home.join("ichiji-desk"), home.join("begin"));
    fs::copy(program("ichiji-desk"), &window).unwrap();
    let nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups";
    let script = format!(
        "#!/bin/sh\n[ \"$(id -u)\" = 0 ] && by=\"{nobody}\"\nexec $by '{}' \"$@\"\n",
        window.display()
    );
    fs::write(&begin, script).unwrap();
    permit(&begin, 0o755);
    begin
}

fn permit(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn a_record() -> (Stage, PathBuf) {
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
