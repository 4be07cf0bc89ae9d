use super::*;

#[track_caller]
fn check(bytes: &[u8], label: Option<&str>, text: &str, repairs: &[Repair]) {
    let decoded = decode(bytes, label);
    assert_eq!(
        (decoded.text.as_str(), decoded.repairs.as_slice()),
        (text, repairs)
    );
}

fn sjis(text: &str) -> Vec<u8> {
    SHIFT_JIS.encode(text).0.into_owned()
}

fn euc(text: &str) -> Vec<u8> {
    EUC_JP.encode(text).0.into_owned()
}

fn jis(text: &str) -> Vec<u8> {
    ISO_2022_JP.encode(text).0.into_owned()
}

#[test]
fn names_that_only_custom_knows() {
    for label in ["cp932", "CP932", "ms932", "x-ms-cp932"] {
        check(
            &sjis("①㈱髙﨑ｶﾅ"),
            Some(label),
            "①㈱髙﨑ｶﾅ",
            &[Repair::CharsetAlias],
        );
    }
    for label in ["cp50221", "cp50220", "ISO-2022-JP-MS", "iso2022jp"] {
        check(
            &jis("①㈱髙﨑"),
            Some(label),
            "①㈱髙﨑",
            &[Repair::CharsetAlias],
        );
    }
    check(
        &euc("髙橋"),
        Some("eucJP-ms"),
        "髙橋",
        &[Repair::CharsetAlias],
    );
}

#[test]
fn standard_names_need_no_repair() {
    for label in [
        "Shift_JIS",
        "shift-jis",
        "windows-31j",
        "sjis",
        "x-sjis",
        "\"Shift_JIS\"",
    ] {
        check(&sjis("表示①"), Some(label), "表示①", &[]);
    }
    check(&jis("件名"), Some("ISO-2022-JP"), "件名", &[]);
    check(&euc("件名"), Some("euc-jp"), "件名", &[]);
    check("件名".as_bytes(), Some("UTF-8"), "件名", &[]);
    check(b"caf\xE9", Some("iso-8859-1"), "café", &[]);
    check(
        b"\x93don\x92t\x94 \xE9t\xE9",
        Some("windows-1252"),
        "“don’t” été",
        &[],
    );
    check(b"plain", None, "plain", &[]);
    check(b"plain", Some("no-such-set"), "plain", &[]);
}

#[test]
fn without_a_label_the_set_is_recognised() {
    let text = "端末が登録できません。至急ご確認をお願いいたします。";
    for bytes in [sjis(text), euc(text), jis(text), text.as_bytes().to_vec()] {
        check(&bytes, None, text, &[Repair::CharsetMissing]);
    }
    check(&sjis("至急"), None, "至急", &[Repair::CharsetMissing]);
    check(
        &sjis("障害のご連絡"),
        None,
        "障害のご連絡",
        &[Repair::CharsetMissing],
    );
    check(
        &euc("障害のご連絡"),
        None,
        "障害のご連絡",
        &[Repair::CharsetMissing],
    );
    check(
        &sjis("ログイン不可"),
        Some("x-unknown"),
        "ログイン不可",
        &[Repair::CharsetMissing],
    );
}

#[test]
fn a_label_that_the_bytes_contradict_is_not_believed() {
    let text = "設定画面が開きません。";
    check(
        text.as_bytes(),
        Some("iso-2022-jp"),
        text,
        &[Repair::CharsetWrong],
    );
    check(
        text.as_bytes(),
        Some("iso-8859-1"),
        text,
        &[Repair::CharsetWrong],
    );
    check(
        text.as_bytes(),
        Some("us-ascii"),
        text,
        &[Repair::CharsetWrong],
    );
    check(
        text.as_bytes(),
        Some("Shift_JIS"),
        text,
        &[Repair::CharsetWrong],
    );
    check(&jis(text), Some("us-ascii"), text, &[Repair::CharsetWrong]);
    check(&jis(text), Some("utf-8"), text, &[Repair::CharsetWrong]);
    check(&jis(text), Some("shift_jis"), text, &[Repair::CharsetWrong]);
    check(&sjis(text), Some("utf-8"), text, &[Repair::CharsetWrong]);
    check(
        &sjis(text),
        Some("iso-2022-jp"),
        text,
        &[Repair::CharsetWrong],
    );
    for label in ["us-ascii", "iso-8859-1"] {
        check(&sjis(text), Some(label), text, &[Repair::CharsetWrong]);
        check(&euc(text), Some(label), text, &[Repair::CharsetWrong]);
    }
    check(&euc(text), Some("utf-8"), text, &[Repair::CharsetWrong]);
}

#[test]
fn a_cut_character_is_lost_and_nothing_else() {
    let text = "端末の一覧が表示されません";
    let cut = &text.as_bytes()[..text.len() - 1];
    let decoded = decode(cut, Some("utf-8"));
    assert_eq!(decoded.text, "端末の一覧が表示されませ\u{FFFD}");
    assert_eq!(decoded.repairs, [Repair::CharactersLost]);
}

#[test]
fn katakana_in_all_its_jis_forms() {
    let label = Some("iso-2022-jp");
    check(b"\x1B(I6E\x1B(B.", label, "ｶﾅ.", &[]);
    check(b"\x0E6E\x0F.", label, "ｶﾅ.", &[]);
    check(b"\x1B$B%+\x1B(B\xB6\xC5.", label, "カｶﾅ.", &[]);
}

#[test]
fn careless_escapes() {
    let label = Some("iso-2022-jp");
    check(b"\x1B$B7oL>", label, "件名", &[]);
    check(b"\x1B$B7oL>\x1B(B\x1B$B7oL>\x1B(B", label, "件名件名", &[]);
    check(b"\x1B$B7oL>\r\nabc", label, "件名\r\nabc", &[]);
    check(b"\x1B$@7oL>\x1B(J \\1", label, "件名 \\1", &[]);
    check(
        b"\x1B$B7oL\x1B(B!",
        label,
        "件\u{FFFD}!",
        &[Repair::CharactersLost],
    );
    check(b"a\x1B[31mb", label, "a\x1B[31mb", &[]);
}
