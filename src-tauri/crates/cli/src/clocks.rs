//! `ichiji clocks`: when the other clocks of each case that is read are due, one JSON object a line.

mod case;
mod centre;

use std::process::ExitCode;

use self::centre::Centre;
use crate::stream::{self, CalendarOptions};

/// Reads cases of the other clocks as JSON lines and writes when each is due; ends with 1 if one could not be answered.
///
/// A case has `id`, `clock` and `given`, and may have `product` (default: clomo) and `calendar`.
/// Status 0: all answered; 1: a line was not; 2: an option or file could not be used.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    calendars: CalendarOptions,
}

/// Answers the cases on the standard input.
pub fn run(arguments: &Arguments) -> ExitCode {
    stream::run(arguments.calendars.load().map(Centre::new))
}
