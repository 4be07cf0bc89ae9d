//! What a record holds, written down so that two records can be compared.

use std::collections::BTreeMap;
use std::path::Path;

use business_time::Instant;
use inquiry::{Body, Event, MessageText, OperationId};
use store::{Access, Head, Reader, Row, RowFilter, RowOrder, Store, StoreError};

use crate::work::{NOON, operation};

/// All that was done on a record, without what differs between two times that the same is done: ids and digests.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// The inquiries, by number.
    pub inquiries: Vec<Seen>,
    /// How many events each operation on inquiries has.
    pub operations: BTreeMap<OperationId, usize>,
    /// How many events reference data has.
    pub references: usize,
}

/// One inquiry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seen {
    /// Its number.
    pub number: String,
    /// What it has come to.
    pub state: String,
    /// Its messages, by their subjects.
    pub messages: Vec<String>,
    /// Its events with their operations, oldest first.
    pub events: Vec<String>,
}

impl Record {
    /// Reads a record that must be sound.
    ///
    /// # Panics
    /// Panics where it cannot be opened or is not sound.
    #[must_use]
    #[track_caller]
    pub fn read(data: &Path) -> Self {
        Self::with_heads(data).0
    }

    /// Does the same and gives the ends of its chains.
    ///
    /// # Panics
    /// As [`Record::read`].
    #[must_use]
    #[track_caller]
    pub fn with_heads(data: &Path) -> (Self, Vec<Head>) {
        let now = Instant::parse(NOON).expect("noon");
        let store = Store::open(data, Access::Beside, now).expect("the record opens");
        let report = store
            .verify(&mut |_, _| {})
            .expect("the record can be verified");
        assert_eq!(report.problems, [], "the record is sound");
        let read = Self::of(&store).expect("the record can be read");
        (read, report.heads)
    }

    /// Reads an open record.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn of(store: &Store) -> Result<Self, StoreError> {
        store.read(read)
    }

    /// Reads the untouched bytes of every message.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn raws(reader: &Reader<'_>, mut each: impl FnMut(&[u8])) -> Result<(), StoreError> {
        let all = reader.rows(&RowFilter::default(), RowOrder::default(), 0, usize::MAX)?;
        let messages = all.iter().flat_map(|it| &it.inquiry.messages);
        for raw in messages.filter_map(|it| it.raw.as_ref()) {
            each(&reader.raw(raw)?);
        }
        Ok(())
    }

    /// Tells whether a step of the day's work is on record.
    #[must_use]
    pub fn has(&self, step: &str) -> bool {
        match step.strip_prefix("import ") {
            Some(mark) => {
                let mut messages = self.inquiries.iter().flat_map(|it| &it.messages);
                messages.any(|it| it == mark)
            }
            None => self.operations.contains_key(&operation(step)),
        }
    }

    /// Tells whether this is what another record was at an earlier time: of each inquiry the first events, and each
    /// operation whole or not at all.
    #[must_use]
    pub fn comes_before(&self, later: &Self) -> bool {
        let grew = |it: &Seen| {
            let mut same = later.inquiries.iter();
            let later = same.find(|later| later.number == it.number);
            later.is_some_and(|later| later.events.starts_with(&it.events))
        };
        let whole = |(operation, count)| later.operations.get(operation) == Some(count);
        self.inquiries.iter().all(grew)
            && self.operations.iter().all(whole)
            && self.references <= later.references
    }
}

fn read(reader: &Reader<'_>) -> Result<Record, StoreError> {
    let mut record = Record {
        inquiries: Vec::new(),
        operations: BTreeMap::new(),
        references: reader.reference()?.len(),
    };
    let mut rows = reader.rows(&RowFilter::default(), RowOrder::default(), 0, usize::MAX)?;
    rows.sort_by_key(|row| row.inquiry.number);
    for row in rows {
        let events = reader.history(row.inquiry.id)?;
        for event in &events {
            *record.operations.entry(event.operation).or_default() += 1;
        }
        record.inquiries.push(Seen {
            number: row.inquiry.number.to_string(),
            state: state(&row),
            messages: messages(reader, &row)?,
            events: events.iter().map(told).collect::<Result<_, _>>()?,
        });
    }
    Ok(record)
}

fn state(row: &Row) -> String {
    let it = &row.inquiry;
    format!(
        "{} {:?} {:?} {:?} {} {} {} {}",
        row.subject,
        it.level.as_ref().map(|it| it.level),
        it.assignee,
        it.status,
        it.notes.len(),
        it.first_response.is_some(),
        it.replies.len(),
        it.links.len(),
    )
}

fn messages(reader: &Reader<'_>, row: &Row) -> Result<Vec<String>, StoreError> {
    let texts = row.inquiry.messages.iter().map(|message| {
        let text = reader.text(message.text.id)?.unwrap_or_default();
        Ok(serde_json::from_str::<MessageText>(&text)?.subject)
    });
    texts.collect()
}

fn told(event: &Event) -> Result<String, StoreError> {
    let kind = match &event.body {
        Body::Inquiry(_, body) => serde_json::to_value(body)?["kind"].to_string(),
        Body::Obligation(_, body) => serde_json::to_value(body)?["kind"].to_string(),
        Body::Contract(_, body) => serde_json::to_value(body)?["kind"].to_string(),
        Body::Reference(_) => "reference".to_owned(),
    };
    Ok(format!("{kind}@{}", event.operation))
}
