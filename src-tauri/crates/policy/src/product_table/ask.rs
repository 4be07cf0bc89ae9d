//! What is asked of the table of products: is a version the newest (§7), does a device stand on the list (§11).

use chrono::NaiveDate;

use super::{AppRelease, NamedApp, Platform, ProductTable};
use crate::os::version::Version;
use crate::words::words;

words! {
    /// Whether a version of an app is in scope. What the table does not know never passes silently.
    AppVerdict ("verdict on an app") {
        /// It is the newest.
        Supported = "supported",
        /// It is not.
        Unsupported = "unsupported",
        /// A person has to look.
        ToBeChecked = "to-be-checked",
    }
}

words! {
    /// Why a version of an app is in scope, is not, or has to be checked (§7).
    AppReason ("reason for a verdict on an app") {
        /// The newest that was published on the platform by that day.
        Newest = "newest",
        /// A newer one was published there by that day.
        NewerPublished = "newer-published",
        /// A console is as it is when it is asked about.
        Console = "console",
        /// It was not published there by that day: a store may still be reviewing it.
        NotPublished = "not-published",
        /// The table does not know it, and it is higher than all that it knows.
        NotInTable = "not-in-table",
        /// The table does not know the app on that platform.
        NoTable = "no-table",
        /// It is the newest on one platform and not on another, and nobody says which one it is.
        PlatformUnknown = "platform-unknown",
    }
}

/// The answer on a version of an app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppAnswer {
    /// Whether it is in scope.
    pub verdict: AppVerdict,
    /// Why.
    pub reason: AppReason,
    /// The newest version on that day.
    pub newest: Option<AppRelease>,
    /// The name of an app that the table knows and that looks alike, where it does not know the one asked about.
    pub suggestion: Option<String>,
}

words! {
    /// Whether a device is verified.
    DeviceVerdict ("verdict on a device") {
        /// It is.
        Supported = "supported",
        /// It is not.
        Unsupported = "unsupported",
        /// A person has to look.
        ToBeChecked = "to-be-checked",
    }
}

words! {
    /// Why a device is verified, is not, or has to be checked (§11).
    DeviceReason ("reason for a verdict on a device") {
        /// It stands on the list.
        Listed = "listed",
        /// It does not stand on the list yet.
        NotYetListed = "not-yet-listed",
        /// It was taken off the list.
        Unlisted = "unlisted",
        /// It is not on the list; the list's names are the centre's, so that a person looks.
        NotOnList = "not-on-list",
        /// There is no list of the product.
        NoList = "no-list",
    }
}

/// The answer on a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceAnswer {
    /// Whether it is verified.
    pub verdict: DeviceVerdict,
    /// Why.
    pub reason: DeviceReason,
    /// What the list calls it.
    pub model: Option<String>,
    /// The name of a device on the list that looks alike, where the one asked about is not.
    pub suggestion: Option<String>,
}

impl ProductTable {
    /// Tells whether a version of an app was the newest on a platform on a day (§7).
    pub fn check_app(
        &self,
        product: &str,
        app: &str,
        platform: Platform,
        version: &str,
        on: NaiveDate,
    ) -> AppAnswer {
        let of_it = self
            .releases
            .iter()
            .filter(|it| it.is_of(product, app, platform));
        let known: Vec<&AppRelease> = of_it.collect();
        let newest = known.iter().rfind(|it| it.published_on <= on).copied();
        let reason = if platform == Platform::Web {
            AppReason::Console
        } else {
            reason(&known, newest, &Version::of(version), on)
        };
        AppAnswer {
            verdict: reason.verdict(),
            reason,
            newest: newest.cloned(),
            suggestion: known
                .is_empty()
                .then(|| self.nearest_app(product, app))
                .flatten(),
        }
    }

    /// Tells whether an app that a text names was the newest on a day (§7); on all of its platforms where the text does
    /// not say which one it is.
    pub fn check_named_app(&self, product: &str, named: &NamedApp, on: NaiveDate) -> AppAnswer {
        let ask = |platform| self.check_app(product, &named.app, platform, &named.version, on);
        if let Some(platform) = named.platform {
            return ask(platform);
        }
        let mut answers = self.platforms_of(product, &named.app).into_iter().map(ask);
        let Some(first) = answers.next() else {
            return ask(Platform::Web);
        };
        if answers.all(|it| it.verdict == first.verdict) {
            return first;
        }
        let reason = AppReason::PlatformUnknown;
        AppAnswer {
            verdict: reason.verdict(),
            reason,
            newest: None,
            suggestion: None,
        }
    }

    /// Gives where the table knows versions of an app, browsers left aside.
    pub(super) fn platforms_of(&self, product: &str, app: &str) -> Vec<Platform> {
        let all = Platform::ALL.iter().copied();
        let apps = all.filter(|platform| *platform != Platform::Web);
        apps.filter(|platform| {
            self.releases
                .iter()
                .any(|it| it.is_of(product, app, *platform))
        })
        .collect()
    }

    /// Tells whether a device stood on the list of a product on a day (§11).
    pub fn check_device(&self, product: &str, name: &str, on: NaiveDate) -> DeviceAnswer {
        let mut of_product = self.devices.iter().filter(|it| it.product == product);
        let found = of_product.clone().find(|it| it.is_called(name));
        let reason = match found {
            Some(device) if device.since > on => DeviceReason::NotYetListed,
            Some(device) if device.until.is_some_and(|until| until <= on) => DeviceReason::Unlisted,
            Some(_) => DeviceReason::Listed,
            None if of_product.next().is_none() => DeviceReason::NoList,
            None => DeviceReason::NotOnList,
        };
        let verdict = match reason {
            DeviceReason::Listed => DeviceVerdict::Supported,
            DeviceReason::NotYetListed | DeviceReason::Unlisted => DeviceVerdict::Unsupported,
            DeviceReason::NotOnList | DeviceReason::NoList => DeviceVerdict::ToBeChecked,
        };
        DeviceAnswer {
            verdict,
            reason,
            model: found.map(|it| it.model.clone()),
            suggestion: found
                .is_none()
                .then(|| self.nearest_device(product, name))
                .flatten(),
        }
    }
}

impl AppReason {
    /// Gives the verdict for which it speaks.
    const fn verdict(self) -> AppVerdict {
        match self {
            Self::Newest | Self::Console => AppVerdict::Supported,
            Self::NewerPublished => AppVerdict::Unsupported,
            Self::NotPublished | Self::NotInTable | Self::NoTable | Self::PlatformUnknown => {
                AppVerdict::ToBeChecked
            }
        }
    }
}

fn reason(
    known: &[&AppRelease],
    newest: Option<&AppRelease>,
    version: &Version,
    on: NaiveDate,
) -> AppReason {
    let Some(newest) = newest else {
        return if known.is_empty() {
            AppReason::NoTable
        } else {
            AppReason::NotPublished
        };
    };
    let highest = Version::of(&newest.version);
    let published_later = |it: &&&AppRelease| it.published_on > on;
    if *version == highest {
        AppReason::Newest
    } else if *version < highest {
        AppReason::NewerPublished
    } else if known
        .iter()
        .filter(published_later)
        .any(|it| Version::of(&it.version) == *version)
    {
        AppReason::NotPublished
    } else {
        AppReason::NotInTable
    }
}
