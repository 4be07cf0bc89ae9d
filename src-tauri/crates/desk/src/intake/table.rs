//! Reads tables (CSV and the like) and JSON lines into named values.

use std::collections::BTreeSet;

use encoding_rs::SHIFT_JIS;
use serde_json::Value;

use super::columns::{ColumnMapping, Columns, Fields};
use super::refused::RefusalCode;

/// One row, or one line of JSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The line of the file where it begins, from 1.
    pub line: u64,
    /// The row as a JSON object of all its columns: its untouched content in one encoding for all files.
    pub json: String,
    /// What the known columns say.
    pub fields: Fields,
}

/// The most rows of one file. A row of two bytes takes some hundreds in memory.
pub const MAX_ROWS: usize = 300_000;
/// The most columns of one row, and the most names of columns that a file is told to have.
pub const MAX_COLUMNS: usize = 1_000;
/// The most bytes of one row: as many as are shown of a text.
pub const MAX_ROW: usize = mail::MAX_TEXT;

/// A row that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BadRow {
    /// The line of the file, from 1.
    pub line: u64,
    /// Why.
    pub code: RefusalCode,
    /// The bytes, as far as they can be told apart.
    pub bytes: Vec<u8>,
}

/// A file of rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// How the columns were understood.
    pub mapping: ColumnMapping,
    /// The rows, in the order of the file.
    pub rows: Vec<Result<Row, BadRow>>,
}

/// Decodes UTF-8 with or without a byte-order mark, UTF-16 with one, and else CP932; nothing where none of them fits.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> Option<String> {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(&bytes) {
        let (text, bad) =
            encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
        return (!bad).then(|| text.into_owned());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let (text, bad) = SHIFT_JIS.decode_without_bom_handling(error.as_bytes());
            (!bad).then(|| text.into_owned())
        }
    }
}

/// Reads a table with a header line, separated by commas, tabs or semicolons.
///
/// # Errors
/// [`RefusalCode::TooLarge`] for more than [`MAX_ROWS`], [`RefusalCode::TooComplex`] for more than [`MAX_COLUMNS`].
pub fn read_table(file: &str, text: &str, columns: &Columns) -> Result<Table, RefusalCode> {
    // With other line ends the reader counts lines wrongly, and one table saved twice would not be the same.
    let text = &text.replace("\r\n", "\n");
    let delimiter = delimiter(text);
    Extent::of(text.as_bytes(), delimiter).check()?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    let mapping = ColumnMapping::of(file, columns, headers.iter());
    let mut rows = Vec::new();
    for record in reader.records() {
        rows.push(match record {
            Ok(record) if record.iter().all(|it| it.trim().is_empty()) => continue,
            Ok(record) => sized(row(&headers, &record, columns)),
            Err(error) => Err(BadRow {
                line: error.position().map_or(0, csv::Position::line),
                code: RefusalCode::BrokenRow,
                bytes: Vec::new(),
            }),
        });
    }
    Ok(Table { mapping, rows })
}

/// Refuses a row that says more than is shown of any text.
fn sized(row: Row) -> Result<Row, BadRow> {
    if row.json.len() <= MAX_ROW {
        return Ok(row);
    }
    Err(BadRow {
        line: row.line,
        code: RefusalCode::TooLarge,
        bytes: row.json.into_bytes(),
    })
}

/// How many rows a table has, and how many values its longest: counted before anything is made of them.
#[derive(Default)]
struct Extent {
    rows: usize,
    columns: usize,
}

/// Where in a value the count stands.
#[derive(Copy, Clone, PartialEq, Eq)]
enum At {
    Start,
    Plain,
    Quoted,
    QuoteInQuoted,
}

