//! The inquiries that somebody still has to do with, in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

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
    /// Reads them from the record.
    pub fn load(store: &Store) -> Result<Self, DeskError> {
        let rows = store.read(|reader| {
            let all =
                |which| reader.rows(&RowFilter::of(which), RowOrder::default(), 0, usize::MAX);
            let mut rows = all(Which::NeedsUs)?;
            rows.extend(all(Which::AnsweredInWork)?);
            Ok::<_, StoreError>(rows)
        })?;
        let kept = rows.into_iter().filter(|row| belongs(&row.inquiry));
        Ok(Self {
            rows: kept
                .map(|row| (row.inquiry.id, Arc::new(lean(row))))
                .collect(),
        })
    }

    /// Reads the inquiries that changed anew.
    pub fn refresh(&mut self, store: &Store, changed: &[InquiryId]) -> Result<(), DeskError> {
        for id in changed {
            let row = store.read(|reader| reader.row(*id))?;
            match row.filter(|row| belongs(&row.inquiry)) {
                Some(row) => self.rows.insert(*id, Arc::new(lean(row))),
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

/// Gives back the room that lists were read into: most hold one entry, and were made for four.
fn lean(mut row: Row) -> Row {
    let Inquiry {
        messages,
        notes,
        replies,
        links,
        ..
    } = &mut row.inquiry;
    messages.shrink_to_fit();
    notes.shrink_to_fit();
    replies.shrink_to_fit();
    links.shrink_to_fit();
    row
}

fn belongs(inquiry: &Inquiry) -> bool {
    inquiry.needs_us() || (inquiry.next_contact.is_some() && inquiry.status != Status::Completed)
}
