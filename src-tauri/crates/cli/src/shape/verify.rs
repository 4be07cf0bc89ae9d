use desk::{VerifyProblem, VerifyReport};
use serde::Serialize;

use crate::tongue::Tongue;

/// What a verification found, and what it cannot prove.
#[derive(Serialize)]
pub struct VerifyShape {
    sound: bool,
    events: u64,
    inquiries: u64,
    texts: u64,
    erased_texts: u64,
    raw_messages: u64,
    kept_heads: u64,
    signed_heads: u64,
    problems: Vec<ProblemShape>,
    heads: Vec<HeadShape>,
    unproven: Vec<String>,
}

#[derive(Serialize)]
struct ProblemShape {
    code: &'static str,
    place: String,
    message: &'static str,
}

#[derive(Serialize)]
struct HeadShape {
    device: String,
    letter: String,
    seq: i64,
    hash: String,
}

impl VerifyShape {
    /// Shows a report.
    pub fn of(report: &VerifyReport, tongue: &Tongue) -> Self {
        let problem = |it: &VerifyProblem| ProblemShape {
            code: it.code(),
            place: it.place(),
            message: (tongue.words.problem)(it),
        };
        let heads = report.heads.iter().map(|it| HeadShape {
            device: it.device.to_string(),
            letter: it.letter.clone(),
            seq: it.seq,
            hash: it.hash.clone(),
        });
        Self {
            sound: report.is_sound(),
            events: report.events,
            inquiries: report.inquiries,
            texts: report.texts,
            erased_texts: report.erased_texts,
            raw_messages: report.raws,
            kept_heads: report.kept_heads,
            signed_heads: report.signed_heads,
            problems: report.problems.iter().map(problem).collect(),
            heads: heads.collect(),
            unproven: report
                .unproven
                .iter()
                .map(|it| (tongue.words.unproven)(it, tongue))
                .collect(),
        }
    }
}
