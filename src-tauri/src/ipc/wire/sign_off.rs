//! The sign-off of a period, and what is other since.

use serde::Serialize;
use specta::Type;

use super::report::ReportCell;

/// A sign-off of what a report selects.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SignOffView {
    /// The operation, by which it is taken back.
    pub operation: String,
    /// Who signed.
    pub by: String,
    /// When.
    pub at: String,
    /// What was said of it; nothing where nothing was, or once it was erased.
    pub note: Option<String>,
    /// The share of kept policies at that time, in tenths of a percent.
    pub kept_permille: Option<u32>,
    /// The share now, as of the same instant.
    pub kept_now_permille: Option<u32>,
    /// The inquiries that count otherwise, at most as many as a page bears.
    pub changes: Vec<SignedChange>,
    /// How many there are in all.
    pub changed: u32,
    /// What was published since.
    pub published: Vec<PublishedSince>,
}

/// An inquiry that counts otherwise.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SignedChange {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// How: `came-in`, `fell-out` or `differs`.
    pub turned: String,
    /// What of it differs.
    pub fields: Vec<SignedField>,
    /// The events that did it.
    pub by: Vec<SignedEvent>,
}

/// What of an inquiry differs.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SignedField {
    /// The code of the column or part.
    pub field: String,
    /// What it was.
    pub from: ReportCell,
    /// What it is.
    pub to: ReportCell,
}

/// Who did something that changed how an inquiry counts.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SignedEvent {
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
}

/// A version of the rules that was published.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PublishedSince {
    /// Which kind: `pack_published`, `calendar_published` or `holidays_published`.
    pub what: String,
    /// The pack and its version, or the beginning of the hash.
    pub label: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: String,
}
