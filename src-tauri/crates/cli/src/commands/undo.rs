use inquiry::OperationId;

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// Takes back one's own last operation, whole or not at all
#[derive(clap::Args)]
pub struct Arguments {
    /// Another operation of one's own, by the id that its command gave
    #[arg(value_name = "OPERATION")]
    operation: Option<OperationId>,
}

/// Takes an operation back.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.read()?;
    let done = match arguments.operation {
        Some(operation) => desk.undo_operation(&call, operation)?,
        None => desk.undo(&call)?,
    };
    written::show(session, &desk, &done, session.words.told.undone)
}
