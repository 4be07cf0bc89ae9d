use std::path::PathBuf;

use desk::{Difference, EvidenceVerdict, verify_evidence};
use serde::Serialize;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::output::line;
use crate::session::Session;

/// Recomputes a report from its evidence, without the record; ends with 6 if anything differs
#[derive(clap::Args)]
pub struct Arguments {
    /// The folder that `report --evidence` wrote
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    dir: PathBuf,
}

/// What came of it.
#[derive(Serialize)]
struct VerdictShape {
    identical: bool,
    events: u64,
    verdicts: u64,
    inquiries: u64,
    hash: String,
    differences: Vec<DifferenceShape>,
}

#[derive(Serialize)]
struct DifferenceShape {
    code: &'static str,
    place: String,
    message: &'static str,
}

/// Recomputes a report.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let verdict = verify_evidence(&arguments.dir)?;
    session.show(
        || shape(&verdict, session.words),
        || text(&verdict, session.words),
    )?;
    Ok(if verdict.is_identical() {
        Exit::Done
    } else {
        Exit::Unsound
    })
}

fn shape(verdict: &EvidenceVerdict, words: &Words) -> VerdictShape {
    let difference = |it: &Difference| DifferenceShape {
        code: it.code(),
        place: it.place(),
        message: (words.difference)(it),
    };
    VerdictShape {
        identical: verdict.is_identical(),
        events: verdict.events,
        verdicts: verdict.verdicts,
        inquiries: verdict.inquiries,
        hash: verdict.hash.clone(),
        differences: verdict.differences.iter().map(difference).collect(),
    }
}

fn text(verdict: &EvidenceVerdict, words: &Words) -> String {
    let told = &words.told;
    let sum = (told.recomputed)(verdict.events, verdict.verdicts, verdict.inquiries);
    let outcome = match verdict.differences.len() {
        0 => told.identical.to_owned(),
        count => (told.differing)(count),
    };
    let difference = |it: &Difference| {
        let said = format!(
            "  [{}] {}: {}",
            it.code(),
            (words.difference)(it),
            it.place()
        );
        line(&said) + "\n"
    };
    let differences: String = verdict.differences.iter().map(difference).collect();
    format!("{sum}\n{outcome}\n{differences}SHA-256 {}\n", verdict.hash)
}
