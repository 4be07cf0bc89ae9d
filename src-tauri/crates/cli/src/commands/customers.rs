use std::path::{Path, PathBuf};

use desk::{CustomerImport, DeskError, RegisterProblem, RegisteredContract, read_reference_file};
use inquiry::{Asker, PersonId};

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::output::line;
use crate::session::Session;
use crate::shape::register::{ContractShape, CustomerImportShape};
use crate::table::{Column, Table};

/// The register of customers: contracts, and the people who may ask (§1, §12)
#[derive(clap::Subcommand)]
pub enum Command {
    /// Takes a table of customers in, all of it or nothing
    Import {
        /// The CSV file, UTF-8 or CP932, a line a person
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Lists the contracts
    List {
        /// Words that the number, the company or a person must hold
        #[arg(value_name = "WORD")]
        words: Vec<String>,
    },
    /// Shows a contract with its people
    Show {
        /// Its number or id
        #[arg(value_name = "CONTRACT")]
        contract: String,
    },
    /// Says who asks an inquiry; without a person it is found by the mail address
    Choose(Choice),
}

/// Who asks an inquiry.
#[derive(clap::Args)]
pub struct Choice {
    /// The inquiry's number or id
    #[arg(value_name = "ID")]
    inquiry: String,
    /// The person's id
    #[arg(long, value_name = "ID", conflicts_with = "unregistered")]
    person: Option<PersonId>,
    /// Nobody who is registered asks
    #[arg(long)]
    unregistered: bool,
}

/// Shows or changes the register.
pub fn run(command: &Command, session: &Session) -> Result<Exit, Failure> {
    match command {
        Command::Import { file, dry_run } => import(file, *dry_run, session),
        Command::List { words } => list(&words.join(" "), session),
        Command::Show { contract } => show(contract, session),
        Command::Choose(choice) => choose(choice, session),
    }
}

fn import(file: &Path, dry_run: bool, session: &Session) -> Result<Exit, Failure> {
    let read = || read_reference_file(file);
    let (import, operation) = if dry_run {
        (session.look()?.preview_customers(&read()?)?, None)
    } else {
        let (call, bytes) = (session.call()?, read()?);
        match session.write()?.import_customers(&call, &bytes) {
            Ok(done) => (done.value, Some(done.operation.to_string())),
            Err(DeskError::Register(problems)) => {
                let refused = CustomerImport {
                    problems,
                    ..CustomerImport::default()
                };
                (refused, None)
            }
            Err(error) => return Err(error.into()),
        }
    };
    session.show(
        || CustomerImportShape::of(&import, dry_run, operation.clone(), session.words),
        || import_text(file, &import, dry_run, session.words),
    )?;
    Ok(if import.problems.is_empty() {
        Exit::Done
    } else {
        Exit::PartlyRefused
    })
}

fn import_text(file: &Path, import: &CustomerImport, dry_run: bool, words: &Words) -> String {
    let told = &words.register;
    let name = file.display().to_string();
    if !import.problems.is_empty() {
        let problems = import.problems.iter().map(|it| problem(&name, it, words));
        let problems: String = problems.collect();
        return format!("{problems}{}\n", (told.refused)(import.problems.len()));
    }
    let mut text = format!("{}\n", (told.imported)(import));
    if dry_run {
        text.push_str(&format!("{}\n", words.told.dry_run));
    }
    text
}

fn problem(file: &str, problem: &RegisterProblem, words: &Words) -> String {
    let told = &words.register;
    let mut place = problem.line.map_or_else(String::new, |it| format!("{it}:"));
    if !problem.column.is_empty() {
        place = format!("{place} {}:", problem.column);
    }
    let mut hints = Vec::new();
    let suggestion = problem.suggestion.as_deref();
    hints.extend(suggestion.map(|it| (words.told.suggestion)(it)));
    hints.extend(problem.other_line.map(|it| (told.other_line)(it)));
    let mut said = (told.problem)(problem.code).to_owned();
    if !problem.value.is_empty() {
        said = format!("{said}: {}", problem.value);
    }
    if !hints.is_empty() {
        said = format!("{said} ({})", hints.join(" / "));
    }
    line(&format!(
        "{file}:{place} [{}] {said}",
        problem.code.as_str()
    )) + "\n"
}

fn list(typed: &str, session: &Session) -> Result<Exit, Failure> {
    let found = session.read()?.customers(typed)?;
    session.show(
        || found.iter().map(ContractShape::of).collect::<Vec<_>>(),
        || list_text(&found, session.words),
    )?;
    Ok(Exit::Done)
}

fn list_text(found: &[RegisteredContract], words: &Words) -> String {
    let (label, told) = (&words.label, &words.register);
    if found.is_empty() {
        return format!("{}\n", told.empty);
    }
    let mut table = Table::new(vec![
        Column::left(label.contract),
        Column::left(label.customer).at_most(30),
        Column::left(label.plan),
        Column::left(label.product),
        Column::left(told.heads_validity),
        Column::right(told.heads_people),
        Column::right(told.heads_option),
    ]);
    for it in found {
        let terms = &it.contract.terms;
        table.add(vec![
            terms.number.clone(),
            it.company.clone(),
            (words.field.plan)(terms.plan).to_owned(),
            products(it),
            validity(it),
            it.contract.people.len().to_string(),
            it.contract.options_beside(None).to_string(),
        ]);
    }
    table.text()
}

fn products(it: &RegisteredContract) -> String {
    let products = it.contract.terms.products.iter();
    let products: Vec<&str> = products.map(policy::ProductId::as_str).collect();
    products.join(" ")
}

fn validity(it: &RegisteredContract) -> String {
    let day = |on: Option<chrono::NaiveDate>| on.map_or_else(String::new, |on| on.to_string());
    let terms = &it.contract.terms;
    format!("{} – {}", day(terms.valid_from), day(terms.valid_until))
}

fn show(contract: &str, session: &Session) -> Result<Exit, Failure> {
    let found = session.read()?.customer(contract)?;
    session.show(
        || ContractShape::of(&found),
        || contract_text(&found, session.words),
    )?;
    Ok(Exit::Done)
}

fn contract_text(found: &RegisteredContract, words: &Words) -> String {
    let (label, told) = (&words.label, &words.register);
    let mut people = Table::new(vec![
        Column::left(label.customer),
        Column::left(label.contact),
        Column::left(told.heads_roles),
        Column::left(told.heads_option),
        Column::left("ID"),
    ]);
    for (person, text) in found.contract.people.iter().zip(&found.people) {
        let roles = person.roles.as_ref().map_or_else(
            || (told.answer)(None).to_owned(),
            |roles| {
                let roles: Vec<&str> = roles.iter().map(|it| (told.role)(*it)).collect();
                roles.join(" / ")
            },
        );
        people.add(vec![
            text.name.clone(),
            text.address.clone(),
            roles,
            (told.answer)(person.has_option).to_owned(),
            person.id.to_string(),
        ]);
    }
    let head = format!(
        "{}  {}  {}  {}  {}",
        found.contract.terms.number,
        found.company,
        (words.field.plan)(found.contract.terms.plan),
        products(found),
        validity(found),
    );
    format!("{}\n\n{}", line(&head), people.text())
}

fn choose(choice: &Choice, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let asker = match (choice.person, choice.unregistered) {
        (Some(person), _) => Asker::Person(person),
        (None, true) => Asker::Unregistered,
        (None, false) => Asker::ByAddress,
    };
    let desk = session.read()?;
    let inquiry = desk.find(&choice.inquiry)?;
    let done = desk.set_asker(&call, inquiry, asker)?;
    written::show(session, &desk, &done, session.words.told.changed)
}
