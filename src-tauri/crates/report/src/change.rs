//! What became of an inquiry's part in a report since it was signed off.

use business_time::Instant;
use inquiry::{InquiryId, Number};

use crate::{Cell, Column, Entry, INQUIRY_COLUMNS, Part, Selection, inquiry_cells};

/// An inquiry that counts otherwise than it did.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// The inquiry.
    pub id: InquiryId,
    /// Its number.
    pub number: Number,
    /// How it counts otherwise.
    pub turned: Turned,
}

/// How an inquiry counts otherwise.
#[derive(Clone, PartialEq, Debug)]
pub enum Turned {
    /// It was not counted and is now.
    CameIn,
    /// It was counted and is no longer.
    FellOut,
    /// It is counted, and something of it is another.
    Differs(Vec<FieldChange>),
}

/// Something of an inquiry that is another than it was.
#[derive(Clone, PartialEq, Debug)]
pub struct FieldChange {
    /// What, by the code of its column or part.
    pub field: &'static str,
    /// What it was.
    pub from: Cell,
    /// What it is.
    pub to: Cell,
}

/// What can be erased is no part of the figures.
const ERASABLE: Column = Column::Named("customer");

/// The parts that no column of an inquiry tells of.
const UNSEEN: [Part; 6] = [
    Part::CarriedOver,
    Part::BroughtBack,
    Part::LevelWasWrong,
    Part::SituationChanged,
    Part::AfterTheFact,
    Part::OutOfScope,
];

/// Compares how an inquiry counted with how it counts, both judged as of the same instant, so that the mere passing of
/// time is no change; nothing where it counts as it did, or was and is outside the selection.
#[must_use]
pub fn change(
    before: Option<&Entry>,
    after: Option<&Entry>,
    selection: &Selection,
    as_of: Instant,
) -> Option<Change> {
    let counted = |entry: &&Entry| selection.selects(entry);
    let any = before.or(after)?;
    let turned = match (before.filter(counted), after.filter(counted)) {
        (None, None) => return None,
        (None, Some(_)) => Turned::CameIn,
        (Some(_), None) => Turned::FellOut,
        (Some(before), Some(after)) => {
            let changes = differing(before, after, as_of);
            if changes.is_empty() {
                return None;
            }
            Turned::Differs(changes)
        }
    };
    Some(Change {
        id: any.outline.id,
        number: any.outline.number,
        turned,
    })
}

fn differing(before: &Entry, after: &Entry, as_of: Instant) -> Vec<FieldChange> {
    let cells = inquiry_cells(before, as_of)
        .into_iter()
        .zip(inquiry_cells(after, as_of));
    let seen = INQUIRY_COLUMNS.into_iter().zip(cells);
    let seen = seen.filter_map(|(column, (from, to))| match column {
        Column::Named(field) if column != ERASABLE => Some(FieldChange { field, from, to }),
        Column::Named(_) | Column::Hour(_) | Column::UpTo(_) => None,
    });
    let held = |entry: &Entry, part: Part| {
        Cell::Count(u32::from(part.holds(entry, entry.standing(as_of))))
    };
    let unseen = UNSEEN.into_iter().map(|part| FieldChange {
        field: part.as_str(),
        from: held(before, part),
        to: held(after, part),
    });
    seen.chain(unseen).filter(|it| it.from != it.to).collect()
}
