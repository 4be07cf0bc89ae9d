//! What a table tells of one inquiry.

use business_time::{BusinessDuration, Instant};

use crate::{Cell, Column, Dimension, Entry, Word};

/// The columns that tell of one inquiry.
pub const INQUIRY_COLUMNS: [Column; 14] = [
    Column::Named("number"),
    Column::Named("product"),
    Column::Named("level"),
    Column::Named("channel"),
    Column::Named("customer"),
    Column::Named("agent"),
    Column::Named("received_at"),
    Column::Named("target"),
    Column::Named("limit"),
    Column::Named("answered_at"),
    Column::Named("standing"),
    Column::Named("business_taken"),
    Column::Named("overrun"),
    Column::Named("cause"),
];

/// Gives the cells that tell of one inquiry as of an instant, in the order of [`INQUIRY_COLUMNS`].
#[must_use]
pub fn inquiry_cells(entry: &Entry, as_of: Instant) -> Vec<Cell> {
    let outline = &entry.outline;
    let at = |at: Option<Instant>| at.map_or(Cell::Nothing, Cell::At);
    let time = |time: Option<BusinessDuration>| time.map_or(Cell::Nothing, Cell::Time);
    let level = outline
        .level
        .map_or(Word::Without(Dimension::Level), Word::Level);
    vec![
        Cell::Text(outline.number.to_string()),
        Cell::Word(Word::Product(outline.product.clone())),
        Cell::Word(level),
        Cell::Word(Word::Channel(outline.channel)),
        named(Dimension::Customer, entry),
        named(Dimension::Agent, entry),
        Cell::At(outline.received_at),
        at(entry.due.map(|due| due.target)),
        at(entry.due.map(|due| due.limit)),
        at(outline.response.as_ref().map(|it| it.at)),
        Cell::Word(Word::Standing(entry.standing(as_of))),
        time(entry.taken()),
        time(entry.overrun),
        cause(entry, as_of),
    ]
}

fn cause(entry: &Entry, as_of: Instant) -> Cell {
    match (entry.standing(as_of).is_missed(), entry.outline.cause) {
        (false, _) => Cell::Nothing,
        (true, Some(cause)) => Cell::Word(Word::Cause(cause)),
        (true, None) => Cell::Word(Word::Without(Dimension::Cause)),
    }
}

fn named(dimension: Dimension, entry: &Entry) -> Cell {
    dimension
        .of(entry)
        .map_or(Cell::Word(Word::Without(dimension)), |name| {
            Cell::Text(name.to_owned())
        })
}
