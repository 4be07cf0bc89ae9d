//! The events of the log.

use business_time::{BusinessDuration, Instant};
use policy::{
    Cause, Channel, ImpactLevel, InquiryKind, ProductId, ResponseKind, StatusPageStep, SupportPlan,
    Verdict,
};
use serde::{Deserialize, Serialize};

use crate::{
    Actor, ContractEvent, ContractId, EventId, InquiryId, MessageFact, MessageId, Number,
    ObligationEvent, ObligationId, OperationId, PersonId, PersonalRef, Proof, ReferenceEvent,
    ScopeAnswer,
};

/// Something that somebody did, as it stands in the log.
#[derive(Clone, PartialEq, Debug)]
pub struct Event {
    /// Names the event.
    pub id: EventId,
    /// The operation it belongs to.
    pub operation: OperationId,
    /// Who did it.
    pub actor: Actor,
    /// When it was recorded; what it tells of may have happened earlier.
    pub recorded_at: Instant,
    /// What was done.
    pub body: Body,
}

/// What an event is about.
#[derive(Clone, PartialEq, Debug)]
pub enum Body {
    /// One inquiry.
    Inquiry(InquiryId, InquiryEvent),
    /// One obligation.
    Obligation(ObligationId, ObligationEvent),
    /// One contract of the register of customers.
    Contract(ContractId, ContractEvent),
    /// What all inquiries are judged by.
    Reference(ReferenceEvent),
}

/// What can happen to one inquiry.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum InquiryEvent {
    /// It came in.
    Received(Box<Received>),
    /// A message joined it.
    MessageAdded(Box<MessageFact>),
    /// A message left it for an inquiry of its own.
    MessageSplitOff {
        /// The message.
        message: MessageId,
        /// The inquiry that it became.
        to: InquiryId,
    },
    /// The impact level was decided (§17).
    LevelSet {
        /// The level.
        level: ImpactLevel,
        /// Why, which says from where the clock is reckoned.
        reason: LevelReason,
        /// The agent's words.
        note: Option<PersonalRef>,
    },
    /// The pack's own questions were answered to a level (§17); what was decided stands beside it.
    LevelFound {
        /// The level to which they lead.
        level: ImpactLevel,
        /// The answers, each by its place from 0.
        answers: Vec<u32>,
        /// The pack that asked, as `id version`.
        pack: String,
    },
    /// A step of the status page was done, or was not after all (§17).
    StatusPageTicked {
        /// The step.
        step: StatusPageStep,
        /// Whether it is done.
        done: bool,
    },
    /// It was handed over to paid support, or was not after all (§1): separate work, outside the clocks.
    HandedOver {
        /// Whether it is.
        handed_over: bool,
    },
    /// A question about its scope was answered (§7–§11, §19).
    ScopeAnswered(ScopeAnswer),
    /// The kind of inquiry was chosen (§16).
    KindSet(InquiryKind),
    /// The product was corrected; the clock is reckoned from the receipt.
    ProductSet(ProductId),
    /// The support plan was corrected (§1).
    PlanSet(SupportPlan),
    /// The subject was rewritten.
    SubjectSet(PersonalRef),
    /// The customer was corrected.
    CustomerSet(PersonalRef),
    /// It was said who of the register asks (§12).
    AskedBy(Asker),
    /// Somebody took it, got it, or put it back.
    Assigned(Option<Actor>),
    /// The work's status changed.
    StatusSet {
        /// The new status.
        status: Status,
        /// The reason, wanted for 保留.
        reason: Option<PersonalRef>,
    },
    /// Word of the receipt went out; that is no first response (§18).
    ReceiptConfirmed {
        /// When.
        at: Instant,
    },
    /// The first response left (§18).
    FirstResponded {
        /// The response.
        response: Response,
        /// The verdict of its day, with what it rests on.
        judgement: Judgement,
    },
    /// A later response left.
    Replied(Response),
    /// It ended without a first response.
    Ended {
        /// As what.
        ending: Ending,
        /// The agent's words.
        reason: PersonalRef,
    },
    /// It was said why its first response missed the target or the limit.
    CauseSet {
        /// The cause.
        cause: Cause,
        /// What there is to say of it.
        note: Option<PersonalRef>,
    },
    /// An internal note 社内メモ, never sent.
    NoteAdded(PersonalRef),
    /// The next contact 次回連絡予定 was set or cleared.
    NextContactSet {
        /// When, or nothing.
        at: Option<Instant>,
        /// The agent's words.
        note: Option<PersonalRef>,
    },
    /// Another inquiry belongs to it.
    Linked {
        /// The other one.
        to: InquiryId,
        /// How.
        relation: Relation,
    },
    /// An operation was taken back.
    Undone {
        /// The operation that no longer counts here.
        operation: OperationId,
    },
}

/// How an inquiry began.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Received {
    /// Its short number.
    pub number: Number,
    /// The product family.
    pub product: ProductId,
    /// The support plan.
    pub plan: SupportPlan,
    /// The channel (§13).
    pub channel: Channel,
    /// The receipt: from here the clock is reckoned (§18).
    pub received_at: Instant,
    /// How well that is known.
    pub proof: Proof,
    /// The subject.
    pub subject: PersonalRef,
    /// The customer.
    pub customer: PersonalRef,
    /// The first message.
    pub message: MessageFact,
    /// Where it came from.
    pub origin: Origin,
    /// Whether it belongs to the sample set, which is removable in one step.
    pub sample: bool,
}

