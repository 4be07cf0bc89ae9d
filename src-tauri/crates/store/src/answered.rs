//! What is known of the answered inquiries for judging them again: very many, so that an index alone tells it.

use business_time::Instant;
use policy::ImpactLevel;
use rusqlite::types::Type;

use crate::{Reader, Row, StoreError, log};

/// An answered inquiry, as far as its verdict goes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Answered<'a> {
    /// Its place, by which [`Reader::row_at`] finds it.
    pub place: i64,
    /// The product family.
    pub product: &'a str,
    /// The receipt.
    pub received_at: Instant,
    /// From when the clock is reckoned.
    pub reckoned_from: Instant,
    /// The impact level.
    pub level: ImpactLevel,
    /// The first response.
    pub answered_at: Instant,
}

/// Named, so that no other index is taken that would lead to each row.
const EACH: &str = "
    SELECT place, product, received_at, reckoned_from, level, answered_at
    FROM inquiry INDEXED BY inquiry_judged
    WHERE answered_at IS NOT NULL AND level IS NOT NULL AND reckoned_from IS NOT NULL
        AND received_at >= ?1 AND received_at < ?2
    ORDER BY received_at";

impl Reader<'_> {
    /// Hands over each answered inquiry that was received from one instant on and before another, by receipt. The
    /// walk ends at the first error.
    ///
    /// # Errors
    /// What hinders the reading, and what the one who looks says.
    pub fn each_answered<E: From<StoreError>>(
        &self,
        from: Instant,
        before: Instant,
        each: &mut dyn FnMut(&Answered<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = |error: rusqlite::Error| E::from(StoreError::from(error));
        let mut statement = self.connection().prepare_cached(EACH).map_err(sql)?;
        let mut rows = statement
            .query([from.as_micros(), before.as_micros()])
            .map_err(sql)?;
        while let Some(row) = rows.next().map_err(sql)? {
            each(&answered(row).map_err(sql)?)?;
        }
        Ok(())
    }

    /// Gives the inquiry at a place with the texts that a list shows of it.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn row_at(&self, place: i64) -> Result<Option<Row>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT id FROM inquiry WHERE place = ?1")?;
        let mut rows = statement.query([place])?;
        match rows.next()? {
            Some(row) => self.row(log::inquiry_id(row.get(0)?)),
            None => Ok(None),
        }
    }
}

fn answered<'a>(row: &'a rusqlite::Row<'_>) -> rusqlite::Result<Answered<'a>> {
    let level = row.get_ref(4)?.as_str()?;
    Ok(Answered {
        place: row.get(0)?,
        product: row.get_ref(1)?.as_str()?,
        received_at: Instant::from_micros(row.get(2)?),
        reckoned_from: Instant::from_micros(row.get(3)?),
        level: level.parse().map_err(|unknown| {
            rusqlite::Error::FromSqlConversionFailure(4, Type::Text, Box::new(unknown))
        })?,
        answered_at: Instant::from_micros(row.get(5)?),
    })
}
