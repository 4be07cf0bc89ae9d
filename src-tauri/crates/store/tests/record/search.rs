use std::time::Duration;

use inquiry::{InquiryEvent, InquiryId};
use proptest::prelude::*;
use store::Store;

use crate::builders::{Mail, Rig, at, now, receive};

fn rig_with(texts: &[&'static str]) -> (Rig, Vec<InquiryId>) {
    let rig = Rig::new();
    let ids = texts
        .iter()
        .map(|text| {
            rig.receive(Mail {
                subject: "件名",
                text,
                ..Mail::default()
            })
        })
        .collect();
    rig.index();
    (rig, ids)
}

#[test]
fn words_of_every_length_are_found() {
    let text = "端末の初期設定プロファイルが配信されません。iPhone 15 と iOS 18.2";
    let (rig, ids) = rig_with(&[text, "請求書の宛名を変えたい"]);
    let found = [
        "端",
        "端末",
        "初期設",
        "初期設定",
        "プロファイ",
        "プロファイル",
        "端末の初期設定プロファイルが配信されません",
        "。",
        "15",
        "iOS 18.2",
        "8",
        "iphone",
        "I",
        "phone",
    ];
    for typed in found {
        assert_eq!(rig.find(typed), ids[..1], "{typed}");
    }
    for typed in [
        "端点",
        "設定初期",
        "末端",
        "定期",
        "ios 19",
        "z",
        "設定プロフェ",
        "15と",
    ] {
        assert_eq!(rig.find(typed), [], "{typed}");
    }
}

#[test]
fn different_spellings_are_alike() {
    let (rig, ids) = rig_with(&["ｱﾌﾟﾘがくらっしゅ ＭＤＭ ﾊﾟﾈﾙ ㈱例示"]);
    for typed in [
        "アプリ",
        "あぷり",
        "クラッシュ",
        "mdm",
        "ＭＤＭ",
        "パネル",
        "(株)例示",
        "ガクラ",
    ] {
        assert_eq!(rig.find(typed), ids, "{typed}");
    }
}

#[test]
fn several_words_all_count_and_may_stand_in_different_texts() {
    let (rig, ids) = rig_with(&["設定が消えた", "設定を変えたい"]);
    assert_eq!(rig.find("例示商事 消えた"), ids[..1]);
    assert_eq!(rig.find("設定　件名").len(), 2);
    assert_eq!(rig.find("設定 見本物流"), []);
    assert_eq!(rig.find("  "), []);
}

#[test]
fn runs_on_both_sides_of_a_blank_are_not_one_word() {
    let (rig, ids) = rig_with(&["東京 京都", "xa ab"]);
    assert_eq!(rig.find("東京都"), []);
    assert_eq!(rig.find("xab"), []);
    assert_eq!(rig.find("京都"), ids[..1]);
}

#[test]
fn a_line_break_in_japanese_text_parts_no_word() {
    let (rig, ids) = rig_with(&["ログイ\r\nンできません", "line\nbreak"]);
    assert_eq!(rig.find("ログイン"), ids[..1]);
    assert_eq!(rig.find("linebreak"), []);
}

#[test]
fn marks_are_searched_as_they_are() {
    let (rig, ids) = rig_with(&["C++ で \"引用\" した user@example.jp の 100%_* (AND) OR"]);
    for typed in [
        "C++",
        "\"引用\"",
        "@example.jp",
        "%_*",
        "(and)",
        "AND OR",
        "user@example.jp",
        "\"",
    ] {
        assert_eq!(rig.find(typed), ids, "{typed}");
    }
    assert_eq!(rig.find("C--"), []);
    assert_eq!(rig.find("NOT"), []);
}

#[test]
fn rare_characters_are_found() {
    let (rig, ids) = rig_with(&["髙橋と𠮷野家と😀"]);
    for typed in ["髙", "𠮷", "𠮷野", "😀", "と😀"] {
        assert_eq!(rig.find(typed), ids, "{typed}");
    }
}

#[test]
fn the_newest_receipt_stands_first_and_a_typed_number_before_all() {
    let rig = Rig::new();
    let mail = |received_at: &str| Mail {
        received_at: at(received_at),
        text: "A-1001 の件",
        ..Mail::default()
    };
    let oldest = rig.receive(mail("2026-01-05T10:00:00+09:00"));
    let newest = rig.receive(mail("2026-03-01T10:00:00+09:00"));
    let middle = rig.receive(mail("2026-02-01T10:00:00+09:00"));
    rig.index();
    assert_eq!(rig.find("の件"), [newest, middle, oldest]);
    assert_eq!(rig.find("a-1001"), [oldest, newest, middle]);
    assert_eq!(rig.find("1003"), [middle]);
    let two = rig
        .store
        .read(|reader| reader.search("の件", 2))
        .unwrap()
        .ids;
    assert_eq!(two, [newest, middle]);
}

#[test]
fn many_receipts_of_one_second_are_all_found() {
    let rig = Rig::new();
    let ids: Vec<InquiryId> = (0..30).map(|_| rig.receive(Mail::default())).collect();
    rig.index();
    let mut found = rig.find("ログイン");
    found.sort_unstable();
    assert_eq!(found, ids);
}

#[test]
fn the_index_runs_behind_and_says_how_far() {
    let rig = Rig::new();
    let ids: Vec<InquiryId> = (0..5).map(|_| rig.receive(Mail::default())).collect();
    let found = rig
        .store
        .read(|reader| reader.search("ログイン", 10))
        .unwrap();
    assert_eq!((found.ids, found.lag), (Vec::new(), 5));
    let lag = || rig.store.read(|reader| reader.index_lag()).unwrap();
    assert!(rig.store.index(Duration::ZERO).unwrap());
    assert_eq!(lag(), 4, "one at least is taken in");
    assert!(!rig.store.index(Duration::MAX).unwrap());
    assert_eq!(lag(), 0);
    assert_eq!(rig.find("ログイン").len(), ids.len());
    rig.happen(ids[0], "佐藤", now(), InquiryEvent::Assigned(None));
    assert_eq!(lag(), 0, "what changes no text is not indexed again");
    rig.add_note(ids[0], "折り返し済み");
    rig.index();
    assert_eq!(rig.find("折り返し"), ids[..1]);
    assert_eq!(rig.find("ログイン").len(), ids.len());
}

#[test]
fn a_new_subject_takes_the_old_ones_place() {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        subject: "まちがい",
        ..Mail::default()
    });
    rig.index();
    let subject = rig
        .store
        .transact(|tx| tx.keep_text("ただしい"))
        .unwrap()
        .value;
    rig.happen(id, "佐藤", now(), InquiryEvent::SubjectSet(subject));
    rig.index();
    assert_eq!(
        (rig.find("まちがい"), rig.find("ただしい")),
        (vec![], vec![id])
    );
}

