//! The project's own commands: `cargo xtask start`, `cargo xtask test` and what they are made of.
#![expect(
    clippy::print_stdout,
    reason = "a program of the command line speaks through its standard output"
)]

mod arguments;
mod bench;
mod bindings;
mod bundle;
mod corpus;
mod failure;
mod pictures;
mod screenshot;
mod setup;
mod shell;
mod stages;
mod start;
mod tests_run;
mod tidy;
mod tree_hash;
mod ui;
mod virtual_desktop;
mod workspace;

use std::env;
use std::process::ExitCode;

use arguments::Arguments;
use failure::{Failure, Outcome};

const USAGE: &str = "\
cargo xtask COMMAND

  start      set up what is missing and open the console
             [--sample] [--data-dir DIR]
             [--as-of INSTANT] [--page NAME] [--size WxH] [--theme light|dark] [--lang ja|en]
             [--screenshot FILE]   save a picture of the window on the sample set and end
  test       set up and run every check, in stages   [--only STAGE]... [--list]
  tidy       the house rules                          [--list]
  bindings   write ui/src/lib/backend/bindings.ts from the Rust types
  bench      measure against the bars, in a release build, over a corpus of 200,000 inquiries unless told
             [N] [--only GROUP]... [--list]
  corpus     make a record of N fictional inquiries   N [--data-dir DIR]
             [--open PERCENT] [--now INSTANT] [--seed N]   kept under target/ unless a folder is named
  bundle     make the deb and rpm packages
  pictures   take the guide's pictures                [NAME]...

Needed beforehand: Rust (rustup.rs) and Node 20 or newer. The rest is set up on Debian and Ubuntu;
README.md says what to install elsewhere.";

fn main() -> ExitCode {
    let mut words = env::args().skip(1);
    let command = words.next();
    match run(command.as_deref(), Arguments::new(words)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run(command: Option<&str>, arguments: Arguments) -> Outcome {
    match command {
        Some("start") => start::run(arguments),
        Some("test") => stages::run(arguments),
        Some("tidy") => tidy::run(arguments),
        Some("bindings") => bindings::run(arguments),
        Some("bench") => bench::run(arguments),
        Some("corpus") => corpus::run(arguments),
        Some("bundle") => bundle::run(arguments),
        Some("pictures") => pictures::run(arguments),
        None | Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            Ok(())
        }
        Some(other) => Err(Failure::usage(format!(
            "there is no command `{other}`\n\n{USAGE}"
        ))),
    }
}
