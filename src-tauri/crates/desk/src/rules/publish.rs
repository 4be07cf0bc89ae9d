//! What the program ships comes into the log, so that verdicts follow from the log alone.

use std::collections::BTreeSet;

use business_time::{CalendarVersion, Instant};
use inquiry::{Body, Event, EventId, ReferenceEvent};
use policy::{OsTable, Pack};
use store::Store;
use uuid::Uuid;

use super::hash_of;
use crate::reference::{reference, undone};
use crate::verbs::change_os_table::{hash_of_text, published as published_table};
use crate::{Call, DeskError};

/// Publishes the shipped packs whose text the record does not have yet, and the standard calendar if it has none. A
/// fuller text of a version replaces the one that an earlier release brought; what people published themselves stays.
pub(crate) fn publish_shipped(store: &Store, now: Instant) -> Result<(), DeskError> {
    let missing = missing(store)?;
    if missing.is_empty() {
        return Ok(());
    }
    let Call { actor, operation } = Call::of_the_desk();
    store.transact(|tx| {
        for event in missing {
            tx.append(&Event {
                id: EventId::new(Uuid::now_v7()),
                operation,
                actor: actor.clone(),
                recorded_at: now,
                body: Body::Reference(event),
            })?;
        }
        Ok::<_, DeskError>(())
    })?;
    Ok(())
}

fn missing(store: &Store) -> Result<Vec<ReferenceEvent>, DeskError> {
    let known = store.read(|reader| reader.reference())?;
    let mut hashes = BTreeSet::new();
    let mut has_calendar = false;
    for (_, event) in known.iter().filter_map(|(_, event)| reference(event)) {
        match event {
            ReferenceEvent::PackPublished { hash, .. }
            | ReferenceEvent::TablePublished { hash, .. } => {
                hashes.insert(hash.as_str());
            }
            ReferenceEvent::CalendarPublished { .. } => has_calendar = true,
            ReferenceEvent::HolidaysPublished { .. }
            | ReferenceEvent::SettingChanged(_)
            | ReferenceEvent::PeriodSignedOff(_)
            | ReferenceEvent::Erased { .. }
            | ReferenceEvent::Undone { .. } => {}
        }
    }
    let packs = Pack::shipped().iter().zip(Pack::shipped_texts());
    let mut packs: Vec<_> = packs
        .filter(|(pack, _)| !hashes.contains(pack.hash()))
        .collect();
    if !packs.is_empty() {
        let theirs = published_by_people(known.iter().map(|(_, event)| event));
        packs.retain(|(pack, _)| !theirs.iter().any(|their| stands_for(their, pack)));
    }
    let mut missing: Vec<_> = packs
        .into_iter()
        .map(|(pack, text)| published(pack, text))
        .collect();
    let table = hash_of_text(OsTable::shipped_text());
    if !hashes.contains(table.as_str()) && !table_of_people(known.iter().map(|(_, it)| it)) {
        missing.push(shipped_table());
    }
    if !has_calendar {
        let versions = vec![CalendarVersion::standard()];
        missing.push(ReferenceEvent::CalendarPublished {
            hash: hash_of(&versions)?,
            versions,
        });
    }
    Ok(missing)
}

/// Gives the event that brings the shipped table of operating systems into the log.
fn shipped_table() -> ReferenceEvent {
    published_table(OsTable::shipped(), OsTable::shipped_text())
}

/// Tells whether people changed the table of operating systems, and did not take that back: theirs stays.
fn table_of_people<'e>(events: impl Iterator<Item = &'e Event>) -> bool {
    let events: Vec<_> = events.filter_map(reference).collect();
    let (undone, desk) = (undone(&events), Call::of_the_desk().actor);
    events.iter().any(|(event, body)| {
        matches!(body, ReferenceEvent::TablePublished { .. })
            && event.actor != desk
            && !undone.contains(&event.operation)
    })
}

