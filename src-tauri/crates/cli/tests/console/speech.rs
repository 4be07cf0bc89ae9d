//! Both languages.

use super::*;

#[track_caller]
fn check_language(
    console: &Console,
    lc_all: Option<&str>,
    lang: Option<&str>,
    arguments: &[&str],
    word: &str,
) {
    let mut command = console.command(arguments);
    for (name, value) in [("LC_ALL", lc_all), ("LANG", lang)] {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    let told = text(&command.output().unwrap().stdout);
    assert!(told.contains(word), "{arguments:?}: {told}");
}

#[test]
fn it_speaks_japanese_unless_english_is_asked_for() {
    let console = Console::new();
    console.write(&[
        "new",
        "--product",
        "clomo",
        "--subject",
        "端末の件",
        "--level",
        "question",
    ]);
    check_language(&console, None, None, &["queue"], "回答目安");
    check_language(&console, None, Some("en_US.UTF-8"), &["queue"], "Target");
    check_language(
        &console,
        Some("ja_JP.UTF-8"),
        Some("en_US.UTF-8"),
        &["queue"],
        "回答目安",
    );
    check_language(
        &console,
        Some("en_US.UTF-8"),
        None,
        &["queue", "--lang", "ja"],
        "回答目安",
    );
    check_language(&console, None, None, &["show", "A-1001"], "期限の根拠");
    check_language(
        &console,
        None,
        None,
        &["explain", "A-1001"],
        "質問 → 2 営業日",
    );
    check_language(
        &console,
        None,
        None,
        &["--help"],
        "問合せを期限の近い順に一覧表示",
    );
    check_language(
        &console,
        None,
        None,
        &["--help", "--lang", "en"],
        "Lists the inquiries of a view",
    );
    check_language(
        &console,
        None,
        None,
        &["verify"],
        "記録に問題はありません。",
    );
    let refused = console.run(&["show", "A-9"]);
    assert!(
        text(&refused.stderr)
            .starts_with("error[no-such-inquiry]: 問合せ A-9 は見つかりません。\nhint: ")
    );
}

#[test]
fn a_band_has_its_shape_and_columns_stand_under_one_another() {
    let console = Console::new();
    let new = [
        "new",
        "--product",
        "clomo",
        "--received-at",
        "2026-11-20 10:00",
        "--level",
    ];
    console.write(&[&new[..], &["outage", "--subject", "管理画面"]].concat());
    console.write(&[&new[..], &["serious", "--subject", "Console"]].concat());
    let told = console.say(&["queue", "--as-of", "2099-01-05T10:00:00+09:00"]);
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[1].starts_with("■ Past limit"), "{told}");
    let width = |line: &str| {
        let before = line.split(" unassigned").next().unwrap();
        before
            .chars()
            .map(|letter| {
                if letter.is_ascii() || "■−".contains(letter) {
                    1
                } else {
                    2
                }
            })
            .sum::<usize>()
    };
    assert_eq!(width(lines[1]), width(lines[2]), "{told}");
    assert_eq!(lines[3], "2 in all");
}

#[test]
fn every_shell_gets_its_completions() {
    let console = Console::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            console.say(&["completions", shell]).contains("deadlines"),
            "{shell}"
        );
    }
    assert!(console.say(&["--version"]).starts_with("ichiji "));
}
