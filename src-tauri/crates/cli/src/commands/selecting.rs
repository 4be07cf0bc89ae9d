use chrono::NaiveDate;
use policy::{Channel, ProductId};
use report::{Basis, Period, Selection};

use crate::word::{self, WantedLevel};

/// Which inquiries a report is about.
#[derive(clap::Args)]
pub struct Selecting {
    /// The first day of the period
    #[arg(long, value_name = "DATE")]
    from: NaiveDate,
    /// The last day of the period
    #[arg(long, value_name = "DATE")]
    to: NaiveDate,
    /// By which day an inquiry belongs to the period
    #[arg(long, value_name = "DAY", value_parser = word::basis(), default_value = "receipt")]
    by: Basis,
    /// Only of this product; may be repeated, as all filters
    #[arg(long = "product", value_name = "ID")]
    products: Vec<ProductId>,
    /// Only of this level; `none` for those without one
    #[arg(long = "level", value_name = "LEVEL", value_parser = word::level_or_none())]
    levels: Vec<WantedLevel>,
    /// Only by this channel
    #[arg(long = "channel", value_name = "CHANNEL", value_parser = word::channel())]
    channels: Vec<Channel>,
    /// Only what this person answered, or else has
    #[arg(long = "agent", value_name = "NAME")]
    agents: Vec<String>,
    /// Only nobody's
    #[arg(long)]
    unassigned: bool,
    /// Only of this customer
    #[arg(long = "customer", value_name = "NAME")]
    customers: Vec<String>,
}

impl Selecting {
    /// Gives them as a selection.
    pub fn selection(&self) -> Selection {
        let nobody = self.unassigned.then_some(None);
        Selection {
            period: Period {
                from: self.from,
                to: self.to,
            },
            by: self.by,
            products: self.products.clone(),
            levels: self.levels.iter().map(|it| it.0).collect(),
            channels: self.channels.clone(),
            agents: self
                .agents
                .iter()
                .cloned()
                .map(Some)
                .chain(nobody)
                .collect(),
            customers: self.customers.clone(),
        }
    }
}
