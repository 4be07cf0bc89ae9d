//! The settings: those of this desktop beside the log, those of the centre in it.

use inquiry::Actor;
use policy::{ReminderRules, Thresholds};
use serde::{Deserialize, Serialize};

use crate::{Desk, DeskError, Filter, Sort, View};

const KEY: &str = "settings";

/// What a person does at the centre.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Answers inquiries.
    #[default]
    Agent,
    /// Leads the team, and hears of what runs late.
    Lead,
}

/// The language of the window.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Japanese.
    #[default]
    Ja,
    /// English.
    En,
}

/// The theme of the window.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How high the rows of the queue are.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Density {
    /// 50 px.
    #[default]
    Comfortable,
    /// 36 px.
    Compact,
}

/// How large everything in the window is, in per cent of its usual size.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Zoom(u16);

impl Zoom {
    const LEAST: u16 = 100;
    const MOST: u16 = 200;

    /// Gives the size in per cent, 100 to 200.
    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(Self::LEAST)
    }
}

impl From<u16> for Zoom {
    /// Takes the nearest size that the window's pages are made for.
    fn from(percent: u16) -> Self {
        Self(percent.clamp(Self::LEAST, Self::MOST))
    }
}

impl From<Zoom> for u16 {
    fn from(zoom: Zoom) -> Self {
        zoom.0
    }
}

/// A view that somebody saved on this desktop.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedView {
    /// Its name; saving another view of the same name replaces it.
    pub name: String,
    /// The view that it narrows.
    pub view: View,
    /// The filter.
    pub filter: Filter,
    /// The order.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub descending: bool,
    /// Whether rows of one band stand together.
    pub group_by_band: bool,
    /// The columns that are hidden, by name.
    pub hidden_columns: Vec<String>,
}

/// The settings of this desktop, not in the log.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct LocalSettings {
    /// The person's name; empty until the set-up is done.
    pub name: String,
    /// The person's role.
    pub role: Role,
    /// The language.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// How high rows are.
    pub density: Density,
    /// How large everything is, in per cent of its usual size.
    pub zoom: Zoom,
    /// The folder whose files are taken in as they arrive.
    pub watched_folder: Option<String>,
    /// Whether reminders are silent for now.
    pub do_not_disturb: bool,
    /// Whether notifications make a sound.
    pub sound: bool,
    /// Whether the system's notifications are used at all; the signs in the window always are.
    pub native_notifications: bool,
    /// Whether it is told at the start of a business day what it begins with.
    pub opening_digest: bool,
    /// The people marked away: what is theirs rings with the leads too.
    pub away: Vec<Actor>,
    /// Whether the first start's set-up was done.
    pub first_start_done: bool,
    /// The saved views, in the order of the rail.
    pub saved_views: Vec<SavedView>,
}

impl Default for LocalSettings {
    fn default() -> Self {
        Self {
            name: String::new(),
            role: Role::default(),
            language: Language::default(),
            theme: Theme::default(),
            density: Density::default(),
            zoom: Zoom::default(),
            watched_folder: None,
            do_not_disturb: false,
            sound: true,
            native_notifications: true,
            opening_digest: true,
            away: Vec::new(),
            first_start_done: false,
            saved_views: Vec::new(),
        }
    }
}

impl LocalSettings {
    /// Gives the person at the desk.
    #[must_use]
    pub fn me(&self) -> Actor {
        Actor::new(&self.name)
    }
}

/// The settings that all desktops of a centre share; each is an event of the log.
#[derive(Clone, PartialEq, Debug)]
pub struct SharedSettings {
    /// The centre's own mail addresses, or whole domains as `@example.jp`.
    pub own_addresses: Vec<String>,
    /// The bands' thresholds and the triage aim.
    pub thresholds: Thresholds,
    /// When reminders are due.
    pub reminders: ReminderRules,
}

impl Desk {
    /// Gives the settings of this desktop.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be read.
    pub fn local_settings(&self) -> Result<LocalSettings, DeskError> {
        let Some(text) = self.store().local().get(KEY)? else {
            return Ok(LocalSettings::default());
        };
        Ok(serde_json::from_str(&text)?)
    }

    /// Keeps the settings of this desktop; a name is kept without surrounding white space.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be written.
    pub fn set_local_settings(&self, settings: &LocalSettings) -> Result<(), DeskError> {
        let settings = LocalSettings {
            name: settings.name.trim().to_owned(),
            ..settings.clone()
        };
        Ok(self
            .store()
            .local()
            .put(KEY, &serde_json::to_string(&settings)?)?)
    }

    /// Saves a view under its name, in place of the one that had it.
    ///
    /// # Errors
    /// [`DeskError::EmptyName`] for a view without a name; [`DeskError::Store`] where the record cannot be written.
    pub fn save_view(&self, view: SavedView) -> Result<(), DeskError> {
        if view.name.trim().is_empty() {
            return Err(DeskError::EmptyName);
        }
        let mut settings = self.local_settings()?;
        match settings
            .saved_views
            .iter_mut()
            .find(|it| it.name == view.name)
        {
            Some(place) => *place = view,
            None => settings.saved_views.push(view),
        }
        self.set_local_settings(&settings)
    }

    /// Forgets the saved view of that name, if there is one.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be written.
    pub fn forget_view(&self, name: &str) -> Result<(), DeskError> {
        let mut settings = self.local_settings()?;
        settings.saved_views.retain(|it| it.name != name);
        self.set_local_settings(&settings)
    }

    /// Gives the settings that all desktops of the centre share.
    #[must_use]
    pub fn shared_settings(&self) -> SharedSettings {
        let rules = self.rules();
        SharedSettings {
            own_addresses: rules.own_addresses.clone(),
            thresholds: rules.thresholds,
            reminders: rules.reminder_rules.clone(),
        }
    }
}
