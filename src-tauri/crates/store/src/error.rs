//! What can go wrong with the record.

use std::io;
use std::path::{Path, PathBuf};

use inquiry::DecodeError;
use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;

/// Why the record could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another window works on this folder.
    #[error("another window has this record open")]
    AlreadyOpen,
    /// An upgrade or a restore needs the record alone, and another program has it open.
    #[error("another program has this record open")]
    InUse,
    /// A newer program wrote the file.
    #[error("the record has schema {found}; this program knows up to {known}")]
    NewerSchema {
        /// The schema's number in the file.
        found: i64,
        /// The newest number that this program knows.
        known: i64,
    },
    /// The file is no whole database.
    #[error("the file is no whole database{}", moved(.moved_to.as_deref()))]
    Damaged {
        /// Where it was moved, whole, if it was found out while opening.
        moved_to: Option<PathBuf>,
    },
    /// The folder or the file cannot be written.
    #[error("{} cannot be written", place(.path.as_deref()))]
    ReadOnly {
        /// The folder or the file, where that is known.
        path: Option<PathBuf>,
    },
    /// The folder lies on a network drive, where locks and syncs cannot be relied on.
    #[error("{path} lies on a network drive ({kind})")]
    NetworkDrive {
        /// The folder.
        path: PathBuf,
        /// The kind of file system.
        kind: String,
    },
    /// There is no room left for the record.
    #[error("the disk is full")]
    Full,
    /// Another program was writing for too long.
    #[error("another program was writing for too long")]
    Busy,
    /// An event's bytes cannot be read.
    #[error("event {seq} cannot be read: {source}")]
    EventUnreadable {
        /// Its place in the file.
        seq: i64,
        /// Why.
        source: DecodeError,
    },
    /// Raw bytes that ought to be there are not, or are others.
    #[error("the raw bytes {digest} are missing or altered")]
    RawMissing {
        /// Their SHA-256, in hex.
        digest: String,
    },
    /// The file has no device of its own, though opening gives it one: its row was taken away.
    #[error("the record has no device of its own")]
    NoDevice,
    /// A backup is to be written where something stands already.
    #[error("{path} exists already")]
    Exists {
        /// The place.
        path: PathBuf,
    },
    /// The folder holds no backup.
    #[error("{path} holds no backup")]
    NotABackup {
        /// The folder.
        path: PathBuf,
    },
    /// The backup does not stand up to verification; nothing was changed.
    #[error("the backup has {problems} problems; nothing was changed")]
    BackupUnsound {
        /// How many problems were found.
        problems: usize,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A state could not be written or read as JSON.
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// SQLite refused for a reason that is none of the above.
    #[error("SQLite: {0}")]
    Sqlite(rusqlite::Error),
}

fn moved(to: Option<&Path>) -> String {
    to.map_or_else(String::new, |to| {
        format!("; it was moved to {}", to.display())
    })
}

fn place(path: Option<&Path>) -> String {
    path.map_or_else(
        || "the record".to_owned(),
        |path| path.display().to_string(),
    )
}

impl StoreError {
    /// Gives the error's code, which stays the same between versions.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::AlreadyOpen => "already-open",
            Self::InUse => "in-use",
            Self::NewerSchema { .. } => "newer-schema",
            Self::Damaged { .. } => "damaged",
            Self::ReadOnly { .. } => "read-only",
            Self::NetworkDrive { .. } => "network-drive",
            Self::Full => "disk-full",
            Self::Busy => "busy",
            Self::EventUnreadable { .. } => "event-unreadable",
            Self::RawMissing { .. } => "raw-missing",
            Self::NoDevice => "no-device",
            Self::Exists { .. } => "exists",
            Self::NotABackup { .. } => "not-a-backup",
            Self::BackupUnsound { .. } => "backup-unsound",
            Self::File { .. } => "file",
            Self::Json(_) => "json",
            Self::Sqlite(_) => "sqlite",
        }
    }

    /// Takes what the system said about a path; a full disk and a read-only place get their own variants.
    pub(crate) fn file(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly {
                path: Some(path.to_path_buf()),
            },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::File {
                path: path.to_path_buf(),
                source,
            },
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        // What the programs share in memory is a file that grows when a record is opened.
        if error.sqlite_extended_error_code() == Some(SQLITE_IOERR_SHMSIZE) {
            return Self::Full;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path: None },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { moved_to: None }
            }
            _ if is_of_another_type(&error) => Self::Damaged { moved_to: None },
            _ => Self::Sqlite(error),
        }
    }
}

/// Tells whether a value is none that can have been written: the tables are strict.
fn is_of_another_type(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::Utf8Error(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
    )
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => Self::Sqlite(rusqlite::Error::ToSqlConversionFailure(Box::new(other))),
        }
    }
}