impl Extent {
    fn of(text: &[u8], delimiter: u8) -> Self {
        let mut extent = Self::default();
        let (mut at, mut columns) = (At::Start, 1);
        for byte in text {
            at = match (at, *byte) {
                (At::Start, b'"') | (At::QuoteInQuoted, b'"') => At::Quoted,
                (At::Quoted, b'"') => At::QuoteInQuoted,
                (At::Quoted, _) => At::Quoted,
                (_, b'\n' | b'\r') => {
                    extent.rows += 1;
                    extent.columns = extent.columns.max(columns);
                    columns = 1;
                    At::Start
                }
                (_, byte) if byte == delimiter => {
                    columns += 1;
                    At::Start
                }
                (_, _) => At::Plain,
            };
        }
        extent.columns = extent.columns.max(columns);
        extent
    }

    fn check(&self) -> Result<(), RefusalCode> {
        if self.columns > MAX_COLUMNS {
            Err(RefusalCode::TooComplex)
        } else if self.rows > MAX_ROWS {
            Err(RefusalCode::TooLarge)
        } else {
            Ok(())
        }
    }
}

/// More values than headers are kept too, under the column's place.
fn row(headers: &csv::StringRecord, record: &csv::StringRecord, columns: &Columns) -> Row {
    let line = record.position().map_or(0, csv::Position::line);
    let named: Vec<(String, String)> = record
        .iter()
        .enumerate()
        .map(|(at, value)| {
            (
                headers
                    .get(at)
                    .map_or_else(|| format!("column {}", at + 1), str::to_owned),
                value.to_owned(),
            )
        })
        .collect();
    Row {
        line,
        json: json_object(&named),
        fields: fields(&named, columns),
    }
}

fn fields(named: &[(String, String)], columns: &Columns) -> Fields {
    Fields::from_named(
        columns,
        named
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str())),
    )
}

/// Written by hand to keep the columns' order.
fn json_object(named: &[(String, String)]) -> String {
    let pairs: Vec<String> = named
        .iter()
        .map(|(name, value)| {
            format!(
                "{}:{}",
                Value::from(name.as_str()),
                Value::from(value.as_str())
            )
        })
        .collect();
    format!("{{{}}}", pairs.join(","))
}

fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    [b',', b'\t', b';']
        .into_iter()
        .rev()
        .max_by_key(|it| header.bytes().filter(|byte| byte == it).count())
        .unwrap_or(b',')
}

/// Reads JSON lines: one object a line; empty lines count for nothing.
///
/// # Errors
/// [`RefusalCode::TooLarge`] for more than [`MAX_ROWS`].
pub fn read_json_lines(file: &str, text: &str, columns: &Columns) -> Result<Table, RefusalCode> {
    let mut names = Names::default();
    let mut rows = Vec::new();
    for (line, text) in (1..)
        .zip(text.lines())
        .filter(|(_, text)| !text.trim().is_empty())
    {
        if rows.len() == MAX_ROWS {
            return Err(RefusalCode::TooLarge);
        }
        rows.push(
            json_row(line, text, &mut names, columns).map_err(|code| BadRow {
                line,
                code,
                bytes: text.as_bytes().to_vec(),
            }),
        );
    }
    Ok(Table {
        mapping: ColumnMapping::of(file, columns, names.order.iter().map(String::as_str)),
        rows,
    })
}

fn json_row(
    line: u64,
    text: &str,
    names: &mut Names,
    columns: &Columns,
) -> Result<Row, RefusalCode> {
    // A value takes many times its text in memory.
    if text.len() > MAX_ROW {
        return Err(RefusalCode::TooLarge);
    }
    let Ok(Value::Object(object)) = serde_json::from_str(text) else {
        return Err(RefusalCode::BrokenRow);
    };
    if object.len() > MAX_COLUMNS {
        return Err(RefusalCode::TooComplex);
    }
    let named: Vec<(String, String)> = object
        .into_iter()
        .map(|(name, value)| (name, plain(value)))
        .collect();
    named.iter().for_each(|(name, _)| names.note(name));
    Ok(Row {
        line,
        json: text.trim().to_owned(),
        fields: fields(&named, columns),
    })
}

