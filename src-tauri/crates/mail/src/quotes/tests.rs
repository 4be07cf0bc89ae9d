use super::*;

#[track_caller]
fn check(text: &str, new: &str) {
    assert_eq!(strip_quotes(text), new);
}

#[test]
fn quoted_lines_go() {
    check(
        "了解です。\n\n> 端末は何台ですか。\n> よろしく\n\n3台です。",
        "了解です。\n\n3台です。",
    );
    check("はい\n＞ いかがですか\n  > もう一行", "はい");
    check(
        "a\n\n2026年11月23日(月) 10:00 サポート <support@example.jp>:\n> q\n\nb",
        "a\n\nb",
    );
}

#[test]
fn the_message_below_goes() {
    let new = "ありがとうございます。\n例示商事 山田";
    for below in [
        "-----Original Message-----\nFrom: support@example.jp\nSent: Monday\n\nq",
        "----- 元のメッセージ -----\n差出人: サポート\nq",
        "----- Original Message ----- \nq",
        "On Mon, Nov 23, 2026 at 10:00 AM Support <support@example.jp> wrote:\n\n> q\n> r",
        "On Mon, Nov 23, 2026 at 10:00 AM Support\n<support@example.jp> wrote:\n> q",
        "2026年11月23日(月) 10:00 サポート <support@example.jp>:\n\n> q",
        "2026年11月23日 10:00、サポートのメール:\n\nq",
        "2026/11/23 10:00、サポートさんが書きました:\n> q",
        "From: Support <support@example.jp>\nSent: Monday, November 23, 2026\nTo: Taro\n\nq",
        "差出人: サポート <support@example.jp>\n送信日時: 2026年11月23日\n宛先: 山田\n\nq",
    ] {
        check(&format!("{new}\n\n{below}"), new);
    }
}

#[test]
fn what_only_looks_like_a_quote_stays() {
    check(
        "On the console:\nnothing happens",
        "On the console:\nnothing happens",
    );
    check("From: と表示されます\n以上", "From: と表示されます\n以上");
    check("-----\n例示商事", "-----\n例示商事");
    check("手順 A -> B", "手順 A -> B");
}

#[test]
fn a_text_of_quotes_alone_stays_whole() {
    check("> a\n> b", "> a\n> b");
    check("", "");
}
