//! Reading: what can be asked of one state of the record.

use std::collections::BTreeMap;
use std::path::Path;

use business_time::Instant;
use inquiry::{
    Actor, Event, Inquiry, InquiryId, MessageId, MessageKey, Number, ObligationId, OperationId,
    PersonalId, PersonalRef, RawRef,
};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use uuid::Uuid;

use crate::{
    ChainEvent, Changed, Found, OutlineRow, Row, RowFilter, RowOrder, StoreError, chain_event, log,
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

    /// Gives an inquiry with the texts that a list shows of it.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn row(&self, id: InquiryId) -> Result<Option<Row>, StoreError> {
        self.inquiry(id)?
            .map(|state| self.row_of(state))
            .transpose()
    }

    /// Gives a page of rows.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn rows(
        &self,
        filter: &RowFilter,
        order: RowOrder,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError> {
        self.inquiries(filter, order, offset, limit)?
            .into_iter()
            .map(|state| self.row_of(state))
            .collect()
    }

    /// Gives a page of states, without texts.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn inquiries(
        &self,
        filter: &RowFilter,
        order: RowOrder,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<Inquiry>, StoreError> {
        let mut condition = filter.sql()?;
        let page =
            [limit, offset].map(|count| Value::Integer(i64::try_from(count).unwrap_or(i64::MAX)));
        condition.values.extend(page);
        let tail = format!(
            "{} ORDER BY {} LIMIT ? OFFSET ?",
            condition.text,
            order.sql()
        );
        if offset == 0 {
            self.states(&tail, condition.values)
        } else {
            self.states_behind(&tail, condition.values)
        }
    }

    /// Passes over what stands before the page by the index alone, where it says all, and reads the page's rows then.
    fn states_behind(&self, tail: &str, values: Vec<Value>) -> Result<Vec<Inquiry>, StoreError> {
        let sql = format!("SELECT place FROM inquiry WHERE {tail}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let places = statement.query_map(params_from_iter(values), |row| row.get(0))?;
        let mut states = Vec::new();
        for place in places {
            states.extend(self.states("place = ?", vec![Value::Integer(place?)])?);
        }
        Ok(states)
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

    /// Gives the rows as they were known at an instant, by receipt. Only inquiries with later events are folded
    /// again; the others were then as they are now.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn rows_as_of(&self, at: Instant, filter: &RowFilter) -> Result<Vec<Row>, StoreError> {
        let mut condition = filter.sql()?;
        condition.values.push(Value::Integer(at.as_micros()));
        let mut states = self.states(
            &format!("{} AND touched_at <= ?", condition.text),
            condition.values,
        )?;
        for id in self.touched_after(at)? {
            states.extend(
                self.inquiry_as_of(id, at)?
                    .filter(|state| filter.wants(state)),
            );
        }
        states.sort_by_key(|state| (state.received_at, state.id));
        states.into_iter().map(|state| self.row_of(state)).collect()
    }

    /// Gives the inquiries with events recorded after an instant, those included whose receipt no longer counts.
    fn touched_after(&self, at: Instant) -> Result<Vec<InquiryId>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id FROM inquiry WHERE touched_at > ?1
             UNION SELECT inquiry FROM event
             WHERE kind = 'undone' AND recorded_at > ?1 AND inquiry IS NOT NULL
                 AND inquiry NOT IN (SELECT id FROM inquiry)",
        )?;
        let ids = statement.query_map([at.as_micros()], |row| row.get(0).map(log::inquiry_id))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    fn states(&self, tail: &str, values: Vec<Value>) -> Result<Vec<Inquiry>, StoreError> {
        let sql = format!("SELECT id, state, fold_version FROM inquiry WHERE {tail}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut states = Vec::new();
        while let Some(row) = rows.next()? {
            let id = log::inquiry_id(row.get(0)?);
            let state = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            states.extend(projection::state_of(
                self.connection,
                id,
                state,
                row.get(2)?,
            )?);
        }
        Ok(states)
    }

    fn row_of(&self, inquiry: Inquiry) -> Result<Row, StoreError> {
        let subject = self.text_of(&inquiry.subject)?;
        let customer = self.text_of(&inquiry.customer)?;
        let customer = if customer.is_empty() {
            Ok(Default::default())
        } else {
            serde_json::from_str(&customer)
        };
        Ok(Row {
            inquiry,
            subject,
            customer: customer?,
        })
    }

    fn text_of(&self, text: &PersonalRef) -> Result<String, StoreError> {
        Ok(personal::text(self.connection, text.id)?.unwrap_or_default())
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

    /// Gives what reports count of every inquiry, by receipt.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn outlines(&self) -> Result<Vec<OutlineRow>, StoreError> {
        outline::all(self.connection)
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
