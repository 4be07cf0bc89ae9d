//! How the first responses of a past period would have been judged by other rules (§21).

use std::collections::BTreeMap;

use business_time::{Instant, OutOfRange};
use chrono::{Days, NaiveDate};
use policy::{ImpactLevel, Tally, Verdict, deadlines};
use store::{Answered, Row};

use crate::{Desk, DeskError, RuleChange, Rules};

/// The most inquiries that are named; all are counted.
const NAMED: usize = 200;

/// The first responses of a past period, judged twice.
#[derive(Clone, PartialEq, Debug)]
pub struct WhatIf {
    /// The first day of the period, by receipt.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// By the rules in force, whatever the verdicts of their days were.
    pub before: Tally,
    /// By the others.
    pub after: Tally,
    /// How many have another verdict.
    pub changed: usize,
    /// The first of those, by receipt.
    pub named: Vec<OtherVerdict>,
}

/// An answered inquiry that would have had another verdict.
#[derive(Clone, PartialEq, Debug)]
pub struct OtherVerdict {
    /// The inquiry with its subject and customer.
    pub row: Row,
    /// By the rules in force.
    pub before: Verdict,
    /// By the others.
    pub after: Verdict,
}

impl Desk {
    /// Judges the first responses to what was received in a period, both days included, by the rules in force and as
    /// if a change had held since its first day; writes nothing.
    ///
    /// # Errors
    /// As [`Rules::as_if_changed_by`]; [`DeskError::PeriodReversed`]; [`DeskError::OutOfRange`];
    /// [`DeskError::Store`].
    pub fn what_if(
        &self,
        change: &RuleChange,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<WhatIf, DeskError> {
        if to < from {
            return Err(DeskError::PeriodReversed { from, to });
        }
        self.absorb_others()?;
        let rules = self.rules();
        let other = rules.as_if_changed_by(change, from)?;
        let begin = rules.calendar.start_of(from)?;
        let after = to.checked_add_days(Days::new(1)).ok_or(OutOfRange)?;
        let end = rules.calendar.start_of(after)?;
        let mut judging = Judging::by(&rules, &other);
        self.store().read(|reader| {
            reader.each_answered(begin, end, &mut |answered| judging.judge(answered))?;
            judging.named(reader, from, to)
        })
    }
}

/// A walk over answered inquiries, each judged twice.
struct Judging<'a> {
    before: Judge<'a>,
    after: Judge<'a>,
    tallies: (Tally, Tally),
    /// Places of those that have another verdict, with both.
    changed: Vec<(i64, Verdict, Verdict)>,
}

impl<'a> Judging<'a> {
    fn by(before: &'a Rules, after: &'a Rules) -> Self {
        Self {
            before: Judge::by(before),
            after: Judge::by(after),
            tallies: Default::default(),
            changed: Vec::new(),
        }
    }

    fn judge(&mut self, answered: &Answered<'_>) -> Result<(), DeskError> {
        let before = self.before.judge(answered)?;
        let after = self.after.judge(answered)?;
        self.tallies.0.add(before);
        self.tallies.1.add(after);
        if before != after {
            self.changed.push((answered.place, before, after));
        }
        Ok(())
    }

    fn named(
        self,
        reader: &store::Reader<'_>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<WhatIf, DeskError> {
        let (before, after) = self.tallies;
        let changed = self.changed.len();
        let mut named = Vec::new();
        for (place, before, after) in self.changed.into_iter().take(NAMED) {
            let row = reader.row_at(place)?;
            named.extend(row.map(|row| OtherVerdict { row, before, after }));
        }
        Ok(WhatIf {
            from,
            to,
            before,
            after,
            changed,
            named,
        })
    }
}

/// One set of rules, and which products have a single version: that one judges on every day.
struct Judge<'a> {
    rules: &'a Rules,
    single: BTreeMap<&'a str, &'a policy::Pack>,
}

impl<'a> Judge<'a> {
    fn by(rules: &'a Rules) -> Self {
        let products = rules.packs.products();
        let single = products.filter_map(|id| match rules.packs.versions_of(id.as_str()) {
            [only] => Some((id.as_str(), only)),
            _ => None,
        });
        let single = single.collect();
        Self { rules, single }
    }

    fn judge(&self, answered: &Answered<'_>) -> Result<Verdict, DeskError> {
        let pack = match self.single.get(answered.product) {
            Some(only) => only,
            None => self.in_force(answered.product, answered.received_at)?,
        };
        let (from, level): (Instant, ImpactLevel) = (answered.reckoned_from, answered.level);
        let deadlines = deadlines(pack, &self.rules.calendar, from, level)?;
        Ok(deadlines.judge(answered.answered_at))
    }

    fn in_force(&self, product: &str, received_at: Instant) -> Result<&'a policy::Pack, DeskError> {
        let on = self.rules.calendar.date_of(received_at);
        let pack = self.rules.packs.in_force(product, on);
        pack.ok_or_else(|| DeskError::NoSuchProduct(product.to_owned()))
    }
}
