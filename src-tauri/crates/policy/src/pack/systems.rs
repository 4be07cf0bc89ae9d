//! Which operating systems a pack supports, and what its products ask of them on top (§8).

use schemars::JsonSchema;
use serde::Serialize;

use super::OsFamily;
use super::problem::PackProblemCode as Code;
use super::section::Section;
use crate::words::{ProductId, words};

words! {
    /// What a product asks of an operating system beyond the rule of generations (§8).
    RequirementKind ("requirement") {
        /// Nothing.
        None = "none",
        /// A version, or a later one.
        AtLeast = "at-least",
        /// Nobody entered it yet: to be checked with the maker's page.
        Unknown = "unknown",
        /// The product is not for that system.
        NotFor = "not-for",
    }
}

/// What a product asks of one operating system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Requirement {
    /// The system.
    pub os: OsFamily,
    /// What it asks.
    pub kind: RequirementKind,
    /// The oldest version that will do, for `at-least`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// Which operating systems are supported: either so many generations, or those of another product family that meet
/// the requirements (§8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Systems {
    /// The newest generation and those before it, counted together, each in its last version.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100))]
    pub generations: Option<u32>,
    /// The product family whose rule holds here too.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub as_in: Option<ProductId>,
    /// What the products ask on top; a system that is not named has unknown requirements where `as_in` holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub requirements: Vec<Requirement>,
}

impl Systems {
    /// Gives what the products ask of a system.
    pub fn requirement(&self, os: OsFamily) -> (RequirementKind, Option<&str>) {
        let found = self.requirements.iter().find(|it| it.os == os);
        match found {
            Some(found) => (found.kind, found.version.as_deref()),
            None if self.as_in.is_some() => (RequirementKind::Unknown, None),
            None => (RequirementKind::None, None),
        }
    }
}

/// Reads the section `systems`, which packs of the first hour do not have.
pub(super) fn systems(root: &mut Section<'_>) -> Option<Systems> {
    let mut section = root.section_if_there("systems")?;
    let (counted, referred) = (section.has("generations"), section.has("as_in"));
    if counted == referred {
        section.note_at(Code::GenerationsOrAsIn, &section.place);
    }
    let generations = if counted {
        section.number("generations", 100)
    } else {
        None
    };
    let as_in = if referred {
        section.parsed("as_in", Code::BadId, |text| ProductId::new(text).ok())
    } else {
        None
    };
    let requirements = requirements(&mut section);
    section.finish();
    Some(Systems {
        generations,
        as_in,
        requirements,
    })
}

fn requirements(systems: &mut Section<'_>) -> Vec<Requirement> {
    let mut found: Vec<Requirement> = Vec::new();
    for mut section in systems.sections_if_there("requirements") {
        let os = section.word("os", OsFamily::ALL, OsFamily::as_str);
        let kind = section.word("kind", RequirementKind::ALL, RequirementKind::as_str);
        let has_version = section.has("version");
        let version = if has_version || kind == Some(RequirementKind::AtLeast) {
            section.text("version")
        } else {
            None
        };
        if has_version && kind.is_some_and(|kind| kind != RequirementKind::AtLeast) {
            section.note(Code::UnknownKey, "version", None);
        }
        if os.is_some_and(|os| found.iter().any(|known| known.os == os)) {
            section.note(Code::Duplicate, "os", None);
        }
        section.finish();
        found.extend(
            os.zip(kind)
                .map(|(os, kind)| Requirement { os, kind, version }),
        );
    }
    found
}
