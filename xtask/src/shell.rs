//! Running other programs, never without a time limit.

use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Context, Failure, Outcome};

const POLL: Duration = Duration::from_millis(20);
const GRACE: Duration = Duration::from_secs(5);

/// A program to run in the repository's root, with ten minutes unless told otherwise.
pub struct Task {
    command: Command,
    shown: String,
    limit: Option<Duration>,
}

impl Task {
    /// Prepares `program`.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(&program);
        command.current_dir(crate::workspace::root());
        forget_own_package(&mut command);
        Self {
            command,
            shown: program.as_ref().to_string_lossy().into_owned(),
            limit: Some(Duration::from_secs(600)),
        }
    }

    /// Prepares `cargo` with a line of arguments that hold no spaces.
    pub fn cargo(line: &str) -> Self {
        Self::new("cargo").words(line)
    }

    /// Prepares `npm` in the folder of the window's pages.
    pub fn npm(line: &str) -> Self {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        Self::new(npm).words(line).folder(&crate::workspace::ui())
    }

    /// Adds arguments that hold no spaces.
    pub fn words(self, line: &str) -> Self {
        line.split_whitespace().fold(self, Self::arg)
    }

    /// Adds one argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.shown.push(' ');
        self.shown.push_str(&argument.as_ref().to_string_lossy());
        self.command.arg(argument);
        self
    }

    /// Sets a variable of the program's environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs the program elsewhere than in the root.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Ends the program and all it started after so many minutes.
    pub fn minutes(mut self, minutes: u64) -> Self {
        self.limit = Some(Duration::from_secs(60 * minutes));
        self
    }

    /// Lets the program run as long as its user likes.
    pub fn unlimited(mut self) -> Self {
        self.limit = None;
        self
    }

    /// Shows the command line and runs it; fails unless it ends well.
    pub fn run(mut self) -> Outcome {
        println!("$ {}", self.shown);
        let mut child = self
            .command
            .spawn()
            .context(format!("run {}", self.shown))?;
        let status = wait(&mut child, self.limit, &self.shown)?;
        self.judge(status)
    }

    /// Runs the program without a word and returns what it wrote to its standard output.
    pub fn read(mut self) -> Outcome<String> {
        self.command.stdin(Stdio::null()).stdout(Stdio::piped());
        self.command.stderr(Stdio::piped());
        let mut child = self
            .command
            .spawn()
            .context(format!("run {}", self.shown))?;
        let output = child.stdout.take().map(collect);
        let errors = child.stderr.take().map(collect);
        let status = wait(&mut child, self.limit, &self.shown)?;
        let text = output
            .and_then(|reader| reader.join().ok())
            .unwrap_or_default();
        let errors = errors
            .and_then(|reader| reader.join().ok())
            .unwrap_or_default();
        self.judge(status)
            .map_err(|failure| Failure::new(format!("{failure}\n{}", errors.trim_end())))?;
        Ok(text)
    }

    /// Tells whether the program is there and ends well, without a word.
    pub fn succeeds(self) -> bool {
        self.read().is_ok()
    }

    fn judge(&self, status: ExitStatus) -> Outcome {
        if status.success() {
            return Ok(());
        }
        Err(Failure::new(format!(
            "`{}` ended with {status}",
            self.shown
        )))
    }
}

/// Takes away what `cargo run` told about xtask itself: build scripts of other crates watch some of these
/// variables and would run anew whenever cargo is called with and without xtask in turn.
pub fn forget_own_package(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name.as_ref());
        }
    }
}

