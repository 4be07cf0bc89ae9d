use chrono::NaiveDate;
use inquiry::{Matter, ObligationId, ObligationText};
use policy::{Names, OsFamily, ProductId, ReleaseKind};

use crate::act::Act;
use crate::{Call, Desk, DeskError, Done};

/// A release of an operating system that was entered in the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewRelease {
    /// The operating system.
    pub os: OsFamily,
    /// Its version, as its maker writes it.
    pub version: String,
    /// How much it changes.
    pub kind: ReleaseKind,
    /// When it came out.
    pub released_on: NaiveDate,
}

impl Desk {
    /// Opens what has to be verified after a release of an operating system (§9): one obligation for each part that a
    /// policy in force on that day names, those without a promised time included. What is open or done already is not
    /// opened again, so that a table may be imported twice. Whoever records the release in the same operation calls
    /// the verb of the same name on the transaction's `Act` instead: then one undo takes both back.
    ///
    /// # Errors
    /// [`DeskError::Evaluate`] for a date outside the calendar's years, [`DeskError::Store`].
    pub fn open_verifications(
        &self,
        call: &Call,
        release: &NewRelease,
    ) -> Result<Done<Vec<ObligationId>>, DeskError> {
        self.write_obligations(call, |act| act.open_verifications(release))
    }
}

impl Act<'_, '_> {
    /// Opens what has to be verified after a release, see [`Desk::open_verifications`].
    pub fn open_verifications(&mut self, release: &NewRelease) -> Result<(), DeskError> {
        for (product, part) in self.rules.to_verify(release) {
            let text = ObligationText {
                title: title(release, &part.ja),
                ..ObligationText::default()
            };
            let matter = Matter::OsVerification {
                os: release.os,
                version: release.version.clone(),
                release: release.kind,
                released_on: release.released_on,
                part: part.en,
            };
            if self.is_known(&product, &matter)? {
                continue;
            }
            self.open_obligation(&product, &matter, &text)?;
        }
        Ok(())
    }

    /// Tells whether an obligation of that matter stands, save those that fell away.
    fn is_known(&mut self, product: &ProductId, matter: &Matter) -> Result<bool, DeskError> {
        let events = self.tx.reader()?.obligations(None)?;
        let events: Vec<_> = events.into_iter().map(|(_, event)| event).collect();
        let known = crate::obligations::fold_all(&events)
            .any(|it| it.product == *product && it.matter == *matter && it.withdrawn.is_none());
        Ok(known)
    }
}

/// Names the release and what is verified, for a list: text that people may change, and therefore in Japanese as the
/// centre writes it.
fn title(release: &NewRelease, part: &str) -> String {
    let os = match release.os {
        OsFamily::Ios => "iOS",
        OsFamily::IpadOs => "iPadOS",
        OsFamily::Android => "Android",
        OsFamily::MacOs => "macOS",
        OsFamily::Windows11 => "Windows 11",
        OsFamily::ChromeOs => "ChromeOS",
    };
    format!("{os} {} · {part}", release.version)
}

impl crate::Rules {
    /// Gives what a release makes to be verified, by product family and the part's names (§9).
    fn to_verify(&self, release: &NewRelease) -> Vec<(ProductId, Names)> {
        let mut found = Vec::new();
        for product in self.packs.products() {
            let pack = self.packs.in_force(product.as_str(), release.released_on);
            let clocks = pack.and_then(policy::Pack::clocks);
            let of_release = clocks
                .into_iter()
                .flat_map(|it| it.verifications(release.os, release.kind));
            found.extend(of_release.map(|it| (product.clone(), it.product.clone())));
        }
        found
    }
}
