//! Reading: what can be asked of one state of the record.

use std::collections::BTreeMap;
use std::path::Path;

use business_time::Instant;
use inquiry::{
    Actor, Event, Inquiry, InquiryId, MessageId, MessageKey, Number, ObligationId, OperationId,
    PersonalId, RawRef,
};
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use uuid::Uuid;

use crate::{
    ChainEvent, Changed, Found, Head, OutlineRow, RowFilter, StoreError, backup, chain_event, log,
    outline, personal, projection, raw, search, store,
};

/// One state of the record.
pub struct Reader<'a> {
    connection: &'a Connection,
    raw_folder: Option<&'a Path>,
}

/// So many messages of one Message-ID are looked at before they are looked for by their content.
const MANY: usize = 64;

/// Selects kept messages; the order is that of the indexes by id and content, so that none is sorted.
fn kept(condition: &str, further: &str) -> String {
    format!(
        "SELECT inquiry.id, message.id, message.key, message.content FROM message
         CROSS JOIN inquiry ON inquiry.place = message.inquiry WHERE {condition} {further}
         ORDER BY message.inquiry, message.id LIMIT ?2"
    )
}

fn kept_message(row: &rusqlite::Row<'_>) -> rusqlite::Result<KeptMessage> {
    Ok(KeptMessage {
        inquiry: log::inquiry_id(row.get(0)?),
        message: MessageId::new(Uuid::from_bytes(row.get(1)?)),
        key: row.get::<_, Option<String>>(2)?.map(MessageKey),
        content: row.get(3)?,
    })
}

