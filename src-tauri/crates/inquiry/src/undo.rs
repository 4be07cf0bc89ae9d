//! Taking back one's own last operation.

use crate::{Actor, InquiryEvent, OperationId, Origin, Recorded};

/// What an event changes; two events that change the same stand in each other's way.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Field {
    /// That it exists at all.
    Existence,
    /// The messages.
    Messages,
    /// The level.
    Level,
    /// The kind.
    Kind,
    /// The product.
    Product,
    /// The plan.
    Plan,
    /// The subject.
    Subject,
    /// The customer.
    Customer,
    /// The assignee.
    Assignee,
    /// Status, responses and endings: they follow from one another.
    Progress,
    /// A note.
    Notes,
    /// The next contact.
    NextContact,
    /// The links.
    Links,
}

/// Why an operation cannot be taken back.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CannotUndo {
    /// It was somebody else's.
    #[error("only one's own operation can be undone")]
    NotOwn,
    /// It brought the inquiry in from a file, whose bytes are on record.
    #[error("an intake from a file stays")]
    Intake,
    /// The same was changed again since.
    #[error("{by} has changed {field:?} since")]
    ChangedSince {
        /// What.
        field: Field,
        /// By whom.
        by: Actor,
    },
    /// It is undone already, or nothing of it is here.
    #[error("there is nothing to undo")]
    Nothing,
}

/// Says whether `operation` can be taken back by `actor` from one inquiry with these events, oldest first.
///
/// # Errors
/// Gives the reason why not.
pub fn plan(
    events: &[Recorded<'_>],
    operation: OperationId,
    actor: &Actor,
) -> Result<(), CannotUndo> {
    let is_undone = |it: &Recorded<'_>| {
        events.iter().any(|other| matches!(other.event, InquiryEvent::Undone { operation } if *operation == it.operation))
    };
    let mut fields = Vec::new();
    let mut seen = false;
    for event in events.iter().filter(|it| !is_undone(it)) {
        if event.operation == operation {
            seen = true;
            if event.actor != actor {
                return Err(CannotUndo::NotOwn);
            }
            if matches!(event.event, InquiryEvent::Received(received) if received.origin == Origin::File)
            {
                return Err(CannotUndo::Intake);
            }
            fields.extend(field(event.event));
        } else if let Some(field) = field(event.event).filter(|_| seen)
            && (fields.contains(&field) || fields.contains(&Field::Existence))
        {
            return Err(CannotUndo::ChangedSince {
                field,
                by: event.actor.clone(),
            });
        }
    }
    if seen {
        Ok(())
    } else {
        Err(CannotUndo::Nothing)
    }
}

fn field(event: &InquiryEvent) -> Option<Field> {
    Some(match event {
        InquiryEvent::Received(_) => Field::Existence,
        InquiryEvent::MessageAdded(_) | InquiryEvent::MessageSplitOff { .. } => Field::Messages,
        InquiryEvent::LevelSet { .. } => Field::Level,
        InquiryEvent::KindSet(_) => Field::Kind,
        InquiryEvent::ProductSet(_) => Field::Product,
        InquiryEvent::PlanSet(_) => Field::Plan,
        InquiryEvent::SubjectSet(_) => Field::Subject,
        InquiryEvent::CustomerSet(_) => Field::Customer,
        InquiryEvent::Assigned(_) => Field::Assignee,
        InquiryEvent::StatusSet { .. }
        | InquiryEvent::ReceiptConfirmed { .. }
        | InquiryEvent::FirstResponded { .. }
        | InquiryEvent::Replied(_)
        | InquiryEvent::Ended { .. } => Field::Progress,
        InquiryEvent::NoteAdded(_) => Field::Notes,
        InquiryEvent::NextContactSet { .. } => Field::NextContact,
        InquiryEvent::Linked { .. } => Field::Links,
        InquiryEvent::Undone { .. } => return None,
    })
}
