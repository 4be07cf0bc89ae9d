//! Changing a table of products.

use chrono::NaiveDate;

use super::{AppRelease, Document, Platform, ProductTable, VerifiedDevice, same};
use crate::library::folded;
use crate::os::version::Version;
use crate::pack::section::nearest;
use crate::pack::{PackProblem, PackProblemCode as Code};

/// A change of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProductEdit {
    /// A version of an app was published (§4).
    Release(AppRelease),
    /// A version was entered by mistake.
    TakeBackRelease {
        /// The product family.
        product: String,
        /// The app.
        app: String,
        /// Where.
        platform: Platform,
        /// The version.
        version: String,
    },
    /// A device was verified (§11).
    Verify(VerifiedDevice),
    /// A device stands no longer on the list.
    Unlist {
        /// The product family.
        product: String,
        /// The device.
        model: String,
        /// The first day on which it does not.
        on: NaiveDate,
    },
    /// There is a document to point to (§3).
    Document(Document),
    /// A document is not pointed to any more.
    RemoveDocument {
        /// The product family.
        product: String,
        /// Its address.
        url: String,
    },
}

/// What another table changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProductDifference {
    /// Versions that only the other one has.
    pub releases_added: Vec<AppRelease>,
    /// Versions that it no longer has.
    pub releases_removed: Vec<AppRelease>,
    /// Devices that only the other one has so.
    pub devices_added: Vec<VerifiedDevice>,
    /// Devices that it no longer has so.
    pub devices_removed: Vec<VerifiedDevice>,
    /// Documents that only the other one has so.
    pub documents_added: Vec<Document>,
    /// Documents that it no longer has so.
    pub documents_removed: Vec<Document>,
}

impl ProductDifference {
    /// Tells whether nothing changes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl ProductTable {
    /// Gives the table with changes made and checked; `today` names its new version.
    ///
    /// # Errors
    /// All problems of what comes of the changes.
    pub fn edited(
        &self,
        edits: &[ProductEdit],
        today: NaiveDate,
    ) -> Result<Self, Vec<PackProblem>> {
        let mut table = self.clone();
        let refused = edits.iter().filter_map(|edit| table.make(edit).err());
        let refused: Vec<PackProblem> = refused.collect();
        if !refused.is_empty() {
            return Err(refused);
        }
        table.version = today.to_string();
        if table.source.is_empty() {
            "-".clone_into(&mut table.source);
        }
        Self::check(&table.to_toml())
    }

    fn make(&mut self, edit: &ProductEdit) -> Result<(), PackProblem> {
        match edit {
            ProductEdit::Release(release) => self.releases.push(release.clone()),
            ProductEdit::TakeBackRelease {
                product,
                app,
                platform,
                version,
            } => {
                let wanted = Version::of(version);
                let is_it = |it: &AppRelease| {
                    it.is_of(product, app, *platform) && Version::of(&it.version) == wanted
                };
                let names = self.releases.iter().map(|it| it.version.as_str());
                let hint = nearest(version, names);
                remove(&mut self.releases, is_it, "releases", hint)?;
            }
            ProductEdit::Verify(device) => self.devices.push(device.clone()),
            ProductEdit::Unlist { product, model, on } => {
                let hint = self.nearest_device(product, model);
                let mut devices = self.devices.iter_mut();
                let found = devices.find(|it| it.product == *product && it.is_called(model));
                let Some(device) = found else {
                    return Err(problem("devices", hint));
                };
                device.until = Some(*on);
            }
            ProductEdit::Document(document) => self.documents.push(document.clone()),
            ProductEdit::RemoveDocument { product, url } => {
                let is_it = |it: &Document| it.product == *product && it.url == *url;
                remove(&mut self.documents, is_it, "documents", None)?;
            }
        }
        Ok(())
    }

    /// Gives the name of a device of the list that differs least from one that is not on it.
    pub(super) fn nearest_device(&self, product: &str, model: &str) -> Option<String> {
        let devices = self.devices.iter().filter(|it| it.product == product);
        nearest_name(model, devices.flat_map(VerifiedDevice::names).collect())
    }

    /// Gives the name of an app of the table that differs least from one that is not in it.
    pub(super) fn nearest_app(&self, product: &str, app: &str) -> Option<String> {
        let releases = self.releases.iter().filter(|it| it.product == product);
        let names = releases.map(|it| it.app.as_str());
        nearest_name(app, names.filter(|it| !same(it, app)).collect())
    }

    /// Tells what another table changes.
    pub fn difference_to(&self, other: &Self) -> ProductDifference {
        ProductDifference {
            releases_added: missing(&self.releases, &other.releases),
            releases_removed: missing(&other.releases, &self.releases),
            devices_added: missing(&self.devices, &other.devices),
            devices_removed: missing(&other.devices, &self.devices),
            documents_added: missing(&self.documents, &other.documents),
            documents_removed: missing(&other.documents, &self.documents),
        }
    }
}

/// Names are compared however wide their characters are and whatever their case.
fn nearest_name(name: &str, known: Vec<&str>) -> Option<String> {
    let plain: Vec<String> = known.iter().map(|it| folded(it)).collect();
    let found = nearest(&folded(name), plain.iter().map(String::as_str))?;
    let place = plain.iter().position(|it| *it == found)?;
    known.get(place).map(|it| (*it).to_owned())
}

fn missing<T: Clone + Ord>(from: &[T], all: &[T]) -> Vec<T> {
    let known: std::collections::BTreeSet<&T> = from.iter().collect();
    all.iter()
        .filter(|it| !known.contains(it))
        .cloned()
        .collect()
}

fn remove<T>(
    list: &mut Vec<T>,
    is_it: impl Fn(&T) -> bool,
    path: &str,
    suggestion: Option<String>,
) -> Result<(), PackProblem> {
    let before = list.len();
    list.retain(|it| !is_it(it));
    if list.len() == before {
        Err(problem(path, suggestion))
    } else {
        Ok(())
    }
}

fn problem(path: &str, suggestion: Option<String>) -> PackProblem {
    PackProblem {
        code: Code::NotInTable,
        path: path.to_owned(),
        line: 1,
        suggestion,
    }
}
