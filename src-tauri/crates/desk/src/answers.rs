//! Pages of the answered inquiries, which may be very many: a far page begins at a mark near it, and not at the first.

use store::{AnswerMark, Reader, Row, RowFilter};

use crate::{Desk, DeskError};

/// Marks in the order of the answers of one filter, kept as long as nothing is written.
#[derive(Default)]
pub(crate) struct Marks {
    /// Up to where of the log they hold.
    seq: i64,
    filter: RowFilter,
    /// Each so many answers behind the one before.
    marks: Vec<AnswerMark>,
}

/// How many answers lie between two marks.
const STRIDE: usize = 1_000;

impl Marks {
    /// Finds the last mark before a row, and how far behind it the row is; sets the marks on the way to it.
    fn find(
        &mut self,
        reader: &Reader<'_>,
        filter: &RowFilter,
        offset: usize,
        stride: usize,
    ) -> Result<(Option<AnswerMark>, usize), DeskError> {
        let seq = reader.last_seq()?;
        if self.seq != seq || self.filter != *filter {
            *self = Self {
                seq,
                filter: filter.clone(),
                marks: Vec::new(),
            };
        }
        let wanted = offset / stride;
        while self.marks.len() < wanted {
            match reader.answer_mark(filter, self.marks.last().copied(), stride)? {
                Some(mark) => self.marks.push(mark),
                None => break,
            }
        }
        let before = wanted.min(self.marks.len());
        let mark = before.checked_sub(1).and_then(|at| self.marks.get(at));
        Ok((mark.copied(), offset - before * stride))
    }
}

impl Desk {
    /// Reads a page of the answered, the newest answer first.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be read.
    pub(crate) fn answers(
        &self,
        filter: &RowFilter,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<Row>, DeskError> {
        self.store().read(|reader| {
            let (mark, offset) = self.marks().find(reader, filter, offset, STRIDE)?;
            Ok(reader.answers(filter, mark, offset, limit)?)
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::sync::Arc;

    use store::{RowOrder, Which};

    use super::*;
    use crate::{Call, SystemClock};

    #[test]
    fn a_page_that_begins_at_a_mark_is_the_page_that_was_counted_off() {
        let desk = Desk::in_memory(Arc::new(SystemClock)).unwrap();
        desk.add_sample(&Call::of_the_desk()).unwrap();
        let filter = RowFilter::of(Which::Answered);
        let read = |marks: &mut Marks, offset, stride| {
            desk.store().read(|reader| {
                let (mark, rest) = marks.find(reader, &filter, offset, stride)?;
                assert!(rest < stride || mark.is_some(), "far from every mark");
                let page = reader.answers(&filter, mark, rest, 3)?;
                let plain = reader.rows(&filter, RowOrder::NewestAnswer, offset, 3)?;
                Ok::<_, DeskError>((page, plain))
            })
        };
        let count = desk.count(&filter).unwrap();
        assert!(count > 4, "the sample has too few answers");
        for stride in [1, 2, 3, count] {
            let mut marks = Marks::default();
            for offset in (0..count + 3).chain((0..count).rev()) {
                let (page, plain) = read(&mut marks, offset, stride).unwrap();
                assert_eq!(page, plain, "from {offset}, a mark each {stride}");
            }
        }
    }
}
