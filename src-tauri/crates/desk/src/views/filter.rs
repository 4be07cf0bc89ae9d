//! What rows must match.

use inquiry::{Actor, Status};
use memchr::memmem::Finder;
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

/// A filter made ready for very many rows.
pub(crate) struct Matcher<'f> {
    filter: &'f Filter,
    words: Vec<Finder<'static>>,
}

impl Filter {
    /// Makes the filter ready.
    pub(crate) fn matcher(&self) -> Matcher<'_> {
        let words = self.text.split_whitespace().map(str::to_lowercase);
        Matcher {
            filter: self,
            words: words
                .map(|word| Finder::new(word.as_bytes()).into_owned())
                .collect(),
        }
    }

    fn matches_columns(&self, row: &QueueRow) -> bool {
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
    }
}

impl Matcher<'_> {
    /// Tells whether a row matches.
    pub(crate) fn matches(&self, row: &QueueRow) -> bool {
        let has = |word: &Finder<'_>| word.find(row.line().as_bytes()).is_some();
        self.filter.matches_columns(row) && self.words.iter().all(has)
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
