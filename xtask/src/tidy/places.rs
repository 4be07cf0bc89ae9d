//! What must be in the repository, and what must not.

use super::Finding;
use super::source::{Source, Sources};

/// Folders and hosts that are there on some machines only. This list is the one place that may name them.
const OWN_FILE: &str = "xtask/src/tidy/places.rs";
const FOLDERS: [&str; 2] = ["/work/", "/root/"];
const HOSTS: [&str; 3] = [
    "registry.npmjs.org",
    "index.crates.io-",
    "\"resolved\": \"http",
];

const KEPT: [&str; 9] = [
    "Cargo.lock",
    "ui/package-lock.json",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "NOTICE",
    "README.md",
    "CHANGELOG.md",
    ".ci/run",
    "ui/src/lib/backend/bindings.ts",
];

/// Checks that no file names a folder of one machine or a registry's host.
pub fn machine_paths(sources: &Sources) -> Vec<Finding> {
    sources
        .iter()
        .filter(|source| source.path != OWN_FILE)
        .flat_map(|source| {
            source
                .text
                .lines()
                .enumerate()
                .filter_map(|(number, line)| at(source, number, line))
        })
        .collect()
}

fn at(source: &Source, number: usize, line: &str) -> Option<Finding> {
    let folder = FOLDERS.iter().find(|folder| begins_path(line, folder));
    let host = HOSTS.iter().find(|host| line.contains(*host));
    let found = folder.or(host)?;
    Some(Finding::new(
        &source.path,
        number + 1,
        format!("names `{found}`"),
    ))
}

/// Tells whether `folder` stands at the beginning of a path, not inside one such as `tests/work/`.
fn begins_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|letter| letter.is_alphanumeric() || "._-*}~$)".contains(letter))
    })
}

/// Checks that the files of every copy are there.
pub fn kept_files(sources: &Sources) -> Vec<Finding> {
    KEPT.iter()
        .filter(|path| !sources.iter().any(|source| source.path == **path))
        .map(|path| Finding::new(path, None, "is missing"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{KEPT, kept_files, machine_paths};
    use crate::tidy::source::Sources;

    #[track_caller]
    fn check(line: &str, ok: bool) {
        assert_eq!(
            machine_paths(&Sources::of(&[("a.md", line)])).is_empty(),
            ok,
            "{line}"
        );
    }

    #[test]
    fn paths_of_one_machine_are_found() {
        check("see /root/notes.md", false);
        check("cd \"/work/ichiji\"", false);
        check("https://registry.npmjs.org/vite", false);
        check("https://example.jp/work/1", true);
        check("tests/work/1.eml", true);
        check("~/.local/share", true);
    }

    #[test]
    fn a_missing_file_is_named() {
        let all: Vec<_> = KEPT.iter().map(|path| (*path, "")).collect();
        assert!(kept_files(&Sources::of(&all)).is_empty());
        let findings = kept_files(&Sources::of(all.split_first().unwrap().1));
        assert_eq!(findings.first().unwrap().path, "Cargo.lock");
    }
}