/// The names that lines of JSON have, in the order in which they come.
#[derive(Default)]
struct Names {
    order: Vec<String>,
    seen: BTreeSet<String>,
}

impl Names {
    fn note(&mut self, name: &str) {
        if self.order.len() < MAX_COLUMNS && !self.seen.contains(name) {
            self.seen.insert(name.to_owned());
            self.order.push(name.to_owned());
        }
    }
}

fn plain(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::columns::Field;

    const CSV: &str =
        "件名,本文,天気\n\"再起動, する\",\"一行目\n二行目\",晴れ\n,,\n二件目,短い,雨,余り\n";

    #[track_caller]
    fn check_decoded(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(decode(bytes.to_vec()).as_deref(), expected);
    }

    #[test]
    fn files_come_in_the_encodings_of_japanese_tables() {
        check_decoded("件名".as_bytes(), Some("件名"));
        check_decoded("\u{feff}件名".as_bytes(), Some("件名"));
        check_decoded(&[0x8c, 0x8f, 0x96, 0xbc, 0x87, 0x40], Some("件名①"));
        check_decoded(&[0xff, 0xfe, 0xf6, 0x4e], Some("件"));
        check_decoded(&[0x8c, 0x8f, 0xff, 0xfe], None);
    }

    #[test]
    fn a_table_gives_rows_and_keeps_what_it_does_not_know() {
        let table = read_table("a.csv", CSV, &Columns::default()).unwrap();
        let rows: Vec<&Row> = table.rows.iter().flatten().collect();
        assert_eq!(rows.len(), 2, "an empty row counts for nothing");
        assert_eq!(rows[0].fields.get(Field::Subject), Some("再起動, する"));
        assert_eq!(rows[0].fields.get(Field::Text), Some("一行目\n二行目"));
        assert_eq!((rows[0].line, rows[1].line), (2, 5));
        assert_eq!(
            rows[1].json,
            r#"{"件名":"二件目","本文":"短い","天気":"雨","column 4":"余り"}"#
        );
    }

    #[test]
    fn line_ends_do_not_matter() {
        let windows = read_table("a.csv", &CSV.replace('\n', "\r\n"), &Columns::default()).unwrap();
        assert_eq!(
            windows,
            read_table("a.csv", CSV, &Columns::default()).unwrap()
        );
    }

    #[test]
    fn tabs_and_semicolons_separate_too() {
        for text in ["件名\t本文\nあ\tい,う\n", "件名;本文\nあ;い,う\n"] {
            let table = read_table("a.txt", text, &Columns::default()).unwrap();
            let row = table.rows[0].as_ref().unwrap();
            assert_eq!(
                (row.fields.get(Field::Subject), row.fields.get(Field::Text)),
                (Some("あ"), Some("い,う"))
            );
        }
    }

    #[test]
    fn json_lines_give_rows_and_tell_which_are_none() {
        let table = read_json_lines(
            "a.jsonl",
            "{\"subject\":\"一\",\"n\":3}\n\n[1]\n{\"text\":\"二\",\"subject\":null}\n{\"subject\":",
            &Columns::default(),
        )
        .unwrap();
        assert_eq!(table.mapping.columns.len(), 3);
        let lines: Vec<Result<u64, u64>> = table
            .rows
            .iter()
            .map(|it| it.as_ref().map(|row| row.line).map_err(|bad| bad.line))
            .collect();
        assert_eq!(lines, [Ok(1), Err(3), Ok(4), Err(5)]);
    }

    #[test]
    fn a_row_s_json_is_read_back_as_the_same_row() {
        let table = read_table("a.csv", CSV, &Columns::default()).unwrap();
        let row = table.rows[0].as_ref().unwrap();
        let again = read_json_lines("again", &row.json, &Columns::default()).unwrap();
        assert_eq!(again.rows[0].as_ref().unwrap().fields, row.fields);
    }
}
