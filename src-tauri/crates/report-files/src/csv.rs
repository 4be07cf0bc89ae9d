//! For spreadsheets: one table with a BOM, CRLF and formulas defused, so that Excel opens it rightly and safely.

use std::io::Write;

use csv::{Terminator, WriterBuilder};
use report::{Cell, INQUIRY_COLUMNS, Report};

use crate::{FileError, INQUIRIES, Progress, Reader, tell};

/// By this a spreadsheet knows that the text is UTF-8.
const BOM: &str = "\u{feff}";

pub(crate) fn write(
    report: &Report<'_>,
    table: &str,
    reader: &Reader,
    out: &mut (dyn Write + Send),
    progress: Progress<'_>,
) -> Result<(), FileError> {
    out.write_all(BOM.as_bytes())?;
    let mut out = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(out);
    let row = |row: &[Cell]| -> Vec<String> { row.iter().map(|it| cell(it, reader)).collect() };
    if table == INQUIRIES {
        record(&mut out, INQUIRY_COLUMNS.map(|it| reader.column(it)))?;
        let entries = report.entries();
        let of = entries.len();
        for (place, entry) in entries.enumerate() {
            tell(progress, place, of)?;
            record(&mut out, row(&report.inquiry_row(entry)))?;
        }
    } else {
        let wanted = report.tables().into_iter().find(|it| it.name == table);
        let wanted = wanted.ok_or_else(|| FileError::NoSuchTable(table.to_owned()))?;
        record(&mut out, wanted.columns.iter().map(|it| reader.column(*it)))?;
        for cells in &wanted.rows {
            record(&mut out, row(cells))?;
        }
    }
    Ok(out.flush()?)
}

fn record<W: Write>(
    out: &mut csv::Writer<W>,
    fields: impl IntoIterator<Item = String>,
) -> Result<(), FileError> {
    out.write_record(fields)
        .map_err(|error| FileError::Output(error.into()))
}

fn cell(cell: &Cell, reader: &Reader) -> String {
    match cell {
        Cell::Text(text) => defused(text),
        other => reader.cell(other),
    }
}

/// Puts an apostrophe before what a spreadsheet would take for a formula, and takes out what would end a line.
fn defused(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|it| if it.is_control() { ' ' } else { it })
        .collect();
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula { format!("'{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_a_formula() {
        let cases = [
            ("例示商事", "例示商事"),
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-1", "'-1"),
            ("+81", "'+81"),
            ("\t=1", "' =1"),
            ("＝1", "'＝1"),
            ("a\r\nb", "a  b"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(defused(text), expected);
        }
    }
}
