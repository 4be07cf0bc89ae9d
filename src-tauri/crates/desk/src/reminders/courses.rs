//! The clocks of the open inquiries, reckoned anew only where the inquiry, the rules or its band changed: there may be
//! very many, and a wake is asked for at every write.

use std::sync::Arc;

use business_time::Instant;
use store::{GivenReminder, Row, Store};

use super::due::{Course, Due, first_response, next_contact};
use super::key::ReminderKey;
use crate::{DeskError, Rules};

/// The clocks, by inquiry.
#[derive(Default)]
pub(crate) struct Courses {
    rules: Option<Arc<Rules>>,
    kept: Vec<Kept>,
}

/// The clocks of one inquiry.
struct Kept {
    row: Arc<Row>,
    /// The instant for which they were reckoned.
    at: Instant,
    courses: Vec<Course>,
    /// Whether it is known what of them has rung.
    is_known: bool,
}

impl Courses {
    /// Brings the clocks up to rows that come in the order of their ids.
    pub fn refresh(
        &mut self,
        rows: Vec<Arc<Row>>,
        rules: &Arc<Rules>,
        now: Instant,
    ) -> Result<(), DeskError> {
        if self.rules.as_ref().is_none_or(|it| !Arc::ptr_eq(it, rules)) {
            self.kept.clear();
            self.rules = Some(Arc::clone(rules));
        }
        let mut before = std::mem::take(&mut self.kept).into_iter().peekable();
        let mut kept = Vec::with_capacity(rows.len());
        for row in rows {
            let id = row.inquiry.id;
            while before.next_if(|it| it.row.inquiry.id < id).is_some() {}
            let same = before.next_if(|it| it.row.inquiry.id == id);
            kept.push(match same.filter(|it| it.holds(&row, now)) {
                Some(kept) => kept,
                None => Kept::reckon(row, rules, now)?,
            });
        }
        self.kept = kept;
        Ok(())
    }

    /// Reads what has rung of clocks that were not looked at before.
    pub fn look_at_given(&mut self, store: &Store) -> Result<(), DeskError> {
        let unknown = || self.kept.iter().filter(|it| !it.is_known);
        let names: Vec<String> = unknown()
            .flat_map(|it| it.courses.iter().map(Course::clock_name))
            .collect();
        if names.is_empty() {
            return Ok(());
        }
        let given: Vec<GivenReminder> = store.local().reminders_given(&names)?;
        let given: Vec<ReminderKey> = given.iter().filter_map(ReminderKey::of).collect();
        for kept in self.kept.iter_mut().filter(|it| !it.is_known) {
            kept.is_known = true;
        }
        given.iter().for_each(|key| self.mark(key));
        Ok(())
    }

    /// Marks what rings as given.
    pub fn ring(&mut self, dues: &[Due]) {
        dues.iter().for_each(|due| self.mark(&due.key));
    }

    fn mark(&mut self, key: &ReminderKey) {
        let found = self
            .kept
            .binary_search_by_key(&key.inquiry, |it| it.row.inquiry.id);
        let courses = found.ok().and_then(|at| self.kept.get_mut(at));
        for course in courses.into_iter().flat_map(|it| &mut it.courses) {
            course.mark(key);
        }
    }

    /// Gives the clocks, by inquiry.
    pub fn iter(&self) -> impl Iterator<Item = &Course> {
        self.kept.iter().flat_map(|it| &it.courses)
    }
}

impl Kept {
    fn reckon(row: Arc<Row>, rules: &Rules, now: Instant) -> Result<Self, DeskError> {
        let first = first_response(rules, &row, now)?;
        let courses = first.into_iter().chain(next_contact(&row)).collect();
        Ok(Self {
            row,
            at: now,
            courses,
            is_known: false,
        })
    }

    /// Tells whether nothing has changed, the band included.
    fn holds(&self, row: &Arc<Row>, now: Instant) -> bool {
        let mut changes = self.courses.iter().filter_map(|it| it.band_changes_at);
        Arc::ptr_eq(&self.row, row) && self.at <= now && changes.all(|at| now < at)
    }
}
