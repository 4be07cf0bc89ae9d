//! From the arguments to the open window.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use clap::Parser;
use desk::{Access, Call, Desk, Language};
use inquiry::Actor;
use tauri::{App, AppHandle, Manager, RunEvent, Runtime, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;
use tauri_specta::Event;

use crate::args::Args;
use crate::clock::WindowClock;
use crate::ipc::wire::{IpcError, Opened};
use crate::notifier::{Deed, Opens, SystemNotifier};
use crate::scheduler;
use crate::shell::Shell;
use crate::tray::{Choice, Tray};
use crate::words::words;

/// The window's label.
pub const WINDOW: &str = "main";

/// The sizes that the window has at first and at least, in logical pixels.
const SIZE: (f64, f64) = (1280.0, 800.0);
const LEAST: (f64, f64) = (1024.0, 640.0);

/// How long "remind me later" on a notification is silent.
const SNOOZE: business_time::WallDuration = business_time::WallDuration::from_minutes(15);

/// Opens the window and runs until it is closed.
pub fn run() {
    let args = Args::parse();
    let data_dir = args
        .data_dir
        .clone()
        .or_else(desk::data_dir)
        .unwrap_or_else(|| PathBuf::from("ichiji-data"));
    let _log = start_log(&data_dir);
    let shell = open(&args, data_dir);
    let builder = crate::ipc_builder!(tauri::Wry);
    let commands = builder.invoke_handler();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            show_window(app)
        }))
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(remembered(&args))
                .build(),
        )
        .manage(shell)
        .invoke_handler(commands)
        .setup(move |app| {
            builder.mount_events(app);
            Ok(set_up(app, &args)?)
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(|app, event| {
            if matches!(event, RunEvent::Exit) {
                app.state::<Shell>().nudge.end();
            }
        }),
        Err(problem) => tracing::error!(%problem, "the window could not be opened"),
    }
}

/// Opens the desk; why it could not be opened is the window's to tell.
fn open(args: &Args, data_dir: PathBuf) -> Shell {
    let clock = Arc::new(WindowClock::new(args.as_of));
    let open = {
        let (args, data_dir, clock) = (args.clone(), data_dir.clone(), Arc::clone(&clock));
        move || open_desk(&args, &data_dir, clock)
    };
    let shell = Shell::opening(open, clock, data_dir);
    *shell
        .ready_file
        .lock()
        .unwrap_or_else(PoisonError::into_inner) = args.ready_file.clone();
    shell
}

fn open_desk(args: &Args, data_dir: &Path, clock: Arc<WindowClock>) -> Result<Desk, IpcError> {
    let desk = Desk::open(data_dir, Access::Window, clock).map_err(IpcError::from);
    let desk = desk.and_then(|desk| {
        if args.sample {
            begin_with_sample(&desk, args)?;
        }
        Ok(desk)
    });
    desk.map_err(|problem| {
        tracing::error!(code = problem.code, "the record could not be opened");
        problem.at_folder(data_dir)
    })
}

/// Puts the sample set into a record without one, and skips the set-up.
fn begin_with_sample(desk: &Desk, args: &Args) -> Result<(), IpcError> {
    let mut settings = desk.local_settings()?;
    if !settings.first_start_done {
        settings.name = desk::sample::AGENT.to_owned();
        settings.first_start_done = true;
    }
    if args.lang.as_deref() == Some("en") {
        settings.language = Language::En;
    }
    // A clock that stands is a picture's: no notification stands over the window.
    settings.native_notifications = args.as_of.is_none();
    desk.set_local_settings(&settings)?;
    if !desk.has_sample()? {
        desk.add_sample(&Call::new(Actor::new(&settings.name)))?;
    }
    Ok(())
}

fn set_up<R: Runtime>(app: &App<R>, args: &Args) -> tauri::Result<()> {
    let handle = app.handle().clone();
    let (width, height) = args.size.unwrap_or(SIZE);
    WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::App(args.first_address().into()))
        .title(words(Language::default()).title)
        .inner_size(width, height)
        .min_inner_size(LEAST.0, LEAST.1)
        .build()?;
    // What follows from the settings waits for the desk, and must not keep the window from coming up.
    std::thread::spawn(move || {
        let language = language(&handle);
        let furnishing = handle.clone();
        let furnished = handle.run_on_main_thread(move || furnish(&furnishing, language));
        tell(furnished, "the window could not be furnished");
    });
    Ok(())
}

fn furnish<R: Runtime>(app: &AppHandle<R>, language: Language) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        let titled = window.set_title(words(language).title);
        tell(titled, "the window could not be given its title");
    }
    zoom(app);
    bring_notifier(app, language);
    bring_tray(app, language);
    scheduler::start(app.clone());
}

fn bring_notifier<R: Runtime>(app: &AppHandle<R>, language: Language) {
    let words = words(language);
    let acting = app.clone();
    let notifier = SystemNotifier::new(app.clone(), (words.open, words.snooze), move |deed| {
        act(&acting, deed)
    });
    match notifier {
        Ok(notifier) => {
            let shell = app.state::<Shell>();
            *shell
                .notifier
                .lock()
                .unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(notifier));
        }
        Err(problem) => tracing::warn!(%problem, "no native notifications"),
    }
}

fn bring_tray<R: Runtime>(app: &AppHandle<R>, language: Language) {
    let silent = settings_of(app).is_some_and(|settings| settings.do_not_disturb);
    match Tray::new(app, language, silent, choose) {
        Ok(tray) => drop(app.manage(tray)),
        Err(problem) => tracing::warn!(%problem, "no tray icon"),
    }
}

