use policy::{OsDifference, PlacedRelease, Withdrawal};
use serde::Serialize;

use crate::i18n::Words;
use crate::output::line;

/// What a change of the table of operating systems does.
#[derive(Serialize)]
pub struct DifferenceShape {
    dry_run: bool,
    operation: Option<String>,
    added: Vec<ReleaseShape>,
    removed: Vec<ReleaseShape>,
    supported: Vec<SupportShape>,
    withdrawn: Vec<WithdrawalShape>,
    restored: Vec<WithdrawalShape>,
}

#[derive(Serialize)]
struct ReleaseShape {
    os: &'static str,
    generation: String,
    version: String,
    released_on: String,
    kind: &'static str,
}

#[derive(Serialize)]
struct SupportShape {
    os: &'static str,
    generation: String,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Serialize)]
struct WithdrawalShape {
    os: &'static str,
    version: String,
    on: String,
    why: String,
}

impl DifferenceShape {
    /// Shows a difference; without an operation nothing was written.
    pub fn of(difference: &OsDifference, operation: Option<String>) -> Self {
        let supported = difference.supported.iter();
        Self {
            dry_run: operation.is_none(),
            operation,
            added: difference.added.iter().map(release).collect(),
            removed: difference.removed.iter().map(release).collect(),
            supported: supported
                .map(|(os, generation, before, after)| SupportShape {
                    os: os.as_str(),
                    generation: generation.clone(),
                    before: before.map(|it| it.to_string()),
                    after: after.map(|it| it.to_string()),
                })
                .collect(),
            withdrawn: difference.withdrawn.iter().map(withdrawal).collect(),
            restored: difference.restored.iter().map(withdrawal).collect(),
        }
    }
}

fn release(release: &PlacedRelease) -> ReleaseShape {
    ReleaseShape {
        os: release.os.as_str(),
        generation: release.generation.clone(),
        version: release.version.clone(),
        released_on: release.released_on.to_string(),
        kind: release.kind.as_str(),
    }
}

fn withdrawal(withdrawal: &Withdrawal) -> WithdrawalShape {
    WithdrawalShape {
        os: withdrawal.os.as_str(),
        version: withdrawal.version.clone(),
        on: withdrawal.on.to_string(),
        why: withdrawal.why.clone(),
    }
}

/// Writes a difference for people, one line each.
pub fn difference_text(difference: &OsDifference, words: &Words) -> String {
    let release = |sign: char, it: &PlacedRelease| {
        format!("  {sign} {} {} ({})", it.os, it.version, it.released_on)
    };
    let mut lines: Vec<String> = Vec::new();
    lines.extend(difference.removed.iter().map(|it| release('-', it)));
    lines.extend(difference.added.iter().map(|it| release('+', it)));
    for (os, generation, _, after) in &difference.supported {
        let on = after.map_or_else(|| "–".to_owned(), |it| it.to_string());
        lines.push(format!("  * {os} {generation}: {on}"));
    }
    let withdrawal = |sign: char, it: &Withdrawal| {
        format!("  {sign} {} {} ({}) {}", it.os, it.version, it.on, it.why)
    };
    lines.extend(difference.withdrawn.iter().map(|it| withdrawal('×', it)));
    lines.extend(difference.restored.iter().map(|it| withdrawal('○', it)));
    if lines.is_empty() {
        return format!("{}\n", words.told.no_difference);
    }
    lines.iter().map(|it| line(it) + "\n").collect()
}
