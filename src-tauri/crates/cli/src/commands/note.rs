use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// Adds an internal note, which is never sent
#[derive(clap::Args)]
pub struct Arguments {
    /// The number or id of the inquiry
    #[arg(value_name = "ID")]
    inquiry: String,
    /// The note
    #[arg(value_name = "TEXT")]
    text: String,
}

/// Adds a note.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.read()?;
    let done = desk.add_note(&call, desk.find(&arguments.inquiry)?, &arguments.text)?;
    written::show(session, &desk, &done, session.words.told.changed)
}
