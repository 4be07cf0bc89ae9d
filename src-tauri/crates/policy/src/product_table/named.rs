//! Finding the apps and devices that a text names, so that they need not be asked for (§7, §11).

use serde::{Deserialize, Serialize};

use super::{AppRelease, Platform, ProductTable, VerifiedDevice};
use crate::library::folded;
use crate::os::named::{stands_alone, version_after};

/// An app with a version, as somebody wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedApp {
    /// What the table calls the app.
    pub app: String,
    /// Where it runs; none where the app is on several platforms and the text does not say.
    pub platform: Option<Platform>,
    /// The version.
    pub version: String,
}

impl ProductTable {
    /// Gives the apps of a product with a version that a text names, each once. `platforms` are those of the systems
    /// that the text names beside them.
    pub fn named_apps(&self, product: &str, text: &str, platforms: &[Platform]) -> Vec<NamedApp> {
        let text = folded(text);
        let mut found: Vec<NamedApp> = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for release in self.releases.iter().filter(|it| it.product == product) {
            if seen.contains(&release.app.as_str()) || release.platform == Platform::Web {
                continue;
            }
            seen.push(&release.app);
            let name = folded(&release.app);
            for (at, _) in text.match_indices(&name) {
                let rest = text.get(at + name.len()..).unwrap_or_default();
                let version = stands_alone(&text, at)
                    .then(|| version_after(rest))
                    .flatten();
                let named = version.map(|version| NamedApp {
                    app: release.app.clone(),
                    platform: self.platform_of(release, platforms),
                    version,
                });
                found.extend(named.filter(|it| !found.contains(it)));
            }
        }
        found
    }

    /// The only platform of an app, else the only one of its platforms that is named.
    fn platform_of(&self, release: &AppRelease, named: &[Platform]) -> Option<Platform> {
        let all = self.platforms_of(&release.product, &release.app);
        let mut named: Vec<Platform> = named
            .iter()
            .copied()
            .filter(|it| all.contains(it))
            .collect();
        named.sort_unstable();
        named.dedup();
        match (all.as_slice(), named.as_slice()) {
            ([only], _) | (_, [only]) => Some(*only),
            _ => None,
        }
    }

    /// Gives the devices of a product's list that a text names, by the list's own names, each once.
    pub fn named_devices(&self, product: &str, text: &str) -> Vec<&VerifiedDevice> {
        let text = folded(text);
        let names_it =
            |device: &&VerifiedDevice| device.names().map(folded).any(|name| names(&text, &name));
        let of_product = self.devices.iter().filter(|it| it.product == product);
        of_product.filter(names_it).collect()
    }
}

/// A name that goes on is another one: `EX-10` is not named by `EX-100`.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let after = text.get(at + name.len()..).and_then(|it| it.chars().next());
        stands_alone(text, at) && !after.is_some_and(|it| it.is_ascii_alphanumeric())
    })
}
