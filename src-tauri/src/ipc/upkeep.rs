//! Settings, the sample set, and keeping the record sound.

use std::sync::PoisonError;
use std::time::Duration;

use desk::{Call, Desk, Language};
use inquiry::{Actor, Setting};
use tauri::{AppHandle, Manager, Runtime, State};
use tauri_plugin_opener::OpenerExt;

use super::convert::parse::{instant, optional};
use super::convert::verify as verify_of;
use super::intake::{apart, pick_folder};
use super::wire::frame::SavedView;
use super::wire::request::{NotificationAnswer, VerifyReport};
use super::wire::settings::{LocalSettings, Settings, SharedSettings};
use super::wire::{IpcError, Written};
use crate::notifier::Toast;
use crate::scheduler::tell_everything;
use crate::shell::Shell;
use crate::start::{language, tell, zoom};
use crate::tray::Tray;
use crate::words::words;

/// Gives all settings.
#[tauri::command]
#[specta::specta]
pub async fn settings(shell: State<'_, Shell>) -> Result<Settings, IpcError> {
    let desk = shell.desk()?;
    Ok(Settings {
        local: LocalSettings::show(&desk.local_settings()?),
        shared: SharedSettings::show(&desk.shared_settings()),
        data_folder: shell.data_dir.to_string_lossy().into_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// Saves this desktop's settings.
#[tauri::command]
#[specta::specta]
pub async fn save_local_settings<R: Runtime>(
    app: AppHandle<R>,
    settings: LocalSettings,
) -> Result<(), IpcError> {
    let shell = app.state::<Shell>();
    let desk = shell.desk()?;
    desk.set_local_settings(&settings.over(desk.local_settings()?))?;
    translate_tray(&app, &desk);
    zoom(&app);
    shell.nudge.ring();
    tell_everything(&app);
    Ok(())
}

/// Saves the centre's settings; those that did not change are left alone.
#[tauri::command]
#[specta::specta]
pub async fn save_shared_settings(
    shell: State<'_, Shell>,
    settings: SharedSettings,
) -> Result<Written, IpcError> {
    let desk = shell.desk()?;
    let (wanted, held) = (settings.parse(), desk.shared_settings());
    let changes = [
        (wanted.own_addresses != held.own_addresses)
            .then_some(Setting::OwnAddresses(wanted.own_addresses)),
        (wanted.thresholds != held.thresholds).then_some(Setting::Thresholds(wanted.thresholds)),
        (wanted.reminders != held.reminders).then_some(Setting::Reminders(wanted.reminders)),
    ];
    let mut written = Written {
        operation: String::new(),
        inquiries: Vec::new(),
    };
    for setting in changes.into_iter().flatten() {
        written = shell.wrote(desk.change_setting(&shell.call()?, setting)?);
    }
    Ok(written)
}

/// Ends the first start's set-up.
#[tauri::command]
#[specta::specta]
pub async fn finish_set_up<R: Runtime>(
    app: AppHandle<R>,
    settings: LocalSettings,
    own_addresses: Vec<String>,
    sample: bool,
) -> Result<(), IpcError> {
    let shell = app.state::<Shell>();
    let desk = shell.desk()?;
    let call = Call::new(Actor::new(&settings.name));
    if own_addresses != desk.shared_settings().own_addresses {
        desk.change_setting(&call, Setting::OwnAddresses(own_addresses))?;
    }
    let settings = settings.over(desk.local_settings()?);
    if sample && !desk.has_sample()? {
        desk.add_sample(&Call::new(call.actor))?;
    }
    desk.set_local_settings(&desk::LocalSettings {
        first_start_done: true,
        ..settings
    })?;
    translate_tray(&app, &desk);
    shell.nudge.ring();
    tell_everything(&app);
    Ok(())
}

/// Saves a view on this desktop.
#[tauri::command]
#[specta::specta]
pub async fn save_view(shell: State<'_, Shell>, view: SavedView) -> Result<(), IpcError> {
    Ok(shell.desk()?.save_view(view.parse()?)?)
}

/// Removes a saved view.
#[tauri::command]
#[specta::specta]
pub async fn remove_view(shell: State<'_, Shell>, name: String) -> Result<(), IpcError> {
    Ok(shell.desk()?.forget_view(&name)?)
}

/// Shows the data folder in the system's file browser.
#[tauri::command]
#[specta::specta]
pub async fn open_data_folder<R: Runtime>(app: AppHandle<R>) -> Result<(), IpcError> {
    let folder = app.state::<Shell>().data_dir.to_string_lossy().into_owned();
    app.opener()
        .open_path(&folder, None::<&str>)
        .map_err(|problem| IpcError::outside(&folder, &problem))
}

/// Ends the program and starts it anew: what kept the record from opening may be mended.
#[tauri::command]
#[specta::specta]
pub async fn restart<R: Runtime>(app: AppHandle<R>) -> Result<(), IpcError> {
    app.request_restart();
    Ok(())
}

/// Puts the sample set into the record.
#[tauri::command]
#[specta::specta]
pub async fn add_sample(shell: State<'_, Shell>) -> Result<Written, IpcError> {
    Ok(shell.wrote(shell.desk()?.add_sample(&shell.call()?)?))
}

/// Removes the sample set.
#[tauri::command]
#[specta::specta]
pub async fn remove_sample(shell: State<'_, Shell>) -> Result<Written, IpcError> {
    Ok(shell.wrote(shell.desk()?.remove_sample(&shell.call()?)?))
}

/// Checks the whole record.
#[tauri::command]
#[specta::specta]
pub async fn verify(shell: State<'_, Shell>) -> Result<VerifyReport, IpcError> {
    let desk = shell.desk()?;
    apart(move || Ok(verify_of::report(&desk.verify(&mut |_, _| {})?))).await
}

/// Lets the person choose a folder and puts a backup there; gives the path, or nothing where none was chosen.
#[tauri::command]
#[specta::specta]
pub async fn backup<R: Runtime>(app: AppHandle<R>) -> Result<Option<String>, IpcError> {
    apart(move || {
        let Some(folder) = pick_folder(&app) else {
            return Ok(None);
        };
        let desk = app.state::<Shell>().desk()?;
        let stamp: String = desk
            .now()
            .to_rfc3339()
            .chars()
            .filter(char::is_ascii_digit)
            .take(14)
            .collect();
        let to = folder.join(format!("ichiji-backup-{stamp}"));
        desk.backup(&to)?;
        Ok(Some(to.to_string_lossy().into_owned()))
    })
    .await
}

/// Gives a draft kept on this desktop.
#[tauri::command]
#[specta::specta]
pub async fn draft(shell: State<'_, Shell>, key: String) -> Result<Option<String>, IpcError> {
    Ok(shell.desk()?.draft(&key)?)
}

/// Keeps a draft on this desktop, or removes it.
#[tauri::command]
#[specta::specta]
pub async fn keep_draft(
    shell: State<'_, Shell>,
    key: String,
    text: Option<String>,
) -> Result<(), IpcError> {
    Ok(shell.desk()?.keep_draft(&key, text.as_deref())?)
}

/// Sends a notification and tells whether a service answered.
#[tauri::command]
#[specta::specta]
pub async fn test_notification(shell: State<'_, Shell>) -> Result<NotificationAnswer, IpcError> {
    let (settings, notifier) = (shell.desk()?.local_settings()?, shell.notifier());
    apart(move || {
        let words = words(settings.language);
        let answer = notifier.map(|notifier| {
            let (title, body) = (words.test_title.to_owned(), words.test_body.to_owned());
            notifier.show(&Toast {
                title,
                body,
                opens: None,
                sound: settings.sound,
            });
            notifier.ask()
        });
        let answer = answer.unwrap_or_default();
        Ok(NotificationAnswer {
            answered: answer.answered,
            name: answer.name,
            clicks: answer.clicks,
        })
    })
    .await
}

/// Notes that the window has painted its first rows.
#[tauri::command]
#[specta::specta]
pub async fn window_ready(shell: State<'_, Shell>) -> Result<(), IpcError> {
    shell.nudge.ring();
    let file = shell
        .ready_file
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    let Some(file) = file else { return Ok(()) };
    std::fs::write(&file, "")
        .map_err(|problem| IpcError::outside(&file.to_string_lossy(), &problem))
}

/// How long the clock's change may take to show.
const CLOCK_SHOWN: Duration = Duration::from_secs(10);

/// Sets the clock of a debug build, which runs on from there, and lets ring what is due then; a release refuses.
#[tauri::command]
#[specta::specta]
pub async fn set_debug_clock<R: Runtime>(
    app: AppHandle<R>,
    at: Option<String>,
) -> Result<(), IpcError> {
    if !cfg!(debug_assertions) {
        return Err(IpcError::malformed("command", "set_debug_clock"));
    }
    let at = optional(at.as_deref(), instant)?;
    apart(move || {
        let shell = app.state::<Shell>();
        shell.clock.set(at);
        shell.nudge.ring_and_wait(CLOCK_SHOWN);
        Ok(())
    })
    .await
}

fn translate_tray<R: Runtime>(app: &AppHandle<R>, desk: &Desk) {
    let language: Language = language(app);
    if let (Some(tray), Ok(settings)) = (app.try_state::<Tray<R>>(), desk.local_settings()) {
        tell(
            tray.translate(app, language, settings.do_not_disturb),
            "the tray could not be translated",
        );
    }
}
