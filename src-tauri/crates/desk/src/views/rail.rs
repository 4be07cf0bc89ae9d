//! The rail: how many inquiries each view has, and who there is.

use std::collections::BTreeSet;

use inquiry::Actor;
use policy::Band;
use store::{RowFilter, Which};

use super::queue::View;
use super::row::QueueRow;
use crate::{Desk, DeskError, LocalSettings};

/// How many inquiries each view has.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Mine.
    pub mine: usize,
    /// Nobody's.
    pub unassigned: usize,
    /// All that somebody has to act on.
    pub open: usize,
    /// Those without a level.
    pub needs_level: usize,
    /// Those past target or limit.
    pub late: usize,
    /// Those with a first response.
    pub answered: usize,
    /// Those for which the customer wrote again.
    pub needs_reply: usize,
}

impl Counts {
    fn of(&mut self, view: View) -> &mut usize {
        match view {
            View::Mine => &mut self.mine,
            View::Unassigned => &mut self.unassigned,
            View::Open => &mut self.open,
            View::NeedsLevel => &mut self.needs_level,
            View::Late => &mut self.late,
            View::Answered => &mut self.answered,
            View::NeedsReply => &mut self.needs_reply,
        }
    }
}

/// What the rail and the tray show.
#[derive(Clone, PartialEq, Debug)]
pub struct Rail {
    /// How many inquiries each view has.
    pub counts: Counts,
    /// How many inquiries each saved view has, in the order of the local settings.
    pub saved: Vec<usize>,
    /// The worst band among those that wait for a first response.
    pub worst: Option<Band>,
    /// Everybody to whom inquiries can be given, as far as known here, by name.
    pub agents: Vec<Actor>,
    /// Whether open inquiries of the sample set are there.
    pub has_open_sample: bool,
}

impl Desk {
    /// Counts the views in one pass over the open inquiries.
    ///
    /// # Errors
    /// [`DeskError::Store`], or [`DeskError::Evaluate`] for a row outside the calendar's years.
    pub fn rail(&self) -> Result<Rail, DeskError> {
        let settings = self.local_settings()?;
        let me = settings.me();
        self.with_standings(self.now(), |standings| {
            let rows: Vec<&QueueRow> = standings.rows().collect();
            self.rail_of(&rows, &settings, me)
        })?
    }

    fn rail_of(
        &self,
        rows: &[&QueueRow],
        settings: &LocalSettings,
        me: Actor,
    ) -> Result<Rail, DeskError> {
        let mut counts = Counts::default();
        for row in rows {
            for view in View::ALL.iter().filter(|view| view.has(row, &me)) {
                *counts.of(*view) += 1;
            }
        }
        counts.answered = self.count(&RowFilter::of(Which::Answered))?;
        let saved = settings.saved_views.iter().map(|saved| match saved.view {
            View::Answered => self.count_answered(saved),
            view => {
                let filter = saved.filter.matcher();
                let wanted = |row: &&&QueueRow| view.has(row, &me) && filter.matches(row);
                Ok(rows.iter().filter(wanted).count())
            }
        });
        Ok(Rail {
            counts,
            saved: saved.collect::<Result<_, _>>()?,
            worst: rows
                .iter()
                .filter(|row| row.inquiry().is_open())
                .map(|row| row.band())
                .min(),
            agents: agents(rows, &me),
            has_open_sample: rows.iter().any(|row| row.inquiry().sample),
        })
    }

    fn count_answered(&self, saved: &crate::SavedView) -> Result<usize, DeskError> {
        let request = crate::QueueRequest {
            view: View::Answered,
            filter: saved.filter.clone(),
            limit: 0,
            ..crate::QueueRequest::default()
        };
        Ok(self.queue(&request)?.total)
    }
}

fn agents(rows: &[&QueueRow], me: &Actor) -> Vec<Actor> {
    let assignees = (rows.iter()).filter_map(|row| row.inquiry().assignee.as_ref());
    let named: BTreeSet<&Actor> = assignees
        .chain([me])
        .filter(|it| !it.as_str().is_empty())
        .collect();
    named.into_iter().cloned().collect()
}
