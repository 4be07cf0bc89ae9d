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
fn check_pairs(text: &str, pairs: &str) {
    assert_eq!(readable(&tokens([text]).pairs), pairs, "{text:?}");
}

#[test]
fn a_run_is_cut_into_pairs_and_its_end() {
    check_pairs("端末", "端末 末_");
    check_pairs("a", "a_");
    check_pairs("", "");
    check_pairs(" \t\u{3000} ", "");
    check_pairs("ab cd", "ab b_ cd d_");
    check_pairs("a-1", "a- -1 1_");
}

#[test]
fn spellings_are_folded() {
    check_pairs("あぷり", "アプ プリ リ_");
    check_pairs("ｱﾌﾟﾘ", "アプ プリ リ_");
    check_pairs("ＭｄＭ", "md dm m_");
    check_pairs("①", "1_");
}

#[test]
fn japanese_wrapped_at_a_line_end_stays_one_run() {
    check_pairs("端\n末", "端末 末_");
    check_pairs("端\r\n末", "端末 末_");
    check_pairs("端\n\n末", "端_ 末_");
    check_pairs("a\n末", "a_ 末_");
}

#[test]
fn controls_and_private_characters_part_runs() {
    check_pairs("a\u{0}b\u{E000}c", "a_ b_ c_");
}

#[test]
fn each_single_character_stands_once() {
    assert_eq!(readable(&tokens(["abab", "bc"]).singles), "a b c");
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
    check_query("初期設定 MDM", Some("\"初期 期設 設定\" AND \"md dm\""));
    check_query("", None);
    check_query("\u{3000}\n", None);
}

#[test]
fn a_query_is_cut_off_where_it_gets_long() {
    let long = query(&"あい".repeat(1000)).unwrap();
    assert_eq!(long.split(' ').count(), 63);
    let many = query(&"あ ".repeat(100)).unwrap();
    assert_eq!(many.matches("AND").count(), 15);
}
