//! Opening: one way in, whatever the folder holds.

use std::path::{Path, PathBuf};

use business_time::Instant;
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::folder::{
    Folder, free, lock_alone, lock_shared, move_if_there, stamp, sync_file, sync_folder,
    with_ending,
};
use crate::store::{Place, flags};
use crate::{Store, StoreError, device, drive, projection, schema, search};

/// Who opens the record.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Access {
    /// A window: one at a time.
    Window,
    /// A program beside it, such as the command line.
    Beside,
}

impl Store {
    /// Opens the record of a data folder, or begins it. `now` names what has to be put aside.
    ///
    /// # Errors
    /// [`StoreError::AlreadyOpen`] for a second window, [`StoreError::NewerSchema`] for a newer program's file (left
    /// as it is), [`StoreError::Damaged`] for one that is no whole database (moved aside; the next opening begins
    /// anew), [`StoreError::ReadOnly`], [`StoreError::NetworkDrive`], [`StoreError::InUse`] while an upgrade or a
    /// restore is under way.
    pub fn open(dir: &Path, access: Access, now: Instant) -> Result<Self, StoreError> {
        let folder = Folder::new(dir);
        folder.create()?;
        if let Some(kind) = drive::network_kind(dir) {
            return Err(StoreError::NetworkDrive {
                path: dir.to_path_buf(),
                kind,
            });
        }
        let mut locks = Vec::new();
        if access == Access::Window {
            locks.push(lock_alone(&folder.window_lock(), StoreError::AlreadyOpen)?);
        }
        prepare_file(&folder, now)?;
        locks.push(lock_shared(&folder.store_lock())?);
        let mut writer = open_writer(&folder.database())?;
        freshen(&mut writer)?;
        let place = Place {
            database: folder.database(),
            raw: Some(folder.raw()),
        };
        Ok(Self::assemble(place, writer, locks))
    }

    /// Makes a record that lives in memory and ends with the store.
    ///
    /// # Errors
    /// What SQLite gives.
    pub fn in_memory() -> Result<Self, StoreError> {
        let database = PathBuf::from(format!(
            "file:/{}?vfs=memdb",
            Uuid::from_bytes(rand::random()).simple()
        ));
        let mut writer = open_writer(&database)?;
        schema::upgrade(&mut writer)?;
        freshen(&mut writer)?;
        Ok(Self::assemble(
            Place {
                database,
                raw: None,
            },
            writer,
            Vec::new(),
        ))
    }
}

/// Opens a connection that writes.
pub(crate) fn open_writer(database: &Path) -> Result<Connection, StoreError> {
    let connection =
        Connection::open_with_flags(database, flags() | OpenFlags::SQLITE_OPEN_CREATE)?;
    schema::prepare_writer(&connection)?;
    // Opening a file that cannot be written succeeds: SQLite falls back to reading.
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(StoreError::ReadOnly {
            path: Some(database.to_path_buf()),
        });
    }
    Ok(connection)
}

/// Brings what this program derives up to its own rules.
fn freshen(writer: &mut Connection) -> Result<(), StoreError> {
    if schema::count(writer, "SELECT count(*) FROM device WHERE own = 1")? == 0 {
        let transaction =
            writer.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        device::ensure(&transaction)?;
        transaction.commit()?;
    }
    projection::refold_stale(writer)?;
    search::start_anew_if_stale(writer)
}

/// Sees to it that the file is there, whole and of this program's schema; alone where something has to be done.
fn prepare_file(folder: &Folder, now: Instant) -> Result<(), StoreError> {
    if folder.database().exists() {
        let looked =
            lock_shared(&folder.store_lock()).and_then(|_shared| found(&folder.database()));
        match looked {
            Ok(found) if found == schema::KNOWN => return Ok(()),
            Ok(found) if found > schema::KNOWN => {
                return Err(StoreError::NewerSchema {
                    found,
                    known: schema::KNOWN,
                });
            }
            Ok(_) | Err(StoreError::Damaged { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    let _alone = lock_alone(&folder.store_lock(), StoreError::InUse)?;
    upgrade(folder, now)
}

/// Looks again, now that nobody else can come between, and upgrades.
fn upgrade(folder: &Folder, now: Instant) -> Result<(), StoreError> {
    let database = folder.database();
    match found(&database) {
        Ok(found) if found > 0 && found < schema::KNOWN => {
            let name = format!("before-upgrade-{found}-{}.db", stamp(now));
            copy_database(&database, &free(folder.path().join(name)))?;
        }
        Ok(_) => {}
        Err(StoreError::Damaged { .. }) => return Err(put_aside(folder, now)),
        Err(other) => return Err(other),
    }
    let mut writer = open_writer(&database)?;
    // Of what a statement may have to take back SQLite keeps a copy: as large as a large table that goes, and then it
    // must not stand in memory.
    writer.execute_batch("PRAGMA temp_store = FILE;")?;
    schema::upgrade(&mut writer)?;
    drop(writer);
    sync_folder(folder.path())
}

/// Reads the schema's number of a file, made where there is none.
fn found(database: &Path) -> Result<i64, StoreError> {
    schema::found(&open_writer(database)?)
}

/// Moves a damaged file aside with what belongs to it. The name of the WAL follows the file's, so that what is
/// whole in both can be brought back together.
fn put_aside(folder: &Folder, now: Instant) -> StoreError {
    let database = folder.database();
    let aside = free(with_ending(&database, &format!(".damaged-{}", stamp(now))));
    for ending in ["", "-wal", "-shm"] {
        if let Err(error) = move_if_there(
            &with_ending(&database, ending),
            &with_ending(&aside, ending),
        ) {
            return error;
        }
    }
    StoreError::Damaged {
        moved_to: Some(aside),
    }
}

/// Copies a whole database, what its WAL holds included, into one file.
pub(crate) fn copy_database(from: &Path, to: &Path) -> Result<(), StoreError> {
    let source = Connection::open_with_flags(from, flags())?;
    copy_connection(&source, to)
}

/// Copies the state that a connection sees into one file, synced.
pub(crate) fn copy_connection(source: &Connection, to: &Path) -> Result<(), StoreError> {
    let mut target = Connection::open(to)?;
    let all_pages = -1;
    Backup::new(source, &mut target)?.step(all_pages)?;
    target.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    target.close().map_err(|(_, error)| error)?;
    sync_file(to)
}
