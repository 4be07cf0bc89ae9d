//! The problems of a file, noted one after another, each with its place.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use super::problem::{PackProblem, PackProblemCode as Code};
use super::section::Section;

/// The problems found so far, and the keys that a pack can have.
pub(crate) struct Findings {
    /// Where each line but the first begins.
    line_starts: Vec<usize>,
    problems: RefCell<Vec<PackProblem>>,
    known_paths: RefCell<BTreeSet<String>>,
}

/// A place in the file: its path and the number of its line.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub path: String,
    pub line: usize,
}

impl Place {
    /// Gives the place of a key beneath this one.
    pub fn key(&self, key: &str) -> Self {
        let path = if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        };
        Self {
            path,
            line: self.line,
        }
    }
}

impl Findings {
    pub fn new(text: &str) -> Self {
        Self {
            line_starts: text.match_indices('\n').map(|(at, _)| at + 1).collect(),
            problems: RefCell::default(),
            known_paths: RefCell::default(),
        }
    }

    pub fn line(&self, span: &Range<usize>) -> usize {
        self.line_starts.partition_point(|at| *at <= span.start) + 1
    }

    pub fn note(&self, code: Code, place: &Place, suggestion: Option<String>) {
        let Place { path, line } = place.clone();
        self.problems.borrow_mut().push(PackProblem {
            code,
            path,
            line,
            suggestion,
        });
    }

    /// Gives the paths, without the numbers of entries, of all keys asked for so far.
    pub fn known_paths(&self) -> BTreeSet<String> {
        self.known_paths.borrow().clone()
    }

    /// Gives the problems in the order of their lines.
    pub fn into_problems(self) -> Vec<PackProblem> {
        let mut problems = self.problems.into_inner();
        // TOML knows dates too: where one is bad, the more telling of the two problems stays.
        let told: Vec<usize> = problems
            .iter()
            .filter(|problem| problem.code == Code::BadDate)
            .map(|problem| problem.line)
            .collect();
        problems.retain(|problem| problem.code != Code::Syntax || !told.contains(&problem.line));
        problems.sort_by(|a, b| (a.line, &a.path, a.code).cmp(&(b.line, &b.path, b.code)));
        problems
    }

    /// Takes a path for one that files can have.
    pub fn know(&self, path: &str) {
        let mut known = String::new();
        let mut rest = path;
        while let Some((before, after)) = rest.split_once('[') {
            known.push_str(before);
            rest = after.split_once(']').map_or("", |(_, rest)| rest);
        }
        known.push_str(rest);
        self.known_paths.borrow_mut().insert(known);
    }
}

/// Reads a text from its root; gives what came of it, or all problems in the order of their lines.
pub(crate) fn read_whole<T>(
    text: &str,
    read: impl for<'a> FnOnce(Section<'a>, &'a Findings) -> Option<T>,
) -> Result<T, Vec<PackProblem>> {
    let findings = Findings::new(text);
    let whole = Place {
        path: String::new(),
        line: 1,
    };
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let line = error.span().map_or(1, |span| findings.line(&span));
        let path = String::new();
        findings.note(Code::Syntax, &Place { path, line }, None);
    }
    let found = read(Section::new(whole, root.get_ref(), &findings), &findings);
    let problems = findings.into_problems();
    match found {
        Some(found) if problems.is_empty() => Ok(found),
        Some(_) | None => Err(problems),
    }
}
