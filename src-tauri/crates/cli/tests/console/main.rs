//! `ichiji` as a program, on a record in a folder of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[cfg(target_os = "linux")]
mod called_off;
mod customers;
mod errors;
mod evidence;
mod hostile;
mod intake;
mod obligations;
mod past;
mod products;
mod record;
mod report;
mod rules;
mod speech;
mod triage;
mod work;

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// The fourteen keys of a row that scripts rely on, in their order.
const ROW: [&str; 14] = [
    "id",
    "number",
    "subject",
    "product",
    "level",
    "channel",
    "received_at",
    "start",
    "target",
    "limit",
    "band",
    "business_left_s",
    "assignee",
    "status",
];

/// A data folder that goes with the test, and the program on it.
struct Console {
    folder: TempDir,
}

impl Console {
    fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    /// A place in the test's folder, outside the data folder.
    fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn data(&self) -> PathBuf {
        self.place("data")
    }

    /// Writes a file beside the data folder.
    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.place(name);
        std::fs::write(&path, text).unwrap();
        shown(&path)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("ichiji").unwrap();
        command.args(arguments).env("ICHIJI_DATA_DIR", self.data());
        for name in ["ICHIJI_ACTOR", "LC_ALL", "LANG"] {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command as Tanaka, in English, that does all it was asked; gives what it says.
    #[track_caller]
    fn say(&self, arguments: &[&str]) -> String {
        let output = self.run(&[arguments, &["--lang", "en"]].concat());
        assert_eq!(
            output.status.code(),
            Some(0),
            "{arguments:?}: {}",
            text(&output.stderr)
        );
        text(&output.stdout)
    }

    /// Does the same for the JSON that a command writes.
    #[track_caller]
    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.say(&[arguments, &["--json"]].concat())).unwrap()
    }

    /// Writes as Tanaka; gives the first inquiry that changed.
    #[track_caller]
    fn write(&self, arguments: &[&str]) -> Value {
        self.json(&[arguments, &["--actor", "田中"]].concat())["inquiries"][0].clone()
    }

    /// Runs a command that is refused; gives its status and the error.
    #[track_caller]
    fn refused(&self, arguments: &[&str]) -> (i32, Value) {
        let output = self.run(&[arguments, &["--json", "--actor", "田中"]].concat());
        assert!(
            output.stdout.is_empty(),
            "{arguments:?}: {}",
            text(&output.stdout)
        );
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        (output.status.code().unwrap(), error["error"].clone())
    }

    /// Checks how a command is refused.
    #[track_caller]
    fn check_refused(&self, arguments: &[&str], status: i32, code: &str) {
        let (found, error) = self.refused(arguments);
        assert_eq!(
            (found, error["code"].as_str()),
            (status, Some(code)),
            "{arguments:?}: {error}"
        );
        assert_ne!(error["message"], "");
    }

    /// Records a call about clomo; gives its number.
    #[track_caller]
    fn call(&self, subject: &str) -> String {
        let row = self.write(&[
            "new",
            "--product",
            "clomo",
            "--subject",
            subject,
            "--company",
            "例示商事",
        ]);
        number(&row)
    }

    /// Lists the subjects of a view.
    fn subjects(&self, arguments: &[&str]) -> Vec<String> {
        let rows = self.json(&[&["queue"], arguments].concat());
        rows.as_array()
            .unwrap()
            .iter()
            .map(|it| it["subject"].as_str().unwrap().to_owned())
            .collect()
    }
}

fn number(row: &Value) -> String {
    row["number"].as_str().unwrap().to_owned()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn shown(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// A list of holidays of the repository's vectors.
fn vector(name: &str) -> String {
    shown(
        &PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../../../tests/vectors")
            .join(name),
    )
}
