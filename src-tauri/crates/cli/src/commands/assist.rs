use desk::{AssistantView, AssistedLevel};
use policy::ImpactLevel;

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::scope::AssistantShape;
use crate::tongue::Tongue;
use crate::word;

/// Finds the impact level by the policy's own questions (§17)
#[derive(clap::Args)]
pub struct Arguments {
    /// The inquiry's number or id
    #[arg(value_name = "ID")]
    inquiry: String,
    /// The answers so far, each by its number
    #[arg(value_name = "ANSWER", value_parser = clap::value_parser!(u32).range(1..=9))]
    answers: Vec<u32>,
    /// Decides the level that was found
    #[arg(long)]
    decide: bool,
    /// Decides another level; wants a note
    #[arg(long, value_name = "LEVEL", value_parser = word::level(), requires = "decide")]
    level: Option<ImpactLevel>,
    /// Why another level
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// Asks on, or decides.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let answers: Vec<u32> = arguments.answers.iter().map(|it| it - 1).collect();
    let call = arguments.decide.then(|| session.call()).transpose()?;
    let desk = session.read()?;
    let id = desk.find(&arguments.inquiry)?;
    let stands = desk.level_assistant(id, &answers)?;
    let tongue = session.tongue(&desk);
    let (Some(call), AssistantView::Found { level, .. }) = (call, &stands) else {
        session.show(
            || AssistantShape::of(&stands, &tongue),
            || text(&stands, &tongue),
        )?;
        return Ok(Exit::Done);
    };
    let decided = AssistedLevel {
        answers: &answers,
        level: arguments.level.unwrap_or(*level),
        note: arguments.note.as_deref(),
    };
    let done = desk.assist_level(&call, id, &decided)?;
    written::show(session, &desk, &done, session.words.told.changed)
}

fn text(stands: &AssistantView, tongue: &Tongue) -> String {
    let (words, told) = (tongue.words, &tongue.words.scope);
    match stands {
        AssistantView::Found { level, clause } => {
            format!("{} (§{clause})\n", (words.field.level)(*level))
        }
        AssistantView::Ask {
            question,
            suggested,
        } => {
            let mut text = format!("{}\n", (words.name)(&question.name));
            for (place, answer) in question.answers.iter().enumerate() {
                let hint = if *suggested == Some(place) {
                    format!(" [{}]", told.suggested)
                } else {
                    String::new()
                };
                let name = (words.name)(&answer.name);
                text.push_str(&format!("  {}  {name}{hint}\n", place + 1));
            }
            text
        }
    }
}
