//! What may follow what in the life of an obligation.

use business_time::Instant;

use super::{Matter, Obligation, ObligationEvent};

/// Why an event of an obligation may not follow now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ObligationRefusal {
    /// It was done.
    #[error("it is done already")]
    AlreadyDone,
    /// It fell away.
    #[error("it was withdrawn")]
    AlreadyWithdrawn,
    /// It cannot have been done before it was known, nor after now.
    #[error("it must have been done between {earliest:?} and {latest:?}")]
    DoneOutOfRange {
        /// From when it can have been done.
        earliest: Instant,
        /// Now.
        latest: Instant,
    },
    /// Only a phone suspension that has begun and not ended can be lifted.
    #[error("phone intake is not suspended by it")]
    NotSuspended,
    /// What is corrected stays of its kind.
    #[error("it stays of its kind")]
    OtherKind,
    /// An end must come after its beginning.
    #[error("its end does not come after its beginning")]
    EndBeforeStart,
    /// What came to be known cannot lie after now.
    #[error("it cannot have come to be known after now")]
    KnownInFuture,
    /// An emergency, an exception, a suspension need a reason.
    #[error("a reason is missing")]
    ReasonMissing,
    /// It is so already.
    #[error("nothing would change")]
    NothingToChange,
}

use ObligationRefusal as Refusal;

impl Matter {
    /// Says whether it can be so, as seen at `now` and with or without a reason in its words.
    ///
    /// # Errors
    /// Gives everything that is wrong with it.
    pub fn allow(&self, has_reason: bool, now: Instant) -> Result<(), Vec<ObligationRefusal>> {
        let mut wrong = Vec::new();
        let window = match self {
            Self::Maintenance {
                starts_at, ends_at, ..
            } => Some((*starts_at, *ends_at)),
            Self::Suspension { from, until, .. } => Some((*from, *until)),
            _ => None,
        };
        if window.is_some_and(|(from, until)| until <= from) {
            wrong.push(Refusal::EndBeforeStart);
        }
        if self.known_at().is_some_and(|at| at > now) {
            wrong.push(Refusal::KnownInFuture);
        }
        let wants_reason = match self {
            Self::Maintenance { is_emergency, .. } => *is_emergency,
            Self::Suspension { .. } => true,
            Self::Change { exception, .. } => exception.is_some(),
            _ => false,
        };
        if wants_reason && !has_reason {
            wrong.push(Refusal::ReasonMissing);
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

impl Obligation {
    /// Says whether an event may follow at `now`. What [`Matter::allow`] says of a matter is not asked again.
    ///
    /// # Errors
    /// Gives the reason why it may not.
    pub fn allow(&self, event: &ObligationEvent, now: Instant) -> Result<(), ObligationRefusal> {
        match event {
            ObligationEvent::Changed(matter) => self.allow_change(matter),
            ObligationEvent::Done(fulfilment) => self.allow_done(fulfilment.at, now),
            ObligationEvent::Lifted { at } => self.allow_lifting(*at, now),
            ObligationEvent::Withdrawn { .. } => self.allow_withdrawing(now),
            ObligationEvent::Opened(_)
            | ObligationEvent::Reworded(_)
            | ObligationEvent::Undone { .. } => Ok(()),
        }
    }

    fn allow_change(&self, matter: &Matter) -> Result<(), ObligationRefusal> {
        self.allow_work()?;
        unless(matter.kind() != self.matter.kind(), Refusal::OtherKind)?;
        unless(*matter == self.matter, Refusal::NothingToChange)
    }

    fn allow_done(&self, at: Instant, now: Instant) -> Result<(), ObligationRefusal> {
        self.allow_work()?;
        let earliest = self.matter.known_at().unwrap_or(at);
        unless(
            at < earliest || at > now,
            Refusal::DoneOutOfRange {
                earliest,
                latest: now,
            },
        )
    }

    fn allow_lifting(&self, at: Instant, now: Instant) -> Result<(), ObligationRefusal> {
        unless(at > now || !self.suspends_at(at), Refusal::NotSuspended)
    }

    /// A notice that was given cannot be taken away, but a suspension that was announced can still be called off
    /// before it begins.
    fn allow_withdrawing(&self, now: Instant) -> Result<(), ObligationRefusal> {
        unless(self.withdrawn.is_some(), Refusal::AlreadyWithdrawn)?;
        let still_to_come = self.suspended().is_some_and(|(from, _)| now < from);
        unless(self.done.is_some() && !still_to_come, Refusal::AlreadyDone)
    }

    fn allow_work(&self) -> Result<(), ObligationRefusal> {
        unless(self.withdrawn.is_some(), Refusal::AlreadyWithdrawn)?;
        unless(self.done.is_some(), Refusal::AlreadyDone)
    }
}

fn unless(wrong: bool, refusal: ObligationRefusal) -> Result<(), ObligationRefusal> {
    if wrong { Err(refusal) } else { Ok(()) }
}
