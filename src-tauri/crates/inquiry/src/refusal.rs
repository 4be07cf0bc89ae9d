//! What may follow what.

use business_time::Instant;
use policy::{Cause, ResponseKind, Verdict};

use crate::{Direction, Inquiry, InquiryEvent, LevelReason, MessageId, Response, Status};

/// Why an event may not follow now. None of these is a fault of the program.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// Another level than the pack's questions give needs a reason (§17).
    #[error("another level than the questions give needs a reason")]
    OverruleReasonMissing,
    /// Only inquiries of the level of an outage belong to one (§17).
    #[error("the inquiry is no outage")]
    NoOutage,
    /// A first response needs a level (§17).
    #[error("a first response needs an impact level")]
    LevelMissing,
    /// Word of the receipt is no first response (§18).
    #[error("word of the receipt is no first response")]
    ReceiptIsNoResponse,
    /// A response cannot leave before the receipt, nor after now.
    #[error("the response must lie between {earliest:?} and {latest:?}")]
    ResponseOutOfRange {
        /// The receipt.
        earliest: Instant,
        /// Now.
        latest: Instant,
    },
    /// A response recorded after the fact needs a reason.
    #[error("a response recorded after the fact needs a reason")]
    ReasonMissing,
    /// There is a first response already.
    #[error("there is a first response already")]
    AlreadyAnswered,
    /// There is no first response yet.
    #[error("there is no first response yet")]
    NotAnswered,
    /// It has ended without a first response.
    #[error("the inquiry has ended")]
    AlreadyEnded,
    /// Completing without a first response needs one of the endings.
    #[error("completing without a first response needs an ending")]
    EndingMissing,
    /// 保留 needs a reason.
    #[error("putting on hold needs a reason")]
    HoldReasonMissing,
    /// The message is not part of the inquiry.
    #[error("message {0} is not part of the inquiry")]
    NoSuchMessage(MessageId),
    /// An inquiry keeps at least one message.
    #[error("the only message cannot be split off")]
    OnlyMessage,
    /// A change of the situation comes from the customer's message.
    #[error("only a message from the customer changes the situation")]
    NotFromCustomer,
    /// A level that was decided before changes only for one of the two reasons.
    #[error("a change of level says why")]
    LevelReasonMissing,
    /// Only what is late or in breach has a cause.
    #[error("the first response is neither late nor in breach")]
    NotMissed,
    /// It is so already.
    #[error("nothing would change")]
    NothingToChange,
}

/// How long after it left a response may be recorded without a reason: five minutes, in microseconds.
const AFTER_THE_FACT: i64 = 5 * 60 * 1_000_000;

impl Response {
    /// Tells whether a response at `at`, recorded at `now`, is recorded after the fact.
    #[must_use]
    pub fn is_after_the_fact(at: Instant, now: Instant) -> bool {
        now.as_micros().saturating_sub(at.as_micros()) > AFTER_THE_FACT
    }
}

impl Inquiry {
    /// Says whether an event may follow at `now`.
    ///
    /// # Errors
    /// Gives the reason why it may not.
    pub fn allow(&self, event: &InquiryEvent, now: Instant) -> Result<(), Refusal> {
        match event {
            InquiryEvent::LevelSet { level, reason, .. } => self.allow_level(*level, reason),
            InquiryEvent::FirstResponded { response, .. } => {
                self.allow_first_response(response, now)
            }
            InquiryEvent::Replied(response) => self.allow_reply(response, now),
            InquiryEvent::ReceiptConfirmed { at } => self.within_life(*at, now),
            InquiryEvent::Ended { .. } => self.allow_ending(),
            InquiryEvent::StatusSet { status, reason } => {
                self.allow_status(*status, reason.is_some())
            }
            InquiryEvent::MessageSplitOff { message, .. } => self.allow_split(*message),
            InquiryEvent::Assigned(to) => unless(*to == self.assignee, Refusal::NothingToChange),
            InquiryEvent::KindSet(kind) => {
                unless(self.kind == Some(*kind), Refusal::NothingToChange)
            }
            InquiryEvent::ProductSet(product) => {
                unless(self.product == *product, Refusal::NothingToChange)
            }
            InquiryEvent::PlanSet(plan) => unless(self.plan == *plan, Refusal::NothingToChange),
            InquiryEvent::ScopeAnswered(answer) => {
                unless(self.scope.says(answer), Refusal::NothingToChange)
            }
            InquiryEvent::StatusPageTicked { step, done } => {
                let is_done = self.status_page.iter().any(|tick| tick.step == *step);
                unless(is_done == *done, Refusal::NothingToChange)
            }
            InquiryEvent::HandedOver { handed_over } => unless(
                self.handed_over.is_some() == *handed_over,
                Refusal::NothingToChange,
            ),
            InquiryEvent::CauseSet { cause, note } => self.allow_cause(*cause, note.is_some()),
            InquiryEvent::AskedBy(asker) => unless(self.asker == *asker, Refusal::NothingToChange),
            InquiryEvent::Linked { to, relation } => unless(
                *to == self.id
                    || self
                        .links
                        .iter()
                        .any(|link| link.to == *to && link.relation == *relation),
                Refusal::NothingToChange,
            ),
            InquiryEvent::Received(_)
            | InquiryEvent::LevelFound { .. }
            | InquiryEvent::MessageAdded(_)
            | InquiryEvent::SubjectSet(_)
            | InquiryEvent::CustomerSet(_)
            | InquiryEvent::NoteAdded(_)
            | InquiryEvent::NextContactSet { .. }
            | InquiryEvent::Undone { .. } => Ok(()),
        }
    }

