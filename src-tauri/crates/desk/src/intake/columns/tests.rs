use super::*;

#[track_caller]
fn check(names: &[&str], field: Option<Field>) {
    for name in names {
        assert_eq!(Field::from_name(name), field, "{name}");
    }
}

#[test]
fn names_are_known_in_both_languages_and_many_spellings() {
    check(
        &[
            "受付日時",
            "受信日時",
            "Received_At",
            "received-at",
            "DATE",
            "作成日時",
        ],
        Some(Field::ReceivedAt),
    );
    check(
        &["件名", "お問い合わせ件名", "Subject", "　件名　"],
        Some(Field::Subject),
    );
    check(
        &[
            "お問い合わせ内容",
            "お問合せ内容",
            "問い合せ内容",
            "本文",
            "Body",
            "ご質問",
        ],
        Some(Field::Text),
    );
    check(
        &[
            "会社名",
            "貴社名",
            "会社名（必須）",
            "【会社名】",
            "Company Name",
        ],
        Some(Field::Company),
    );
    check(
        &["お名前", "氏名", "ご担当者名", "■お名前", "name"],
        Some(Field::Person),
    );
    check(
        &["フリガナ", "ﾌﾘｶﾞﾅ", "氏名（フリガナ）", "kana"],
        Some(Field::PersonKana),
    );
    check(
        &["メールアドレス", "E-mail", "Ｅメール", "差出人", "from"],
        Some(Field::Address),
    );
    check(
        &["折り返し先電話番号", "折返し先", "Callback Phone"],
        Some(Field::CallbackPhone),
    );
    check(
        &["折り返し希望時間", "ご連絡可能時間"],
        Some(Field::CallbackWish),
    );
    check(
        &["製品", "製品名", "ご利用製品", "Product Name"],
        Some(Field::Product),
    );
    check(
        &["影響レベル", "影響度", "Impact Level"],
        Some(Field::Level),
    );
    check(
        &["Message-ID", "message_id", "メッセージID"],
        Some(Field::MessageId),
    );
    check(&["担当", "対応者"], Some(Field::Assignee));
    check(&["天気", "", "備考", "x-unknown"], None);
}

#[test]
fn no_name_stands_for_two_fields() {
    let names = NAMES
        .iter()
        .flat_map(|(field, names)| names.split('|').map(|name| (plain(name), *field)));
    for (name, field) in names {
        assert_eq!(BY_NAME.get(&name), Some(&field), "{name}");
    }
}

#[test]
fn the_first_column_that_says_something_counts() {
    let fields = Fields::from_named(
        &Columns::default(),
        [
            ("件名", " "),
            ("タイトル", " 再起動する "),
            ("subject", "後"),
            ("備考", "残す"),
        ],
    );
    assert_eq!(fields.get(Field::Subject), Some("再起動する"));
    assert_eq!(
        fields,
        Fields::from_named(&Columns::default(), [("件名", "再起動する")])
    );
}

#[test]
fn a_customer_comes_without_the_honorific() {
    let fields = Fields::from_named(
        &Columns::default(),
        [("会社名", "例示商事"), ("お名前", "山田 花子 様")],
    );
    assert_eq!(fields.customer().line(), "例示商事 山田 花子");
}

#[test]
fn a_mapping_lists_what_it_does_not_know() {
    let mapping = ColumnMapping::of("a.csv", &Columns::default(), ["件名", "天気"]);
    assert_eq!(
        mapping.columns,
        [
            ("件名".to_owned(), Some(Field::Subject)),
            ("天気".to_owned(), None)
        ]
    );
    assert!(mapping.holds_inquiries());
    assert!(!ColumnMapping::of("b.csv", &Columns::default(), ["天気", "会社名"]).holds_inquiries());
}

#[test]
fn what_is_said_of_a_column_counts_before_its_name() {
    let columns = Columns::default()
        .with("ステータス更新", Some(Field::RespondedAt))
        .with("日付", None);
    assert_eq!(columns.field("ステータス 更新"), Some(Field::RespondedAt));
    assert_eq!(columns.field("日付"), None, "its name would be the receipt");
    assert_eq!(columns.field("件名"), Some(Field::Subject));
    for word in ["responded_at", "level", "in_reply_to"] {
        assert_eq!(Field::from_word(word).map(Field::as_str), Some(word));
    }
    assert_eq!(Field::from_word("件名"), None);
}
