//! Searching the whole record.

use std::sync::Arc;

use super::row::QueueRow;
use crate::{Desk, DeskError};

/// What a search found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The inquiries, newest first.
    pub rows: Vec<QueueRow>,
    /// How many texts the search does not know yet.
    pub lag: u64,
}

impl Desk {
    /// Finds inquiries of every state by number, subject, customer or text; several words must all be there.
    ///
    /// # Errors
    /// [`DeskError::Store`], or [`DeskError::Evaluate`] for a row outside the calendar's years.
    pub fn search(&self, query: &str, limit: usize) -> Result<Found, DeskError> {
        let (found, rows) = self.store().read(|reader| {
            let found = reader.search(query, limit)?;
            let mut rows = Vec::new();
            for id in &found.ids {
                rows.extend(reader.row(*id)?.map(Arc::new));
            }
            Ok::<_, DeskError>((found, rows))
        })?;
        let rows = self.evaluated(&rows, &self.rules(), self.now())?;
        Ok(Found {
            rows,
            lag: found.lag,
        })
    }
}
