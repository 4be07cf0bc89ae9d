//! `cargo xtask tidy`: the house rules that a program can check. Each says why it is there.

mod boundaries;
mod coverage;
mod manifests;
mod names;
mod places;
mod sizes;
mod source;

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use source::Sources;

/// A rule: what it is called, why we have it, and how it is checked.
struct Rule {
    name: &'static str,
    reason: &'static str,
    check: fn(&Sources) -> Vec<Finding>,
}

/// A place that breaks a rule, or soon will.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    line: Option<usize>,
    message: String,
    weight: Weight,
}

/// What a finding means for the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Warns,
    Fails,
}

impl Finding {
    fn new(path: &str, line: impl Into<Option<usize>>, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line: line.into(),
            message: message.into(),
            weight: Weight::Fails,
        }
    }

    fn warning(self) -> Self {
        Self {
            weight: Weight::Warns,
            ..self
        }
    }

    fn print(&self) {
        let word = match self.weight {
            Weight::Warns => "warning",
            Weight::Fails => "error",
        };
        match self.line {
            Some(line) => println!("  {word}: {}:{line}: {}", self.path, self.message),
            None => println!("  {word}: {}: {}", self.path, self.message),
        }
    }
}

const RULES: &[Rule] = &[
    Rule {
        name: "file-length",
        reason: "a file that cannot be read in one sitting holds more than one idea",
        check: sizes::files,
    },
    Rule {
        name: "function-length",
        reason: "nine functions in ten fit on half a screen, so that each does one thing",
        check: sizes::functions,
    },
    Rule {
        name: "type-names",
        reason: "Manager, Helper, Util, Service, Data and Info say nothing: name the noun; the field's word is inquiry",
        check: names::types,
    },
    Rule {
        name: "module-files",
        reason: "foo.rs beside foo/ is found by its name, mod.rs is not; a barrel hides where a thing lives",
        check: names::module_files,
    },
    Rule {
        name: "tauri-in-backend-only",
        reason: "pages that know Tauri in one place can be tested without it",
        check: boundaries::tauri_in_pages,
    },
    Rule {
        name: "pure-crates",
        reason: "rules that read no clock, file or hash order give the same verdict on every desktop and in every year",
        check: boundaries::pure_crates,
    },
    Rule {
        name: "own-dependencies",
        reason: "dependencies between our crates point one way, and none below the shell knows Tauri, so that the core outlives it",
        check: manifests::own_dependencies,
    },
    Rule {
        name: "foreign-dependencies",
        reason: "SQL lives in store alone, the window's toolkit in the shell alone",
        check: manifests::foreign_dependencies,
    },
    Rule {
        name: "manifest",
        reason: "packages carry a licence and a description, and the workspace's lints hold in every crate",
        check: manifests::fields,
    },
    Rule {
        name: "words-in-catalogues",
        reason: "a sentence outside the catalogues is there in one language only",
        check: boundaries::japanese_outside_catalogues,
    },
    Rule {
        name: "coverage",
        reason: "what the page on the policies calls shown is shown by a test that is there",
        check: coverage::named_tests,
    },
    Rule {
        name: "machine-paths",
        reason: "a path or host of one machine fails on all others",
        check: places::machine_paths,
    },
    Rule {
        name: "kept-files",
        reason: "locks make builds repeatable; licence, notice and changes belong to every copy",
        check: places::kept_files,
    },
];

/// Checks the rules, or lists them with their reasons.
pub fn run(mut arguments: Arguments) -> Outcome {
    let list = arguments.flag("--list");
    arguments.finish()?;
    if !list {
        return check();
    }
    for rule in RULES {
        println!("{}\n    {}", rule.name, rule.reason);
    }
    Ok(())
}

/// Checks all rules over the repository's files and prints what they find.
pub fn check() -> Outcome {
    let sources = Sources::of_repository()?;
    println!("{}", sizes::measure(&sources));
    let broken: Vec<_> = RULES
        .iter()
        .filter(|rule| !holds(rule, &sources))
        .map(|rule| rule.name)
        .collect();
    println!("{} rules, {} broken", RULES.len(), broken.len());
    if broken.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "house rules broken: {}",
        broken.join(", ")
    )))
}

fn holds(rule: &Rule, sources: &Sources) -> bool {
    let findings = (rule.check)(sources);
    if !findings.is_empty() {
        println!("{}: {}", rule.name, rule.reason);
    }
    for finding in &findings {
        finding.print();
    }
    findings
        .iter()
        .all(|finding| finding.weight == Weight::Warns)
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use super::source::Sources;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_a_reason() {
        let names: BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(names.len(), RULES.len());
        assert!(RULES.iter().all(|rule| !rule.reason.is_empty()));
    }

    #[test]
    fn the_repository_can_be_read() {
        let sources = Sources::of_repository().unwrap();
        assert!(
            sources
                .iter()
                .any(|source| source.path == "xtask/src/tidy.rs")
        );
    }
}
