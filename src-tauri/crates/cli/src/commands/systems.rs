use std::path::PathBuf;

use chrono::NaiveDate;
use desk::{Desk, OsTableChange, read_reference_text};
use policy::{OsEdit, OsFamily, Withdrawal};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::os_table::{DifferenceShape, difference_text};
use crate::word;

/// The table of published versions of operating systems (§8, §9)
#[derive(clap::Subcommand)]
pub enum Command {
    /// Takes a whole table in the place of the one in force, and opens what has to be verified since (§9)
    Import {
        /// The file, TOML
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Enters a version that came out, and opens what has to be verified after it (§9)
    Release(Release),
    /// Enters the day on which the support of a generation began (§9)
    Support {
        /// The operating system
        #[arg(long, value_name = "OS", value_parser = word::os())]
        os: OsFamily,
        /// The generation
        #[arg(long, value_name = "GENERATION")]
        generation: String,
        /// The first day with support
        #[arg(long, value_name = "DATE")]
        on: NaiveDate,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Ends the support of a single version by decision (§8)
    Withdraw {
        /// The operating system
        #[arg(long, value_name = "OS", value_parser = word::os())]
        os: OsFamily,
        /// The version
        #[arg(long, value_name = "VERSION")]
        version: String,
        /// The first day without support
        #[arg(long, value_name = "DATE")]
        on: NaiveDate,
        /// The reason
        #[arg(long, value_name = "TEXT")]
        why: String,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Takes such a decision back
    Restore {
        /// The operating system
        #[arg(long, value_name = "OS", value_parser = word::os())]
        os: OsFamily,
        /// The version
        #[arg(long, value_name = "VERSION")]
        version: String,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
}

/// A version that came out.
#[derive(clap::Args)]
pub struct Release {
    /// The operating system
    #[arg(long, value_name = "OS", value_parser = word::os())]
    os: OsFamily,
    /// The version
    #[arg(long, value_name = "VERSION")]
    version: String,
    /// The day on which it was published
    #[arg(long, value_name = "DATE")]
    released_on: NaiveDate,
    /// Its generation; without it the one that its numbers tell, or a new one
    #[arg(long, value_name = "GENERATION")]
    generation: Option<String>,
    /// Its build, for Windows
    #[arg(long, value_name = "BUILD")]
    build: Option<String>,
    /// Only tells what would change
    #[arg(long)]
    dry_run: bool,
}

/// Changes the table, or tells what that would do.
pub fn run(command: &Command, session: &Session) -> Result<Exit, Failure> {
    let (change, dry_run) = read(command)?;
    if dry_run {
        return show(session, &session.look()?, &change, None);
    }
    let call = session.call()?;
    let desk = session.write()?;
    let difference = desk.preview_os_table(&change)?;
    let done = desk.change_os_table(&call, &change)?;
    let operation = Some(done.operation.to_string());
    session.show(
        || DifferenceShape::of(&difference, operation),
        || difference_text(&difference, session.words) + session.words.told.changed + "\n",
    )?;
    Ok(Exit::Done)
}

fn show(
    session: &Session,
    desk: &Desk,
    change: &OsTableChange,
    operation: Option<String>,
) -> Result<Exit, Failure> {
    let difference = desk.preview_os_table(change)?;
    session.show(
        || DifferenceShape::of(&difference, operation),
        || difference_text(&difference, session.words) + session.words.told.dry_run + "\n",
    )?;
    Ok(Exit::Done)
}

fn read(command: &Command) -> Result<(OsTableChange, bool), Failure> {
    let edit = |edit, dry_run: &bool| (OsTableChange::Edits(vec![edit]), *dry_run);
    Ok(match command {
        Command::Import { file, dry_run } => {
            (OsTableChange::Table(read_reference_text(file)?), *dry_run)
        }
        Command::Release(release) => edit(
            OsEdit::Release {
                os: release.os,
                generation: release.generation.clone(),
                version: release.version.clone(),
                released_on: release.released_on,
                build: release.build.clone(),
            },
            &release.dry_run,
        ),
        Command::Support {
            os,
            generation,
            on,
            dry_run,
        } => edit(
            OsEdit::SupportBegan {
                os: *os,
                generation: generation.clone(),
                on: *on,
            },
            dry_run,
        ),
        Command::Withdraw {
            os,
            version,
            on,
            why,
            dry_run,
        } => edit(
            OsEdit::Withdraw(Withdrawal {
                os: *os,
                version: version.clone(),
                on: *on,
                why: why.clone(),
            }),
            dry_run,
        ),
        Command::Restore {
            os,
            version,
            dry_run,
        } => edit(
            OsEdit::Restore {
                os: *os,
                version: version.clone(),
            },
            dry_run,
        ),
    })
}
