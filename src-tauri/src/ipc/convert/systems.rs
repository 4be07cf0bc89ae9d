//! The table of operating systems.

use std::path::Path;

use chrono::NaiveDate;
use desk::{DeskError, OsTableChange, Rules, read_reference_text};
use policy::{OsDifference, OsEdit, OsFamily, PlacedRelease, Withdrawal};

use super::rules::{date, placed};
use super::{count, parse};
use crate::ipc::wire::{IpcError, systems as wire};

/// Reads a system's word.
fn system(text: &str) -> Result<OsFamily, IpcError> {
    text.parse().map_err(|_| IpcError::malformed("os", text))
}

/// Shows the table in force.
pub(crate) fn table(rules: &Rules, today: NaiveDate) -> wire::OsTable {
    let table = &rules.os_table;
    let systems = OsFamily::ALL.iter().map(|os| wire::OsSystem {
        os: os.as_str().to_owned(),
        generations: table
            .generations(*os)
            .into_iter()
            .rev()
            .filter_map(generation)
            .collect(),
        withdrawn: table
            .withdrawn()
            .iter()
            .filter(|it| it.os == *os)
            .map(withdrawal)
            .collect(),
    });
    wire::OsTable {
        version: table.version.clone(),
        complete_until: table.complete_until.to_string(),
        source: table.source.clone(),
        systems: systems.collect(),
        today: today.to_string(),
    }
}

fn generation(generation: &policy::OsGeneration) -> Option<wire::OsGeneration> {
    let releases = generation.releases();
    let (first, last) = (releases.first()?, releases.last()?);
    Some(wire::OsGeneration {
        id: generation.id.clone(),
        supported_on: generation.supported_on.map(|it| it.to_string()),
        released_on: (!generation.begun_before).then(|| first.released_on.to_string()),
        last: last.version.clone(),
        last_on: last.released_on.to_string(),
        count: count(releases.len()),
    })
}

fn withdrawal(withdrawal: &Withdrawal) -> wire::OsWithdrawal {
    wire::OsWithdrawal {
        version: withdrawal.version.clone(),
        on: withdrawal.on.to_string(),
        why: withdrawal.why.clone(),
    }
}

/// Answers whether a version is supported.
pub(crate) fn answer(rules: &Rules, asked: &wire::OsQuestion) -> Result<wire::OsAnswer, IpcError> {
    let product = parse::product(&asked.product)?;
    let question = policy::OsQuestion {
        product: product.as_str(),
        os: system(&asked.os)?,
        version: asked.version.trim(),
        on: date(&asked.on)?,
    };
    let answer = policy::check_os(&rules.packs, &rules.os_table, &question)
        .ok_or_else(|| DeskError::NoSuchProduct(product.to_string()))?;
    Ok(wire::OsAnswer {
        verdict: answer.verdict.as_str().to_owned(),
        reason: answer.reason.as_str().to_owned(),
        clause: answer.reason.clause(),
        newest: answer.newest,
        last: answer.last_of_generation,
        ends_on: answer.ends_on.map(|it| it.to_string()),
        presumed: answer.presumed,
        after_table: answer.after_table,
    })
}

impl wire::OsTableChange {
    /// Reads the change and, where it names one, the file.
    pub(crate) fn read(&self) -> Result<OsTableChange, IpcError> {
        let edit = match self {
            Self::Table { path } => {
                return Ok(OsTableChange::Table(read_reference_text(Path::new(path))?));
            }
            Self::Release {
                os,
                generation,
                version,
                released_on,
                build,
            } => OsEdit::Release {
                os: system(os)?,
                generation: said(generation.as_deref()),
                version: version.trim().to_owned(),
                released_on: date(released_on)?,
                build: said(build.as_deref()),
            },
            Self::Support { os, generation, on } => OsEdit::SupportBegan {
                os: system(os)?,
                generation: generation.clone(),
                on: date(on)?,
            },
            Self::Withdraw {
                os,
                version,
                on,
                why,
            } => OsEdit::Withdraw(Withdrawal {
                os: system(os)?,
                version: version.trim().to_owned(),
                on: date(on)?,
                why: why.trim().to_owned(),
            }),
            Self::Restore { os, version } => OsEdit::Restore {
                os: system(os)?,
                version: version.clone(),
            },
        };
        Ok(OsTableChange::Edits(vec![edit]))
    }
}

fn said(text: Option<&str>) -> Option<String> {
    let text = text.map(str::trim).filter(|it| !it.is_empty());
    text.map(str::to_owned)
}

/// Shows what a change does, or all problems of it; with their lines only where somebody has the file before them.
pub(crate) fn preview(
    difference: Result<OsDifference, DeskError>,
    lines: bool,
) -> Result<wire::OsTablePreview, IpcError> {
    match difference {
        Ok(difference) => Ok(shown(&difference)),
        Err(DeskError::Table(problems)) => Ok(wire::OsTablePreview {
            problems: problems.iter().map(|it| placed(it, lines)).collect(),
            ..shown(&OsDifference::default())
        }),
        Err(error) => Err(error.into()),
    }
}

fn shown(difference: &OsDifference) -> wire::OsTablePreview {
    let release = |it: &PlacedRelease| format!("{} {} ({})", it.os, it.version, it.released_on);
    let withdrawal = |it: &Withdrawal| format!("{} {} ({}) {}", it.os, it.version, it.on, it.why);
    let supported = difference.supported.iter();
    let supported = supported.map(|(os, generation, _, after)| {
        let on = after.map_or_else(|| "–".to_owned(), |it| it.to_string());
        format!("{os} {generation}: {on}")
    });
    wire::OsTablePreview {
        problems: Vec::new(),
        added: difference.added.iter().map(release).collect(),
        removed: difference.removed.iter().map(release).collect(),
        supported: supported.collect(),
        withdrawn: difference.withdrawn.iter().map(withdrawal).collect(),
        restored: difference.restored.iter().map(withdrawal).collect(),
    }
}
