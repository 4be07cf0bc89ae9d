use inquiry::{InquiryEvent, InquiryId, OsUsed, ScopeAnswer};

use crate::{Call, Desk, DeskError, Done};

/// The longest version of an operating system that is taken down, in characters.
const LONGEST_VERSION: usize = 40;

impl Desk {
    /// Answers questions about an inquiry's scope (§7–§11, §19), all in one operation; those that are answered so
    /// already are passed over, unless all are.
    ///
    /// # Errors
    /// [`DeskError::EmptyName`] for a system without a version, [`DeskError::Refused`] where all is so already,
    /// [`DeskError::NothingNamed`], [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn answer_scope(
        &self,
        call: &Call,
        id: InquiryId,
        answers: &[ScopeAnswer],
    ) -> Result<Done<()>, DeskError> {
        let answers: Vec<ScopeAnswer> = answers.iter().map(tidied).collect::<Result<_, _>>()?;
        if answers.is_empty() {
            return Err(DeskError::NothingNamed);
        }
        self.change(call, |act| {
            let known = act.inquiry(id)?.scope;
            let anything_new = answers.iter().any(|it| !known.says(it));
            for answer in answers {
                // Where nothing is new, the first refusal tells so.
                if !anything_new || !act.inquiry(id)?.scope.says(&answer) {
                    act.record(id, InquiryEvent::ScopeAnswered(answer))?;
                }
            }
            Ok(())
        })
    }
}

fn tidied(answer: &ScopeAnswer) -> Result<ScopeAnswer, DeskError> {
    let mut answer = answer.clone();
    if let ScopeAnswer::Os(Some(OsUsed::Named(named))) = &mut answer {
        let version = crate::shown::line(&named.version);
        named.version = version.chars().take(LONGEST_VERSION).collect();
        if named.version.is_empty() {
            return Err(DeskError::EmptyName);
        }
    }
    Ok(answer)
}
