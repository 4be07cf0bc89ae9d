//! A report as a file: JSON for programs, CSV for spreadsheets, XLSX and PDF to hand upward.
//!
//! Every form is made of the same tables ([`report::Report::tables`]), so that what is exported equals what is shown.

mod csv;
mod json;
mod pdf;
mod told;
mod words;
mod xlsx;

use std::collections::BTreeMap;
use std::io::{self, Write};

use business_time::Tz;
use policy::ProductId;
use report::{Report, Selection};

pub use json::{cell_value, selection_value};
pub use words::Language;

/// The forms in which a report is written.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Format {
    /// Every table and inquiry, by codes.
    Json,
    /// One table, by words.
    Csv,
    /// Every table and inquiry as a workbook with charts.
    Xlsx,
    /// The figures, pictures and what was missed, to print.
    Pdf,
}

/// For whom a report is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reader {
    /// The language.
    pub language: Language,
    /// The centre's time zone, in which all instants are told.
    pub zone: Tz,
    /// The names of the products in that language.
    pub products: BTreeMap<ProductId, String>,
}

/// Why a report was not written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Somebody called it off.
    #[error("called off")]
    CalledOff,
    /// There is no such table.
    #[error("no such table: {0}")]
    NoSuchTable(String),
    /// The file cannot be written.
    #[error(transparent)]
    Output(#[from] io::Error),
    /// The workbook cannot be made.
    #[error("the workbook cannot be made: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The pages cannot be made.
    #[error("the pages cannot be made: {0}")]
    Pages(String),
}

impl FileError {
    /// Gives what the system says, where the file is what hinders.
    #[must_use]
    pub fn io(&self) -> Option<&io::Error> {
        match self {
            Self::Output(problem)
            | Self::Workbook(rust_xlsxwriter::XlsxError::IoError(problem)) => Some(problem),
            _ => None,
        }
    }
}

/// Hears how many inquiries are done, of how many, and says whether to go on.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

/// The table that a CSV file holds where none is named.
pub const INQUIRIES: &str = "inquiries";

/// How many inquiries pass between two words of progress.
const STEP: usize = 1000;

/// Writes a report. `table` names the one that a CSV file holds; the other forms hold all.
///
/// # Errors
/// [`FileError::CalledOff`] where `progress` says so; [`FileError::NoSuchTable`]; what hinders the writing.
pub fn write(
    report: &Report<'_>,
    format: Format,
    table: &str,
    reader: &Reader,
    out: &mut (dyn Write + Send),
    progress: Progress<'_>,
) -> Result<(), FileError> {
    match format {
        Format::Json => json::write(report, reader, out, progress),
        Format::Csv => csv::write(report, table, reader, out, progress),
        Format::Xlsx => xlsx::write(report, reader, out, progress),
        Format::Pdf => pdf::write(report, reader, out, progress),
    }
}

/// Tells how far the writing is, now and then.
fn tell(
    progress: &mut dyn FnMut(usize, usize) -> bool,
    done: usize,
    of: usize,
) -> Result<(), FileError> {
    let goes_on = !done.is_multiple_of(STEP) || progress(done, of);
    if goes_on {
        Ok(())
    } else {
        Err(FileError::CalledOff)
    }
}

/// Writes what a report was asked for as labels and values, in a reader's words.
#[must_use]
pub fn conditions(selection: &Selection, reader: &Reader) -> Vec<(&'static str, String)> {
    told::conditions(selection, reader)
}
