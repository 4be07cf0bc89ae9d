//! The obligations of the record, in memory: there are few of them, and every list wants them all.

use std::sync::Arc;

use inquiry::{
    Body, Event, Obligation, ObligationId, ObligationText, RecordedObligation, fold_obligation,
};
use store::{Reader, Store};

use crate::DeskError;

/// An obligation with what people wrote of it.
#[derive(Clone, PartialEq, Debug)]
pub struct ObligationRow {
    /// Its state.
    pub obligation: Obligation,
    /// Its words; all parts empty once erased.
    pub text: ObligationText,
}

/// All obligations by id, those included that are done or fell away. A cache: fed only from the record.
#[derive(Clone, Default)]
pub(crate) struct Obligations {
    rows: Arc<[Arc<ObligationRow>]>,
}

impl Obligations {
    /// Reads them from the record.
    pub fn load(store: &Store) -> Result<Self, DeskError> {
        store.read(|reader| {
            let events: Vec<Event> = reader
                .obligations(None)?
                .into_iter()
                .map(|(_, event)| event)
                .collect();
            let rows = fold_all(&events).map(|state| row(reader, state).map(Arc::new));
            Ok(Self {
                rows: rows.collect::<Result<_, _>>()?,
            })
        })
    }

    /// Gives them all, by id.
    pub fn rows(&self) -> impl Iterator<Item = &Arc<ObligationRow>> {
        self.rows.iter()
    }

    /// Finds one by its id.
    pub fn get(&self, id: ObligationId) -> Option<&Arc<ObligationRow>> {
        let at = self.rows.binary_search_by_key(&id, |it| it.obligation.id);
        self.rows.get(at.ok()?)
    }

    /// Tells whether nothing was read anew between the two.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
    }
}

fn row(reader: &Reader<'_>, obligation: Obligation) -> Result<ObligationRow, DeskError> {
    let text = reader.text(obligation.words.id)?;
    let text = text.map(|it| serde_json::from_str(&it)).transpose()?;
    Ok(ObligationRow {
        obligation,
        text: text.unwrap_or_default(),
    })
}

/// Folds the events of obligations that come one obligation after the other.
pub(crate) fn fold_all(events: &[Event]) -> impl Iterator<Item = Obligation> {
    events
        .chunk_by(|one, other| id_of(one) == id_of(other))
        .filter_map(fold)
}

/// Folds the events of one obligation, oldest first.
pub(crate) fn fold(events: &[Event]) -> Option<Obligation> {
    let id = events.first().and_then(id_of)?;
    fold_obligation(id, &recorded(events))
}

/// Gives the events of one obligation as its fold wants them.
pub(crate) fn recorded(events: &[Event]) -> Vec<RecordedObligation<'_>> {
    events
        .iter()
        .filter_map(|event| match &event.body {
            Body::Obligation(_, body) => Some(RecordedObligation {
                operation: event.operation,
                actor: &event.actor,
                recorded_at: event.recorded_at,
                event: body,
            }),
            Body::Inquiry(..) | Body::Contract(..) | Body::Reference(_) => None,
        })
        .collect()
}

fn id_of(event: &Event) -> Option<ObligationId> {
    match event.body {
        Body::Obligation(id, _) => Some(id),
        Body::Inquiry(..) | Body::Contract(..) | Body::Reference(_) => None,
    }
}
