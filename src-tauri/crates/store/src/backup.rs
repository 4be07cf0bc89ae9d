//! Backups: a folder with the database, the large messages and the heads of the chains.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use business_time::Instant;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::folder::{Folder, free, sync_file, sync_folder, with_ending};
use crate::log::{Hash, hash_of_hex, hex};
use crate::open::copy_connection;
use crate::{Store, StoreError, raw, schema};

/// The end of one device's chain at some time: what was appended up to it cannot be altered unnoticed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Head {
    /// The device.
    pub device: Uuid,
    /// Its letter.
    pub letter: String,
    /// How many events its chain has.
    pub seq: i64,
    /// The chain's last hash, in hex.
    pub hash: String,
}

/// What a backup took along; stands in its `heads.json`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Backup {
    /// When it was made, in microseconds since the Unix epoch.
    pub made_at: Instant,
    /// The heads of all chains.
    pub heads: Vec<Head>,
    /// How many events it holds.
    pub events: u64,
    /// How many large messages stand in files.
    pub raw_files: u64,
}

/// The name of the file that tells of a backup.
const HEADS: &str = "heads.json";

impl Store {
    /// Writes a backup into the folder `to`, which must not be there yet: it gets its name when all is in it. Others
    /// may write meanwhile. The heads are kept in the record too.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where something stands at `to`; what hinders the reading or the writing.
    pub fn backup(&self, to: &Path, now: Instant) -> Result<Backup, StoreError> {
        if to.exists() {
            return Err(StoreError::Exists {
                path: to.to_path_buf(),
            });
        }
        let partial = Folder::new(&free(with_ending(to, ".partial")));
        partial.create()?;
        let made = self.write_backup(&partial, now).and_then(|made| {
            fs::rename(partial.path(), to).map_err(|source| StoreError::file(to, source))?;
            to.parent()
                .filter(|parent| parent.is_dir())
                .map_or(Ok(()), sync_folder)?;
            Ok(made)
        });
        match &made {
            Ok(backup) => self.write(|connection| keep_heads(connection, backup))?,
            Err(_) => remove_folder(partial.path()),
        }
        made
    }

    fn write_backup(&self, folder: &Folder, now: Instant) -> Result<Backup, StoreError> {
        let reader = self.take_reader()?;
        // Files only go when they are erased: where that happens meanwhile, this backup fails and none is left.
        let snapshot = reader.unchecked_transaction()?;
        let backup = Backup {
            made_at: now,
            heads: heads(&snapshot)?,
            events: schema::count(&snapshot, "SELECT count(*) FROM event")?,
            raw_files: copy_raw(
                &snapshot,
                self.place.raw.as_deref(),
                &folder.raw(),
                Wanted::All,
            )?,
        };
        copy_connection(&snapshot, &folder.database())?;
        let path = folder.path().join(HEADS);
        let written = File::create(&path).and_then(|mut file| {
            file.write_all(&serde_json::to_vec_pretty(&backup)?)?;
            file.sync_all()
        });
        written.map_err(|source| StoreError::file(&path, source))?;
        sync_folder(folder.path())?;
        Ok(backup)
    }

    /// Reads what a backup says of itself.
    ///
    /// # Errors
    /// [`StoreError::NotABackup`] where the folder holds none.
    pub fn read_backup(from: &Path) -> Result<Backup, StoreError> {
        let none = || StoreError::NotABackup {
            path: from.to_path_buf(),
        };
        let bytes = fs::read(from.join(HEADS)).map_err(|_| none())?;
        if !Folder::new(from).database().is_file() {
            return Err(none());
        }
        serde_json::from_slice(&bytes).map_err(|_| none())
    }
}

/// Removes a folder that is not wanted after all; what stays of it carries a name that says so.
pub(crate) fn remove_folder(path: &Path) {
    if let Err(error) = fs::remove_dir_all(path) {
        tracing::warn!(%error, ?path, "an unfinished folder stays behind");
    }
}

/// Gives the heads of all chains, by device.
pub(crate) fn heads(connection: &Connection) -> Result<Vec<Head>, StoreError> {
    let mut statement =
        connection.prepare("SELECT id, letter, last_seq, head FROM device ORDER BY no")?;
    let heads = statement.query_map([], |row| {
        let hash: Hash = row.get(3)?;
        Ok(Head {
            device: Uuid::from_bytes(row.get(0)?),
            letter: row.get(1)?,
            seq: row.get(2)?,
            hash: hex(&hash),
        })
    })?;
    Ok(heads.collect::<Result<_, _>>()?)
}

fn keep_heads(connection: &Connection, backup: &Backup) -> Result<(), StoreError> {
    for head in &backup.heads {
        let Some(hash) = hash_of_hex(&head.hash) else {
            continue;
        };
        connection.execute(
            "INSERT OR IGNORE INTO kept_head (device, seq, head, kept_at) VALUES (?1, ?2, ?3, ?4)",
            (
                head.device.into_bytes(),
                head.seq,
                hash,
                backup.made_at.as_micros(),
            ),
        )?;
    }
    Ok(())
}

/// Which of the files that a state names are copied.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// All: one that is missing is an error.
    All,
    /// Those that are there.
    Present,
}

/// Copies the files that the state names; gives their count.
pub(crate) fn copy_raw(
    connection: &Connection,
    from: Option<&Path>,
    to: &Path,
    wanted: Wanted,
) -> Result<u64, StoreError> {
    let Some(from) = from else { return Ok(0) };
    let mut statement = connection.prepare("SELECT digest FROM raw WHERE bytes IS NULL")?;
    let mut count = 0;
    for digest in statement.query_map([], |row| row.get::<_, Hash>(0))? {
        let digest = hex(&digest?);
        let file = raw::file(from, &digest);
        if wanted == Wanted::All || file.exists() {
            copy_file(&file, &raw::file(to, &digest))?;
            count += 1;
        }
    }
    Ok(count)
}

fn copy_file(from: &Path, to: &Path) -> Result<(), StoreError> {
    let parent: PathBuf = to.parent().map(Path::to_path_buf).unwrap_or_default();
    fs::create_dir_all(&parent).map_err(|source| StoreError::file(&parent, source))?;
    fs::copy(from, to).map_err(|source| StoreError::file(from, source))?;
    sync_file(to)?;
    sync_folder(&parent)
}
