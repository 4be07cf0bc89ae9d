//! Which part of the code may know what.

use super::Finding;
use super::source::{Source, Sources, code};

const BACKEND: [&str; 1] = ["ui/src/lib/backend"];
const PURE: [&str; 5] = [
    "src-tauri/crates/business-time/src",
    "src-tauri/crates/policy/src",
    "src-tauri/crates/inquiry/src",
    "src-tauri/crates/mail/src",
    "src-tauri/crates/report/src",
];
/// What reads a clock, the machine, or an order that differs from run to run.
const IMPURE: [&str; 16] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::time",
    "SystemTime",
    "Utc::now",
    "Local::now",
    "HashMap",
    "HashSet",
    "RandomState",
    "tokio",
    "async fn",
    "rand::",
    "Uuid::now_v7",
];
/// Fills ammonia's lists of elements and attributes, which are hash sets; ammonia only asks what is in them.
const FILLS_HASH_SETS: &str = "src-tauri/crates/mail/src/html.rs";
/// Where no sentence for people belongs; the shell's and the CLI's words have files of their own.
const WORDLESS: [&str; 4] = [
    "src-tauri/crates/store/src",
    "src-tauri/crates/inquiry/src",
    "src-tauri/src",
    "ui/src",
];
/// Names of files and folders that may hold such words: catalogues, and sets to try things on.
const CATALOGUES: [&str; 4] = ["i18n", "words", "sample", "fake"];

/// Checks that the pages call Tauri from the backend folder only.
pub fn tauri_in_pages(sources: &Sources) -> Vec<Finding> {
    let pages = sources
        .iter()
        .filter(|source| source.is_in(&["ui/src"]) && !source.is_in(&BACKEND) && !source.is_test());
    pages
        .flat_map(|source| {
            lines_with(source, |line| {
                line.contains("@tauri-apps/")
                    .then(|| "go through lib/backend".to_owned())
            })
        })
        .collect()
}

/// Checks that the pure crates name nothing that is not pure.
pub fn pure_crates(sources: &Sources) -> Vec<Finding> {
    sources
        .ending(".rs")
        .filter(|source| source.is_in(&PURE))
        .flat_map(|source| {
            lines_with(source, |line| {
                let word = IMPURE.iter().find(|word| code(line).contains(*word))?;
                let unseen = word.starts_with("Hash") && source.path == FILLS_HASH_SETS;
                (!unseen).then(|| format!("`{word}` in a pure crate"))
            })
        })
        .collect()
}

/// Checks that Japanese words stand in the catalogues.
pub fn japanese_outside_catalogues(sources: &Sources) -> Vec<Finding> {
    let is_catalogue = |source: &Source| {
        let mut parts = source.path.split(['/', '.']);
        parts.any(|part| CATALOGUES.contains(&part))
    };
    sources
        .iter()
        .filter(|source| source.is_in(&WORDLESS) && !is_catalogue(source))
        .filter(|source| {
            [".rs", ".ts", ".svelte"]
                .iter()
                .any(|end| source.path.ends_with(end))
        })
        .flat_map(|source| {
            lines_with(source, |line| {
                is_japanese(spoken(line)).then(|| "put these words into the catalogue".to_owned())
            })
        })
        .collect()
}

fn lines_with(source: &Source, judge: impl Fn(&str) -> Option<String>) -> Vec<Finding> {
    source
        .production()
        .into_iter()
        .filter_map(|(number, line)| Some(Finding::new(&source.path, number, judge(line)?)))
        .collect()
}

/// Returns a line without its comments, those of block comments and of HTML included.
fn spoken(line: &str) -> &str {
    let trimmed = line.trim_start();
    if ["*", "/*", "<!--"]
        .iter()
        .any(|mark| trimmed.starts_with(mark))
    {
        return "";
    }
    code(line)
}

/// Tells whether a text has a Japanese word: a single letter may be what a program compares with.
fn is_japanese(text: &str) -> bool {
    let is_letter =
        |letter: char| matches!(letter, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    text.split(|letter| !is_letter(letter))
        .any(|word| word.chars().count() > 1)
}

#[cfg(test)]
mod tests {
    use super::{japanese_outside_catalogues, pure_crates, tauri_in_pages};
    use crate::tidy::Finding;
    use crate::tidy::source::Sources;

    #[track_caller]
    fn check(rule: fn(&Sources) -> Vec<Finding>, path: &str, text: &str, ok: bool) {
        let findings = rule(&Sources::of(&[(path, text)]));
        assert_eq!(findings.is_empty(), ok, "{path}: {text}");
    }

    #[test]
    fn only_the_backend_folder_calls_tauri() {
        let call = "import { invoke } from '@tauri-apps/api/core';";
        check(tauri_in_pages, "ui/src/lib/backend/bindings.ts", call, true);
        check(
            tauri_in_pages,
            "ui/src/lib/features/Queue.svelte",
            call,
            false,
        );
        check(
            tauri_in_pages,
            "ui/src/lib/features/queue.test.ts",
            call,
            true,
        );
        check(tauri_in_pages, "ui/package.json", call, true);
    }

    #[test]
    fn pure_crates_read_no_clock_and_no_file() {
        let file = "src-tauri/crates/policy/src/pack.rs";
        check(pure_crates, file, "let now = Utc::now();", false);
        check(pure_crates, file, "use std::collections::HashMap;", false);
        check(pure_crates, file, "use std::collections::BTreeMap;", true);
        let html = "src-tauri/crates/mail/src/html.rs";
        check(pure_crates, html, "let tags: HashSet<&str>;", true);
        check(pure_crates, html, "let now = Utc::now();", false);
        check(pure_crates, file, "// Utc::now() would differ", true);
        check(
            pure_crates,
            file,
            "#[cfg(test)]\nmod tests {\nuse std::fs;",
            true,
        );
        check(
            pure_crates,
            "src-tauri/crates/desk/src/clock.rs",
            "Utc::now()",
            true,
        );
        check(
            pure_crates,
            "src-tauri/crates/policy/tests/a.rs",
            "std::fs::read",
            true,
        );
    }

    #[test]
    fn sentences_stand_in_the_catalogues() {
        let rule = japanese_outside_catalogues;
        check(
            rule,
            "ui/src/lib/features/Row.svelte",
            "<b>期限超過</b>",
            false,
        );
        check(
            rule,
            "ui/src/lib/features/Row.svelte",
            "<!-- 期限超過 -->",
            true,
        );
        check(
            rule,
            "src-tauri/crates/store/src/tokens.rs",
            "'ァ'..='ヶ'",
            true,
        );
        check(rule, "ui/src/lib/i18n/ja.ts", "late: '目安超過',", true);
        check(rule, "src-tauri/src/tray.rs", "// 期限超過", true);
        check(rule, "src-tauri/src/tray.rs", "\"期限超過\"", false);
        check(rule, "src-tauri/src/words.rs", "\"期限超過\"", true);
    }
}
