//! What can happen to an inquiry, and the state that follows from it.
//!
//! An [`Event`] says what somebody did. [`fold`] turns the events of one inquiry, oldest first, into an
//! [`Inquiry`]. [`Inquiry::allow`] says whether an event may follow now, and [`undo::plan`] what taking back an
//! operation would mean. An [`Obligation`] is what the policies ask for besides; it has events and a state of its own,
//! see [`fold_obligation`]. Nothing here reads a clock or a file: every instant comes in with an event.

mod contact;
mod contract;
mod earlier_call;
mod event;
mod fold;
mod id;
mod message;
mod obligation;
mod outline;
mod personal;
mod recorded;
mod reference;
mod refusal;
mod scope;
mod sign_off;
mod state;
pub mod undo;

pub use contact::Customer;
pub use contract::{
    Contract, ContractEvent, PersonText, RecordedContract, RegisteredPerson, Terms, fold_contract,
    plan_contract,
};
pub use earlier_call::mentions_earlier_call;
pub use event::{
    Asker, Body, DecodeError, Ending, Event, InquiryEvent, Judgement, LevelReason, Origin,
    Received, Relation, Response, Status, decode, encode,
};
pub use fold::fold;
pub use id::{
    Actor, ContractId, EventId, InquiryId, MessageId, Number, NumberError, ObligationId,
    OperationId, PersonId, SignOffId,
};
pub use message::{AttachmentFact, Direction, MessageFact, MessageKey, MessageText, Proof, RawRef};
pub use obligation::{
    Affected, ChangeException, ClockJudgement, DueRecord, Fulfilment, IncidentKind, Matter,
    MatterKind, Measure, Obligation, ObligationEvent, ObligationRefusal, ObligationText, Opened,
    RecordedObligation, Withdrawal, fold_obligation, plan_taking_back,
};
pub use outline::{Outline, OutlinedResponse};
pub use personal::{PersonalId, PersonalRef};
pub use recorded::Recorded;
pub use reference::{FactTable, ReferenceEvent, Setting};
pub use refusal::Refusal;
pub use scope::{OsUsed, PartUsed, ScopeAnswer, ScopeAnswers};
pub use sign_off::{Headline, SignOff, SignedHead, SignedSelection};
pub use state::{
    CauseDecision, Ended, FirstResponse, HandOver, Inquiry, LevelDecision, LevelFound, Link,
    NextContact, Note, Proposal, Reply, StatusPageTick,
};
