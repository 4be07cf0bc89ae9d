//! Signing a period off.

use tauri::State;

use super::convert::sign_off as show;
use super::intake::apart;
use super::wire::report::ReportSelection;
use super::wire::sign_off::SignOffView;
use super::wire::{IpcError, Written};
use crate::shell::Shell;

/// Gives the sign-offs of what a report selects, with everything that is other since.
#[tauri::command]
#[specta::specta]
pub async fn sign_offs(
    shell: State<'_, Shell>,
    selection: ReportSelection,
) -> Result<Vec<SignOffView>, IpcError> {
    let desk = shell.desk()?;
    apart(move || {
        let found = desk.sign_offs_of(&selection.parse()?)?;
        Ok(found.iter().map(show::view).collect())
    })
    .await
}

/// Signs a period off: its figures as they are now.
#[tauri::command]
#[specta::specta]
pub async fn sign_off(
    shell: State<'_, Shell>,
    selection: ReportSelection,
    note: Option<String>,
) -> Result<Written, IpcError> {
    let selection = selection.parse()?;
    let done = shell
        .desk()?
        .sign_off(&shell.call()?, &selection, note.as_deref())?;
    Ok(shell.wrote(done))
}

/// Takes a sign-off back, by who signed.
#[tauri::command]
#[specta::specta]
pub async fn take_back_sign_off(
    shell: State<'_, Shell>,
    operation: String,
) -> Result<Written, IpcError> {
    let operation = operation
        .parse()
        .map_err(|_| IpcError::malformed("operation", &operation))?;
    let done = shell.desk()?.undo_operation(&shell.call()?, operation)?;
    Ok(shell.wrote(done))
}
