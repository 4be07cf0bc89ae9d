use std::collections::BTreeSet;

use chrono::NaiveDate;
use inquiry::{FactTable, ReferenceEvent};
use policy::{PackProblem, PackProblemCode, ProductDifference, ProductEdit, ProductTable, nearest};

use super::change_os_table::hash_of_text;
use crate::{Call, Desk, DeskError, Done, Rules};

/// A change of the table of products.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ProductTableChange {
    /// A whole table in the place of the one in force.
    Table(String),
    /// Changes of the one in force, one after the other.
    Edits(Vec<ProductEdit>),
}

impl Desk {
    /// Says what a change of the table of products would do; writes nothing.
    ///
    /// # Errors
    /// [`DeskError::Table`] with all problems.
    pub fn preview_product_table(
        &self,
        change: &ProductTableChange,
    ) -> Result<ProductDifference, DeskError> {
        let rules = self.rules();
        let today = rules.calendar.date_of(self.now());
        let changed = changed(&rules, change, today)?;
        Ok(rules.product_table.difference_to(&changed))
    }

    /// Changes the table of products (§3, §4, §7, §11).
    ///
    /// # Errors
    /// [`DeskError::Table`] with all problems, [`DeskError::Store`].
    pub fn change_product_table(
        &self,
        call: &Call,
        change: &ProductTableChange,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            let today = act.rules.calendar.date_of(act.now);
            let table = changed(&act.rules, change, today)?;
            act.publish(published(&table))
        })
    }
}

fn changed(
    rules: &Rules,
    change: &ProductTableChange,
    today: NaiveDate,
) -> Result<ProductTable, DeskError> {
    let changed = match change {
        ProductTableChange::Table(text) => ProductTable::check(text),
        ProductTableChange::Edits(edits) => rules.product_table.edited(edits, today),
    };
    let table = changed.map_err(DeskError::Table)?;
    let unknown = unknown_products(rules, &table);
    if unknown.is_empty() {
        Ok(table)
    } else {
        Err(DeskError::Table(unknown))
    }
}

/// Lists the products for which there is no policy.
fn unknown_products(rules: &Rules, table: &ProductTable) -> Vec<PackProblem> {
    let known: Vec<&str> = rules.packs.products().map(|it| it.as_str()).collect();
    let releases = table.releases().iter().map(|it| it.product.as_str());
    let devices = table.devices().iter().map(|it| it.product.as_str());
    let documents = table.documents().iter().map(|it| it.product.as_str());
    let named: BTreeSet<&str> = releases.chain(devices).chain(documents).collect();
    let unknown = named.into_iter().filter(|it| !known.contains(it));
    let problem = |product: &str| PackProblem {
        code: PackProblemCode::UnknownWord,
        path: format!("product = \"{product}\""),
        line: 1,
        suggestion: nearest(product, known.iter().copied()),
    };
    unknown.map(problem).collect()
}

fn published(table: &ProductTable) -> ReferenceEvent {
    let text = table.to_toml();
    ReferenceEvent::TablePublished {
        table: FactTable::Products,
        version: table.version.clone(),
        hash: hash_of_text(&text),
        text,
    }
}
