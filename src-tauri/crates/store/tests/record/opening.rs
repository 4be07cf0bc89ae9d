use std::fs;
use std::path::Path;

use rusqlite::Connection;
use store::{Access, Store, StoreError};

use crate::builders::{Mail, Rig, now, open, refused};

#[test]
fn a_folder_is_made_for_its_owner_alone() {
    let outer = tempfile::tempdir().unwrap();
    let dir = outer.path().join("a").join("b");
    drop(open(&dir));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            fs::metadata(&dir).unwrap().permissions().mode() & 0o777,
            0o700
        );
    }
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let rig = Rig::new();
    let id = rig.receive(Mail::default());
    let Rig { store, dir: _dir } = rig.reopened();
    assert!(store.read(|reader| reader.inquiry(id)).unwrap().is_some());
}

#[test]
fn windows_exclude_each_other_but_not_the_command_line() {
    let dir = tempfile::tempdir().unwrap();
    let window = Store::open(dir.path(), Access::Window, now()).unwrap();
    assert!(matches!(
        refused(dir.path(), Access::Window),
        StoreError::AlreadyOpen
    ));
    drop(open(dir.path()));
    drop(window);
    Store::open(dir.path(), Access::Window, now()).unwrap();
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let rig = Rig::new();
    rig.alter("PRAGMA user_version = 99");
    let Rig { store, dir } = rig;
    drop(store);
    let before = fs::read(dir.path().join("ichiji.db")).unwrap();
    assert!(matches!(
        refused(dir.path(), Access::Window),
        StoreError::NewerSchema {
            found: 99,
            known: 9
        }
    ));
    assert_eq!(fs::read(dir.path().join("ichiji.db")).unwrap(), before);
}

/// Tells a file's schema number, and whether the index of the ninth upgrade is there.
fn schema_of(database: &Path) -> (i64, bool) {
    let connection = Connection::open(database).unwrap();
    let number = connection.query_row("PRAGMA user_version", [], |row| row.get(0));
    let index = connection
        .prepare("SELECT 1 FROM sqlite_schema WHERE name = 'inquiry_in_work'")
        .unwrap()
        .exists([]);
    (number.unwrap(), index.unwrap())
}

#[test]
fn a_file_of_the_first_schema_is_upgraded_and_kept_as_it_was() {
    let rig = Rig::new();
    let id = rig.receive(Mail::default());
    rig.alter(
        "DROP TABLE person; DROP TABLE contract; DROP INDEX event_by_contract; DROP INDEX event_of_reference;
         ALTER TABLE event DROP COLUMN contract; DROP INDEX inquiry_judged; ALTER TABLE inquiry DROP COLUMN reckoned_from;
         DROP INDEX inquiry_in_work; DROP INDEX event_by_obligation;
         ALTER TABLE event DROP COLUMN obligation; DROP TABLE outline; PRAGMA user_version = 1;
         UPDATE inquiry SET fold_version = 1; UPDATE cache_version SET version = 1 WHERE cache = 'fold';",
    );
    let Rig { store, dir } = rig.reopened();
    assert_eq!(schema_of(&dir.path().join("ichiji.db")), (9, true));
    assert!(store.read(|reader| reader.inquiry(id)).unwrap().is_some());
    assert!(store.verify(&mut |_, _| {}).unwrap().is_sound());
    let backups: Vec<_> = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().contains("before-upgrade-1-"))
        .collect();
    let [backup] = backups.as_slice() else {
        panic!("one backup was made, not {backups:?}");
    };
    assert_eq!(schema_of(backup), (1, false));
    let kept: i64 = Connection::open(backup)
        .unwrap()
        .query_row("SELECT count(*) FROM inquiry", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, 1);
}

#[test]
fn a_search_index_of_pairs_is_made_anew() {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        text: "初期設定",
        ..Mail::default()
    });
    rig.index();
    rig.alter(
        "DROP TABLE search; CREATE VIRTUAL TABLE search USING fts5 (pairs, singles, content = '', columnsize = 0,
             tokenize = 'ascii');
         UPDATE cache_version SET version = 1 WHERE cache = 'tokens';
         CREATE INDEX inquiry_not_completed ON inquiry (received_at) WHERE answered_at IS NOT NULL AND status <> 'completed';
         DROP INDEX inquiry_in_work; PRAGMA user_version = 7;",
    );
    let rig = rig.reopened();
    rig.index();
    assert_eq!(rig.find("初期設定"), [id]);
    assert_eq!(rig.find("期設"), [id]);
    assert!(rig.store.verify(&mut |_, _| {}).unwrap().is_sound());
}

