//! Figures by product, level, channel, agent and customer, and of what was missed by its cause.

use std::collections::BTreeMap;

use policy::{Cause, ImpactLevel};
use serde::{Deserialize, Serialize};

use crate::figures::{Counted, Tally};
use crate::{Entry, Figures, Part};

/// By what inquiries are told apart.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// The product family.
    Product,
    /// The impact level (§17).
    Level,
    /// The channel (§13).
    Channel,
    /// Who answered, else who has it.
    Agent,
    /// The customer.
    Customer,
    /// Why the target or the limit was missed; only of what was.
    Cause,
}

impl Dimension {
    /// Every dimension, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Level,
        Self::Product,
        Self::Channel,
        Self::Agent,
        Self::Customer,
        Self::Cause,
    ];

    /// Gives the spelling used in files and on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Level => "level",
            Self::Channel => "channel",
            Self::Agent => "agent",
            Self::Customer => "customer",
            Self::Cause => "cause",
        }
    }

    /// Gives an entry's place: a code or a name; nothing where it has none.
    #[must_use]
    pub fn of(self, entry: &Entry) -> Option<&str> {
        let outline = &entry.outline;
        match self {
            Self::Product => Some(outline.product.as_str()),
            Self::Level => outline.level.map(ImpactLevel::as_str),
            Self::Channel => Some(outline.channel.as_str()),
            Self::Agent => entry.agent(),
            Self::Customer => Some(&*entry.customer).filter(|it| !it.is_empty()),
            Self::Cause => outline.cause.map(Cause::as_str),
        }
    }

    /// Tells whether the dimension tells an entry apart at all: only what was missed has a cause.
    pub(crate) fn concerns(self, counted: &Counted<'_>) -> bool {
        match self {
            Self::Cause => counted.is(Part::Missed),
            Self::Product | Self::Level | Self::Channel | Self::Agent | Self::Customer => true,
        }
    }

    /// Puts levels and causes in their own order, gravest first, and all else by name; those without come last.
    fn rank(self, key: Option<&str>) -> usize {
        let Some(key) = key else {
            return usize::MAX;
        };
        let place = match self {
            Self::Level => ImpactLevel::ALL.iter().position(|it| it.as_str() == key),
            Self::Cause => Cause::ALL.iter().position(|it| it.as_str() == key),
            Self::Product | Self::Channel | Self::Agent | Self::Customer => None,
        };
        place.unwrap_or_default()
    }
}

/// The figures of the inquiries that have something in common.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// What they have in common, as a code or a name; nothing for those without.
    pub key: Option<String>,
    /// Their figures.
    pub figures: Figures,
}

/// Counts by a dimension; those without come last.
pub(crate) fn by(dimension: Dimension, counted: &[Counted<'_>]) -> Vec<Group> {
    let mut tallies: BTreeMap<Option<&str>, Tally> = BTreeMap::new();
    for it in counted.iter().filter(|it| dimension.concerns(it)) {
        tallies.entry(dimension.of(it.entry)).or_default().add(it);
    }
    let mut tallies: Vec<(Option<&str>, Tally)> = tallies.into_iter().collect();
    tallies.sort_by_key(|(key, _)| dimension.rank(*key));
    let group = |(key, tally): (Option<&str>, Tally)| Group {
        key: key.map(str::to_owned),
        figures: tally.figures(),
    };
    tallies.into_iter().map(group).collect()
}
