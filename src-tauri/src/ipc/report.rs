//! Reports: read, and written as files where a person chooses.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use desk::{EvidenceRequest, ReportForm};
use tauri::{AppHandle, Manager, Runtime, State};
use tauri_plugin_dialog::DialogExt;
use tauri_specta::Event;

use super::convert::count;
use super::convert::mirror::Mirror;
use super::convert::report as show;
use super::intake::{apart, pick_folder};
use super::wire::obligations::MatterKind;
use super::wire::report as wire;
use super::wire::settings::Language;
use super::wire::{IpcError, ReportProgress};
use crate::shell::Shell;
use crate::start::tell;

/// How many inquiries behind a figure come at once.
const PAGE: usize = 100;

/// How many customers are offered at once.
const OFFERED: usize = 50;

/// Counts what was selected in every way that the page shows.
#[tauri::command]
#[specta::specta]
pub async fn report_page(
    shell: State<'_, Shell>,
    selection: wire::ReportSelection,
) -> Result<wire::ReportView, IpcError> {
    let desk = shell.desk()?;
    apart(move || {
        let agents = desk.report_agents()?;
        Ok(desk.report(selection.parse()?, |report| show::view(report, agents))?)
    })
    .await
}

/// Lists the inquiries behind a figure, from a place on.
#[tauri::command]
#[specta::specta]
pub async fn report_behind(
    shell: State<'_, Shell>,
    selection: wire::ReportSelection,
    part: String,
    slice: Option<wire::ReportSlice>,
    offset: u32,
) -> Result<wire::ReportInquiries, IpcError> {
    let desk = shell.desk()?;
    apart(move || {
        let slice = slice.as_ref().map(wire::ReportSlice::parse).transpose()?;
        let (part, from) = (show::part(&part)?, offset as usize);
        let places = from..from.saturating_add(PAGE);
        let found = desk.report_rows(selection.parse()?, part, slice.as_ref(), places)?;
        Ok(wire::ReportInquiries {
            rows: found.rows.iter().map(show::inquiry).collect(),
            total: count(found.total),
        })
    })
    .await
}

/// Lists the obligations behind a count of the policies' other clocks.
#[tauri::command]
#[specta::specta]
pub async fn report_obligations(
    shell: State<'_, Shell>,
    selection: wire::ReportSelection,
    kind: MatterKind,
    part: String,
) -> Result<Vec<wire::ReportObligation>, IpcError> {
    let (selection, part) = (selection.parse()?, show::clock_part(&part)?);
    let found = shell
        .desk()?
        .report_obligations(&selection, kind.inside(), part)?;
    Ok(found.iter().map(show::counted_obligation).collect())
}

/// Finds customers by a part of their name.
#[tauri::command]
#[specta::specta]
pub async fn report_customers(
    shell: State<'_, Shell>,
    typed: String,
) -> Result<Vec<String>, IpcError> {
    let desk = shell.desk()?;
    apart(move || Ok(desk.report_customers(&typed, OFFERED)?)).await
}

/// Lets the person save a report; nothing where the person changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn export_report<R: Runtime>(
    app: AppHandle<R>,
    selection: wire::ReportSelection,
    format: wire::ReportFormat,
    table: String,
    language: Language,
) -> Result<Option<wire::ExportedReport>, IpcError> {
    apart(move || {
        let form = ReportForm {
            format: format.inside(),
            table,
            language: language.inside(),
        };
        let ending = format.ending();
        let name = format!("ichiji-report-{}.{ending}", stem(&selection.period));
        let chosen = app
            .dialog()
            .file()
            .add_filter(ending.to_uppercase(), &[ending])
            .set_file_name(name)
            .blocking_save_file();
        let Some(path) = chosen.and_then(|path| path.into_path().ok()) else {
            return Ok(None);
        };
        write(&app, &selection, &form, &with_ending(path, ending)).map(Some)
    })
    .await
}

