use desk::ScopeView;
use inquiry::{OsUsed, PartUsed, ScopeAnswer};
use policy::{NamedOs, OsFamily, OutReason};

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::line;
use crate::session::Session;
use crate::shape::scope::ScopeShape;
use crate::tongue::Tongue;

/// Tells whether an inquiry is within standard support, and why (§7–§11, §16, §19)
#[derive(clap::Args)]
pub struct Arguments {
    /// Its number or id
    #[arg(value_name = "ID")]
    inquiry: String,
    /// Answers a question, such as `contract=yes`, `part=older`, `os=ios 18.7.2` or `consulting=yes`
    #[arg(long, value_name = "ABOUT=ANSWER", value_parser = answer)]
    set: Vec<ScopeAnswer>,
}

/// Shows an inquiry's scope, or answers questions about it.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    if arguments.set.is_empty() {
        return show(arguments, session);
    }
    let call = session.call()?;
    let desk = session.read()?;
    let id = desk.find(&arguments.inquiry)?;
    let done = desk.answer_scope(&call, id, &arguments.set)?;
    written::show(session, &desk, &done, session.words.told.changed)
}

fn show(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let view = desk.inquiry(desk.find(&arguments.inquiry)?, None)?;
    let tongue = session.tongue(&desk);
    session.show(
        || ScopeShape::of(&view.scope, &view.drafts, &tongue),
        || text(&view.scope, &tongue),
    )?;
    Ok(Exit::Done)
}

/// Writes what an inquiry's scope comes to, finding by finding.
pub fn text(scope: &ScopeView, tongue: &Tongue) -> String {
    let told = &tongue.words.scope;
    let mut text = format!("{}\n", (told.scope)(scope.scope));
    for finding in &scope.findings {
        let mut said = format!(
            "  {} §{} {}",
            (told.scope)(finding.scope),
            finding.clause,
            (told.subject)(finding.subject)
        );
        if let Some(named) = finding.reason.and_then(|it| scope.named(it)) {
            said = format!("{said}: {}", (tongue.words.name)(&named.name));
        }
        text.push_str(&format!("{}\n", line(&said)));
    }
    if let Some((named, answer)) = &scope.os {
        let why = (tongue.words.os_reason)(answer.reason);
        text.push_str(&format!(
            "  {}\n",
            line(&format!("{} {}: {why}", named.os, named.version))
        ));
    }
    let named = scope.app.iter().map(|(named, answer)| {
        let why = (tongue.words.products.app)(answer.reason);
        format!("{} {}: {why}", named.app, named.version)
    });
    let device = scope.device.iter().map(|(model, answer)| {
        let why = (tongue.words.products.device)(answer.reason);
        format!("{model}: {why}")
    });
    for said in named.chain(device) {
        text.push_str(&format!("  {}\n", line(&said)));
    }
    text
}

fn answer(text: &str) -> Result<ScopeAnswer, String> {
    let (about, said) = text.split_once('=').ok_or("ABOUT=ANSWER")?;
    let said = said.trim();
    match about.trim() {
        "contract" => Ok(ScopeAnswer::Contract(flag(said)?)),
        "japanese" => Ok(ScopeAnswer::Japanese(flag(said)?)),
        "device" => Ok(ScopeAnswer::Device(flag(said)?)),
        "part" => Ok(ScopeAnswer::Part(part(said)?)),
        "os" => Ok(ScopeAnswer::Os(os(said)?)),
        reason => Ok(ScopeAnswer::Outside {
            reason: reason.parse::<OutReason>().map_err(|it| it.to_string())?,
            holds: flag(said)?,
        }),
    }
}

fn flag(said: &str) -> Result<Option<bool>, String> {
    match said {
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        "unknown" => Ok(None),
        _ => Err("yes, no, unknown".to_owned()),
    }
}

fn part(said: &str) -> Result<Option<PartUsed>, String> {
    match said {
        "console" => Ok(Some(PartUsed::Console)),
        "newest" => Ok(Some(PartUsed::NewestApp)),
        "older" => Ok(Some(PartUsed::OlderApp)),
        "app" => Ok(Some(PartUsed::App)),
        "unknown" => Ok(None),
        _ => Err("console, newest, older, app, unknown".to_owned()),
    }
}

fn os(said: &str) -> Result<Option<OsUsed>, String> {
    match said.split_once(' ') {
        None if said == "none" => Ok(Some(OsUsed::None)),
        None if said == "unknown" => Ok(None),
        None => Err("none, unknown, OS VERSION".to_owned()),
        Some((os, version)) => Ok(Some(OsUsed::Named(NamedOs {
            os: os.parse::<OsFamily>().map_err(|it| it.to_string())?,
            version: version.trim().to_owned(),
        }))),
    }
}
