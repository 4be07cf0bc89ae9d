//! Folders that may not be written or entered, and a second window.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use ichiji_tests::console::program;
use ichiji_tests::work::{Part, open};
use tempfile::TempDir;

use crate::words::{ichiji, ichiji_by, refuses, says, unprivileged};
use crate::worker_process::{Day, Worker, copy};

/// A record in a folder that anybody may enter, and the program where anybody may run it.
struct Shared {
    folder: TempDir,
}

impl Shared {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        permit(folder.path(), 0o755);
        copy(
            Day::before(Part::Triage).record().path(),
            &folder.path().join("record"),
        );
        fs::copy(program("ichiji"), folder.path().join("ichiji")).unwrap();
        Self { folder }
    }

    fn record(&self) -> PathBuf {
        self.folder.path().join("record")
    }

    fn ichiji(&self, arguments: &[&str]) -> Command {
        let command = unprivileged(&self.folder.path().join("ichiji"));
        ichiji_by(command, &self.record(), arguments)
    }

    fn database(&self) -> Vec<u8> {
        fs::read(self.record().join("ichiji.db")).unwrap()
    }
}

fn permit(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

const NEW: [&str; 5] = ["new", "--product", "clomo", "--subject", "端末の件"];

#[test]
fn a_folder_that_may_only_be_read_is_told_and_left_alone() {
    let shared = Shared::new();
    let before = shared.database();
    for (folder, file) in [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)] {
        permit(&shared.record(), folder);
        permit(&shared.record().join("ichiji.db"), file);
        for command in [&NEW[..], &["sample"], &["queue"], &["verify"]] {
            let said = "The data folder cannot be written to. Nothing was saved.";
            refuses(shared.ichiji(command), 5, "read-only", said);
        }
    }
    permit(&shared.record(), 0o755);
    assert!(shared.database() == before, "the record is as it was");
    assert!(says(ichiji(&shared.record(), &["verify"])).contains("The record is sound."));
}

#[test]
fn a_folder_that_may_not_be_entered_is_told() {
    let shared = Shared::new();
    permit(&shared.record(), 0o700);
    for command in [&NEW[..], &["sample"], &["queue"], &["verify"]] {
        let said = "The data folder cannot be written to. Nothing was saved.";
        refuses(shared.ichiji(command), 5, "read-only", said);
    }
}

#[test]
fn a_second_window_and_a_restore_are_refused_until_the_first_is_gone() {
    let day = Day::before(Part::Triage);
    let record = day.record();
    let backup = day.record().path().join("backup");
    open(record.path()).unwrap().backup(&backup).unwrap();
    let mut first = Worker::begin(record.path(), &day.letters(), &[Part::Triage]);
    first.next();
    assert_eq!(open(record.path()).err().unwrap().code(), "already-open");
    let restore = ichiji(record.path(), &["restore", &backup.to_string_lossy()]);
    refuses(restore, 5, "already-open", "A window has this record open.");
    // A killed window holds nobody up.
    first.kill();
    day.is_kept_and_done_again(record.path(), &first.told);
}
