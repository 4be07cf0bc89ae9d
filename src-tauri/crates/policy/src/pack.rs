//! A policy pack: one version of one product family's support policy, as data.

mod assistant;
mod check;
mod clocks;
pub(crate) mod findings;
mod people;
mod problem;
mod scope;
pub(crate) mod section;
mod status_page;
mod systems;

use std::sync::LazyLock;

use business_time::{BusinessDuration, Interval};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

pub use self::assistant::{LeadsTo, LevelAnswer, LevelQuestion};
pub use self::clocks::{
    CalendarSpan, Clocks, OsFamily, ReleaseKind, Verification, Verifier, WallHours, WholeDays,
};
pub use self::people::{Asking, Role, Told};
pub use self::problem::{PackProblem, PackProblemCode};
pub use self::scope::{BetaRule, DeviceRule, OutReason, Outside, ScopeRules};
pub use self::section::nearest;
pub use self::status_page::{StatusPage, StatusPageStep};
pub use self::systems::{Requirement, RequirementKind, Systems};
use crate::words::{Channel, DayLimit, ImpactLevel, InquiryKind, ProductId, SupportPlan};

/// A label in both languages of the console.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Names {
    /// In Japanese.
    pub ja: String,
    /// In English.
    pub en: String,
}

/// A product of the family, with the words by which a text gives it away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Product {
    /// What it is called.
    pub name: Names,
    /// Words that point to it in a subject or a message, compared without case and width.
    pub recognise: Vec<String>,
}

/// A support plan and the channels open to it (§1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Plan {
    /// Which plan it is.
    pub id: SupportPlan,
    /// What it is called.
    pub name: Names,
    /// The channels that its customers may use; what comes by another one is logged all the same.
    pub channels: Vec<Channel>,
}

/// A channel of the product family, with its places (§13) and its hours (§14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ChannelRule {
    /// Which channel it is.
    pub id: Channel,
    /// What it is called.
    pub name: Names,
    /// Where customers find it, such as the consoles that hold the form (§13).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub places: Vec<String>,
    /// When it is attended on business days (§14), such as `09:30-17:30`; absent: always.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", regex(pattern = r"^\d\d:\d\d-\d\d:\d\d$"))]
    pub hours: Option<Interval>,
}

/// The time in which an inquiry of a level gets its first response (§17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Allowance {
    /// So many hours of business time.
    BusinessHours(#[schemars(range(min = 1, max = 10_000))] u32),
    /// So many business days, each as long as the pack's business day.
    BusinessDays(#[schemars(range(min = 1, max = 10_000))] u32),
}

/// An impact level with its label and its time (§17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Level {
    /// Which level it is.
    pub id: ImpactLevel,
    /// What it is called.
    pub name: Names,
    /// How soon the first response comes: either `business_hours` or `business_days`.
    #[serde(flatten)]
    pub allowance: Allowance,
}

/// A kind of inquiry with its label (§16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Kind {
    /// Which kind it is.
    pub id: InquiryKind,
    /// What it is called.
    pub name: Names,
}

/// What a pack file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, title = "Ichiji policy pack")]
pub struct PackContent {
    /// The product family, and at once the pack's id.
    #[schemars(with = "String", regex(pattern = r"^[a-z][a-z0-9-]*$"))]
    pub id: ProductId,
    /// The version's name, such as the date of its effect: lower-case letters, digits, dots and hyphens.
    #[schemars(regex(pattern = r"^[a-z0-9][a-z0-9.-]*$"))]
    pub version: String,
    /// The first day on which inquiries received are judged by this version (§21).
    #[schemars(with = "String", extend("format" = "date"))]
    pub effective_on: NaiveDate,
    /// Which family a text means that names several: the one with the highest number.
    #[schemars(range(min = 1, max = 100))]
    pub precedence: u32,
    /// Hours of business time in one business day (§17).
    #[schemars(range(min = 1, max = 24))]
    pub business_day_hours: u32,
    /// The reading of §18 that gives the limit of day targets.
    pub day_limit: DayLimit,
    /// The paths of the values on which the policy is silent: they are ours.
    #[schemars(default)]
    pub ours: Vec<String>,
    /// What the product family is called.
    pub name: Names,
    /// Who administers the product (§1, §12).
    pub administrator: Names,
    /// The family's products.
    pub products: Vec<Product>,
    /// The support plans (§1): each of them once.
    pub plans: Vec<Plan>,
    /// The channels that the family offers (§13, §14).
    pub channels: Vec<ChannelRule>,
    /// The impact levels (§17): each of them once, gravest first.
    pub levels: Vec<Level>,
    /// The kinds of inquiry (§16): each of them once.
    pub kinds: Vec<Kind>,
    /// The clocks besides the first response's (§4, §5, §9, §15, §20); absent in packs that tell nothing of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clocks: Option<Clocks>,
    /// Which operating systems are supported (§8); absent in packs that tell nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub systems: Option<Systems>,
    /// Who may ask (§12); absent in packs that tell nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asking: Option<Asking>,
    /// Who is told of what (§1, §5, §9, §15); absent in packs that tell nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<Told>,
    /// What standard support leaves out (§10, §11, §19); absent in packs that tell nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<ScopeRules>,
    /// The questions of the level assistant (§17), the first one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub questions: Vec<LevelQuestion>,
    /// The page on which customers see an outage (§17); absent in packs of the first hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_page: Option<StatusPage>,
}

