//! The rules: read, and changed only after a look at what that does (§21).

use tauri::{AppHandle, Manager, Runtime, State};
use tauri_plugin_dialog::DialogExt;

use super::convert::{calendar, packs as packs_of, rules as rules_of};
use super::intake::apart;
use super::wire::packs::PackFamily;
use super::wire::rules::{CalendarPicture, Previewed, RuleChange, WhatIf};
use super::wire::{IpcError, Written};
use crate::shell::Shell;

/// Gives a year of the business calendar as a picture.
#[tauri::command]
#[specta::specta]
pub async fn calendar_picture(
    shell: State<'_, Shell>,
    year: i32,
) -> Result<CalendarPicture, IpcError> {
    Ok(calendar::picture(&shell.desk()?.calendar_picture(year)?))
}

/// Gives the policies with all their versions, clause by clause.
#[tauri::command]
#[specta::specta]
pub async fn packs(shell: State<'_, Shell>) -> Result<Vec<PackFamily>, IpcError> {
    let desk = shell.desk()?;
    let rules = desk.rules();
    Ok(packs_of::families(
        &rules,
        rules.calendar.date_of(desk.now()),
    ))
}

/// Tells what a change would do, or all problems of it; writes nothing.
#[tauri::command]
#[specta::specta]
pub async fn preview_change(
    shell: State<'_, Shell>,
    change: RuleChange,
) -> Result<Previewed, IpcError> {
    let desk = shell.desk()?;
    apart(move || {
        let change = match change.read()? {
            Ok(change) => change,
            Err(problems) => {
                return Ok(Previewed {
                    problems,
                    preview: None,
                });
            }
        };
        Ok(match rules_of::told(desk.preview_change(&change))? {
            Ok(preview) => Previewed {
                problems: Vec::new(),
                preview: Some(rules_of::preview(&preview, &change)),
            },
            Err(problems) => Previewed {
                problems,
                preview: None,
            },
        })
    })
    .await
}

/// Applies a change.
#[tauri::command]
#[specta::specta]
pub async fn apply_change<R: Runtime>(
    app: AppHandle<R>,
    change: RuleChange,
) -> Result<Written, IpcError> {
    apart(move || {
        let shell = app.state::<Shell>();
        let problems = |problems: Vec<_>| {
            let count = problems.len().to_string();
            IpcError {
                code: "pack-problems".to_owned(),
                params: [("count".to_owned(), count)].into(),
            }
        };
        let change = change.read()?.map_err(problems)?;
        Ok(shell.wrote(shell.desk()?.apply_change(&shell.call()?, &change)?))
    })
    .await
}

/// Judges the first responses to what was received in a period, both days included, by changed rules.
#[tauri::command]
#[specta::specta]
pub async fn what_if(
    shell: State<'_, Shell>,
    change: RuleChange,
    from: String,
    to: String,
) -> Result<WhatIf, IpcError> {
    let desk = shell.desk()?;
    let (from, to) = (rules_of::date(&from)?, rules_of::date(&to)?);
    let wrong = |problems| WhatIf {
        problems,
        before: Default::default(),
        after: Default::default(),
        changed: 0,
        named: Vec::new(),
    };
    apart(move || {
        let change = match change.read()? {
            Ok(change) => change,
            Err(problems) => return Ok(wrong(problems)),
        };
        Ok(match rules_of::told(desk.what_if(&change, from, to))? {
            Ok(what_if) => rules_of::what_if(&what_if),
            Err(problems) => wrong(problems),
        })
    })
    .await
}

/// Lets the person choose a file with rules of an ending; nothing where none was chosen.
#[tauri::command]
#[specta::specta]
pub async fn choose_rule_file<R: Runtime>(
    app: AppHandle<R>,
    ending: String,
) -> Result<Option<String>, IpcError> {
    apart(move || {
        let name = ending.to_uppercase();
        let chosen = app
            .dialog()
            .file()
            .add_filter(name, &[ending.as_str()])
            .blocking_pick_file();
        let path = chosen.and_then(|path| path.into_path().ok());
        Ok(path.map(|path| path.to_string_lossy().into_owned()))
    })
    .await
}
