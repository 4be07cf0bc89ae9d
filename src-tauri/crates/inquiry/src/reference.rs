//! Reference data in the log: whatever bears on a verdict, so that a verdict follows from the log alone.

use std::collections::BTreeMap;

use business_time::CalendarVersion;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{PersonalId, SignOff};

/// A change of what all inquiries are judged by.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum ReferenceEvent {
    /// A policy pack came into the record.
    PackPublished {
        /// The product family.
        id: String,
        /// The version's name.
        version: String,
        /// SHA-256 of the text, in hex.
        hash: String,
        /// The pack as written.
        text: String,
    },
    /// The business calendar's versions were published, all together.
    CalendarPublished {
        /// SHA-256 of the versions' JSON, in hex.
        hash: String,
        /// Every version, by effective date.
        versions: Vec<CalendarVersion>,
    },
    /// Whole years of national holidays were imported; they replace what the desk knew of those years.
    HolidaysPublished {
        /// SHA-256 of the years' JSON, in hex.
        hash: String,
        /// The years that are replaced, all of them at once: earlier imports do not shine through.
        years: BTreeMap<i32, Vec<(NaiveDate, String)>>,
    },
    /// A table of facts that the policies count by was published, as a whole.
    TablePublished {
        /// Which table it is.
        table: FactTable,
        /// The version of the table itself.
        version: String,
        /// SHA-256 of the text, in hex.
        hash: String,
        /// The table as written.
        text: String,
    },
    /// A setting that bears on intake or bands changed.
    SettingChanged(Setting),
    /// A period was signed off.
    PeriodSignedOff(Box<SignOff>),
    /// People's data was erased.
    Erased {
        /// The rows that are gone.
        rows: Vec<PersonalId>,
    },
    /// A reference event was taken back; the one before it holds again.
    Undone {
        /// The operation that no longer counts.
        operation: crate::OperationId,
    },
}

/// A setting that all desktops of a centre share.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "setting", content = "value", rename_all = "snake_case")]
pub enum Setting {
    /// The centre's own mail addresses: messages from them are outgoing.
    OwnAddresses(Vec<String>),
    /// The bands' thresholds and the triage aim.
    Thresholds(policy::Thresholds),
    /// When reminders are due.
    Reminders(policy::ReminderRules),
}

/// A table of facts that the policies count by.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactTable {
    /// The published versions of operating systems (§8, §9).
    OsReleases,
    /// The apps, devices and documents of the products (§3, §4, §7, §11).
    Products,
}
