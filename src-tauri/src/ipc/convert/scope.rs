//! An inquiry's scope, the level assistant and outages.

use std::collections::BTreeMap;

use desk::{AssistantView, InquiryView, Rules};
use inquiry::{OsUsed, PartUsed, ScopeAnswer, ScopeAnswers};
use policy::{ImpactLevel, NamedOs, OsFamily, OutReason};

use super::instant;
use super::mirror::Mirror;
use super::row::localised;
use crate::ipc::wire::queue::Level;
use crate::ipc::wire::{IpcError, scope as wire};

/// The reasons that have a question of their own.
const ASKED_APART: [OutReason; 2] = [OutReason::Contract, OutReason::NotJapanese];

/// Shows an inquiry's scope.
pub(crate) fn scope(view: &desk::ScopeView) -> wire::ScopeView {
    let finding = |it: &policy::ScopeFinding| wire::ScopeFinding {
        subject: it.subject.to_string(),
        scope: it.scope.to_string(),
        clause: it.clause,
        reason: it
            .reason
            .and_then(|reason| view.named(reason))
            .map(|it| localised(&it.name)),
    };
    let asked = view
        .outside
        .iter()
        .filter(|it| !ASKED_APART.contains(&it.id));
    wire::ScopeView {
        scope: view.scope.to_string(),
        findings: view.findings.iter().map(finding).collect(),
        os: view.os.as_ref().map(|(named, _)| wire::JudgedOs {
            os: named.os.to_string(),
            version: named.version.clone(),
            from_text: view.os_from_text,
        }),
        app: view.app.as_ref().map(|(named, answer)| wire::NamedFact {
            name: format!("{} {}", named.app, named.version),
            reason: answer.reason.to_string(),
        }),
        device: view.device.as_ref().map(|(model, answer)| wire::NamedFact {
            name: model.clone(),
            reason: answer.reason.to_string(),
        }),
        answers: answers(&view.answers),
        reasons: asked
            .map(|it| wire::ScopeReason {
                id: it.id.to_string(),
                name: localised(&it.name),
            })
            .collect(),
    }
}

fn answers(answers: &ScopeAnswers) -> BTreeMap<String, String> {
    let flag = |it: bool| if it { "yes" } else { "no" }.to_owned();
    let mut said = BTreeMap::new();
    said.extend(answers.contract.map(|it| ("contract".to_owned(), flag(it))));
    said.extend(answers.japanese.map(|it| ("japanese".to_owned(), flag(it))));
    said.extend(answers.device.map(|it| ("device".to_owned(), flag(it))));
    said.extend(
        answers
            .part
            .map(|it| ("part".to_owned(), part_code(it).to_owned())),
    );
    said.extend(answers.os.as_ref().map(|it| ("os".to_owned(), os_text(it))));
    let outside = answers.outside.iter();
    said.extend(outside.map(|(reason, holds)| (reason.to_string(), flag(*holds))));
    said
}

const fn part_code(part: PartUsed) -> &'static str {
    match part {
        PartUsed::Console => "console",
        PartUsed::NewestApp => "newest",
        PartUsed::OlderApp => "older",
        PartUsed::App => "app",
    }
}

fn os_text(os: &OsUsed) -> String {
    match os {
        OsUsed::None => "none".to_owned(),
        OsUsed::Named(named) => format!("{} {}", named.os, named.version),
    }
}

/// Reads an answer on the checklist.
pub(crate) fn answer(it: &wire::ScopeAnswer) -> Result<ScopeAnswer, IpcError> {
    let wrong = || IpcError::malformed(&it.about, &it.answer);
    let flag = || match it.answer.as_str() {
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        "" => Ok(None),
        _ => Err(wrong()),
    };
    match it.about.as_str() {
        "contract" => flag().map(ScopeAnswer::Contract),
        "japanese" => flag().map(ScopeAnswer::Japanese),
        "device" => flag().map(ScopeAnswer::Device),
        "part" => part(&it.answer).ok_or_else(wrong).map(ScopeAnswer::Part),
        "os" => os(&it.answer).ok_or_else(wrong).map(ScopeAnswer::Os),
        reason => Ok(ScopeAnswer::Outside {
            reason: reason.parse().map_err(|_| wrong())?,
            holds: flag()?,
        }),
    }
}

fn part(text: &str) -> Option<Option<PartUsed>> {
    if text.is_empty() {
        return Some(None);
    }
    let all = [
        PartUsed::Console,
        PartUsed::NewestApp,
        PartUsed::OlderApp,
        PartUsed::App,
    ];
    all.into_iter().find(|it| part_code(*it) == text).map(Some)
}

fn os(text: &str) -> Option<Option<OsUsed>> {
    match text.split_once(' ') {
        None if text.is_empty() => Some(None),
        None => (text == "none").then_some(Some(OsUsed::None)),
        Some((os, version)) => Some(Some(OsUsed::Named(NamedOs {
            os: os.parse::<OsFamily>().ok()?,
            version: version.to_owned(),
        }))),
    }
}

/// Shows where the level assistant stands.
pub(crate) fn level_step(stands: &AssistantView) -> wire::LevelStep {
    match stands {
        AssistantView::Found { level, clause } => wire::LevelStep {
            question: None,
            answers: Vec::new(),
            level: Some(Level::show(*level)),
            clause: *clause,
        },
        AssistantView::Ask {
            question,
            suggested,
        } => {
            let answers = question.answers.iter().enumerate();
            wire::LevelStep {
                question: Some(localised(&question.name)),
                answers: answers
                    .map(|(place, it)| wire::LevelAnswer {
                        name: localised(&it.name),
                        suggested: *suggested == Some(place),
                    })
                    .collect(),
                level: None,
                clause: 17,
            }
        }
    }
}

/// Shows what is done with the status page; nothing for an inquiry that is no outage.
pub(crate) fn status_page(view: &InquiryView, rules: &Rules) -> Option<wire::StatusPageView> {
    let inquiry = view.inquiry();
    let level = inquiry.level.as_ref().map(|it| it.level);
    let pack = rules.pack(&inquiry.product, inquiry.received_at).ok()?;
    let page = pack.content().status_page.as_ref()?;
    let steps = page.steps.iter().map(|step| {
        let tick = inquiry.status_page.iter().find(|it| it.step == *step);
        wire::StatusPageStep {
            step: step.to_string(),
            by: tick.map(|it| it.by.to_string()),
            at: tick.map(|it| instant(it.at)),
        }
    });
    (level == Some(ImpactLevel::Outage)).then(|| wire::StatusPageView {
        name: localised(&page.name),
        steps: steps.collect(),
    })
}
