use chrono::NaiveDate;
use desk::DeskError;
use policy::{OsFamily, OsQuestion, ProductId, check_os};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::os::{OsShape, answer_text};
use crate::tongue::Tongue;
use crate::word;

/// Questions to the policies' tables
#[derive(clap::Subcommand)]
pub enum Command {
    /// Tells whether a version of an operating system is supported, and why (§8, §9)
    Os(OsArguments),
}

/// What is asked of an operating system.
#[derive(clap::Args)]
pub struct OsArguments {
    /// The product
    #[arg(long, value_name = "ID")]
    product: ProductId,
    /// The operating system
    #[arg(long, value_name = "OS", value_parser = word::os())]
    os: OsFamily,
    /// The version, such as `18.7.2`, `12L` or `24H2`
    #[arg(long, value_name = "VERSION")]
    version: String,
    /// The day; without it today
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
}

/// Answers a question.
pub fn run(command: &Command, session: &Session) -> Result<Exit, Failure> {
    match command {
        Command::Os(arguments) => os(arguments, session),
    }
}

fn os(arguments: &OsArguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.look()?;
    let rules = desk.rules();
    let question = OsQuestion {
        product: arguments.product.as_str(),
        os: arguments.os,
        version: &arguments.version,
        on: arguments
            .on
            .unwrap_or_else(|| rules.calendar.date_of(desk.now())),
    };
    let table = &rules.os_table;
    let answer = check_os(&rules.packs, table, &question)
        .ok_or_else(|| DeskError::NoSuchProduct(arguments.product.to_string()))?;
    let tongue = Tongue::of(&desk, session.words);
    session.show(
        || OsShape::of(&question, &answer, table, &tongue),
        || answer_text(&question, &answer, table, &tongue),
    )?;
    Ok(Exit::Done)
}
