//! Checking the text of a table of products into a [`ProductTable`].

use super::{AppRelease, Document, Platform, ProductTable, VerifiedDevice, same};
use crate::os::version::Version;
use crate::pack::findings::read_whole;
use crate::pack::section::Section;
use crate::pack::{PackProblem, PackProblemCode as Code};

pub(super) fn check(text: &str) -> Result<ProductTable, Vec<PackProblem>> {
    read_whole(text, |mut root, _| {
        let version = root.text("version");
        let source = root.text("source");
        let releases = releases(&mut root);
        let devices = devices(&mut root);
        let documents = documents(&mut root);
        root.finish();
        let mut table = ProductTable {
            version: version?,
            source: source?,
            releases,
            devices,
            documents,
        };
        table.sort();
        Some(table)
    })
}

fn releases(root: &mut Section<'_>) -> Vec<AppRelease> {
    let mut found: Vec<AppRelease> = Vec::new();
    for mut section in root.sections_if_there("releases") {
        let product = section.text("product");
        let app = section.text("app");
        let platform = section.word("platform", Platform::ALL, Platform::as_str);
        let version = section.text("version");
        let published_on = section.date("published_on");
        let release = (|| {
            Some(AppRelease {
                product: product?,
                app: app?,
                platform: platform?,
                version: version?,
                published_on: published_on?,
            })
        })();
        if let Some(release) = release {
            check_order(&section, &found, &release);
            found.push(release);
        }
        section.finish();
    }
    found
}

/// A version stands once for an app and a platform, and a newer one was not published earlier.
fn check_order(section: &Section<'_>, before: &[AppRelease], release: &AppRelease) {
    let version = Version::of(&release.version);
    for known in before {
        if !known.is_of(&release.product, &release.app, release.platform) {
            continue;
        }
        let order = Version::of(&known.version).cmp(&version);
        if order.is_eq() {
            section.note(Code::Duplicate, "version", None);
        } else if order != known.published_on.cmp(&release.published_on)
            && known.published_on != release.published_on
        {
            let newest = Some(known.version.clone());
            section.note(Code::VersionOrder, "published_on", newest);
        }
    }
}

fn devices(root: &mut Section<'_>) -> Vec<VerifiedDevice> {
    let mut found: Vec<VerifiedDevice> = Vec::new();
    for mut section in root.sections_if_there("devices") {
        let product = section.text("product");
        let model = section.text("model");
        let also = section.texts("also", true);
        let also = also.into_iter().map(|(_, name)| name).collect();
        let since = section.date("since");
        let until = section.date_if_there("until");
        if let (Some(since), Some(until)) = (since, until)
            && until <= since
        {
            section.note(Code::VersionOrder, "until", None);
        }
        let device = (|| {
            Some(VerifiedDevice {
                product: product?,
                model: model?,
                also,
                since: since?,
                until,
            })
        })();
        if let Some(device) = device {
            let clashes = |it: &VerifiedDevice| {
                it.product == device.product && device.names().any(|name| it.is_called(name))
            };
            if found.iter().any(clashes) {
                section.note(Code::Duplicate, "model", None);
            }
            found.push(device);
        }
        section.finish();
    }
    found
}

fn documents(root: &mut Section<'_>) -> Vec<Document> {
    let mut found: Vec<Document> = Vec::new();
    for mut section in root.sections_if_there("documents") {
        let product = section.text("product");
        let title = section.text("title");
        let url = section.parsed("url", Code::BadUrl, address);
        let tags = section.texts("tags", true);
        let tags = tags.into_iter().map(|(_, tag)| tag).collect();
        let document = (|| {
            Some(Document {
                product: product?,
                title: title?,
                url: url?,
                tags,
            })
        })();
        if let Some(document) = document {
            let known = |it: &Document| it.product == document.product && it.url == document.url;
            if found.iter().any(known) {
                section.note(Code::Duplicate, "url", None);
            }
            if found
                .iter()
                .any(|it| it.product == document.product && same(&it.title, &document.title))
            {
                section.note(Code::Duplicate, "title", None);
            }
            found.push(document);
        }
        section.finish();
    }
    found
}

/// An address goes into replies: only what opens in a browser, in one line.
fn address(text: &str) -> Option<String> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    let plain = |it: char| !it.is_whitespace() && !it.is_control() && !"<>\"".contains(it);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    (host.contains('.') && rest.chars().all(plain)).then(|| text.to_owned())
}
