//! The table of products.

use std::path::Path;

use chrono::NaiveDate;
use desk::{DeskError, ProductTableChange, Rules, read_reference_text};
use policy::{AppRelease, Document, Platform, ProductDifference, ProductEdit, VerifiedDevice};

use super::parse;
use super::rules::{date, placed};
use crate::ipc::wire::{IpcError, products as wire};

/// Shows the table in force.
pub(crate) fn table(rules: &Rules, today: NaiveDate) -> wire::ProductTable {
    let table = &rules.product_table;
    wire::ProductTable {
        version: table.version.clone(),
        releases: table.releases().iter().rev().map(release).collect(),
        devices: table.devices().iter().map(device).collect(),
        documents: table.documents().iter().map(document).collect(),
        today: today.to_string(),
    }
}

fn release(it: &AppRelease) -> wire::AppRelease {
    wire::AppRelease {
        product: it.product.clone(),
        app: it.app.clone(),
        platform: it.platform.to_string(),
        version: it.version.clone(),
        published_on: it.published_on.to_string(),
    }
}

fn device(it: &VerifiedDevice) -> wire::VerifiedDevice {
    wire::VerifiedDevice {
        product: it.product.clone(),
        model: it.model.clone(),
        also: it.also.clone(),
        since: it.since.to_string(),
        until: it.until.map(|on| on.to_string()),
    }
}

fn document(it: &Document) -> wire::Document {
    wire::Document {
        product: it.product.clone(),
        title: it.title.clone(),
        url: it.url.clone(),
        tags: it.tags.clone(),
    }
}

/// Answers whether a version of an app is the newest.
pub(crate) fn about_app(
    rules: &Rules,
    asked: &wire::AppQuestion,
) -> Result<wire::ProductAnswer, IpcError> {
    let (product, version) = (known(rules, &asked.product)?, asked.version.trim());
    let platform = platform(&asked.platform)?;
    let table = &rules.product_table;
    let answer = table.check_app(&product, &asked.app, platform, version, date(&asked.on)?);
    Ok(wire::ProductAnswer {
        verdict: answer.verdict.to_string(),
        reason: answer.reason.to_string(),
        clause: 7,
        newest: answer.newest.map(|it| it.version),
        suggestion: answer.suggestion,
    })
}

/// Answers whether a device stands on the list.
pub(crate) fn about_device(
    rules: &Rules,
    asked: &wire::DeviceQuestion,
) -> Result<wire::ProductAnswer, IpcError> {
    let product = known(rules, &asked.product)?;
    let table = &rules.product_table;
    let answer = table.check_device(&product, &asked.model, date(&asked.on)?);
    Ok(wire::ProductAnswer {
        verdict: answer.verdict.to_string(),
        reason: answer.reason.to_string(),
        clause: 11,
        newest: None,
        suggestion: answer.suggestion,
    })
}

fn known(rules: &Rules, product: &str) -> Result<String, IpcError> {
    let product = parse::product(product)?;
    if rules.packs.products().any(|it| *it == product) {
        Ok(product.to_string())
    } else {
        Err(DeskError::NoSuchProduct(product.to_string()).into())
    }
}

fn platform(text: &str) -> Result<Platform, IpcError> {
    text.parse()
        .map_err(|_| IpcError::malformed("platform", text))
}

impl wire::ProductTableChange {
    /// Reads the change and, where it names one, the file.
    pub(crate) fn read(&self) -> Result<ProductTableChange, IpcError> {
        let edit = match self {
            Self::Table { path } => {
                let text = read_reference_text(Path::new(path))?;
                return Ok(ProductTableChange::Table(text));
            }
            Self::Release { release } => ProductEdit::Release(release.read()?),
            Self::TakeBack { release } => {
                let release = release.read()?;
                ProductEdit::TakeBackRelease {
                    product: release.product,
                    app: release.app,
                    platform: release.platform,
                    version: release.version,
                }
            }
            Self::Verify { device } => ProductEdit::Verify(device.read()?),
            Self::Unlist { product, model, on } => ProductEdit::Unlist {
                product: product.clone(),
                model: model.clone(),
                on: date(on)?,
            },
            Self::Document { document } => ProductEdit::Document(document.read()),
            Self::RemoveDocument { product, url } => ProductEdit::RemoveDocument {
                product: product.clone(),
                url: url.clone(),
            },
        };
        Ok(ProductTableChange::Edits(vec![edit]))
    }
}

impl wire::AppRelease {
    fn read(&self) -> Result<AppRelease, IpcError> {
        Ok(AppRelease {
            product: self.product.clone(),
            app: self.app.trim().to_owned(),
            platform: platform(&self.platform)?,
            version: self.version.trim().to_owned(),
            published_on: date(&self.published_on)?,
        })
    }
}

impl wire::VerifiedDevice {
    fn read(&self) -> Result<VerifiedDevice, IpcError> {
        Ok(VerifiedDevice {
            product: self.product.clone(),
            model: self.model.trim().to_owned(),
            also: words(&self.also),
            since: date(&self.since)?,
            until: self.until.as_deref().map(date).transpose()?,
        })
    }
}

impl wire::Document {
    fn read(&self) -> Document {
        Document {
            product: self.product.clone(),
            title: self.title.trim().to_owned(),
            url: self.url.trim().to_owned(),
            tags: words(&self.tags),
        }
    }
}

fn words(said: &[String]) -> Vec<String> {
    let said = said.iter().map(|it| it.trim());
    said.filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Shows what a change does, or all problems of it; with their lines only where somebody has the file before them.
pub(crate) fn preview(
    difference: Result<ProductDifference, DeskError>,
    lines: bool,
) -> Result<wire::ProductPreview, IpcError> {
    match difference {
        Ok(it) => Ok(wire::ProductPreview {
            problems: Vec::new(),
            added: entries(&it.releases_added, &it.devices_added, &it.documents_added),
            removed: entries(
                &it.releases_removed,
                &it.devices_removed,
                &it.documents_removed,
            ),
        }),
        Err(DeskError::Table(problems)) => Ok(wire::ProductPreview {
            problems: problems.iter().map(|it| placed(it, lines)).collect(),
            added: Vec::new(),
            removed: Vec::new(),
        }),
        Err(error) => Err(error.into()),
    }
}

fn entries(
    releases: &[AppRelease],
    devices: &[VerifiedDevice],
    documents: &[Document],
) -> Vec<String> {
    let release = |it: &AppRelease| {
        let on = it.published_on;
        format!("{} {} ({}, {on})", it.app, it.version, it.platform)
    };
    let device = |it: &VerifiedDevice| {
        let until = it.until.map(|on| on.to_string()).unwrap_or_default();
        format!("{} ({}–{until})", it.model, it.since)
    };
    let document = |it: &Document| format!("{} {}", it.title, it.url);
    let releases = releases.iter().map(release);
    let devices = devices.iter().map(device);
    releases
        .chain(devices)
        .chain(documents.iter().map(document))
        .collect()
}
