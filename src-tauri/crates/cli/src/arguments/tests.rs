use std::collections::BTreeSet;

use clap::{Command, CommandFactory};
use desk::Language;

use super::*;
use crate::help;
use crate::i18n::words;

const DOCS: &str = include_str!("../../../../../docs/cli.md");

/// Every command that can be run or that holds others, with its path: `calendar show`.
fn commands(command: &Command, path: &str) -> Vec<(String, Command)> {
    let mut found = Vec::new();
    for below in command
        .get_subcommands()
        .filter(|it| it.get_name() != "help")
    {
        let path = format!("{path} {}", below.get_name()).trim().to_owned();
        found.extend(commands(below, &path));
        found.push((path, below.clone()));
    }
    found
}

/// The section of `docs/cli.md` about a command.
fn section(path: &str) -> Option<&'static str> {
    let heading = format!("### `ichiji {path}");
    let start = DOCS.match_indices(&heading).find(|(at, _)| {
        DOCS.get(at + heading.len()..)
            .is_some_and(|rest| rest.starts_with(['`', ' ']))
    })?;
    let rest = DOCS.get(start.0 + heading.len()..)?;
    Some(rest.split("\n##").next().unwrap_or(rest))
}

#[test]
fn the_command_line_is_sound() {
    Arguments::command().debug_assert();
    help::command(words(Language::Ja)).debug_assert();
}

#[test]
fn the_documentation_has_every_command_and_option() {
    for (path, command) in commands(&Arguments::command(), "") {
        if command.has_subcommands() {
            continue;
        }
        let section =
            section(&path).unwrap_or_else(|| panic!("docs/cli.md has no section for {path}"));
        for argument in command.get_arguments().filter(|it| it.get_id() != "help") {
            let Some(long) = argument.get_long() else {
                continue;
            };
            assert!(
                section.contains(&format!("`--{long}")),
                "{path}: --{long} is not documented"
            );
        }
    }
    for global in ["--data-dir", "--json", "--lang", "--actor"] {
        assert!(DOCS.contains(&format!("`{global}")), "{global}");
    }
}

#[test]
fn the_documentation_has_no_other_command() {
    let known: BTreeSet<String> = commands(&Arguments::command(), "")
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    for line in DOCS
        .lines()
        .filter_map(|it| it.strip_prefix("### `ichiji "))
    {
        let words = line.split(['`', ' ']).take_while(|it| {
            it.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !it.is_empty()
        });
        let path = words.collect::<Vec<_>>().join(" ");
        assert!(known.contains(&path), "docs/cli.md tells of {path}");
    }
}

#[test]
fn the_whole_help_is_there_in_japanese() {
    let japanese = |text: String| text.chars().any(|it| matches!(it, '\u{3041}'..='\u{9fff}'));
    for (path, command) in commands(&help::command(words(Language::Ja)), "") {
        assert!(
            japanese(
                command
                    .get_about()
                    .map(ToString::to_string)
                    .unwrap_or_default()
            ),
            "{path}"
        );
        for argument in command.get_arguments() {
            let help = argument
                .get_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(japanese(help), "{path} {}", argument.get_id());
        }
    }
}

#[track_caller]
fn check_manner(line: &[&str], language: Option<Language>, json: bool) {
    let manner = Manner::of(&line.iter().map(OsString::from).collect::<Vec<_>>());
    assert_eq!(manner.json, json, "{line:?}");
    if let Some(language) = language {
        assert_eq!(manner.language, language, "{line:?}");
    }
}

#[test]
fn the_manner_is_known_before_the_rest_is_understood() {
    check_manner(
        &["ichiji", "quux", "--lang", "en", "--json"],
        Some(Language::En),
        true,
    );
    check_manner(&["ichiji", "--lang=ja", "queue"], Some(Language::Ja), false);
    check_manner(&["ichiji", "note", "A-1", "--", "--json"], None, false);
}
