use desk::NewResponse;
use inquiry::{Actor, MessageId};
use policy::ResponseKind;

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::when::When;
use crate::word;

/// Records a response that left: the first one with its verdict (§18), or a later one
#[derive(clap::Args)]
pub struct Arguments {
    /// The number or id of the inquiry
    #[arg(value_name = "ID")]
    inquiry: String,
    /// What it is; `receipt` does not count as a first response
    #[arg(long, value_name = "KIND", value_parser = word::response())]
    kind: ResponseKind,
    /// When it left, between receipt and now; without it now, or when the message left
    #[arg(long, value_name = "INSTANT")]
    at: Option<When>,
    /// Why it is recorded after the fact; wanted more than five minutes back
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// What was answered
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// Who gave it, if it was somebody else
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The outgoing message that it is
    #[arg(long, value_name = "ID")]
    message: Option<MessageId>,
}

/// Records a response.
pub fn run(arguments: Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.read()?;
    let zone = session.tongue(&desk).zone();
    let response = NewResponse {
        kind: arguments.kind,
        at: arguments.at.map(|it| it.in_zone(zone)),
        by: arguments.by.as_deref().map(Actor::new),
        text: arguments.text,
        why: arguments.why,
        message: arguments.message,
    };
    let done = desk
        .respond(&call, desk.find(&arguments.inquiry)?, &response)
        .map_err(|error| Failure::DeskAt(error, zone))?;
    written::show(session, &desk, &done, session.words.told.changed)
}
