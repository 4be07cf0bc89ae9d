//! The command line on a record, and the words that it has for what goes wrong.

use std::path::Path;
use std::process::{Command, Output};

use ichiji_tests::console::program;
use serde_json::Value;

/// Makes a command of `ichiji` as 佐藤 on a record, in English.
pub fn ichiji(data: &Path, arguments: &[&str]) -> Command {
    ichiji_by(Command::new(program("ichiji")), data, arguments)
}

/// Adds the same to a command that ends with the program.
pub fn ichiji_by(mut command: Command, data: &Path, arguments: &[&str]) -> Command {
    command
        .args(arguments)
        .args(["--lang", "en", "--actor", "佐藤（例）", "--data-dir"])
        .arg(data)
        .env_remove("ICHIJI_DATA_DIR");
    command
}

/// Runs a command that does all it was asked; gives what it says.
#[track_caller]
pub fn says(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", complaint(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// Does the same for the JSON that a command writes.
#[track_caller]
pub fn tells(data: &Path, arguments: &[&str]) -> Value {
    let mut command = ichiji(data, arguments);
    command.arg("--json");
    serde_json::from_str(&says(command)).unwrap()
}

/// Wants a command that does nothing and says so: by a status, a code and the words of the catalogue.
#[track_caller]
pub fn refuses(mut command: Command, status: i32, code: &str, words: &str) {
    let output = command.output().unwrap();
    let told = complaint(&output);
    assert_eq!(output.status.code(), Some(status), "{told}");
    assert!(told.contains(&format!("error[{code}]: ")), "{told}");
    assert!(told.contains(words), "{told}");
    assert!(output.stdout.is_empty());
}

/// Gives what a command complained of.
pub fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Adds a name for a program that runs as nobody where the tests run as root, whom permissions do not hold.
pub fn unprivileged(program: &Path) -> Command {
    use std::os::unix::fs::MetadataExt;
    if std::fs::metadata("/proc/self").unwrap().uid() != 0 {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    command.arg(program);
    command
}
