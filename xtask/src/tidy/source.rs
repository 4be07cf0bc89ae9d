//! The files that the rules look at.

use std::fs;

use crate::failure::Outcome;
use crate::shell::Task;
use crate::workspace;

/// One text file of the repository.
pub struct Source {
    /// The path from the root, with `/`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// All text files that are tracked, or would be once added.
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Reads the repository's files; those that are no UTF-8 text are left out.
    pub fn of_repository() -> Outcome<Self> {
        let list = Task::new("git")
            .words("-c safe.directory=* -c core.quotePath=false")
            .words("ls-files --cached --others --exclude-standard")
            .read()?;
        let files = list
            .lines()
            .filter_map(|path| {
                let text = fs::read_to_string(workspace::root().join(path)).ok()?;
                Some(Source {
                    path: path.to_owned(),
                    text,
                })
            })
            .collect();
        Ok(Self { files })
    }

    /// Makes a repository of the given paths and texts.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| Source {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        });
        Self {
            files: files.collect(),
        }
    }

    /// Goes through all files.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.files.iter()
    }

    /// Goes through the files whose names end so.
    pub fn ending(&self, ending: &str) -> impl Iterator<Item = &Source> {
        self.files
            .iter()
            .filter(move |source| source.path.ends_with(ending))
    }
}

impl Source {
    /// Tells whether the file lies in one of these folders.
    pub fn is_in(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| {
            self.path
                .strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'))
        })
    }

    /// Tells whether the whole file is test code.
    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.path
            .split('/')
            .any(|part| part == "tests" || part == "benches" || part == "examples")
            || name == "tests.rs"
            || name.contains(".test.")
    }

    /// Returns the lines, counted from 1, that are not test code: all before a Rust file's unit tests.
    pub fn production(&self) -> Vec<(usize, &str)> {
        if self.is_test() {
            return Vec::new();
        }
        let lines: Vec<_> = self.text.lines().collect();
        let end = lines
            .windows(2)
            .position(|pair| matches!(pair, [a, b] if a.starts_with("#[cfg(") && a.contains("test") && b.starts_with("mod ")))
            .unwrap_or(lines.len());
        lines
            .into_iter()
            .take(end)
            .enumerate()
            .map(|(at, line)| (at + 1, line))
            .collect()
    }
}

/// Returns a line without what stands after `//`, unless that is part of an address such as `https://`.
pub fn code(line: &str) -> &str {
    let comment = line
        .match_indices("//")
        .map(|(at, _)| at)
        .find(|at| !line.get(..*at).is_some_and(|before| before.ends_with(':')));
    comment.and_then(|at| line.get(..at)).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::{Source, code};

    fn source(path: &str, text: &str) -> Source {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn production_ends_where_the_unit_tests_begin() {
        let file = source("a/src/b.rs", "fn a() {}\n\n#[cfg(test)]\nmod tests {\n}\n");
        assert_eq!(file.production(), [(1, "fn a() {}"), (2, "")]);
        assert!(source("a/tests/b.rs", "fn a() {}").production().is_empty());
        assert!(
            source("a/src/b/tests.rs", "fn a() {}")
                .production()
                .is_empty()
        );
    }

    #[test]
    fn a_test_only_method_does_not_end_production() {
        let file = source("a.rs", "#[cfg(test)]\nfn a() {}\nfn b() {}");
        assert_eq!(file.production().len(), 3);
    }

    #[test]
    fn folders_match_whole_names() {
        assert!(source("a/b/c.rs", "").is_in(&["a/b"]));
        assert!(!source("a/bc/c.rs", "").is_in(&["a/b"]));
    }

    #[test]
    fn comments_are_no_code() {
        assert_eq!(code("let a = 1; // one"), "let a = 1; ");
        assert_eq!(code("\"https://example.jp\""), "\"https://example.jp\"");
        assert_eq!(code("/// all of it"), "");
    }
}