#[test]
fn the_index_is_made_anew_on_request() {
    let rig = Rig::new();
    let id = rig.receive(Mail::default());
    rig.index();
    rig.store.index_anew().unwrap();
    assert_eq!(rig.find("ログイン"), []);
    rig.index();
    assert_eq!(rig.find("ログイン"), [id]);
}

/// Folds and parts a text the slow way, for the few characters of the property below.
fn runs(text: &str) -> Vec<String> {
    let alike = text.replace('あ', "ア").replace('A', "a");
    let mut joined = String::new();
    let characters: Vec<char> = alike.chars().collect();
    for (place, character) in characters.iter().enumerate() {
        let japanese = |place: usize| matches!(characters.get(place), Some('ア' | '端'));
        let wrapped = *character == '\n' && place > 0 && japanese(place - 1) && japanese(place + 1);
        if !wrapped {
            joined.push(*character);
        }
    }
    joined.split_whitespace().map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// For every text and every word: found if and only if the word stands in a run of the text.
    #[test]
    fn a_word_is_found_exactly_where_it_stands(
        texts in prop::collection::vec("[あア端aA\\- \n]{0,12}", 1..6),
        words in prop::collection::vec("[アあ端aA\\-]{1,4}", 12),
    ) {
        let store = Store::in_memory().unwrap();
        let mail = || Mail { subject: "", text: "", company: "", ..Mail::default() };
        let ids: Vec<InquiryId> = texts.iter().map(|text| {
            let id = receive(&store, mail()).0;
            let text = store.transact(|tx| tx.keep_text(text)).unwrap().value;
            let body = inquiry::Body::Inquiry(id, InquiryEvent::NoteAdded(text));
            crate::builders::append(&store, crate::builders::event(crate::builders::operation(1), "佐藤", now(), body));
            id
        }).collect();
        store.index(Duration::MAX).unwrap();
        for word in &words {
            let wanted = &runs(word)[0];
            let holds = |text: &String| {
                let number = "a-1".to_owned();
                runs(text).iter().any(|run| run.contains(wanted)) || number.contains(wanted)
            };
            let mut expected: Vec<InquiryId> =
                ids.iter().zip(&texts).filter(|(_, text)| holds(text)).map(|(id, _)| *id).collect();
            let mut found = store.read(|reader| reader.search(word, 100)).unwrap().ids;
            expected.sort_unstable();
            found.sort_unstable();
            prop_assert_eq!(found, expected, "{:?} in {:?}", word, texts);
        }
    }
}
