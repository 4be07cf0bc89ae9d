//! The worker as a process of its own, whose lines are read as they come.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use ichiji_tests::record::Record;
use ichiji_tests::work::{Part, open, post, work};
use tempfile::TempDir;

/// The worker's program.
pub const WORKER: &str = env!("CARGO_BIN_EXE_faults-worker");

/// The worker at work.
pub struct Worker {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    /// The steps that it told of.
    pub told: BTreeSet<String>,
}

impl Worker {
    /// Lets a worker begin with parts of the day's work.
    #[track_caller]
    pub fn begin(data: &Path, letters: &Path, parts: &[Part]) -> Self {
        let mut command = Command::new(WORKER);
        command.arg(data).arg(letters);
        command.args(parts.iter().map(ToString::to_string));
        Self::run(command)
    }

    /// Runs a command that becomes a worker.
    #[track_caller]
    pub fn run(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self {
            child,
            lines,
            told: BTreeSet::new(),
        }
    }

    /// The process's id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the next line; nothing once the worker has ended.
    pub fn next(&mut self) -> Option<String> {
        // Every line is written at once, so that there is no half of one.
        let line = self.lines.next()?.unwrap();
        self.told.insert(line.clone());
        Some(line)
    }

    /// Kills the worker and reads what it told before; tells whether it was still at work.
    pub fn kill(&mut self) -> bool {
        self.child.kill().unwrap();
        while self.next().is_some() {}
        !self.child.wait().unwrap().success()
    }

    /// Lets the worker end by itself; tells whether it did all that was asked.
    pub fn finish(&mut self) -> bool {
        while self.next().is_some() {}
        self.child.wait().unwrap().success()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The day's files and the record as it is before and after a part of the work.
pub struct Day {
    folder: TempDir,
    /// The part.
    pub part: Part,
    /// What the record holds after the part.
    pub after: Record,
}

impl Day {
    /// Does the work up to a part, and the part on a copy.
    pub fn before(part: Part) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let letters = folder.path().join("letters");
        post(&letters);
        let before = folder.path().join("before");
        for earlier in Part::ALL.into_iter().take_while(|it| *it != part) {
            work(&open(&before).unwrap(), earlier, &letters, &|_| {}).unwrap();
        }
        let after = folder.path().join("after");
        copy(&before, &after);
        work(&open(&after).unwrap(), part, &letters, &|_| {}).unwrap();
        let after = Record::read(&after);
        Self {
            folder,
            part,
            after,
        }
    }

    /// The day's files.
    pub fn letters(&self) -> PathBuf {
        self.folder.path().join("letters")
    }

    /// A copy of the record as it is before the part.
    pub fn record(&self) -> TempDir {
        let copied = tempfile::tempdir().unwrap();
        copy(&self.folder.path().join("before"), copied.path());
        copied
    }

    /// Wants what was told of in a sound record that lacks at most the end of the work; gives it.
    #[track_caller]
    pub fn is_kept(&self, data: &Path, told: &BTreeSet<String>) -> Record {
        let kept = Record::read(data);
        let lost: Vec<&String> = told
            .iter()
            .filter(|it| *it != "open" && !kept.has(it))
            .collect();
        assert!(lost.is_empty(), "lost: {lost:?}");
        assert!(kept.comes_before(&self.after), "{kept:#?}");
        kept
    }

    /// Wants the same, and all of the part, once, when it is done again.
    #[track_caller]
    pub fn is_kept_and_done_again(&self, data: &Path, told: &BTreeSet<String>) {
        self.is_kept(data, told);
        self.is_done_again(data);
    }

    /// Does the part again from the beginning: then all is there, once.
    #[track_caller]
    pub fn is_done_again(&self, data: &Path) {
        work(&open(data).unwrap(), self.part, &self.letters(), &|_| {}).unwrap();
        assert_eq!(Record::read(data), self.after);
    }
}

/// Copies a folder; one that is not there is an empty one.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).into_iter().flatten() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}
