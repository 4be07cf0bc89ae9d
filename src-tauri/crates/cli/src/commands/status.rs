use inquiry::Status;

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::{Session, find_all};
use crate::word;

/// Changes the status of the work; no status stops the clock
#[derive(clap::Args)]
pub struct Arguments {
    /// The numbers or ids of the inquiries
    #[arg(value_name = "ID", required = true)]
    inquiries: Vec<String>,
    /// The status
    #[arg(value_name = "STATUS", value_parser = word::status())]
    status: Status,
    /// Why; wanted for `on-hold`
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
}

/// Changes a status.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.read()?;
    let inquiries = find_all(&desk, &arguments.inquiries)?;
    let done = desk.set_status(
        &call,
        &inquiries,
        arguments.status,
        arguments.why.as_deref(),
    )?;
    written::show(session, &desk, &done, session.words.told.changed)
}
