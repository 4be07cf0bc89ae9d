//! The chains as evidence takes them along: every event's link, and the exact bytes of those that bear on a matter.

use business_time::Instant;
use inquiry::{Event, InquiryId};
use rusqlite::{Connection, Row};
use uuid::Uuid;

use crate::StoreError;
use crate::log::{self, StoredEvent, hash_of_hex, hex};

/// One event of a chain. Digests and links are SHA-256 in hex.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChainEvent {
    /// The device.
    pub device: Uuid,
    /// Its letter.
    pub letter: String,
    /// The place in its chain.
    pub device_seq: i64,
    /// The digest over the exact bytes and the envelope.
    pub digest: String,
    /// The chain's hash after it.
    pub chain: String,
    /// The inquiry that it is about.
    pub inquiry: Option<InquiryId>,
    /// What the digest is made over.
    pub envelope: Envelope,
}

/// What the digest of an event is made over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Envelope {
    /// The event.
    pub id: Uuid,
    /// Its operation.
    pub operation: Uuid,
    /// Who did it.
    pub actor: String,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// In which version its bytes are written.
    pub version: u32,
    /// Its bytes.
    pub body: Vec<u8>,
}

impl Envelope {
    /// Digests it as the log does, in hex.
    #[must_use]
    pub fn digest(&self) -> String {
        hex(&self.stored().digest())
    }

    /// Reads the event.
    ///
    /// # Errors
    /// [`StoreError::EventUnreadable`] where the bytes are not of their version's shape.
    pub fn event(&self) -> Result<Event, StoreError> {
        self.stored().event()
    }

    fn stored(&self) -> StoredEvent {
        StoredEvent {
            seq: 0,
            id: self.id,
            operation: self.operation,
            actor: self.actor.clone(),
            recorded_at: self.recorded_at.as_micros(),
            version: self.version,
            body: self.body.clone(),
        }
    }
}

/// Gives the first link of a device's chain, in hex.
#[must_use]
pub fn first_link(device: Uuid) -> String {
    hex(&log::genesis(device))
}

/// Links a digest to the chain before it, all in hex; nothing where one of them is no hash.
#[must_use]
pub fn next_link(before: &str, digest: &str) -> Option<String> {
    let (before, digest) = (hash_of_hex(before)?, hash_of_hex(digest)?);
    Some(hex(&log::link(&before, &digest)))
}

/// Reads all events in the order of the file.
pub(crate) fn each<E: From<StoreError>>(
    connection: &Connection,
    mut told: impl FnMut(ChainEvent) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT event.seq, event.id, operation, actor, recorded_at, version, body, device.id, letter, device_seq,
                   digest, chain, inquiry
               FROM event JOIN device ON device.no = event.device ORDER BY event.seq";
    let mut statement = connection.prepare(sql).map_err(StoreError::from)?;
    let mut rows = statement.query([]).map_err(StoreError::from)?;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        told(read(row).map_err(StoreError::from)?)?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<ChainEvent> {
    let stored = StoredEvent::of(row)?;
    let inquiry: Option<[u8; 16]> = row.get(12)?;
    Ok(ChainEvent {
        device: Uuid::from_bytes(row.get(7)?),
        letter: row.get(8)?,
        device_seq: row.get(9)?,
        digest: hex(&row.get::<_, log::Hash>(10)?),
        chain: hex(&row.get::<_, log::Hash>(11)?),
        inquiry: inquiry.map(log::inquiry_id),
        envelope: Envelope {
            id: stored.id,
            operation: stored.operation,
            actor: stored.actor,
            recorded_at: Instant::from_micros(stored.recorded_at),
            version: stored.version,
            body: stored.body,
        },
    })
}
