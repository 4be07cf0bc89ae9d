use super::inquiry_text;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::inquiry::InquiryShape;
use crate::tongue::Tongue;
use crate::when::AsOf;

/// Shows one inquiry with everything about it
#[derive(clap::Args)]
pub struct Arguments {
    /// Its number, such as A-1042, or its id
    #[arg(value_name = "ID")]
    inquiry: String,
    #[command(flatten)]
    as_of: AsOf,
}

/// Shows an inquiry.
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
        || InquiryShape::of(&view, &tongue),
        || inquiry_text::whole(&view, &tongue),
    )?;
    Ok(Exit::Done)
}
