//! What is other than it was at a sign-off's place in the log.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use business_time::{BusinessCalendar, Instant};
use inquiry::{Body, Event, Headline, InquiryId, OperationId, Recorded, ReferenceEvent, fold};
use report::{Change, Entry, Figures, Rulebook, Selection, assess, change};

use super::{ChangingEvent, PlacedSignOff, PublishedSince, SignedChange, headline, selection_of};
use crate::rules::calendars_of;
use crate::{DeskError, Rules};

/// The inquiries that a sign-off is compared with: those of the record, or those of evidence.
pub(crate) trait Counted {
    /// Gives those with events after a place in the log.
    fn touched_since(&self, place: i64) -> Result<BTreeSet<InquiryId>, DeskError>;

    /// Gives the events of one with their places.
    fn history(&self, id: InquiryId) -> Result<Vec<(i64, Event)>, DeskError>;

    /// Gives one as it counts now.
    fn entry(&self, id: InquiryId) -> Option<&Entry>;

    /// Gives all as they count now.
    fn entries(&self) -> impl Iterator<Item = &Entry>;
}

/// A sign-off beside what counts now. Only what has later events is folded again, up to the sign-off's place; all else
/// was then as it is now, but for the rules.
pub(crate) struct Since<'a, C> {
    placed: &'a PlacedSignOff<'a>,
    selection: &'a Selection,
    reference: &'a [(i64, Event)],
    counted: &'a C,
    then: RulesThen,
    touched: BTreeSet<InquiryId>,
}

impl<'a, C: Counted> Since<'a, C> {
    pub fn of(
        placed: &'a PlacedSignOff<'a>,
        selection: &'a Selection,
        reference: &'a [(i64, Event)],
        counted: &'a C,
    ) -> Result<Self, DeskError> {
        Ok(Self {
            then: RulesThen::of(reference, placed.seq)?,
            touched: counted.touched_since(placed.seq)?,
            placed,
            selection,
            reference,
            counted,
        })
    }

    /// Gives the inquiries that count otherwise, by number.
    pub fn changes(&self) -> Result<Vec<SignedChange>, DeskError> {
        let mut changes = Vec::new();
        for id in &self.touched {
            let events = self.counted.history(*id)?;
            let before = self.then.entry(*id, up_to(&events, self.placed.seq));
            if let Some(change) = self.change(before.as_ref(), self.counted.entry(*id)) {
                let by = self.changing(*id, &events);
                changes.push(SignedChange { change, by });
            }
        }
        if self.then.differ {
            let moved = self.untouched().filter_map(|now| {
                let before = self.then.assess(now);
                self.change(Some(&before), Some(now))
            });
            changes.extend(moved.map(|change| SignedChange {
                change,
                by: Vec::new(),
            }));
        }
        changes.sort_by_key(|it| it.change.number);
        Ok(changes)
    }

    /// Gives the packs, calendars and holidays that were published since.
    pub fn published(&self) -> Vec<PublishedSince> {
        let since = self.reference.iter();
        let since = since.filter(|(seq, _)| *seq > self.placed.seq);
        since.filter_map(published).collect()
    }

    /// Gives what the figures now say, as of the same instant.
    pub fn headline_now(&self) -> Headline {
        headline(&Figures::of(
            self.counted.entries(),
            self.selection,
            self.as_of(),
        ))
    }

    /// Gives what the figures said by the log up to the sign-off's place.
    pub fn headline_then(&self) -> Result<Headline, DeskError> {
        let mut entries = Vec::new();
        for id in &self.touched {
            let events = self.counted.history(*id)?;
            entries.extend(self.then.entry(*id, up_to(&events, self.placed.seq)));
        }
        entries.extend(self.untouched().map(|now| self.then.assess(now)));
        Ok(headline(&Figures::of(
            &entries,
            self.selection,
            self.as_of(),
        )))
    }

    fn as_of(&self) -> Instant {
        self.placed.sign_off.as_of
    }

    fn change(&self, before: Option<&Entry>, now: Option<&Entry>) -> Option<Change> {
        change(before, now, self.selection, self.as_of())
    }

    fn untouched(&self) -> impl Iterator<Item = &Entry> {
        let all = self.counted.entries();
        all.filter(|it| !self.touched.contains(&it.outline.id))
    }

    /// Gives the later events after which an inquiry counted otherwise than before them.
    fn changing(&self, id: InquiryId, events: &[(i64, Event)]) -> Vec<ChangingEvent> {
        let later = events.iter().filter(|(seq, _)| *seq > self.placed.seq);
        let changing = later.filter(|(seq, _)| {
            let before = self.then.entry(id, up_to(events, seq - 1));
            let after = self.then.entry(id, up_to(events, *seq));
            self.change(before.as_ref(), after.as_ref()).is_some()
        });
        let told = changing.map(|(_, event)| ChangingEvent {
            what: store::event_kind(&event.body),
            by: event.actor.clone(),
            at: event.recorded_at,
        });
        told.collect()
    }
}

/// Tells whether a sign-off counted an operation of an inquiry: its figures would have been others without it.
pub(crate) fn rests_on(
    placed: &PlacedSignOff<'_>,
    reference: &[(i64, Event)],
    operation: OperationId,
    id: InquiryId,
    events: &[(i64, Event)],
) -> Result<bool, DeskError> {
    let counted = || up_to(events, placed.seq);
    if counted().all(|event| event.operation != operation) {
        return Ok(false);
    }
    let then = RulesThen::of(reference, placed.seq)?;
    let with = then.entry(id, counted());
    let without = then.entry(id, counted().filter(|it| it.operation != operation));
    let sign_off = placed.sign_off;
    let selection = selection_of(&sign_off.of);
    let turned = change(with.as_ref(), without.as_ref(), &selection, sign_off.as_of);
    Ok(turned.is_some())
}

/// The rules of a place in the log.
struct RulesThen {
    rules: Rules,
    calendars: BTreeMap<String, BusinessCalendar>,
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
        let recorded: Vec<Recorded<'_>> = events.filter_map(Event::recorded).collect();
        let state = fold(id, &recorded)?;
        Some(assess(state.outline(), Arc::default(), &self.book()))
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

fn up_to(events: &[(i64, Event)], place: i64) -> impl Iterator<Item = &Event> {
    let before = events.iter().take_while(move |(seq, _)| *seq <= place);
    before.map(|(_, event)| event)
}
