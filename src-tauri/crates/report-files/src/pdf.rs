//! Pages to print: the figures, the pictures, and what was missed as a table whose heads are repeated.

mod marks;
mod pictures;
mod sheet;

use std::io::Write;

use report::{Cell, Part, Report, Table};

use crate::told::{days, percent};
use crate::{FileError, Progress, Reader, conditions};
use marks::{Colour, Pages, Shape};
use sheet::Sheet;

/// How many inquiries are listed; the rest is counted.
const MOST_ROWS: usize = 2_000;

pub(crate) fn write(
    report: &Report<'_>,
    reader: &Reader,
    out: &mut (dyn Write + Send),
    progress: Progress<'_>,
) -> Result<(), FileError> {
    let mut pages = Pages::new()?;
    cover(&mut pages, report, reader);
    pictures::draw(&mut pages, report, reader);
    let mut tables = report.tables();
    let missed = tables.pop();
    for table in tables.iter().filter(|it| it.name.starts_with("by_")) {
        whole(&mut pages, table, reader);
    }
    if !progress(0, 1) {
        return Err(FileError::CalledOff);
    }
    if let Some(missed) = missed {
        listed(&mut pages, &missed, reader);
    }
    if !progress(1, 1) {
        return Err(FileError::CalledOff);
    }
    let words = reader.language.words();
    let bytes = pages.finish(words.title, words.page)?;
    Ok(out.write_all(&bytes)?)
}

/// The first page: what the report is about, the share of kept policies in large, and every figure beside those of the
/// period before.
fn cover(pages: &mut Pages, report: &Report<'_>, reader: &Reader) {
    let words = reader.language.words();
    pages.begin(Shape::Upright);
    pages.text(18.0, Colour::Text, words.title);
    let mut told = conditions(&report.selection, reader);
    told.push((words.as_of, reader.cell(&Cell::At(report.as_of))));
    for (label, value) in told {
        pages.text(9.0, Colour::Muted, &format!("{label}  {value}"));
    }
    for it in &report.signed {
        let at = reader.cell(&Cell::At(it.at));
        pages.text(9.0, Colour::Muted, &(words.signed)(&it.by, &at, it.changes));
    }
    pages.gap(10.0);
    pages.text(
        10.0,
        Colour::Muted,
        reader
            .column(report::Column::Named("within_limit"))
            .as_str(),
    );
    let kept = percent(report.figures.within_limit());
    let kept = if kept.is_empty() {
        "-".to_owned()
    } else {
        kept
    };
    pages.text(34.0, Colour::Accent, &kept);
    if let Some((period, figures)) = &report.before {
        let before = reader.column(report::Column::Named("before"));
        let share = percent(figures.within_limit());
        let line = format!("{before}  {}  {share}", days(period.from, period.to));
        pages.text(9.0, Colour::Muted, &line);
    }
    pages.gap(8.0);
    if let Some(few) = report.figures.taken.filter(report::Spread::is_small) {
        pages.text(8.0, Colour::Muted, &(words.small)(few.n));
    }
    if let Some(figures) = report.tables().first() {
        let widths = [230.0, 110.0, 110.0];
        Sheet::new(figures, &widths, 8.5, reader).draw(pages, &figures.rows);
    }
}

/// A table by dimension, whole.
fn whole(pages: &mut Pages, table: &Table, reader: &Reader) {
    if table.rows.is_empty() {
        return;
    }
    if pages.room() < 90.0 || pages.shape() != Shape::Lying {
        pages.begin(Shape::Lying);
    }
    pages.gap(8.0);
    pages.text(12.0, Colour::Text, reader.table(table.name));
    let first = 130.0;
    let rest =
        (pages.width() - first) / f32::from(u8::try_from(table.columns.len() - 1).unwrap_or(1));
    let mut widths = vec![rest; table.columns.len()];
    if let Some(width) = widths.first_mut() {
        *width = first;
    }
    Sheet::new(table, &widths, 7.5, reader).draw(pages, &table.rows);
}

/// The inquiries that were missed, as many as are listed, and how many more there are.
fn listed(pages: &mut Pages, missed: &Table, reader: &Reader) {
    let words = reader.language.words();
    pages.begin(Shape::Lying);
    pages.text(12.0, Colour::Text, reader.table(missed.name));
    if missed.rows.is_empty() {
        pages.text(9.0, Colour::Muted, words.none);
        return;
    }
    const WIDTHS: [f32; 14] = [
        46.0, 56.0, 58.0, 34.0, 70.0, 48.0, 69.0, 69.0, 69.0, 69.0, 74.0, 34.0, 34.0, 56.0,
    ];
    let shown = missed.rows.get(..MOST_ROWS).unwrap_or(&missed.rows);
    Sheet::new(missed, &WIDTHS, 7.0, reader).draw(pages, shown);
    let more = missed.rows.len() - shown.len();
    if more > 0 {
        pages.gap(6.0);
        pages.text(9.0, Colour::Text, &(words.more)(more));
    }
}

/// The parts that the pictures stack, with their colours.
const STACKED: [(Part, Colour); 3] = [
    (Part::InTime, Colour::Fine),
    (Part::Late, Colour::Soon),
    (Part::Breached, Colour::Breach),
];
