use std::path::PathBuf;

use chrono::NaiveDate;

use super::change_text;
use super::rule_change::{CalendarChange, pack};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::change::WhatIfShape;

/// Judges the first responses of a past period by other rules (§21)
#[derive(clap::Args)]
pub struct Arguments {
    /// The first day of the period, by receipt
    #[arg(long, value_name = "DATE")]
    from: NaiveDate,
    /// Its last day
    #[arg(long, value_name = "DATE")]
    to: NaiveDate,
    #[command(flatten)]
    calendar: CalendarChange,
    /// A policy pack, as if it had always judged its product
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pack: Option<PathBuf>,
}

/// Judges a period anew; writes nothing.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let change = match (arguments.calendar.read(&desk)?, &arguments.pack) {
        (Some(change), None) => change,
        (None, Some(file)) => pack(file)?,
        (Some(_), Some(_)) => {
            return Err(Failure::Usage("--pack goes alone".to_owned()));
        }
        (None, None) => return Err(Failure::Usage("no change is named".to_owned())),
    };
    let what_if = desk.what_if(&change, arguments.from, arguments.to)?;
    let tongue = session.tongue(&desk);
    session.show(
        || WhatIfShape::of(&what_if),
        || change_text::what_if(&what_if, &tongue),
    )?;
    Ok(Exit::Done)
}
