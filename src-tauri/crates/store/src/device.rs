//! This desktop's identity in the log.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::StoreError;
use crate::log::{self, Hash};

/// The number before the first that an inquiry gets.
const BEFORE_FIRST_NUMBER: u32 = 1000;

/// The place of the next event in its device's chain.
pub(crate) struct ChainLink {
    /// The device's row.
    pub device: i64,
    /// Counts the device's events from 1.
    pub seq: i64,
    /// The chain's new head.
    pub head: Hash,
}

/// Gives the file its own device at the first opening.
pub(crate) fn ensure(connection: &Connection) -> Result<(), StoreError> {
    let own = connection
        .query_row("SELECT 1 FROM device WHERE own = 1", [], |_| Ok(()))
        .optional()?;
    if own.is_none() {
        let id = Uuid::from_bytes(rand::random());
        connection.execute(
            "INSERT INTO device (id, letter, own, last_seq, head, last_number) VALUES (?1, 'A', 1, 0, ?2, ?3)",
            (id.into_bytes(), log::genesis(id), BEFORE_FIRST_NUMBER),
        )?;
    }
    Ok(())
}

/// Lengthens this device's chain by one digest.
pub(crate) fn extend(connection: &Connection, digest: &Hash) -> Result<ChainLink, StoreError> {
    let (device, last, head): (i64, i64, Hash) = connection
        .prepare_cached("SELECT no, last_seq, head FROM device WHERE own = 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?
        .ok_or(StoreError::NoDevice)?;
    let link = ChainLink {
        device,
        seq: last + 1,
        head: log::link(&head, digest),
    };
    connection
        .prepare_cached("UPDATE device SET last_seq = ?1, head = ?2 WHERE no = ?3")?
        .execute((link.seq, link.head, device))?;
    Ok(link)
}

/// Hands out the next short number of this device.
pub(crate) fn next_number(connection: &Connection) -> Result<inquiry::Number, StoreError> {
    let (letter, count): (String, u32) = connection
        .prepare_cached("UPDATE device SET last_number = last_number + 1 WHERE own = 1 RETURNING letter, last_number")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or(StoreError::NoDevice)?;
    let device = letter.chars().next().ok_or(StoreError::NoDevice)?;
    Ok(inquiry::Number { device, count })
}
