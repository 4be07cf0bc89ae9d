//! What the centre knows of its products (§3, §4, §7, §11): the published versions of their apps, the verified devices,
//! and the documents that replies point to.

mod ask;
mod edit;
mod named;
mod read;
mod write;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::ask::{AppAnswer, AppReason, AppVerdict, DeviceAnswer, DeviceReason, DeviceVerdict};
pub use self::edit::{ProductDifference, ProductEdit};
pub use self::named::NamedApp;
use crate::os::version::Version;
use crate::pack::OsFamily;
use crate::words::words;

impl Platform {
    /// Gives the platform of an operating system.
    pub const fn of(os: OsFamily) -> Self {
        match os {
            OsFamily::Ios => Self::Ios,
            OsFamily::IpadOs => Self::IpadOs,
            OsFamily::Android => Self::Android,
            OsFamily::MacOs => Self::MacOs,
            OsFamily::Windows11 => Self::Windows11,
            OsFamily::ChromeOs => Self::ChromeOs,
        }
    }
}

words! {
    /// Where an app runs, or where a console is opened.
    Platform ("platform") {
        /// iPhone.
        Ios = "ios",
        /// iPad.
        IpadOs = "ipados",
        /// Android.
        Android = "android",
        /// Mac.
        MacOs = "macos",
        /// Windows 11.
        Windows11 = "windows-11",
        /// ChromeOS.
        ChromeOs = "chromeos",
        /// A browser.
        Web = "web",
    }
}

/// The facts about all products. Only a checked table can be asked; an empty one knows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProductTable {
    /// The version of the table itself; empty where none was entered yet.
    pub version: String,
    /// Where its facts are from.
    pub source: String,
    // INVARIANT: those of one app and platform follow one another by day and by version.
    releases: Vec<AppRelease>,
    devices: Vec<VerifiedDevice>,
    documents: Vec<Document>,
}

/// A version of an app as it was published on a platform: after the review of the store, not before (§4).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppRelease {
    /// The product family.
    pub product: String,
    /// What the app is called.
    pub app: String,
    /// Where.
    pub platform: Platform,
    /// The version as it is written.
    pub version: String,
    /// The day on which it could be had there.
    pub published_on: NaiveDate,
}

/// A device on the list of verified ones (§11).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerifiedDevice {
    /// The product family.
    pub product: String,
    /// What the device is called.
    pub model: String,
    /// Its other names, a maker's number for one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The first day on which it stood on the list.
    pub since: NaiveDate,
    /// The first day on which it no longer does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// A document to which replies point (§2, §3).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The product family.
    pub product: String,
    /// Its title.
    pub title: String,
    /// Its address, `https://…`.
    pub url: String,
    /// Words by which it is found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl ProductTable {
    /// Checks the text of a table and gives it, or all of its problems in the order of their lines.
    pub fn check(toml: &str) -> Result<Self, Vec<crate::PackProblem>> {
        read::check(toml)
    }

    /// Gives every published version, by product, app and platform; the newest last.
    pub fn releases(&self) -> &[AppRelease] {
        &self.releases
    }

    /// Gives the verified devices, those included that no longer are.
    pub fn devices(&self) -> &[VerifiedDevice] {
        &self.devices
    }

    /// Gives the documents.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Gives the documents of a product.
    pub fn documents_of(&self, product: &str) -> impl Iterator<Item = &Document> {
        self.documents
            .iter()
            .filter(move |it| it.product == product)
    }

    fn sort(&mut self) {
        self.releases.sort_by(|one, other| {
            let place = |it: &AppRelease| (it.product.clone(), it.app.clone(), it.platform);
            let by_version = || Version::of(&one.version).cmp(&Version::of(&other.version));
            place(one)
                .cmp(&place(other))
                .then(one.published_on.cmp(&other.published_on))
                .then_with(by_version)
        });
        self.devices.sort();
        self.documents.sort();
    }
}

impl AppRelease {
    fn is_of(&self, product: &str, app: &str, platform: Platform) -> bool {
        self.product == product && self.platform == platform && same(&self.app, app)
    }
}

impl VerifiedDevice {
    /// Gives all its names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let also = self.also.iter().map(String::as_str);
        std::iter::once(self.model.as_str()).chain(also)
    }

    fn is_called(&self, name: &str) -> bool {
        self.names().any(|known| same(known, name))
    }
}

/// Names are the same however wide their characters are, and whatever their case.
fn same(one: &str, other: &str) -> bool {
    crate::library::folded(one.trim()) == crate::library::folded(other.trim())
}
