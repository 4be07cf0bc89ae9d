//! The clocks of the open inquiries and obligations, reckoned anew only where the inquiry, the rules or its band changed: there may be
//! very many, and a wake is asked for at every write.

use std::sync::Arc;

use business_time::Instant;
use store::{GivenReminder, Row, Store};

use super::due::{Course, Due, first_response, next_contact, obligation};
use super::key::{ReminderAbout, ReminderKey};
use crate::obligations::Obligations;
use crate::{DeskError, Rules};

/// The clocks, by inquiry.
#[derive(Default)]
pub(crate) struct Courses {
    rules: Option<Arc<Rules>>,
    kept: Vec<Kept>,
    obligations: Option<KeptObligations>,
}

/// The clocks of the obligations; so few that one change has all of them reckoned anew.
struct KeptObligations {
    all: Obligations,
    /// The instant for which they were reckoned.
    at: Instant,
    courses: Vec<Course>,
    /// Whether it is known what of them has rung.
    is_known: bool,
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
        obligations: &Obligations,
        rules: &Arc<Rules>,
        now: Instant,
    ) -> Result<(), DeskError> {
        if self.rules.as_ref().is_none_or(|it| !Arc::ptr_eq(it, rules)) {
            self.kept.clear();
            self.obligations = None;
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
        let same = self.obligations.as_ref();
        if !same.is_some_and(|it| it.holds(obligations, now)) {
            self.obligations = Some(KeptObligations::reckon(obligations, rules, now)?);
        }
        Ok(())
    }

    /// Reads what has rung of clocks that were not looked at before.
    pub fn look_at_given(&mut self, store: &Store) -> Result<(), DeskError> {
        let unknown = || self.kept.iter().filter(|it| !it.is_known);
        let obligations = self.obligations.iter().filter(|it| !it.is_known);
        let courses = unknown()
            .flat_map(|it| &it.courses)
            .chain(obligations.flat_map(|it| &it.courses));
        let names: Vec<String> = courses.map(Course::clock_name).collect();
        if names.is_empty() {
            return Ok(());
        }
        let given: Vec<GivenReminder> = store.local().reminders_given(&names)?;
        let given: Vec<ReminderKey> = given.iter().filter_map(ReminderKey::of).collect();
        for kept in self.kept.iter_mut().filter(|it| !it.is_known) {
            kept.is_known = true;
        }
        if let Some(kept) = &mut self.obligations {
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
        let ReminderAbout::Inquiry(id) = key.about else {
            let courses = self.obligations.iter_mut().flat_map(|it| &mut it.courses);
            for course in courses.filter(|it| it.about() == key.about) {
                course.mark(key);
            }
            return;
        };
        let found = self.kept.binary_search_by_key(&id, |it| it.row.inquiry.id);
        let courses = found.ok().and_then(|at| self.kept.get_mut(at));
        for course in courses.into_iter().flat_map(|it| &mut it.courses) {
            course.mark(key);
        }
    }

    /// Gives the clocks: by inquiry, then by obligation.
    pub fn iter(&self) -> impl Iterator<Item = &Course> {
        let obligations = self.obligations.iter().flat_map(|it| &it.courses);
        self.kept
            .iter()
            .flat_map(|it| &it.courses)
            .chain(obligations)
    }
}

impl KeptObligations {
    fn reckon(all: &Obligations, rules: &Rules, now: Instant) -> Result<Self, DeskError> {
        let courses = all.rows().map(|row| obligation(rules, row, now));
        let courses: Vec<Option<Course>> = courses.collect::<Result<_, _>>()?;
        Ok(Self {
            all: all.clone(),
            at: now,
            courses: courses.into_iter().flatten().collect(),
            is_known: false,
        })
    }

    /// Tells whether nothing has changed, the bands included.
    fn holds(&self, all: &Obligations, now: Instant) -> bool {
        let mut changes = self.courses.iter().filter_map(|it| it.band_changes_at);
        self.all.is_same(all) && self.at <= now && changes.all(|at| now < at)
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
