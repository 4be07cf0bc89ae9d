//! Keeping the record sound: check, backup, restore, the search's index.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant as Stopwatch};

use business_time::Instant;
use store::{Backup, Restored, Store, VerifyReport};

use crate::{Desk, DeskError};

/// How long one transaction of the index takes in inquiries: a person's write waits for its end.
const INDEX_STEP: Duration = Duration::from_millis(15);
const BETWEEN_STEPS: Duration = Duration::from_millis(1);

impl Desk {
    /// Reads the whole record again and compares everything that can be compared; `progress` is told how many events
    /// are done, of how many.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be read; what is wrong with it stands in the report.
    pub fn verify(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<VerifyReport, DeskError> {
        Ok(self.store().verify(progress)?)
    }

    /// Copies the record, raw messages included, into a new folder while work goes on.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the folder exists or cannot be written.
    pub fn backup(&self, to: &Path) -> Result<Backup, DeskError> {
        Ok(self.store().backup(to, self.now())?)
    }

    /// Puts a backup in place of the record in a folder, which nobody may have open; the old record is kept aside.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the backup is unsound, the folder is in use or cannot be written.
    pub fn restore(from: &Path, dir: &Path, now: Instant) -> Result<Restored, DeskError> {
        Ok(Store::restore(from, dir, now)?)
    }

    /// Indexes inquiries for the search, behind the writing, in steps between which others can write; one step at
    /// least. Tells whether any are left when the time is over.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the index cannot be written.
    pub fn index(&self, within: Duration) -> Result<bool, DeskError> {
        let begun = Stopwatch::now();
        loop {
            let left = self.store().index(INDEX_STEP)?;
            if !left || begun.elapsed() >= within {
                return Ok(left);
            }
            // A writer that waits gets its turn only where this thread does not ask for the next one at once.
            thread::sleep(BETWEEN_STEPS);
        }
    }

    /// Gives how many inquiries the search does not know yet.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be read.
    pub fn index_lag(&self) -> Result<u64, DeskError> {
        Ok(self.store().read(|reader| reader.index_lag())?)
    }
}
