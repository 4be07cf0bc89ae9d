//! The open record.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use inquiry::{InquiryId, ObligationId};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::{Local, Reader, StoreError, Tx, VerifyReport, log, schema, search, verify};

/// The record of one desktop: one connection that writes and a few that read.
pub struct Store {
    pub(crate) place: Place,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// Held as long as the record is open.
    _locks: Vec<File>,
}

/// Where a record is.
pub(crate) struct Place {
    /// The path or the URI that SQLite opens.
    pub database: PathBuf,
    /// The folder of the large messages; none in memory.
    pub raw: Option<PathBuf>,
}

/// Readers that are kept for the next reading.
const IDLE_READERS: usize = 4;

/// What a transaction, or another program, changed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changed {
    /// The inquiries with new events, in the order of their ids.
    pub inquiries: Vec<InquiryId>,
    /// The obligations with new events, in the order of their ids.
    pub obligations: Vec<ObligationId>,
    /// Whether reference data has new events.
    pub reference: bool,
    /// The place of the log's last event.
    pub seq: i64,
}

/// What a transaction gave, and what it changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written<T> {
    /// What the work gave.
    pub value: T,
    /// What it changed.
    pub changed: Changed,
}

impl Store {
    /// Puts an opened writer and the locks on its folder together.
    pub(crate) fn assemble(place: Place, writer: Connection, locks: Vec<File>) -> Self {
        Self {
            place,
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
            _locks: locks,
        }
    }

    /// Decides and writes in one transaction that no other writer can come between. Every inquiry that got events is
    /// folded again in it. Where `work` fails, nothing has happened.
    ///
    /// # Errors
    /// What `work` gives, or what hinders the writing.
    pub fn transact<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        let mut writer = self.lock_writer();
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let mut tx = Tx::begin(&transaction, self.place.raw.as_deref());
        let worked = work(&mut tx).and_then(|value| Ok((value, tx.finish()?)));
        let new_files = tx.end();
        let committed = worked.and_then(|done| {
            transaction.commit().map_err(StoreError::from)?;
            Ok(done)
        });
        match committed {
            Ok((value, finished)) => {
                if finished.erased {
                    forget(&writer, &finished.files_to_remove);
                }
                Ok(Written {
                    value,
                    changed: finished.changed,
                })
            }
            Err(error) => {
                remove_files(&new_files);
                Err(error)
            }
        }
    }

    /// Reads one state of the record, whatever is written meanwhile.
    ///
    /// # Errors
    /// What `work` gives, or what hinders the reading.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let reader = self.take_reader()?;
        let value = {
            let snapshot = reader.unchecked_transaction().map_err(StoreError::from)?;
            work(&Reader::new(&snapshot, self.place.raw.as_deref()))
        };
        let mut idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_READERS {
            idle.push(reader);
        }
        value
    }

    /// Indexes inquiries for the search in one transaction, as long as the time allows and one at least; tells whether
    /// any are left. Other writers wait for its end.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn index(&self, within: Duration) -> Result<bool, StoreError> {
        self.write(|connection| search::index(connection, within))
    }

    /// Empties the search index; [`Store::index`] fills it again.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn index_anew(&self) -> Result<(), StoreError> {
        self.write(search::start_anew)
    }

    /// Gives a number that changes whenever another program, or another store on this folder, has written.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self
            .lock_writer()
            .query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// Gives the place of the log's last event; 0 in an empty log.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn last_seq(&self) -> Result<i64, StoreError> {
        self.read(|reader| reader.last_seq())
    }

    /// Gives what concerns this desktop alone.
    #[must_use]
    pub fn local(&self) -> Local<'_> {
        Local::new(self)
    }

    /// Reads the whole record again and compares everything that can be compared. `progress` is told how many events
    /// are done, of how many.
    ///
    /// # Errors
    /// What hinders the reading; what is wrong with the record stands in the report.
    pub fn verify(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<VerifyReport, StoreError> {
        let readers = verify::Readers {
            chains: self.take_reader()?,
            halves: [self.take_reader()?, self.take_reader()?],
        };
        verify::verify(readers, self.place.raw.as_deref(), progress)
    }

    /// Writes in a transaction that appends no event.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut writer = self.lock_writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = work(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }

    /// A panic inside a transaction rolls it back, so that the connection is whole after it.
    fn lock_writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn take_reader(&self) -> Result<Connection, StoreError> {
        let idle = self
            .readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        match idle {
            Some(reader) => Ok(reader),
            None => open_reader(&self.place.database),
        }
    }
}

