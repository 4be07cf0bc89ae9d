use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use desk::{DeskError, Rules, read_reference_text};
use policy::{Allowance, Pack, PackProblem, ProductId};

use super::{preview, rule_change};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::output::line;
use crate::session::Session;
use crate::shape::pack::{CheckShape, PackContentShape, PackShape};
use crate::table::{Column, Table};

/// The policy packs
#[derive(clap::Subcommand)]
pub enum Command {
    /// Lists all versions of all packs
    List,
    /// Shows the pack of a product: levels and their times, channels, kinds
    Show {
        /// The product
        #[arg(value_name = "ID")]
        product: ProductId,
        /// The version in force for inquiries received on that day; without it today
        #[arg(long, value_name = "DATE")]
        on: Option<NaiveDate>,
    },
    /// Checks a pack file and lists all its problems; needs no record
    Check {
        /// The file
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Tells which deadlines a pack would move, and which would become late or stop being late (§21)
    Preview {
        /// The file
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Publishes a pack: a new version or a new product; `undo` takes it back
    Publish {
        /// The file
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// Shows packs, or checks one.
pub fn run(command: &Command, session: &Session) -> Result<Exit, Failure> {
    match command {
        Command::List => list(session),
        Command::Show { product, on } => show(product, *on, session),
        Command::Check { file } => check(file, session),
        Command::Preview { file } => {
            preview::preview(session, &session.look()?, &rule_change::pack(file)?)
        }
        Command::Publish { file } => {
            session.call()?;
            preview::apply(session, &session.write()?, &rule_change::pack(file)?)
        }
    }
}

fn list(session: &Session) -> Result<Exit, Failure> {
    let desk = session.look()?;
    let (rules, today) = (desk.rules(), desk.rules().calendar.date_of(desk.now()));
    let in_force = |pack: &Pack| is_in_force(&rules, pack, today);
    let shapes = || {
        let packs = rules.packs.packs();
        packs
            .map(|it| PackShape::of(it, in_force(it), session.words))
            .collect::<Vec<_>>()
    };
    session.show(shapes, || list_text(&rules, in_force, session.words))?;
    Ok(Exit::Done)
}

fn is_in_force(rules: &Rules, pack: &Pack, today: NaiveDate) -> bool {
    let in_force = rules.packs.in_force(pack.id().as_str(), today);
    in_force.is_some_and(|it| it.version() == pack.version())
}

fn list_text(rules: &Rules, in_force: impl Fn(&Pack) -> bool, words: &Words) -> String {
    let label = &words.label;
    let columns = [label.product, "", label.version, label.effective_on, ""];
    let mut table = Table::new(columns.into_iter().map(Column::left).collect());
    for pack in rules.packs.packs() {
        table.add(vec![
            pack.id().to_string(),
            (words.name)(&pack.content().name).to_owned(),
            pack.version().to_owned(),
            pack.effective_on().to_string(),
            if in_force(pack) {
                label.in_force.to_owned()
            } else {
                String::new()
            },
        ]);
    }
    table.text()
}

fn show(product: &ProductId, on: Option<NaiveDate>, session: &Session) -> Result<Exit, Failure> {
    let desk = session.look()?;
    let rules = desk.rules();
    let on = on.unwrap_or_else(|| rules.calendar.date_of(desk.now()));
    let pack = rules.packs.in_force(product.as_str(), on);
    let pack = pack.ok_or_else(|| DeskError::NoSuchProduct(product.to_string()))?;
    session.show(
        || PackContentShape::of(pack),
        || pack_text(pack, session.words),
    )?;
    Ok(Exit::Done)
}

fn pack_text(pack: &Pack, words: &Words) -> String {
    let (content, label, name) = (pack.content(), &words.label, words.name);
    let mut levels = Table::new(vec![
        Column::left(label.level),
        Column::left(""),
        Column::left(label.allowance),
    ]);
    for level in &content.levels {
        levels.add(vec![
            level.id.to_string(),
            name(&level.name).to_owned(),
            allowance(level.allowance),
        ]);
    }
    let mut channels = Table::new(vec![
        Column::left(label.channel),
        Column::left(""),
        Column::left(label.hours),
    ]);
    for channel in &content.channels {
        let hours = channel
            .hours
            .map_or_else(|| label.always.to_owned(), |it| it.to_string());
        channels.add(vec![
            channel.id.to_string(),
            name(&channel.name).to_owned(),
            hours,
        ]);
    }
    let colon = label.colon;
    format!(
        "{}  {}\n{}{colon}{}\n{}{colon}{}\n\n{}\n{}",
        pack.label(),
        name(&content.name),
        label.effective_on,
        pack.effective_on(),
        label.day_limit,
        (words.field.day_limit)(pack.day_limit()),
        levels.text(),
        channels.text(),
    )
}

fn allowance(said: Allowance) -> String {
    match said {
        Allowance::BusinessHours(hours) => format!("{hours} h"),
        Allowance::BusinessDays(days) => format!("{days} d"),
    }
}

fn check(file: &Path, session: &Session) -> Result<Exit, Failure> {
    let text = read_reference_text(file)?;
    let checked = Pack::check(&text);
    let name = file.display().to_string();
    let told = || match &checked {
        Ok(pack) => {
            (session.words.told.pack_sound)(&pack.label(), &pack.effective_on().to_string()) + "\n"
        }
        Err(problems) => problems
            .iter()
            .map(|it| problem(&name, it, session.words))
            .collect(),
    };
    session.show(
        || CheckShape::of(name.clone(), &checked, session.words),
        told,
    )?;
    Ok(if checked.is_ok() {
        Exit::Done
    } else {
        Exit::PartlyRefused
    })
}

fn problem(file: &str, problem: &PackProblem, words: &Words) -> String {
    let place = if problem.path.is_empty() {
        String::new()
    } else {
        format!(" {}:", problem.path)
    };
    let suggestion = problem
        .suggestion
        .as_deref()
        .map(|it| format!(" ({})", (words.told.suggestion)(it)));
    let said = (words.pack_problem)(problem.code);
    let suggestion = suggestion.unwrap_or_default();
    line(&format!(
        "{file}:{}: [{}]{place} {said}{suggestion}",
        problem.line, problem.code
    )) + "\n"
}
