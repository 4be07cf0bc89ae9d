//! Why a file cannot be written, as far as a person can do something about it.

use std::io::{Error, ErrorKind};
use std::path::Path;

use super::DeskError;

/// What hinders the writing of a file.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum UnwritableCause {
    /// The folder or the file may not be written.
    Forbidden,
    /// The disk is full, or a quota is used up.
    DiskFull,
    /// Another program has the file open.
    InUse,
    /// The folder is not there.
    NoFolder,
    /// Something else.
    Other,
}

/// What Windows says where another program has a file open, or a part of it locked.
const SHARING_VIOLATIONS: [i32; 2] = [32, 33];

impl UnwritableCause {
    /// Gives the spelling used on the wire and in the catalogues.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Forbidden => "forbidden",
            Self::DiskFull => "disk-full",
            Self::InUse => "in-use",
            Self::NoFolder => "no-folder",
            Self::Other => "other",
        }
    }

    /// Reads what the system says.
    #[must_use]
    pub fn of(problem: &Error) -> Self {
        let shared = problem.raw_os_error();
        if cfg!(windows) && shared.is_some_and(|it| SHARING_VIOLATIONS.contains(&it)) {
            return Self::InUse;
        }
        match problem.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Forbidden,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::DiskFull
            }
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::InUse,
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoFolder,
            _ => Self::Other,
        }
    }
}

impl DeskError {
    /// Says why a file could not be written.
    pub(crate) fn unwritable(path: &Path, problem: &Error) -> Self {
        Self::UnwritableFile {
            path: path.display().to_string(),
            cause: UnwritableCause::of(problem),
            problem: problem.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_can_do_something_about_is_told_apart() {
        let cases = [
            (ErrorKind::PermissionDenied, "forbidden"),
            (ErrorKind::ReadOnlyFilesystem, "forbidden"),
            (ErrorKind::StorageFull, "disk-full"),
            (ErrorKind::QuotaExceeded, "disk-full"),
            (ErrorKind::ResourceBusy, "in-use"),
            (ErrorKind::NotFound, "no-folder"),
            (ErrorKind::NotADirectory, "no-folder"),
            (ErrorKind::Interrupted, "other"),
        ];
        for (kind, expected) in cases {
            let cause = UnwritableCause::of(&Error::from(kind));
            assert_eq!(cause.as_str(), expected, "{kind:?}");
        }
    }
}
