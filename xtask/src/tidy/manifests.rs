//! What the crates' manifests say.

use toml::{Table, Value};

use super::Finding;
use super::source::{Source, Sources};

/// Each of our crates and those of ours that it may use.
const MAY_USE: [(&str, &[&str]); 12] = [
    ("business-time", &[]),
    ("policy", &["business-time"]),
    ("inquiry", &["business-time", "policy"]),
    ("mail", &["business-time"]),
    ("report", &["business-time", "policy", "inquiry"]),
    (
        "report-files",
        &["business-time", "policy", "inquiry", "report"],
    ),
    ("store", &["business-time", "policy", "inquiry"]),
    (
        "desk",
        &[
            "business-time",
            "policy",
            "inquiry",
            "report",
            "report-files",
            "store",
            "mail",
        ],
    ),
    (
        "ichiji-cli",
        &[
            "business-time",
            "policy",
            "inquiry",
            "report",
            "report-files",
            "desk",
        ],
    ),
    (
        "ichiji-desk",
        &[
            "business-time",
            "policy",
            "inquiry",
            "report",
            "report-files",
            "desk",
        ],
    ),
    (
        "ichiji-tests",
        &[
            "business-time",
            "policy",
            "inquiry",
            "store",
            "mail",
            "desk",
        ],
    ),
    ("xtask", &[]),
];

/// Dependencies, by the beginning of their names, and the only crates that may have them.
const KEPT_TO: [(&str, &[&str]); 4] = [
    ("rusqlite", &["store"]),
    ("tauri", &["ichiji-desk"]),
    ("specta", &["ichiji-desk"]),
    ("fantoccini", &["ichiji-tests"]),
];

const INHERITED: [&str; 5] = ["version", "edition", "rust-version", "license", "publish"];

/// A crate's manifest, read.
struct Manifest<'a> {
    path: &'a str,
    name: String,
    table: Table,
}

fn manifests(sources: &Sources) -> Vec<Result<Manifest<'_>, Finding>> {
    sources
        .ending("Cargo.toml")
        .filter(|source| source.path != "Cargo.toml")
        .map(manifest)
        .collect()
}

fn manifest(source: &Source) -> Result<Manifest<'_>, Finding> {
    let refuse = |message: String| Finding::new(&source.path, None, message);
    let table: Table = source
        .text
        .parse()
        .map_err(|error| refuse(format!("{error}")))?;
    let name = table
        .get("package")
        .and_then(|package| package.get("name"))
        .and_then(Value::as_str)
        .ok_or_else(|| refuse("has no package name".to_owned()))?
        .to_owned();
    Ok(Manifest {
        path: &source.path,
        name,
        table,
    })
}

fn check_each(sources: &Sources, judge: impl Fn(&Manifest<'_>) -> Vec<String>) -> Vec<Finding> {
    manifests(sources)
        .into_iter()
        .flat_map(|manifest| match manifest {
            Ok(manifest) => judge(&manifest)
                .into_iter()
                .map(|message| Finding::new(manifest.path, None, message))
                .collect(),
            Err(finding) => vec![finding],
        })
        .collect()
}

impl Manifest<'_> {
    /// Lists all dependencies, those of tests, of the build and of single platforms included.
    fn dependencies(&self) -> Vec<&str> {
        let platforms = self.table.get("target").and_then(Value::as_table);
        let platforms = platforms
            .into_iter()
            .flat_map(Table::values)
            .filter_map(Value::as_table);
        std::iter::once(&self.table)
            .chain(platforms)
            .flat_map(|table| {
                ["dependencies", "dev-dependencies", "build-dependencies"]
                    .into_iter()
                    .filter_map(|kind| table.get(kind)?.as_table())
            })
            .flat_map(|list| list.keys().map(String::as_str))
            .collect()
    }

    fn package(&self, key: &str) -> Option<&Value> {
        self.table.get("package")?.get(key)
    }
}

