//! The table of products, and what is asked of it (§3, §4, §7, §11).

use serde::{Deserialize, Serialize};
use specta::Type;

use super::rules::RuleProblem;

/// The table.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ProductTable {
    /// The table's own version; empty where nothing was entered yet.
    pub version: String,
    /// Published versions of apps; the newest of each first.
    pub releases: Vec<AppRelease>,
    /// Verified devices.
    pub devices: Vec<VerifiedDevice>,
    /// Documents to which replies point.
    pub documents: Vec<Document>,
    /// Today.
    pub today: String,
}

/// A version of an app on a platform.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AppRelease {
    /// The product family.
    pub product: String,
    /// The app.
    pub app: String,
    /// `ios`, `ipados`, `android`, `macos`, `windows-11`, `chromeos` or `web`.
    pub platform: String,
    /// The version.
    pub version: String,
    /// The day on which it could be had there.
    pub published_on: String,
}

/// A device on a product's list.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct VerifiedDevice {
    /// The product family.
    pub product: String,
    /// What it is called.
    pub model: String,
    /// Its other names.
    pub also: Vec<String>,
    /// The first day on the list.
    pub since: String,
    /// The first day on which it no longer stands there.
    pub until: Option<String>,
}

/// A document.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Document {
    /// The product family.
    pub product: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Words by which it is found.
    pub tags: Vec<String>,
}

/// What is asked of an app.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct AppQuestion {
    /// The product family.
    pub product: String,
    /// The app.
    pub app: String,
    /// Where it runs.
    pub platform: String,
    /// The version.
    pub version: String,
    /// The day.
    pub on: String,
}

/// What is asked of a device.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct DeviceQuestion {
    /// The product family.
    pub product: String,
    /// The device.
    pub model: String,
    /// The day.
    pub on: String,
}

/// Whether an app or a device is in scope, and why.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ProductAnswer {
    /// `supported`, `unsupported`, `to-be-checked`.
    pub verdict: String,
    /// Why, as a code.
    pub reason: String,
    /// The clause that it rests on.
    pub clause: u8,
    /// The newest version on that day.
    pub newest: Option<String>,
    /// A name of the table that looks alike.
    pub suggestion: Option<String>,
}

/// A change of the table.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum ProductTableChange {
    /// A whole table from a file.
    Table {
        /// The file.
        path: String,
    },
    /// A version of an app was published.
    Release {
        /// The version.
        release: AppRelease,
    },
    /// A version was entered by mistake.
    TakeBack {
        /// The version.
        release: AppRelease,
    },
    /// A device was verified.
    Verify {
        /// The device.
        device: VerifiedDevice,
    },
    /// A device stands no longer on the list.
    Unlist {
        /// The product family.
        product: String,
        /// The device.
        model: String,
        /// The first day on which it does not.
        on: String,
    },
    /// There is a document to point to.
    Document {
        /// The document.
        document: Document,
    },
    /// A document is not pointed to any more.
    RemoveDocument {
        /// The product family.
        product: String,
        /// Its address.
        url: String,
    },
}

/// What a change of the table does, or why it cannot be made.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ProductPreview {
    /// All problems at once; where there are any, nothing can be applied.
    pub problems: Vec<RuleProblem>,
    /// What comes, a line each.
    pub added: Vec<String>,
    /// What goes.
    pub removed: Vec<String>,
}