/// Who of the register of customers asks (§12).
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(tag = "who", content = "person", rename_all = "snake_case")]
pub enum Asker {
    /// The person with the customer's mail address.
    #[default]
    ByAddress,
    /// This person, as an agent chose.
    Person(PersonId),
    /// Nobody who is registered, as an agent found out.
    Unregistered,
}

/// Where an inquiry came from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Origin {
    /// An agent recorded it.
    Agent,
    /// A file brought it.
    File,
    /// A message of another inquiry became one of its own.
    Split {
        /// The inquiry it was part of.
        of: InquiryId,
    },
}

/// Why a level was decided, or changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum LevelReason {
    /// It is the first decision; reckoned from the receipt.
    First,
    /// The level before was wrong; reckoned from the receipt.
    WrongBefore,
    /// The situation changed; reckoned from the message that changed it.
    SituationChanged {
        /// That message.
        message: MessageId,
    },
}

/// The status of the work.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 未対応
    New,
    /// 対応中
    InProgress,
    /// お客様返信待ち
    WaitingForCustomer,
    /// 保留; the clock goes on.
    OnHold,
    /// 完了
    Completed,
}

/// A response that left.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Response {
    /// What it was (§18).
    pub kind: ResponseKind,
    /// When it left.
    pub at: Instant,
    /// Who gave it, where that is another person than the one who recorded it.
    pub by: Option<Actor>,
    /// The outgoing message, where there is one.
    pub message: Option<MessageId>,
    /// What was answered, in the agent's words.
    pub text: Option<PersonalRef>,
    /// Why it was recorded after the fact.
    pub why: Option<PersonalRef>,
    /// Whether it was recorded more than five minutes after it left, without a message to show for it.
    pub after_the_fact: bool,
}

/// A verdict once given, with what it rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Judgement {
    /// In time, late or breach.
    pub verdict: Verdict,
    /// The target 回答目安.
    pub target: Instant,
    /// The limit 回答期限.
    pub limit: Instant,
    /// The business time taken.
    pub business_taken: BusinessDuration,
    /// The pack's version, as `id version`.
    pub pack: String,
    /// The pack's hash.
    pub pack_hash: String,
    /// The calendar's and holidays' hash.
    pub calendar_hash: String,
}

/// The ways to end without a first response.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "kebab-case")]
pub enum Ending {
    /// No inquiry: spam, a notice, a wrong address.
    NotAnInquiry,
    /// The same as another one, into which it was merged.
    Duplicate {
        /// The other one, where it is known.
        of: Option<InquiryId>,
    },
    /// The customer took it back.
    Withdrawn,
}

/// How two inquiries belong together.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// They concern the same matter.
    Related,
    /// It follows an older one.
    Follows,
    /// An older one is followed by it.
    FollowedBy,
    /// It was split off the other.
    SplitFrom,
    /// The other was split off it.
    SplitInto,
    /// The other was merged into it.
    Absorbed,
    /// It was merged into the other.
    MergedInto,
    /// They are of one outage (§17).
    SameOutage,
}

/// Why stored bytes are no event.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// The version is newer than this program, or never was.
    #[error("event version {0} is not known")]
    UnknownVersion(u32),
    /// The bytes do not have the version's shape.
    #[error("event bytes are damaged: {0}")]
    Damaged(#[from] serde_json::Error),
}

/// The version in which events are written today.
pub const EVENT_VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Stored<I, O, C, R> {
    Inquiry(InquiryId, I),
    Obligation(ObligationId, O),
    Contract(ContractId, C),
    Reference(R),
}

/// Writes a body as the bytes that the log keeps and the chain covers; the number is their version.
///
/// # Errors
/// Fails only where the serialiser does.
pub fn encode(body: &Body) -> Result<(u32, Vec<u8>), serde_json::Error> {
    let stored = match body {
        Body::Inquiry(id, event) => Stored::Inquiry(*id, event),
        Body::Obligation(id, event) => Stored::Obligation(*id, event),
        Body::Contract(id, event) => Stored::Contract(*id, event),
        Body::Reference(event) => Stored::Reference(event),
    };
    Ok((EVENT_VERSION, serde_json::to_vec(&stored)?))
}

/// Reads a body back from the bytes of a version, old ones brought up to today's shape.
///
/// # Errors
/// Fails for a version that this program does not know and for bytes without that version's shape.
pub fn decode(version: u32, bytes: &[u8]) -> Result<Body, DecodeError> {
    match version {
        1 => Ok(
            match serde_json::from_slice::<
                Stored<InquiryEvent, ObligationEvent, ContractEvent, ReferenceEvent>,
            >(bytes)?
            {
                Stored::Inquiry(id, event) => Body::Inquiry(id, event),
                Stored::Obligation(id, event) => Body::Obligation(id, event),
                Stored::Contract(id, event) => Body::Contract(id, event),
                Stored::Reference(event) => Body::Reference(event),
            },
        ),
        other => Err(DecodeError::UnknownVersion(other)),
    }
}
