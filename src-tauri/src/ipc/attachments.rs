//! Saving what arrived.

use std::path::PathBuf;
use std::str::FromStr;

use inquiry::MessageId;
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::DialogExt;

use super::convert::parse;
use super::intake::apart;
use super::wire::IpcError;
use crate::shell::Shell;

/// Lets the person save an attachment; gives the path, or nothing where the person changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn save_attachment<R: Runtime>(
    app: AppHandle<R>,
    id: String,
    message: String,
    index: u32,
) -> Result<Option<String>, IpcError> {
    apart(move || {
        let desk = app.state::<Shell>().desk()?;
        let attachment =
            desk.attachment(parse::inquiry(&id)?, message_id(&message)?, index as usize)?;
        let attachment =
            attachment.ok_or_else(|| IpcError::malformed("attachment", &index.to_string()))?;
        save(&app, &attachment.name, &attachment.bytes)
    })
    .await
}

/// Lets the person save the untouched message; gives the path, or nothing where the person changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn save_raw_message<R: Runtime>(
    app: AppHandle<R>,
    id: String,
    message: String,
) -> Result<Option<String>, IpcError> {
    apart(move || {
        let desk = app.state::<Shell>().desk()?;
        let raw = desk.raw_message(parse::inquiry(&id)?, message_id(&message)?)?;
        let raw = raw.ok_or_else(|| IpcError::malformed("message", &message))?;
        save(&app, "message.eml", &raw)
    })
    .await
}

/// Lets the person choose a file and writes it; gives the path, or nothing where the person changed their mind.
pub(crate) fn save<R: Runtime>(
    app: &AppHandle<R>,
    name: &str,
    bytes: &[u8],
) -> Result<Option<String>, IpcError> {
    let chosen = app.dialog().file().set_file_name(name).blocking_save_file();
    let Some(path): Option<PathBuf> = chosen.and_then(|path| path.into_path().ok()) else {
        return Ok(None);
    };
    let shown = path.to_string_lossy().into_owned();
    std::fs::write(&path, bytes).map_err(|problem| IpcError::outside(&shown, &problem))?;
    Ok(Some(shown))
}

fn message_id(text: &str) -> Result<MessageId, IpcError> {
    MessageId::from_str(text).map_err(|_| IpcError::malformed("message", text))
}
