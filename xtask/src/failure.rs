//! Why a command could not do what it was asked.

use std::fmt;

/// What went wrong, in words for the person at the keyboard, and the exit status that tells it to a script.
#[derive(Debug)]
pub struct Failure {
    message: String,
    exit_code: u8,
}

/// The result of anything that can fail here.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// Says that the work failed: exit status 1.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            exit_code: 1,
        }
    }

    /// Says that the command line could not be understood: exit status 2.
    pub fn usage(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            exit_code: 2,
        }
    }

    /// Returns the exit status of the process.
    pub fn exit_code(&self) -> u8 {
        self.exit_code
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

/// Puts a doing in front of an error: "cannot read Cargo.toml: no such file".
pub trait Context<T> {
    /// Turns the error into a [`Failure`] that begins with `doing`.
    fn context(self, doing: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> Context<T> for Result<T, E> {
    fn context(self, doing: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Failure::new(format!("cannot {doing}: {error}")))
    }
}
