//! What rows must match.

use inquiry::{Actor, Status};
use policy::{Band, Channel, ImpactLevel, ProductId};
use serde::{Deserialize, Serialize};

use super::row::QueueRow;

/// What the rows must match; an empty list or text lets everything through.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// The product families.
    pub products: Vec<ProductId>,
    /// The levels; nothing stands for レベル未判定.
    pub levels: Vec<Option<ImpactLevel>>,
    /// The channels.
    pub channels: Vec<Channel>,
    /// The bands.
    pub bands: Vec<Band>,
    /// The statuses.
    pub statuses: Vec<Status>,
    /// The assignees.
    pub assignees: Vec<AssigneeFilter>,
    /// Words that number, subject, customer or assignee contain, all of them, without regard to case.
    pub text: String,
}

/// Whose inquiries are let through.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AssigneeFilter {
    /// Nobody's.
    Unassigned,
    /// Somebody's.
    Of(Actor),
}

impl Filter {
    /// Tells whether a row matches.
    #[must_use]
    pub fn matches(&self, row: &QueueRow) -> bool {
        let inquiry = row.inquiry();
        let level = inquiry.level.as_ref().map(|it| it.level);
        one_of(&self.products, &inquiry.product)
            && one_of(&self.levels, &level)
            && one_of(&self.channels, &inquiry.channel)
            && one_of(&self.bands, &row.band())
            && one_of(&self.statuses, &inquiry.status)
            && (self.assignees.is_empty()
                || self
                    .assignees
                    .iter()
                    .any(|it| it.matches(inquiry.assignee.as_ref())))
            && self.matches_text(row)
    }

    fn matches_text(&self, row: &QueueRow) -> bool {
        if self.text.trim().is_empty() {
            return true;
        }
        let line = row.line();
        let mut words = self.text.split_whitespace();
        words.all(|word| line.contains(&word.to_lowercase()))
    }
}

impl AssigneeFilter {
    fn matches(&self, assignee: Option<&Actor>) -> bool {
        match self {
            Self::Unassigned => assignee.is_none(),
            Self::Of(actor) => assignee == Some(actor),
        }
    }
}

fn one_of<T: PartialEq>(wanted: &[T], it: &T) -> bool {
    wanted.is_empty() || wanted.contains(it)
}
