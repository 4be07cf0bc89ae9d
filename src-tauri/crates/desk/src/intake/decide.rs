//! Where an arriving message belongs. Pure: it is told what the record knows.

use business_time::Instant;
use inquiry::{Ending, InquiryId, Status};

/// For how long after completion a reply still belongs to the matter, in microseconds: 30 days. By then the contact
/// who answers seldom means the old matter, and its first response says nothing about the new one.
pub const LONG_COMPLETED: i64 = 30 * 24 * 60 * 60 * 1_000_000;

/// The most messages of one inquiry that files bring, and the most links. An inquiry is folded whole at each write, so
/// that a loop of automatic answers would otherwise cost ever more; nobody reads as many in one place.
pub const MOST_IN_ONE: usize = 200;

/// What is known of a message that arrives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arriving {
    /// When it was received, or sent.
    pub at: Instant,
    /// SHA-256 of its content, in hex.
    pub content: String,
    /// Whether one of the centre's own addresses sent it.
    pub outgoing: bool,
    /// The domain of its sender, in lower case.
    pub domain: Option<String>,
}

/// A message with the same Message-ID that is on record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// SHA-256 of its content, in hex.
    pub content: Option<String>,
    /// Where it is.
    pub inquiry: InquiryId,
}

/// An inquiry that holds a message which the arriving one answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Thread {
    /// The inquiry.
    pub inquiry: InquiryId,
    /// The domain of its customer's address, in lower case; nothing where no address is known.
    pub domain: Option<String>,
    /// The status of its work.
    pub status: Status,
    /// How it ended without a first response, if it did.
    pub ending: Option<Ending>,
    /// When something was last recorded.
    pub changed_at: Instant,
    /// How many messages it has.
    pub messages: usize,
    /// How many links it has.
    pub links: usize,
}

/// Where a message belongs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Placement {
    /// It is on record: same Message-ID and same content. Nothing is written.
    Duplicate {
        /// Where it is.
        of: InquiryId,
    },
    /// It begins an inquiry.
    New,
    /// It joins an inquiry; where that is answered, the customer waits for us again 要返信.
    Joins(InquiryId),
    /// It begins an inquiry that follows another.
    LinkedNew {
        /// The other one.
        to: InquiryId,
    },
    /// It is ours and joins its thread, where it is proposed as first response while none is recorded.
    Outgoing(InquiryId),
    /// It is ours and no thread is known: never an inquiry, kept for another try.
    OutgoingUnmatched,
}

/// A placement, and whether the message must be flagged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// Where it belongs.
    pub placement: Placement,
    /// Whether a message with the same id but other content is on record.
    pub same_id_other_content: bool,
}

/// Decides where a message belongs. `known` are the messages with its id, `threads` the inquiries that hold the
/// messages it answers, nearest first, each full one with those that follow it.
#[must_use]
pub fn decide(arriving: &Arriving, known: &[Known], threads: &[Thread]) -> Decision {
    let same = known
        .iter()
        .find(|it| it.content.as_ref() == Some(&arriving.content));
    if let Some(same) = same {
        return Decision {
            placement: Placement::Duplicate { of: same.inquiry },
            same_id_other_content: false,
        };
    }
    let placement = if arriving.outgoing {
        outgoing(threads)
    } else {
        incoming(arriving, threads)
    };
    Decision {
        placement,
        same_id_other_content: !known.is_empty(),
    }
}

fn outgoing(threads: &[Thread]) -> Placement {
    let with_room = threads.iter().find(|it| !it.is_full());
    with_room.map_or(Placement::OutgoingUnmatched, |it| {
        Placement::Outgoing(it.inquiry)
    })
}

fn incoming(arriving: &Arriving, threads: &[Thread]) -> Placement {
    let joined = threads.iter().find(|it| it.takes(arriving));
    match (joined, threads.first()) {
        (Some(thread), _) => Placement::Joins(thread.inquiry),
        (None, Some(nearest)) if nearest.links < MOST_IN_ONE => Placement::LinkedNew {
            to: nearest.inquiry,
        },
        (None, _) => Placement::New,
    }
}

impl Thread {
    /// Tells whether a customer's message joins. One that ended without a first response takes none: nobody looks
    /// at it any more, so the message would be lost there.
    fn takes(&self, arriving: &Arriving) -> bool {
        let same_domain = match (&self.domain, &arriving.domain) {
            (Some(ours), Some(theirs)) => ours == theirs,
            (None, _) | (_, None) => true,
        };
        same_domain
            && self.ending.is_none()
            && !self.is_full()
            && !self.is_long_completed(arriving.at)
    }

    /// Tells whether it has as many messages as one inquiry takes.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.messages >= MOST_IN_ONE
    }

    fn is_long_completed(&self, at: Instant) -> bool {
        self.status == Status::Completed
            && at.as_micros().saturating_sub(self.changed_at.as_micros()) > LONG_COMPLETED
    }
}

#[cfg(test)]
mod tests;
