//! What a sign-off of a period holds, and what became of it since.

use std::collections::BTreeSet;

use business_time::Instant;
use inquiry::{
    Actor, Body, Event, Headline, InquiryId, OperationId, ReferenceEvent, SignOff, SignedSelection,
};
use report::{Basis, Change, Entry, Figures, Part, Period, Selection, Share, Signed};

use crate::ledger::Ledger;
use crate::reference::{reference, undone};
use crate::{Desk, DeskError};

pub(crate) mod since;

use since::{Counted, Since};

/// A sign-off that counts, with everything that is other than it was.
#[derive(Clone, PartialEq, Debug)]
pub struct SignOffView {
    /// The sign-off.
    pub sign_off: SignOff,
    /// What it is about.
    pub selection: Selection,
    /// The operation, by which it is taken back.
    pub operation: OperationId,
    /// Who signed.
    pub by: Actor,
    /// When.
    pub at: Instant,
    /// What was said of it, unless it was erased.
    pub note: Option<String>,
    /// What the figures say now, as of the same instant.
    pub headline: Headline,
    /// The inquiries that count otherwise, by number.
    pub changes: Vec<SignedChange>,
    /// What was published since: other packs, calendars and holidays.
    pub published: Vec<PublishedSince>,
}

/// An inquiry that counts otherwise than it did when its period was signed off.
#[derive(Clone, PartialEq, Debug)]
pub struct SignedChange {
    /// How.
    pub change: Change,
    /// The events that did it, oldest first; none where only the rules are others.
    pub by: Vec<ChangingEvent>,
}

/// An event that changed how an inquiry counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangingEvent {
    /// Its kind, as the log names it.
    pub what: &'static str,
    /// Who did it.
    pub by: Actor,
    /// When.
    pub at: Instant,
}

/// A version of the rules that was published, or taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublishedSince {
    /// Its kind, as the log names it.
    pub what: &'static str,
    /// The pack and its version, or the beginning of the hash; empty where something was taken back.
    pub label: String,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Instant,
}

impl SignOffView {
    /// Gives how many differences there are.
    #[must_use]
    pub fn differences(&self) -> usize {
        self.changes.len() + self.published.len()
    }

    /// Gives what a report says of it.
    #[must_use]
    pub fn signed(&self) -> Signed {
        let then = &self.sign_off.headline;
        Signed {
            by: self.by.to_string(),
            at: self.at,
            kept: Share {
                part: then.in_time + then.late,
                whole: then.answered + then.open_past_limit,
            },
            changes: u32::try_from(self.differences()).unwrap_or(u32::MAX),
        }
    }
}

/// Gives what a selection is for the log; nothing where it names customers, whose names can be erased.
pub(crate) fn signed_selection(selection: &Selection) -> Option<SignedSelection> {
    let agent = |name: &Option<String>| name.as_deref().map(Actor::new);
    selection.customers.is_empty().then(|| SignedSelection {
        from: selection.period.from,
        to: selection.period.to,
        by_due: selection.by == Basis::Due,
        products: selection.products.clone(),
        levels: selection.levels.clone(),
        channels: selection.channels.clone(),
        agents: selection.agents.iter().map(agent).collect(),
    })
}

pub(crate) fn selection_of(signed: &SignedSelection) -> Selection {
    let agent = |actor: &Option<Actor>| actor.as_ref().map(ToString::to_string);
    Selection {
        period: Period {
            from: signed.from,
            to: signed.to,
        },
        by: if signed.by_due {
            Basis::Due
        } else {
            Basis::Receipt
        },
        products: signed.products.clone(),
        levels: signed.levels.clone(),
        channels: signed.channels.clone(),
        agents: signed.agents.iter().map(agent).collect(),
        customers: Vec::new(),
    }
}

/// Gives the figures that a sign-off holds.
pub(crate) fn headline(figures: &Figures) -> Headline {
    Headline {
        received: figures.count(Part::Received),
        answered: figures.count(Part::Answered),
        in_time: figures.count(Part::InTime),
        late: figures.count(Part::Late),
        breached: figures.count(Part::Breached),
        open_past_target: figures.count(Part::OpenPastTarget),
        open_past_limit: figures.count(Part::OpenPastLimit),
    }
}

/// A sign-off of the log that counts, with its place there.
pub(crate) struct PlacedSignOff<'a> {
    pub seq: i64,
    pub event: &'a Event,
    pub sign_off: &'a SignOff,
}

