//! The policies' other clocks (§4, §5, §9, §15, §20) as a report counts them: those that were due in its period.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use inquiry::MatterKind;
use policy::ProductId;

use crate::Selection;

/// One of the other clocks that has a due time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClockEntry {
    /// What it is about.
    pub kind: MatterKind,
    /// The product family whose policy promises it.
    pub product: ProductId,
    /// The day on which it is due, by the centre's clock.
    pub due_on: NaiveDate,
    /// How it stands.
    pub standing: ClockStanding,
}

/// How one of the other clocks stands.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum ClockStanding {
    /// Done in time, by the verdict of its day.
    Kept,
    /// Done too late, by the verdict of its day.
    Missed,
    /// Not done, and not due yet.
    Open,
    /// Not done, and past its due time.
    Overdue,
}

/// How many clocks of one kind were due in a period, and how they stand.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct ClockCount {
    /// The kind.
    pub kind: MatterKind,
    /// Done in time.
    pub kept: u32,
    /// Done too late.
    pub missed: u32,
    /// Not done, and not due yet.
    pub open: u32,
    /// Not done, and past the due time.
    pub overdue: u32,
}

impl ClockCount {
    const fn of(kind: MatterKind) -> Self {
        Self {
            kind,
            kept: 0,
            missed: 0,
            open: 0,
            overdue: 0,
        }
    }

    /// Gives how many were due.
    #[must_use]
    pub const fn due(&self) -> u32 {
        self.kept + self.missed + self.open + self.overdue
    }

    fn add(&mut self, standing: ClockStanding) {
        match standing {
            ClockStanding::Kept => self.kept += 1,
            ClockStanding::Missed => self.missed += 1,
            ClockStanding::Open => self.open += 1,
            ClockStanding::Overdue => self.overdue += 1,
        }
    }
}

/// Counts the clocks that were due in a period, by kind. They have a product, but no level, channel, agent or customer:
/// where a report is narrowed down by one of these, they are counted all the same.
pub(crate) fn count<'a>(
    clocks: impl IntoIterator<Item = &'a ClockEntry>,
    selection: &Selection,
) -> Vec<ClockCount> {
    let mut counts: BTreeMap<MatterKind, ClockCount> = BTreeMap::new();
    for clock in clocks {
        let products = &selection.products;
        let wanted = products.is_empty() || products.contains(&clock.product);
        if wanted && selection.period.holds(clock.due_on) {
            let count = counts.entry(clock.kind);
            count
                .or_insert(ClockCount::of(clock.kind))
                .add(clock.standing);
        }
    }
    counts.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Period;

    fn on(date: &str) -> NaiveDate {
        date.parse().unwrap()
    }

    #[test]
    fn what_was_due_in_the_period_is_counted_by_kind() {
        let clock = |kind, product: &str, due_on, standing| ClockEntry {
            kind,
            product: ProductId::new(product).unwrap(),
            due_on: on(due_on),
            standing,
        };
        let suspension =
            |due_on, standing| clock(MatterKind::Suspension, "clomo", due_on, standing);
        let clocks = [
            suspension("2026-10-31", ClockStanding::Missed),
            suspension("2026-11-01", ClockStanding::Kept),
            suspension("2026-11-30", ClockStanding::Missed),
            suspension("2026-12-01", ClockStanding::Open),
            clock(
                MatterKind::Incident,
                "harmony-mobile",
                "2026-11-10",
                ClockStanding::Overdue,
            ),
        ];
        let mut selection = Selection::of(Period {
            from: on("2026-11-01"),
            to: on("2026-11-30"),
        });
        let counted = count(&clocks, &selection);
        let told: Vec<_> = counted
            .iter()
            .map(|it| (it.kind, it.due(), it.kept, it.missed, it.overdue))
            .collect();
        assert_eq!(
            told,
            [
                (MatterKind::Suspension, 2, 1, 1, 0),
                (MatterKind::Incident, 1, 0, 0, 1),
            ]
        );
        selection.products = vec![ProductId::new("clomo").unwrap()];
        assert_eq!(count(&clocks, &selection).len(), 1);
    }
}
