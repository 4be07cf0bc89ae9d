//! The clocks of a pack besides the first response's: how long each runs (§4, §5, §9, §15, §20).

use schemars::JsonSchema;
use serde::Serialize;

use super::Names;
use super::problem::PackProblemCode as Code;
use super::section::{Section, word};
use crate::words::words;

/// The most that a clock's length may count: beyond it no date could be reckoned.
const MOST: u32 = 10_000;

words! {
    /// An operating system whose versions the policies speak of (§8).
    OsFamily ("operating system") {
        /// Of the iPhone.
        Ios = "ios",
        /// Of the iPad.
        IpadOs = "ipados",
        /// Of Android phones and tablets.
        Android = "android",
        /// Of the Mac.
        MacOs = "macos",
        /// Pro and Enterprise.
        Windows11 = "windows-11",
        /// In its versions of long-term support.
        ChromeOs = "chromeos",
    }
}

words! {
    /// How much a release of an operating system changes (§9).
    ReleaseKind ("kind of release") {
        /// A new generation.
        Major = "major",
        /// New functions within a generation.
        Minor = "minor",
        /// A version of long-term support.
        Lts = "lts",
        /// Corrections without new functions.
        Maintenance = "maintenance",
    }
}

words! {
    /// Who verifies that a product works on a new release (§9).
    Verifier ("verifier") {
        /// The centre's own company.
        Us = "us",
        /// The product's maker.
        Maker = "maker",
    }
}

/// A length in dates, counted from a date or back from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CalendarSpan {
    /// So many days.
    Days(#[schemars(range(min = 1, max = 10_000))] u32),
    /// So many weeks.
    Weeks(#[schemars(range(min = 1, max = 10_000))] u32),
    /// So many months: the same day of another month, or that month's last day where it is shorter.
    Months(#[schemars(range(min = 1, max = 10_000))] u32),
}

/// A length in whole business days after the day of the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WholeDays {
    /// How many.
    #[schemars(range(min = 1, max = 10_000))]
    pub business_days: u32,
}

/// A length by the clock on the wall, at any hour of any day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WallHours {
    /// How many hours.
    #[schemars(range(min = 1, max = 10_000))]
    pub wall_hours: u32,
}

/// Which releases of which systems are verified, and by when (§9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Verification {
    /// What is verified: a product, or a group of them.
    pub product: Names,
    /// On which operating systems.
    pub systems: Vec<OsFamily>,
    /// Which of their releases; all others are supported as they are.
    pub releases: Vec<ReleaseKind>,
    /// Who does it.
    pub by: Verifier,
    /// How long after the release it is due; absent: no time is promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<CalendarSpan>,
}

/// The clocks besides the first response's. Absent is what the policy does not promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Clocks {
    /// How soon an Enterprise app is handed over after the request (§4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enterprise_app: Option<WholeDays>,
    /// How long before it stops a service, or hits many, work on the system is announced (§5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintenance_notice: Option<CalendarSpan>,
    /// How long before it begins a phone suspension is announced (§15).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspension_notice: Option<CalendarSpan>,
    /// How soon after its detection customers hear of an incident that affects them (§20).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident_notice: Option<WallHours>,
    /// What is verified after a release of an operating system (§9).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub os_verification: Vec<Verification>,
}

impl Clocks {
    /// Gives what is verified after a release; nothing where it is supported as it is (§9).
    pub fn verifications(
        &self,
        os: OsFamily,
        kind: ReleaseKind,
    ) -> impl Iterator<Item = &Verification> {
        self.os_verification
            .iter()
            .filter(move |it| it.systems.contains(&os) && it.releases.contains(&kind))
    }
}

/// Reads the section `clocks`, which packs of the first hour do not have.
pub(super) fn clocks(root: &mut Section<'_>) -> Option<Clocks> {
    let mut section = root.section_if_there("clocks")?;
    let clocks = Clocks {
        enterprise_app: section
            .section_if_there("enterprise_app")
            .and_then(whole_days),
        maintenance_notice: section
            .section_if_there("maintenance_notice")
            .and_then(span),
        suspension_notice: section.section_if_there("suspension_notice").and_then(span),
        incident_notice: section
            .section_if_there("incident_notice")
            .and_then(wall_hours),
        os_verification: verifications(&mut section),
    };
    section.finish();
    Some(clocks)
}

fn whole_days(mut section: Section<'_>) -> Option<WholeDays> {
    let business_days = section.number("business_days", MOST);
    section.finish();
    business_days.map(|business_days| WholeDays { business_days })
}

fn wall_hours(mut section: Section<'_>) -> Option<WallHours> {
    let wall_hours = section.number("wall_hours", MOST);
    section.finish();
    wall_hours.map(|wall_hours| WallHours { wall_hours })
}

/// A span is said in one unit.
fn span(mut section: Section<'_>) -> Option<CalendarSpan> {
    let said = ["days", "weeks", "months"].map(|unit| section.has(unit));
    let found = match said {
        [true, false, false] => section.number("days", MOST).map(CalendarSpan::Days),
        [false, true, false] => section.number("weeks", MOST).map(CalendarSpan::Weeks),
        [false, false, true] => section.number("months", MOST).map(CalendarSpan::Months),
        _ => {
            section.note_at(Code::OneUnit, &section.place);
            None
        }
    };
    section.finish();
    found
}

fn verifications(clocks: &mut Section<'_>) -> Vec<Verification> {
    let mut found = Vec::new();
    for mut section in clocks.sections_if_there("os_verification") {
        let product = super::check::names(&mut section, "product");
        let systems = words_of(&mut section, "systems", OsFamily::ALL, OsFamily::as_str);
        let releases = words_of(
            &mut section,
            "releases",
            ReleaseKind::ALL,
            ReleaseKind::as_str,
        );
        let by = section.word("by", Verifier::ALL, Verifier::as_str);
        let within = section.section_if_there("within").and_then(span);
        section.finish();
        found.extend(product.zip(by).map(|(product, by)| Verification {
            product,
            systems,
            releases,
            by,
            within,
        }));
    }
    found
}

/// Reads a list of words, each of them once.
pub(super) fn words_of<T: Copy + PartialEq>(
    section: &mut Section<'_>,
    key: &'static str,
    all: &[T],
    spell: fn(T) -> &'static str,
) -> Vec<T> {
    let mut found = Vec::new();
    for (place, text) in section.texts(key, false) {
        match word(&text, all, spell) {
            None => section.note_word(&place, &text, all.iter().map(|it| spell(*it))),
            Some(known) if found.contains(&known) => section.note_at(Code::Duplicate, &place),
            Some(known) => found.push(known),
        }
    }
    found
}
