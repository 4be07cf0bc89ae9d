//! Database and WAL as a power failure leaves them: copied at a random moment, the WAL cut or torn anywhere.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use ichiji_tests::record::Record;
use ichiji_tests::work::{Part, open, work};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tempfile::TempDir;

use crate::worker_process::{Day, Worker, copy};

const DATABASE: &str = "ichiji.db";
const WAL: &str = "ichiji.db-wal";

/// How many copies are taken of a worker at work, and how many cuts are made.
const COPIES: usize = 16;
const CUTS: usize = 60;

/// How many commits the WAL holds that is cut; few enough for none to have gone into the database.
const COMMITS: usize = 30;

#[test]
fn a_copy_of_any_moment_is_a_whole_prefix() {
    let day = Day::before(Part::Import);
    let mut random = StdRng::seed_from_u64(1);
    let mut copies = 0;
    while copies < COPIES {
        let record = day.record();
        let mut worker = Worker::begin(record.path(), &day.letters(), &Part::ALL);
        worker.next();
        while copies < COPIES && skip(&mut worker, random.random_range(1..=25)) {
            std::thread::sleep(Duration::from_micros(random.random_range(0..4000)));
            let copied = tempfile::tempdir().unwrap();
            while_it_stands_still(&worker, || copy(record.path(), copied.path()));
            let kept = Record::read(copied.path());
            let lost = worker.told.iter().find(|it| *it != "open" && !kept.has(it));
            assert_eq!(lost, None, "copy {copies}");
            day_goes_on(&day, copied.path());
            copies += 1;
        }
    }
}

/// Reads some more lines; tells whether there were any.
fn skip(worker: &mut Worker, lines: usize) -> bool {
    (0..lines).all(|_| worker.next().is_some())
}

/// Stops the worker at once, wherever it is, and lets it go on afterwards: what is on the disk then is of one moment.
fn while_it_stands_still(worker: &Worker, act: impl FnOnce()) {
    let signal = |name: &str| {
        let id = worker.id().to_string();
        assert!(
            Command::new("kill")
                .args([name, &id])
                .status()
                .unwrap()
                .success()
        );
    };
    signal("-STOP");
    let state = format!("/proc/{}/stat", worker.id());
    let stopped = || {
        let state = fs::read_to_string(&state).unwrap_or_default();
        let after = state.rsplit(')').next().unwrap_or_default().trim_start();
        after.starts_with(['T', 'Z'])
    };
    ichiji_tests::stage::wait_until("the worker stands still", stopped);
    act();
    signal("-CONT");
}

/// Does all of the day on a copy: then all is there, once.
#[track_caller]
fn day_goes_on(day: &Day, data: &Path) {
    let before = Record::read(data);
    let desk = open(data).unwrap();
    for part in Part::ALL {
        work(&desk, part, &day.letters(), &|_| {}).unwrap();
    }
    drop(desk);
    let after = Record::read(data);
    assert!(before.comes_before(&after), "{before:#?}");
    assert_eq!(after.inquiries.len(), day.after.inquiries.len());
}

#[test]
fn a_wal_cut_or_torn_anywhere_leaves_a_whole_prefix_of_commits() {
    let day = Day::before(Part::Triage);
    let record = day.record();
    let base = fs::read(record.path().join(DATABASE)).unwrap();
    let (copied, commits) = commits_of(&day, record.path());
    let wal = fs::read(copied.path().join(WAL)).unwrap();
    assert!(
        fs::read(copied.path().join(DATABASE)).unwrap() == base,
        "the WAL alone holds the work"
    );
    let mut random = StdRng::seed_from_u64(2);
    let mut lengths: Vec<usize> = (0..CUTS)
        .map(|_| random.random_range(0..=wal.len()))
        .collect();
    lengths.extend([0, 31, 32, wal.len()]);
    lengths.sort_unstable();
    let mut last = 0;
    for (n, length) in lengths.into_iter().enumerate() {
        let cut = tempfile::tempdir().unwrap();
        copy(copied.path(), cut.path());
        let mut bytes = wal[..length].to_vec();
        if n % 2 == 1 {
            // A page that was written in part, or not at all where the file had grown already.
            let torn = (wal.len() - length).min(random.random_range(0..20_000));
            let torn = (0..torn).map(|_| if n % 4 == 1 { 0 } else { random.random() });
            bytes.extend(torn.collect::<Vec<u8>>());
        }
        fs::write(cut.path().join(WAL), bytes).unwrap();
        let (_, heads) = Record::with_heads(cut.path());
        let at = commits.get(&heads[0].hash);
        let at = *at.unwrap_or_else(|| panic!("cut at {length}: no commit ends there"));
        assert!(at >= last, "cut at {length}: a longer WAL holds no less");
        last = at;
        if n % 10 == 0 {
            day.is_done_again(cut.path());
        }
    }
    assert_eq!(last, commits.len() - 1, "the whole WAL holds all");
}

/// Does the part, notes after each of its first commits where the chain ends, and copies the folder after the last of
/// these.
fn commits_of(day: &Day, data: &Path) -> (TempDir, BTreeMap<String, usize>) {
    let copied = tempfile::tempdir().unwrap();
    let commits = RefCell::new(BTreeMap::new());
    let note = || {
        let mut commits = commits.borrow_mut();
        let count = commits.len();
        if count < COMMITS {
            let (_, heads) = Record::with_heads(data);
            commits.insert(heads[0].hash.clone(), count);
        }
        if count + 1 == COMMITS {
            copy(data, copied.path());
        }
    };
    let desk = open(data).unwrap();
    note();
    work(&desk, day.part, &day.letters(), &|_| note()).unwrap();
    (copied, commits.into_inner())
}
