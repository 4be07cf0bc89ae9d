//! The help in the caller's language.

use clap::{Arg, Command, CommandFactory};

use crate::arguments::Arguments;
use crate::i18n::{HelpFrame, Words};

/// Gives the command line with its help in a language.
pub fn command(words: &'static Words) -> Command {
    let command = Arguments::command();
    match &words.help_frame {
        Some(frame) => translated(command, "", words, frame),
        None => command,
    }
}

/// Translates a command and those below it; a text is found by its path, such as `queue.view`.
fn translated(
    command: Command,
    path: &str,
    words: &'static Words,
    frame: &'static HelpFrame,
) -> Command {
    let path = path.to_owned();
    let told = |path: &str| {
        words
            .help
            .iter()
            .copied()
            .flatten()
            .find(|(known, _)| *known == path)
            .map(|(_, text)| *text)
    };
    let about = told(&path).unwrap_or_default();
    let names: Vec<String> = command
        .get_subcommands()
        .map(|it| it.get_name().to_owned())
        .collect();
    let mut command = command
        .about(about)
        .long_about(None)
        .help_template(frame.template)
        .subcommand_help_heading(frame.commands)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(flag("help", 'h', frame.help).action(clap::ArgAction::Help));
    if path.is_empty() {
        command = command
            .disable_version_flag(true)
            .arg(flag("version", 'V', frame.version).action(clap::ArgAction::Version));
    }
    command = command.mut_args(|arg| {
        let heading = if arg.is_positional() {
            frame.arguments
        } else {
            frame.options
        };
        let arg = arg.help_heading(heading);
        let of = below(&path, arg.get_id().as_str());
        match told(&of).or_else(|| told(&format!("*.{}", arg.get_id()))) {
            Some(text) => arg.help(text).long_help(None),
            None => arg,
        }
    });
    for name in names {
        let path = below(&path, &name);
        command = command.mut_subcommand(name, |it| translated(it, &path, words, frame));
    }
    command
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

fn flag(name: &'static str, short: char, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .short(short)
        .help(help)
        .display_order(910)
}
