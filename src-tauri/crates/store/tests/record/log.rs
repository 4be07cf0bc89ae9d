use std::time::Duration;

use inquiry::{Actor, Body, InquiryEvent, MessageKey, ReferenceEvent, Status};
use policy::ImpactLevel;
use store::{StoreError, Tx};

use crate::builders::{
    Mail, Rig, append, at, event, level, now, operation, own_addresses, receive,
};

#[test]
fn what_happens_shows_in_the_state() {
    let rig = Rig::new();
    let id = rig.receive(Mail::default());
    rig.happen(id, "佐藤", now(), level(ImpactLevel::Serious));
    rig.happen(
        id,
        "鈴木",
        now(),
        InquiryEvent::Assigned(Some(Actor::new("鈴木"))),
    );
    let state = rig.state(id);
    assert_eq!(state.level.map(|it| it.level), Some(ImpactLevel::Serious));
    assert_eq!(state.assignee, Some(Actor::new("鈴木")));
    assert_eq!(
        rig.store.read(|reader| reader.history(id)).unwrap().len(),
        3
    );
}

#[test]
fn an_operation_is_seen_once_its_transaction_is_through() {
    let rig = Rig::new();
    let mail = || Mail {
        operation: operation(7),
        ..Mail::default()
    };
    let seen = |store: &store::Store| {
        store
            .transact(|tx| tx.operation_seen(operation(7)))
            .unwrap()
            .value
    };
    assert!(!seen(&rig.store));
    let id = rig.receive(mail());
    assert!(seen(&rig.store));
    assert_eq!(
        rig.store
            .read(|reader| reader.inquiries_of(operation(7)))
            .unwrap(),
        [id]
    );
}

#[test]
fn a_failed_transaction_leaves_nothing() {
    let rig = Rig::new();
    let failed = rig.store.transact(|tx: &mut Tx<'_>| {
        tx.next_number()?;
        tx.keep_raw(&vec![7; 2 << 20])?;
        tx.append(&event(
            operation(1),
            "佐藤",
            now(),
            own_addresses("support@example.jp"),
        ))?;
        Err::<(), _>(StoreError::NoDevice)
    });
    assert!(matches!(failed, Err(StoreError::NoDevice)));
    assert_eq!(rig.store.last_seq().unwrap(), 0);
    assert_eq!(rig.ask::<i64>("SELECT last_number FROM device"), 1000);
    let files = walk(&rig.path().join("raw"));
    assert!(files.is_empty(), "{files:?}");
}

fn walk(path: &std::path::Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else {
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                walk(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

#[test]
fn a_transaction_sees_what_it_appended() {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        key: Some("k1"),
        ..Mail::default()
    });
    let worked = rig.store.transact(|tx| {
        assert!(tx.inquiry(id)?.unwrap().level.is_none());
        let body = Body::Inquiry(id, level(ImpactLevel::Minor));
        tx.append(&event(operation(3), "佐藤", now(), body))?;
        assert_eq!(
            tx.inquiry(id)?.unwrap().level.unwrap().level,
            ImpactLevel::Minor
        );
        assert_eq!(tx.events(id)?.len(), 2);
        assert!(tx.operation_seen(operation(3))?);
        Ok::<_, StoreError>(())
    });
    assert_eq!(worked.unwrap().changed.inquiries, [id]);
}

#[test]
fn numbers_count_up_from_1001() {
    let rig = Rig::new();
    let numbers: Vec<String> = (0..3)
        .map(|_| rig.receive(Mail::default()))
        .map(|id| rig.state(id).number.to_string())
        .collect();
    assert_eq!(numbers, ["A-1001", "A-1002", "A-1003"]);
    let found = rig
        .store
        .read(|reader| reader.find_number("a-1002".parse().unwrap()))
        .unwrap();
    assert_eq!(found.map(|id| rig.state(id).number.count), Some(1002));
}

#[test]
fn messages_are_found_by_their_id_and_by_their_content() {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        key: Some("k1"),
        ..Mail::default()
    });
    rig.receive(Mail {
        key: Some("k2"),
        ..Mail::default()
    });
    let by_key = rig
        .store
        .read(|reader| reader.find_key(&MessageKey("k1".to_owned()), 9))
        .unwrap();
    let by_content = |content: &str| {
        let key = MessageKey("k1".to_owned());
        rig.store
            .read(|reader| reader.find_message(&key, content))
            .unwrap()
    };
    assert_eq!(by_content("content of k1"), by_key.first().cloned());
    assert_eq!(by_content("content of k2"), None);
    let [message] = by_key.as_slice() else {
        panic!("{by_key:?}")
    };
    assert_eq!(
        (message.inquiry, message.message),
        (id, rig.state(id).messages[0].id)
    );
    assert!(
        rig.store
            .read(|reader| reader.find_key(&MessageKey("k3".to_owned()), 9))
            .unwrap()
            .is_empty()
    );
}

#[test]
fn undoing_the_receipt_takes_the_inquiry_out() {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        operation: operation(5),
        key: Some("k1"),
        ..Mail::default()
    });
    rig.index();
    rig.happen(
        id,
        "佐藤",
        now(),
        InquiryEvent::Undone {
            operation: operation(5),
        },
    );
    assert_eq!(rig.store.read(|reader| reader.inquiry(id)).unwrap(), None);
    assert!(rig.find("ログイン").is_empty());
    assert!(
        rig.store
            .read(|reader| reader.find_key(&MessageKey("k1".to_owned()), 9))
            .unwrap()
            .is_empty()
    );
    assert!(rig.store.verify(&mut |_, _| {}).unwrap().is_sound());
}

