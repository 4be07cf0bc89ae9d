//! The shapes that cross between the core and the window. Instants are RFC 3339 in UTC, dates `YYYY-MM-DD`,
//! durations signed seconds, ids strings; words are codes, and the sentences live in the window's catalogues.

pub mod cause;
pub mod frame;
pub mod inquiry;
pub mod obligations;
pub mod packs;
pub mod products;
pub mod queue;
pub mod register;
pub mod report;
pub mod request;
pub mod rules;
pub mod scope;
pub mod settings;
pub mod sign_off;
pub mod systems;
pub mod today;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// Why a command did not do what was asked: a stable code, and what the sentence needs.
#[derive(Clone, Debug, Serialize, Type)]
pub struct IpcError {
    /// The code, as listed in `docs/errors.md`.
    pub code: String,
    /// The parameters of the sentence.
    pub params: BTreeMap<String, String>,
}

/// What a writing command did.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Written {
    /// The operation, which `undo` takes back.
    pub operation: String,
    /// The inquiries that changed; a new one comes first.
    pub inquiries: Vec<String>,
}

/// Something changed in the record; the window reads again what it shows.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Type, tauri_specta::Event)]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    /// The inquiries that changed; empty where only time passed.
    pub inquiries: Vec<String>,
    /// Whether packs, calendar or settings changed: then everything may have.
    pub everything: bool,
    /// The writes of this window that it tells of.
    pub operations: Vec<String>,
}

/// A reminder was due; shown in the window whatever the system's service does with it.
#[derive(Clone, Debug, Serialize, Deserialize, Type, tauri_specta::Event)]
#[serde(rename_all = "camelCase")]
pub struct Reminded {
    /// The reminders of one moment that were due first; more than one make a summary.
    pub first: Vec<frame::Sign>,
    /// How many there are in all.
    pub count: u32,
    /// Whether they were missed while the desk slept or was closed.
    pub missed: bool,
}

/// The window should open a page: a notification or the tray was clicked.
#[derive(Clone, Debug, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct Opened {
    /// The inquiry; nothing for an obligation, and for the phone form.
    pub inquiry: Option<String>,
    /// The obligation; nothing for an inquiry, and for the phone form.
    pub obligation: Option<String>,
}

/// How far an import is.
#[derive(Clone, Debug, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct ImportProgress {
    /// Messages done so far.
    pub done: u32,
    /// Messages in all.
    pub of: u32,
}

/// How far the writing of a report is.
#[derive(Clone, Debug, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct ReportProgress {
    /// Inquiries done so far.
    pub done: u32,
    /// Inquiries in all; 0 where that is not known yet.
    pub of: u32,
}
