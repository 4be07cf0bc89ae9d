//! Pages of the file are damaged, or messages beside it are gone.

use std::fs;
use std::path::Path;
use std::time::Duration;

use business_time::Instant;
use ichiji_tests::record::Record;
use ichiji_tests::work::{NOON, Part, open};
use rand::rngs::StdRng;
use rand::{Rng, RngCore, SeedableRng};
use store::{Access, Store, StoreError};
use tempfile::TempDir;

use crate::words::{complaint, ichiji, refuses, says};
use crate::worker_process::{Day, copy};

const DATABASE: &str = "ichiji.db";
const PAGE: usize = 4096;

/// How many records are damaged, each at one page.
const DAMAGES: usize = 60;

/// The codes by which reading tells of damage; `docs/errors.md` has their meaning.
const TOLD: [&str; 4] = ["damaged", "event-unreadable", "json", "raw-missing"];

#[test]
fn a_damaged_page_is_found_or_does_no_harm_and_a_backup_brings_all_back() {
    let (record, backup) = a_record_with_backup();
    let whole = fs::read(record.path().join(DATABASE)).unwrap();
    let before = everything(record.path()).unwrap();
    let mut random = StdRng::seed_from_u64(3);
    let mut found = 0;
    for n in 0..DAMAGES {
        let page = random.random_range(0..whole.len() / PAGE);
        let mut bytes = whole.clone();
        damage(&mut bytes[page * PAGE..(page + 1) * PAGE], &mut random);
        let damaged = tempfile::tempdir().unwrap();
        copy(record.path(), damaged.path());
        fs::write(damaged.path().join(DATABASE), &bytes).unwrap();
        let sound = verifies(damaged.path());
        match everything(damaged.path()) {
            Ok(after) if sound => assert!(after == before, "damage {n}, page {page} stays unseen"),
            Ok(_) => found += 1,
            Err(code) => {
                assert!(
                    !sound,
                    "damage {n}, page {page}: verify does not see {code}"
                );
                assert!(TOLD.contains(&code), "damage {n}, page {page}: {code}");
                found += 1;
            }
        }
        if n % 3 == 0 {
            Store::restore(backup.path(), damaged.path(), noon()).unwrap();
            assert!(everything(damaged.path()).unwrap() == before, "damage {n}");
        }
    }
    assert!(found > DAMAGES / 2, "{found}");
}

#[test]
fn damage_is_told_in_words_and_by_the_status() {
    let (record, backup) = a_record_with_backup();
    let mut bytes = fs::read(record.path().join(DATABASE)).unwrap();
    // Every page behind the schema: the file opens, and nothing in it can be read.
    bytes[20 * PAGE..].fill(0xA5);
    let database = record.path().join(DATABASE);
    fs::write(&database, &bytes).unwrap();
    let verified = ichiji(record.path(), &["verify"]).output().unwrap();
    assert_eq!(verified.status.code(), Some(5), "{}", complaint(&verified));
    let said = "error[damaged]: The record is damaged: ";
    assert!(
        complaint(&verified).contains(said),
        "{}",
        complaint(&verified)
    );

    bytes[..PAGE].fill(0xA5);
    fs::write(&database, &bytes).unwrap();
    let queue = || ichiji(record.path(), &["queue"]);
    refuses(queue(), 5, "damaged", "it was moved to");
    refuses(queue(), 5, "no-record", "There is no record in");
    let backup = backup.path().to_string_lossy().into_owned();
    says(ichiji(record.path(), &["restore", &backup]));
    assert!(says(ichiji(record.path(), &["verify"])).contains("The record is sound."));
}

#[test]
fn a_lost_file_of_a_large_message_is_found_and_a_backup_brings_it_back() {
    let (record, backup) = a_record_with_backup();
    let before = everything(record.path()).unwrap();
    fs::remove_dir_all(record.path().join("raw")).unwrap();
    assert!(!verifies(record.path()));
    assert_eq!(everything(record.path()), Err("raw-missing"));
    let verified = ichiji(record.path(), &["verify"]).output().unwrap();
    assert_eq!(verified.status.code(), Some(6));
    let said = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert!(
        said.contains("[raw-missing] a raw message is missing"),
        "{said}"
    );
    Store::restore(backup.path(), record.path(), noon()).unwrap();
    assert!(everything(record.path()).unwrap() == before);
}

#[test]
fn a_record_of_a_later_program_is_left_alone_and_told() {
    let (record, _) = a_record_with_backup();
    let database = record.path().join(DATABASE);
    let mut bytes = fs::read(&database).unwrap();
    // The header of an SQLite file keeps the schema's version here.
    bytes[60..64].copy_from_slice(&9999_u32.to_be_bytes());
    fs::write(&database, &bytes).unwrap();
    for command in [&["queue"][..], &["sample"], &["verify"]] {
        let said = "A newer Ichiji wrote this record. It was not touched.";
        refuses(ichiji(record.path(), command), 5, "newer-schema", said);
    }
    assert!(fs::read(&database).unwrap() == bytes);
}

/// Damages a page in one of the ways that drives do: nothing, anything, or some bytes of it.
fn damage(page: &mut [u8], random: &mut StdRng) {
    match random.random_range(0..3) {
        0 => page.fill(0),
        1 => random.fill_bytes(page),
        _ => {
            let at = random.random_range(0..page.len() - 16);
            page[at..at + 16].iter_mut().for_each(|byte| *byte ^= 0x55);
        }
    }
}

/// A record with all of a day's work, indexed, and its backup.
fn a_record_with_backup() -> (TempDir, TempDir) {
    let day = Day::before(Part::Respond);
    let (record, backup) = (day.record(), tempfile::tempdir().unwrap());
    day.is_done_again(record.path());
    let desk = open(record.path()).unwrap();
    desk.index(Duration::MAX).unwrap();
    let to = backup.path().join("backup");
    desk.backup(&to).unwrap();
    copy(&to, backup.path());
    (record, backup)
}

fn noon() -> Instant {
    Instant::parse(NOON).unwrap()
}

fn store(data: &Path) -> Result<Store, StoreError> {
    Store::open(data, Access::Beside, noon())
}

/// Tells whether the record can be opened and verify finds nothing.
fn verifies(data: &Path) -> bool {
    // Opening moves a record aside that is none: that is to be seen by the next one too.
    let copied = tempfile::tempdir().unwrap();
    copy(data, copied.path());
    let report = store(copied.path()).and_then(|store| store.verify(&mut |_, _| {}));
    report.is_ok_and(|report| report.is_sound())
}

/// Reads all that a person could see; or gives the code of the error. What the search finds is read and not compared:
/// the places that its index holds are a cache, whose values no reading can vouch for.
fn everything(data: &Path) -> Result<(Record, Vec<String>), &'static str> {
    let read = || -> Result<_, StoreError> {
        let store = store(data)?;
        let record = Record::of(&store)?;
        let mut seen = Vec::new();
        for (key, value) in store.local().by_prefix("")? {
            seen.push(format!("{key} {value}"));
        }
        store.read(|reader| {
            for word in ["CLOMO", "です", "件"] {
                reader.search(word, 1000)?;
            }
            Record::raws(reader, |bytes| seen.push(bytes.len().to_string()))
        })?;
        Ok((record, seen))
    };
    read().map_err(|error| error.code())
}
