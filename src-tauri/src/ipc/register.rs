//! The register of customers (§1, §12).

use std::str::FromStr;

use desk::{DeskError, Done};
use inquiry::{Asker, ContractId, PersonId};
use tauri::{AppHandle, Manager, Runtime, State};
use tauri_plugin_dialog::DialogExt;

use super::convert::parse;
use super::convert::register as convert;
use super::intake::apart;
use super::wire::register::{
    ContractForm, ContractView, CustomerImport, PersonForm, RegisterAnswer,
};
use super::wire::{IpcError, Written};
use crate::shell::Shell;

/// Lists the contracts of which number, company or a person holds every word typed.
#[tauri::command]
#[specta::specta]
pub async fn customers(
    shell: State<'_, Shell>,
    typed: String,
) -> Result<Vec<ContractView>, IpcError> {
    let found = shell.desk()?.customers(&typed)?;
    Ok(found.iter().map(convert::contract).collect())
}

/// Gives the contract with a number; nothing where there is none.
#[tauri::command]
#[specta::specta]
pub async fn customer(
    shell: State<'_, Shell>,
    number: String,
) -> Result<Option<ContractView>, IpcError> {
    match shell.desk()?.customer(&number) {
        Ok(found) => Ok(Some(convert::contract(&found))),
        Err(DeskError::NoSuchContract(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Takes a contract in, or corrects one.
#[tauri::command]
#[specta::specta]
pub async fn set_contract(
    shell: State<'_, Shell>,
    contract: Option<String>,
    form: ContractForm,
) -> Result<RegisterAnswer, IpcError> {
    let contract = parse::optional(contract.as_deref(), contract_id)?;
    let call = shell.call()?;
    answer(
        &shell,
        shell.desk()?.set_contract(&call, contract, &form.into()),
    )
}

/// Takes a person in, or corrects one.
#[tauri::command]
#[specta::specta]
pub async fn set_person(
    shell: State<'_, Shell>,
    contract: String,
    person: Option<String>,
    form: PersonForm,
) -> Result<RegisterAnswer, IpcError> {
    let person = parse::optional(person.as_deref(), person_id)?;
    let (call, contract) = (shell.call()?, contract_id(&contract)?);
    let done = shell
        .desk()?
        .set_person(&call, contract, person, &form.into());
    answer(&shell, done)
}

/// Takes a contract out with all its people.
#[tauri::command]
#[specta::specta]
pub async fn remove_contract(
    shell: State<'_, Shell>,
    contract: String,
) -> Result<Written, IpcError> {
    let contract = contract_id(&contract)?;
    let done = shell.desk()?.remove_contract(&shell.call()?, contract)?;
    Ok(shell.wrote(done))
}

/// Takes a person out of a contract.
#[tauri::command]
#[specta::specta]
pub async fn remove_person(
    shell: State<'_, Shell>,
    contract: String,
    person: String,
) -> Result<Written, IpcError> {
    let (contract, person) = (contract_id(&contract)?, person_id(&person)?);
    let done = shell
        .desk()?
        .remove_person(&shell.call()?, contract, person)?;
    Ok(shell.wrote(done))
}

/// Takes a table of customers in, or with `dry_run` says what it would change; the person chooses the file where none
/// is named. Nothing where none was chosen.
#[tauri::command]
#[specta::specta]
pub async fn import_customers<R: Runtime>(
    app: AppHandle<R>,
    path: Option<String>,
    dry_run: bool,
) -> Result<Option<CustomerImport>, IpcError> {
    apart(move || {
        let chosen = || {
            let dialog = app.dialog().file().add_filter("CSV", &["csv"]);
            dialog.blocking_pick_file()?.into_path().ok()
        };
        let Some(path) = path.map(Into::into).or_else(chosen) else {
            return Ok(None);
        };
        let shown = path.to_string_lossy().into_owned();
        let bytes = desk::read_reference_file(&path)?;
        let shell = app.state::<Shell>();
        let desk = shell.desk()?;
        let import = if dry_run {
            desk.preview_customers(&bytes)?
        } else {
            let done = desk.import_customers(&shell.call()?, &bytes)?;
            shell.nudge.wrote(&done);
            done.value
        };
        Ok(Some(convert::import(&import, shown, dry_run)))
    })
    .await
}

/// Says who of the register asks: a person, nobody who is registered, or whoever has the mail address.
#[tauri::command]
#[specta::specta]
pub async fn set_asker(
    shell: State<'_, Shell>,
    id: String,
    person: Option<String>,
    unregistered: bool,
) -> Result<Written, IpcError> {
    let asker = match parse::optional(person.as_deref(), person_id)? {
        Some(person) => Asker::Person(person),
        None if unregistered => Asker::Unregistered,
        None => Asker::ByAddress,
    };
    let inquiry = parse::inquiry(&id)?;
    let done = shell.desk()?.set_asker(&shell.call()?, inquiry, asker)?;
    Ok(shell.wrote(done))
}

/// What is wrong with a form is an answer, not an error: the form shows it field by field.
fn answer<T>(shell: &Shell, done: Result<Done<T>, DeskError>) -> Result<RegisterAnswer, IpcError> {
    match done {
        Ok(done) => Ok(RegisterAnswer {
            operation: Some(shell.wrote(done).operation),
            problems: Vec::new(),
        }),
        Err(DeskError::Register(problems)) => Ok(RegisterAnswer {
            operation: None,
            problems: problems.iter().map(convert::problem).collect(),
        }),
        Err(error) => Err(error.into()),
    }
}

fn contract_id(text: &str) -> Result<ContractId, IpcError> {
    ContractId::from_str(text).map_err(|_| IpcError::malformed("contract", text))
}

fn person_id(text: &str) -> Result<PersonId, IpcError> {
    PersonId::from_str(text).map_err(|_| IpcError::malformed("person", text))
}
