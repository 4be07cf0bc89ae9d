//! Bringing a backup back.

use std::fs;
use std::path::{Path, PathBuf};

use business_time::Instant;
use rusqlite::Connection;

use crate::backup::{Wanted, copy_raw, remove_folder};
use crate::folder::{Folder, free, lock_alone, move_if_there, stamp, sync_folder, with_ending};
use crate::open::{copy_database, open_writer};
use crate::store::flags;
use crate::{Backup, Store, StoreError, schema, verify};

/// What a restore did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Restored {
    /// The backup that stands in the folder now.
    pub backup: Backup,
    /// Where the record that stood there before is kept, if there was one.
    pub replaced: Option<PathBuf>,
}

impl Store {
    /// Puts a backup in the place of a folder's record, which is kept aside. The backup is verified first.
    ///
    /// # Errors
    /// [`StoreError::NotABackup`], [`StoreError::BackupUnsound`], [`StoreError::NewerSchema`]; [`StoreError::InUse`]
    /// or [`StoreError::AlreadyOpen`] while a program has the record open. After an error the folder is as it was.
    pub fn restore(from: &Path, dir: &Path, now: Instant) -> Result<Restored, StoreError> {
        let backup = Self::read_backup(from)?;
        let folder = Folder::new(dir);
        folder.create()?;
        let _window = lock_alone(&folder.window_lock(), StoreError::AlreadyOpen)?;
        let _alone = lock_alone(&folder.store_lock(), StoreError::InUse)?;
        let prepared = Folder::new(&free(
            folder.path().join(format!("restoring-{}", stamp(now))),
        ));
        prepared.create()?;
        let replaced = prepare(from, &prepared, &backup)
            .and_then(|()| keep_old(&folder, now))
            .and_then(|replaced| put_in_place(&prepared, &folder).map(|()| replaced));
        remove_folder(prepared.path());
        Ok(Restored {
            backup,
            replaced: replaced?,
        })
    }
}

/// Copies the backup beside its place and verifies the copy against the backup's heads.
fn prepare(from: &Path, prepared: &Folder, backup: &Backup) -> Result<(), StoreError> {
    copy_database(&Folder::new(from).database(), &prepared.database())?;
    let connection = Connection::open_with_flags(prepared.database(), flags())?;
    let found = schema::found(&connection)?;
    if found > schema::KNOWN {
        return Err(StoreError::NewerSchema {
            found,
            known: schema::KNOWN,
        });
    }
    copy_raw(
        &connection,
        Some(&Folder::new(from).raw()),
        &prepared.raw(),
        Wanted::All,
    )?;
    // A backup of an older schema is verified as far as its log goes once it is upgraded, which opening does.
    if found < schema::KNOWN {
        return Ok(());
    }
    let open = || Connection::open_with_flags(prepared.database(), flags());
    let readers = verify::Readers {
        chains: open()?,
        halves: [open()?, open()?],
    };
    let mut report = verify::verify(readers, Some(&prepared.raw()), &mut |_, _| {})?;
    report.compare_heads(&connection, &backup.heads)?;
    if report.problems.is_empty() {
        Ok(())
    } else {
        Err(StoreError::BackupUnsound {
            problems: report.problems.len(),
        })
    }
}

/// Keeps the old record in a folder of its own. A damaged one is moved as it is, WAL and all; a whole one is
/// copied, so that there is no moment without a record in its place.
fn keep_old(folder: &Folder, now: Instant) -> Result<Option<PathBuf>, StoreError> {
    let database = folder.database();
    if !database.exists() {
        return Ok(None);
    }
    let kept = Folder::new(&free(
        folder.path().join(format!("replaced-{}", stamp(now))),
    ));
    kept.create()?;
    match copy_whole(folder, &kept) {
        Ok(()) => {}
        Err(StoreError::Damaged { .. }) => {
            for ending in ["", "-wal", "-shm"] {
                move_if_there(
                    &with_ending(&database, ending),
                    &with_ending(&kept.database(), ending),
                )?;
            }
        }
        Err(other) => return Err(other),
    }
    sync_folder(kept.path())?;
    Ok(Some(kept.path().to_path_buf()))
}

fn copy_whole(folder: &Folder, kept: &Folder) -> Result<(), StoreError> {
    let writer = open_writer(&folder.database())?;
    schema::found(&writer)?;
    copy_database(&folder.database(), &kept.database())?;
    // What the old record lacks already is no hindrance: it may be why it is replaced.
    copy_raw(&writer, Some(&folder.raw()), &kept.raw(), Wanted::Present)?;
    // Without a WAL the file stands for itself, so that one renaming replaces the whole record.
    writer.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    Ok(())
}

fn put_in_place(prepared: &Folder, folder: &Folder) -> Result<(), StoreError> {
    let connection = Connection::open_with_flags(prepared.database(), flags())?;
    copy_raw(
        &connection,
        Some(&prepared.raw()),
        &folder.raw(),
        Wanted::All,
    )?;
    connection.close().map_err(|(_, error)| error)?;
    fs::rename(prepared.database(), folder.database())
        .map_err(|source| StoreError::file(&folder.database(), source))?;
    sync_folder(folder.path())
}
