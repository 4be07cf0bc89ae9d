//! The state of one obligation, as it follows from its events. What was undone is skipped; so is what cannot follow.

use std::collections::BTreeSet;

use business_time::Instant;
use policy::ProductId;

use super::{Fulfilment, Matter, ObligationEvent, Opened, RecordedObligation};
use crate::{Actor, Number, ObligationId, OperationId, PersonalRef};

/// One obligation 期限事項.
#[derive(Clone, PartialEq, Debug)]
pub struct Obligation {
    /// Its name.
    pub id: ObligationId,
    /// Its short number.
    pub number: Number,
    /// The product family whose policy promises it.
    pub product: ProductId,
    /// What it is about.
    pub matter: Matter,
    /// What people wrote of it.
    pub words: PersonalRef,
    /// When it was recorded.
    pub opened_at: Instant,
    /// Who recorded it.
    pub opened_by: Actor,
    /// That it was done, and by whom.
    pub done: Option<(Fulfilment, Actor)>,
    /// When a suspension ended.
    pub lifted_at: Option<Instant>,
    /// That it fell away.
    pub withdrawn: Option<Withdrawal>,
    /// When something was last recorded.
    pub changed_at: Instant,
}

/// Why an obligation fell away.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Withdrawal {
    /// The agent's words.
    pub reason: PersonalRef,
    /// Who withdrew it.
    pub by: Actor,
    /// When.
    pub at: Instant,
}

/// Folds the events of one obligation, oldest first. Gives nothing where no beginning counts.
#[must_use]
pub fn fold_obligation(id: ObligationId, events: &[RecordedObligation<'_>]) -> Option<Obligation> {
    let undone: BTreeSet<OperationId> = events.iter().filter_map(taken_back).collect();
    let mut counting = events.iter().filter(|it| !undone.contains(&it.operation));
    let mut obligation = counting.by_ref().find_map(|it| match it.event {
        ObligationEvent::Opened(opened) => Some(begin(id, opened, it)),
        _ => None,
    })?;
    for recorded in counting {
        obligation.apply(recorded);
    }
    Some(obligation)
}

pub(super) fn taken_back(it: &RecordedObligation<'_>) -> Option<OperationId> {
    match it.event {
        ObligationEvent::Undone { operation } => Some(*operation),
        _ => None,
    }
}

fn begin(id: ObligationId, opened: &Opened, recorded: &RecordedObligation<'_>) -> Obligation {
    Obligation {
        id,
        number: opened.number,
        product: opened.product.clone(),
        matter: opened.matter.clone(),
        words: opened.words.clone(),
        opened_at: recorded.recorded_at,
        opened_by: recorded.actor.clone(),
        done: None,
        lifted_at: None,
        withdrawn: None,
        changed_at: recorded.recorded_at,
    }
}

impl Obligation {
    fn apply(&mut self, recorded: &RecordedObligation<'_>) {
        self.changed_at = recorded.recorded_at;
        let by = recorded.actor.clone();
        match recorded.event {
            ObligationEvent::Opened(_) | ObligationEvent::Undone { .. } => {}
            // Done stays done by the verdict of its day.
            ObligationEvent::Changed(_) if self.done.is_some() => {}
            ObligationEvent::Changed(matter) => self.matter = (**matter).clone(),
            ObligationEvent::Reworded(words) => self.words = words.clone(),
            ObligationEvent::Done(fulfilment) => {
                self.done.get_or_insert(((**fulfilment).clone(), by));
            }
            ObligationEvent::Lifted { at } => {
                self.lifted_at.get_or_insert(*at);
            }
            ObligationEvent::Withdrawn { reason } => {
                self.withdrawn.get_or_insert(Withdrawal {
                    reason: reason.clone(),
                    by,
                    at: recorded.recorded_at,
                });
            }
        }
    }

    /// Tells whether it still has to be done.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.done.is_none() && self.withdrawn.is_none()
    }

    /// Tells whether it was done too late; nothing while it is not done, or where no time was promised.
    #[must_use]
    pub fn was_late(&self) -> Option<bool> {
        let (fulfilment, _) = self.done.as_ref()?;
        Some(fulfilment.judgement.as_ref()?.late)
    }

    /// Gives from when until when phone intake is or was suspended: the planned end, or the instant at which it was
    /// lifted before. Nothing for what is no suspension or fell away before it began.
    #[must_use]
    pub fn suspended(&self) -> Option<(Instant, Instant)> {
        let Matter::Suspension { from, until, .. } = self.matter else {
            return None;
        };
        let ended_at = self.lifted_at.or(self.withdrawn.as_ref().map(|it| it.at));
        let until = ended_at.map_or(until, |at| at.min(until));
        (from < until).then_some((from, until))
    }

    /// Gives the suspension, where it lasts at an instant.
    #[must_use]
    pub fn suspends_at(&self, at: Instant) -> bool {
        self.suspended()
            .is_some_and(|(from, until)| from <= at && at < until)
    }
}
