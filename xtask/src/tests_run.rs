//! The Rust tests: by nextest where it is installed, else by cargo, always over the whole workspace.

use serde_json::Value;

use crate::failure::{Context, Outcome};
use crate::shell::Task;

/// The test target that drives the real window.
pub const WINDOW: &str = "window";

/// The test target that kills, fills, damages and holds up.
pub const FAULTS: &str = "faults";

/// Which test targets to run.
pub enum TestRun {
    /// One integration test target, its ignored tests included.
    Only(&'static str),
    /// All but these integration test targets.
    AllBut(&'static [&'static str]),
}

impl TestRun {
    /// Returns the command. Every one selects the whole workspace, since cargo would otherwise build the
    /// libraries anew for another set of features.
    pub fn task(&self) -> Outcome<Task> {
        if Task::cargo("nextest --version").succeeds() {
            return Ok(self.by_nextest());
        }
        self.by_cargo()
    }

    fn by_nextest(&self) -> Task {
        let task = Task::cargo("nextest run --workspace --locked --no-fail-fast");
        match self {
            Self::Only(target) => task
                .words("--run-ignored all")
                .arg("-E")
                .arg(format!("binary(={target})")),
            Self::AllBut(targets) => {
                let each = targets.iter().map(|it| format!("not binary(={it})"));
                task.arg("-E").arg(each.collect::<Vec<_>>().join(" and "))
            }
        }
    }

    fn by_cargo(&self) -> Outcome<Task> {
        let task = Task::cargo("test --workspace --locked --no-fail-fast");
        let unwanted = match self {
            Self::Only(target) => {
                let task = task.words("--test").arg(target);
                return Ok(task.words("-- --include-ignored --test-threads=1"));
            }
            Self::AllBut(targets) => targets,
        };
        let metadata = Task::cargo("metadata --no-deps --format-version 1 --locked").read()?;
        let targets = integration_tests(&metadata)?;
        Ok(targets
            .iter()
            .filter(|target| !unwanted.contains(&target.as_str()))
            .fold(task.words("--lib --bins"), |task, target| {
                task.arg("--test").arg(target)
            }))
    }
}

fn integration_tests(metadata: &str) -> Outcome<Vec<String>> {
    let metadata: Value = serde_json::from_str(metadata).context("read cargo's metadata")?;
    let list = |value: &Value, key: &str| {
        let items = value.get(key).and_then(Value::as_array);
        items.cloned().unwrap_or_default()
    };
    let mut names: Vec<String> = list(&metadata, "packages")
        .iter()
        .flat_map(|package| list(package, "targets"))
        .filter(|target| list(target, "kind").iter().any(|kind| kind == "test"))
        .filter_map(|target| Some(target.get("name")?.as_str()?.to_owned()))
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::integration_tests;

    #[test]
    fn finds_the_integration_tests_in_cargos_metadata() {
        let metadata = r#"{"packages": [
            {"targets": [{"kind": ["lib"], "name": "policy"}, {"kind": ["test"], "name": "vectors"}]},
            {"targets": [{"kind": ["test"], "name": "window"}, {"kind": ["test"], "name": "vectors"}]}
        ]}"#;
        assert_eq!(integration_tests(metadata).unwrap(), ["vectors", "window"]);
    }
}
