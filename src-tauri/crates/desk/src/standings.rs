//! How the open inquiries stand, in every order that was asked for: a cache in front of the evaluation.
//!
//! A page of the queue wants a hundred rows of very many. Evaluated and put in order anew is only what changed: the
//! inquiry, the rules, or its band by the time that has passed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use business_time::Instant;
use inquiry::{Actor, InquiryId};
use store::Row;

use crate::views::bands::{BandCount, by_band, counts};
use crate::views::filter::Filter;
use crate::views::queue::in_order;
use crate::views::row::Evaluating;
use crate::{Desk, DeskError, QueueRow, Rules, Sort, View};

/// An order of the rows, and whether it is turned round.
type Order = (Sort, bool);

/// The open inquiries, evaluated.
#[derive(Default)]
pub(crate) struct Standings {
    rules: Option<Arc<Rules>>,
    /// Up to where of the log they reach.
    seq: i64,
    /// The instant for which they were last looked at.
    at: Option<Instant>,
    /// When the next band changes by itself.
    until: Option<Instant>,
    /// By id. What depends on the minute is as of the instant of their evaluation; the band holds until it changes.
    rows: Vec<Standing>,
    orders: BTreeMap<Order, Vec<Arc<QueueRow>>>,
    /// What was asked for since something changed, the latest last: its pages are asked for one after the other.
    chosen: Vec<Chosen>,
}

/// So many questions are kept; there are few in use at a time.
const MOST: usize = 6;

/// Asks for rows in an order.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Question {
    /// The view.
    pub view: View,
    /// Whose *Mine* it is.
    pub me: Actor,
    /// What rows must match.
    pub filter: Filter,
    /// The order.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub descending: bool,
    /// Whether rows of one band stand together.
    pub group_by_band: bool,
}

/// The rows of a question.
pub(crate) struct Chosen {
    question: Question,
    /// In its order.
    pub rows: Vec<Arc<QueueRow>>,
    /// How many each band has.
    pub bands: Vec<BandCount>,
}

struct Standing {
    row: Arc<QueueRow>,
    at: Instant,
}

impl Standing {
    /// Tells whether nothing has changed, the band included.
    fn holds(&self, row: &Arc<Row>, now: Instant) -> bool {
        let changes = self.row.evaluation.next_change_at;
        Arc::ptr_eq(&self.row.row, row) && self.at <= now && changes.is_none_or(|at| now < at)
    }
}

impl Standings {
    /// Gives the rows by id.
    pub fn rows(&self) -> impl Iterator<Item = &QueueRow> {
        self.rows.iter().map(|it| &*it.row)
    }

    /// Gives the rows of a question, which are kept.
    pub fn chosen(&mut self, question: &Question) -> &Chosen {
        let kept = self.chosen.iter().position(|it| it.question == *question);
        let chosen = match kept {
            Some(at) => self.chosen.remove(at),
            None => self.choose(question),
        };
        if self.chosen.len() >= MOST {
            self.chosen.remove(0);
        }
        self.chosen.push_mut(chosen)
    }

    fn choose(&mut self, question: &Question) -> Chosen {
        let (view, me) = (question.view, &question.me);
        let filter = question.filter.matcher();
        let ordered = self.ordered(question.sort, question.descending);
        let wanted = |row: &&Arc<QueueRow>| view.has(row, me) && filter.matches(row);
        let wanted = ordered.iter().filter(wanted);
        let rows: Vec<Arc<QueueRow>> = if question.group_by_band {
            by_band(wanted).into_iter().map(Arc::clone).collect()
        } else {
            wanted.map(Arc::clone).collect()
        };
        let bands = counts(rows.iter().map(|row| row.band()));
        Chosen {
            question: question.clone(),
            rows,
            bands,
        }
    }

    /// Gives the rows in an order, which is kept.
    fn ordered(&mut self, sort: Sort, descending: bool) -> &[Arc<QueueRow>] {
        let rows = &self.rows;
        self.orders.entry((sort, descending)).or_insert_with(|| {
            let mut order: Vec<_> = rows.iter().map(|it| Arc::clone(&it.row)).collect();
            order.sort_by(|a, b| in_order(sort, descending, a, b));
            order
        })
    }

    fn is_current(&self, seq: i64, rules: &Arc<Rules>, now: Instant) -> bool {
        self.seq == seq
            && self.rules.as_ref().is_some_and(|it| Arc::ptr_eq(it, rules))
            && self.at.is_some_and(|at| at <= now)
            && self.until.is_none_or(|until| now < until)
    }

    /// Brings them up to rows that come in the order of their ids.
    fn refresh(
        &mut self,
        rows: Vec<Arc<Row>>,
        rules: &Arc<Rules>,
        now: Instant,
    ) -> Result<(), DeskError> {
        if self.rules.as_ref().is_none_or(|it| !Arc::ptr_eq(it, rules)) {
            *self = Self::default();
            self.rules = Some(Arc::clone(rules));
        }
        let snoozes = BTreeMap::new();
        let evaluating = Evaluating {
            rules,
            at: now,
            snoozes: &snoozes,
        };
        let mut before = std::mem::take(&mut self.rows).into_iter().peekable();
        let (mut kept, mut gone, mut new) =
            (Vec::with_capacity(rows.len()), BTreeSet::new(), Vec::new());
        for row in rows {
            let id = row.inquiry.id;
            while let Some(it) = before.next_if(|it| it.row.inquiry().id < id) {
                gone.insert(it.row.inquiry().id);
            }
            let same = before.next_if(|it| it.row.inquiry().id == id);
            if let Some(standing) = same.filter(|it| it.holds(&row, now)) {
                kept.push(standing);
                continue;
            }
            let row = Arc::new(evaluating.row(&row)?);
            gone.insert(id);
            new.push(Arc::clone(&row));
            kept.push(Standing { row, at: now });
        }
        gone.extend(before.map(|it| it.row.inquiry().id));
        self.rows = kept;
        self.chosen.clear();
        self.reorder(&gone, &new);
        self.at = Some(now);
        let changes = self.rows().filter_map(|it| it.evaluation.next_change_at);
        self.until = changes.min();
        Ok(())
    }

    /// Puts what changed in its place; where that is much, the orders are made anew when they are asked for.
    fn reorder(&mut self, gone: &BTreeSet<InquiryId>, new: &[Arc<QueueRow>]) {
        if gone.len() > self.rows.len() / 16 {
            self.orders.clear();
        }
        for ((sort, descending), order) in &mut self.orders {
            order.retain(|row| !gone.contains(&row.inquiry().id));
            for row in new {
                let before = |it: &Arc<QueueRow>| in_order(*sort, *descending, it, row).is_lt();
                order.insert(order.partition_point(before), Arc::clone(row));
            }
        }
    }
}

impl Desk {
    /// Lends how the open inquiries stand now to one reading.
    pub(crate) fn with_standings<T>(
        &self,
        now: Instant,
        reading: impl FnOnce(&mut Standings) -> T,
    ) -> Result<T, DeskError> {
        let (seq, rules) = self.reach();
        let mut standings = self.standings();
        if !standings.is_current(seq, &rules, now) {
            let rows = self.with_open(|open| open.rows().cloned().collect());
            standings.refresh(rows, &rules, now)?;
            standings.seq = seq;
        }
        Ok(reading(&mut standings))
    }
}
