//! Ichiji without a window.

mod arguments;
mod clocks;
mod commands;
mod deadlines;
mod exit;
mod failure;
mod help;
mod i18n;
mod interruption;
mod output;
mod progress;
mod session;
mod shape;
mod stream;
mod table;
mod tongue;
mod when;
mod word;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run(std::env::args_os().collect())
}
