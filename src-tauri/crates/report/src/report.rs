//! A report: what was selected, counted in every way that is shown.

use std::collections::BTreeMap;

use business_time::Instant;
use chrono::NaiveDate;
use policy::ImpactLevel;

use crate::figures::{Counted, Tally};
use crate::table::{WEEKS, table_of};
use crate::{ClockCount, ClockEntry, clocks, group, pictures};
use crate::{
    Dimension, Distribution, Entry, Figures, Group, Heat, Part, Period, Selection, Share, Table,
    Week,
};

/// A report over the entries of a period.
pub struct Report<'a> {
    /// What was selected.
    pub selection: Selection,
    /// The instant as of which what is open was judged.
    pub as_of: Instant,
    /// The figures of all that was selected.
    pub figures: Figures,
    /// The period before, with the figures of the same selection.
    pub before: Option<(Period, Figures)>,
    /// The figures by each dimension.
    pub groups: BTreeMap<Dimension, Vec<Group>>,
    /// The weekly trend.
    pub weeks: Vec<Week>,
    /// How long first responses took, by level.
    pub distributions: Vec<Distribution>,
    /// The policies' other clocks that were due in the period, by kind; empty unless they were given.
    pub clocks: Vec<ClockCount>,
    /// When inquiries came in.
    pub receipts: Heat,
    /// When those came in that broke the policy: answered after the limit, or open past it.
    pub breaches: Heat,
    /// Who signed this selection off, the last one last; whoever knows the record puts it in.
    pub signed: Vec<Signed>,
    counted: Vec<Counted<'a>>,
}

/// A sign-off of what a report selects.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signed {
    /// Who.
    pub by: String,
    /// When.
    pub at: Instant,
    /// The share of kept policies at that time.
    pub kept: Share,
    /// How many inquiries count otherwise since, and how many packs and calendars were published.
    pub changes: u32,
}

/// What narrows a figure down to one of a table's rows or of a picture's places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Slice {
    /// Those with this in common; nothing for those without.
    Group(Dimension, Option<String>),
    /// Those of the week that begins with this Monday.
    Week(NaiveDate),
    /// Those received on this weekday, from Monday as 0, in this hour.
    Hour(usize, usize),
    /// Those of this level whose first response took so long, by the place among [`crate::BUCKETS`].
    Bucket(ImpactLevel, usize),
}

impl<'a> Report<'a> {
    /// Selects and counts.
    pub fn of(
        entries: impl IntoIterator<Item = &'a Entry>,
        selection: Selection,
        now: Instant,
    ) -> Self {
        let before = selection.period.before();
        let mut earlier = Tally::default();
        let mut counted = Vec::new();
        for entry in entries {
            let Some(on) = selection.day(entry) else {
                continue;
            };
            let (now_in, then_in) = (
                selection.period.holds(on),
                before.is_some_and(|it| it.holds(on)),
            );
            if !(now_in || then_in) || !selection.wants(entry) {
                continue;
            }
            let it = Counted::new(entry, now);
            if now_in {
                counted.push(it);
            } else {
                earlier.add(&it);
            }
        }
        counted.sort_by_key(|it| (it.entry.outline.received_at, it.entry.outline.id));
        Self {
            figures: figures(&counted),
            before: before.map(|period| (period, earlier.figures())),
            groups: Dimension::ALL
                .into_iter()
                .map(|it| (it, group::by(it, &counted)))
                .collect(),
            weeks: pictures::weeks(&selection, &counted),
            distributions: pictures::distributions(&counted),
            clocks: Vec::new(),
            receipts: pictures::heat(&counted, Part::Received),
            breaches: pictures::heat(&counted, Part::Broken),
            selection,
            as_of: now,
            signed: Vec::new(),
            counted,
        }
    }

    /// Counts the policies' other clocks, too (§4, §5, §9, §15, §20).
    #[must_use]
    pub fn with_clocks<'c>(mut self, clocks: impl IntoIterator<Item = &'c ClockEntry>) -> Self {
        self.clocks = clocks::count(clocks, &self.selection);
        self
    }

    /// Gives the entries that were selected, by receipt.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &'a Entry> {
        self.counted.iter().map(|it| it.entry)
    }

    /// Gives the entries behind a figure, by receipt: those in the part, narrowed down to a slice.
    pub fn behind(&self, part: Part, slice: Option<&Slice>) -> impl Iterator<Item = &'a Entry> {
        self.counted
            .iter()
            .filter(move |it| it.is(part) && slice.is_none_or(|slice| self.in_slice(it, slice)))
            .map(|it| it.entry)
    }

    /// Gives what each row of a table is about; nothing where its rows narrow nothing down by themselves.
    #[must_use]
    pub fn slices(&self, table: &Table) -> Vec<Slice> {
        if table.name == WEEKS {
            return self.weeks.iter().map(|it| Slice::Week(it.monday)).collect();
        }
        let named = |it: &&Dimension| table_of(**it) == table.name;
        let Some(dimension) = Dimension::ALL.iter().find(named) else {
            return Vec::new();
        };
        let groups = self.groups.get(dimension).into_iter().flatten();
        groups
            .map(|it| Slice::Group(*dimension, it.key.clone()))
            .collect()
    }

    fn in_slice(&self, counted: &Counted<'_>, slice: &Slice) -> bool {
        let entry = counted.entry;
        match slice {
            Slice::Group(dimension, key) => {
                dimension.concerns(counted) && dimension.of(entry) == key.as_deref()
            }
            Slice::Week(monday) => self.selection.day(entry).map(pictures::monday) == Some(*monday),
            Slice::Hour(weekday, hour) => pictures::cell(entry) == (*weekday, *hour),
            Slice::Bucket(level, place) => pictures::bucket(entry) == Some((*level, *place)),
        }
    }
}

fn figures(counted: &[Counted<'_>]) -> Figures {
    let mut tally = Tally::default();
    counted.iter().for_each(|it| tally.add(it));
    tally.figures()
}