#[test]
fn outlines_written_as_json_become_columns() {
    let rig = Rig::new();
    rig.receive(Mail::default());
    let answered = rig.receive(Mail::default());
    rig.happen(answered, "佐藤", now(), crate::builders::answered(now()));
    rig.alter(
        "CREATE TABLE before (place INTEGER PRIMARY KEY REFERENCES inquiry (place) ON DELETE CASCADE,
             customer TEXT NOT NULL, outline TEXT NOT NULL) STRICT;
         INSERT INTO before SELECT place, customer_name, json_object('id', lower(hex(id)), 'number', number,
             'product', product, 'plan', plan, 'channel', channel, 'received_at', received_at,
             'reckoned_from', reckoned_from, 'level', level, 'level_was_wrong', json(iif(level_was_wrong, 'true', 'false')),
             'situation_changed', json(iif(situation_changed, 'true', 'false')), 'cause', cause, 'assignee', assignee,
             'taken_up_at', taken_up_at, 'customer', lower(hex(customer)),
             'response', iif(responded_at IS NULL, NULL, json_object('at', responded_at, 'by', responder, 'kind', response,
                 'after_the_fact', json(iif(after_the_fact, 'true', 'false')), 'judgement', json_object('verdict', verdict,
                 'target', target_at, 'limit', limit_at, 'business_taken', business_taken, 'calendar_hash', calendar))),
             'ended', ended, 'brought_back', json(iif(brought_back, 'true', 'false')),
             'sample', json(iif(sample, 'true', 'false'))) FROM outline;
         DROP TABLE outline; ALTER TABLE before RENAME TO outline;
         CREATE INDEX inquiry_not_completed ON inquiry (received_at) WHERE answered_at IS NOT NULL AND status <> 'completed';
         DROP INDEX inquiry_in_work; PRAGMA user_version = 6;",
    );
    let Rig { store, dir: _dir } = rig.reopened();
    let mut answers = Vec::new();
    store
        .read(|reader| reader.outlines(|row| answers.push(row.outline.response.is_some())))
        .unwrap();
    assert_eq!(answers, [false, true]);
    assert!(store.verify(&mut |_, _| {}).unwrap().is_sound());
}

#[track_caller]
fn check_moved_aside(bytes: &[u8]) {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("ichiji.db"), bytes).unwrap();
    let aside = dir.path().join("ichiji.db.damaged-20260302T010000Z");
    match refused(dir.path(), Access::Window) {
        StoreError::Damaged { moved_to } => assert_eq!(moved_to.as_deref(), Some(aside.as_path())),
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read(&aside).unwrap(), bytes, "moved whole");
    assert_eq!(
        open(dir.path()).last_seq().unwrap(),
        0,
        "the next opening begins anew"
    );
}

#[test]
fn what_is_no_database_is_moved_aside() {
    check_moved_aside(b"This was a database once.");
    check_moved_aside(&[0x5A; 20_000]);
}

#[test]
fn a_damaged_first_page_is_moved_aside_with_its_wal() {
    let rig = Rig::new();
    rig.receive(Mail::default());
    let Rig { store, dir } = rig;
    drop(store);
    let database = dir.path().join("ichiji.db");
    let mut bytes = fs::read(&database).unwrap();
    bytes[100..4000].fill(0xFF);
    fs::write(&database, &bytes).unwrap();
    assert!(matches!(
        refused(dir.path(), Access::Beside),
        StoreError::Damaged { moved_to: Some(_) }
    ));
    assert!(!database.exists());
}

#[test]
fn a_second_damaged_file_does_not_replace_the_first() {
    let dir = tempfile::tempdir().unwrap();
    for text in ["first", "second"] {
        fs::write(dir.path().join("ichiji.db"), text).unwrap();
        assert!(matches!(
            refused(dir.path(), Access::Window),
            StoreError::Damaged { .. }
        ));
    }
    let aside = dir.path().join("ichiji.db.damaged-20260302T010000Z");
    assert_eq!(fs::read_to_string(&aside).unwrap(), "first");
    assert_eq!(
        fs::read_to_string(dir.path().join("ichiji.db.damaged-20260302T010000Z-2")).unwrap(),
        "second"
    );
}

#[test]
fn another_programs_database_is_not_written_into() {
    let dir = tempfile::tempdir().unwrap();
    let database = dir.path().join("ichiji.db");
    Connection::open(&database)
        .unwrap()
        .execute_batch("CREATE TABLE theirs (a)")
        .unwrap();
    let StoreError::Damaged {
        moved_to: Some(aside),
    } = refused(dir.path(), Access::Window)
    else {
        panic!()
    };
    let tables: i64 = Connection::open(aside)
        .unwrap()
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .unwrap();
    assert_eq!(tables, 1);
}

/// The tests may run as root, whom permission bits do not stop: a folder in a file's place does.
#[test]
fn a_folder_that_cannot_be_made_is_told_by_its_path() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    let error = refused(&file.join("data"), Access::Window);
    assert!(
        matches!(&error, StoreError::File { path, .. } if path.ends_with("data")),
        "{error:?}"
    );
}

#[test]
fn a_database_that_cannot_be_written_says_so() {
    let rig = Rig::new();
    let uri = format!("file:{}?mode=ro", rig.database().display());
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY | rusqlite::OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(uri, flags).unwrap();
    let error = StoreError::from(connection.execute("DELETE FROM event", []).unwrap_err());
    assert_eq!(error.code(), "read-only");
}
