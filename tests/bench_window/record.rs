//! The record that is measured over: a copy for each part, for the window writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use desk::{Access, Desk, LocalSettings, SystemClock};
use ichiji_tests::console::Console;
use serde_json::json;

use crate::figures::say;

/// Who sits at the desk.
pub const AGENT: &str = "佐藤（例）";

/// A record in a folder.
pub struct Record {
    folder: PathBuf,
    now: String,
}

impl Record {
    /// Copies a record below a folder, with the first start's set-up done. Its inquiries are open at `now`.
    pub fn copy(original: &Path, below: &Path, now: &str) -> Self {
        let copy = Self {
            folder: below.join("desk"),
            now: now.to_owned(),
        };
        copy_folder(original, &copy.folder);
        let desk = copy.open();
        let settings = desk.local_settings().expect("the settings");
        desk.set_local_settings(&LocalSettings {
            name: AGENT.to_owned(),
            first_start_done: true,
            ..settings
        })
        .expect("the settings are kept");
        copy
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Opens it as the window would.
    pub fn open(&self) -> Desk {
        Desk::open(&self.folder, Access::Window, Arc::new(SystemClock)).expect("the record opens")
    }

    /// The arguments with which a window opens on it by the computer's clock.
    pub fn args(&self) -> [&str; 4] {
        let folder = self.folder.to_str().expect("a plain path");
        ["--data-dir", folder, "--lang", "ja"]
    }

    /// The arguments with which a window opens on it at the instant at which its inquiries are open.
    pub fn args_then(&self) -> Vec<&str> {
        [&self.args()[..], &["--as-of", &self.now]].concat()
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the copy");
    for entry in fs::read_dir(from).expect("the record's folder").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy_folder(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a file is copied");
        }
    }
}

/// Waits until the search has caught up and the core answers at once.
pub async fn settle(console: &Console) {
    for _ in 0..600 {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let frame = console.call("frame", json!({})).await;
        let lag = frame
            .pointer("/ok/indexLag")
            .and_then(serde_json::Value::as_u64);
        if lag == Some(0) {
            say(&format!(
                "counts: {}",
                frame.pointer("/ok/counts").unwrap_or(&json!(null))
            ));
            return;
        }
    }
    panic!("the search did not catch up in five minutes");
}
