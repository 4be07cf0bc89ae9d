//! What must be in the repository, and what must not.

use std::path::{Path, PathBuf};

use super::Finding;
use super::source::{Source, Sources};
use crate::workspace;

/// What a lock file says where a package came from one registry's host.
const RESOLVED: &str = "\"resolved\": \"http";

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

/// Checks that no file names this machine's own folders, nor a lock the host that its packages came from.
pub fn machine_paths(sources: &Sources) -> Vec<Finding> {
    naming(sources, &own_folders())
}

/// The folder that this copy lies in and the person's own, as paths begin with them.
fn own_folders() -> Vec<String> {
    let above = workspace::root().parent().map(Path::to_path_buf);
    let home = std::env::var_os("HOME").map(PathBuf::from);
    [above, home]
        .into_iter()
        .flatten()
        .filter(|folder| folder.parent().is_some())
        .map(|folder| format!("{}/", folder.display()))
        .collect()
}

fn naming(sources: &Sources, folders: &[String]) -> Vec<Finding> {
    sources
        .iter()
        .flat_map(|source| {
            let lines = source.text.lines().enumerate();
            lines.filter_map(|(number, line)| at(source, number, line, folders))
        })
        .collect()
}

fn at(source: &Source, number: usize, line: &str, folders: &[String]) -> Option<Finding> {
    let is_lock = source.path.ends_with("package-lock.json");
    let host = (is_lock && line.contains(RESOLVED)).then_some(RESOLVED);
    let folder = folders.iter().find(|folder| begins_path(line, folder));
    let found = folder.map(String::as_str).or(host)?;
    Some(Finding::new(
        &source.path,
        number + 1,
        format!("names `{found}`"),
    ))
}

/// Tells whether `folder` stands at the beginning of a path, not inside a longer one.
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
    use super::{KEPT, kept_files, naming};
    use crate::tidy::source::Sources;

    #[track_caller]
    fn check(path: &str, line: &str, ok: bool) {
        let folders = ["/home/sato/".to_owned(), "/desk/".to_owned()];
        let findings = naming(&Sources::of(&[(path, line)]), &folders);
        assert_eq!(findings.is_empty(), ok, "{line}");
    }

    #[test]
    fn paths_of_one_machine_are_found() {
        check("a.md", "see /home/sato/notes.md", false);
        check("a.md", "cd \"/desk/ichiji\"", false);
        check("a.md", "https://example.jp/desk/1", true);
        check("a.md", "tests/desk/1.eml", true);
        check("a.md", "~/.local/share", true);
    }

    #[test]
    fn a_lock_does_not_say_from_which_host_its_packages_came() {
        let line = "\"resolved\": \"https://packages.example.jp/vite\",";
        check("ui/package-lock.json", line, false);
        check("ui/package-lock.json", "\"license\": \"MIT\",", true);
    }

    #[test]
    fn a_missing_file_is_named() {
        let all: Vec<_> = KEPT.iter().map(|path| (*path, "")).collect();
        assert!(kept_files(&Sources::of(&all)).is_empty());
        let findings = kept_files(&Sources::of(all.split_first().unwrap().1));
        assert_eq!(findings.first().unwrap().path, "Cargo.lock");
    }
}
