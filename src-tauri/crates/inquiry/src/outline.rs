//! What figures are made of: the few facts of an inquiry that a report counts.

use std::sync::Arc;

use business_time::{BusinessDuration, Instant};
use policy::{Cause, Channel, EndKind, ImpactLevel, ProductId, ResponseKind, SupportPlan, Verdict};

use crate::{Actor, Direction, Ending, Inquiry, InquiryId, LevelReason, Number, PersonalId};

/// An inquiry as far as figures go: a small part of its state, so that many of them are read at once. Names that many
/// share are shared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outline {
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
    /// From when the clock is reckoned.
    pub reckoned_from: Instant,
    /// The level that counts now (§17).
    pub level: Option<ImpactLevel>,
    /// Whether a level was replaced by another because it had been wrong.
    pub level_was_wrong: bool,
    /// Whether a level was replaced by another because the situation changed.
    pub situation_changed: bool,
    /// Why the first response missed the target or the limit, as somebody said.
    pub cause: Option<Cause>,
    /// Who has it.
    pub assignee: Option<Actor>,
    /// When the last decision came before the first response: the level, or who has it.
    pub taken_up_at: Option<Instant>,
    /// The customer's row.
    pub customer: PersonalId,
    /// The first response (§18).
    pub response: Option<OutlinedResponse>,
    /// The end without a first response.
    pub ended: Option<EndKind>,
    /// Whether the customer wrote again after the first response.
    pub brought_back: bool,
    /// Whether it belongs to the sample set.
    pub sample: bool,
}

/// A first response, as far as figures go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutlinedResponse {
    /// When it left.
    pub at: Instant,
    /// By whom.
    pub by: Actor,
    /// What it was (§18).
    pub kind: ResponseKind,
    /// Whether it was recorded after the fact.
    pub after_the_fact: bool,
    /// The verdict of its day.
    pub verdict: Verdict,
    /// The target 回答目安 by that verdict.
    pub target: Instant,
    /// The limit 回答期限 by that verdict.
    pub limit: Instant,
    /// The business time taken.
    pub business_taken: BusinessDuration,
    /// The hash of the calendar and holidays that the verdict rests on.
    pub calendar: Arc<str>,
}

impl Inquiry {
    /// Gives what figures need.
    #[must_use]
    pub fn outline(&self) -> Outline {
        let replaced = |why: fn(&LevelReason) -> bool| self.relevelled.iter().any(why);
        Outline {
            id: self.id,
            number: self.number,
            product: self.product.clone(),
            plan: self.plan,
            channel: self.channel,
            received_at: self.received_at,
            reckoned_from: self.facts().reckoned_from,
            level: self.level.as_ref().map(|it| it.level),
            level_was_wrong: replaced(|it| matches!(it, LevelReason::WrongBefore)),
            situation_changed: replaced(|it| matches!(it, LevelReason::SituationChanged { .. })),
            cause: self.cause.as_ref().map(|it| it.cause),
            assignee: self.assignee.clone(),
            taken_up_at: self.taken_up_at,
            customer: self.customer.id,
            response: self.outlined_response(),
            ended: self.ended.as_ref().map(|it| end_kind(&it.ending)),
            brought_back: self.was_brought_back(),
            sample: self.sample,
        }
    }

    fn outlined_response(&self) -> Option<OutlinedResponse> {
        let first = self.first_response.as_ref()?;
        let judgement = &first.judgement;
        Some(OutlinedResponse {
            at: first.response.at,
            by: first.by.clone(),
            kind: first.response.kind,
            after_the_fact: first.response.after_the_fact,
            verdict: judgement.verdict,
            target: judgement.target,
            limit: judgement.limit,
            business_taken: judgement.business_taken,
            calendar: judgement.calendar_hash.as_str().into(),
        })
    }

    fn was_brought_back(&self) -> bool {
        self.first_response.as_ref().is_some_and(|first| {
            let later = self.messages.iter().rev();
            later
                .take_while(|it| it.at > first.response.at)
                .any(|it| it.direction == Direction::In)
        })
    }
}

fn end_kind(ending: &Ending) -> EndKind {
    match ending {
        Ending::NotAnInquiry => EndKind::NotAnInquiry,
        Ending::Duplicate { .. } => EndKind::Duplicate,
        Ending::Withdrawn => EndKind::Withdrawn,
    }
}
