//! What the window asks of obligations, the phone line and its suspensions.

use std::str::FromStr;

use desk::NewObligation;
use inquiry::{Actor, ObligationId};
use tauri::{AppHandle, Manager, Runtime, State};

use super::attachments::save;
use super::convert::mirror::Mirror;
use super::convert::obligations as show;
use super::convert::parse::{self, instant, optional};
use super::intake::apart;
use super::wire::obligations as wire;
use super::wire::{IpcError, Written};
use crate::shell::Shell;

/// Lists obligations; no kinds for all of them.
#[tauri::command]
#[specta::specta]
pub async fn obligations(
    shell: State<'_, Shell>,
    which: wire::WhichObligations,
    kinds: Vec<wire::MatterKind>,
) -> Result<Vec<wire::Obligation>, IpcError> {
    let kinds: Vec<_> = kinds.into_iter().map(Mirror::inside).collect();
    let found = shell.desk()?.obligations(which.inside(), &kinds)?;
    Ok(found.iter().map(show::obligation).collect())
}

/// Says when an obligation would be due for each product, and who is told.
#[tauri::command]
#[specta::specta]
pub async fn preview_obligation(
    shell: State<'_, Shell>,
    products: Vec<String>,
    matter: wire::Matter,
) -> Result<Vec<wire::DuePreview>, IpcError> {
    let products = all_products(&products)?;
    let found = shell
        .desk()?
        .preview_obligation(&products, &matter.parse()?)?;
    Ok(found.iter().map(show::preview).collect())
}

/// Records an obligation, one for each product.
#[tauri::command]
#[specta::specta]
pub async fn open_obligation(
    shell: State<'_, Shell>,
    request: wire::NewObligation,
) -> Result<Written, IpcError> {
    let new = NewObligation {
        products: all_products(&request.products)?,
        matter: request.matter.parse()?,
        text: request.text.into(),
    };
    let done = shell.desk()?.open_obligation(&shell.call()?, &new)?;
    Ok(shell.wrote(done))
}

/// Corrects an obligation, or plans it anew.
#[tauri::command]
#[specta::specta]
pub async fn revise_obligation(
    shell: State<'_, Shell>,
    id: String,
    matter: wire::Matter,
    text: wire::ObligationText,
) -> Result<Written, IpcError> {
    let (id, matter) = (obligation(&id)?, matter.parse()?);
    let done = shell
        .desk()?
        .revise_obligation(&shell.call()?, id, &matter, &text.into())?;
    Ok(shell.wrote(done))
}

/// Records that an obligation was done, now or when it says.
#[tauri::command]
#[specta::specta]
pub async fn fulfil_obligation(
    shell: State<'_, Shell>,
    id: String,
    at: Option<String>,
    by: Option<String>,
) -> Result<Written, IpcError> {
    let at = optional(at.as_deref(), instant)?;
    let by = by
        .filter(|it| !it.trim().is_empty())
        .map(|it| Actor::new(&it));
    let id = obligation(&id)?;
    let done = shell
        .desk()?
        .fulfil_obligation(&shell.call()?, id, at, by.as_ref())?;
    Ok(shell.wrote(done))
}

/// Records that an obligation fell away.
#[tauri::command]
#[specta::specta]
pub async fn withdraw_obligation(
    shell: State<'_, Shell>,
    id: String,
    reason: String,
) -> Result<Written, IpcError> {
    let id = obligation(&id)?;
    let done = shell
        .desk()?
        .withdraw_obligation(&shell.call()?, id, &reason)?;
    Ok(shell.wrote(done))
}

/// Lifts the suspension that lasts.
#[tauri::command]
#[specta::specta]
pub async fn lift_suspensions(shell: State<'_, Shell>) -> Result<Written, IpcError> {
    let done = shell.desk()?.lift_suspensions(&shell.call()?)?;
    Ok(shell.wrote(done))
}

/// Gives the queue of the suspension that lasts; nothing where none does.
#[tauri::command]
#[specta::specta]
pub async fn suspension_triage(
    shell: State<'_, Shell>,
) -> Result<Option<wire::SuspensionTriage>, IpcError> {
    let desk = shell.desk()?;
    let (found, rules) = (desk.suspension_triage()?, desk.rules());
    Ok(found.map(|it| show::triage(&it, &rules)))
}

/// Sums up the suspensions that have begun, the latest first.
#[tauri::command]
#[specta::specta]
pub async fn suspension_summaries(
    shell: State<'_, Shell>,
) -> Result<Vec<wire::SuspensionSummary>, IpcError> {
    let desk = shell.desk()?;
    let now = desk.now();
    let begun = desk.suspensions().into_iter().filter(|it| it.from <= now);
    begun
        .map(|it| Ok(show::summary(&desk.suspension_summary(&it)?)))
        .collect()
}

/// Lets the person save the register of incidents as CSV; gives the path, or nothing where the person changed their
/// mind.
#[tauri::command]
#[specta::specta]
pub async fn export_incidents<R: Runtime>(app: AppHandle<R>) -> Result<Option<String>, IpcError> {
    apart(move || {
        let table = app.state::<Shell>().desk()?.incident_table()?;
        save(&app, "incidents.csv", table.as_bytes())
    })
    .await
}

fn obligation(text: &str) -> Result<ObligationId, IpcError> {
    ObligationId::from_str(text).map_err(|_| IpcError::malformed("obligation", text))
}

fn all_products(texts: &[String]) -> Result<Vec<policy::ProductId>, IpcError> {
    texts.iter().map(|it| parse::product(it)).collect()
}