    fn allow_level(&self, level: policy::ImpactLevel, reason: &LevelReason) -> Result<(), Refusal> {
        let same = self.level.as_ref().is_some_and(|it| it.level == level);
        match (reason, &self.level) {
            (LevelReason::First, Some(_)) if same => Err(Refusal::NothingToChange),
            (LevelReason::First, Some(_)) => Err(Refusal::LevelReasonMissing),
            (LevelReason::First, None) | (LevelReason::WrongBefore, None) => Ok(()),
            (LevelReason::WrongBefore, Some(_)) => unless(same, Refusal::NothingToChange),
            (LevelReason::SituationChanged { message }, _) => {
                let message = self
                    .message(*message)
                    .ok_or(Refusal::NoSuchMessage(*message))?;
                unless(
                    message.direction == Direction::Out,
                    Refusal::NotFromCustomer,
                )
            }
        }
    }

    fn allow_first_response(&self, response: &Response, now: Instant) -> Result<(), Refusal> {
        unless(self.first_response.is_some(), Refusal::AlreadyAnswered)?;
        unless(self.ended.is_some(), Refusal::AlreadyEnded)?;
        unless(!response.kind.counts(), Refusal::ReceiptIsNoResponse)?;
        unless(self.level.is_none(), Refusal::LevelMissing)?;
        self.within_life(response.at, now)?;
        let unexplained = response.after_the_fact && response.why.is_none();
        unless(unexplained, Refusal::ReasonMissing)
    }

    fn allow_reply(&self, response: &Response, now: Instant) -> Result<(), Refusal> {
        unless(self.first_response.is_none(), Refusal::NotAnswered)?;
        unless(
            response.kind == ResponseKind::Receipt,
            Refusal::ReceiptIsNoResponse,
        )?;
        self.within_life(response.at, now)
    }

    fn within_life(&self, at: Instant, now: Instant) -> Result<(), Refusal> {
        let out_of_range = at < self.received_at || at > now;
        unless(
            out_of_range,
            Refusal::ResponseOutOfRange {
                earliest: self.received_at,
                latest: now,
            },
        )
    }

    fn allow_ending(&self) -> Result<(), Refusal> {
        unless(self.first_response.is_some(), Refusal::AlreadyAnswered)?;
        unless(self.ended.is_some(), Refusal::AlreadyEnded)
    }

    fn allow_status(&self, status: Status, has_reason: bool) -> Result<(), Refusal> {
        unless(
            status == Status::Completed && self.is_open(),
            Refusal::EndingMissing,
        )?;
        unless(self.ended.is_some(), Refusal::AlreadyEnded)?;
        unless(
            status == Status::OnHold && !has_reason,
            Refusal::HoldReasonMissing,
        )?;
        unless(
            status == self.status && !has_reason,
            Refusal::NothingToChange,
        )
    }

    /// Whether an open inquiry is past its target is said by the rules in force, which are not known here.
    fn allow_cause(&self, cause: Cause, has_note: bool) -> Result<(), Refusal> {
        let in_time = self
            .first_response
            .as_ref()
            .is_some_and(|first| first.judgement.verdict == Verdict::InTime);
        unless(
            in_time || self.ended.is_some() || self.level.is_none(),
            Refusal::NotMissed,
        )?;
        let same = |it: &crate::CauseDecision| it.cause == cause && it.note.is_none();
        unless(
            !has_note && self.cause.as_deref().is_some_and(same),
            Refusal::NothingToChange,
        )
    }

    fn allow_split(&self, message: MessageId) -> Result<(), Refusal> {
        unless(
            self.message(message).is_none(),
            Refusal::NoSuchMessage(message),
        )?;
        unless(self.messages.len() < 2, Refusal::OnlyMessage)
    }
}

fn unless(wrong: bool, refusal: Refusal) -> Result<(), Refusal> {
    if wrong { Err(refusal) } else { Ok(()) }
}
