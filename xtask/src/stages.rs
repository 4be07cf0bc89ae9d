//! `cargo xtask test`: every check, in stages.

use std::time::{Duration, Instant};

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::setup::{self, Purpose};
use crate::shell::Task;
use crate::tests_run::{FAULTS, TestRun, WINDOW};
use crate::{bindings, tidy, ui};

/// One check, or what has to be done before checks.
struct Stage {
    name: &'static str,
    /// Says what is asked.
    asks: &'static str,
    need: Need,
    run: fn() -> Outcome,
}

/// What has to be done before a stage can run alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// Nothing but the tools of Rust.
    Nothing,
    /// The first stages of the list, which all others stand on.
    Foundation,
}

const STAGES: &[Stage] = &[
    Stage {
        name: "setup",
        asks: "is all there that building and testing needs",
        need: Need::Nothing,
        run: set_up,
    },
    Stage {
        name: "ui-build",
        asks: "do the pages build",
        need: Need::Foundation,
        run: ui::build,
    },
    Stage {
        name: "format",
        asks: "are Rust and the pages formatted",
        need: Need::Foundation,
        run: format,
    },
    Stage {
        name: "tidy",
        asks: "are the house rules kept",
        need: Need::Nothing,
        run: tidy::check,
    },
    Stage {
        name: "clippy",
        asks: "has clippy nothing to say",
        need: Need::Foundation,
        run: clippy,
    },
    Stage {
        name: "rust-tests",
        asks: "do the Rust tests pass",
        need: Need::Foundation,
        run: rust_tests,
    },
    Stage {
        name: "doc-tests",
        asks: "do the examples in the documentation pass",
        need: Need::Foundation,
        run: doc_tests,
    },
    Stage {
        name: "ui-lint",
        asks: "are the pages free of lints and type errors",
        need: Need::Foundation,
        run: ui_lint,
    },
    Stage {
        name: "ui-tests",
        asks: "do the pages' tests pass",
        need: Need::Foundation,
        run: ui_tests,
    },
    Stage {
        name: "bindings",
        asks: "are the generated bindings up to date",
        need: Need::Foundation,
        run: bindings::check,
    },
    Stage {
        name: "faults",
        asks: "does the record survive what goes wrong",
        need: Need::Foundation,
        run: faults,
    },
    Stage {
        name: "window",
        asks: "does the main job work in the real window",
        need: Need::Foundation,
        run: window,
    },
];
const FOUNDATION: usize = 2;

/// Runs all stages, or those named by `--only`, and ends with a table of their times.
pub fn run(mut arguments: Arguments) -> Outcome {
    let only = arguments.values("--only")?;
    let list = arguments.flag("--list");
    arguments.finish()?;
    if list {
        for stage in STAGES {
            println!("{:<12} {}?", stage.name, stage.asks);
        }
        return Ok(());
    }
    let chosen = choose(&only)?;
    let begun = Instant::now();
    let results = run_each(&chosen);
    print_table(&results, begun.elapsed());
    verdict(&results)
}

fn choose(only: &[String]) -> Outcome<Vec<&'static Stage>> {
    if only.is_empty() {
        return Ok(STAGES.iter().collect());
    }
    if let Some(unknown) = only
        .iter()
        .find(|name| STAGES.iter().all(|stage| stage.name != **name))
    {
        let names: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        return Err(Failure::usage(format!(
            "there is no stage `{unknown}`; the stages are {}",
            names.join(", ")
        )));
    }
    let named = |stage: &Stage| only.iter().any(|name| name == stage.name);
    let founded = STAGES
        .iter()
        .any(|stage| named(stage) && stage.need == Need::Foundation);
    Ok(STAGES
        .iter()
        .enumerate()
        .filter(|(position, stage)| named(stage) || (founded && *position < FOUNDATION))
        .map(|(_, stage)| stage)
        .collect())
}

/// How a stage ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Passed,
    Failed,
    NotRun,
}

struct StageResult {
    name: &'static str,
    end: End,
    took: Duration,
}

