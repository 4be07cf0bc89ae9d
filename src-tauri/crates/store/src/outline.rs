//! What reports count: a narrow row of its own for each inquiry.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::Arc;

use business_time::{BusinessDuration, Instant};
use inquiry::{Actor, Customer, Inquiry, InquiryId, Outline, OutlinedResponse, PersonalId};
use policy::ProductId;
use rusqlite::types::{FromSql, Type};
use rusqlite::{Connection, Params, Row, named_params};
use uuid::Uuid;

use crate::{StoreError, personal, projection};

/// An inquiry as far as figures go, with the name of its customer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutlineRow {
    /// The inquiry.
    pub outline: Outline,
    /// The customer's company, else the person, else the address; empty where unknown or erased.
    pub customer: Arc<str>,
}

const UPSERT: &str = "
    INSERT OR REPLACE INTO outline (place, id, number, product, plan, channel, received_at, reckoned_from, level,
        level_was_wrong, situation_changed, cause, assignee, taken_up_at, customer, customer_name, responded_at, responder,
        response, after_the_fact, verdict, target_at, limit_at, business_taken, calendar, ended, brought_back, sample)
    VALUES (:place, :id, :number, :product, :plan, :channel, :received_at, :reckoned_from, :level,
        :level_was_wrong, :situation_changed, :cause, :assignee, :taken_up_at, :customer, :customer_name, :responded_at,
        :responder, :response, :after_the_fact, :verdict, :target_at, :limit_at, :business_taken, :calendar, :ended,
        :brought_back, :sample)";

