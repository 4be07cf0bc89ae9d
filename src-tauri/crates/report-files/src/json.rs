//! For programs: every table and inquiry, by codes. Instants are RFC 3339 in the centre's zone, business time signed
//! seconds, shares percent.

use std::io::{BufWriter, Write};

use report::{Basis, Cell, Column, INQUIRY_COLUMNS, Period, Report, Selection};
use serde_json::{Value, json};

use crate::{FileError, INQUIRIES, Progress, Reader, tell};

pub(crate) fn write(
    report: &Report<'_>,
    reader: &Reader,
    out: &mut (dyn Write + Send),
    progress: Progress<'_>,
) -> Result<(), FileError> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    out.write_all(b"{")?;
    let head = [
        (
            "as_of",
            Value::String(report.as_of.to_rfc3339_in(reader.zone)),
        ),
        ("selection", selection_value(&report.selection)),
        (
            "before",
            report
                .before
                .as_ref()
                .map_or(Value::Null, |(it, _)| period(it)),
        ),
    ];
    for (key, value) in head {
        write!(out, "\n  \"{key}\": {value},")?;
    }
    out.write_all(b"\n  \"tables\": {")?;
    for table in report.tables() {
        write!(out, "\n    \"{}\": [", table.name)?;
        let keys = keys(&table.columns);
        for (place, row) in table.rows.iter().enumerate() {
            object(&mut out, place, &keys, row, reader)?;
        }
        out.write_all(b"],")?;
    }
    write!(out, "\n    \"{INQUIRIES}\": [")?;
    let (entries, keys) = (report.entries(), keys(&INQUIRY_COLUMNS));
    let of = entries.len();
    for (place, entry) in entries.enumerate() {
        tell(progress, place, of)?;
        object(&mut out, place, &keys, &report.inquiry_row(entry), reader)?;
    }
    out.write_all(b"]\n  }\n}\n")?;
    Ok(out.flush()?)
}

/// Gives what stands before the value of each column.
fn keys(columns: &[Column]) -> Vec<String> {
    let key = |(nth, column): (usize, &Column)| {
        let comma = if nth == 0 { "" } else { ", " };
        format!("{comma}\"{}\": ", column.code())
    };
    columns.iter().enumerate().map(key).collect()
}

fn object(
    out: &mut impl Write,
    place: usize,
    keys: &[String],
    row: &[Cell],
    reader: &Reader,
) -> Result<(), FileError> {
    out.write_all(if place == 0 {
        b"\n      {"
    } else {
        b",\n      {"
    })?;
    for (key, cell) in keys.iter().zip(row) {
        out.write_all(key.as_bytes())?;
        value(out, cell, reader)?;
    }
    Ok(out.write_all(b"}")?)
}

fn value(out: &mut impl Write, cell: &Cell, reader: &Reader) -> Result<(), FileError> {
    match cell {
        Cell::Nothing => out.write_all(b"null")?,
        Cell::Count(count) => write!(out, "{count}")?,
        Cell::Share(share) => match share.permille() {
            Some(permille) => write!(out, "{}.{}", permille / 10, permille % 10)?,
            None => out.write_all(b"null")?,
        },
        Cell::Time(time) => write!(out, "{}", time.as_secs())?,
        Cell::At(at) => quoted(out, &at.to_rfc3339_in(reader.zone))?,
        Cell::On(on) => write!(out, "\"{on}\"")?,
        Cell::Word(word) => quoted(out, &word.code())?,
        Cell::Text(text) => serde_json::to_writer(out, text).map_err(std::io::Error::from)?,
    }
    Ok(())
}

/// Writes a text in which nothing needs escaping.
fn quoted(out: &mut impl Write, text: &str) -> std::io::Result<()> {
    out.write_all(b"\"")?;
    out.write_all(text.as_bytes())?;
    out.write_all(b"\"")
}

fn period(period: &Period) -> Value {
    json!({ "from": period.from.to_string(), "to": period.to.to_string() })
}

/// Gives a selection by codes.
#[must_use]
pub fn selection_value(selection: &Selection) -> Value {
    let by = match selection.by {
        Basis::Receipt => "receipt",
        Basis::Due => "due",
    };
    json!({
        "from": selection.period.from.to_string(),
        "to": selection.period.to.to_string(),
        "by": by,
        "products": selection.products,
        "levels": selection.levels,
        "channels": selection.channels,
        "agents": selection.agents,
        "customers": selection.customers,
    })
}

/// Gives a cell as it stands in JSON.
#[must_use]
pub fn cell_value(cell: &Cell, reader: &Reader) -> Value {
    let mut bytes = Vec::new();
    match value(&mut bytes, cell, reader) {
        Ok(()) => serde_json::from_slice(&bytes).unwrap_or(Value::Null),
        Err(_) => Value::Null,
    }
}
