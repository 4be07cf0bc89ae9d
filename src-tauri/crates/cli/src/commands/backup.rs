use std::path::PathBuf;

use serde::Serialize;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// Copies the record into a new folder while work goes on
#[derive(clap::Args)]
pub struct Arguments {
    /// The folder, which must not be there yet
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

#[derive(Serialize)]
struct BackupShape {
    dir: String,
    made_at: String,
    events: u64,
    raw_files: u64,
}

/// Backs the record up.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let backup = desk.backup(&arguments.dir)?;
    let dir = arguments.dir.display().to_string();
    let shape = || BackupShape {
        dir: dir.clone(),
        made_at: backup.made_at.to_rfc3339_in(session.tongue(&desk).zone()),
        events: backup.events,
        raw_files: backup.raw_files,
    };
    session.show(shape, || {
        (session.words.told.backed_up)(&dir, backup.events) + "\n"
    })?;
    Ok(Exit::Done)
}
