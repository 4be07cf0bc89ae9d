use inquiry::{Body, InquiryId, PersonalId, ReferenceEvent};
use store::{StoreError, Unproven};

use crate::builders::{Mail, Rig, append, event, now, operation};

fn erase(rig: &Rig, rows: Vec<PersonalId>) {
    append(
        &rig.store,
        event(
            operation(99),
            "佐藤",
            now(),
            Body::Reference(ReferenceEvent::Erased { rows }),
        ),
    );
}

fn texts_of(rig: &Rig, id: InquiryId) -> Vec<PersonalId> {
    let state = rig.state(id);
    vec![
        state.subject.id,
        state.customer.id,
        state.messages[0].text.id,
    ]
}

/// Looks for bytes in every file of the folder, the WAL included.
fn stands_anywhere(rig: &Rig, needle: &str) -> bool {
    let files = std::fs::read_dir(rig.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file()).any(|path| {
        let bytes = std::fs::read(path).unwrap();
        bytes
            .windows(needle.len())
            .any(|window| window == needle.as_bytes())
    })
}

#[test]
fn erased_texts_are_gone_from_the_file_and_the_index() {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        company: "消去株式会社",
        text: "秘匿事項 kiwami-secret",
        ..Mail::default()
    });
    let other = rig.receive(Mail::default());
    rig.index();
    assert!(stands_anywhere(&rig, "kiwami-secret"));
    assert_eq!(rig.find("秘匿"), [id]);
    erase(&rig, texts_of(&rig, id));
    assert_eq!(rig.find("秘匿"), []);
    rig.index();
    assert_eq!((rig.find("秘匿"), rig.find("消去株")), (vec![], vec![]));
    assert_eq!(rig.find("ログイン"), [other]);
    for needle in ["kiwami-secret", "秘匿事項", "消去株式会社"] {
        assert!(!stands_anywhere(&rig, needle), "{needle}");
    }
}

/// A pair of the index takes six bytes in Japanese; no page may keep one that only the erased text had.
#[test]
fn the_index_keeps_no_pair_of_an_erased_text() {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        text: "鸚鵡",
        ..Mail::default()
    });
    rig.receive(Mail::default());
    rig.index();
    assert!(stands_anywhere(&rig, "鸚鵡"));
    erase(&rig, texts_of(&rig, id));
    assert!(!stands_anywhere(&rig, "鸚鵡"));
}

#[test]
fn the_inquiry_stays_and_the_record_is_sound() {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        raw: Some(b"raw".to_vec()),
        ..Mail::default()
    });
    rig.index();
    erase(&rig, texts_of(&rig, id));
    let row = rig.store.read(|reader| reader.row(id)).unwrap().unwrap();
    assert_eq!(
        (row.subject.as_str(), row.customer.company.as_str()),
        ("", "")
    );
    let texts = rig
        .store
        .read(|reader| reader.texts(&[row.inquiry.subject.id]))
        .unwrap();
    assert!(texts.is_empty());
    let report = rig.store.verify(&mut |_, _| {}).unwrap();
    assert_eq!(report.problems, []);
    assert_eq!(report.erased_texts, 3);
    assert!(
        report
            .unproven
            .contains(&Unproven::ErasedTexts { count: 3 })
    );
}

#[test]
fn raw_bytes_go_with_the_last_message_that_needs_them() {
    let rig = Rig::new();
    let bytes = vec![9; (1 << 20) + 5];
    let mail = || Mail {
        raw: Some(bytes.clone()),
        ..Mail::default()
    };
    let (first, second) = (rig.receive(mail()), rig.receive(mail()));
    let raw = rig.state(first).messages[0].raw.clone().unwrap();
    let file = rig
        .path()
        .join("raw")
        .join(&raw.digest[..2])
        .join(&raw.digest);
    erase(&rig, texts_of(&rig, first));
    assert_eq!(rig.store.read(|reader| reader.raw(&raw)).unwrap(), bytes);
    erase(&rig, texts_of(&rig, first));
    assert!(file.exists(), "erasing twice lets go once");
    erase(&rig, texts_of(&rig, second));
    assert!(!file.exists());
    let gone = rig.store.read(|reader| reader.raw(&raw));
    assert!(matches!(gone, Err(StoreError::RawMissing { .. })));
    assert!(rig.store.verify(&mut |_, _| {}).unwrap().is_sound());
}

/// An entry is taken out by cutting its texts again: were they cut otherwise than when it was put in, the index
/// would be left inconsistent.
#[test]
fn taking_entries_out_leaves_the_index_whole() {
    let rig = Rig::new();
    let ids: Vec<InquiryId> = (0..40).map(|_| rig.receive(Mail::default())).collect();
    rig.index();
    for id in &ids[..20] {
        rig.add_note(*id, "追って連絡する");
        rig.index();
    }
    erase(
        &rig,
        ids[10..30]
            .iter()
            .flat_map(|id| texts_of(&rig, *id))
            .collect(),
    );
    rig.index();
    rig.alter("INSERT INTO search (search) VALUES ('integrity-check')");
    assert_eq!(
        (rig.find("管理画面").len(), rig.find("追って").len()),
        (20, 20)
    );
    erase(
        &rig,
        ids.iter().flat_map(|id| texts_of(&rig, *id)).collect(),
    );
    assert_eq!(rig.find("管理"), []);
}