/// Lets the person choose a folder and writes the evidence for a report into a new one there; nothing where the person
/// changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn export_evidence<R: Runtime>(
    app: AppHandle<R>,
    selection: wire::ReportSelection,
    named: bool,
) -> Result<Option<wire::ExportedEvidence>, IpcError> {
    apart(move || {
        let Some(folder) = pick_folder(&app) else {
            return Ok(None);
        };
        let path = folder.join(format!("ichiji-evidence-{}", stem(&selection.period)));
        let request = EvidenceRequest {
            selection: selection.parse()?,
            named,
        };
        let shell = app.state::<Shell>();
        let desk = shell.desk()?;
        let written = desk.write_evidence(&request, &path, &mut following(&app, &shell))?;
        Ok(Some(wire::ExportedEvidence {
            path: path.to_string_lossy().into_owned(),
            written: written.map(|it| wire::WrittenEvidence {
                events: u32::try_from(it.events).unwrap_or(u32::MAX),
                hash: it.hash,
            }),
        }))
    })
    .await
}

/// Calls off the report that is being written.
#[tauri::command]
#[specta::specta]
pub async fn cancel_export(shell: State<'_, Shell>) -> Result<(), IpcError> {
    shell.cancel_export.store(true, Ordering::SeqCst);
    Ok(())
}

fn write<R: Runtime>(
    app: &AppHandle<R>,
    selection: &wire::ReportSelection,
    form: &ReportForm,
    path: &Path,
) -> Result<wire::ExportedReport, IpcError> {
    let shell = app.state::<Shell>();
    let desk = shell.desk()?;
    let told = &mut following(app, &shell);
    let inquiries = desk.write_report(selection.parse()?, form, path, told)?;
    Ok(wire::ExportedReport {
        path: path.to_string_lossy().into_owned(),
        inquiries: inquiries.map(count),
    })
}

/// Tells the window how far a writing is, until somebody calls it off.
fn following<R: Runtime>(app: &AppHandle<R>, shell: &Shell) -> impl FnMut(usize, usize) -> bool {
    shell.cancel_export.store(false, Ordering::SeqCst);
    progress(app, 0, 0);
    |done, of| {
        progress(app, done, of);
        !shell.cancel_export.load(Ordering::SeqCst)
    }
}

fn progress<R: Runtime>(app: &AppHandle<R>, done: usize, of: usize) {
    let word = ReportProgress {
        done: count(done),
        of: count(of),
    };
    tell(word.emit(app), "the window could not be told");
}

/// Names a period in a file's name: a month by itself, all else by its days.
fn stem(period: &wire::ReportPeriod) -> String {
    let (from, to) = (&period.from, &period.to);
    let days = match (from.parse(), to.parse()) {
        (Ok(from), Ok(to)) => report::Period { from, to },
        (_, _) => return String::new(),
    };
    days.month().unwrap_or_else(|| format!("{from}-{to}"))
}

/// Some dialogs give the name as it was typed.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some() {
        return path;
    }
    path.with_extension(ending)
}

impl wire::ReportFormat {
    const fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        let (from, to) = (from.to_owned(), to.to_owned());
        assert_eq!(stem(&wire::ReportPeriod { from, to }), expected);
    }

    #[test]
    fn a_file_is_named_by_its_month_or_its_days() {
        check("2026-10-01", "2026-10-31", "2026-10");
        check("2026-02-01", "2026-02-28", "2026-02");
        check("2026-07-01", "2026-09-30", "2026-07-01-2026-09-30");
        check("2026-11-16", "2026-11-22", "2026-11-16-2026-11-22");
        check("../../x", "2026-11-22", "");
    }

    #[test]
    fn an_ending_is_added_where_none_was_typed() {
        let path = |text: &str| with_ending(PathBuf::from(text), "pdf");
        assert_eq!(path("a/10月"), PathBuf::from("a/10月.pdf"));
        assert_eq!(path("a/b.pdf"), PathBuf::from("a/b.pdf"));
    }
}
