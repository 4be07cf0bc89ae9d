//! Commands that answer a stream of cases, one JSON object a line, in bounded memory and without a record.

mod answer;
mod calendars;
mod error;
mod field;
mod lines;
mod stamp;

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use business_time::BusinessCalendar;

pub use self::answer::begin;
pub use self::calendars::OptionError;
pub use self::error::CaseError;
pub use self::field::{Id, Text, read};
use self::lines::{Line, Lines};
pub use self::stamp::append as append_stamp;
use crate::output::complain;

/// The options that name calendars and holidays.
#[derive(clap::Args)]
pub struct CalendarOptions {
    /// The calendars that cases name, as JSON; without it `std` is the standard calendar
    #[arg(long, value_name = "FILE")]
    calendars: Option<PathBuf>,
    /// A list of national holidays, as the Cabinet Office publishes it; replaces whole years
    #[arg(long, value_name = "FILE")]
    holidays: Option<PathBuf>,
}

impl CalendarOptions {
    /// Compiles the calendars by their names.
    pub fn load(&self) -> Result<BTreeMap<String, BusinessCalendar>, OptionError> {
        calendars::load(self.calendars.as_deref(), self.holidays.as_deref())
    }
}

/// Finds the calendar that a case names.
pub fn calendar_named<'c>(
    calendars: &'c BTreeMap<String, BusinessCalendar>,
    name: &str,
) -> Result<&'c BusinessCalendar, CaseError> {
    calendars
        .get(name)
        .ok_or_else(|| CaseError::UnknownCalendar(name.to_owned()))
}

/// A case, which has a name.
pub trait Named<'a> {
    /// Gives its name.
    fn id(&self) -> Result<&Id<'a>, CaseError>;
}

/// What answers cases of one kind.
pub trait Answers {
    /// A case, read from a line.
    type Case<'a>: Named<'a>;
    /// What is found for a case.
    type Found<'a>
    where
        Self: 'a;

    /// Reads a case from a line of UTF-8.
    fn read<'a>(line: &'a [u8]) -> Result<Self::Case<'a>, CaseError>;

    /// Answers a case, or says what it lacks.
    fn answer<'s>(&'s self, case: &Self::Case<'_>) -> Result<Self::Found<'s>, CaseError>;

    /// Appends what was found to a line.
    fn write(line: &mut Vec<u8>, id: &Id<'_>, found: &Self::Found<'_>) -> io::Result<()>;
}

const BUFFER: usize = 256 * 1024;

/// Answers the cases on the standard input: 0 if all were, 1 if one was not, 2 where an option cannot be used.
pub fn run<A: Answers>(prepared: Result<A, OptionError>) -> ExitCode {
    let answers = match prepared {
        Ok(answers) => answers,
        Err(error) => {
            report(error.code(), &error.to_string());
            return ExitCode::from(2);
        }
    };
    // Two large buffers: reading and writing by single lines would cost more than the answers.
    let input = io::BufReader::with_capacity(BUFFER, io::stdin().lock());
    let output = io::BufWriter::with_capacity(BUFFER, io::stdout().lock());
    match answer_all(&answers, input, output) {
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

fn report(code: &str, message: &str) {
    complain(&crate::output::lines(&format!("ichiji: {code}: {message}")));
}

/// Answers each line of the input; tells whether every line could be answered.
fn answer_all<A: Answers>(
    answers: &A,
    input: impl BufRead,
    mut output: impl Write,
) -> io::Result<bool> {
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
        all_answered &= answer_one(answers, &line, &mut answer)?;
        output.write_all(&answer)?;
    }
    output.flush()?;
    Ok(all_answered)
}

/// Appends the answer to one line; tells whether the case could be answered.
fn answer_one<A: Answers>(answers: &A, line: &Line<'_>, answer: &mut Vec<u8>) -> io::Result<bool> {
    let bytes = match line {
        Line::Read(bytes) => *bytes,
        Line::TooLong => {
            answer::refused(answer, None, &CaseError::LineTooLong)?;
            return Ok(false);
        }
    };
    let case = A::read(bytes);
    let found = case
        .as_ref()
        .map_err(Clone::clone)
        .and_then(|case| Ok((case.id()?, answers.answer(case)?)));
    match found {
        Ok((id, found)) => A::write(answer, id, &found)?,
        Err(error) => {
            let id = case
                .as_ref()
                .ok()
                .and_then(|case| case.id().ok().cloned())
                .or_else(|| field::id_alone(bytes));
            answer::refused(answer, id.as_ref(), &error)?;
            return Ok(false);
        }
    }
    Ok(true)
}
