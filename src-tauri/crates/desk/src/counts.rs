//! Counts of the record, kept as long as nothing is written: the answered inquiries are very many.

use store::RowFilter;

use crate::{Desk, DeskError};

/// What was counted, and up to where of the log that holds.
#[derive(Default)]
pub(crate) struct Counted {
    seq: i64,
    counts: Vec<(RowFilter, usize)>,
}

/// So many counts are kept; there are few filters in use at a time.
const MOST: usize = 64;

impl Counted {
    fn find(&self, seq: i64, filter: &RowFilter) -> Option<usize> {
        let mut counts = self.counts.iter().filter(|_| self.seq == seq);
        counts.find(|(of, _)| of == filter).map(|(_, count)| *count)
    }

    fn keep(&mut self, seq: i64, filter: &RowFilter, count: usize) {
        if self.seq != seq || self.counts.len() >= MOST {
            self.counts.clear();
        }
        self.seq = seq;
        self.counts.push((filter.clone(), count));
    }
}

impl Desk {
    /// Counts inquiries by the record itself.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be read.
    pub(crate) fn count(&self, filter: &RowFilter) -> Result<usize, DeskError> {
        let (seq, _) = self.reach();
        if let Some(count) = self.counted().find(seq, filter) {
            return Ok(count);
        }
        let (seq, count) = self
            .store()
            .read(|reader| Ok::<_, DeskError>((reader.last_seq()?, reader.count(filter)?)))?;
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        self.counted().keep(seq, filter, count);
        Ok(count)
    }
}
