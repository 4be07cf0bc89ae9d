use std::collections::BTreeMap;

use business_time::{Instant, Tz};
use desk::{ChangePreview, MovedDeadline, MovedObligation, OtherVerdict, WhatIf};
use policy::{ClockEvaluation, Due, Evaluation, Tally, Turn};
use serde::Serialize;

use super::calendar::{DifferenceShape, difference};

/// What a change of the rules does to the deadlines that run.
#[derive(Serialize)]
pub struct PreviewShape {
    dry_run: bool,
    operation: Option<String>,
    open: usize,
    moved: usize,
    turns: BTreeMap<&'static str, usize>,
    deadlines: Vec<MovedShape>,
    open_obligations: usize,
    obligations: Vec<MovedObligationShape>,
    holidays: Option<Vec<DifferenceShape>>,
}

#[derive(Serialize)]
struct MovedShape {
    number: String,
    subject: String,
    turn: Option<&'static str>,
    before: ClockShape,
    after: ClockShape,
}

#[derive(Serialize)]
struct MovedObligationShape {
    number: String,
    kind: &'static str,
    title: String,
    turn: Option<&'static str>,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Serialize)]
struct ClockShape {
    target: String,
    limit: String,
    band: &'static str,
}

/// The first responses of a past period, judged twice.
#[derive(Serialize)]
pub struct WhatIfShape {
    from: String,
    to: String,
    before: TallyShape,
    after: TallyShape,
    changed: usize,
    inquiries: Vec<OtherShape>,
}

#[derive(Serialize)]
struct TallyShape {
    count: u32,
    in_time: u32,
    late: u32,
    breach: u32,
    within_target_percent: Option<f64>,
    within_limit_percent: Option<f64>,
}

#[derive(Serialize)]
struct OtherShape {
    number: String,
    subject: String,
    before: &'static str,
    after: &'static str,
}

impl PreviewShape {
    /// Shows a preview; without an operation nothing was written.
    pub fn of(preview: &ChangePreview, operation: Option<String>, zone: Tz) -> Self {
        let turns = Turn::ALL
            .iter()
            .map(|turn| (turn.as_str(), preview.turning(*turn)));
        let holidays = preview.holidays.as_ref();
        Self {
            dry_run: operation.is_none(),
            operation,
            open: preview.open,
            moved: preview.moved.len(),
            turns: turns.collect(),
            deadlines: preview.moved.iter().map(|it| moved(it, zone)).collect(),
            open_obligations: preview.open_obligations,
            obligations: preview
                .obligations
                .iter()
                .map(|it| moved_obligation(it, zone))
                .collect(),
            holidays: holidays.map(|it| it.differences.iter().map(difference).collect()),
        }
    }
}

fn moved_obligation(moved: &MovedObligation, zone: Tz) -> MovedObligationShape {
    let due = |it: ClockEvaluation| match it.due {
        Due::At(at) => at.to_rfc3339_in(zone),
        Due::On(on) => on.to_string(),
    };
    MovedObligationShape {
        number: moved.row.obligation.number.to_string(),
        kind: moved.row.obligation.matter.kind().as_str(),
        title: moved.row.text.title.clone(),
        turn: moved.shift.turn().map(Turn::as_str),
        before: moved.shift.before.map(due),
        after: moved.shift.after.map(due),
    }
}

fn moved(moved: &MovedDeadline, zone: Tz) -> MovedShape {
    MovedShape {
        number: moved.row.inquiry.number.to_string(),
        subject: moved.row.subject.clone(),
        turn: moved.shift.turn().map(Turn::as_str),
        before: clock(&moved.shift.before, zone),
        after: clock(&moved.shift.after, zone),
    }
}

fn clock(evaluation: &Evaluation, zone: Tz) -> ClockShape {
    let at = |at: Instant| at.to_rfc3339_in(zone);
    ClockShape {
        target: at(evaluation.target),
        limit: at(evaluation.limit),
        band: evaluation.band.as_str(),
    }
}

impl WhatIfShape {
    /// Shows a period judged twice.
    pub fn of(what_if: &WhatIf) -> Self {
        Self {
            from: what_if.from.to_string(),
            to: what_if.to.to_string(),
            before: tally(&what_if.before),
            after: tally(&what_if.after),
            changed: what_if.changed,
            inquiries: what_if.named.iter().map(other).collect(),
        }
    }
}

fn tally(tally: &Tally) -> TallyShape {
    let percent = |thousandths: Option<u32>| thousandths.map(|it| f64::from(it) / 10.0);
    TallyShape {
        count: tally.count(),
        in_time: tally.in_time,
        late: tally.late,
        breach: tally.breach,
        within_target_percent: percent(tally.within_target()),
        within_limit_percent: percent(tally.within_limit()),
    }
}

fn other(other: &OtherVerdict) -> OtherShape {
    OtherShape {
        number: other.row.inquiry.number.to_string(),
        subject: other.row.subject.clone(),
        before: other.before.as_str(),
        after: other.after.as_str(),
    }
}
