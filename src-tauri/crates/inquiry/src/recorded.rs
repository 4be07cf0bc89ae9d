//! Events of one inquiry as the fold takes them.

use business_time::Instant;

use crate::{Actor, Body, Event, InquiryEvent, OperationId};

/// An event of one inquiry, with what the fold needs of its envelope.
#[derive(Copy, Clone, Debug)]
pub struct Recorded<'a> {
    /// The operation it belongs to.
    pub operation: OperationId,
    /// Who did it.
    pub actor: &'a Actor,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// What was done.
    pub event: &'a InquiryEvent,
}

impl Event {
    /// Gives it as the fold of an inquiry takes it; nothing where it is about something else.
    #[must_use]
    pub fn recorded(&self) -> Option<Recorded<'_>> {
        match &self.body {
            Body::Inquiry(_, event) => Some(Recorded {
                operation: self.operation,
                actor: &self.actor,
                recorded_at: self.recorded_at,
                event,
            }),
            Body::Obligation(..) | Body::Contract(..) | Body::Reference(_) => None,
        }
    }
}
