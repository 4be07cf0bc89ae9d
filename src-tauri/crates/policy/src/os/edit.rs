//! Changing a table of operating systems: releases, days on which support began, withdrawals (§8, §9).

use chrono::NaiveDate;

use super::version::Version;
use super::{OsGeneration, OsRelease, OsTable, Withdrawal};
use crate::pack::section::nearest;
use crate::pack::{OsFamily, PackProblem, PackProblemCode as Code, ReleaseKind};

/// A change of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OsEdit {
    /// A version came out.
    Release {
        /// The system.
        os: OsFamily,
        /// Its generation; without it the one that its numbers tell, or a new one after all others.
        generation: Option<String>,
        /// The version.
        version: String,
        /// The day on which it was published.
        released_on: NaiveDate,
        /// Its build, where the system is known by it.
        build: Option<String>,
    },
    /// The support of a generation began (§9).
    SupportBegan {
        /// The system.
        os: OsFamily,
        /// The generation.
        generation: String,
        /// The first day with support.
        on: NaiveDate,
    },
    /// The support of a single version ends by decision (§8).
    Withdraw(Withdrawal),
    /// Such a decision is taken back.
    Restore {
        /// The system.
        os: OsFamily,
        /// The version.
        version: String,
    },
}

/// A release with its place in the table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlacedRelease {
    /// The system.
    pub os: OsFamily,
    /// The generation.
    pub generation: String,
    /// The version.
    pub version: String,
    /// The day on which it was published.
    pub released_on: NaiveDate,
    /// How much it changes (§9).
    pub kind: ReleaseKind,
}

/// What another table changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OsDifference {
    /// Releases that only the other one has.
    pub added: Vec<PlacedRelease>,
    /// Releases that it no longer has.
    pub removed: Vec<PlacedRelease>,
    /// Generations whose day of support is another: system, generation, day before, day after.
    pub supported: Vec<(OsFamily, String, Option<NaiveDate>, Option<NaiveDate>)>,
    /// Withdrawals that only the other one has.
    pub withdrawn: Vec<Withdrawal>,
    /// Withdrawals that it no longer has.
    pub restored: Vec<Withdrawal>,
}

impl OsTable {
    /// Gives the table with changes made and checked; `today` names its new version.
    ///
    /// # Errors
    /// All problems of what comes of the changes.
    pub fn edited(&self, edits: &[OsEdit], today: NaiveDate) -> Result<Self, Vec<PackProblem>> {
        let mut table = self.clone();
        let refused = edits.iter().filter_map(|edit| table.make(edit).err());
        let refused: Vec<PackProblem> = refused.collect();
        if !refused.is_empty() {
            return Err(refused);
        }
        table.version = today.to_string();
        Self::check(&table.to_toml())
    }

    fn make(&mut self, edit: &OsEdit) -> Result<(), PackProblem> {
        match edit {
            OsEdit::Release {
                os,
                generation,
                version,
                released_on,
                build,
            } => {
                let release = OsRelease {
                    version: version.clone(),
                    released_on: *released_on,
                    build: build.clone(),
                    also: Vec::new(),
                };
                self.complete_until = self.complete_until.max(*released_on);
                self.add(*os, generation.as_deref(), release);
                Ok(())
            }
            OsEdit::SupportBegan { os, generation, on } => {
                let known = |it: &&mut OsGeneration| it.os == *os && it.id == *generation;
                match self.generations.iter_mut().find(known) {
                    Some(found) => found.supported_on = Some(*on),
                    None => return Err(self.unknown(*os, generation)),
                }
                Ok(())
            }
            OsEdit::Withdraw(withdrawal) => {
                self.withdrawn.push(withdrawal.clone());
                Ok(())
            }
            OsEdit::Restore { os, version } => {
                let before = self.withdrawn.len();
                self.withdrawn
                    .retain(|it| it.os != *os || Version::of(&it.version) != Version::of(version));
                if self.withdrawn.len() == before {
                    return Err(problem("withdrawn", None));
                }
                Ok(())
            }
        }
    }

