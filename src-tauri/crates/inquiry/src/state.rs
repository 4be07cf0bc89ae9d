//! The state of one inquiry, as it follows from its events.

use business_time::Instant;
use policy::{
    Cause, Channel, Facts, ImpactLevel, InquiryKind, ProductId, StatusPageStep, SupportPlan,
};
use serde::{Deserialize, Serialize};

use crate::{
    Actor, Asker, Direction, Ending, InquiryId, Judgement, LevelReason, MessageFact, MessageId,
    Number, OperationId, Origin, PersonalRef, Proof, Relation, Response, ScopeAnswers, Status,
};

/// One inquiry 問合せ.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Inquiry {
    /// Its name.
    pub id: InquiryId,
    /// Its short number.
    pub number: Number,
    /// The product family.
    pub product: ProductId,
    /// The support plan (§1).
    pub plan: SupportPlan,
    /// The channel (§13).
    pub channel: Channel,
    /// The receipt.
    pub received_at: Instant,
    /// How well the receipt is known.
    pub proof: Proof,
    /// When and by whom it was recorded.
    pub recorded_at: Instant,
    /// Who recorded it.
    pub recorded_by: Actor,
    /// Where it came from.
    pub origin: Origin,
    /// Whether it belongs to the sample set.
    pub sample: bool,
    /// The subject.
    pub subject: PersonalRef,
    /// The customer.
    pub customer: PersonalRef,
    /// Who of the register asks (§12).
    pub asker: Asker,
    /// The messages that are part of it, by instant.
    pub messages: Vec<MessageFact>,
    /// The internal notes, oldest first.
    pub notes: Vec<Note>,
    /// The next contact, if one is set.
    pub next_contact: Option<Box<NextContact>>,
    /// The kind of inquiry (§16).
    pub kind: Option<InquiryKind>,
    /// The level and what it is reckoned from (§17).
    pub level: Option<LevelDecision>,
    /// What was answered of its scope (§7–§11, §19).
    pub scope: ScopeAnswers,
    /// The level to which the pack's questions led last (§17).
    pub level_found: Option<LevelFound>,
    /// What was done with the status page, in the order in which it was (§17).
    pub status_page: Vec<StatusPageTick>,
    /// Since when it is handed over to paid support, and by whom (§1).
    #[serde(default)]
    pub handed_over: Option<HandOver>,
    /// Why a level was replaced by another, oldest first.
    #[serde(default)]
    pub relevelled: Vec<LevelReason>,
    /// Why its first response missed the target or the limit, as somebody said.
    #[serde(default)]
    pub cause: Option<Box<CauseDecision>>,
    /// Who has it.
    pub assignee: Option<Actor>,
    /// When the last decision came before the first response: the level, or who has it.
    #[serde(default)]
    pub taken_up_at: Option<Instant>,
    /// The status of the work.
    pub status: Status,
    /// Why it has that status, where somebody said.
    pub status_reason: Option<PersonalRef>,
    /// When word of the receipt went out, if it did.
    pub receipt_confirmed_at: Option<Instant>,
    /// The first response (§18).
    pub first_response: Option<Box<FirstResponse>>,
    /// The responses after the first.
    pub replies: Vec<Reply>,
    /// Since when the customer waits for us again 要返信.
    pub needs_reply_since: Option<Instant>,
    /// The end without a first response.
    pub ended: Option<Box<Ended>>,
    /// Other inquiries that belong to it.
    pub links: Vec<Link>,
    /// When something was last recorded.
    pub changed_at: Instant,
}

/// The level that counts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LevelDecision {
    /// The level.
    pub level: ImpactLevel,
    /// From when the clock is reckoned: the receipt, or the message that changed the situation.
    pub reckoned_from: Instant,
    /// Why.
    pub reason: LevelReason,
    /// The agent's words.
    pub note: Option<PersonalRef>,
    /// Who decided.
    pub by: Actor,
    /// When that was recorded.
    pub at: Instant,
}

/// Why a first response missed the target or the limit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CauseDecision {
    /// The cause.
    pub cause: Cause,
    /// What there is to say of it.
    pub note: Option<PersonalRef>,
    /// Who said so.
    pub by: Actor,
    /// When.
    pub at: Instant,
}

/// The level to which the pack's own questions led.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LevelFound {
    /// The level.
    pub level: ImpactLevel,
    /// The pack that asked.
    pub pack: String,
}

/// That an inquiry went over to paid support (§1): separate work, outside the clocks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HandOver {
    /// Who handed it over.
    pub by: Actor,
    /// When that was recorded.
    pub at: Instant,
}

/// A step of the status page that was done (§17).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StatusPageTick {
    /// The step.
    pub step: StatusPageStep,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Instant,
}

/// The first response, and its verdict.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FirstResponse {
    /// What left, when.
    pub response: Response,
    /// By whom.
    pub by: Actor,
    /// The verdict of its day.
    pub judgement: Judgement,
    /// When it was recorded.
    pub recorded_at: Instant,
}

/// A response after the first.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reply {
    /// What left, when.
    pub response: Response,
    /// By whom.
    pub by: Actor,
}

/// An end without a first response.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Ended {
    /// As what.
    pub ending: Ending,
    /// The agent's words.
    pub reason: PersonalRef,
    /// Who ended it.
    pub by: Actor,
    /// When.
    pub at: Instant,
}

/// An internal note.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Note {
    /// The text.
    pub text: PersonalRef,
    /// Who wrote it.
    pub by: Actor,
    /// When.
    pub at: Instant,
}

/// The next contact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NextContact {
    /// When.
    pub at: Instant,
    /// The agent's words.
    pub note: Option<PersonalRef>,
}

/// A link to another inquiry.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Link {
    /// The other inquiry.
    pub to: InquiryId,
    /// How they belong together.
    pub relation: Relation,
    /// The operation that linked them.
    pub operation: OperationId,
}

/// An outgoing message that looks like the first response.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Proposal {
    /// The message.
    pub message: MessageId,
    /// When it left.
    pub at: Instant,
}

impl Inquiry {
    /// Gives what the policy engine needs to know.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts {
            received_at: self.received_at,
            reckoned_from: self
                .level
                .as_ref()
                .map_or(self.received_at, |level| level.reckoned_from),
            level: self.level.as_ref().map(|level| level.level),
            responded_at: self.first_response.as_ref().map(|first| first.response.at),
            ended_at: self.ended.as_ref().map(|ended| ended.at),
        }
    }

    /// Tells whether the first response is still owed.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.first_response.is_none() && self.ended.is_none()
    }

    /// Tells whether somebody has to act: the first response is owed, or the customer wrote again.
    #[must_use]
    pub fn needs_us(&self) -> bool {
        self.is_open() || self.needs_reply_since.is_some()
    }

    /// Finds a message.
    #[must_use]
    pub fn message(&self, id: MessageId) -> Option<&MessageFact> {
        self.messages.iter().find(|message| message.id == id)
    }

    /// Proposes the oldest outgoing message since the receipt as first response, while none is recorded.
    #[must_use]
    pub fn proposal(&self) -> Option<Proposal> {
        if !self.is_open() {
            return None;
        }
        let message = self
            .messages
            .iter()
            .find(|it| it.direction == Direction::Out && it.at >= self.received_at)?;
        Some(Proposal {
            message: message.id,
            at: message.at,
        })
    }
}
