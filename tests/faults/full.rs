//! No room is left: a disk of its own that is really full, and a limit on the size of files.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use ichiji_tests::console::program;
use ichiji_tests::work::Part;

use crate::words::{ichiji, ichiji_by, refuses, says};
use crate::worker_process::{Day, WORKER, Worker};

/// A small disk in memory that only programs on it see; it goes when it is dropped.
struct Disk {
    keeper: Child,
    place: PathBuf,
    as_root: bool,
}

impl Disk {
    /// Makes a disk of so many KiB; nothing where the system does not let one be made.
    fn make(place: &Path, kib: u32) -> Option<Self> {
        [true, false]
            .into_iter()
            .find_map(|as_root| Self::make_by(place, kib, as_root))
    }

    fn make_by(place: &Path, kib: u32, as_root: bool) -> Option<Self> {
        let script = format!("mount -t tmpfs -o size={kib}k disk \"$0\" && echo made && exec cat");
        let mut keeper = Command::new("unshare")
            .args(if as_root { &["-m"][..] } else { &["-rm"] })
            .args(["sh", "-c", &script])
            .arg(place)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut said = String::new();
        let output = keeper.stdout.take()?;
        BufReader::new(output).read_line(&mut said).ok()?;
        let disk = Self {
            keeper,
            place: place.to_path_buf(),
            as_root,
        };
        (said == "made\n").then_some(disk)
    }

    /// Makes a command that sees the disk.
    fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new("nsenter");
        command.arg("--mount");
        if !self.as_root {
            command.args(["--user", "--preserve-credentials"]);
        }
        command.args(["--target", &self.keeper.id().to_string(), "--"]);
        command.arg(program);
        command
    }

    fn shell(&self, script: &str) {
        let mut command = self.command("sh");
        command.args(["-c", script]).arg(&self.place);
        says(command);
    }

    fn record(&self) -> PathBuf {
        self.place.join("record")
    }

    fn ichiji(&self, arguments: &[&str]) -> Command {
        ichiji_by(self.command(program("ichiji")), &self.record(), arguments)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(self.keeper.kill());
        drop(self.keeper.wait());
    }
}

#[test]
fn a_full_disk_takes_nothing_that_was_acknowledged() {
    let day = Day::before(Part::Triage);
    let before = day.record();
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::make(folder.path(), 3 * 1024) else {
        eprintln!("this system lets no disk be made; the other tests of full disks stand");
        return;
    };
    let mut put = disk.command("cp");
    put.arg("-r").arg(before.path()).arg(disk.record());
    says(put);
    // Room for a part of the work: the worker stops where it ends.
    disk.shell("head -c 400000 /dev/zero > \"$0/filler\"");
    let mut command = disk.command(WORKER);
    command
        .arg(disk.record())
        .arg(day.letters())
        .arg(day.part.to_string());
    let mut worker = Worker::run(command);
    assert!(!worker.finish(), "there was room for all");
    let mut told = std::mem::take(&mut worker.told);
    assert!(told.remove("error disk-full"), "{told:?}");
    assert!(told.len() > 5, "{told:?}");

    // Not one byte is left.
    disk.shell("cat /dev/zero > \"$0/more\" 2>/dev/null || true");
    let said = "The disk is full. Nothing was saved.";
    refuses(
        disk.ichiji(&["new", "--product", "clomo", "--subject", "端末の件"]),
        5,
        "disk-full",
        said,
    );
    refuses(disk.ichiji(&["sample"]), 5, "disk-full", said);

    disk.shell("rm \"$0/more\" \"$0/filler\"");
    assert!(says(disk.ichiji(&["verify"])).contains("The record is sound."));
    let kept = tempfile::tempdir().unwrap();
    let mut take = disk.command("cp");
    take.arg("-r").arg(disk.record()).arg(kept.path());
    says(take);
    day.is_kept_and_done_again(&kept.path().join("record"), &told);
}

#[test]
fn a_full_disk_is_told_where_the_record_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::make(folder.path(), 1024) else {
        eprintln!("this system lets no disk be made");
        return;
    };
    let said = "The disk is full. Nothing was saved.";
    disk.shell("cat /dev/zero > \"$0/filler\" 2>/dev/null || true");
    let new = ["new", "--product", "clomo", "--subject", "端末の件"];
    refuses(disk.ichiji(&new), 5, "disk-full", said);
    disk.shell("rm \"$0/filler\"");
    says(disk.ichiji(&new));
    disk.shell("cat /dev/zero > \"$0/filler\" 2>/dev/null || true");
    for command in [&new[..], &["queue"], &["verify"]] {
        refuses(disk.ichiji(command), 5, "disk-full", said);
    }
    disk.shell("rm \"$0/filler\"");
    assert!(says(disk.ichiji(&["queue"])).contains("端末の件"));
    assert!(says(disk.ichiji(&["verify"])).contains("The record is sound."));
}

/// Begins a command whose files may not grow above so many bytes. What the system does then is up to the signal that
/// it sends: it ends the program, or the program is told, where `told`.
fn limited(bytes: u64, told: bool) -> Command {
    let mut command = Command::new("sh");
    let trap = if told { "trap '' XFSZ;" } else { "" };
    let script = format!("{trap} exec prlimit --fsize={bytes} --core=0 -- \"$0\" \"$@\"");
    command.args(["-c", &script]);
    command
}

#[test]
fn a_limit_on_the_size_of_files_takes_nothing_that_was_acknowledged() {
    let day = Day::before(Part::Triage);
    for (bytes, told) in [
        (200_000, true),
        (200_000, false),
        (500_000, true),
        (700_000, false),
    ] {
        let record = day.record();
        let mut command = limited(bytes, told);
        command.args([Path::new(WORKER), record.path(), &day.letters()]);
        command.arg(day.part.to_string());
        let mut worker = Worker::run(command);
        assert!(!worker.finish(), "{bytes} bytes were enough");
        let mut steps = std::mem::take(&mut worker.told);
        let refused = steps.remove("error sqlite");
        assert_eq!(refused, told, "{steps:?}");
        day.is_kept_and_done_again(record.path(), &steps);
    }
    let record = day.record();
    let command = ichiji_by(
        {
            let mut command = limited(0, true);
            command.arg(program("ichiji"));
            command
        },
        record.path(),
        &["sample"],
    );
    refuses(command, 5, "sqlite", "The record cannot be read or written");
    assert!(says(ichiji(record.path(), &["verify"])).contains("The record is sound."));
}