    /// Puts a release into its generation, by its day; makes the generation where there is none yet.
    fn add(&mut self, os: OsFamily, generation: Option<&str>, release: OsRelease) {
        let wanted = Version::of(&release.version);
        let of_it = |it: &OsGeneration| match generation {
            Some(id) => (it.os == os && it.id == id).then_some(usize::MAX),
            None => (it.os == os).then(|| it.holds(&wanted)).flatten(),
        };
        let places = self.generations.iter().enumerate();
        let held = places.filter_map(|(place, it)| Some((of_it(it)?, place)));
        if let Some((_, place)) = held.max() {
            if let Some(found) = self.generations.get_mut(place) {
                let on = release.released_on;
                let at = found.releases.partition_point(|it| it.released_on <= on);
                found.releases.insert(at, release);
            }
            return;
        }
        let first = release.version.split('.').next().unwrap_or_default();
        let last = self.generations.iter().rposition(|it| it.os == os);
        let place = last.map_or(self.generations.len(), |last| last + 1);
        let begun = OsGeneration {
            os,
            id: generation.unwrap_or(first).to_owned(),
            supported_on: None,
            begun_before: false,
            releases: vec![release],
        };
        self.generations.insert(place, begun);
    }

    fn unknown(&self, os: OsFamily, generation: &str) -> PackProblem {
        let known = self.generations.iter().filter(|it| it.os == os);
        problem(
            "generations",
            nearest(generation, known.map(|it| it.id.as_str())),
        )
    }

    /// Gives the withdrawals by decision (§8).
    pub fn withdrawn(&self) -> &[Withdrawal] {
        &self.withdrawn
    }

    /// Gives every release with its place, by system and generation.
    pub fn placed(&self) -> Vec<PlacedRelease> {
        let generations = self.generations.iter();
        generations.flat_map(OsGeneration::placed).collect()
    }

    /// Tells what another table changes.
    pub fn difference_to(&self, other: &Self) -> OsDifference {
        let (mine, theirs) = (self.placed(), other.placed());
        let missing = |from: &[PlacedRelease], all: &[PlacedRelease]| {
            let missing = all.iter().filter(|it| !from.contains(it));
            missing.cloned().collect()
        };
        let withdrawn = |from: &[Withdrawal], all: &[Withdrawal]| {
            let missing = all.iter().filter(|it| !from.contains(it));
            missing.cloned().collect()
        };
        OsDifference {
            added: missing(&mine, &theirs),
            removed: missing(&theirs, &mine),
            supported: self.supported_otherwise(other),
            withdrawn: withdrawn(&self.withdrawn, &other.withdrawn),
            restored: withdrawn(&other.withdrawn, &self.withdrawn),
        }
    }

    fn supported_otherwise(
        &self,
        other: &Self,
    ) -> Vec<(OsFamily, String, Option<NaiveDate>, Option<NaiveDate>)> {
        let before = |os: OsFamily, id: &str| {
            let known = self
                .generations
                .iter()
                .find(|it| it.os == os && it.id == id);
            known.and_then(|it| it.supported_on)
        };
        let changed = other.generations.iter().filter_map(|it| {
            let before = before(it.os, &it.id);
            (before != it.supported_on).then(|| (it.os, it.id.clone(), before, it.supported_on))
        });
        changed.collect()
    }
}

impl OsDifference {
    /// Tells whether nothing changes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl OsGeneration {
    fn placed(&self) -> impl Iterator<Item = PlacedRelease> {
        let releases = self.releases.iter().enumerate();
        releases.map(|(place, release)| PlacedRelease {
            os: self.os,
            generation: self.id.clone(),
            version: release.version.clone(),
            released_on: release.released_on,
            kind: self.kind_of(place, release),
        })
    }

    /// Tells how much a release changes: the first of a generation begins it; after that one number more than the
    /// generation brings functions, and what goes deeper mends (§9).
    fn kind_of(&self, place: usize, release: &OsRelease) -> ReleaseKind {
        let deeper = Version::of(&release.version)
            .depth()
            .saturating_sub(Version::of(&self.id).depth());
        match (self.os, place) {
            (OsFamily::ChromeOs, 0) => ReleaseKind::Lts,
            (_, 0) if !self.begun_before => ReleaseKind::Major,
            (OsFamily::ChromeOs | OsFamily::Windows11, _) => ReleaseKind::Maintenance,
            (_, _) if deeper <= 1 => ReleaseKind::Minor,
            (_, _) => ReleaseKind::Maintenance,
        }
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