/// Goes on after a failed check, so that one run shows all that is wrong; not after a failed foundation.
fn run_each(stages: &[&'static Stage]) -> Vec<StageResult> {
    let mut foundation_failed = false;
    stages
        .iter()
        .map(|stage| {
            let begun = Instant::now();
            let end = if foundation_failed {
                End::NotRun
            } else {
                run_one(stage)
            };
            foundation_failed |= end == End::Failed && is_foundation(stage);
            let took = begun.elapsed();
            if end != End::NotRun {
                println!("=== {}: {}, {}", stage.name, end.word(), seconds(took));
            }
            StageResult {
                name: stage.name,
                end,
                took,
            }
        })
        .collect()
}

fn run_one(stage: &Stage) -> End {
    println!("\n=== {}: {}?", stage.name, stage.asks);
    match (stage.run)() {
        Ok(()) => End::Passed,
        Err(failure) => {
            println!("error: {failure}");
            End::Failed
        }
    }
}

fn is_foundation(stage: &Stage) -> bool {
    STAGES
        .iter()
        .take(FOUNDATION)
        .any(|first| first.name == stage.name)
}

impl End {
    fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "FAILED",
            Self::NotRun => "not run",
        }
    }
}

fn seconds(time: Duration) -> String {
    format!("{}:{:04.1}", time.as_secs() / 60, time.as_secs_f64() % 60.0)
}

fn print_table(results: &[StageResult], total: Duration) {
    println!("\n{:<12} {:>8}  result", "stage", "min:s");
    for result in results {
        println!(
            "{:<12} {:>8}  {}",
            result.name,
            seconds(result.took),
            result.end.word()
        );
    }
    println!("{:<12} {:>8}", "all", seconds(total));
}

fn verdict(results: &[StageResult]) -> Outcome {
    let count = |end| results.iter().filter(|result| result.end == end).count();
    println!(
        "Stages: {} passed, {} failed, {} not run",
        count(End::Passed),
        count(End::Failed),
        count(End::NotRun)
    );
    let failed: Vec<_> = results
        .iter()
        .filter(|result| result.end == End::Failed)
        .map(|result| result.name)
        .collect();
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("failed: {}", failed.join(", "))))
}

fn set_up() -> Outcome {
    setup::prepare(Purpose::Test)
}

fn format() -> Outcome {
    Task::cargo("fmt --all --check").run()?;
    Task::npm("run format:check").run()
}

fn clippy() -> Outcome {
    Task::cargo("clippy --workspace --all-targets --locked -- -D warnings")
        .minutes(25)
        .run()
}

fn rust_tests() -> Outcome {
    TestRun::AllBut(&[FAULTS, WINDOW]).task()?.minutes(30).run()
}

fn doc_tests() -> Outcome {
    Task::cargo("test --workspace --locked --doc")
        .minutes(10)
        .run()
}

fn ui_lint() -> Outcome {
    Task::npm("run lint").run()?;
    Task::npm("run check").run()
}

fn ui_tests() -> Outcome {
    Task::npm("run test").run()
}

fn faults() -> Outcome {
    with_programs(FAULTS)
}

fn window() -> Outcome {
    with_programs(WINDOW)
}

/// Builds with `--all-targets`, which selects the same features as the tests did: the programs under test are then up to date at little cost.
fn with_programs(target: &'static str) -> Outcome {
    Task::cargo("build --workspace --all-targets --locked")
        .minutes(30)
        .run()?;
    TestRun::Only(target).task()?.minutes(20).run()
}

#[cfg(test)]
mod tests {
    use super::{STAGES, choose};

    #[track_caller]
    fn check(only: &[&str], expected: &[&str]) {
        let only: Vec<String> = only.iter().map(|name| (*name).to_owned()).collect();
        let chosen: Vec<_> = choose(&only)
            .unwrap()
            .iter()
            .map(|stage| stage.name)
            .collect();
        assert_eq!(chosen, expected);
    }

    #[test]
    fn a_stage_alone_brings_what_it_stands_on() {
        check(&["tidy"], &["tidy"]);
        check(&["clippy"], &["setup", "ui-build", "clippy"]);
        check(
            &["window", "tidy"],
            &["setup", "ui-build", "tidy", "window"],
        );
    }

    #[test]
    fn without_a_choice_all_stages_run() {
        let all: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        check(&[], &all);
    }

    #[test]
    fn refuses_an_unknown_stage() {
        assert!(choose(&["lint".to_owned()]).is_err());
    }
}
