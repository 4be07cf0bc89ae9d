//! The questions by which the level of an inquiry is found (§17).

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::Names;
use super::check::names;
use super::findings::Place;
use super::problem::PackProblemCode as Code;
use super::section::{Section, nearest};
use crate::words::ImpactLevel;

/// The most answers that a question has: each has a key of its own, 1 to 9.
const MOST_ANSWERS: usize = 9;

/// Where an answer leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeadsTo {
    /// To the question of that id.
    Question(String),
    /// To the level (§17).
    Level(ImpactLevel),
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LevelAnswer {
    /// What it says.
    pub name: Names,
    /// Words of an inquiry's text that suggest it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub recognise: Vec<String>,
    /// Where it leads: either `question` or `level`.
    #[serde(flatten)]
    pub leads_to: LeadsTo,
}

/// A question of the level assistant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LevelQuestion {
    /// By which answers lead to it; the first question of the pack is asked first.
    pub id: String,
    /// What is asked.
    pub name: Names,
    /// The answers, at most nine.
    pub answers: Vec<LevelAnswer>,
}

/// Reads the questions, which packs of the first hour do not have.
pub(super) fn questions(root: &mut Section<'_>) -> Vec<LevelQuestion> {
    let mut questions: Vec<LevelQuestion> = Vec::new();
    let mut led: Vec<(Place, String)> = Vec::new();
    let mut places = Vec::new();
    for mut section in root.sections_if_there("questions") {
        let id = section.text("id");
        let name = names(&mut section, "name");
        let answers = answers(&mut section, &mut led);
        if answers.len() > MOST_ANSWERS {
            section.note(Code::BadNumber, "answers", None);
        }
        if id
            .as_ref()
            .is_some_and(|id| questions.iter().any(|known| known.id == *id))
        {
            section.note(Code::Duplicate, "id", None);
        }
        let question = id.zip(name);
        places.extend(question.is_some().then(|| section.place.clone()));
        section.finish();
        questions.extend(question.map(|(id, name)| LevelQuestion { id, name, answers }));
    }
    check_ways(root, &questions, &places, &led);
    questions
}

fn answers(question: &mut Section<'_>, led: &mut Vec<(Place, String)>) -> Vec<LevelAnswer> {
    let mut found = Vec::new();
    for mut section in question.sections("answers") {
        let name = names(&mut section, "name");
        let recognise = section.texts("recognise", true);
        let leads_to = match (section.has("question"), section.has("level")) {
            (true, false) => section.text("question").map(|id| {
                led.push((section.place_of("question"), id.clone()));
                LeadsTo::Question(id)
            }),
            (false, true) => section
                .word("level", ImpactLevel::ALL, ImpactLevel::as_str)
                .map(LeadsTo::Level),
            (true, true) | (false, false) => {
                section.note_at(Code::QuestionOrLevel, &section.place);
                None
            }
        };
        section.finish();
        found.extend(name.zip(leads_to).map(|(name, leads_to)| LevelAnswer {
            name,
            recognise: recognise.into_iter().map(|(_, word)| word).collect(),
            leads_to,
        }));
    }
    found
}

/// Every way ends in a level: answers lead to questions that are there and come later, and every question but the
/// first is led to.
fn check_ways(
    root: &Section<'_>,
    questions: &[LevelQuestion],
    places: &[Place],
    led: &[(Place, String)],
) {
    let ids: Vec<&str> = questions.iter().map(|it| it.id.as_str()).collect();
    for (place, id) in led {
        if !ids.contains(&id.as_str()) {
            root.note_suggesting(Code::UnknownWord, place, nearest(id, ids.iter().copied()));
        }
    }
    let mut reached: BTreeSet<&str> = ids.first().copied().into_iter().collect();
    for (question, place) in questions.iter().zip(places) {
        if !reached.contains(question.id.as_str()) {
            root.note_at(Code::NeverAsked, place);
        }
        let ways = question.answers.iter();
        reached.extend(ways.filter_map(|answer| match &answer.leads_to {
            LeadsTo::Question(id) => Some(id.as_str()),
            LeadsTo::Level(_) => None,
        }));
        check_forward(root, &ids, question, place);
    }
}

/// Notes where an answer leads back to its question or to one before: asking might never end.
fn check_forward(root: &Section<'_>, ids: &[&str], question: &LevelQuestion, place: &Place) {
    let own = ids.iter().position(|id| *id == question.id);
    let back = question
        .answers
        .iter()
        .any(|answer| match &answer.leads_to {
            LeadsTo::Question(id) => {
                let there = ids.iter().position(|known| known == id);
                there.is_some() && there <= own
            }
            LeadsTo::Level(_) => false,
        });
    if back {
        root.note_at(Code::AsksInCircles, place);
    }
}
