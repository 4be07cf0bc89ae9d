use policy::{Pack, PackContent, PackProblem};
use serde::Serialize;

use crate::i18n::Words;

/// A version of a pack in a list.
#[derive(Serialize)]
pub struct PackShape {
    product: String,
    name: String,
    version: String,
    effective_on: String,
    day_limit: &'static str,
    hash: String,
    in_force: bool,
}

/// A version of a pack with all that it says.
#[derive(Serialize)]
pub struct PackContentShape<'a> {
    hash: &'a str,
    #[serde(flatten)]
    content: &'a PackContent,
}

/// What the check of a pack file found.
#[derive(Serialize)]
pub struct CheckShape {
    file: String,
    sound: bool,
    pack: Option<String>,
    hash: Option<String>,
    problems: Vec<ProblemShape>,
}

#[derive(Serialize)]
struct ProblemShape {
    line: usize,
    path: String,
    code: &'static str,
    message: &'static str,
    suggestion: Option<String>,
}

impl PackShape {
    /// Shows a version, and whether it is in force.
    pub fn of(pack: &Pack, in_force: bool, words: &Words) -> Self {
        Self {
            product: pack.id().to_string(),
            name: (words.name)(&pack.content().name).to_owned(),
            version: pack.version().to_owned(),
            effective_on: pack.effective_on().to_string(),
            day_limit: pack.day_limit().as_str(),
            hash: pack.hash().to_owned(),
            in_force,
        }
    }
}

impl<'a> PackContentShape<'a> {
    /// Shows what a version says.
    pub fn of(pack: &'a Pack) -> Self {
        Self {
            hash: pack.hash(),
            content: pack.content(),
        }
    }
}

impl CheckShape {
    /// Shows the outcome of a check.
    pub fn of(file: String, checked: &Result<Pack, Vec<PackProblem>>, words: &Words) -> Self {
        let pack = checked.as_ref().ok();
        let problems = checked.as_ref().err().into_iter().flatten();
        Self {
            file,
            sound: pack.is_some(),
            pack: pack.map(Pack::label),
            hash: pack.map(|it| it.hash().to_owned()),
            problems: problems.map(|it| problem(it, words)).collect(),
        }
    }
}

fn problem(problem: &PackProblem, words: &Words) -> ProblemShape {
    ProblemShape {
        line: problem.line,
        path: problem.path.clone(),
        code: problem.code.as_str(),
        message: (words.pack_problem)(problem.code),
        suggestion: problem.suggestion.clone(),
    }
}
