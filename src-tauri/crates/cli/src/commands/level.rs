use inquiry::{LevelReason, MessageId};
use policy::ImpactLevel;

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::{Session, find_all};
use crate::word;

/// Decides the impact level (§17), or changes it for one of the two reasons
#[derive(clap::Args)]
pub struct Arguments {
    /// The numbers or ids of the inquiries
    #[arg(value_name = "ID", required = true)]
    inquiries: Vec<String>,
    /// The level
    #[arg(value_name = "LEVEL", value_parser = word::level())]
    level: ImpactLevel,
    /// Why: first, wrong-before, situation-changed; any other text is the note of a first decision
    #[arg(long, value_name = "REASON", default_value = "first")]
    why: String,
    /// The message by which the situation changed; the clock is reckoned from it
    #[arg(long, value_name = "ID")]
    message: Option<MessageId>,
    /// The agent's words
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// Decides a level.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let (reason, note) = arguments.reason()?;
    let desk = session.read()?;
    let inquiries = find_all(&desk, &arguments.inquiries)?;
    let done = desk.set_level(&call, &inquiries, arguments.level, &reason, note)?;
    written::show(session, &desk, &done, session.words.told.changed)
}

impl Arguments {
    fn reason(&self) -> Result<(LevelReason, Option<&str>), Failure> {
        let note = self.note.as_deref();
        match self.why.trim() {
            "first" => Ok((LevelReason::First, note)),
            "wrong-before" => Ok((LevelReason::WrongBefore, note)),
            "situation-changed" => {
                let named = self.inquiries.first().cloned().unwrap_or_default();
                let message = self.message.ok_or(Failure::MessageMissing(named))?;
                Ok((LevelReason::SituationChanged { message }, note))
            }
            text => Ok((LevelReason::First, note.or(Some(text)))),
        }
    }
}
