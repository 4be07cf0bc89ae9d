//! Taking files in, and what could not be read.

use std::path::PathBuf;
use std::str::FromStr;
use std::sync::atomic::Ordering;

use desk::intake::{self, ImportRequest};
use tauri::{AppHandle, Manager, Runtime, State};
use tauri_plugin_dialog::DialogExt;
use tauri_specta::Event;
use uuid::Uuid;

use super::convert::parse::{self, optional};
use super::convert::{count, instant};
use super::wire::request::{ColumnMapping, ImportReport, Refused};
use super::wire::{ImportProgress, IpcError};
use crate::shell::Shell;
use crate::start::tell;

/// Takes files and folders in; with `dry_run` only tells what would happen.
#[tauri::command]
#[specta::specta]
pub async fn import_files<R: Runtime>(
    app: AppHandle<R>,
    paths: Vec<String>,
    product: Option<String>,
    dry_run: bool,
) -> Result<ImportReport, IpcError> {
    let paths = paths.iter().map(PathBuf::from).collect();
    apart(move || import(&app, paths, product.as_deref(), dry_run)).await
}

/// Lets the person choose files and takes them in; nothing where none was chosen.
#[tauri::command]
#[specta::specta]
pub async fn choose_and_import<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Option<ImportReport>, IpcError> {
    apart(move || {
        let Some(chosen) = app.dialog().file().blocking_pick_files() else {
            return Ok(None);
        };
        let paths = chosen
            .into_iter()
            .filter_map(|path| path.into_path().ok())
            .collect();
        import(&app, paths, None, false).map(Some)
    })
    .await
}

/// Stops the import after the messages under way.
#[tauri::command]
#[specta::specta]
pub async fn cancel_import(shell: State<'_, Shell>) -> Result<(), IpcError> {
    shell.cancel_import.store(true, Ordering::SeqCst);
    Ok(())
}

/// Lists what could not be read.
#[tauri::command]
#[specta::specta]
pub async fn refused(shell: State<'_, Shell>) -> Result<Vec<Refused>, IpcError> {
    let kept = shell.desk()?.refused()?;
    Ok(kept.iter().map(kept_refusal).collect())
}

/// Tries again what could not be read.
#[tauri::command]
#[specta::specta]
pub async fn retry_refused(
    shell: State<'_, Shell>,
    ids: Vec<String>,
) -> Result<ImportReport, IpcError> {
    let ids = ids
        .iter()
        .map(|id| Uuid::from_str(id).map_err(|_| IpcError::malformed("refused", id)));
    let ids: Vec<Uuid> = ids.collect::<Result<_, _>>()?;
    let done = shell
        .desk()?
        .retry_refused(&shell.call()?, &ids, &ImportRequest::default())?;
    shell.nudge.wrote(&done);
    Ok(report(&done.value))
}

/// Lets the person choose a folder; nothing where none was chosen.
#[tauri::command]
#[specta::specta]
pub async fn choose_folder<R: Runtime>(app: AppHandle<R>) -> Result<Option<String>, IpcError> {
    apart(move || Ok(pick_folder(&app).map(|path| path.to_string_lossy().into_owned()))).await
}

/// Runs what takes a while, or waits for a person, beside the window's own thread.
pub(crate) async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, IpcError> + Send + 'static,
) -> Result<T, IpcError> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.map_err(|problem| IpcError::outside("work", &problem))?
}

/// Lets the person choose a folder.
pub(crate) fn pick_folder<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    app.dialog()
        .file()
        .blocking_pick_folder()
        .and_then(|path| path.into_path().ok())
}

fn import<R: Runtime>(
    app: &AppHandle<R>,
    paths: Vec<PathBuf>,
    product: Option<&str>,
    dry_run: bool,
) -> Result<ImportReport, IpcError> {
    let shell = app.state::<Shell>();
    let product = optional(product, parse::product)?;
    shell.cancel_import.store(false, Ordering::SeqCst);
    let progress = |done: usize, of: usize| {
        tell(
            ImportProgress {
                done: count(done),
                of: count(of),
            }
            .emit(app),
            "the window could not be told",
        );
    };
    let request = ImportRequest {
        product: product.as_ref(),
        dry_run,
        progress: &progress,
        cancel: &shell.cancel_import,
        ..ImportRequest::default()
    };
    let done = shell.desk()?.import(&shell.call()?, &paths, &request)?;
    shell.nudge.wrote(&done);
    Ok(report(&done.value))
}

fn report(report: &intake::ImportReport) -> ImportReport {
    ImportReport {
        dry_run: report.dry_run,
        files: count(report.files),
        created: count(report.created.len()),
        joined: count(report.joined),
        linked: count(report.linked),
        outgoing: count(report.outgoing),
        duplicates: count(report.duplicates),
        flagged: count(report.flagged),
        refused: report.refused.iter().map(refusal).collect(),
        mapping: report.mapping.iter().flat_map(columns).collect(),
        cancelled: report.cancelled,
    }
}

fn columns(mapping: &intake::ColumnMapping) -> Vec<ColumnMapping> {
    let column = |(column, field): &(String, Option<intake::Field>)| ColumnMapping {
        file: mapping.file.clone(),
        column: column.clone(),
        field: field.map(|field| field.as_str().to_owned()),
    };
    mapping.columns.iter().map(column).collect()
}

fn refusal(refused: &intake::Refused) -> Refused {
    Refused {
        id: refused.id.to_string(),
        name: refused.name.clone(),
        code: refused.code.as_str().to_owned(),
        params: refused
            .params
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
        at: None,
    }
}

fn kept_refusal(kept: &intake::KeptRefusal) -> Refused {
    Refused {
        id: kept.id.to_string(),
        name: kept.name.clone(),
        code: kept
            .code
            .map_or("unknown", intake::RefusalCode::as_str)
            .to_owned(),
        params: std::collections::BTreeMap::new(),
        at: Some(instant(kept.at)),
    }
}
