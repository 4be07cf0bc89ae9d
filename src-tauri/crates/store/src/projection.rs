//! The projection: one row an inquiry, folded whole at each write.

use business_time::Instant;
use inquiry::{Event, Inquiry, InquiryId, PersonalRef};
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::Serialize;

use crate::{StoreError, log, outline, schema, search};

/// Counts up whenever the fold or the shape of the state changes, so that old rows are folded again.
pub(crate) const FOLD_VERSION: i64 = 5;

/// Folds an inquiry from the log and writes what follows from it.
pub(crate) fn refold(connection: &Connection, id: InquiryId) -> Result<(), StoreError> {
    let events = log::of_inquiry(connection, id, None)?;
    let place = place_of(connection, id)?;
    match log::fold(id, events.iter().map(|(_, event)| event)) {
        Some(state) => write(connection, place, &state, &events),
        None => place.map_or(Ok(()), |place| remove(connection, place)),
    }
}

fn write(
    connection: &Connection,
    place: Option<i64>,
    state: &Inquiry,
    events: &[(i64, Event)],
) -> Result<(), StoreError> {
    let place = match place {
        Some(place) => place,
        None => free_place(connection, state.received_at)?,
    };
    write_row(connection, place, state, events)?;
    write_messages(connection, place, state)?;
    outline::write(connection, place, state)?;
    search::queue_if_changed(connection, place, state)
}

fn write_row(
    connection: &Connection,
    place: i64,
    state: &Inquiry,
    events: &[(i64, Event)],
) -> Result<(), StoreError> {
    connection.prepare_cached(UPSERT)?.execute(named_params! {
        ":place": place,
        ":id": state.id.uuid().into_bytes(),
        ":number": state.number.to_string(),
        ":received_at": state.received_at.as_micros(),
        ":open": state.is_open(),
        ":needs_us": state.needs_us(),
        ":answered_at": state.first_response.as_ref().map(|first| first.response.at.as_micros()),
        ":ended_at": state.ended.as_ref().map(|ended| ended.at.as_micros()),
        ":touched_at": touched_at(events),
        ":product": word(&state.product)?,
        ":plan": word(&state.plan)?,
        ":channel": word(&state.channel)?,
        ":level": state.level.as_ref().map(|it| word(&it.level)).transpose()?,
        ":kind": state.kind.as_ref().map(word).transpose()?,
        ":status": word(&state.status)?,
        ":assignee": state.assignee.as_ref().map(inquiry::Actor::as_str),
        ":sample": state.sample,
        ":subject": state.subject.id.uuid().into_bytes(),
        ":customer": state.customer.id.uuid().into_bytes(),
        ":state": serde_json::to_string(state)?,
        ":fold_version": FOLD_VERSION,
        ":applied_seq": events.last().map_or(0, |(seq, _)| *seq),
    })?;
    Ok(())
}

const UPSERT: &str = "
    INSERT INTO inquiry (place, id, number, received_at, open, needs_us, answered_at, ended_at, touched_at, product,
        plan, channel, level, kind, status, assignee, sample, subject, customer, state, fold_version, applied_seq)
    VALUES (:place, :id, :number, :received_at, :open, :needs_us, :answered_at, :ended_at, :touched_at, :product,
        :plan, :channel, :level, :kind, :status, :assignee, :sample, :subject, :customer, :state, :fold_version,
        :applied_seq)
    ON CONFLICT (place) DO UPDATE SET number = excluded.number, received_at = excluded.received_at,
        open = excluded.open, needs_us = excluded.needs_us, answered_at = excluded.answered_at,
        ended_at = excluded.ended_at, touched_at = excluded.touched_at, product = excluded.product,
        plan = excluded.plan, channel = excluded.channel, level = excluded.level, kind = excluded.kind,
        status = excluded.status, assignee = excluded.assignee, sample = excluded.sample,
        subject = excluded.subject, customer = excluded.customer, state = excluded.state,
        fold_version = excluded.fold_version, applied_seq = excluded.applied_seq";

/// Gives the latest instant at which one of the events was recorded: before it, the state was another.
pub(crate) fn touched_at(events: &[(i64, Event)]) -> i64 {
    events
        .iter()
        .map(|(_, event)| event.recorded_at.as_micros())
        .max()
        .unwrap_or(i64::MIN)
}

/// Gives the word by which a plain value goes in JSON.
pub(crate) fn word(value: &impl Serialize) -> Result<String, StoreError> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Ok(other.to_string()),
    }
}

