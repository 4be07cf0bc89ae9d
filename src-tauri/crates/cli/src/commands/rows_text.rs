//! Rows for people.

use desk::QueueRow;
use policy::Band;

use crate::i18n::Words;
use crate::table::{Column, Table};
use crate::tongue::{Tongue, span};

/// The most places that a subject takes.
const SUBJECT: usize = 40;
/// The most places that a customer takes.
const CUSTOMER: usize = 28;

/// Writes rows as a table.
pub fn rows(rows: &[QueueRow], tongue: &Tongue) -> String {
    let mut table = Table::new(columns(tongue.words));
    for row in rows {
        table.add(cells(row, tongue));
    }
    table.text()
}

/// Gives a band's word with its shape: colour is never the only sign, and a terminal may have none.
pub fn band(band: Band, words: &Words) -> String {
    let shape = match band {
        Band::Breach => '■',
        Band::Late => '▲',
        Band::Urgent => '●',
        Band::Soon => '◐',
        Band::Fine => '○',
        Band::Waiting => '◌',
        Band::Answered => '✓',
        Band::Ended => '–',
    };
    format!("{shape} {}", (words.field.band)(band))
}

fn columns(words: &Words) -> Vec<Column> {
    let label = &words.label;
    vec![
        Column::left(label.band),
        Column::right(label.left),
        Column::left(label.target),
        Column::left(label.number),
        Column::left(label.level),
        Column::left(label.product),
        Column::left(label.subject).at_most(SUBJECT),
        Column::left(label.customer).at_most(CUSTOMER),
        Column::left(label.assignee),
        Column::left(label.status),
    ]
}

fn cells(row: &QueueRow, tongue: &Tongue) -> Vec<String> {
    let (inquiry, field) = (row.inquiry(), &tongue.words.field);
    let level = inquiry.level.as_ref().map(|it| (field.level)(it.level));
    let assignee = inquiry.assignee.as_ref().map(ToString::to_string);
    let status = match inquiry.needs_reply_since {
        Some(_) => field.needs_reply,
        None => (field.status)(inquiry.status),
    };
    vec![
        band(row.band(), tongue.words),
        span(row.evaluation.business_left),
        tongue.moment(row.evaluation.target),
        inquiry.number.to_string(),
        level.unwrap_or(field.no_level).to_owned(),
        tongue.product(&inquiry.product),
        row.row.subject.clone(),
        row.row.customer.line(),
        assignee.unwrap_or_else(|| field.unassigned.to_owned()),
        status.to_owned(),
    ]
}
