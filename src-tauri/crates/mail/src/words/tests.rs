use super::*;

#[track_caller]
fn check(field: &[u8], text: &str, mended: &[Repair]) {
    let mut repairs = Repairs::new();
    let decoded = decode_text(field, &mut repairs);
    assert_eq!(
        (
            decoded.as_str(),
            repairs.into_iter().collect::<Vec<_>>().as_slice()
        ),
        (text, mended)
    );
}

#[test]
fn words_as_they_should_be() {
    check(b"=?UTF-8?B?5Lu25ZCN?=", "件名", &[]);
    check(b"=?utf-8?q?=E4=BB=B6_=E5=90=8D?=", "件 名", &[]);
    check(b"=?iso-2022-jp?b?GyRCN29MPhsoQg==?=", "件名", &[]);
    check(b"Re: =?Shift_JIS?B?jI+WvA==?= (2)", "Re: 件名 (2)", &[]);
    check(b"=?ISO-8859-1*en?Q?caf=E9?=", "café", &[]);
    check(b"=?UTF-8?B?5Lu2?=\r\n =?UTF-8?B?5ZCN?=", "件名", &[]);
    check(
        b"=?UTF-8?B?5Lu2?= =?iso-2022-jp?B?GyRCTD4bKEI=?=",
        "件名",
        &[],
    );
    check(b"=?UTF-8?Q?Really??=", "Really?", &[]);
}

#[test]
fn a_character_split_over_two_words() {
    check(
        b"=?UTF-8?B?5Lu25Q==?= =?UTF-8?B?kI0=?=",
        "件名",
        &[Repair::SplitCharacter],
    );
    check(
        b"=?Shift_JIS?B?jI+W?=\r\n =?shift_jis?Q?=BC?=",
        "件名",
        &[Repair::SplitCharacter],
    );
    check(
        b"=?ISO-2022-JP?B?GyRCN29M?= =?ISO-2022-JP?B?PhsoQg==?=",
        "件名",
        &[Repair::SplitCharacter],
    );
}

#[test]
fn words_of_which_the_base64_was_cut() {
    check(
        b"=?UTF-8?B?5Lu25ZCN5L?= =?UTF-8?B?u25ZCN?=",
        "件名件名",
        &[Repair::SplitCharacter],
    );
}

#[test]
fn raw_headers_are_recognised() {
    check(b"\x1B$B7oL>\x1B(B: ABC", "件名: ABC", &[Repair::RawHeader]);
    check(
        b"\x8F\xE1\x8AQ\x82\xCC\x82\xB2\x98A\x97\x8D",
        "障害のご連絡",
        &[Repair::RawHeader],
    );
    check(
        "障害 =?UTF-8?B?5Lu25ZCN?=".as_bytes(),
        "障害 件名",
        &[Repair::RawHeader],
    );
}

#[test]
fn broken_words_are_read_or_left() {
    check(b"=?UTF-8?B?5Lu25ZCN", "件名", &[Repair::BrokenWord]);
    check(b"=?UTF-8?B?5Lu2*5ZCN?=", "件名", &[Repair::BrokenWord]);
    check(
        b"=?UTF-8?B?5Lu25ZCN rest",
        "件名 rest",
        &[Repair::BrokenWord],
    );
    check(
        b"=?UTF-8?B?5Lu2 =?UTF-8?B?5ZCN?=",
        "件名",
        &[Repair::BrokenWord],
    );
    check(b"=?UTF-8?X?abc?=", "=?UTF-8?X?abc?=", &[]);
    check(b"=?nonsense?B?abc", "=?nonsense?B?abc", &[]);
    check(b"1 =? 2 ?= 3", "1 =? 2 ?= 3", &[]);
    check(b"=?", "=?", &[]);
}

#[test]
fn structured_fields_keep_their_grammar() {
    let mut repairs = Repairs::new();
    let out = rewrite(b"=?UTF-8?Q?a=2C_b?=<a@example.jp>, x=?q", &mut repairs);
    assert_eq!(out, b"=?UTF-8?Q?=61=2C=20=62?=<a@example.jp>, x= ?q");
}

#[test]
fn many_unended_words_take_linear_time() {
    let field = b"=?utf-8?q?a".repeat(20_000);
    check(&field[..22], "aa", &[Repair::BrokenWord]);
    decode_text(&field, &mut Repairs::new());
    decode_text(&[field, b"?=".to_vec()].concat(), &mut Repairs::new());
}
