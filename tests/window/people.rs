//! Who may ask, and how grave it is: a sixth option is refused, and the level is found by keys alone.

use ichiji_tests::console::{Console, program};
use ichiji_tests::stage::Stage;

const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";

const TABLE: &str = "\
契約番号,会社名,製品,氏名,メールアドレス,役割,サポートオプション
EX-1,例示商事,clomo,一,one@reiji.example.jp,システム管理者,有
EX-1,例示商事,clomo,二,two@reiji.example.jp,システム管理者,有
EX-1,例示商事,clomo,三,three@reiji.example.jp,システム管理者,有
EX-1,例示商事,clomo,四,four@reiji.example.jp,システム管理者,有
EX-1,例示商事,clomo,五,five@reiji.example.jp,システム管理者,有
";

/// Fills a record with a contract of five options, by the command line beside.
fn with_five_options(stage: &Stage, data: &str) {
    let table = stage.home().join("customers.csv");
    std::fs::write(&table, TABLE).unwrap();
    let done = stage
        .command(program("ichiji"))
        .args([
            "--data-dir",
            data,
            "customers",
            "import",
            &table.to_string_lossy(),
        ])
        .args(["--actor", "佐藤"])
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
}

#[tokio::test]
async fn a_sixth_option_is_refused_at_its_field() {
    let stage = Stage::set(1280, 800, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    with_five_options(&stage, &data);
    let console = Console::open(
        &stage,
        &["--data-dir", &data, "--sample", "--page", "customers"],
    )
    .await;
    console.click_text("tbody button", "EX-1").await;
    console.see_text("section", "オプション 5").await;
    console.click_text("section button", "人を登録").await;
    console.fill("dialog input[data-first]", "六").await;
    console
        .fill("dialog input[type=email]", "six@reiji.example.jp")
        .await;
    console
        .click_text("dialog label", "CLOMO システム管理者")
        .await;
    console.click_text("dialog label", "有").await;
    console.press(ENTER).await;
    console
        .see_text("dialog [role=alert]", "上限に達しています（§12）")
        .await;
    console.picture(&stage, "sixth-option").await;
    console.press(ESCAPE).await;
    console.see_text("section", "オプション 5").await;
    console.see_no_text("section", "six@reiji.example.jp").await;
    console.close().await;
}

#[tokio::test]
async fn the_level_is_found_by_keys_alone() {
    let stage = Stage::set(1024, 640, false);
    let data = stage.home().join("desk").to_string_lossy().into_owned();
    let console = Console::open(
        &stage,
        &[
            "--data-dir",
            &data,
            "--sample",
            "--page",
            "queue/needs-level",
            "--size",
            "1024x640",
        ],
    )
    .await;
    console.see("[role=row][id^=row-]").await;
    let before = console.texts_of("[role=row][id^=row-]").await.len();
    console.press("j").await;
    console.press("l").await;
    console.see_text("dialog", "どのような内容ですか").await;
    console.press("2").await;
    console.see_text("dialog", "次のどれかに当たりますか").await;
    console.press("\u{E003}").await;
    console.see_text("dialog", "どのような内容ですか").await;
    console.press("1").await;
    console.see_text("dialog", "結果：質問（§17）").await;
    console.picture(&stage, "assistant").await;
    console.press(ENTER).await;
    console.see_no_text("body", "結果：質問（§17）").await;
    let after = console.texts_of("[role=row][id^=row-]").await.len();
    assert_eq!(after + 1, before, "one inquiry has its level now");
    console.close().await;
}
