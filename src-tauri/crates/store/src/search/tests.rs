use super::tokens::{query, tokens};

/// Writes the characters that stand for marks in a form that can be read.
fn readable(tokens: &str) -> String {
    let plain = |character: char| match u32::from(character) {
        0xE000 => '_',
        mark @ 0xE001..=0xE07F => char::from_u32(mark - 0xE000).unwrap(),
        _ => character,
    };
    tokens.chars().map(plain).collect()
}

#[track_caller]
fn check(text: &str, threes: &str, fewer: &str) {
    let found = tokens([text]);
    assert_eq!(readable(&found.threes), threes, "{text:?}");
    assert_eq!(readable(&found.fewer), fewer, "{text:?}");
}

#[test]
fn a_run_is_cut_into_threes_and_its_end_into_pairs_and_singles() {
    check("初期設定", "初期設 期設定 _", "初 定 期 設 初期 期設 設定");
    check("端末", "", "末 端 端末");
    check("a", "", "a");
    check("", "", "");
    check(" \t\u{3000} ", "", "");
    check(
        "abc de fgh",
        "abc _ fgh _",
        "a b c d e f g h ab bc de fg gh",
    );
    check("a-1", "a-1 _", "1 a - a- -1");
}

#[test]
fn spellings_are_folded() {
    check("あぷり", "アプリ _", "ア プ リ アプ プリ");
    check("ｱﾌﾟﾘ", "アプリ _", "ア プ リ アプ プリ");
    check("ＭｄＭ", "mdm _", "d m dm md");
    check("①", "", "1");
}

#[test]
fn japanese_wrapped_at_a_line_end_stays_one_run() {
    check("端\n末", "", "末 端 端末");
    check("端\r\n末", "", "末 端 端末");
    check("端\n\n末", "", "末 端");
    check("a\n末", "", "a 末");
}

#[test]
fn controls_and_private_characters_part_runs() {
    check("a\u{0}b\u{E000}c", "", "a b c");
}

#[test]
fn each_pair_and_each_single_character_stands_once() {
    check("abab bc", "aba bab _", "a b c ab ba bc");
}

#[track_caller]
fn check_query(typed: &str, expected: Option<&str>) {
    assert_eq!(
        query(typed).as_deref().map(readable).as_deref(),
        expected,
        "{typed:?}"
    );
}

#[test]
fn a_query_wants_each_word_as_a_phrase() {
    check_query("端", Some("\"端\""));
    check_query("端末", Some("\"端末\""));
    check_query("初期設定 MDM", Some("\"初期設 期設定\" AND \"mdm\""));
    check_query("", None);
    check_query("\u{3000}\n", None);
}

#[test]
fn a_query_is_cut_off_where_it_gets_long() {
    let long = query(&"あい".repeat(1000)).unwrap();
    assert_eq!(long.split(' ').count(), 62);
    let many = query(&"あ ".repeat(100)).unwrap();
    assert_eq!(many.matches("AND").count(), 15);
}
