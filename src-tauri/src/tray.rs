//! The tray icon: the worst band and the count, and a menu that holds every function, since clicks on the icon are
//! reported nowhere on Linux and some desktops show no tray at all.

use std::sync::{Mutex, MutexGuard, PoisonError};

use desk::Language;
use policy::Band;
use tauri::image::Image;
use tauri::menu::{CheckMenuItem, Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Runtime};

use crate::words::words;

mod count;

/// What a person chose in the tray's menu.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Choice {
    /// Show the window.
    ShowWindow,
    /// Record a call.
    RecordCall,
    /// Open what is due first.
    OpenFirst,
    /// Silence reminders, or no longer.
    DoNotDisturb,
    /// End the program.
    Quit,
}

const CHOICES: [(&str, Choice); 5] = [
    ("show-window", Choice::ShowWindow),
    ("record-call", Choice::RecordCall),
    ("open-first", Choice::OpenFirst),
    ("do-not-disturb", Choice::DoNotDisturb),
    ("quit", Choice::Quit),
];

/// The icon in the tray.
pub struct Tray<R: Runtime> {
    icon: TrayIcon<R>,
    /// What it tells, as the menu's first line: not every tray shows a text on or beside an icon.
    line: Mutex<MenuItem<R>>,
    glance: Mutex<Glance>,
}

/// What the icon tells.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Glance {
    /// The worst band among open inquiries.
    pub worst: Option<Band>,
    /// How many are open.
    pub open: u32,
    /// How many are late or breached.
    pub late: u32,
}

impl<R: Runtime> Tray<R> {
    /// Puts the icon into the tray.
    ///
    /// # Errors
    /// Fails where the system takes no icon at all.
    pub fn new(
        app: &AppHandle<R>,
        language: Language,
        silent: bool,
        chosen: impl Fn(&AppHandle<R>, Choice) + Send + Sync + 'static,
    ) -> tauri::Result<Self> {
        let glance = Glance::default();
        let line = line(app, language, glance)?;
        let icon = TrayIconBuilder::with_id("main")
            .menu(&menu(app, &line, language, silent)?)
            .icon(picture(glance)?)
            .on_menu_event(move |app, event| {
                let found = CHOICES.iter().find(|(id, _)| event.id() == id);
                if let Some((_, choice)) = found {
                    chosen(app, *choice);
                }
            })
            .build(app)?;
        Ok(Self {
            icon,
            line: Mutex::new(line),
            glance: Mutex::new(glance),
        })
    }

    /// Shows how things stand.
    ///
    /// # Errors
    /// Fails where the system does not take the new icon.
    pub fn show(&self, language: Language, glance: Glance) -> tauri::Result<()> {
        *locked(&self.glance) = glance;
        let told = told(language, glance);
        locked(&self.line).set_text(&told)?;
        self.icon.set_icon(Some(picture(glance)?))?;
        self.icon.set_tooltip(Some(&told))
    }

    /// Writes the menu anew, in a language.
    ///
    /// # Errors
    /// Fails where the system does not take the menu.
    pub fn translate(
        &self,
        app: &AppHandle<R>,
        language: Language,
        silent: bool,
    ) -> tauri::Result<()> {
        let line = line(app, language, *locked(&self.glance))?;
        self.icon
            .set_menu(Some(menu(app, &line, language, silent)?))?;
        *locked(&self.line) = line;
        Ok(())
    }
}

fn locked<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

fn told(language: Language, glance: Glance) -> String {
    (words(language).tray)(glance.open, glance.late)
}

/// Makes the line that only tells.
fn line<R: Runtime>(
    app: &AppHandle<R>,
    language: Language,
    glance: Glance,
) -> tauri::Result<MenuItem<R>> {
    let told = told(language, glance);
    MenuItem::with_id(app, "glance", told, false, None::<&str>)
}

fn menu<R: Runtime>(
    app: &AppHandle<R>,
    told: &MenuItem<R>,
    language: Language,
    silent: bool,
) -> tauri::Result<Menu<R>> {
    let words = words(language);
    let item = |id: &str, label: &str| MenuItem::with_id(app, id, label, true, None::<&str>);
    let line = PredefinedMenuItem::separator(app)?;
    Menu::with_items(
        app,
        &[
            told,
            &line,
            &item("show-window", words.show_window)?,
            &item("open-first", words.open_first)?,
            &item("record-call", words.record_call)?,
            &line,
            &CheckMenuItem::with_id(
                app,
                "do-not-disturb",
                words.do_not_disturb,
                true,
                silent,
                None::<&str>,
            )?,
            &line,
            &item("quit", words.quit)?,
        ],
    )
}

/// Gives the icon of the worst band, with the count in its corner.
fn picture(glance: Glance) -> tauri::Result<Image<'static>> {
    let bytes: &[u8] = match glance.worst {
        Some(Band::Breach) => include_bytes!("../../icons/tray/breach.png"),
        Some(Band::Late) => include_bytes!("../../icons/tray/late.png"),
        Some(Band::Urgent) => include_bytes!("../../icons/tray/urgent.png"),
        Some(Band::Soon) => include_bytes!("../../icons/tray/soon.png"),
        Some(Band::Fine | Band::Waiting | Band::Answered | Band::Ended) | None => {
            include_bytes!("../../icons/tray/calm.png")
        }
    };
    let bare = Image::from_bytes(bytes)?;
    let (width, height) = (bare.width(), bare.height());
    let mut pixels = bare.rgba().to_vec();
    count::draw(
        &mut pixels,
        usize::try_from(width).unwrap_or_default(),
        glance.open,
    );
    Ok(Image::new_owned(pixels, width, height))
}