/// A message that the record holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptMessage {
    /// The inquiry that it is part of now.
    pub inquiry: InquiryId,
    /// The message.
    pub message: MessageId,
    /// Its Message-ID's digest.
    pub key: Option<MessageKey>,
    /// Its content's digest.
    pub content: Option<String>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(connection: &'a Connection, raw_folder: Option<&'a Path>) -> Self {
        Self {
            connection,
            raw_folder,
        }
    }

    pub(crate) fn connection(&self) -> &'a Connection {
        self.connection
    }

    /// Gives the state of an inquiry.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn inquiry(&self, id: InquiryId) -> Result<Option<Inquiry>, StoreError> {
        projection::state(self.connection, id)
    }

    /// Gives the state of an inquiry as it was known at an instant: the events recorded up to it.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn inquiry_as_of(&self, id: InquiryId, at: Instant) -> Result<Option<Inquiry>, StoreError> {
        projection::state_as_of(self.connection, id, Some(at))
    }

    /// Counts the inquiries that are wanted.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn count(&self, filter: &RowFilter) -> Result<u64, StoreError> {
        let condition = filter.sql()?;
        let sql = format!("SELECT count(*) FROM inquiry WHERE {}", condition.text);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let count: i64 =
            statement.query_row(params_from_iter(condition.values), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// Gives the events of an inquiry, oldest first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn history(&self, id: InquiryId) -> Result<Vec<Event>, StoreError> {
        Ok(log::of_inquiry(self.connection, id, None)?
            .into_iter()
            .map(|(_, event)| event)
            .collect())
    }

    /// Gives the events of an inquiry with their places in the log, oldest first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn placed_history(&self, id: InquiryId) -> Result<Vec<(i64, Event)>, StoreError> {
        log::of_inquiry(self.connection, id, None)
    }

    /// Gives the ends of all chains, by device.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn heads(&self) -> Result<Vec<Head>, StoreError> {
        backup::heads(self.connection)
    }

    /// Gives the reference events with their places in the log, oldest first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn reference(&self) -> Result<Vec<(i64, Event)>, StoreError> {
        log::of_reference(self.connection, None)
    }

    /// Gives the events of all obligations, one obligation after the other and the oldest of each first; recorded up
    /// to an instant, where one is given.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn obligations(&self, until: Option<Instant>) -> Result<Vec<(i64, Event)>, StoreError> {
        log::of_obligations(self.connection, until)
    }

    /// Gives the events of one obligation, oldest first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn obligation_events(&self, id: ObligationId) -> Result<Vec<Event>, StoreError> {
        log::of_obligation(self.connection, id)
    }

    /// Gives the obligations that an operation touched.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn obligations_of(&self, operation: OperationId) -> Result<Vec<ObligationId>, StoreError> {
        log::obligations_of(self.connection, operation)
    }

    /// Gives the reference events that were recorded up to an instant.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn reference_as_of(&self, at: Instant) -> Result<Vec<(i64, Event)>, StoreError> {
        log::of_reference(self.connection, Some(at))
    }

    /// Gives a kept text; nothing once it is erased.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn text(&self, id: PersonalId) -> Result<Option<String>, StoreError> {
        personal::text(self.connection, id)
    }

    /// Gives the subject of an inquiry; nothing once it is erased, or where there is no such inquiry.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn subject(&self, id: InquiryId) -> Result<Option<String>, StoreError> {
        personal::subject(self.connection, id)
    }

    /// Gives several kept texts; those that are erased are missing.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn texts(&self, ids: &[PersonalId]) -> Result<BTreeMap<PersonalId, String>, StoreError> {
        personal::texts(self.connection, ids)
    }

    /// Gives the untouched bytes of a message, checked against their digest.
    ///
    /// # Errors
    /// [`StoreError::RawMissing`] where they are erased, missing or altered; what hinders the reading.
    pub fn raw(&self, raw: &RawRef) -> Result<Vec<u8>, StoreError> {
        raw::read(self.connection, self.raw_folder, raw)
    }

    /// Finds an inquiry by its number.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn find_number(&self, number: Number) -> Result<Option<InquiryId>, StoreError> {
        search::by_number(self.connection, number)
    }

    /// Finds messages with a Message-ID, those of the earliest receipts first and `most` at most: ids are forged, and
    /// any number of messages may have the same.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn find_key(&self, key: &MessageKey, most: usize) -> Result<Vec<KeptMessage>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&kept("message.key = ?1", ""))?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let found = statement.query_map((&key.0, most), kept_message)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Finds the message with a Message-ID and a content digest.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn find_message(
        &self,
        key: &MessageKey,
        content: &str,
    ) -> Result<Option<KeptMessage>, StoreError> {
        // Any number of messages may have the same id, and any number the same content, but hardly both.
        let of_key = self.find_key(key, MANY)?;
        let complete = of_key.len() < MANY;
        let found = of_key
            .into_iter()
            .find(|it| it.content.as_deref() == Some(content));
        if found.is_some() || complete {
            return Ok(found);
        }
        let sql = kept("message.content = ?1", "AND +message.key = ?3");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement
            .query_row((content, 1, &key.0), kept_message)
            .optional()?)
    }

    /// Finds an actor's newest operation that was not taken back.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn last_operation(&self, actor: &Actor) -> Result<Option<OperationId>, StoreError> {
        log::last_operation(self.connection, actor)
    }

    /// Gives the inquiries that an operation touched.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn inquiries_of(&self, operation: OperationId) -> Result<Vec<InquiryId>, StoreError> {
        log::inquiries_of(self.connection, operation)
    }

    /// Tells whether an operation left anything in the log.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn operation_seen(&self, operation: OperationId) -> Result<bool, StoreError> {
        log::operation_seen(self.connection, operation)
    }

    /// Finds the inquiries whose number or texts hold every word typed, the newest receipt first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn search(&self, typed: &str, limit: usize) -> Result<Found, StoreError> {
        search::search(self.connection, typed, limit)
    }

    /// Gives how many inquiries have texts that the search does not know yet.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn index_lag(&self) -> Result<u64, StoreError> {
        search::lag(self.connection)
    }

    /// Tells every event of the log with its link, in the order of the file.
    ///
    /// # Errors
    /// What `told` gives, or what hinders the reading.
    pub fn chain<E: From<StoreError>>(
        &self,
        told: impl FnMut(ChainEvent) -> Result<(), E>,
    ) -> Result<(), E> {
        chain_event::each(self.connection, told)
    }

    /// Tells what reports count of every inquiry, by receipt.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn outlines(&self, told: impl FnMut(OutlineRow)) -> Result<(), StoreError> {
        outline::each(self.connection, told)
    }

    /// Tells what reports count of the inquiries that are open, and of those received from an instant on.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn open_or_recent_outlines(
        &self,
        from: Instant,
        told: impl FnMut(OutlineRow),
    ) -> Result<(), StoreError> {
        outline::open_or_since(self.connection, from, told)
    }

    /// Gives what reports count of one inquiry; nothing where its receipt no longer counts.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn outline(&self, id: InquiryId) -> Result<Option<OutlineRow>, StoreError> {
        outline::of(self.connection, id)
    }

    /// Gives the place of the log's last event; 0 in an empty log.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn last_seq(&self) -> Result<i64, StoreError> {
        log::last_seq(self.connection)
    }

    /// Gives what was appended after a place in the log, by whichever program.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn changed_since(&self, seq: i64) -> Result<Changed, StoreError> {
        store::changed_since(self.connection, seq)
    }
}
