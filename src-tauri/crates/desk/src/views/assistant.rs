//! Where the level assistant stands after some answers (§17).

use inquiry::InquiryId;
use policy::{AssistantStep, ImpactLevel, LevelQuestion, follow_answers, suggested_answer};

use crate::{Desk, DeskError};

/// Where the level assistant stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AssistantView {
    /// This is asked next.
    Ask {
        /// The question, with its answers.
        question: LevelQuestion,
        /// The place of the answer that the inquiry's text suggests; a person decides.
        suggested: Option<usize>,
    },
    /// The level is found.
    Found {
        /// The level.
        level: ImpactLevel,
        /// The clause that gives it.
        clause: u8,
    },
}

impl Desk {
    /// Asks an inquiry's pack what comes after some answers, each by its place from 0.
    ///
    /// # Errors
    /// [`DeskError::AnswersLeadNowhere`], [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn level_assistant(
        &self,
        id: InquiryId,
        answers: &[u32],
    ) -> Result<AssistantView, DeskError> {
        let view = self.inquiry(id, None)?;
        let (inquiry, rules) = (view.inquiry(), self.rules());
        let pack = rules.pack(&inquiry.product, inquiry.received_at)?;
        let places: Vec<usize> = answers.iter().map(|it| *it as usize).collect();
        match follow_answers(pack, &places) {
            None => Err(DeskError::AnswersLeadNowhere),
            Some(AssistantStep::Found { level, clause }) => {
                Ok(AssistantView::Found { level, clause })
            }
            Some(AssistantStep::Ask(question)) => Ok(AssistantView::Ask {
                suggested: suggested_answer(question, &view.incoming_text()),
                question: question.clone(),
            }),
        }
    }
}
