//! What reports count: a row of its own for each inquiry, small beside the state.

use std::panic::resume_unwind;
use std::sync::mpsc::channel;
use std::thread;

use inquiry::{Customer, Inquiry, InquiryId, Outline, PersonalId};
use rusqlite::{Connection, OptionalExtension};

use crate::{StoreError, personal, projection};

/// An inquiry as far as figures go, with the name of its customer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutlineRow {
    /// The inquiry.
    pub outline: Outline,
    /// The customer's company, else the person, else the address; empty where unknown or erased.
    pub customer: String,
}

/// Writes the row that follows from a state.
pub(crate) fn write(
    connection: &Connection,
    place: i64,
    state: &Inquiry,
) -> Result<(), StoreError> {
    let (customer, outline) = expected(connection, state)?;
    connection
        .prepare_cached(
            "INSERT INTO outline (place, customer, outline) VALUES (?1, ?2, ?3)
             ON CONFLICT (place) DO UPDATE SET customer = excluded.customer, outline = excluded.outline",
        )?
        .execute((place, customer, outline))?;
    Ok(())
}

/// Writes the row again after a text was erased.
pub(crate) fn write_again(connection: &Connection, id: InquiryId) -> Result<(), StoreError> {
    let place = projection::place_of(connection, id)?;
    match (place, projection::state(connection, id)?) {
        (Some(place), Some(state)) => write(connection, place, &state),
        (_, _) => Ok(()),
    }
}

/// Tells whether an inquiry's row is the one that follows from its state.
pub(crate) fn agrees(connection: &Connection, state: &Inquiry) -> Result<bool, StoreError> {
    let found: Option<(String, String)> = connection
        .prepare_cached(
            "SELECT outline.customer, outline FROM outline JOIN inquiry USING (place) WHERE inquiry.id = ?1",
        )?
        .query_row([state.id.uuid().into_bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    Ok(found == Some(expected(connection, state)?))
}

fn expected(connection: &Connection, state: &Inquiry) -> Result<(String, String), StoreError> {
    let outline = serde_json::to_string(&state.outline())?;
    Ok((name(connection, state.customer.id)?, outline))
}

fn name(connection: &Connection, id: PersonalId) -> Result<String, StoreError> {
    let text = personal::text(connection, id)?.unwrap_or_default();
    // A text of another shape, an erased one's absence included, names nobody.
    let customer: Customer = serde_json::from_str(&text).unwrap_or_default();
    Ok(if customer.company.is_empty() {
        customer.line()
    } else {
        customer.company
    })
}

/// So many rows are handed over at once.
const CHUNK: usize = 1024;

/// Reads all rows, by receipt; they are parsed on a second thread while the next ones are read.
pub(crate) fn all(connection: &Connection) -> Result<Vec<OutlineRow>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT outline, customer FROM outline ORDER BY place")?;
    let mut rows = statement.query([])?;
    thread::scope(|scope| {
        let (sender, receiver) = channel::<Vec<(String, String)>>();
        let parser = scope.spawn(move || {
            let parsed = receiver.into_iter().flatten().map(|(outline, customer)| {
                let outline = serde_json::from_str(&outline)?;
                Ok(OutlineRow { outline, customer })
            });
            parsed.collect()
        });
        let mut chunk = Vec::with_capacity(CHUNK);
        while let Some(row) = rows.next()? {
            chunk.push((row.get(0)?, row.get(1)?));
            // Whoever parses stops listening where a row cannot be parsed, and says why.
            if chunk.len() == CHUNK && sender.send(std::mem::take(&mut chunk)).is_err() {
                break;
            }
        }
        drop(sender.send(chunk));
        drop(sender);
        parser.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

/// Reads the row of an inquiry; none where its receipt no longer counts.
pub(crate) fn of(connection: &Connection, id: InquiryId) -> Result<Option<OutlineRow>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT outline, outline.customer FROM outline JOIN inquiry USING (place) WHERE inquiry.id = ?1",
    )?;
    let mut rows = statement.query([id.uuid().into_bytes()])?;
    rows.next()?.map(read).transpose()
}

fn read(row: &rusqlite::Row<'_>) -> Result<OutlineRow, StoreError> {
    let outline = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
    Ok(OutlineRow {
        outline: serde_json::from_str(outline)?,
        customer: row.get(1)?,
    })
}
