//! What the program ships comes into the log, so that verdicts follow from the log alone.

use std::collections::BTreeSet;

use business_time::{CalendarVersion, Instant};
use inquiry::{Body, Event, EventId, ReferenceEvent};
use policy::Pack;
use store::Store;
use uuid::Uuid;

use super::hash_of;
use crate::reference::reference;
use crate::{Call, DeskError};

/// Publishes the shipped packs whose text the record does not have yet, and the standard calendar if it has none.
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
            ReferenceEvent::PackPublished { hash, .. } => {
                hashes.insert(hash.as_str());
            }
            ReferenceEvent::CalendarPublished { .. } => has_calendar = true,
            ReferenceEvent::HolidaysPublished { .. }
            | ReferenceEvent::SettingChanged(_)
            | ReferenceEvent::Erased { .. }
            | ReferenceEvent::Undone { .. } => {}
        }
    }
    let packs = Pack::shipped().iter().zip(Pack::shipped_texts());
    let packs = packs.filter(|(pack, _)| !hashes.contains(pack.hash()));
    let mut missing: Vec<_> = packs.map(|(pack, text)| published(pack, text)).collect();
    if !has_calendar {
        let versions = vec![CalendarVersion::standard()];
        missing.push(ReferenceEvent::CalendarPublished {
            hash: hash_of(&versions)?,
            versions,
        });
    }
    Ok(missing)
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
