//! `ichiji deadlines`: start, target and limit of each case that is read, one JSON object a line.

mod answer;
mod case;
mod centre;

use std::process::ExitCode;

use policy::DayLimit;

use self::centre::Centre;
use crate::stream::{self, CalendarOptions};

/// Reads cases as JSON lines and writes the deadlines of each; ends with 1 if one could not be answered.
///
/// A case has `id`, `received_at` (RFC 3339) and `level`, and may have `product` (default: clomo), `plan` and `calendar`.
/// Status 0: all answered; 1: a line was not; 2: an option or file could not be used.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    calendars: CalendarOptions,
    /// The reading of §18 for day targets, in place of the pack's own
    #[arg(long, value_name = "READING", value_parser = day_limits())]
    day_limit: Option<DayLimit>,
}

fn day_limits() -> impl clap::builder::TypedValueParser<Value = DayLimit> {
    use clap::builder::TypedValueParser as _;
    let words = DayLimit::ALL.iter().map(|reading| reading.as_str());
    clap::builder::PossibleValuesParser::new(words).try_map(|word| word.parse::<DayLimit>())
}

/// Answers the cases on the standard input.
pub fn run(arguments: &Arguments) -> ExitCode {
    let calendars = arguments.calendars.load();
    stream::run(calendars.map(|calendars| Centre::new(calendars, arguments.day_limit)))
}
