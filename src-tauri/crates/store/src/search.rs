//! Full-text search over the inquiries, indexed behind the writing.
//!
//! The index holds no text. An entry is taken out by cutting the same texts again, which works because texts never
//! change: they are only erased, and erasing takes the entry out first.

mod tokens;

use std::time::{Duration, Instant};

use inquiry::{Inquiry, InquiryId, Number, PersonalId};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;
use uuid::Uuid;

use crate::{StoreError, log, personal, projection, schema};
use tokens::{TOKENS_VERSION, Tokens};

/// What a search found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// The inquiries, the newest receipt first; one whose number was typed stands before all.
    pub ids: Vec<InquiryId>,
    /// How many inquiries have texts that are not indexed yet.
    pub lag: u64,
}

/// Finds the inquiries that hold every word typed.
pub(crate) fn search(
    connection: &Connection,
    typed: &str,
    limit: usize,
) -> Result<Found, StoreError> {
    let mut ids = Vec::new();
    if let Ok(number) = typed.parse::<Number>() {
        ids.extend(by_number(connection, number)?);
    }
    if let Some(query) = tokens::query(typed) {
        let mut statement = connection.prepare_cached(
            "SELECT inquiry.id FROM (SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2) AS hit
             JOIN inquiry ON inquiry.place = hit.rowid ORDER BY hit.rowid DESC",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        for id in statement.query_map((query, limit), |row| row.get(0).map(log::inquiry_id))? {
            let id = id?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids.truncate(limit);
    Ok(Found {
        ids,
        lag: lag(connection)?,
    })
}

/// Finds an inquiry by its number; the oldest where two desktops gave the same.
pub(crate) fn by_number(
    connection: &Connection,
    number: Number,
) -> Result<Option<InquiryId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT id FROM inquiry WHERE number = ?1 ORDER BY place LIMIT 1")?
        .query_row([number.to_string()], |row| row.get(0).map(log::inquiry_id))
        .optional()?)
}

/// Counts the inquiries that are due to be indexed.
pub(crate) fn lag(connection: &Connection) -> Result<u64, StoreError> {
    schema::count(connection, "SELECT count(*) FROM to_index")
}

/// Puts an inquiry among those to be indexed where its entry was made of other texts.
pub(crate) fn queue_if_changed(
    connection: &Connection,
    place: i64,
    state: &Inquiry,
) -> Result<(), StoreError> {
    let indexed: Option<Vec<u8>> = connection
        .prepare_cached("SELECT texts FROM searched WHERE place = ?1")?
        .query_row([place], |row| row.get(0))
        .optional()?;
    if indexed.as_deref() != Some(text_ids(state).as_slice()) {
        queue(connection, place)?;
    }
    Ok(())
}

fn queue(connection: &Connection, place: i64) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO to_index (place) VALUES (?1)")?
        .execute([place])?;
    Ok(())
}

/// Gives the ids of the texts that an entry is made of, one after the other.
pub(crate) fn text_ids(state: &Inquiry) -> Vec<u8> {
    projection::shown_texts(state)
        .iter()
        .flat_map(|text| text.id.uuid().into_bytes())
        .collect()
}

/// Indexes inquiries as long as the time allows, one at least; tells whether any are left. In the order of their
/// places, which the index likes.
pub(crate) fn index(connection: &Connection, within: Duration) -> Result<bool, StoreError> {
    let begun = Instant::now();
    while let Some(place) = take_first(connection)? {
        purge(connection, place)?;
        insert(connection, place)?;
        if begun.elapsed() >= within {
            break;
        }
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM to_index)";
    Ok(connection
        .prepare_cached(sql)?
        .query_row([], |row| row.get(0))?)
}

/// Takes the first of the inquiries that are due to be indexed off the list.
fn take_first(connection: &Connection) -> Result<Option<i64>, StoreError> {
    Ok(connection
        .prepare_cached(
            "DELETE FROM to_index WHERE place = (SELECT min(place) FROM to_index) RETURNING place",
        )?
        .query_row([], |row| row.get(0))
        .optional()?)
}