/// How a record's file is opened, for writing or, by `query_only`, for reading: WAL wants to write beside it.
pub(crate) fn flags() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI
}

fn open_reader(database: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(database, flags())?;
    schema::prepare_reader(&connection)?;
    Ok(connection)
}

/// After an erasure: empties the WAL, where the erased pages stand in their old form, and removes the files.
fn forget(writer: &Connection, files: &[PathBuf]) {
    if let Err(error) = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())) {
        tracing::warn!(%error, "erased pages stay in the WAL until it is next emptied");
    }
    remove_files(files);
}

/// Removes files that nothing refers to; one that stays does no harm and is told of by `verify`.
fn remove_files(files: &[PathBuf]) {
    for file in files {
        if let Err(error) = std::fs::remove_file(file) {
            tracing::warn!(%error, "a file of raw bytes stays behind");
        }
    }
}

/// Gives what was appended after a place in the log.
pub(crate) fn changed_since(connection: &Connection, seq: i64) -> Result<Changed, StoreError> {
    // Left to itself, SQLite walks the index by inquiry from end to end, since that needs no sorting.
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT inquiry, obligation FROM event NOT INDEXED WHERE seq > ?1
         ORDER BY inquiry, obligation",
    )?;
    let mut changed = Changed {
        seq: log::last_seq(connection)?,
        ..Changed::default()
    };
    type Id = Option<[u8; 16]>;
    let ids = |row: &rusqlite::Row<'_>| Ok((row.get::<_, Id>(0)?, row.get::<_, Id>(1)?));
    for of in statement.query_map([seq], ids)? {
        match of? {
            (Some(id), _) => changed.inquiries.push(log::inquiry_id(id)),
            (None, Some(id)) => changed.obligations.push(log::obligation_id(id)),
            (None, None) => changed.reference = true,
        }
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_says_so_and_leaves_a_whole_record() {
        let store = Store::in_memory().unwrap();
        let pages: i64 = store
            .lock_writer()
            .query_row("PRAGMA page_count", [], |row| row.get(0))
            .unwrap();
        let limit = |pages: i64| {
            store
                .lock_writer()
                .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
                .unwrap();
        };
        limit(pages + 2);
        let refused = store.transact(|tx| tx.keep_raw(&vec![1; 1 << 20]));
        assert!(matches!(refused, Err(StoreError::Full)), "{refused:?}");
        limit(1 << 30);
        store.transact(|tx| tx.keep_raw(&vec![1; 1 << 20])).unwrap();
        assert!(store.verify(&mut |_, _| {}).unwrap().is_sound());
    }

    #[test]
    fn wherever_the_room_ends_all_of_a_transaction_is_taken_back() {
        let store = Store::in_memory().unwrap();
        let pages: i64 = store
            .lock_writer()
            .query_row("PRAGMA page_count", [], |row| row.get(0))
            .unwrap();
        let work = |tx: &mut Tx<'_>| -> Result<inquiry::Number, StoreError> {
            for n in 0..20 {
                tx.keep_text(&format!("{n}").repeat(300))?;
            }
            tx.keep_raw(&[1; 40_000])?;
            tx.next_number()
        };
        let mut refused = 0;
        let number = loop {
            let sql = format!("PRAGMA max_page_count = {}", pages + refused);
            store.lock_writer().query_row(&sql, [], |_| Ok(())).unwrap();
            match store.transact(work) {
                Ok(written) => break written.value,
                Err(StoreError::Full) => refused += 1,
                Err(other) => panic!("{other}"),
            }
            assert!(store.verify(&mut |_, _| {}).unwrap().is_sound());
        };
        assert!(refused > 10, "{refused}");
        assert_eq!(number.count, 1001, "every number before was taken back");
    }

    #[test]
    fn a_panic_inside_a_transaction_takes_it_back() {
        let store = Store::in_memory().unwrap();
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _ = store.transact(|tx| -> Result<(), StoreError> {
                tx.next_number()?;
                panic!("in the middle")
            });
        }));
        assert!(panicked.is_err());
        let number = store.transact(|tx| tx.next_number()).unwrap().value;
        assert_eq!(number.count, 1001);
    }

    #[test]
    fn threads_share_a_store() {
        fn shared<T: Send + Sync>() {}
        shared::<Store>();
    }
}
