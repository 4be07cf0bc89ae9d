//! How far a long command is; shown on a terminal only.

use std::cell::Cell;
use std::io::IsTerminal;
use std::time::{Duration, Instant as Stopwatch};

use crate::i18n::Words;
use crate::output::complain;

/// How often the line is written anew.
const PAUSE: Duration = Duration::from_millis(100);

/// A line on the terminal that is written over as work goes on, and wiped at the end.
pub struct Progress {
    words: &'static Words,
    shown: bool,
    last: Cell<Option<Stopwatch>>,
}

impl Progress {
    /// Prepares the line, which shows only where somebody looks on.
    pub fn new(words: &'static Words, json: bool) -> Self {
        let shown = !json && std::io::stderr().is_terminal();
        Self {
            words,
            shown,
            last: Cell::new(None),
        }
    }

    /// Says how much is done, of how much.
    pub fn tell(&self, done: u64, of: u64) {
        let fresh = self.last.get().is_some_and(|last| last.elapsed() < PAUSE);
        if !self.shown || fresh {
            return;
        }
        self.last.set(Some(Stopwatch::now()));
        complain(&format!(
            "\r\x1b[2K{}",
            (self.words.told.progress)(done, of)
        ));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.last.get().is_some() {
            complain("\r\x1b[2K");
        }
    }
}
