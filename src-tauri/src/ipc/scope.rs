//! An inquiry's scope, the level assistant and outages (§7–§11, §16, §17, §19).

use std::str::FromStr;

use desk::AssistedLevel;
use inquiry::InquiryId;
use policy::StatusPageStep;
use tauri::State;

use super::convert::mirror::Mirror;
use super::convert::{parse, scope as convert};
use super::wire::request::NewResponse;
use super::wire::scope::{AssistLevel, LevelStep, ScopeAnswer};
use super::wire::{IpcError, Written};
use crate::shell::Shell;

type Answer = Result<Written, IpcError>;

/// Answers questions about an inquiry's scope, all in one operation.
#[tauri::command]
#[specta::specta]
pub async fn answer_scope(
    shell: State<'_, Shell>,
    id: String,
    answers: Vec<ScopeAnswer>,
) -> Answer {
    let answers = answers.iter().map(convert::answer);
    let answers: Vec<_> = answers.collect::<Result<_, _>>()?;
    let inquiry = parse::inquiry(&id)?;
    let done = shell
        .desk()?
        .answer_scope(&shell.call()?, inquiry, &answers)?;
    Ok(shell.wrote(done))
}

/// Asks what comes after some answers to the pack's questions (§17).
#[tauri::command]
#[specta::specta]
pub async fn level_assistant(
    shell: State<'_, Shell>,
    id: String,
    answers: Vec<u32>,
) -> Result<LevelStep, IpcError> {
    let stands = shell
        .desk()?
        .level_assistant(parse::inquiry(&id)?, &answers)?;
    Ok(convert::level_step(&stands))
}

/// Decides the level that the questions lead to, or overrules them with a reason (§17).
#[tauri::command]
#[specta::specta]
pub async fn assist_level(shell: State<'_, Shell>, request: AssistLevel) -> Answer {
    let decided = AssistedLevel {
        answers: &request.answers,
        level: request.level.inside(),
        note: request.note.as_deref(),
    };
    let inquiry = parse::inquiry(&request.id)?;
    let done = shell
        .desk()?
        .assist_level(&shell.call()?, inquiry, &decided)?;
    Ok(shell.wrote(done))
}

/// Says that inquiries are of the outage that another one leads (§17).
#[tauri::command]
#[specta::specta]
pub async fn join_outage(
    shell: State<'_, Shell>,
    inquiries: Vec<String>,
    leading: String,
) -> Answer {
    let (inquiries, leading) = (ids(&inquiries)?, parse::inquiry(&leading)?);
    let done = shell
        .desk()?
        .join_outage(&shell.call()?, &inquiries, leading)?;
    Ok(shell.wrote(done))
}

/// Ticks a step of the status page, or takes the tick away (§17).
#[tauri::command]
#[specta::specta]
pub async fn tick_status_page(
    shell: State<'_, Shell>,
    id: String,
    step: String,
    done: bool,
) -> Answer {
    let named = StatusPageStep::from_str(&step).map_err(|_| IpcError::malformed("step", &step))?;
    let inquiry = parse::inquiry(&id)?;
    let written = shell
        .desk()?
        .tick_status_page(&shell.call()?, inquiry, named, done)?;
    Ok(shell.wrote(written))
}

/// Records one response for several inquiries, each with the verdict of its own clock.
#[tauri::command]
#[specta::specta]
pub async fn respond_together(
    shell: State<'_, Shell>,
    inquiries: Vec<String>,
    response: NewResponse,
) -> Answer {
    let response = response.parse()?;
    let done = shell
        .desk()?
        .respond_together(&shell.call()?, &ids(&inquiries)?, &response)?;
    Ok(shell.wrote(done))
}

/// Marks inquiries as handed over to paid support, or takes that back (§1).
#[tauri::command]
#[specta::specta]
pub async fn hand_over(
    shell: State<'_, Shell>,
    inquiries: Vec<String>,
    handed_over: bool,
) -> Answer {
    let done = shell
        .desk()?
        .hand_over(&shell.call()?, &ids(&inquiries)?, handed_over)?;
    Ok(shell.wrote(done))
}

fn ids(texts: &[String]) -> Result<Vec<InquiryId>, IpcError> {
    texts.iter().map(|it| parse::inquiry(it)).collect()
}
