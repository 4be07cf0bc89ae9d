use inquiry::{InquiryEvent, InquiryId, LevelReason, Refusal};
use policy::{AssistantStep, ImpactLevel, follow_answers};

use crate::{Call, Desk, DeskError, Done};

/// What an agent decides at the end of the level assistant.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct AssistedLevel<'a> {
    /// The answers to the pack's questions, each by its place from 0.
    pub answers: &'a [u32],
    /// The level that the agent decides: the one that was found, or another one.
    pub level: ImpactLevel,
    /// Why it is another one.
    pub note: Option<&'a str>,
}

impl Desk {
    /// Decides the impact level as the pack's own questions find it, or overrules them with a reason (§17); the way
    /// through the questions stays on record. A level that was decided before was wrong then.
    ///
    /// # Errors
    /// [`DeskError::AnswersLeadNowhere`] where the answers do not end in a level, [`DeskError::Refused`] without a reason
    /// for another level, or where the level is so already; [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn assist_level(
        &self,
        call: &Call,
        id: InquiryId,
        decided: &AssistedLevel<'_>,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            let inquiry = act.inquiry(id)?;
            let rules = act.rules.clone();
            let pack = rules.pack(&inquiry.product, inquiry.received_at)?;
            let places: Vec<usize> = decided.answers.iter().map(|it| *it as usize).collect();
            let Some(AssistantStep::Found { level, .. }) = follow_answers(pack, &places) else {
                return Err(DeskError::AnswersLeadNowhere);
            };
            let note = act.optional_text(decided.note)?;
            if level != decided.level && note.is_none() {
                return Err(DeskError::Refused {
                    number: inquiry.number,
                    refusal: Refusal::OverruleReasonMissing,
                });
            }
            let found = InquiryEvent::LevelFound {
                level,
                answers: decided.answers.to_vec(),
                pack: pack.label(),
            };
            act.record_on(&inquiry, found)?;
            let reason = match inquiry.level {
                None => LevelReason::First,
                Some(_) => LevelReason::WrongBefore,
            };
            let set = InquiryEvent::LevelSet {
                level: decided.level,
                reason,
                note,
            };
            act.record_on(&inquiry, set)
        })
    }
}
