//! Finding the impact level of an inquiry by the pack's own questions (§17). A person may always decide otherwise.

use crate::library::folded;
use crate::pack::{LeadsTo, LevelQuestion, Pack};
use crate::words::ImpactLevel;

/// Where some answers lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssistantStep<'p> {
    /// This is asked next.
    Ask(&'p LevelQuestion),
    /// The level is found (§17).
    Found {
        /// The level.
        level: ImpactLevel,
        /// The number of the clause that gives it.
        clause: u8,
    },
}

/// Follows answers, each by its place from 0, from the pack's first question; none where the pack asks nothing or
/// has no such answer, or where more was answered than asked.
pub fn follow_answers<'p>(pack: &'p Pack, answers: &[usize]) -> Option<AssistantStep<'p>> {
    let questions = &pack.content().questions;
    let mut step = AssistantStep::Ask(questions.first()?);
    for place in answers {
        let AssistantStep::Ask(question) = step else {
            return None;
        };
        step = match &question.answers.get(*place)?.leads_to {
            LeadsTo::Question(id) => AssistantStep::Ask(questions.iter().find(|it| it.id == *id)?),
            LeadsTo::Level(level) => AssistantStep::Found {
                level: *level,
                clause: 17,
            },
        };
    }
    Some(step)
}

/// Gives the place of the answer that a text suggests by a word that the pack names for it: a hint, which a person
/// decides on. None where no answer is named, or several are.
pub fn suggested_answer(question: &LevelQuestion, text: &str) -> Option<usize> {
    let text = folded(text);
    let named = |word: &String| text.contains(&folded(word));
    let mut places = question
        .answers
        .iter()
        .enumerate()
        .filter(|(_, answer)| answer.recognise.iter().any(named))
        .map(|(place, _)| place);
    let first = places.next()?;
    places.next().is_none().then_some(first)
}
