//! The command line, as a whole.

use std::ffi::OsString;

use clap::{Parser, Subcommand};
use desk::Language;

use crate::commands::{
    assign, assist, backup, calendar, cause, check, completions, customers, end, explain,
    hand_over, import, level, new, note, obligations, outage, policy, products, queue, report,
    respond, restore, sample, scope, search, show, sign_off, sign_offs, status, systems, today,
    undo, verify, verify_report, what_if,
};
use crate::{clocks, deadlines, i18n, word};

/// Ichiji without a window: the first-response console's rules and record on the command line.
#[derive(Parser)]
#[command(name = "ichiji", version)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(clap::Args)]
pub struct Common {
    /// The data folder; without it the system's own place for this program
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "ICHIJI_DATA_DIR",
        value_hint = clap::ValueHint::DirPath,
        display_order = 901
    )]
    pub data_dir: Option<OsString>,
    /// Who does it; wanted by every command that writes, and written into the record
    #[arg(
        long,
        global = true,
        value_name = "NAME",
        env = "ICHIJI_ACTOR",
        display_order = 900
    )]
    pub actor: Option<String>,
    /// Writes JSON, errors included
    #[arg(long, global = true, display_order = 902)]
    pub json: bool,
    /// The language; without it by LC_ALL or LANG, else Japanese
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = word::language(), display_order = 903)]
    pub lang: Option<Language>,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    Import(import::Arguments),
    Queue(queue::Arguments),
    Show(show::Arguments),
    Explain(explain::Arguments),
    Search(search::Arguments),
    New(new::Arguments),
    Level(level::Arguments),
    Assist(assist::Arguments),
    Scope(scope::Arguments),
    HandOver(hand_over::Arguments),
    Outage(outage::Arguments),
    Assign(assign::Arguments),
    Status(status::Arguments),
    Respond(respond::Arguments),
    End(end::Arguments),
    Cause(cause::Arguments),
    Note(note::Arguments),
    Undo(undo::Arguments),
    #[command(subcommand)]
    Obligations(obligations::Command),
    #[command(subcommand)]
    Calendar(calendar::Command),
    #[command(subcommand)]
    Policy(policy::Command),
    WhatIf(what_if::Arguments),
    #[command(subcommand)]
    Customers(customers::Command),
    #[command(subcommand)]
    Systems(systems::Command),
    #[command(subcommand)]
    Products(products::Command),
    #[command(subcommand)]
    Check(check::Command),
    Today(today::Arguments),
    Report(report::Arguments),
    SignOff(sign_off::Arguments),
    SignOffs(sign_offs::Arguments),
    Sample(sample::Arguments),
    Verify(verify::Arguments),
    VerifyReport(verify_report::Arguments),
    Backup(backup::Arguments),
    Restore(restore::Arguments),
    Deadlines(deadlines::Arguments),
    Clocks(clocks::Arguments),
    Completions(completions::Arguments),
}

/// How to speak to the caller; known before the command line is understood, for it may be wrong.
#[derive(Copy, Clone)]
pub struct Manner {
    /// The language.
    pub language: Language,
    /// Whether to write JSON.
    pub json: bool,
}

impl Manner {
    /// Looks for `--lang` and `--json`, then at the environment.
    pub fn of(arguments: &[OsString]) -> Self {
        let texts: Vec<&str> = arguments
            .iter()
            .filter_map(|it| it.to_str())
            .take_while(|it| *it != "--")
            .collect();
        let after = texts
            .iter()
            .skip_while(|it| **it != "--lang")
            .nth(1)
            .copied();
        let joined = texts.iter().find_map(|it| it.strip_prefix("--lang="));
        let variable = |name| std::env::var(name).ok();
        let (lc_all, lang) = (variable("LC_ALL"), variable("LANG"));
        let language = match after.or(joined) {
            Some("en") => Language::En,
            Some("ja") => Language::Ja,
            Some(_) | None => i18n::by_environment(lc_all.as_deref(), lang.as_deref()),
        };
        Self {
            language,
            json: texts.contains(&"--json"),
        }
    }
}

#[cfg(test)]
mod tests;
