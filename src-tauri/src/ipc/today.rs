//! The day at the desk.

use tauri::State;

use super::convert::today as show;
use super::intake::apart;
use super::wire::IpcError;
use super::wire::today::TodayView;
use crate::shell::Shell;

/// Gives what must be answered today, what the day began with, and what is handed over.
#[tauri::command]
#[specta::specta]
pub async fn today(shell: State<'_, Shell>) -> Result<TodayView, IpcError> {
    let desk = shell.desk()?;
    apart(move || Ok(show::view(&desk.today()?))).await
}
