use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use desk::{Desk, EvidenceRequest, ReportForm};
use report_files::{Format, INQUIRIES};
use serde::Serialize;

use super::selecting::Selecting;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::interruption;
use crate::output::line;
use crate::session::Session;
use crate::word;

/// Writes a report on a period as a file: was the policy kept, where not, and by how much
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    selecting: Selecting,
    /// The form
    #[arg(
        long,
        value_name = "FORMAT",
        value_parser = word::format(),
        requires = "out",
        required_unless_present = "evidence"
    )]
    format: Option<Format>,
    /// The table that a CSV file holds
    #[arg(long, value_name = "TABLE", default_value = INQUIRIES)]
    table: String,
    /// The file
    #[arg(long, value_name = "FILE", requires = "format", value_hint = clap::ValueHint::FilePath)]
    out: Option<PathBuf>,
    /// An empty or new folder for the evidence, from which `verify-report` recomputes everything
    #[arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    evidence: Option<PathBuf>,
    /// Names people in the evidence; without it they stand under other names
    #[arg(long, requires = "evidence")]
    with_names: bool,
}

/// What was written.
#[derive(Serialize)]
struct Written {
    file: Option<String>,
    inquiries: Option<usize>,
    evidence: Option<EvidenceShape>,
}

/// The evidence that was written.
#[derive(Serialize)]
struct EvidenceShape {
    folder: String,
    events: u64,
    inquiries: u64,
    hash: String,
}

/// Writes a report.
pub fn run(arguments: Arguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let file = match (arguments.format, &arguments.out) {
        (Some(format), Some(out)) => Some(to_file(&desk, &arguments, format, out, session)?),
        (_, _) => None,
    };
    let evidence = match &arguments.evidence {
        Some(dir) => Some(to_folder(&desk, &arguments, dir, session)?),
        None => None,
    };
    let told = &session.words.told;
    let mut text = String::new();
    if let Some((file, count)) = &file {
        text.push_str(&(line(&(told.reported)(file, *count)) + "\n"));
    }
    if let Some(it) = &evidence {
        let said = (told.evidence)(&it.folder, it.events, &it.hash);
        text.push_str(&(line(&said) + "\n"));
    }
    let shape = Written {
        inquiries: file.as_ref().map(|(_, count)| *count),
        file: file.map(|(file, _)| file),
        evidence,
    };
    session.show(|| shape, || text)?;
    Ok(Exit::Done)
}

fn to_file(
    desk: &Desk,
    arguments: &Arguments,
    format: Format,
    out: &Path,
    session: &Session,
) -> Result<(String, usize), Failure> {
    let progress = session.progress();
    let form = ReportForm {
        format,
        table: arguments.table.clone(),
        language: session.words.language,
    };
    let called_off = interruption::listen();
    let mut told = |done: usize, of: usize| {
        progress.tell(done as u64, of as u64);
        !called_off.load(Ordering::SeqCst)
    };
    let count = desk.write_report(arguments.selecting.selection(), &form, out, &mut told)?;
    let count = count.ok_or(Failure::CalledOff)?;
    Ok((out.display().to_string(), count))
}

fn to_folder(
    desk: &Desk,
    arguments: &Arguments,
    dir: &Path,
    session: &Session,
) -> Result<EvidenceShape, Failure> {
    let request = EvidenceRequest {
        selection: arguments.selecting.selection(),
        named: arguments.with_names,
    };
    let progress = session.progress();
    let called_off = interruption::listen();
    let mut told = |done: usize, of: usize| {
        progress.tell(done as u64, of as u64);
        !called_off.load(Ordering::SeqCst)
    };
    let written = desk.write_evidence(&request, dir, &mut told)?;
    let written = written.ok_or(Failure::CalledOff)?;
    Ok(EvidenceShape {
        folder: dir.display().to_string(),
        events: written.events,
        inquiries: written.inquiries,
        hash: written.hash,
    })
}
