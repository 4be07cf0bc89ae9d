//! Texts that can be erased: rows of their own, with a salt, so that the digest in the log tells nothing after.

use std::collections::BTreeMap;

use inquiry::{InquiryId, PersonalId, PersonalRef};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::StoreError;
use crate::log::{Hash, hex};

/// Digests a text with its salt.
pub(crate) fn digest(salt: &[u8], text: &str) -> Hash {
    Sha256::new()
        .chain_update(salt)
        .chain_update(text)
        .finalize()
        .into()
}

/// Keeps a text; gives what an event keeps of it.
pub(crate) fn keep(connection: &Connection, text: &str) -> Result<PersonalRef, StoreError> {
    let id = Uuid::now_v7();
    let salt: [u8; 16] = rand::random();
    let digest = digest(&salt, text);
    connection
        .prepare_cached("INSERT INTO personal (id, salt, text, digest) VALUES (?1, ?2, ?3, ?4)")?
        .execute((id.into_bytes(), salt, text, digest))?;
    Ok(PersonalRef {
        id: PersonalId::new(id),
        digest: hex(&digest),
    })
}

/// Reads a text; nothing once it is erased.
pub(crate) fn text(connection: &Connection, id: PersonalId) -> Result<Option<String>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT text FROM personal WHERE id = ?1")?
        .query_row([id.uuid().into_bytes()], |row| row.get(0))
        .optional()?)
}

/// Reads the subject of an inquiry.
pub(crate) fn subject(
    connection: &Connection,
    inquiry: InquiryId,
) -> Result<Option<String>, StoreError> {
    let sql = "SELECT text FROM personal WHERE id = (SELECT subject FROM inquiry WHERE id = ?1)";
    Ok(connection
        .prepare_cached(sql)?
        .query_row([inquiry.uuid().into_bytes()], |row| row.get(0))
        .optional()?)
}

/// Reads several texts; those that are erased are missing.
pub(crate) fn texts(
    connection: &Connection,
    ids: &[PersonalId],
) -> Result<BTreeMap<PersonalId, String>, StoreError> {
    let mut found = BTreeMap::new();
    for id in ids {
        if let Some(text) = text(connection, *id)? {
            found.insert(*id, text);
        }
    }
    Ok(found)
}

/// Notes that an inquiry's events hold a text.
pub(crate) fn note_holder(
    connection: &Connection,
    text: PersonalId,
    inquiry: InquiryId,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO text_of (text, inquiry) VALUES (?1, ?2)")?
        .execute((text.uuid().into_bytes(), inquiry.uuid().into_bytes()))?;
    Ok(())
}

/// Gives the inquiries whose events hold a text.
pub(crate) fn holders(
    connection: &Connection,
    text: PersonalId,
) -> Result<Vec<InquiryId>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT inquiry FROM text_of WHERE text = ?1")?;
    let ids = statement.query_map([text.uuid().into_bytes()], |row| {
        row.get(0).map(crate::log::inquiry_id)
    })?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Removes a text and its salt; tells whether there was one. The event that tells of it stays.
pub(crate) fn erase(connection: &Connection, id: PersonalId) -> Result<bool, StoreError> {
    let removed = connection
        .prepare_cached("DELETE FROM personal WHERE id = ?1")?
        .execute([id.uuid().into_bytes()])?;
    Ok(removed > 0)
}
