//! The table of operating systems: read, asked, and changed only after a look at what that does (§8, §9).

use tauri::State;

use super::convert::systems as systems_of;
use super::intake::apart;
use super::wire::systems::{OsAnswer, OsQuestion, OsTable, OsTableChange, OsTablePreview};
use super::wire::{IpcError, Written};
use crate::shell::Shell;

/// Gives the table in force.
#[tauri::command]
#[specta::specta]
pub async fn os_table(shell: State<'_, Shell>) -> Result<OsTable, IpcError> {
    let desk = shell.desk()?;
    let rules = desk.rules();
    let today = rules.calendar.date_of(desk.now());
    Ok(systems_of::table(&rules, today))
}

/// Tells whether a version is supported on a day, and why.
#[tauri::command]
#[specta::specta]
pub async fn check_os(shell: State<'_, Shell>, question: OsQuestion) -> Result<OsAnswer, IpcError> {
    systems_of::answer(&shell.desk()?.rules(), &question)
}

/// Tells what a change of the table would do, or all problems of it; writes nothing.
#[tauri::command]
#[specta::specta]
pub async fn preview_os_table(
    shell: State<'_, Shell>,
    change: OsTableChange,
) -> Result<OsTablePreview, IpcError> {
    let desk = shell.desk()?;
    apart(move || {
        let change = change.read()?;
        let lines = matches!(change, desk::OsTableChange::Table(_));
        systems_of::preview(desk.preview_os_table(&change), lines)
    })
    .await
}

/// Changes the table, and opens what has to be verified after new releases.
#[tauri::command]
#[specta::specta]
pub async fn change_os_table(
    shell: State<'_, Shell>,
    change: OsTableChange,
) -> Result<Written, IpcError> {
    Ok(shell.wrote(
        shell
            .desk()?
            .change_os_table(&shell.call()?, &change.read()?)?,
    ))
}
