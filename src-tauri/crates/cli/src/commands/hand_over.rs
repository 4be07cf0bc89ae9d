use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::{Session, find_all};

/// Marks inquiries as handed over to paid support: separate work, outside the clocks (§1)
#[derive(clap::Args)]
pub struct Arguments {
    /// Numbers or ids
    #[arg(value_name = "ID", required = true)]
    inquiries: Vec<String>,
    /// It was not handed over after all
    #[arg(long)]
    take_back: bool,
}

/// Marks them, or takes the mark back.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.read()?;
    let ids = find_all(&desk, &arguments.inquiries)?;
    let done = desk.hand_over(&call, &ids, !arguments.take_back)?;
    written::show(session, &desk, &done, session.words.told.changed)
}
