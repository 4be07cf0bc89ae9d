//! Taking back one's own last operation on an obligation.

use super::state::taken_back;
use super::{ObligationEvent, RecordedObligation};
use crate::undo::{CannotUndo, Field};
use crate::{Actor, OperationId};

/// Says whether `operation` can be taken back by `actor` from one obligation with these events, oldest first. What
/// follows rests on it, save new words, which stand beside everything but other words.
///
/// # Errors
/// Gives the reason why not.
pub fn plan_taking_back(
    events: &[RecordedObligation<'_>],
    operation: OperationId,
    actor: &Actor,
) -> Result<(), CannotUndo> {
    let gone: Vec<OperationId> = events.iter().filter_map(taken_back).collect();
    let mut own: Vec<Field> = Vec::new();
    for event in events.iter().filter(|it| !gone.contains(&it.operation)) {
        let Some(field) = field(event.event) else {
            continue;
        };
        if event.operation == operation {
            if event.actor != actor {
                return Err(CannotUndo::NotOwn);
            }
            own.push(field);
        } else if own.contains(&field) || own.contains(&Field::Existence) {
            return Err(CannotUndo::ChangedSince {
                field,
                by: event.actor.clone(),
            });
        }
    }
    if own.is_empty() {
        Err(CannotUndo::Nothing)
    } else {
        Ok(())
    }
}

const fn field(event: &ObligationEvent) -> Option<Field> {
    match event {
        ObligationEvent::Opened(_) => Some(Field::Existence),
        ObligationEvent::Reworded(_) => Some(Field::Subject),
        ObligationEvent::Changed(_)
        | ObligationEvent::Done(_)
        | ObligationEvent::Lifted { .. }
        | ObligationEvent::Withdrawn { .. } => Some(Field::Progress),
        ObligationEvent::Undone { .. } => None,
    }
}
