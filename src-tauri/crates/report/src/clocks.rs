//! The policies' other clocks (§4, §5, §9, §15, §20) as a report counts them: those that were due in its period.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use inquiry::{DueRecord, MatterKind, ObligationId};
use policy::ProductId;

use crate::Selection;

/// One of the other clocks that has a due time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClockEntry {
    /// The obligation that it is the clock of.
    pub id: ObligationId,
    /// What it is about.
    pub kind: MatterKind,
    /// The product family whose policy promises it.
    pub product: ProductId,
    /// When it is due: by the verdict of its day where it is done, else by the rules in force.
    pub due: DueRecord,
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

/// A part of the clocks of one kind that is counted.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum ClockPart {
    /// All that were due.
    Due,
    /// Those that stand so.
    Standing(ClockStanding),
}

impl ClockPart {
    /// Every part, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Due,
        Self::Standing(ClockStanding::Kept),
        Self::Standing(ClockStanding::Missed),
        Self::Standing(ClockStanding::Overdue),
        Self::Standing(ClockStanding::Open),
    ];

    /// Gives the spelling used in files and on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Due => "clock_due",
            Self::Standing(ClockStanding::Kept) => "clock_kept",
            Self::Standing(ClockStanding::Missed) => "clock_missed",
            Self::Standing(ClockStanding::Overdue) => "clock_overdue",
            Self::Standing(ClockStanding::Open) => "clock_open",
        }
    }

    /// Finds a part by its spelling.
    #[must_use]
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == code)
    }

    fn holds(self, standing: ClockStanding) -> bool {
        match self {
            Self::Due => true,
            Self::Standing(wanted) => wanted == standing,
        }
    }
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

/// Counts the clocks that were due in a period, by kind.
pub(crate) fn count<'a>(
    clocks: impl IntoIterator<Item = &'a ClockEntry>,
    selection: &Selection,
) -> Vec<ClockCount> {
    let mut counts: BTreeMap<MatterKind, ClockCount> = BTreeMap::new();
    for clock in selected(clocks, selection) {
        let count = counts.entry(clock.kind);
        count
            .or_insert(ClockCount::of(clock.kind))
            .add(clock.standing);
    }
    counts.into_values().collect()
}

/// Gives the clocks behind a count: those of a kind in a part, by the day on which they were due.
pub fn clocks_behind<'a>(
    clocks: impl IntoIterator<Item = &'a ClockEntry>,
    selection: &Selection,
    kind: MatterKind,
    part: ClockPart,
) -> Vec<&'a ClockEntry> {
    let wanted = |it: &&ClockEntry| it.kind == kind && part.holds(it.standing);
    let mut found: Vec<_> = selected(clocks, selection).filter(wanted).collect();
    found.sort_by_key(|it| (it.due_on, it.id));
    found
}

/// Gives those that were due in the period. They have a product, but no level, channel, agent or customer: where a
/// report is narrowed down by one of these, they are counted all the same.
fn selected<'a>(
    clocks: impl IntoIterator<Item = &'a ClockEntry>,
    selection: &Selection,
) -> impl Iterator<Item = &'a ClockEntry> {
    let products = &selection.products;
    let wanted = |it: &ClockEntry| products.is_empty() || products.contains(&it.product);
    let period = selection.period;
    clocks
        .into_iter()
        .filter(move |it| wanted(it) && period.holds(it.due_on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Period;

    fn clock(
        (kind, product): (MatterKind, &str),
        due_on: &str,
        standing: ClockStanding,
    ) -> ClockEntry {
        let due_on = due_on.parse().unwrap();
        ClockEntry {
            id: "00000000-0000-7000-8000-000000000000".parse().unwrap(),
            kind,
            product: ProductId::new(product).unwrap(),
            due: DueRecord::On(due_on),
            due_on,
            standing,
        }
    }

    /// Four suspensions, of which two fall into November, and an incident of another product.
    fn some() -> Vec<ClockEntry> {
        let suspension =
            |due_on, standing| clock((MatterKind::Suspension, "clomo"), due_on, standing);
        vec![
            suspension("2026-10-31", ClockStanding::Missed),
            suspension("2026-11-30", ClockStanding::Missed),
            suspension("2026-11-01", ClockStanding::Kept),
            suspension("2026-12-01", ClockStanding::Open),
            clock(
                (MatterKind::Incident, "harmony-mobile"),
                "2026-11-10",
                ClockStanding::Overdue,
            ),
        ]
    }

    fn november() -> Selection {
        Selection::of(Period {
            from: "2026-11-01".parse().unwrap(),
            to: "2026-11-30".parse().unwrap(),
        })
    }

    #[test]
    fn what_was_due_in_the_period_is_counted_by_kind() {
        let (clocks, mut selection) = (some(), november());
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

    #[test]
    fn behind_each_count_stand_as_many_by_their_day() {
        let (clocks, mut selection) = (some(), november());
        for counted in count(&clocks, &selection) {
            let counts = [
                counted.due(),
                counted.kept,
                counted.missed,
                counted.overdue,
                counted.open,
            ];
            for (part, count) in ClockPart::ALL.into_iter().zip(counts) {
                let found = clocks_behind(&clocks, &selection, counted.kind, part);
                assert_eq!(found.len(), count as usize, "{:?} {part:?}", counted.kind);
                assert!(found.is_sorted_by_key(|it| it.due_on));
                assert_eq!(ClockPart::named(part.as_str()), Some(part));
            }
        }
        selection.products = vec![ProductId::new("clomo").unwrap()];
        let found = clocks_behind(&clocks, &selection, MatterKind::Incident, ClockPart::Due);
        assert!(found.is_empty(), "{found:?}");
    }
}