#[test]
fn the_last_operation_is_ones_own_and_not_taken_back() {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        operation: operation(5),
        ..Mail::default()
    });
    let last = |name| {
        rig.store
            .read(|reader| reader.last_operation(&Actor::new(name)))
            .unwrap()
    };
    let by_suzuki = rig.happen(id, "鈴木", now(), level(ImpactLevel::Minor));
    let status = InquiryEvent::StatusSet {
        status: Status::InProgress,
        reason: None,
    };
    let by_sato = rig.happen(id, "佐藤", now(), status);
    assert_eq!(
        (last("佐藤"), last("鈴木"), last("高橋")),
        (Some(by_sato), Some(by_suzuki), None)
    );
    rig.happen(
        id,
        "佐藤",
        now(),
        InquiryEvent::Undone { operation: by_sato },
    );
    assert_eq!(last("佐藤"), Some(operation(5)));
    let setting = operation(6);
    append(
        &rig.store,
        event(setting, "鈴木", now(), own_addresses("support@example.jp")),
    );
    assert_eq!(last("鈴木"), Some(setting));
    let undone = Body::Reference(ReferenceEvent::Undone { operation: setting });
    append(&rig.store, event(operation(8), "鈴木", now(), undone));
    assert_eq!(last("鈴木"), Some(by_suzuki));
}

#[test]
fn reference_data_comes_back_in_order_and_as_of() {
    let rig = Rig::new();
    let later = at("2026-03-03T10:00:00+09:00");
    append(
        &rig.store,
        event(operation(1), "佐藤", now(), own_addresses("a@example.jp")),
    );
    let changed = append(
        &rig.store,
        event(operation(2), "佐藤", later, own_addresses("b@example.jp")),
    );
    assert!(changed.reference && changed.inquiries.is_empty());
    let all = rig.store.read(|reader| reader.reference()).unwrap();
    assert_eq!(
        all.iter()
            .map(|(seq, event)| (*seq, event.operation))
            .collect::<Vec<_>>(),
        [(1, operation(1)), (2, operation(2)),]
    );
    assert_eq!(
        rig.store
            .read(|reader| reader.reference_as_of(now()))
            .unwrap(),
        all[..1]
    );
}

#[test]
fn another_programs_writing_is_noticed() {
    let rig = Rig::new();
    let (before, seq) = (
        rig.store.data_version().unwrap(),
        rig.store.last_seq().unwrap(),
    );
    rig.receive(Mail::default());
    assert_eq!(
        rig.store.data_version().unwrap(),
        before,
        "one's own writing is no news"
    );
    let own = rig.store.last_seq().unwrap();
    let (id, _) = receive(&rig.beside(), Mail::default());
    assert_ne!(rig.store.data_version().unwrap(), before);
    let since_own = rig.store.read(|reader| reader.changed_since(own)).unwrap();
    assert_eq!(
        (since_own.inquiries, since_own.reference, since_own.seq),
        (vec![id], false, own + 1)
    );
    assert_eq!(
        rig.store
            .read(|reader| reader.changed_since(seq))
            .unwrap()
            .inquiries
            .len(),
        2
    );
}

#[test]
fn two_programs_writing_at_once_lose_nothing() {
    let rig = Rig::new();
    let beside = rig.beside();
    std::thread::scope(|scope| {
        for store in [&rig.store, &beside] {
            scope.spawn(move || (0..20).for_each(|_| drop(receive(store, Mail::default()))));
        }
    });
    assert_eq!(rig.store.last_seq().unwrap(), 40);
    let report = rig.store.verify(&mut |_, _| {}).unwrap();
    assert_eq!((report.events, report.problems), (40, Vec::new()));
}

#[test]
fn raw_bytes_come_back_whatever_their_size() {
    let rig = Rig::new();
    for size in [0, 10, 1 << 20, (1 << 20) + 1] {
        let bytes: Vec<u8> = (0..size).map(|place| (place % 251) as u8).collect();
        let kept = rig.store.transact(|tx| tx.keep_raw(&bytes)).unwrap().value;
        assert_eq!(kept.size, size as u64);
        assert_eq!(rig.store.read(|reader| reader.raw(&kept)).unwrap(), bytes);
        let in_file = rig
            .path()
            .join("raw")
            .join(&kept.digest[..2])
            .join(&kept.digest)
            .exists();
        assert_eq!(in_file, size > 1 << 20, "{size}");
    }
}

#[test]
fn a_record_in_memory_does_the_same() {
    let store = store::Store::in_memory().unwrap();
    let (id, changed) = receive(
        &store,
        Mail {
            raw: Some(vec![7; 2 << 20]),
            ..Mail::default()
        },
    );
    assert_eq!(changed.inquiries, [id]);
    store.index(Duration::MAX).unwrap();
    assert_eq!(
        store
            .read(|reader| reader.search("ログイン", 10))
            .unwrap()
            .ids,
        [id]
    );
    assert!(store.verify(&mut |_, _| {}).unwrap().is_sound());
    let other = store::Store::in_memory().unwrap();
    assert_eq!(other.last_seq().unwrap(), 0);
}