fn collect(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What came before a broken pipe is still worth showing.
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn wait(child: &mut Child, limit: Option<Duration>, shown: &str) -> Outcome<ExitStatus> {
    let Some(limit) = limit else {
        return child.wait().context(format!("wait for {shown}"));
    };
    match wait_within(child, limit)? {
        Some(status) => Ok(status),
        None => {
            end_with_descendants(child);
            Err(Failure::new(format!(
                "`{shown}` was ended: it took more than {} minutes",
                limit.as_secs() / 60
            )))
        }
    }
}

/// Waits for a process to end by itself; nothing when it is still running after `limit`.
pub fn wait_within(child: &mut Child, limit: Duration) -> Outcome<Option<ExitStatus>> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().context("wait for a process")? {
            return Ok(Some(status));
        }
        if begun.elapsed() > limit {
            return Ok(None);
        }
        thread::sleep(POLL);
    }
}

/// Asks a process to end, and ends it by force when it does not within five seconds.
pub fn end(child: &mut Child) {
    signal("TERM", &[child.id()]);
    if !matches!(wait_within(child, GRACE), Ok(Some(_))) {
        // A process that is already gone is what was wanted.
        let _ = child.kill();
        let _ = child.wait();
    }
}

fn end_with_descendants(child: &mut Child) {
    let mut family = descendants(child.id());
    family.push(child.id());
    signal("KILL", &family);
    let _ = child.kill();
    let _ = child.wait();
}

fn signal(name: &str, processes: &[u32]) {
    if cfg!(windows) {
        return;
    }
    let mut kill = Command::new("sh");
    kill.args(["-c", "kill -s \"$@\" 2>/dev/null", "sh", name]);
    kill.args(processes.iter().map(u32::to_string));
    // Processes may have ended in the meantime.
    let _ = kill.status();
}

/// Lists the processes that `ancestor` started, directly or not, from Linux' process table; elsewhere none.
fn descendants(ancestor: u32) -> Vec<u32> {
    let parents = process_parents();
    let mut family = vec![ancestor];
    let mut position = 0;
    while let Some(&parent) = family.get(position) {
        family.extend(
            parents
                .iter()
                .filter(|(_, of)| *of == parent)
                .map(|(pid, _)| pid),
        );
        position += 1;
    }
    family.remove(0);
    family
}

fn process_parents() -> Vec<(u32, u32)> {
    let Ok(entries) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    entries
        .flatten()
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            // The program's name, in brackets, may hold spaces and brackets itself.
            let (_, after_name) = stat.rsplit_once(')')?;
            let parent = after_name.split_whitespace().nth(1)?.parse().ok()?;
            Some((pid, parent))
        })
        .collect()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{Task, descendants, end, end_with_descendants, wait_within};
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    use std::time::Duration;

    #[test]
    fn reads_what_a_program_says() {
        assert_eq!(Task::new("printf").arg("a b").read().unwrap(), "a b");
    }

    #[test]
    fn tells_a_programs_own_words_when_it_fails() {
        let failure = Task::new("sh")
            .arg("-c")
            .arg("echo why >&2; exit 3")
            .read()
            .unwrap_err();
        assert!(failure.to_string().contains("exit status: 3"));
        assert!(failure.to_string().ends_with("why"));
    }

    #[test]
    fn ends_a_process_with_all_it_started() {
        let mut child = Command::new("sh")
            .args(["-c", "sleep 600 & echo up; wait"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        output.read_line(&mut String::new()).unwrap();
        assert_eq!(descendants(child.id()).len(), 1);
        end_with_descendants(&mut child);
        // The pipe only closes when the grandchild, which holds it too, is gone.
        assert_eq!(output.read_line(&mut String::new()).unwrap(), 0);
    }

    #[test]
    fn says_that_a_limit_was_passed() {
        let mut task = Task::new("sleep").arg("600");
        task.limit = Some(Duration::ZERO);
        assert!(
            task.run()
                .unwrap_err()
                .to_string()
                .contains("took more than")
        );
    }

    #[test]
    fn ends_a_process_that_listens_to_no_one() {
        let mut child = Command::new("sleep").arg("600").spawn().unwrap();
        assert!(wait_within(&mut child, Duration::ZERO).unwrap().is_none());
        end(&mut child);
        assert!(child.try_wait().unwrap().is_some());
    }
}
