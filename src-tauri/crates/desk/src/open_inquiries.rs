//! The inquiries that somebody still has to do with, in memory.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use inquiry::{Inquiry, InquiryId, Status};
use store::{Row, RowFilter, RowOrder, Store, StoreError, Which};

use crate::DeskError;

/// The inquiries that wait for a first response or for us again, and those with a next contact to come. A cache: fed
/// only from the record, and rebuilt whole when the desk opens.
#[derive(Default)]
pub(crate) struct OpenInquiries {
    rows: BTreeMap<InquiryId, Arc<Row>>,
}

impl OpenInquiries {
    /// Reads them from the record, by two readers at once: reading their states is most of the work of an opening.
    /// What is written between the two beginnings stands in the log after the place up to which the desk reaches.
    pub fn load(store: &Store) -> Result<Self, DeskError> {
        let half = store.read(|reader| reader.count(&RowFilter::of(Which::NeedsUs)))? / 2;
        let half = usize::try_from(half).unwrap_or(usize::MAX);
        let rows = thread::scope(|scope| {
            let newer = scope.spawn(|| {
                let mut rows = read(store, Which::NeedsUs, half, usize::MAX)?;
                rows.extend(read(store, Which::AnsweredNotCompleted, 0, usize::MAX)?);
                Ok::<_, StoreError>(rows)
            });
            let mut rows = read(store, Which::NeedsUs, 0, half)?;
            rows.extend(newer.join().unwrap_or_else(|panic| resume_unwind(panic))?);
            Ok::<_, StoreError>(rows)
        })?;
        let kept = rows.into_iter().filter(|row| belongs(&row.inquiry));
        Ok(Self {
            rows: kept.map(|row| (row.inquiry.id, Arc::new(row))).collect(),
        })
    }

    /// Reads the inquiries that changed anew.
    pub fn refresh(&mut self, store: &Store, changed: &[InquiryId]) -> Result<(), DeskError> {
        for id in changed {
            let row = store.read(|reader| reader.row(*id))?;
            match row.filter(|row| belongs(&row.inquiry)) {
                Some(row) => self.rows.insert(*id, Arc::new(row)),
                None => self.rows.remove(id),
            };
        }
        Ok(())
    }

    /// Gives them all, by id.
    pub fn rows(&self) -> impl Iterator<Item = &Arc<Row>> {
        self.rows.values()
    }
}

fn read(store: &Store, which: Which, from: usize, most: usize) -> Result<Vec<Row>, StoreError> {
    store.read(|reader| reader.rows(&RowFilter::of(which), RowOrder::default(), from, most))
}

fn belongs(inquiry: &Inquiry) -> bool {
    inquiry.needs_us() || (inquiry.next_contact.is_some() && inquiry.status != Status::Completed)
}
