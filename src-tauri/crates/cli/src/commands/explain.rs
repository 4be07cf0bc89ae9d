use super::inquiry_text;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::deadline::ExplainedShape;
use crate::tongue::Tongue;
use crate::when::AsOf;

/// Explains the deadline of an inquiry, step by step with its clauses
#[derive(clap::Args)]
pub struct Arguments {
    /// Its number, such as A-1042, or its id
    #[arg(value_name = "ID")]
    inquiry: String,
    #[command(flatten)]
    as_of: AsOf,
}

/// Explains a deadline.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let tongue = session.tongue(&desk);
    let id = desk.find(&arguments.inquiry)?;
    let view = desk.inquiry(id, arguments.as_of.at(tongue.zone()))?;
    let tongue = Tongue {
        now: view.as_of,
        ..tongue
    };
    session.show(
        || ExplainedShape::of(&view, &tongue),
        || inquiry_text::explained(&view, &tongue),
    )?;
    Ok(Exit::Done)
}