/// Gives the packs that people published, not the desk, and did not take back.
fn published_by_people<'e>(events: impl Iterator<Item = &'e Event>) -> Vec<Pack> {
    let events: Vec<_> = events.filter_map(reference).collect();
    let (undone, desk) = (undone(&events), Call::of_the_desk().actor);
    let theirs = events
        .iter()
        .filter(|(event, _)| event.actor != desk && !undone.contains(&event.operation));
    theirs
        .filter_map(|(_, body)| match body {
            ReferenceEvent::PackPublished { text, .. } => Pack::check(text).ok(),
            ReferenceEvent::CalendarPublished { .. }
            | ReferenceEvent::HolidaysPublished { .. }
            | ReferenceEvent::TablePublished { .. }
            | ReferenceEvent::SettingChanged(_)
            | ReferenceEvent::PeriodSignedOff(_)
            | ReferenceEvent::Erased { .. }
            | ReferenceEvent::Undone { .. } => None,
        })
        .collect()
}

/// Tells whether a pack has the place of another: the same version of a product, or the same first day.
fn stands_for(their: &Pack, shipped: &Pack) -> bool {
    their.id() == shipped.id()
        && (their.version() == shipped.version() || their.effective_on() == shipped.effective_on())
}

/// Gives the event that brings a pack into the log.
pub(crate) fn published(pack: &Pack, text: &str) -> ReferenceEvent {
    ReferenceEvent::PackPublished {
        id: pack.id().to_string(),
        version: pack.version().to_owned(),
        hash: pack.hash().to_owned(),
        text: text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use inquiry::Actor;

    use super::*;
    use crate::Rules;

    /// The packs of the first release, as records in use hold them.
    const FIRST: [&str; 3] = [
        include_str!("../../../policy/tests/fixtures/packs/clomo-2020-04-01.toml"),
        include_str!("../../../policy/tests/fixtures/packs/deep-instinct-2023-07-01.toml"),
        include_str!("../../../policy/tests/fixtures/packs/harmony-mobile-2024-07-01.toml"),
    ];

    fn now() -> Instant {
        Instant::parse("2026-11-24T10:00:00+09:00").unwrap()
    }

    fn publish(store: &Store, call: &Call, text: &str) {
        let pack = Pack::check(text).unwrap();
        let body = Body::Reference(published(&pack, text));
        let id = EventId::new(Uuid::now_v7());
        let Call { actor, operation } = call.clone();
        let recorded_at = now();
        let event = Event {
            id,
            operation,
            actor,
            recorded_at,
            body,
        };
        store.transact(|tx| tx.append(&event).map(drop)).unwrap();
    }

    /// Gives the rules of a record, and how many reference events it has.
    fn rules(store: &Store) -> (Rules, usize) {
        let events = store.read(|reader| reader.reference()).unwrap();
        let rules = Rules::compile(events.iter().map(|(_, event)| event)).unwrap();
        (rules, events.len())
    }

    #[test]
    fn a_release_brings_fuller_packs_into_a_record_in_use() {
        let store = Store::in_memory().unwrap();
        let call = Call::of_the_desk();
        FIRST.iter().for_each(|text| publish(&store, &call, text));
        assert!(
            rules(&store)
                .0
                .packs
                .packs()
                .all(|it| it.clocks().is_none())
        );
        publish_shipped(&store, now()).unwrap();
        let (found, events) = rules(&store);
        assert_eq!(found.packs, policy::PackLibrary::shipped());
        assert_eq!(
            events,
            3 + 3 + 1 + 1,
            "three packs anew, the table and the calendar"
        );
        publish_shipped(&store, now()).unwrap();
        assert_eq!(rules(&store).1, events, "nothing twice");
    }

    #[test]
    fn what_people_published_keeps_its_place() {
        let store = Store::in_memory().unwrap();
        let by_hand = |text: &str| publish(&store, &Call::new(Actor::new("佐藤")), text);
        by_hand(FIRST[0]);
        let own_version = "version = \"ours\"";
        by_hand(&FIRST[1].replacen("version = \"2023-07-01\"", own_version, 1));
        publish_shipped(&store, now()).unwrap();
        let packs = rules(&store).0.packs;
        let labels: Vec<_> = packs
            .packs()
            .map(|it| (it.label(), it.clocks().is_some()))
            .collect();
        let expected = [
            ("clomo 2020-04-01", false),
            ("deep-instinct ours", false),
            ("harmony-mobile 2024-07-01", true),
        ];
        assert_eq!(labels, expected.map(|(label, new)| (label.to_owned(), new)));
    }
}
