//! What a sign-off of a period holds, and what became of it since.

use std::collections::BTreeMap;
use std::sync::Arc;

use business_time::Instant;
use inquiry::{
    Actor, Body, Event, Headline, InquiryId, OperationId, Recorded, ReferenceEvent, SignOff,
    SignedSelection, fold,
};
use report::{
    Basis, Change, Entry, Figures, Part, Period, Report, Rulebook, Selection, Share, Signed,
    assess, change,
};

use crate::ledger::Ledger;
use crate::reference::{reference, undone};
use crate::rules::calendars_of;
use crate::{Desk, DeskError, Rules};

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

fn selection_of(signed: &SignedSelection) -> Selection {
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

/// The rules of a place in the log.
struct RulesThen {
    rules: Rules,
    calendars: BTreeMap<String, business_time::BusinessCalendar>,
    /// Whether they are others than those in force.
    differ: bool,
}

impl RulesThen {
    fn of(all: &[(i64, Event)], place: i64) -> Result<Self, DeskError> {
        let then = || all.iter().filter(|(seq, _)| *seq < place);
        let since = all.iter().filter(|(seq, _)| *seq > place);
        Ok(Self {
            rules: Rules::compile(then().map(|(_, event)| event))?,
            calendars: calendars_of(then().map(|(_, event)| event))?,
            differ: since.filter_map(published).next().is_some(),
        })
    }

    fn assess(&self, entry: &Entry) -> Entry {
        assess(entry.outline.clone(), entry.customer.clone(), &self.book())
    }

    fn book(&self) -> Rulebook<'_> {
        Rulebook {
            packs: &self.rules.packs,
            calendar: &self.rules.calendar,
            calendars: &self.calendars,
        }
    }

    /// Folds the events and gives what they come to its deadlines.
    fn entry<'a>(&self, id: InquiryId, events: impl Iterator<Item = &'a Event>) -> Option<Entry> {
        let recorded: Vec<Recorded<'_>> = events.filter_map(recorded).collect();
        let state = fold(id, &recorded)?;
        Some(assess(state.outline(), Arc::default(), &self.book()))
    }
}

fn recorded(event: &Event) -> Option<Recorded<'_>> {
    match &event.body {
        Body::Inquiry(_, body) => Some(Recorded {
            operation: event.operation,
            actor: &event.actor,
            recorded_at: event.recorded_at,
            event: body,
        }),
        Body::Obligation(..) | Body::Contract(..) | Body::Reference(_) => None,
    }
}

/// Tells of an event that bears on verdicts.
fn published((_, event): &(i64, Event)) -> Option<PublishedSince> {
    let Body::Reference(body) = &event.body else {
        return None;
    };
    let short = |hash: &str| hash.chars().take(12).collect();
    let label = match body {
        ReferenceEvent::PackPublished { id, version, .. } => format!("{id} {version}"),
        ReferenceEvent::CalendarPublished { hash, .. }
        | ReferenceEvent::HolidaysPublished { hash, .. } => short(hash),
        ReferenceEvent::TablePublished { .. }
        | ReferenceEvent::SettingChanged(_)
        | ReferenceEvent::PeriodSignedOff(_)
        | ReferenceEvent::Erased { .. }
        | ReferenceEvent::Undone { .. } => return None,
    };
    Some(PublishedSince {
        what: store::event_kind(&event.body),
        label,
        by: event.actor.clone(),
        at: event.recorded_at,
    })
}

