//! `ichiji deadlines`: start, target and limit of each case that is read, one JSON object a line.

mod answer;
mod calendars;
mod case;
mod centre;
mod lines;
mod stamp;

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use policy::DayLimit;

use self::calendars::{OptionError, load};
use self::case::{Case, CaseError};
use self::centre::Centre;
use self::lines::{Line, Lines};

/// Reads cases as JSON lines and writes the deadlines of each; ends with 1 if one could not be answered.
///
/// A case has `id`, `received_at` (RFC 3339) and `level`, and may have `product` (default: clomo), `plan` and `calendar`.
/// Status 0: all answered; 1: a line was not; 2: an option or file could not be used.
#[derive(clap::Args)]
pub struct Arguments {
    /// The calendars that cases name, as JSON; without it `std` is the standard calendar
    #[arg(long, value_name = "FILE")]
    calendars: Option<PathBuf>,
    /// A list of national holidays, as the Cabinet Office publishes it; replaces whole years
    #[arg(long, value_name = "FILE")]
    holidays: Option<PathBuf>,
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
    let centre = match prepare(arguments) {
        Ok(centre) => centre,
        Err(error) => {
            report(error.code(), &error.to_string());
            return ExitCode::from(2);
        }
    };
    // Two large buffers: reading and writing by single lines would cost more than the answers.
    let input = io::BufReader::with_capacity(BUFFER, io::stdin().lock());
    let output = io::BufWriter::with_capacity(BUFFER, io::stdout().lock());
    match answer_all(&centre, input, output) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever reads the answers has had enough of them.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(1),
        Err(error) => {
            report("io", &error.to_string());
            ExitCode::from(2)
        }
    }
}

const BUFFER: usize = 256 * 1024;

fn prepare(arguments: &Arguments) -> Result<Centre, OptionError> {
    let calendars = load(
        arguments.calendars.as_deref(),
        arguments.holidays.as_deref(),
    )?;
    Ok(Centre::new(calendars, arguments.day_limit))
}

#[expect(
    clippy::print_stderr,
    reason = "a program tells its user what stopped it"
)]
fn report(code: &str, message: &str) {
    eprintln!("ichiji: {code}: {message}");
}

/// Answers each line of the input; tells whether every line could be answered.
fn answer_all(centre: &Centre, input: impl BufRead, mut output: impl Write) -> io::Result<bool> {
    let mut lines = Lines::new(input);
    let mut answer = Vec::new();
    let mut all_answered = true;
    while let Some(line) = lines.next()? {
        if let Line::Read(bytes) = line
            && bytes.trim_ascii().is_empty()
        {
            continue;
        }
        answer.clear();
        all_answered &= answer_one(centre, &line, &mut answer)?;
        output.write_all(&answer)?;
    }
    output.flush()?;
    Ok(all_answered)
}

/// Appends the answer to one line; tells whether the case could be answered.
fn answer_one(centre: &Centre, line: &Line<'_>, answer: &mut Vec<u8>) -> io::Result<bool> {
    let bytes = match line {
        Line::Read(bytes) => *bytes,
        Line::TooLong => {
            answer::refused(answer, None, &CaseError::LineTooLong)?;
            return Ok(false);
        }
    };
    let case = Case::read(bytes);
    let found = case
        .as_ref()
        .map_err(Clone::clone)
        .and_then(|case| Ok((case.id()?, centre.answer(case)?)));
    match found {
        Ok((id, found)) => answer::answered(answer, id, &found)?,
        Err(error) => {
            let id = case
                .as_ref()
                .ok()
                .and_then(|case| case.id().ok().cloned())
                .or_else(|| case::id_alone(bytes));
            answer::refused(answer, id.as_ref(), &error)?;
            return Ok(false);
        }
    }
    Ok(true)
}
