use inquiry::Ending;

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::{Session, find_all};
use crate::word::{self, EndWord};

/// Ends inquiries without a first response, outside the figures
#[derive(clap::Args)]
pub struct Arguments {
    /// The numbers or ids of the inquiries
    #[arg(value_name = "ID", required = true)]
    inquiries: Vec<String>,
    /// As what
    #[arg(long = "as", value_name = "ENDING", value_parser = word::ending())]
    ending: EndWord,
    /// The inquiry that a duplicate repeats
    #[arg(long, value_name = "ID")]
    of: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    why: String,
}

/// Ends inquiries.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.read()?;
    let of = arguments
        .of
        .as_deref()
        .map(|it| desk.find(it))
        .transpose()?;
    let ending = match arguments.ending {
        EndWord::NotAnInquiry => Ending::NotAnInquiry,
        EndWord::Duplicate => Ending::Duplicate { of },
        EndWord::Withdrawn => Ending::Withdrawn,
    };
    let inquiries = find_all(&desk, &arguments.inquiries)?;
    let done = desk.end(&call, &inquiries, &ending, &arguments.why)?;
    written::show(session, &desk, &done, session.words.told.changed)
}
