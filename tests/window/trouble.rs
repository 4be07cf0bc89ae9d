//! What the window says when the record cannot be opened: clear words, and the record stays whole.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

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

#[test]
fn a_folder_that_may_only_be_read_is_told_and_left_alone() {
    let (stage, data) = a_record();
    let ichiji = stage.home().join("ichiji");
    fs::copy(program("ichiji"), &ichiji).unwrap();
    let before = fs::read(data.join("ichiji.db")).unwrap();
    let permit = |path: &Path, mode: u32| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap()
    };
    permit(stage.home(), 0o755);
    permit(&data, 0o555);
    permit(&data.join("ichiji.db"), 0o444);
    // The tests may run as root, whom permissions do not hold: the program runs as nobody.
    let output = stage
        .command("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(&ichiji)
        .args(["--lang", "en", "--actor", "Sato", "--data-dir"])
        .arg(&data)
        .args(["sample"])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    permit(&data, 0o755);
    assert_eq!(output.status.code(), Some(5), "{told}");
    assert!(
        told.contains("error[read-only]") && told.contains("hint:"),
        "{told}"
    );
    assert!(
        fs::read(data.join("ichiji.db")).unwrap() == before,
        "the record is as it was"
    );
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
