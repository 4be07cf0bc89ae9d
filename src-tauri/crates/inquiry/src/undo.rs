//! Taking back one's own last operation.

use crate::{Actor, InquiryEvent, LevelReason, MessageId, OperationId, Origin, Recorded, Relation};

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
    /// Why the first response missed its target or limit.
    Cause,
    /// A note.
    Notes,
    /// The next contact.
    NextContact,
    /// The links.
    Links,
    /// Who of the register asks.
    Asker,
    /// The answers about its scope.
    Scope,
    /// The status page.
    StatusPage,
    /// Whether it was handed over to paid support.
    PaidSupport,
    /// A contract of the register.
    Register,
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
    /// A period was signed off since, whose figures would be others without it.
    #[error("{by} signed off a report over it")]
    SignedOff {
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
    let mut own = Vec::new();
    let mut hindered = None;
    for event in events.iter().filter(|it| !is_undone(it)) {
        if event.operation == operation {
            if event.actor != actor {
                return Err(CannotUndo::NotOwn);
            }
            own.push(event.event);
        } else if hindered.is_none() {
            hindered = hinders(event.event, &own).map(|field| CannotUndo::ChangedSince {
                field,
                by: event.actor.clone(),
            });
        }
    }
    if own.is_empty() {
        return Err(CannotUndo::Nothing);
    }
    if is_intake(&own) {
        return Err(CannotUndo::Intake);
    }
    hindered.map_or(Ok(()), Err)
}

/// Tells whether events of one operation brought something in from a file. A merge carries over messages that came
/// from files as well, but they stay where they came in.
fn is_intake(own: &[&InquiryEvent]) -> bool {
    let merged = own.iter().any(
        |it| matches!(it, InquiryEvent::Linked { relation, .. } if *relation == Relation::Absorbed),
    );
    own.iter().any(|it| {
        matches!(it, InquiryEvent::Received(received) if received.origin == Origin::File)
            || matches!(it, InquiryEvent::MessageAdded(message) if message.raw.is_some() && !merged)
    })
}

/// Says what a later event changes, where it stands in the way of taking back the own ones.
fn hinders(later: &InquiryEvent, own: &[&InquiryEvent]) -> Option<Field> {
    let field = field(later)?;
    let in_the_way = |it: &&InquiryEvent| {
        let earlier = self::field(it);
        earlier == Some(field) || earlier == Some(Field::Existence) || rests_on(later, it)
    };
    own.iter().any(in_the_way).then_some(field)
}

/// Tells whether an event would lose its ground without an earlier one: a first response its level (§17), a response
/// or a change of the situation its message.
fn rests_on(later: &InquiryEvent, earlier: &InquiryEvent) -> bool {
    let level = matches!(earlier, InquiryEvent::LevelSet { .. });
    let is_message =
        |id: MessageId| matches!(earlier, InquiryEvent::MessageAdded(message) if message.id == id);
    if let InquiryEvent::FirstResponded { response, .. } = later {
        level || response.message.is_some_and(is_message)
    } else if let InquiryEvent::Replied(response) = later {
        response.message.is_some_and(is_message)
    } else if let InquiryEvent::LevelSet {
        reason: LevelReason::SituationChanged { message },
        ..
    } = later
    {
        is_message(*message)
    } else {
        false
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
        InquiryEvent::CauseSet { .. } => Field::Cause,
        InquiryEvent::NoteAdded(_) => Field::Notes,
        InquiryEvent::NextContactSet { .. } => Field::NextContact,
        InquiryEvent::Linked { .. } => Field::Links,
        InquiryEvent::AskedBy(_) => Field::Asker,
        InquiryEvent::LevelFound { .. } => Field::Level,
        InquiryEvent::ScopeAnswered(_) => Field::Scope,
        InquiryEvent::StatusPageTicked { .. } => Field::StatusPage,
        InquiryEvent::HandedOver { .. } => Field::PaidSupport,
        InquiryEvent::Undone { .. } => return None,
    })
}
