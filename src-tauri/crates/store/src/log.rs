//! The log: rows of events, and the chain over them.

use business_time::Instant;
use inquiry::{
    Actor, Body, ContractEvent, Event, EventId, Inquiry, InquiryEvent, InquiryId, ObligationEvent,
    ObligationId, OperationId, Recorded,
};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{StoreError, device, event_parts};

/// A SHA-256.
pub(crate) type Hash = [u8; 32];

/// One event as it is stored, before its bytes are read.
pub(crate) struct StoredEvent {
    pub seq: i64,
    pub id: Uuid,
    pub operation: Uuid,
    pub actor: String,
    pub recorded_at: i64,
    pub version: u32,
    pub body: Vec<u8>,
}

impl StoredEvent {
    /// Reads a row that begins with `seq, id, operation, actor, recorded_at, version, body`.
    pub(crate) fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get(0)?,
            id: Uuid::from_bytes(row.get(1)?),
            operation: Uuid::from_bytes(row.get(2)?),
            actor: row.get(3)?,
            recorded_at: row.get(4)?,
            version: row.get(5)?,
            body: row.get(6)?,
        })
    }

    /// Digests the envelope and the exact bytes; each part of varying length goes in with its length.
    pub(crate) fn digest(&self) -> Hash {
        let mut hash = Sha256::new();
        hash.update(b"ichiji event\0");
        hash.update(self.id.as_bytes());
        hash.update(self.operation.as_bytes());
        hash.update(self.recorded_at.to_be_bytes());
        hash.update(self.version.to_be_bytes());
        for part in [self.actor.as_bytes(), &self.body] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.finalize().into()
    }

    /// Reads the bytes.
    pub(crate) fn event(self) -> Result<Event, StoreError> {
        let body = inquiry::decode(self.version, &self.body).map_err(|source| {
            StoreError::EventUnreadable {
                seq: self.seq,
                source,
            }
        })?;
        Ok(Event {
            id: EventId::new(self.id),
            operation: OperationId::new(self.operation),
            actor: Actor::new(&self.actor),
            recorded_at: Instant::from_micros(self.recorded_at),
            body,
        })
    }
}

/// Gives the first link of a device's chain.
pub(crate) fn genesis(device: Uuid) -> Hash {
    Sha256::digest(device.as_bytes()).into()
}

/// Links a digest to the chain before it.
pub(crate) fn link(before: &Hash, digest: &Hash) -> Hash {
    Sha256::new()
        .chain_update(before)
        .chain_update(digest)
        .finalize()
        .into()
}

/// Writes bytes as hex, in lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves
        .filter_map(|half| char::from_digit(half.into(), 16))
        .collect()
}

/// Reads 64 hex digits.
pub(crate) fn hash_of_hex(text: &str) -> Option<Hash> {
    let mut hash = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (place, pair) in hash.iter_mut().zip(text.as_bytes().chunks(2)) {
        *place = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(hash)
}

/// Appends an event to this device's chain; gives its place in the file.
pub(crate) fn append(connection: &Connection, event: &Event) -> Result<i64, StoreError> {
    let (version, body) = inquiry::encode(&event.body)?;
    let stored = StoredEvent {
        seq: 0,
        id: event.id.uuid(),
        operation: event.operation.uuid(),
        actor: event.actor.as_str().to_owned(),
        recorded_at: event.recorded_at.as_micros(),
        version,
        body,
    };
    let digest = stored.digest();
    let link = device::extend(connection, &digest)?;
    connection
        .prepare_cached(
            "INSERT INTO event (id, device, device_seq, inquiry, obligation, contract, operation, actor, recorded_at, kind,
                 version, body, digest, chain)
             VALUES (:id, :device, :device_seq, :inquiry, :obligation, :contract, :operation, :actor, :recorded_at,
                 :kind, :version, :body, :digest, :chain)",
        )?
        .execute(named_params! {
            ":id": stored.id.into_bytes(),
            ":device": link.device,
            ":device_seq": link.seq,
            ":inquiry": event_parts::inquiry(&event.body).map(|id| id.uuid().into_bytes()),
            ":obligation": event_parts::obligation(&event.body).map(|id| id.uuid().into_bytes()),
            ":contract": event_parts::contract(&event.body).map(|id| id.uuid().into_bytes()),
            ":operation": stored.operation.into_bytes(),
            ":actor": stored.actor,
            ":recorded_at": stored.recorded_at,
            ":kind": event_parts::kind(&event.body),
            ":version": stored.version,
            ":body": stored.body,
            ":digest": digest,
            ":chain": link.head,
        })?;
    Ok(connection.last_insert_rowid())
}

/// Reads the events of one inquiry, oldest first, recorded up to an instant where one is given.
pub(crate) fn of_inquiry(
    connection: &Connection,
    id: InquiryId,
    until: Option<Instant>,
) -> Result<Vec<(i64, Event)>, StoreError> {
    let sql = "SELECT seq, id, operation, actor, recorded_at, version, body FROM event
               WHERE inquiry = ?1 AND recorded_at <= ?2 ORDER BY seq";
    let until = until.unwrap_or(Instant::MAX).as_micros();
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map((id.uuid().into_bytes(), until), StoredEvent::of)?;
    read(rows)
}

/// Reads the reference events, oldest first, recorded up to an instant where one is given.
pub(crate) fn of_reference(
    connection: &Connection,
    until: Option<Instant>,
) -> Result<Vec<(i64, Event)>, StoreError> {
    let sql = "SELECT seq, id, operation, actor, recorded_at, version, body FROM event
               WHERE inquiry IS NULL AND obligation IS NULL AND contract IS NULL AND recorded_at <= ?1
               ORDER BY seq";
    let until = until.unwrap_or(Instant::MAX).as_micros();
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([until], StoredEvent::of)?;
    read(rows)
}