/// Checks which of our crates a crate uses.
pub fn own_dependencies(sources: &Sources) -> Vec<Finding> {
    check_each(sources, |manifest| {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == manifest.name) else {
            return vec![format!(
                "`{}` has no line in tidy's list of what may use what",
                manifest.name
            )];
        };
        let is_ours = |name: &&str| MAY_USE.iter().any(|(ours, _)| ours == name);
        let used = manifest.dependencies();
        let wrong = used
            .into_iter()
            .filter(is_ours)
            .filter(|name| !allowed.contains(name));
        wrong
            .map(|name| format!("`{}` may not use `{name}`", manifest.name))
            .collect()
    })
}

/// Checks that SQL and the window's toolkit stay where they belong.
pub fn foreign_dependencies(sources: &Sources) -> Vec<Finding> {
    check_each(sources, |manifest| {
        let homes = |dependency: &str| {
            let mut rules = KEPT_TO.iter();
            rules
                .find(|(start, _)| dependency.starts_with(start))
                .map(|(_, homes)| homes)
        };
        manifest
            .dependencies()
            .into_iter()
            .filter_map(|dependency| {
                let homes = homes(dependency)?;
                (!homes.contains(&manifest.name.as_str()))
                    .then(|| format!("`{dependency}` belongs to {} only", homes.join(", ")))
            })
            .collect()
    })
}

/// Checks the fields that every manifest has.
pub fn fields(sources: &Sources) -> Vec<Finding> {
    check_each(sources, |manifest| {
        let mut missing = Vec::new();
        if manifest
            .package("description")
            .and_then(Value::as_str)
            .is_none()
        {
            missing.push("has no description".to_owned());
        }
        for key in INHERITED {
            if !manifest.package(key).is_some_and(inherits) {
                missing.push(format!("does not take `{key}` from the workspace"));
            }
        }
        if !manifest.table.get("lints").is_some_and(inherits) {
            missing.push("does not take the workspace's lints".to_owned());
        }
        missing
    })
}

fn inherits(value: &Value) -> bool {
    value.get("workspace").and_then(Value::as_bool) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::{fields, foreign_dependencies, own_dependencies};
    use crate::tidy::Finding;
    use crate::tidy::source::Sources;

    #[track_caller]
    fn check(rule: fn(&Sources) -> Vec<Finding>, name: &str, dependencies: &str, ok: bool) {
        let text = format!("[package]\nname = \"{name}\"\n{dependencies}\n");
        let findings = rule(&Sources::of(&[("x/Cargo.toml", &text)]));
        assert_eq!(findings.is_empty(), ok, "{text}");
    }

    #[test]
    fn our_crates_use_only_those_below_them() {
        check(
            own_dependencies,
            "policy",
            "[dependencies]\nbusiness-time.workspace = true",
            true,
        );
        check(
            own_dependencies,
            "policy",
            "[dependencies]\ninquiry.workspace = true",
            false,
        );
        check(
            own_dependencies,
            "policy",
            "[dev-dependencies]\ndesk.workspace = true",
            false,
        );
        check(
            own_dependencies,
            "policy",
            "[target.'cfg(unix)'.dependencies]\nstore = \"1\"",
            false,
        );
        check(
            own_dependencies,
            "policy",
            "[dependencies]\nserde = \"1\"",
            true,
        );
        check(own_dependencies, "newcomer", "", false);
    }

    #[test]
    fn sql_and_the_toolkit_stay_at_home() {
        check(
            foreign_dependencies,
            "store",
            "[dependencies]\nrusqlite_migration = \"2\"",
            true,
        );
        check(
            foreign_dependencies,
            "desk",
            "[dependencies]\nrusqlite = \"0.40\"",
            false,
        );
        check(
            foreign_dependencies,
            "desk",
            "[dependencies]\ntauri-specta = \"2\"",
            false,
        );
        check(
            foreign_dependencies,
            "ichiji-desk",
            "[build-dependencies]\ntauri-build = \"2\"",
            true,
        );
    }

    #[test]
    fn a_manifest_is_whole() {
        let whole = "description = \"x\"\nversion.workspace = true\nedition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\npublish.workspace = true\n[lints]\nworkspace = true";
        check(fields, "policy", whole, true);
        check(
            fields,
            "policy",
            &whole.replace("[lints]\nworkspace = true", ""),
            false,
        );
        check(
            fields,
            "policy",
            &whole.replace("license.workspace = true\n", ""),
            false,
        );
    }
}
