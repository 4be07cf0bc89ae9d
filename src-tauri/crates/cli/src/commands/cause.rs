use policy::Cause;

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::word;

/// Says why a first response came late, broke the policy, or is owed past its target
#[derive(clap::Args)]
pub struct Arguments {
    /// The number or id of the inquiry
    #[arg(value_name = "ID")]
    inquiry: String,
    /// The cause
    #[arg(value_name = "CAUSE", value_parser = word::cause())]
    cause: Cause,
    /// What there is to say of it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// Names a cause.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.read()?;
    let id = desk.find(&arguments.inquiry)?;
    let done = desk.set_cause(&call, id, arguments.cause, arguments.note.as_deref())?;
    written::show(session, &desk, &done, session.words.told.changed)
}