/// What a click on a notification does.
fn act<R: Runtime>(app: &AppHandle<R>, deed: Deed) {
    match deed {
        Deed::Open(opens) => {
            show_window(app);
            if let Some(opens) = opens {
                open_page(app, Some(opens));
            }
        }
        Deed::Snooze(inquiry) => {
            let shell = app.state::<Shell>();
            let snoozed = shell.desk().and_then(|desk| {
                let until = desk.now().plus_wall(SNOOZE);
                Ok(desk.snooze(desk.find(&inquiry)?, until)?)
            });
            tell(snoozed, "an inquiry could not be snoozed");
            shell.nudge.ring();
        }
    }
}

/// What a choice in the tray's menu does.
fn choose<R: Runtime>(app: &AppHandle<R>, choice: Choice) {
    match choice {
        Choice::ShowWindow => show_window(app),
        Choice::RecordCall => {
            show_window(app);
            open_page(app, None);
        }
        Choice::OpenFirst => {
            show_window(app);
            let first = app.state::<Shell>().desk().and_then(|desk| {
                let request = desk::QueueRequest {
                    limit: 1,
                    ..desk::QueueRequest::default()
                };
                Ok(desk
                    .queue(&request)?
                    .rows
                    .first()
                    .map(|row| row.inquiry().id.to_string()))
            });
            if let Ok(Some(first)) = first {
                open_page(app, Some(Opens::Inquiry(first)));
            }
        }
        Choice::DoNotDisturb => turn_silence(app),
        Choice::Quit => app.exit(0),
    }
}

fn turn_silence<R: Runtime>(app: &AppHandle<R>) {
    let shell = app.state::<Shell>();
    let turned = shell.desk().and_then(|desk| {
        let mut settings = desk.local_settings()?;
        settings.do_not_disturb = !settings.do_not_disturb;
        Ok(desk.set_local_settings(&settings)?)
    });
    tell(turned, "do not disturb could not be turned");
    shell.nudge.ring();
    scheduler::tell_everything(app);
}

/// Lets the window open an inquiry, or the phone form where none is named.
fn open_page<R: Runtime>(app: &AppHandle<R>, opens: Option<Opens>) {
    let (inquiry, obligation) = match opens {
        Some(Opens::Inquiry(id)) => (Some(id), None),
        Some(Opens::Obligation(id)) => (None, Some(id)),
        None => (None, None),
    };
    let opened = Opened {
        inquiry,
        obligation,
    };
    tell(opened.emit(app), "the window could not be told");
}

/// Brings the window to the front.
fn show_window<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        tell(window.unminimize(), "the window could not be restored");
        tell(window.show(), "the window could not be shown");
        tell(window.set_focus(), "the window could not be focused");
    }
}

/// Notes what went wrong where nobody waits for an answer.
pub(crate) fn tell<E: std::fmt::Debug>(done: Result<(), E>, what: &str) {
    if let Err(problem) = done {
        tracing::warn!(?problem, "{what}");
    }
}

/// Shows everything as large as the settings have it.
pub(crate) fn zoom<R: Runtime>(app: &AppHandle<R>) {
    let settings = settings_of(app);
    if let (Some(window), Some(settings)) = (app.get_webview_window(WINDOW), settings) {
        let zoomed = window.set_zoom(f64::from(settings.zoom.percent()) / 100.0);
        tell(zoomed, "the window could not be zoomed");
    }
}

pub(crate) fn settings_of<R: Runtime>(app: &AppHandle<R>) -> Option<desk::LocalSettings> {
    app.state::<Shell>().desk().ok()?.local_settings().ok()
}

pub(crate) fn language<R: Runtime>(app: &AppHandle<R>) -> Language {
    settings_of(app)
        .map(|settings| settings.language)
        .unwrap_or_default()
}

/// A size that was asked for is not overridden by the one of last time.
fn remembered(args: &Args) -> StateFlags {
    if args.size.is_some() {
        StateFlags::empty()
    } else {
        StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED
    }
}

/// Makes a folder and those above it that are missing, readable by their owner alone: the log begins before the record
/// is opened, and the record's folder keeps the permissions that it has.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes the log beside the record: what the program did, never what customers wrote.
fn start_log(data_dir: &Path) -> Option<tracing_appender::non_blocking::WorkerGuard> {
    let folder = data_dir.join("logs");
    // A folder that cannot be made is the desk's to tell; without one there is no log.
    make_private(&folder).ok()?;
    let appender = tracing_appender::rolling::Builder::new()
        .rotation(tracing_appender::rolling::Rotation::DAILY)
        .filename_prefix("ichiji")
        .filename_suffix("log")
        .max_log_files(14)
        .build(folder)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(appender);
    let filter =
        tracing_subscriber::EnvFilter::try_from_env("ICHIJI_LOG").unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt()
        .with_writer(writer)
        .with_ansi(false)
        .with_env_filter(filter)
        .init();
    Some(guard)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    #[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    fn the_log_leaves_the_record_s_folder_to_its_owner_alone() {
        let place = tempfile::tempdir().unwrap();
        let data = place.path().join("ichiji");
        make_private(&data.join("logs")).unwrap();
        for folder in [&data, &data.join("logs")] {
            let mode = std::fs::metadata(folder).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700);
        }
    }
}
