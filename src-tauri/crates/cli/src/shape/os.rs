use policy::{OsAnswer, OsQuestion, OsTable};
use serde::Serialize;

use crate::output::line;
use crate::tongue::Tongue;

/// The answer about a version of an operating system.
#[derive(Serialize)]
pub struct OsShape {
    product: String,
    os: &'static str,
    version: String,
    on: String,
    verdict: &'static str,
    reason: &'static str,
    clause: u8,
    generation: Option<String>,
    newest_version: Option<String>,
    last_version: Option<String>,
    ends_on: Option<String>,
    presumed: bool,
    after_table: bool,
    table: String,
    text: String,
}

impl OsShape {
    /// Shows an answer, told in a language.
    pub fn of(
        question: &OsQuestion<'_>,
        answer: &OsAnswer,
        table: &OsTable,
        tongue: &Tongue,
    ) -> Self {
        Self {
            product: question.product.to_owned(),
            os: question.os.as_str(),
            version: question.version.to_owned(),
            on: question.on.to_string(),
            verdict: answer.verdict.as_str(),
            reason: answer.reason.as_str(),
            clause: answer.reason.clause(),
            generation: answer.generation.clone(),
            newest_version: answer.newest.clone(),
            last_version: answer.last_of_generation.clone(),
            ends_on: answer.ends_on.map(|on| on.to_string()),
            presumed: answer.presumed,
            after_table: answer.after_table,
            table: table.version.clone(),
            text: (tongue.words.os_reason)(answer.reason).to_owned(),
        }
    }
}

/// Tells an answer to people.
pub fn answer_text(
    question: &OsQuestion<'_>,
    answer: &OsAnswer,
    table: &OsTable,
    tongue: &Tongue,
) -> String {
    let told = &tongue.words.os;
    let mut lines = vec![
        format!(
            "{} {} ({}): {}",
            question.os,
            line(question.version),
            question.on,
            (told.verdict)(answer.verdict)
        ),
        format!(
            "§{} {}",
            answer.reason.clause(),
            (tongue.words.os_reason)(answer.reason)
        ),
    ];
    let known = [
        (told.newest, answer.newest.clone()),
        (told.last, answer.last_of_generation.clone()),
        (told.ends, answer.ends_on.map(|on| on.to_string())),
    ];
    lines.extend(
        known
            .into_iter()
            .filter_map(|(label, value)| Some(format!("{label}{}", value?))),
    );
    if answer.presumed {
        lines.push(told.presumed.to_owned());
    }
    if answer.after_table {
        lines.push((told.after_table)(&table.complete_until.to_string()));
    }
    lines.join("\n") + "\n"
}
