//! How the program ends; `docs/cli.md` lists the statuses.

use std::process::ExitCode;

/// The exit status, by what it tells a script.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Exit {
    /// All was done.
    Done = 0,
    /// A line or a file was refused; the rest was done.
    PartlyRefused = 1,
    /// The call itself is wrong: an option, a word, a missing name.
    Usage = 2,
    /// The state of the record does not allow it.
    Refused = 3,
    /// What was named is not there.
    NotFound = 4,
    /// The record cannot be opened, read or written.
    Record = 5,
    /// The verification found problems.
    Unsound = 6,
    /// Another file, or the output, cannot be read or written.
    File = 7,
    /// Somebody called it off (Ctrl+C); by custom 128 and the signal's number.
    CalledOff = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
