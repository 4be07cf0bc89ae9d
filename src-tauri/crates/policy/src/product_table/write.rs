//! Writing a table of products as it is read.

use serde::Serialize;

use super::{AppRelease, Document, ProductTable, VerifiedDevice};

/// Days are written as texts, which reading takes as well as TOML's own.
#[derive(Serialize)]
struct Written<'a> {
    version: &'a str,
    source: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    releases: &'a [AppRelease],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    devices: &'a [VerifiedDevice],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    documents: &'a [Document],
}

impl ProductTable {
    /// Writes the table as TOML, which [`ProductTable::check`] reads.
    pub fn to_toml(&self) -> String {
        let written = Written {
            version: &self.version,
            source: &self.source,
            releases: &self.releases,
            devices: &self.devices,
            documents: &self.documents,
        };
        // Texts, days and lists of them can always be written.
        toml::to_string(&written).unwrap_or_default()
    }
}