/// Writes the row that follows from a state.
pub(crate) fn write(
    connection: &Connection,
    place: i64,
    state: &Inquiry,
) -> Result<(), StoreError> {
    let it = state.outline();
    let response = it.response.as_ref();
    connection.prepare_cached(UPSERT)?.execute(named_params! {
        ":place": place,
        ":id": it.id.uuid().into_bytes(),
        ":number": it.number.to_string(),
        ":product": it.product.as_str(),
        ":plan": it.plan.as_str(),
        ":channel": it.channel.as_str(),
        ":received_at": it.received_at.as_micros(),
        ":reckoned_from": it.reckoned_from.as_micros(),
        ":level": it.level.map(policy::ImpactLevel::as_str),
        ":level_was_wrong": it.level_was_wrong,
        ":situation_changed": it.situation_changed,
        ":cause": it.cause.map(policy::Cause::as_str),
        ":assignee": it.assignee.as_ref().map(Actor::as_str),
        ":taken_up_at": it.taken_up_at.map(Instant::as_micros),
        ":customer": it.customer.uuid().into_bytes(),
        ":customer_name": name(connection, it.customer)?,
        ":responded_at": response.map(|it| it.at.as_micros()),
        ":responder": response.map(|it| it.by.as_str()),
        ":response": response.map(|it| it.kind.as_str()),
        ":after_the_fact": response.map(|it| it.after_the_fact),
        ":verdict": response.map(|it| it.verdict.as_str()),
        ":target_at": response.map(|it| it.target.as_micros()),
        ":limit_at": response.map(|it| it.limit.as_micros()),
        ":business_taken": response.map(|it| it.business_taken.as_micros()),
        ":calendar": response.map(|it| &*it.calendar),
        ":ended": it.ended.map(policy::EndKind::as_str),
        ":brought_back": it.brought_back,
        ":sample": it.sample,
    })?;
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

/// Tells whether an inquiry's row is the one that follows from its state; one that cannot be read is not.
pub(crate) fn agrees(connection: &Connection, state: &Inquiry) -> Result<bool, StoreError> {
    let expected = OutlineRow {
        outline: state.outline(),
        customer: name(connection, state.customer.id)?.into(),
    };
    match kept(connection, state.id) {
        Ok(kept) => Ok(kept == Some(expected)),
        Err(rusqlite::Error::FromSqlConversionFailure(..)) => Ok(false),
        Err(error) => Err(error.into()),
    }
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

const SELECT: &str = "
    SELECT id, number, product, plan, channel, received_at, reckoned_from, level, level_was_wrong, situation_changed, cause,
        assignee, taken_up_at, customer, customer_name, responded_at, responder, response, after_the_fact, verdict, target_at,
        limit_at, business_taken, calendar, ended, brought_back, sample
    FROM outline";

/// Tells every row, by receipt.
pub(crate) fn each(
    connection: &Connection,
    told: impl FnMut(OutlineRow),
) -> Result<(), StoreError> {
    tell(connection, &format!("{SELECT} ORDER BY place"), [], told)
}

/// Tells what is open, and all that was received from an instant on.
pub(crate) fn open_or_since(
    connection: &Connection,
    from: Instant,
    told: impl FnMut(OutlineRow),
) -> Result<(), StoreError> {
    const OPEN: &str = "responded_at IS NULL AND ended IS NULL";
    // No place comes before the second of its receipt.
    let place = from.as_micros().div_euclid(1_000_000);
    let sql = format!(
        "{SELECT} WHERE {OPEN} UNION ALL {SELECT} WHERE place >= ?1 AND received_at >= ?2 AND NOT ({OPEN})"
    );
    tell(connection, &sql, (place, from.as_micros()), told)
}

fn tell(
    connection: &Connection,
    sql: &str,
    values: impl Params,
    mut told: impl FnMut(OutlineRow),
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    let mut names = Names::default();
    while let Some(row) = rows.next()? {
        told(Columns { row, at: 0 }.outline(&mut names)?);
    }
    Ok(())
}

/// Reads the row of an inquiry; none where its receipt no longer counts.
pub(crate) fn of(connection: &Connection, id: InquiryId) -> Result<Option<OutlineRow>, StoreError> {
    Ok(kept(connection, id)?)
}

fn kept(connection: &Connection, id: InquiryId) -> rusqlite::Result<Option<OutlineRow>> {
    let sql = format!("{SELECT} WHERE place = (SELECT place FROM inquiry WHERE id = ?1)");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([id.uuid().into_bytes()])?;
    let read = |row| Columns { row, at: 0 }.outline(&mut Names::default());
    rows.next()?.map(read).transpose()
}

/// The names that many rows share, each held once.
#[derive(Default)]
struct Names {
    products: HashMap<String, ProductId>,
    actors: HashMap<String, Actor>,
    others: HashMap<String, Arc<str>>,
}

/// Gives what a name stands for, made once.
fn known<T: Clone, E>(
    names: &mut HashMap<String, T>,
    name: &str,
    make: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, E> {
    if let Some(known) = names.get(name) {
        return Ok(known.clone());
    }
    let made = make(name)?;
    names.insert(name.to_owned(), made.clone());
    Ok(made)
}

/// A row that is read column by column.
struct Columns<'a, 'stmt> {
    row: &'a Row<'stmt>,
    at: usize,
}

impl Columns<'_, '_> {
    fn outline(mut self, names: &mut Names) -> rusqlite::Result<OutlineRow> {
        let id = InquiryId::new(self.uuid()?);
        let number = self.word()?;
        let product = self.text(|name| known(&mut names.products, name, ProductId::new))?;
        let (plan, channel) = (self.word()?, self.word()?);
        let (received_at, reckoned_from) = (self.instant()?, self.instant()?);
        let level = self.word_if()?;
        let (level_was_wrong, situation_changed) = (self.next()?, self.next()?);
        let cause = self.word_if()?;
        let assignee = self.actor(names)?;
        let taken_up_at = self.instant_if()?;
        let customer = PersonalId::new(self.uuid()?);
        let customer_name = self.name(names)?.unwrap_or_default();
        let response = self.response(names)?;
        let outline = Outline {
            id,
            number,
            product,
            plan,
            channel,
            received_at,
            reckoned_from,
            level,
            level_was_wrong,
            situation_changed,
            cause,
            assignee,
            taken_up_at,
            customer,
            response,
            ended: self.word_if()?,
            brought_back: self.next()?,
            sample: self.next()?,
        };
        Ok(OutlineRow {
            outline,
            customer: customer_name,
        })
    }

    fn response(&mut self, names: &mut Names) -> rusqlite::Result<Option<OutlinedResponse>> {
        /// How many columns tell of the first response.
        const COLUMNS: usize = 9;
        let end = self.at + COLUMNS;
        let Some(at) = self.instant_if()? else {
            self.at = end;
            return Ok(None);
        };
        Ok(Some(OutlinedResponse {
            at,
            by: self.actor(names)?.unwrap_or_else(|| Actor::new("")),
            kind: self.word()?,
            after_the_fact: self.next()?,
            verdict: self.word()?,
            target: self.instant()?,
            limit: self.instant()?,
            business_taken: BusinessDuration::from_micros(self.next()?),
            calendar: self.name(names)?.unwrap_or_default(),
        }))
    }

    fn next<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        let value = self.row.get(self.at);
        self.at += 1;
        value
    }

    fn uuid(&mut self) -> rusqlite::Result<Uuid> {
        self.next().map(Uuid::from_bytes)
    }

    fn instant(&mut self) -> rusqlite::Result<Instant> {
        self.next().map(Instant::from_micros)
    }

    fn instant_if(&mut self) -> rusqlite::Result<Option<Instant>> {
        let micros: Option<i64> = self.next()?;
        Ok(micros.map(Instant::from_micros))
    }

    fn actor(&mut self, names: &mut Names) -> rusqlite::Result<Option<Actor>> {
        let make = |name: &str| Ok::<_, Never>(Actor::new(name));
        self.text_if(|name| known(&mut names.actors, name, make))
    }

    fn name(&mut self, names: &mut Names) -> rusqlite::Result<Option<Arc<str>>> {
        let make = |name: &str| Ok::<_, Never>(name.into());
        self.text_if(|name| known(&mut names.others, name, make))
    }

    fn word<T: FromStr<Err: Error>>(&mut self) -> rusqlite::Result<T> {
        self.text(str::parse)
    }

    fn word_if<T: FromStr<Err: Error>>(&mut self) -> rusqlite::Result<Option<T>> {
        self.text_if(str::parse)
    }

    fn text<T, E: Error>(
        &mut self,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> rusqlite::Result<T> {
        let at = self.at;
        self.at += 1;
        let text = self.row.get_ref(at)?.as_str()?;
        read(text).map_err(|error| unreadable(at, error))
    }

    fn text_if<T, E: Error>(
        &mut self,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> rusqlite::Result<Option<T>> {
        let at = self.at;
        self.at += 1;
        let text = self.row.get_ref(at)?.as_str_or_null()?;
        let value = text.map(read).transpose();
        value.map_err(|error| unreadable(at, error))
    }
}

/// Why a column cannot be read.
trait Error: std::error::Error + Send + Sync + 'static {}

impl<E: std::error::Error + Send + Sync + 'static> Error for E {}

/// What making a name out of any text ends with: nothing can hinder it.
type Never = std::convert::Infallible;

fn unreadable(at: usize, error: impl Error) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Null, Box::new(error))
}
