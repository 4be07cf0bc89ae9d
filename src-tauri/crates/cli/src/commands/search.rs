use std::time::Duration;

use desk::Found;

use super::rows_text;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::row::Row;
use crate::tongue::Tongue;

/// How long inquiries are brought into the index before a search: what programs beside the window wrote.
const INDEXING: Duration = Duration::from_secs(2);

/// Finds inquiries of every state by number, subject, customer or text, newest first
#[derive(clap::Args)]
pub struct Arguments {
    /// The words, all of which must be there
    #[arg(value_name = "WORD", required = true)]
    words: Vec<String>,
    /// Shows so many at most
    #[arg(long, value_name = "COUNT", default_value_t = 100)]
    limit: usize,
}

/// Searches the record.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.read()?;
    desk.index(INDEXING)?;
    let found = desk.search(&arguments.words.join(" "), arguments.limit)?;
    let tongue = session.tongue(&desk);
    let rows = || {
        found
            .rows
            .iter()
            .map(|it| Row::of(it, tongue.zone()))
            .collect::<Vec<_>>()
    };
    session.show(rows, || text(&found, &tongue))?;
    Ok(Exit::Done)
}

fn text(found: &Found, tongue: &Tongue) -> String {
    let told = &tongue.words.told;
    let mut text = match found.rows.as_slice() {
        [] => format!("{}\n", told.nothing_found),
        rows => format!(
            "{}{}\n",
            rows_text::rows(rows, tongue),
            (told.rows)(rows.len(), rows.len())
        ),
    };
    if found.lag > 0 {
        text.push_str(&(told.lag)(found.lag));
        text.push('\n');
    }
    text
}
