//! Which inquiries a report is about.

use chrono::NaiveDate;
use policy::{Channel, ImpactLevel, ProductId};
use serde::{Deserialize, Serialize};

use crate::{Entry, Period};

/// By which day an inquiry belongs to a period.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// By the day of the receipt.
    #[default]
    Receipt,
    /// By the day of the limit; what has none is left aside.
    Due,
}

/// Which inquiries are wanted. An empty list wants all; everything given must hold.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Selection {
    /// The days.
    pub period: Period,
    /// By which day an inquiry belongs to them.
    pub by: Basis,
    /// The products.
    pub products: Vec<ProductId>,
    /// The levels; nothing stands for one not decided yet.
    pub levels: Vec<Option<ImpactLevel>>,
    /// The channels.
    pub channels: Vec<Channel>,
    /// Who answered, else who has it; nothing stands for nobody.
    pub agents: Vec<Option<String>>,
    /// The customers.
    pub customers: Vec<String>,
}

impl Selection {
    /// Wants everything of a period.
    #[must_use]
    pub const fn of(period: Period) -> Self {
        Self {
            period,
            by: Basis::Receipt,
            products: Vec::new(),
            levels: Vec::new(),
            channels: Vec::new(),
            agents: Vec::new(),
            customers: Vec::new(),
        }
    }

    /// Gives the day by which an entry belongs to a period.
    #[must_use]
    pub fn day(&self, entry: &Entry) -> Option<NaiveDate> {
        match self.by {
            Basis::Receipt => Some(entry.received_on),
            Basis::Due => entry.due.map(|due| due.limit_on),
        }
    }

    /// Tells whether an entry is selected: wanted, and of a day of the period.
    #[must_use]
    pub fn selects(&self, entry: &Entry) -> bool {
        let on = self.day(entry);
        on.is_some_and(|on| self.period.holds(on)) && self.wants(entry)
    }

    /// Tells whether an entry is wanted, whatever its day.
    #[must_use]
    pub fn wants(&self, entry: &Entry) -> bool {
        let outline = &entry.outline;
        let by = |agent: &Option<String>| agent.as_deref() == entry.agent();
        (self.products.is_empty() || self.products.contains(&outline.product))
            && (self.levels.is_empty() || self.levels.contains(&outline.level))
            && (self.channels.is_empty() || self.channels.contains(&outline.channel))
            && (self.agents.is_empty() || self.agents.iter().any(by))
            && (self.customers.is_empty()
                || self.customers.iter().any(|it| **it == *entry.customer))
    }
}
