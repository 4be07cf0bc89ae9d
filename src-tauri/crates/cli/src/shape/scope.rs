//! An inquiry's scope, and where the level assistant stands, as `--json` writes them.

use desk::{AssistantView, ReplyDraft, ScopeView};
use serde::Serialize;

use crate::tongue::Tongue;

/// What an inquiry's scope comes to, and why.
#[derive(Serialize)]
pub struct ScopeShape {
    scope: &'static str,
    findings: Vec<FindingShape>,
    os: Option<OsShape>,
    app: Option<NamedShape>,
    device: Option<NamedShape>,
    language: LanguageShape,
    reply: Option<String>,
}

#[derive(Serialize)]
struct FindingShape {
    subject: &'static str,
    scope: &'static str,
    clause: u8,
    reason: Option<&'static str>,
    text: Option<String>,
}

#[derive(Serialize)]
struct OsShape {
    os: &'static str,
    version: String,
    from_text: bool,
    verdict: &'static str,
    reason: &'static str,
}

/// An app or device that the text names.
#[derive(Serialize)]
struct NamedShape {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    verdict: &'static str,
    reason: &'static str,
}

#[derive(Serialize)]
struct LanguageShape {
    hint: &'static str,
    language: Option<&'static str>,
}

impl ScopeShape {
    /// Shows an inquiry's scope, with the reply that fits it.
    pub fn of(scope: &ScopeView, drafts: &[ReplyDraft], tongue: &Tongue) -> Self {
        let findings = scope.findings.iter().map(|it| {
            let named = it.reason.and_then(|reason| scope.named(reason));
            FindingShape {
                subject: it.subject.as_str(),
                scope: it.scope.as_str(),
                clause: it.clause,
                reason: it.reason.map(policy::OutReason::as_str),
                text: named.map(|it| (tongue.words.name)(&it.name).to_owned()),
            }
        });
        Self {
            scope: scope.scope.as_str(),
            findings: findings.collect(),
            os: scope.os.as_ref().map(|(named, answer)| OsShape {
                os: named.os.as_str(),
                version: named.version.clone(),
                from_text: scope.os_from_text,
                verdict: answer.verdict.as_str(),
                reason: answer.reason.as_str(),
            }),
            app: scope.app.as_ref().map(|(named, answer)| NamedShape {
                name: named.app.clone(),
                version: Some(named.version.clone()),
                verdict: answer.verdict.as_str(),
                reason: answer.reason.as_str(),
            }),
            device: scope.device.as_ref().map(|(model, answer)| NamedShape {
                name: model.clone(),
                version: None,
                verdict: answer.verdict.as_str(),
                reason: answer.reason.as_str(),
            }),
            language: LanguageShape {
                hint: scope.language.hint.as_str(),
                language: scope.language.language,
            },
            reply: drafts
                .iter()
                .find(|it| it.topic == "scope")
                .map(|it| it.text.clone()),
        }
    }
}

/// Where the level assistant stands.
#[derive(Serialize)]
pub struct AssistantShape {
    question: Option<String>,
    answers: Vec<AnswerShape>,
    level: Option<&'static str>,
    clause: Option<u8>,
}

#[derive(Serialize)]
struct AnswerShape {
    number: usize,
    text: String,
    suggested: bool,
}

impl AssistantShape {
    /// Shows the next question, or the level.
    pub fn of(stands: &AssistantView, tongue: &Tongue) -> Self {
        let name = tongue.words.name;
        match stands {
            AssistantView::Found { level, clause } => Self {
                question: None,
                answers: Vec::new(),
                level: Some(level.as_str()),
                clause: Some(*clause),
            },
            AssistantView::Ask {
                question,
                suggested,
            } => {
                let answers = question.answers.iter().enumerate();
                let answers = answers.map(|(place, it)| AnswerShape {
                    number: place + 1,
                    text: name(&it.name).to_owned(),
                    suggested: *suggested == Some(place),
                });
                Self {
                    question: Some(name(&question.name).to_owned()),
                    answers: answers.collect(),
                    level: None,
                    clause: None,
                }
            }
        }
    }
}
