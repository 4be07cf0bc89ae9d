//! The command line works while the window is open, and the window shows its change; no service is no loss.

use ichiji_tests::console::{Console, program};
use ichiji_tests::stage::Stage;
use serde_json::json;

#[tokio::test]
async fn what_the_command_line_changes_the_window_shows() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = Console::open(&stage, &["--data-dir", &data, "--sample"]).await;
    console.see_text("[role=grid]", "至急: 端末紛失の件").await;
    let ichiji = |args: &[&str]| {
        let output = stage
            .command(program("ichiji"))
            .args(["--data-dir", &data])
            .args(args)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    };
    let queue: serde_json::Value = serde_json::from_str(&ichiji(&["queue", "--json"])).unwrap();
    let row = queue
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["subject"] == "至急: 端末紛失の件")
        .unwrap();
    let number = row["number"].as_str().unwrap();
    ichiji(&["assign", number, "高橋（例）", "--actor", "高橋（例）"]);
    console.see_text("[role=grid]", "高橋（例）").await;
    console.close().await;
}

#[tokio::test]
async fn without_a_notification_service_the_window_says_so_and_shows_its_own_signs() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = Console::open(&stage, &["--data-dir", &data, "--sample"]).await;
    console.see("[role=row][id^=row-]").await;
    let answer = console.call("test_notification", json!({})).await;
    assert_eq!(answer["ok"]["answered"], false, "{answer}");
    let frame = console.call("frame", json!({})).await;
    assert!(
        !frame["ok"]["signs"].as_array().unwrap().is_empty(),
        "{frame}"
    );
    console.close().await;
}
