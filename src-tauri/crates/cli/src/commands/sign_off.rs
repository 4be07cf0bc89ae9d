use super::selecting::Selecting;
use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// Signs a period off: its figures as they are now; what changes later is listed by `sign-offs`
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    selecting: Selecting,
    /// What there is to say of it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// Signs off.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.read()?;
    let selection = arguments.selecting.selection();
    let done = desk.sign_off(&call, &selection, arguments.note.as_deref())?;
    written::show(session, &desk, &done, session.words.told.signed_off)
}
