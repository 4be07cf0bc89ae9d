use std::fs;
use std::path::Path;
use std::time::Duration;

use inquiry::Event;
use policy::ImpactLevel;
use rusqlite::Connection;
use store::{Access, Row, RowFilter, RowOrder, Store, StoreError};

use crate::builders::{Mail, Rig, level, now, open};

fn rig() -> Rig {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        raw: Some(b"small".to_vec()),
        ..Mail::default()
    });
    rig.receive(Mail {
        raw: Some(vec![3; (1 << 20) + 1]),
        ..Mail::default()
    });
    rig.happen(id, "佐藤", now(), level(ImpactLevel::Minor));
    rig
}

/// All that a person could see.
fn seen(store: &Store) -> (Vec<Row>, Vec<Vec<Event>>, Vec<Vec<u8>>) {
    let seen = store.read(|reader| {
        let rows = reader.rows(&RowFilter::default(), RowOrder::OldestReceipt, 0, 100)?;
        let histories = rows
            .iter()
            .map(|row| reader.history(row.inquiry.id))
            .collect::<Result<_, _>>()?;
        let raws = rows
            .iter()
            .flat_map(|row| &row.inquiry.messages)
            .filter_map(|message| message.raw.as_ref());
        let raws = raws.map(|raw| reader.raw(raw)).collect::<Result<_, _>>()?;
        Ok::<_, StoreError>((rows, histories, raws))
    });
    seen.unwrap()
}

#[test]
fn a_backup_restores_to_an_equal_record() {
    let rig = rig();
    let to = rig.path().join("backup");
    let backup = rig.store.backup(&to, now()).unwrap();
    assert_eq!(
        (backup.events, backup.raw_files, backup.heads[0].seq),
        (3, 1, 3)
    );
    assert_eq!(Store::read_backup(&to).unwrap(), backup);
    let elsewhere = tempfile::tempdir().unwrap();
    let restored = Store::restore(&to, elsewhere.path(), now()).unwrap();
    assert_eq!(restored.replaced, None);
    let store = open(elsewhere.path());
    assert_eq!(seen(&store), seen(&rig.store));
    assert!(store.verify(&mut |_, _| {}).unwrap().is_sound());
    store.index(Duration::MAX).unwrap();
    assert_eq!(
        store
            .read(|reader| reader.search("ログイン", 10))
            .unwrap()
            .ids
            .len(),
        2
    );
}

#[test]
fn restoring_keeps_the_record_that_was_there() {
    let rig = rig();
    let to = rig.path().join("backup");
    rig.store.backup(&to, now()).unwrap();
    let before = seen(&rig.store);
    rig.receive(Mail {
        raw: Some(vec![4; (1 << 20) + 1]),
        ..Mail::default()
    });
    let later = seen(&rig.store);
    let Rig { store, dir } = rig;
    drop(store);
    let replaced = Store::restore(&to, dir.path(), now())
        .unwrap()
        .replaced
        .unwrap();
    assert_eq!(seen(&open(dir.path())), before);
    assert_eq!(seen(&open(&replaced)), later);
    let leftovers = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    assert!(
        !leftovers
            .into_iter()
            .any(|name| name.to_string_lossy().starts_with("restoring"))
    );
}

#[test]
fn a_damaged_record_is_replaced_and_kept() {
    let rig = rig();
    let to = rig.path().join("backup");
    rig.store.backup(&to, now()).unwrap();
    let before = seen(&rig.store);
    let Rig { store, dir } = rig;
    drop(store);
    fs::write(dir.path().join("ichiji.db"), "no database").unwrap();
    let replaced = Store::restore(&to, dir.path(), now())
        .unwrap()
        .replaced
        .unwrap();
    assert_eq!(
        fs::read_to_string(replaced.join("ichiji.db")).unwrap(),
        "no database"
    );
    assert_eq!(seen(&open(dir.path())), before);
}

#[test]
fn a_record_that_lacks_a_large_message_is_replaced() {
    let rig = rig();
    let to = rig.path().join("backup");
    rig.store.backup(&to, now()).unwrap();
    let before = seen(&rig.store);
    let Rig { store, dir } = rig;
    drop(store);
    fs::remove_dir_all(dir.path().join("raw")).unwrap();
    Store::restore(&to, dir.path(), now()).unwrap();
    assert_eq!(seen(&open(dir.path())), before);
}

#[test]
fn a_record_in_use_is_not_replaced() {
    let rig = rig();
    let to = rig.path().join("backup");
    rig.store.backup(&to, now()).unwrap();
    assert!(matches!(
        Store::restore(&to, rig.path(), now()),
        Err(StoreError::InUse)
    ));
    let Rig { store, dir } = rig;
    drop(store);
    let _window = Store::open(dir.path(), Access::Window, now()).unwrap();
    assert!(matches!(
        Store::restore(&to, dir.path(), now()),
        Err(StoreError::AlreadyOpen)
    ));
}

#[test]
fn a_backup_overwrites_nothing() {
    let rig = rig();
    let to = rig.path().join("backup");
    fs::create_dir(&to).unwrap();
    assert!(matches!(
        rig.store.backup(&to, now()),
        Err(StoreError::Exists { .. })
    ));
    assert_eq!(fs::read_dir(&to).unwrap().count(), 0);
}

#[track_caller]
fn check_unsound(alter: impl Fn(&Path)) {
    let rig = rig();
    let to = rig.path().join("backup");
    rig.store.backup(&to, now()).unwrap();
    alter(&to);
    let before = seen(&rig.store);
    let Rig { store, dir } = rig;
    drop(store);
    let refused = Store::restore(&to, dir.path(), now());
    assert!(
        matches!(
            refused,
            Err(StoreError::BackupUnsound { .. } | StoreError::File { .. })
        ),
        "{refused:?}"
    );
    assert_eq!(seen(&open(dir.path())), before, "nothing was changed");
}

#[test]
fn an_altered_backup_is_not_restored() {
    let sql = |sql: &'static str| {
        move |to: &Path| {
            Connection::open(to.join("ichiji.db"))
                .unwrap()
                .execute_batch(sql)
                .unwrap()
        }
    };
    check_unsound(sql("UPDATE event SET actor = '鈴木' WHERE seq = 2"));
    check_unsound(sql("DELETE FROM event WHERE seq = 3;
                       UPDATE device SET last_seq = 2, head = (SELECT chain FROM event WHERE seq = 2);"));
    check_unsound(|to| fs::remove_dir_all(to.join("raw")).unwrap());
}

#[test]
fn what_is_no_backup_is_told_so() {
    let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let refused = Store::restore(from.path(), to.path(), now());
    assert!(matches!(refused, Err(StoreError::NotABackup { .. })));
    fs::write(from.path().join("heads.json"), "{}").unwrap();
    assert!(matches!(
        Store::read_backup(from.path()),
        Err(StoreError::NotABackup { .. })
    ));
}

#[test]
fn a_backup_by_a_newer_program_is_refused() {
    let rig = rig();
    let to = rig.path().join("backup");
    rig.store.backup(&to, now()).unwrap();
    Connection::open(to.join("ichiji.db"))
        .unwrap()
        .execute_batch("PRAGMA user_version = 10")
        .unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let refused = Store::restore(&to, elsewhere.path(), now());
    assert!(matches!(
        refused,
        Err(StoreError::NewerSchema { found: 10, .. })
    ));
}