/// A sign-off of the log, with its place there.
struct Placed<'a> {
    seq: i64,
    event: &'a Event,
    sign_off: &'a SignOff,
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
        let ledger = self.ledger()?;
        let events = self.store().read(|reader| reader.reference())?;
        let bodies: Vec<(&Event, &ReferenceEvent)> = events
            .iter()
            .filter_map(|(_, event)| reference(event))
            .collect();
        let gone = undone(&bodies);
        let placed = events.iter().filter_map(|(seq, event)| match &event.body {
            Body::Reference(ReferenceEvent::PeriodSignedOff(sign_off))
                if !gone.contains(&event.operation) && wanted(sign_off) =>
            {
                Some(Placed {
                    seq: *seq,
                    event,
                    sign_off,
                })
            }
            Body::Reference(_) | Body::Inquiry(..) | Body::Obligation(..) | Body::Contract(..) => {
                None
            }
        });
        placed
            .map(|it| self.sign_off_view(&it, &events, &ledger))
            .collect()
    }

    fn sign_off_view(
        &self,
        placed: &Placed<'_>,
        reference: &[(i64, Event)],
        ledger: &Ledger,
    ) -> Result<SignOffView, DeskError> {
        let sign_off = placed.sign_off;
        let selection = selection_of(&sign_off.of);
        let report = Report::of(ledger.entries(), selection.clone(), sign_off.as_of);
        let note = match &sign_off.note {
            Some(note) => self.store().read(|reader| reader.text(note.id))?,
            None => None,
        };
        let since = reference.iter().filter(|(seq, _)| *seq > placed.seq);
        Ok(SignOffView {
            changes: self.changes_since(placed, &selection, reference, ledger)?,
            published: since.filter_map(published).collect(),
            headline: headline(&report.figures),
            sign_off: sign_off.clone(),
            selection,
            operation: placed.event.operation,
            by: placed.event.actor.clone(),
            at: placed.event.recorded_at,
            note,
        })
    }

    /// Folds again only what has later events, up to the sign-off's place; all else was then as it is now, but for
    /// the rules.
    fn changes_since(
        &self,
        placed: &Placed<'_>,
        selection: &Selection,
        reference: &[(i64, Event)],
        ledger: &Ledger,
    ) -> Result<Vec<SignedChange>, DeskError> {
        let then = RulesThen::of(reference, placed.seq)?;
        let as_of = placed.sign_off.as_of;
        let touched = self
            .store()
            .read(|reader| reader.changed_since(placed.seq))?
            .inquiries;
        let mut changes = Vec::new();
        for id in &touched {
            let events = self.store().read(|reader| reader.placed_history(*id))?;
            let before = then.entry(*id, up_to(&events, placed.seq));
            let now = ledger.entry(*id);
            if let Some(change) = change(before.as_ref(), now, selection, as_of) {
                let by = changing(&events, placed.seq, &then, selection, as_of);
                changes.push(SignedChange { change, by });
            }
        }
        if then.differ {
            let others = ledger
                .entries()
                .filter(|it| !touched.contains(&it.outline.id));
            let others = others.filter_map(|now| {
                let before = then.assess(now);
                change(Some(&before), Some(now), selection, as_of)
            });
            changes.extend(others.map(|change| SignedChange {
                change,
                by: Vec::new(),
            }));
        }
        changes.sort_by_key(|it| it.change.number);
        Ok(changes)
    }
}

fn up_to(events: &[(i64, Event)], place: i64) -> impl Iterator<Item = &Event> {
    let before = events.iter().take_while(move |(seq, _)| *seq <= place);
    before.map(|(_, event)| event)
}

/// Gives the later events after which an inquiry counted otherwise than before them.
fn changing(
    events: &[(i64, Event)],
    place: i64,
    then: &RulesThen,
    selection: &Selection,
    as_of: Instant,
) -> Vec<ChangingEvent> {
    let id = |event: &Event| match event.body {
        Body::Inquiry(id, _) => Some(id),
        Body::Obligation(..) | Body::Contract(..) | Body::Reference(_) => None,
    };
    let mut found = Vec::new();
    for (seq, event) in events.iter().filter(|(seq, _)| *seq > place) {
        let Some(id) = id(event) else { continue };
        let before = then.entry(id, up_to(events, seq - 1));
        let after = then.entry(id, up_to(events, *seq));
        if change(before.as_ref(), after.as_ref(), selection, as_of).is_some() {
            found.push(ChangingEvent {
                what: store::event_kind(&event.body),
                by: event.actor.clone(),
                at: event.recorded_at,
            });
        }
    }
    found
}
