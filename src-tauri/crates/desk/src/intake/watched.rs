//! Takes in what arrives in the watched folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::source::{Source, is_hidden};
use super::watch::{Listed, WatchedFolder};
use super::{ImportReport, ImportRequest};
use crate::{Call, Desk, DeskError, Done};

/// Under this and its content's digest a handled file is remembered on this desktop.
const HANDLED: &str = "watched/";

impl Desk {
    /// Looks at the watched folder once and takes in the files that have stopped growing since an earlier look;
    /// nothing where none has. Files stay where they are: their content is remembered, so that a file moved, copied
    /// or found again after a restart is not looked into twice.
    ///
    /// # Errors
    /// As [`Desk::import`]. A folder that is not there is looked at as an empty one: a drive may come back.
    pub fn look_at_watched_folder(
        &self,
        call: &Call,
        watched: &mut WatchedFolder,
    ) -> Result<Option<Done<ImportReport>>, DeskError> {
        let mut listing = Vec::new();
        if let Err(error) = list(watched.folder(), &mut listing) {
            tracing::debug!(kind = %error.kind(), "the watched folder cannot be listed");
        }
        let ready = watched.look(self.now(), &listing);
        let new = self.not_handled(&ready)?;
        if new.is_empty() {
            return Ok(None);
        }
        let (paths, keys): (Vec<PathBuf>, Vec<Option<String>>) = new.into_iter().unzip();
        let done = self.import(call, &paths, &ImportRequest::default())?;
        for key in keys.into_iter().flatten() {
            self.store().local().put(&key, &self.now().to_rfc3339())?;
        }
        Ok(Some(done))
    }

    /// Gives the files whose content was not handled before, with the key to remember it by; a file that cannot be
    /// read has none and is refused by the import.
    fn not_handled(&self, ready: &[PathBuf]) -> Result<Vec<(PathBuf, Option<String>)>, DeskError> {
        let mut new = Vec::new();
        for path in ready {
            let digest = Source::file(path).digest().ok();
            let key = digest
                .map(|it| format!("{HANDLED}{}", it.map(|byte| format!("{byte:02x}")).concat()));
            let handled = match &key {
                Some(key) => self.store().local().get(key)?.is_some(),
                None => false,
            };
            if !handled {
                new.push((path.clone(), key));
            }
        }
        Ok(new)
    }
}

/// Lists the files below a folder; links and hidden files are passed over.
fn list(folder: &Path, listing: &mut Vec<Listed>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // What vanished since the folder was read is no file to take in.
        let Ok(metadata) = fs::symlink_metadata(&path) else {
            continue;
        };
        if is_hidden(&path) || metadata.is_symlink() {
            continue;
        }
        if metadata.is_dir() {
            list(&path, listing)?;
        } else if metadata.is_file() {
            let modified = metadata
                .modified()?
                .duration_since(UNIX_EPOCH)
                .unwrap_or_default();
            let modified = i64::try_from(modified.as_micros()).unwrap_or(i64::MAX);
            listing.push(Listed {
                path,
                size: metadata.len(),
                modified,
            });
        }
    }
    Ok(())
}