/// Finds the sign-offs that count among the events of the reference, oldest first.
pub(crate) fn placed_in(events: &[(i64, Event)]) -> Vec<PlacedSignOff<'_>> {
    let bodies: Vec<(&Event, &ReferenceEvent)> = events
        .iter()
        .filter_map(|(_, event)| reference(event))
        .collect();
    let gone = undone(&bodies);
    let placed = events.iter().filter_map(|(seq, event)| match &event.body {
        Body::Reference(ReferenceEvent::PeriodSignedOff(sign_off))
            if !gone.contains(&event.operation) =>
        {
            Some(PlacedSignOff {
                seq: *seq,
                event,
                sign_off,
            })
        }
        Body::Reference(_) | Body::Inquiry(..) | Body::Obligation(..) | Body::Contract(..) => None,
    });
    placed.collect()
}

/// The inquiries of the record.
struct Recorded<'a> {
    desk: &'a Desk,
    ledger: &'a Ledger,
}

impl Counted for Recorded<'_> {
    fn touched_since(&self, place: i64) -> Result<BTreeSet<InquiryId>, DeskError> {
        let changed = self.desk.store().read(|reader| reader.changed_since(place));
        Ok(changed?.inquiries.into_iter().collect())
    }

    fn history(&self, id: InquiryId) -> Result<Vec<(i64, Event)>, DeskError> {
        let store = self.desk.store();
        Ok(store.read(|reader| reader.placed_history(id))?)
    }

    fn entry(&self, id: InquiryId) -> Option<&Entry> {
        self.ledger.entry(id)
    }

    fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.ledger.entries()
    }
}

impl SignOffView {
    pub(crate) fn of<C: Counted>(
        placed: &PlacedSignOff<'_>,
        since: &Since<'_, C>,
        note: Option<String>,
    ) -> Result<Self, DeskError> {
        Ok(Self {
            changes: since.changes()?,
            published: since.published(),
            headline: since.headline_now(),
            sign_off: placed.sign_off.clone(),
            selection: selection_of(&placed.sign_off.of),
            operation: placed.event.operation,
            by: placed.event.actor.clone(),
            at: placed.event.recorded_at,
            note,
        })
    }
}

impl Desk {
    /// Gives the sign-offs that count, the last one last, each with what is other since: how the inquiries of its
    /// selection counted at its place in the log, beside how they count now.
    ///
    /// # Errors
    /// [`DeskError::Store`]; [`DeskError::Pack`] and [`DeskError::Calendar`] where the rules of that time cannot be
    /// compiled any more.
    pub fn sign_offs(&self) -> Result<Vec<SignOffView>, DeskError> {
        self.sign_offs_where(|_| true)
    }

    /// Gives the sign-offs of one selection, as [`Desk::sign_offs`] does.
    ///
    /// # Errors
    /// As [`Desk::sign_offs`].
    pub fn sign_offs_of(&self, selection: &Selection) -> Result<Vec<SignOffView>, DeskError> {
        match signed_selection(selection) {
            Some(signed) => self.sign_offs_where(|it| it.of == signed),
            None => Ok(Vec::new()),
        }
    }

    fn sign_offs_where(
        &self,
        wanted: impl Fn(&SignOff) -> bool,
    ) -> Result<Vec<SignOffView>, DeskError> {
        let events = self.store().read(|reader| reader.reference())?;
        let placed = placed_in(&events);
        let mut placed = placed
            .into_iter()
            .filter(|it| wanted(it.sign_off))
            .peekable();
        if placed.peek().is_none() {
            return Ok(Vec::new());
        }
        let ledger = self.ledger()?;
        let counted = Recorded {
            desk: self,
            ledger: &ledger,
        };
        placed
            .map(|it| self.sign_off_view(&it, &events, &counted))
            .collect()
    }

    fn sign_off_view(
        &self,
        placed: &PlacedSignOff<'_>,
        reference: &[(i64, Event)],
        counted: &Recorded<'_>,
    ) -> Result<SignOffView, DeskError> {
        let note = match &placed.sign_off.note {
            Some(note) => self.store().read(|reader| reader.text(note.id))?,
            None => None,
        };
        let selection = selection_of(&placed.sign_off.of);
        let since = Since::of(placed, &selection, reference, counted)?;
        SignOffView::of(placed, &since, note)
    }
}
