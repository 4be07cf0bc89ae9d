//! The untouched bytes of messages: small ones in a table, large ones as files named by their digest.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use inquiry::RawRef;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::StoreError;
use crate::folder::sync_folder;
use crate::log::{Hash, hash_of_hex, hex};

/// Above this many bytes a message stands in a file.
pub(crate) const LARGEST_IN_TABLE: usize = 1 << 20;

/// Keeps bytes for one more message. Gives the file that was made, if one was: it is synced before the commit.
pub(crate) fn keep(
    connection: &Connection,
    folder: Option<&Path>,
    bytes: &[u8],
) -> Result<(RawRef, Option<PathBuf>), StoreError> {
    let hash: Hash = Sha256::digest(bytes).into();
    let kept = RawRef {
        digest: hex(&hash),
        size: bytes.len() as u64,
    };
    let held = connection
        .prepare_cached("UPDATE raw SET held = held + 1 WHERE digest = ?1")?
        .execute([hash])?;
    if held > 0 {
        return Ok((kept, None));
    }
    let file = match folder.filter(|_| bytes.len() > LARGEST_IN_TABLE) {
        Some(folder) => Some(write(folder, &kept.digest, bytes)?),
        None => None,
    };
    connection
        .prepare_cached("INSERT INTO raw (digest, size, held, bytes) VALUES (?1, ?2, 1, ?3)")?
        .execute((
            hash,
            i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            file.is_none().then_some(bytes),
        ))?;
    Ok((kept, file))
}

/// Gives the file of a digest below a folder: `ab/abcdef…`.
pub(crate) fn file(folder: &Path, digest: &str) -> PathBuf {
    folder.join(digest.get(..2).unwrap_or("00")).join(digest)
}

/// Writes beside the place, syncs, and puts the file in its place, so that a name is never given to half a message.
fn write(folder: &Path, digest: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
    let target = file(folder, digest);
    let parent = target.parent().unwrap_or(folder).to_path_buf();
    fs::create_dir_all(&parent).map_err(|source| StoreError::file(&parent, source))?;
    let beside = parent.join(format!("{digest}.part"));
    let written = File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|source| StoreError::file(&beside, source))?;
    fs::rename(&beside, &target).map_err(|source| StoreError::file(&target, source))?;
    sync_folder(&parent)?;
    sync_folder(folder)?;
    Ok(target)
}

/// Reads bytes and checks them against their digest.
pub(crate) fn read(
    connection: &Connection,
    folder: Option<&Path>,
    raw: &RawRef,
) -> Result<Vec<u8>, StoreError> {
    let missing = || StoreError::RawMissing {
        digest: raw.digest.clone(),
    };
    let hash = hash_of_hex(&raw.digest).ok_or_else(missing)?;
    let kept: Option<Vec<u8>> = connection
        .prepare_cached("SELECT bytes FROM raw WHERE digest = ?1")?
        .query_row([hash], |row| row.get(0))
        .optional()?
        .ok_or_else(missing)?;
    let bytes = match (kept, folder) {
        (Some(bytes), _) => bytes,
        (None, Some(folder)) => fs::read(file(folder, &raw.digest)).map_err(|_| missing())?,
        (None, None) => return Err(missing()),
    };
    let found: Hash = Sha256::digest(&bytes).into();
    if found == hash {
        Ok(bytes)
    } else {
        Err(missing())
    }
}

/// Lets go of the bytes for one message; gives the file to remove after the commit, once nobody needs it.
pub(crate) fn release(
    connection: &Connection,
    folder: Option<&Path>,
    raw: &RawRef,
) -> Result<Option<PathBuf>, StoreError> {
    let Some(hash) = hash_of_hex(&raw.digest) else {
        return Ok(None);
    };
    connection
        .prepare_cached("UPDATE raw SET held = held - 1 WHERE digest = ?1")?
        .execute([hash])?;
    let gone = connection
        .prepare_cached("DELETE FROM raw WHERE digest = ?1 AND held <= 0 RETURNING bytes IS NULL")?
        .query_row([hash], |row| row.get::<_, bool>(0))
        .optional()?;
    Ok(folder
        .filter(|_| gone == Some(true))
        .map(|folder| file(folder, &raw.digest)))
}