fn insert(connection: &Connection, place: i64) -> Result<(), StoreError> {
    let row: Option<(InquiryId, String, i64)> = connection
        .prepare_cached("SELECT id, state, fold_version FROM inquiry WHERE place = ?1")?
        .query_row([place], |row| {
            Ok((row.get(0).map(log::inquiry_id)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let Some((id, state, version)) = row else {
        return Ok(());
    };
    let Some(state) = projection::state_of(connection, id, &state, version)? else {
        return Ok(());
    };
    let (number, texts) = (state.number.to_string(), text_ids(&state));
    let Tokens { threes, fewer } = entry(connection, &number, &texts)?;
    connection
        .prepare_cached("INSERT INTO search (rowid, threes, fewer) VALUES (?1, ?2, ?3)")?
        .execute((place, threes, fewer))?;
    connection
        .prepare_cached("INSERT INTO searched (place, number, texts) VALUES (?1, ?2, ?3)")?
        .execute((place, number, texts))?;
    Ok(())
}

/// Takes an inquiry's entry out of the index, so that no word of it is left there.
pub(crate) fn purge(connection: &Connection, place: i64) -> Result<(), StoreError> {
    let indexed: Option<(String, Vec<u8>)> = connection
        .prepare_cached("DELETE FROM searched WHERE place = ?1 RETURNING number, texts")?
        .query_row([place], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if let Some((number, texts)) = indexed {
        let Tokens { threes, fewer } = entry(connection, &number, &texts)?;
        connection
            .prepare_cached(
                "INSERT INTO search (search, rowid, threes, fewer) VALUES ('delete', ?1, ?2, ?3)",
            )?
            .execute((place, threes, fewer))?;
    }
    Ok(())
}

/// Takes an inquiry's entry out and puts the inquiry among those to be indexed.
pub(crate) fn purge_and_queue(connection: &Connection, id: InquiryId) -> Result<(), StoreError> {
    if let Some(place) = projection::place_of(connection, id)? {
        purge(connection, place)?;
        queue(connection, place)?;
    }
    Ok(())
}

/// Cuts the number and the texts of an entry.
fn entry(connection: &Connection, number: &str, texts: &[u8]) -> Result<Tokens, StoreError> {
    let mut parts = vec![number.to_owned()];
    for id in texts
        .chunks_exact(16)
        .filter_map(|bytes| Uuid::from_slice(bytes).ok())
    {
        if let Some(text) = personal::text(connection, PersonalId::new(id))? {
            push_searchable(&mut parts, text);
        }
    }
    Ok(tokens::tokens(parts.iter().map(String::as_str)))
}

/// Texts with parts are JSON objects: their strings count, but not what repeats the text in another form.
fn push_searchable(parts: &mut Vec<String>, text: String) {
    match serde_json::from_str(&text) {
        Ok(Value::Object(fields)) => {
            let told = fields
                .into_iter()
                .filter(|(name, _)| !matches!(name.as_str(), "html" | "links" | "repairs"));
            told.for_each(|(_, value)| push_strings(parts, value));
        }
        Ok(_) | Err(_) => parts.push(text),
    }
}

fn push_strings(parts: &mut Vec<String>, value: Value) {
    match value {
        Value::String(text) => parts.push(text),
        Value::Array(values) => values
            .into_iter()
            .for_each(|value| push_strings(parts, value)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {}
    }
}

/// Empties the index and puts every inquiry among those to be indexed.
pub(crate) fn start_anew(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "INSERT INTO search (search) VALUES ('delete-all');
         DELETE FROM searched;
         INSERT OR IGNORE INTO to_index (place) SELECT place FROM inquiry;",
    )?;
    schema::set_cache_version(connection, "tokens", TOKENS_VERSION)
}

/// Makes the index anew where an older program cut otherwise; called once after opening.
pub(crate) fn start_anew_if_stale(connection: &mut Connection) -> Result<(), StoreError> {
    if schema::cache_version(connection, "tokens")? == Some(TOKENS_VERSION) {
        return Ok(());
    }
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    start_anew(&transaction)?;
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests;
