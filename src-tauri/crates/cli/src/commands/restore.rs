use std::path::{Path, PathBuf};

use desk::Desk;
use serde::Serialize;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// Puts a backup in place of the record, which is kept aside; nobody may have it open
#[derive(clap::Args)]
pub struct Arguments {
    /// The backup's folder
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

#[derive(Serialize)]
struct RestoreShape {
    made_at: String,
    events: u64,
    replaced: Option<String>,
}

/// Restores a backup.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let data_dir = session.data_dir()?;
    let restored = Desk::restore(&arguments.dir, &data_dir, session.now())?;
    let zone = session.tongue(&session.read()?).zone();
    let made_at = restored.backup.made_at.to_rfc3339_in(zone);
    let replaced = restored.replaced.as_deref().map(shown);
    let events = restored.backup.events;
    let told = &session.words.told;
    let text = || {
        let kept = replaced.as_deref().map(|it| (told.replaced)(it) + "\n");
        format!(
            "{}\n{}",
            (told.restored)(events, &made_at),
            kept.unwrap_or_default()
        )
    };
    session.show(
        || RestoreShape {
            made_at: made_at.clone(),
            events,
            replaced: replaced.clone(),
        },
        text,
    )?;
    Ok(Exit::Done)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
