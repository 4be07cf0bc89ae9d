//! The phone line and its suspensions (§15): what everybody has to know, whatever page they are on.

use std::sync::Arc;

use business_time::Instant;
use chrono::NaiveDate;
use inquiry::{Matter, ObligationId};
use policy::{Due, ProductId, Role};

use crate::obligations::ObligationRow;
use crate::{Desk, DeskError};

/// A suspension as everybody sees it: the plans of several products for the same time are one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SuspensionPeriod {
    /// The obligations, one for each product.
    pub obligations: Vec<ObligationId>,
    /// The products whose phone intake it closes.
    pub products: Vec<ProductId>,
    /// Its beginning.
    pub from: Instant,
    /// Its end, planned or as it was lifted.
    pub until: Instant,
    /// Why.
    pub reason: String,
}

/// The phone line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PhoneLine {
    /// The suspension that lasts now.
    pub suspended: Option<SuspensionPeriod>,
    /// The next one that was planned.
    pub next: Option<SuspensionPeriod>,
}

/// When an obligation of a product would be due.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DuePreview {
    /// The product.
    pub product: ProductId,
    /// The day on which, or until whose end, it would be due; nothing where no time is promised.
    pub due_on: Option<NaiveDate>,
    /// Whether that is over already.
    pub too_late: bool,
    /// Who is told by the pack (§5, §15).
    pub recipients: Vec<Role>,
}

impl Desk {
    /// Tells whether phone intake is suspended now, and when it is next.
    #[must_use]
    pub fn phone_line(&self) -> PhoneLine {
        let (now, periods) = (self.now(), self.suspensions());
        let lasts = |it: &&SuspensionPeriod| it.from <= now && now < it.until;
        let to_come = periods.iter().filter(|it| now < it.from);
        PhoneLine {
            suspended: periods.iter().find(lasts).cloned(),
            next: to_come.min_by_key(|it| it.from).cloned(),
        }
    }

    /// Gives every suspension, past, present and to come, the latest first; those called off are none.
    #[must_use]
    pub fn suspensions(&self) -> Vec<SuspensionPeriod> {
        let all = self.all_obligations();
        let mut periods: Vec<SuspensionPeriod> = Vec::new();
        for row in all.rows() {
            let Some((from, until)) = row.obligation.suspended() else {
                continue;
            };
            let same = periods
                .iter_mut()
                .find(|it| (it.from, it.until) == (from, until));
            match same {
                Some(period) => period.take_in(row),
                None => periods.push(SuspensionPeriod::of(row, from, until)),
            }
        }
        periods.sort_by_key(|it| std::cmp::Reverse(it.from));
        periods
    }

    /// Says when an obligation would be due for each product, whether that is over already, and who is told.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProduct`], [`DeskError::Evaluate`].
    pub fn preview_obligation(
        &self,
        products: &[ProductId],
        matter: &Matter,
    ) -> Result<Vec<DuePreview>, DeskError> {
        let (rules, now) = (self.rules(), self.now());
        let today = rules.calendar.date_of(now);
        let preview = |product: &ProductId| {
            let rule = rules.clock_rule(product, matter)?;
            let due = rule.map(|it| policy::clock_due(&rules.calendar, &it));
            let due = due.transpose()?.map(|it| it.due);
            let told = rules
                .pack_of_matter(product, matter)?
                .content()
                .told
                .as_ref();
            let recipients = told.map(|told| match matter {
                Matter::Maintenance { .. } | Matter::Change { .. } => told.maintenance.clone(),
                Matter::Suspension { .. } => told.suspension.clone(),
                Matter::OsVerification { .. } => told.verification.clone(),
                Matter::EnterpriseApp { .. } | Matter::Incident { .. } => Vec::new(),
            });
            Ok(DuePreview {
                product: product.clone(),
                due_on: due.map(|it| match it {
                    Due::At(at) => rules.calendar.date_of(at),
                    Due::On(on) => on,
                }),
                too_late: due.is_some_and(|it| match it {
                    Due::At(at) => now > at,
                    Due::On(on) => today > on,
                }),
                recipients: recipients.unwrap_or_default(),
            })
        };
        products.iter().map(preview).collect()
    }
}

impl PhoneLine {
    /// Gives when it is closed or opened next, if nobody does anything.
    #[must_use]
    pub fn next_change(&self) -> Option<Instant> {
        let ends_at = self.suspended.as_ref().map(|it| it.until);
        let begins_at = self.next.as_ref().map(|it| it.from);
        ends_at.into_iter().chain(begins_at).min()
    }
}

impl SuspensionPeriod {
    fn of(row: &Arc<ObligationRow>, from: Instant, until: Instant) -> Self {
        Self {
            obligations: vec![row.obligation.id],
            products: vec![row.obligation.product.clone()],
            from,
            until,
            reason: row.text.reason.clone(),
        }
    }

    fn take_in(&mut self, row: &Arc<ObligationRow>) {
        self.obligations.push(row.obligation.id);
        if !self.products.contains(&row.obligation.product) {
            self.products.push(row.obligation.product.clone());
        }
    }
}
