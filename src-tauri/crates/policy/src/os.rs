//! Which versions of operating systems are supported (§7, §8, §9): the table of their releases, and the checker.

mod answer;
mod check;
mod edit;
pub(crate) mod named;
mod read;
pub(crate) mod version;
mod write;

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::answer::{OsAnswer, OsQuestion, OsReason, OsVerdict};
pub use self::check::check_os;
pub use self::edit::{OsDifference, OsEdit, PlacedRelease};
pub use self::named::named_systems;
use self::version::Version;
use crate::pack::{OsFamily, PackProblem};

/// An operating system with a version, as somebody wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedOs {
    /// The system.
    pub os: OsFamily,
    /// The version, such as `18.7.2`, `12l`, `24h2` or `27.0 beta`.
    pub version: String,
}

/// The published versions of operating systems, by generation. Only a checked table can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OsTable {
    /// The version of the table itself.
    pub version: String,
    /// The last day whose releases it knows.
    pub complete_until: NaiveDate,
    /// Where its facts are from.
    pub source: String,
    // INVARIANT: those of one system follow one another, oldest first.
    generations: Vec<OsGeneration>,
    withdrawn: Vec<Withdrawal>,
}

/// A generation of an operating system: a major, a feature update, a version of long-term support (§8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OsGeneration {
    /// The system.
    pub os: OsFamily,
    /// What it is called, such as `26`.
    pub id: String,
    /// The day on which its support began (§9), where the centre entered it.
    pub supported_on: Option<NaiveDate>,
    /// Whether it is older than its first row.
    pub begun_before: bool,
    // INVARIANT: not empty; oldest first.
    releases: Vec<OsRelease>,
}

/// One published version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OsRelease {
    /// The version as it is written.
    pub version: String,
    /// The day on which it was published.
    pub released_on: NaiveDate,
    /// Its build, where the system is known by it.
    pub build: Option<String>,
    /// Its other names.
    pub also: Vec<String>,
}

/// A single version whose support was ended by decision (§8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The system.
    pub os: OsFamily,
    /// The version.
    pub version: String,
    /// The first day without support.
    pub on: NaiveDate,
    /// Why.
    pub why: String,
}

const SHIPPED: &str = include_str!("../systems/os-releases.toml");

impl OsTable {
    /// Checks the text of a table and gives it, or all of its problems in the order of their lines.
    pub fn check(toml: &str) -> Result<Self, Vec<PackProblem>> {
        read::check(toml)
    }

    /// Gives the table that comes with the program.
    #[expect(
        clippy::expect_used,
        reason = "a test checks the shipped table, and it is part of the program"
    )]
    pub fn shipped() -> &'static Self {
        static TABLE: LazyLock<OsTable> =
            LazyLock::new(|| OsTable::check(SHIPPED).expect("the shipped table has no problems"));
        &TABLE
    }

    /// Gives the text of the table that comes with the program.
    pub const fn shipped_text() -> &'static str {
        SHIPPED
    }

    /// Gives the generations of a system, oldest first.
    pub fn generations(&self, os: OsFamily) -> Vec<&OsGeneration> {
        self.generations.iter().filter(|it| it.os == os).collect()
    }

    /// Gives the day on which the support of a version was ended by decision, if it was.
    fn withdrawn_on(&self, os: OsFamily, release: &OsRelease) -> Option<NaiveDate> {
        let of_it = |it: &&Withdrawal| it.os == os && release.is_called(&it.version);
        self.withdrawn.iter().find(of_it).map(|it| it.on)
    }
}

impl OsGeneration {
    /// Gives its versions, oldest first.
    pub fn releases(&self) -> &[OsRelease] {
        &self.releases
    }

    /// Gives the day of its first row.
    fn released_on(&self) -> Option<NaiveDate> {
        self.releases.first().map(|release| release.released_on)
    }

    /// Gives its last version on a day, if any was published by then.
    fn last_on(&self, on: NaiveDate) -> Option<&OsRelease> {
        self.releases
            .iter()
            .take_while(|release| release.released_on <= on)
            .last()
    }

    /// Tells whether a version, by its first numbers, belongs here; how many of them, where it does.
    fn holds(&self, version: &Version) -> Option<usize> {
        let builds = self.releases.iter().filter_map(|it| it.build.as_deref());
        let names = builds.map(Version::of).chain([Version::of(&self.id)]);
        names.filter_map(|name| version.begins_with(&name)).max()
    }
}

impl OsRelease {
    /// Tells whether it is what a text names: by version, build or another name.
    fn is_called(&self, text: &str) -> bool {
        let wanted = Version::of(text);
        let build = self.build.as_deref();
        [self.version.as_str()]
            .into_iter()
            .chain(self.also.iter().map(String::as_str))
            .chain(build)
            .any(|name| Version::of(name) == wanted)
    }
}
