use desk::{Deadline, InquiryView};
use serde::Serialize;

use super::row::Row;
use super::step::StepShape;
use crate::tongue::Tongue;

/// How a deadline came about.
#[derive(Serialize)]
pub struct DeadlineShape {
    start: String,
    target: String,
    limit: String,
    aim: bool,
    carried_over: bool,
    provisional: bool,
    allowance_s: i64,
    pack: String,
    calendar: String,
    steps: Vec<StepShape>,
}

/// An inquiry's deadline with its reasons.
#[derive(Serialize)]
pub struct ExplainedShape {
    as_of: String,
    #[serde(flatten)]
    row: Row,
    deadline: DeadlineShape,
}

impl DeadlineShape {
    /// Shows a deadline card.
    pub fn of(deadline: &Deadline, tongue: &Tongue) -> Self {
        let (evaluation, zone) = (&deadline.evaluation, tongue.zone());
        let explanation = &deadline.explanation;
        Self {
            start: evaluation.start.to_rfc3339_in(zone),
            target: evaluation.target.to_rfc3339_in(zone),
            limit: evaluation.limit.to_rfc3339_in(zone),
            aim: evaluation.aim,
            carried_over: evaluation.carried_over,
            provisional: evaluation.provisional,
            allowance_s: evaluation.allowance.as_secs(),
            pack: explanation.pack.clone(),
            calendar: explanation.calendar.clone(),
            steps: explanation
                .steps
                .iter()
                .map(|it| StepShape::of(it, tongue))
                .collect(),
        }
    }
}

impl ExplainedShape {
    /// Shows an inquiry's row and deadline.
    pub fn of(view: &InquiryView, tongue: &Tongue) -> Self {
        let zone = tongue.zone();
        Self {
            as_of: view.as_of.to_rfc3339_in(zone),
            row: Row::of(&view.row, zone),
            deadline: DeadlineShape::of(&view.deadline, tongue),
        }
    }
}
