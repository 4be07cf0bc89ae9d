use policy::StatusPageStep;

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::{Session, find_all};
use crate::word;

/// Keeps the inquiries of one outage together, and ticks what was done with the status page (§17)
#[derive(clap::Args)]
pub struct Arguments {
    /// The number or id of the inquiry that leads
    #[arg(value_name = "ID")]
    inquiry: String,
    /// Inquiries of the same outage
    #[arg(long, value_name = "ID", num_args = 1.., required_unless_present_any = ["tick", "untick"])]
    join: Vec<String>,
    /// A step of the status page that was done
    #[arg(long, value_name = "STEP", value_parser = word::status_page_step(), conflicts_with_all = ["join", "untick"])]
    tick: Option<StatusPageStep>,
    /// A step that was not done after all
    #[arg(long, value_name = "STEP", value_parser = word::status_page_step(), conflicts_with = "join")]
    untick: Option<StatusPageStep>,
}

/// Joins or ticks.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.read()?;
    let id = desk.find(&arguments.inquiry)?;
    let done = match (arguments.tick, arguments.untick) {
        (Some(step), _) => desk.tick_status_page(&call, id, step, true)?,
        (None, Some(step)) => desk.tick_status_page(&call, id, step, false)?,
        (None, None) => desk.join_outage(&call, &find_all(&desk, &arguments.join)?, id)?,
    };
    written::show(session, &desk, &done, session.words.told.changed)
}
