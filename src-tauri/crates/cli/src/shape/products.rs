use policy::{
    AppAnswer, AppRelease, DeviceAnswer, Document, ProductDifference, ProductTable, VerifiedDevice,
};
use serde::Serialize;

use crate::i18n::Words;
use crate::output::line;

/// What the table of products holds.
#[derive(Serialize)]
pub struct TableShape<'a> {
    version: &'a str,
    source: &'a str,
    releases: Vec<&'a AppRelease>,
    devices: Vec<&'a VerifiedDevice>,
    documents: Vec<&'a Document>,
}

impl<'a> TableShape<'a> {
    /// Shows a table, or the part of it that is about one product.
    pub fn of(table: &'a ProductTable, product: Option<&str>) -> Self {
        let wanted = |it: &str| product.is_none_or(|product| product == it);
        let releases = table.releases().iter();
        let devices = table.devices().iter();
        let documents = table.documents().iter();
        Self {
            version: &table.version,
            source: &table.source,
            releases: releases.filter(|it| wanted(&it.product)).collect(),
            devices: devices.filter(|it| wanted(&it.product)).collect(),
            documents: documents.filter(|it| wanted(&it.product)).collect(),
        }
    }

    /// Tells it to people, one line each.
    pub fn text(&self, words: &Words) -> String {
        let releases = self.releases.iter().map(|it| release_line(it));
        let devices = self.devices.iter().map(|it| device_line(it));
        let documents = self.documents.iter().map(|it| document_line(it));
        let lines: Vec<String> = releases.chain(devices).chain(documents).collect();
        if lines.is_empty() {
            return format!("{}\n", words.products.empty);
        }
        lines.iter().map(|it| line(it) + "\n").collect()
    }
}

/// What a change of the table of products does.
#[derive(Serialize)]
pub struct ProductDifferenceShape<'a> {
    dry_run: bool,
    operation: Option<String>,
    releases_added: &'a [AppRelease],
    releases_removed: &'a [AppRelease],
    devices_added: &'a [VerifiedDevice],
    devices_removed: &'a [VerifiedDevice],
    documents_added: &'a [Document],
    documents_removed: &'a [Document],
}

impl<'a> ProductDifferenceShape<'a> {
    /// Shows a difference; without an operation nothing was written.
    pub fn of(difference: &'a ProductDifference, operation: Option<String>) -> Self {
        Self {
            dry_run: operation.is_none(),
            operation,
            releases_added: &difference.releases_added,
            releases_removed: &difference.releases_removed,
            devices_added: &difference.devices_added,
            devices_removed: &difference.devices_removed,
            documents_added: &difference.documents_added,
            documents_removed: &difference.documents_removed,
        }
    }
}

/// Writes a difference for people, one line each.
pub fn difference_text(it: &ProductDifference, words: &Words) -> String {
    let gone = it.releases_removed.iter().map(release_line);
    let gone = gone.chain(it.devices_removed.iter().map(device_line));
    let gone = gone.chain(it.documents_removed.iter().map(document_line));
    let come = it.releases_added.iter().map(release_line);
    let come = come.chain(it.devices_added.iter().map(device_line));
    let come = come.chain(it.documents_added.iter().map(document_line));
    let gone = gone.map(|it| format!("  - {it}"));
    let lines: Vec<String> = gone.chain(come.map(|it| format!("  + {it}"))).collect();
    if lines.is_empty() {
        return format!("{}\n", words.products.same);
    }
    lines.iter().map(|it| line(it) + "\n").collect()
}

fn release_line(it: &AppRelease) -> String {
    let (product, app, platform) = (&it.product, &it.app, it.platform);
    format!(
        "{product} {app} {} ({platform}, {})",
        it.version, it.published_on
    )
}

fn device_line(it: &VerifiedDevice) -> String {
    let names: Vec<&str> = it.names().collect();
    let until = it.until.map(|on| on.to_string()).unwrap_or_default();
    format!(
        "{} {} ({}–{until})",
        it.product,
        names.join(" / "),
        it.since
    )
}

fn document_line(it: &Document) -> String {
    format!("{} {} {}", it.product, it.title, it.url)
}

/// What is asked of the table, as it was asked.
#[derive(Serialize)]
pub struct Asked<'a> {
    /// The product family.
    pub product: &'a str,
    /// The app or device.
    pub name: &'a str,
    /// Where the app runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform: Option<&'static str>,
    /// The app's version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<&'a str>,
    /// The day.
    pub on: String,
}

/// The answer about an app or a device.
#[derive(Serialize)]
pub struct AnswerShape<'a> {
    #[serde(flatten)]
    asked: Asked<'a>,
    verdict: &'static str,
    reason: &'static str,
    clause: u8,
    newest_version: Option<String>,
    published_on: Option<String>,
    suggestion: Option<String>,
    text: &'static str,
}

impl<'a> AnswerShape<'a> {
    /// Shows the answer about a version of an app (§7).
    pub fn of_app(asked: Asked<'a>, answer: &AppAnswer, words: &Words) -> Self {
        let newest = answer.newest.as_ref();
        Self {
            asked,
            verdict: answer.verdict.as_str(),
            reason: answer.reason.as_str(),
            clause: 7,
            newest_version: newest.map(|it| it.version.clone()),
            published_on: newest.map(|it| it.published_on.to_string()),
            suggestion: answer.suggestion.clone(),
            text: (words.products.app)(answer.reason),
        }
    }

    /// Shows the answer about a device (§11).
    pub fn of_device(asked: Asked<'a>, answer: &DeviceAnswer, words: &Words) -> Self {
        Self {
            asked,
            verdict: answer.verdict.as_str(),
            reason: answer.reason.as_str(),
            clause: 11,
            newest_version: None,
            published_on: None,
            suggestion: answer.suggestion.clone(),
            text: (words.products.device)(answer.reason),
        }
    }

    /// Tells the answer to people.
    pub fn text(&self, words: &Words) -> String {
        let told = &words.products;
        let newest = self.newest_version.iter().zip(&self.published_on);
        let newest = newest.map(|(version, on)| format!("{}{version} ({on})", told.newest));
        let perhaps = self.suggestion.iter();
        let perhaps = perhaps.map(|it| format!("{}{it}", told.perhaps));
        let said = std::iter::once(format!("{} (§{})", self.text, self.clause));
        said.chain(newest)
            .chain(perhaps)
            .map(|it| line(&it) + "\n")
            .collect()
    }
}
