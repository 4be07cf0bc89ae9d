//! A call recorded by keys alone, and taken back.

use ichiji_tests::console::Console;
use ichiji_tests::stage::Stage;

#[tokio::test]
async fn a_call_is_recorded_by_keys_alone_and_taken_back() {
    let stage = Stage::set(1024, 640, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = Console::open(
        &stage,
        &["--data-dir", &data, "--sample", "--size", "1024x640"],
    )
    .await;
    console.see("[role=row][id^=row-]").await;
    console.press("n").await;
    console.see_focus_in("form").await;
    // One key chooses the product; Enter goes on from field to field.
    console.press("c\u{E007}").await;
    console.press("例示通信\u{E007}").await;
    console.press("見本 一郎\u{E007}").await;
    console.press("03-0000-0000\u{E007}").await;
    console.press("管理画面の表示が遅い").await;
    console.press_with_alt("1").await;
    console.see_text("form", "サービス障害").await;
    console.picture(&stage, "phone").await;
    console.press_with_control("\u{E007}").await;
    console.see_text("section[aria-live=polite]", "A-10").await;
    console.picture(&stage, "recorded").await;
    console.press("\u{E00C}").await;
    console
        .see_text("[role=grid]", "管理画面の表示が遅い")
        .await;
    console.press("u").await;
    console
        .see_no_text("[role=grid]", "管理画面の表示が遅い")
        .await;
    console.close().await;
}