fn write_messages(connection: &Connection, place: i64, state: &Inquiry) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM message WHERE inquiry = ?1")?
        .execute([place])?;
    let mut insert = connection.prepare_cached(
        "INSERT OR IGNORE INTO message (inquiry, id, key, content) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for message in &state.messages {
        let key = message.key.as_ref().map(|key| key.0.as_str());
        insert.execute((place, message.id.uuid().into_bytes(), key, &message.content))?;
    }
    Ok(())
}

/// Takes an inquiry out whose receipt no longer counts.
fn remove(connection: &Connection, place: i64) -> Result<(), StoreError> {
    search::purge(connection, place)?;
    connection
        .prepare_cached("DELETE FROM to_index WHERE place = ?1")?
        .execute([place])?;
    connection
        .prepare_cached("DELETE FROM inquiry WHERE place = ?1")?
        .execute([place])?;
    Ok(())
}

pub(crate) fn place_of(connection: &Connection, id: InquiryId) -> Result<Option<i64>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT place FROM inquiry WHERE id = ?1")?
        .query_row([id.uuid().into_bytes()], |row| row.get(0))
        .optional()?)
}

/// Finds a place for a receipt: its second, or a free one in a window behind it that doubles at each try.
fn free_place(connection: &Connection, received_at: Instant) -> Result<i64, StoreError> {
    let second = received_at.as_micros().div_euclid(1_000_000);
    let mut taken = connection.prepare_cached("SELECT 1 FROM inquiry WHERE place = ?1")?;
    let mut place = second;
    let mut window = 1_i64;
    while taken.exists([place])? {
        window = window.saturating_mul(2).min(1 << 40);
        place = second + rand::random_range(0..window);
    }
    Ok(place)
}

/// Reads the state of an inquiry: from its row, or folded again where the row is older than the fold.
pub(crate) fn state(connection: &Connection, id: InquiryId) -> Result<Option<Inquiry>, StoreError> {
    let row: Option<(String, i64)> = connection
        .prepare_cached("SELECT state, fold_version FROM inquiry WHERE id = ?1")?
        .query_row([id.uuid().into_bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    match row {
        Some((state, version)) => state_of(connection, id, &state, version),
        None => Ok(None),
    }
}

/// Takes a row's JSON as the state, or folds again where the row is older than the fold.
pub(crate) fn state_of(
    connection: &Connection,
    id: InquiryId,
    state: &str,
    fold_version: i64,
) -> Result<Option<Inquiry>, StoreError> {
    if fold_version == FOLD_VERSION {
        return Ok(Some(serde_json::from_str(state)?));
    }
    state_as_of(connection, id, None)
}

/// Folds an inquiry from the log as it was known at an instant.
pub(crate) fn state_as_of(
    connection: &Connection,
    id: InquiryId,
    until: Option<Instant>,
) -> Result<Option<Inquiry>, StoreError> {
    let events = log::of_inquiry(connection, id, until)?;
    Ok(log::fold(id, events.iter().map(|(_, event)| event)))
}

/// Gives the erasable texts that the state shows, in a fixed order.
pub(crate) fn shown_texts(state: &Inquiry) -> Vec<&PersonalRef> {
    let first = state.first_response.iter().map(|first| &first.response);
    let responses = first.chain(state.replies.iter().map(|reply| &reply.response));
    [&state.subject, &state.customer]
        .into_iter()
        .chain(state.messages.iter().map(|message| &message.text))
        .chain(state.notes.iter().map(|note| &note.text))
        .chain(responses.flat_map(|response| response.text.iter().chain(&response.why)))
        .chain(state.level.iter().flat_map(|level| &level.note))
        .chain(state.cause.iter().flat_map(|cause| &cause.note))
        .chain(state.next_contact.iter().flat_map(|contact| &contact.note))
        .chain(&state.status_reason)
        .chain(state.ended.iter().map(|ended| &ended.reason))
        .collect()
}

/// Folds every row again that an older program folded; called once after opening.
pub(crate) fn refold_stale(connection: &mut Connection) -> Result<(), StoreError> {
    if schema::cache_version(connection, "fold")? == Some(FOLD_VERSION) {
        return Ok(());
    }
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let stale: Vec<InquiryId> = transaction
        .prepare("SELECT id FROM inquiry WHERE fold_version <> ?1")?
        .query_map([FOLD_VERSION], |row| row.get(0).map(log::inquiry_id))?
        .collect::<Result<_, _>>()?;
    for id in stale {
        refold(&transaction, id)?;
    }
    schema::set_cache_version(&transaction, "fold", FOLD_VERSION)?;
    Ok(transaction.commit()?)
}
