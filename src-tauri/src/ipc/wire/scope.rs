//! An inquiry's scope, the level assistant and outages (§7–§11, §16, §17, §19).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::queue::{Level, Localised};

/// What an inquiry's scope comes to, and why.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ScopeView {
    /// `in`, `out` or `to-be-checked`.
    pub scope: String,
    /// The findings, each with its clause.
    pub findings: Vec<ScopeFinding>,
    /// The operating system that is judged, as written.
    pub os: Option<JudgedOs>,
    /// The app that the text names.
    pub app: Option<NamedFact>,
    /// The device that the text names.
    pub device: Option<NamedFact>,
    /// The answers that count, by what they are about.
    pub answers: BTreeMap<String, String>,
    /// The reasons that an agent answers with yes or no (§19).
    pub reasons: Vec<ScopeReason>,
}

/// One finding.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ScopeFinding {
    /// What it is about, by code.
    pub subject: String,
    /// `in`, `out` or `to-be-checked`.
    pub scope: String,
    /// The clause.
    pub clause: u8,
    /// The reason of §19, as the pack calls it.
    pub reason: Option<Localised>,
}

/// The operating system that is judged.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct JudgedOs {
    /// The system by code.
    pub os: String,
    /// The version.
    pub version: String,
    /// Whether the text names it.
    pub from_text: bool,
}

/// An app with its version, or a device, as the text names it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct NamedFact {
    /// What it is called.
    pub name: String,
    /// What the table of products says of it, as a code.
    pub reason: String,
}

/// A reason of §19.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ScopeReason {
    /// The reason by code.
    pub id: String,
    /// What the pack calls it.
    pub name: Localised,
}

/// An answer on the checklist: about what, and what; an empty answer takes one back.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct ScopeAnswer {
    /// `contract`, `japanese`, `device`, `part`, `os`, or a reason of §19.
    pub about: String,
    /// `yes` or `no`; of a part `console`, `newest`, `older` or `app`; of a system `none` or its code and version.
    pub answer: String,
}

/// Where the level assistant stands (§17).
#[derive(Clone, Debug, Serialize, Type)]
pub struct LevelStep {
    /// The question that is asked next.
    pub question: Option<Localised>,
    /// Its answers.
    pub answers: Vec<LevelAnswer>,
    /// The level that was found.
    pub level: Option<Level>,
    /// The clause that gives it.
    pub clause: u8,
}

/// An answer to a question of the level assistant.
#[derive(Clone, Debug, Serialize, Type)]
pub struct LevelAnswer {
    /// What it says.
    pub name: Localised,
    /// Whether the inquiry's text suggests it.
    pub suggested: bool,
}

/// What an agent decides at the end of the level assistant.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct AssistLevel {
    /// The inquiry.
    pub id: String,
    /// The answers, each by its place from 0.
    pub answers: Vec<u32>,
    /// The level.
    pub level: Level,
    /// Why another one than was found.
    pub note: Option<String>,
}

/// What is done with the status page in an outage (§17).
#[derive(Clone, Debug, Serialize, Type)]
pub struct StatusPageView {
    /// What the page is called.
    pub name: Localised,
    /// The steps, in their order.
    pub steps: Vec<StatusPageStep>,
}

/// A step of the status page.
#[derive(Clone, Debug, Serialize, Type)]
pub struct StatusPageStep {
    /// The step by code.
    pub step: String,
    /// Who did it.
    pub by: Option<String>,
    /// When.
    pub at: Option<String>,
}
