//! Ichiji without a window.

mod deadlines;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Ichiji without a window: the first-response console's rules and record on the command line.
#[derive(Parser)]
#[command(name = "ichiji", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Deadlines(deadlines::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Deadlines(arguments) => deadlines::run(&arguments),
    }
}
