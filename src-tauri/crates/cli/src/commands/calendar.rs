use std::path::PathBuf;

use business_time::YearDifference;
use chrono::NaiveDate;
use desk::{CalendarYear, Desk, HolidayImport, RuleChange, read_reference_file};

use super::preview;
use super::rule_change::CalendarChange;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::output::line;
use crate::session::Session;
use crate::shape::calendar::{HolidayImportShape, YearShape};
use crate::table::{Column, Table};

/// The business calendar
#[derive(clap::Subcommand)]
pub enum Command {
    /// Shows a year: its closed days and how many business days it has
    Show {
        /// The year, 1955 to 2100
        #[arg(value_name = "YEAR")]
        year: i32,
    },
    /// Imports the Cabinet Office's list of holidays as it is; each of its years replaces what held of it
    Import {
        /// The CSV file, UTF-8 or CP932
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Tells which deadlines a change would move, and which would become late or stop being late (§21)
    Preview {
        #[command(flatten)]
        change: Box<CalendarChange>,
    },
    /// Applies a change; `undo` takes it back
    Apply {
        #[command(flatten)]
        change: Box<CalendarChange>,
    },
}

/// Shows or changes the calendar.
pub fn run(command: &Command, session: &Session) -> Result<Exit, Failure> {
    match command {
        Command::Preview { change } => return preview(change, session),
        Command::Apply { change } => return apply(change, session),
        Command::Show { year } => {
            let year = session.look()?.calendar_year(*year)?;
            session.show(|| YearShape::of(&year), || year_text(&year, session.words))?;
        }
        Command::Import { file, dry_run } => {
            let (import, operation) = if *dry_run {
                let bytes = read_reference_file(file)?;
                (session.look()?.preview_holidays(&bytes)?, None)
            } else {
                let (call, bytes) = (session.call()?, read_reference_file(file)?);
                let done = session.write()?.import_holidays(&call, &bytes)?;
                (done.value, Some(done.operation.to_string()))
            };
            let text = || import_text(&import, operation.is_none(), session.words);
            session.show(|| HolidayImportShape::of(&import, operation.clone()), text)?;
        }
    }
    Ok(Exit::Done)
}

fn preview(change: &CalendarChange, session: &Session) -> Result<Exit, Failure> {
    let desk = session.look()?;
    preview::preview(session, &desk, &named(change, &desk)?)
}

fn apply(change: &CalendarChange, session: &Session) -> Result<Exit, Failure> {
    session.call()?;
    let desk = session.write()?;
    preview::apply(session, &desk, &named(change, &desk)?)
}

fn named(change: &CalendarChange, desk: &Desk) -> Result<RuleChange, Failure> {
    let none = || Failure::Usage("no change is named".to_owned());
    change.read(desk)?.ok_or_else(none)
}

fn year_text(year: &CalendarYear, words: &Words) -> String {
    let mut table = Table::new(vec![
        Column::left(words.label.date),
        Column::left(words.label.because),
    ]);
    for day in &year.closed {
        table.add(vec![
            (words.day)(day.on, false),
            (words.field.closed)(&day.because),
        ]);
    }
    let source = year
        .source
        .map(|it| format!("{}\n", (words.field.source)(it)))
        .unwrap_or_default();
    format!(
        "{}\n{source}{}",
        (words.told.year)(year.year, year.business_days),
        table.text()
    )
}

fn import_text(import: &HolidayImport, dry_run: bool, words: &Words) -> String {
    let (first, last) = (import.years.first(), import.years.last());
    let mut text = match (first, last) {
        (Some(first), Some(last)) => (words.told.years)(*first, *last, import.years.len()) + "\n",
        (_, _) => String::new(),
    };
    text.push_str(&differences(&import.differences, words));
    if dry_run {
        text.push_str(&format!("{}\n", words.told.dry_run));
    }
    text
}

/// Writes which holidays go and come.
pub(super) fn differences(differences: &[YearDifference], words: &Words) -> String {
    if differences.is_empty() {
        return format!("{}\n", words.told.no_difference);
    }
    let mut text = String::new();
    for difference in differences {
        text.extend(difference.removed.iter().map(|it| holiday('-', it)));
        text.extend(difference.added.iter().map(|it| holiday('+', it)));
    }
    text
}

fn holiday(sign: char, (on, name): &(NaiveDate, String)) -> String {
    line(&format!("  {sign} {on} {name}")) + "\n"
}