/// Reads the events of all obligations, one obligation after the other and the oldest of each first, recorded up to
/// an instant where one is given.
pub(crate) fn of_obligations(
    connection: &Connection,
    until: Option<Instant>,
) -> Result<Vec<(i64, Event)>, StoreError> {
    let sql = "SELECT seq, id, operation, actor, recorded_at, version, body FROM event
               WHERE obligation IS NOT NULL AND recorded_at <= ?1 ORDER BY obligation, seq";
    let until = until.unwrap_or(Instant::MAX).as_micros();
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([until], StoredEvent::of)?;
    read(rows)
}

/// Reads the events of one obligation, oldest first.
pub(crate) fn of_obligation(
    connection: &Connection,
    id: ObligationId,
) -> Result<Vec<Event>, StoreError> {
    let sql = "SELECT seq, id, operation, actor, recorded_at, version, body FROM event
               WHERE obligation = ?1 ORDER BY seq";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([id.uuid().into_bytes()], StoredEvent::of)?;
    Ok(read(rows)?.into_iter().map(|(_, event)| event).collect())
}

pub(crate) fn read(
    rows: impl Iterator<Item = rusqlite::Result<StoredEvent>>,
) -> Result<Vec<(i64, Event)>, StoreError> {
    rows.map(|row| {
        let stored = row?;
        Ok((stored.seq, stored.event()?))
    })
    .collect()
}

/// Gives the place of the last event; 0 in an empty log.
pub(crate) fn last_seq(connection: &Connection) -> Result<i64, StoreError> {
    let last: Option<i64> = connection
        .prepare_cached("SELECT max(seq) FROM event")?
        .query_row([], |row| row.get(0))?;
    Ok(last.unwrap_or(0))
}

/// Folds the events of one inquiry.
pub(crate) fn fold<'a>(
    id: InquiryId,
    events: impl IntoIterator<Item = &'a Event>,
) -> Option<Inquiry> {
    let recorded: Vec<Recorded<'_>> = events.into_iter().filter_map(Event::recorded).collect();
    inquiry::fold(id, &recorded)
}

/// Tells whether an operation left anything in the log.
pub(crate) fn operation_seen(
    connection: &Connection,
    operation: OperationId,
) -> Result<bool, StoreError> {
    let found = connection
        .prepare_cached("SELECT 1 FROM event WHERE operation = ?1 LIMIT 1")?
        .query_row([operation.uuid().into_bytes()], |_| Ok(()))
        .optional()?;
    Ok(found.is_some())
}

/// Gives the inquiries that an operation touched, in the order of their ids.
pub(crate) fn inquiries_of(
    connection: &Connection,
    operation: OperationId,
) -> Result<Vec<InquiryId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT inquiry FROM event WHERE operation = ?1 AND inquiry IS NOT NULL ORDER BY inquiry",
    )?;
    let ids = statement.query_map([operation.uuid().into_bytes()], |row| {
        row.get(0).map(inquiry_id)
    })?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Gives the obligations that an operation touched, in the order of their ids.
pub(crate) fn obligations_of(
    connection: &Connection,
    operation: OperationId,
) -> Result<Vec<ObligationId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT obligation FROM event WHERE operation = ?1 AND obligation IS NOT NULL ORDER BY obligation",
    )?;
    let ids = statement.query_map([operation.uuid().into_bytes()], |row| {
        row.get(0).map(obligation_id)
    })?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Finds an actor's newest operation that was not taken back; taking back is itself no such operation.
pub(crate) fn last_operation(
    connection: &Connection,
    actor: &Actor,
) -> Result<Option<OperationId>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT operation, kind FROM event WHERE actor = ?1 ORDER BY seq DESC")?;
    let mut rows = statement.query([actor.as_str()])?;
    let mut passed_over = None;
    while let Some(row) = rows.next()? {
        let operation = OperationId::new(Uuid::from_bytes(row.get(0)?));
        if passed_over == Some(operation) {
            continue;
        }
        if row.get::<_, String>(1)? != event_parts::UNDONE && !is_undone(connection, operation)? {
            return Ok(Some(operation));
        }
        passed_over = Some(operation);
    }
    Ok(None)
}

/// Tells whether an operation was taken back: from every inquiry or contract that it touched, or as reference data.
fn is_undone(connection: &Connection, operation: OperationId) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, id, operation, actor, recorded_at, version, body FROM event
         WHERE kind = 'undone' AND inquiry IS (SELECT inquiry FROM event WHERE operation = ?1 LIMIT 1)",
    )?;
    let rows = statement.query_map([operation.uuid().into_bytes()], StoredEvent::of)?;
    for (_, event) in read(rows)? {
        if undoes(&event.body) == Some(operation) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn undoes(body: &Body) -> Option<OperationId> {
    if let Body::Inquiry(_, InquiryEvent::Undone { operation })
    | Body::Obligation(_, ObligationEvent::Undone { operation })
    | Body::Contract(_, ContractEvent::Undone { operation })
    | Body::Reference(inquiry::ReferenceEvent::Undone { operation }) = body
    {
        return Some(*operation);
    }
    None
}

/// Takes 16 bytes as an obligation's id.
pub(crate) fn obligation_id(bytes: [u8; 16]) -> ObligationId {
    ObligationId::new(Uuid::from_bytes(bytes))
}

/// Takes 16 bytes as an inquiry's id.
pub(crate) fn inquiry_id(bytes: [u8; 16]) -> InquiryId {
    InquiryId::new(Uuid::from_bytes(bytes))
}