/// A checked pack: the only form in which a policy can be evaluated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    content: PackContent,
    hash: String,
    // INVARIANT: every level has its time; filled by the check.
    allowances: Allowances,
}

/// The business time of each level, in the order of `ImpactLevel`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Allowances {
    outage: LevelTime,
    serious: LevelTime,
    minor: LevelTime,
    question: LevelTime,
}

/// A level's time, reckoned out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LevelTime {
    /// As the pack says it.
    pub said: Allowance,
    /// In business time.
    pub business: BusinessDuration,
}

/// The texts of the shipped packs, oldest first.
const SHIPPED: [&str; 3] = [
    include_str!("../packs/clomo-2020-04-01.toml"),
    include_str!("../packs/deep-instinct-2023-07-01.toml"),
    include_str!("../packs/harmony-mobile-2024-07-01.toml"),
];

impl Pack {
    /// Checks the text of a pack file and gives the pack, or all of its problems in the order of their lines.
    pub fn check(toml: &str) -> Result<Self, Vec<PackProblem>> {
        check::check(toml)
    }

    /// Gives the packs that come with the program, oldest first.
    #[expect(
        clippy::expect_used,
        reason = "a test checks each shipped pack, and they are part of the program"
    )]
    pub fn shipped() -> &'static [Self] {
        static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
            SHIPPED
                .iter()
                .map(|text| Pack::check(text).expect("a shipped pack has no problems"))
                .collect()
        });
        &PACKS
    }

    /// Gives the texts of the packs that come with the program, in the order of [`Pack::shipped`].
    pub const fn shipped_texts() -> [&'static str; 3] {
        SHIPPED
    }

    /// Gives the product family that the pack is for.
    pub fn id(&self) -> &ProductId {
        &self.content.id
    }

    /// Gives the version's name.
    pub fn version(&self) -> &str {
        &self.content.version
    }

    /// Gives the first day of its effect (§21).
    pub fn effective_on(&self) -> NaiveDate {
        self.content.effective_on
    }

    /// Gives what the file says: names, products, plans, channels, levels and kinds.
    pub fn content(&self) -> &PackContent {
        &self.content
    }

    /// Gives the SHA-256 of the file's text, in hexadecimal.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Gives the pack and version as reports name it, such as `clomo 2020-04-01`.
    pub fn label(&self) -> String {
        format!("{} {}", self.content.id, self.content.version)
    }

    /// Gives the reading of §18 that it asks for.
    pub fn day_limit(&self) -> DayLimit {
        self.content.day_limit
    }

    /// Gives the same pack under another reading of §18.
    #[must_use]
    pub fn with_day_limit(mut self, day_limit: DayLimit) -> Self {
        self.content.day_limit = day_limit;
        self
    }

    /// Gives the business time in which a level gets its first response (§17).
    pub fn allowance(&self, level: ImpactLevel) -> BusinessDuration {
        self.level_time(level).business
    }

    /// Tells whether a customer of the plan may use the channel (§1, §13).
    pub fn offers(&self, plan: SupportPlan, channel: Channel) -> bool {
        let content = &self.content;
        content.channels.iter().any(|rule| rule.id == channel)
            && content
                .plans
                .iter()
                .any(|known| known.id == plan && known.channels.contains(&channel))
    }

    /// Gives the clocks besides the first response's, where the pack tells of them.
    pub fn clocks(&self) -> Option<&Clocks> {
        self.content.clocks.as_ref()
    }

    /// Gives which operating systems are supported, where the pack tells of it.
    pub fn systems(&self) -> Option<&Systems> {
        self.content.systems.as_ref()
    }

    pub(crate) fn level_time(&self, level: ImpactLevel) -> LevelTime {
        match level {
            ImpactLevel::Outage => self.allowances.outage,
            ImpactLevel::Serious => self.allowances.serious,
            ImpactLevel::Minor => self.allowances.minor,
            ImpactLevel::Question => self.allowances.question,
        }
    }
}
