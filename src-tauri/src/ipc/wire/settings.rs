//! The settings.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What a person does at the centre.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Agent,
    Lead,
}

/// The language of the window.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    Ja,
    En,
}

/// The theme.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    System,
    Light,
    Dark,
}

/// How high rows are.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Density {
    Comfortable,
    Compact,
}

/// All settings.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Those of this desktop.
    pub local: LocalSettings,
    /// Those of the centre, kept in the log.
    pub shared: SharedSettings,
    /// Where the record is kept.
    pub data_folder: String,
    /// The program's version.
    pub version: String,
}

/// The settings of this desktop.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LocalSettings {
    /// The person's name.
    pub name: String,
    /// The person's role.
    pub role: Role,
    /// The language.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// How high rows are.
    pub density: Density,
    /// How large everything is, in per cent: 100 to 200.
    pub zoom_percent: u16,
    /// The folder whose files are taken in as they arrive.
    pub watched_folder: Option<String>,
    /// Whether notifications are silent for now.
    pub do_not_disturb: bool,
    /// Whether notifications make a sound.
    pub sound: bool,
    /// Whether native notifications are shown at all; the sign in the window always is.
    pub native_notifications: bool,
    /// Whether it is told at the start of a business day what it begins with.
    pub opening_digest: bool,
    /// The people marked away; what is theirs goes to the leads.
    pub away: Vec<String>,
}

/// The settings that all desktops of a centre share.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SharedSettings {
    /// The centre's own mail addresses, or whole domains as `@example.jp`.
    pub own_addresses: Vec<String>,
    /// Urgent: at most this share of the allowance is left, in per cent.
    pub urgent_percent: u8,
    /// Urgent: or at most this much business time, in minutes.
    pub urgent_minutes: u32,
    /// Soon: at most this share is left, in per cent.
    pub soon_percent: u8,
    /// The triage aim 判定目安 in business minutes.
    pub triage_aim_minutes: u32,
    /// The reminders.
    pub reminders: ReminderSettings,
}

/// When reminders are due.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReminderSettings {
    /// The rule where a level has none of its own.
    pub usual: ReminderRule,
    /// A level's own rule.
    pub outage: Option<ReminderRule>,
    /// A level's own rule.
    pub serious: Option<ReminderRule>,
    /// A level's own rule.
    pub minor: Option<ReminderRule>,
    /// A level's own rule.
    pub question: Option<ReminderRule>,
}

/// When reminders of one level are due.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReminderRule {
    /// Shares of the allowance left, in per cent.
    pub shares_left: Vec<u8>,
    /// Business minutes left.
    pub minutes_left: Vec<u32>,
    /// Whether the target rings.
    pub at_target: bool,
    /// Whether the limit rings.
    pub at_limit: bool,
}
