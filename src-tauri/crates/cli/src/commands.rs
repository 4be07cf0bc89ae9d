//! One file a command: it reads its arguments, makes one call to the desk, and shows what came of it.

pub mod assign;
pub mod assist;
pub mod backup;
pub mod calendar;
pub mod cause;
mod change_text;
pub mod check;
pub mod completions;
pub mod customers;
pub mod end;
pub mod explain;
pub mod hand_over;
pub mod import;
mod inquiry_text;
pub mod level;
pub mod new;
pub mod note;
pub mod obligations;
pub mod outage;
pub mod policy;
mod preview;
pub mod products;
pub mod queue;
pub mod report;
pub mod respond;
pub mod restore;
mod rows_text;
mod rule_change;
pub mod sample;
pub mod scope;
pub mod search;
mod selecting;
pub mod show;
pub mod sign_off;
pub mod sign_offs;
pub mod status;
pub mod systems;
pub mod today;
pub mod undo;
pub mod verify;
pub mod verify_report;
pub mod what_if;
mod written;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::arguments::{Arguments, Command, Manner};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::i18n::words;
use crate::session::Session;
use crate::{clocks, deadlines, help, output};

/// Runs the program on its command line.
pub fn run(line: Vec<OsString>) -> ExitCode {
    let manner = Manner::of(&line);
    let mut command = help::command(words(manner.language));
    if line.len() < 2 {
        output::complain(&command.render_help().to_string());
        return Exit::Usage.into();
    }
    let parsed = command.try_get_matches_from(line);
    let parsed = parsed.and_then(|mut matches| Arguments::from_arg_matches_mut(&mut matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return end(manner, unparsed(&error)),
    };
    let session = Session::new(arguments.common, words(manner.language));
    end(manner, dispatch(arguments.command, &session))
}

fn dispatch(command: Command, session: &Session) -> Result<ExitCode, Failure> {
    let exit = match command {
        Command::Import(arguments) => import::run(&arguments, session),
        Command::Queue(arguments) => queue::run(arguments, session),
        Command::Show(arguments) => show::run(&arguments, session),
        Command::Explain(arguments) => explain::run(&arguments, session),
        Command::Search(arguments) => search::run(&arguments, session),
        Command::New(arguments) => new::run(arguments, session),
        Command::Level(arguments) => level::run(&arguments, session),
        Command::Assist(arguments) => assist::run(&arguments, session),
        Command::Scope(arguments) => scope::run(&arguments, session),
        Command::HandOver(arguments) => hand_over::run(&arguments, session),
        Command::Outage(arguments) => outage::run(&arguments, session),
        Command::Assign(arguments) => assign::run(&arguments, session),
        Command::Status(arguments) => status::run(&arguments, session),
        Command::Respond(arguments) => respond::run(arguments, session),
        Command::End(arguments) => end::run(&arguments, session),
        Command::Cause(arguments) => cause::run(&arguments, session),
        Command::Note(arguments) => note::run(&arguments, session),
        Command::Undo(arguments) => undo::run(&arguments, session),
        Command::Obligations(command) => obligations::run(command, session),
        Command::Calendar(command) => calendar::run(&command, session),
        Command::Policy(command) => policy::run(&command, session),
        Command::WhatIf(arguments) => what_if::run(&arguments, session),
        Command::Customers(command) => customers::run(&command, session),
        Command::Systems(command) => systems::run(&command, session),
        Command::Products(command) => products::run(&command, session),
        Command::Check(command) => check::run(&command, session),
        Command::Today(_) => today::run(session),
        Command::Report(arguments) => report::run(arguments, session),
        Command::SignOff(arguments) => sign_off::run(&arguments, session),
        Command::SignOffs(_) => sign_offs::run(session),
        Command::Sample(arguments) => sample::run(&arguments, session),
        Command::Verify(arguments) => verify::run(&arguments, session),
        Command::VerifyReport(arguments) => verify_report::run(&arguments, session),
        Command::Backup(arguments) => backup::run(&arguments, session),
        Command::Restore(arguments) => restore::run(&arguments, session),
        Command::Deadlines(arguments) => return Ok(deadlines::run(&arguments)),
        Command::Clocks(arguments) => return Ok(clocks::run(&arguments)),
        Command::Completions(arguments) => completions::run(&arguments),
    };
    exit.map(ExitCode::from)
}

/// Shows the help or the version where those were asked for; all else is a misuse. What the parser says of it comes
/// without the word that stands before every error here.
fn unparsed(error: &clap::Error) -> Result<ExitCode, Failure> {
    let text = error.to_string();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::print(&text).map_err(Failure::Output)?;
            Ok(Exit::Done.into())
        }
        _ => Err(Failure::Usage(
            text.trim().trim_start_matches("error: ").to_owned(),
        )),
    }
}

fn end(manner: Manner, outcome: Result<ExitCode, Failure>) -> ExitCode {
    match outcome {
        Ok(exit) => exit,
        Err(failure) => {
            output::complain(&failure.text(words(manner.language), manner.json));
            failure.exit().into()
        }
    }
}
