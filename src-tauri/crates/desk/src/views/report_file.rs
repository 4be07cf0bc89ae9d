//! A report as a file.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use report::{Report, Selection};
use report_files::{FileError, Format, Progress, Reader};

use crate::{Desk, DeskError, Language};

/// In which form a report is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReportForm {
    /// The form.
    pub format: Format,
    /// The table that a CSV file holds; the other forms hold all.
    pub table: String,
    /// The language of its words.
    pub language: Language,
}

impl Desk {
    /// Writes a report as a file, which is there whole or not at all. Gives how many inquiries it counts, or nothing
    /// where `progress` called it off.
    ///
    /// # Errors
    /// [`DeskError::NoSuchTable`]; [`DeskError::UnwritableFile`], what stood at the path is then untouched; as
    /// [`Desk::report`].
    pub fn write_report(
        &self,
        selection: Selection,
        form: &ReportForm,
        path: &Path,
        progress: Progress<'_>,
    ) -> Result<Option<usize>, DeskError> {
        let reader = self.report_reader(form.language);
        self.report(selection, |report| {
            let written = write_beside(report, form, path, &reader, progress);
            match written {
                Ok(()) => Ok(Some(report.entries().len())),
                Err(FileError::CalledOff) => Ok(None),
                Err(error) => Err(told(error, path)),
            }
        })?
    }

    /// Gives the words, zone and product names with which a report's cells are told in a language.
    #[must_use]
    pub fn report_reader(&self, language: Language) -> Reader {
        let rules = self.rules();
        let name = |product: &policy::ProductId| {
            let newest = rules.packs.versions_of(product.as_str()).last()?;
            let name = &newest.content().name;
            Some(match language {
                Language::Ja => name.ja.clone(),
                Language::En => name.en.clone(),
            })
        };
        Reader {
            language: match language {
                Language::Ja => report_files::Language::Ja,
                Language::En => report_files::Language::En,
            },
            zone: rules.calendar.time_zone(),
            products: rules
                .packs
                .products()
                .filter_map(|it| Some((it.clone(), name(it)?)))
                .collect(),
        }
    }
}

/// Writes beside the file first and then puts that in its place.
fn write_beside(
    report: &Report<'_>,
    form: &ReportForm,
    path: &Path,
    reader: &Reader,
    progress: Progress<'_>,
) -> Result<(), FileError> {
    let part = beside(path);
    let file = File::create(&part)?;
    let mut out = BufWriter::new(file);
    let (format, table) = (form.format, form.table.as_str());
    let written = report_files::write(report, format, table, reader, &mut out, progress);
    let kept = written.and_then(|()| {
        out.flush()?;
        Ok(fs::rename(&part, path)?)
    });
    if kept.is_err() {
        drop(out);
        // What was begun is of no use; where even that cannot be removed, the error says enough.
        let _ = fs::remove_file(&part);
    }
    kept
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    path.with_file_name(name)
}

fn told(error: FileError, path: &Path) -> DeskError {
    match error {
        FileError::NoSuchTable(table) => DeskError::NoSuchTable(table),
        other => match other.io() {
            Some(problem) => DeskError::unwritable(path, problem),
            None => DeskError::unwritable(path, &io::Error::other(other)),
        },
    }
}
