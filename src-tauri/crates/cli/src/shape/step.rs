use std::collections::BTreeMap;

use business_time::{ClosedBecause, Instant};
use policy::{Allowance, SkippedDay, Step};
use serde::Serialize;

use crate::tongue::Tongue;
use crate::word::verdict_code;

/// A step of an explanation: its code, its clause, what its sentence needs, and the sentence.
#[derive(Serialize)]
pub struct StepShape {
    code: &'static str,
    clause: Option<u8>,
    instants: BTreeMap<&'static str, String>,
    params: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    days: Vec<SkippedDayShape>,
    text: String,
}

/// A day on which no business time passes.
#[derive(Serialize)]
struct SkippedDayShape {
    on: String,
    because: &'static str,
    name: Option<String>,
    provisional: bool,
}

/// A step's code and what its sentence needs.
#[derive(Default)]
struct Said {
    code: &'static str,
    instants: Vec<(&'static str, Instant)>,
    params: Vec<(&'static str, String)>,
    days: Vec<SkippedDayShape>,
}

impl StepShape {
    /// Shows a step, told in a language.
    pub fn of(step: &Step, tongue: &Tongue) -> Self {
        let Said {
            code,
            instants,
            params,
            days,
        } = say(step);
        let zone = tongue.zone();
        Self {
            code,
            clause: step.clause(),
            instants: instants
                .into_iter()
                .map(|(name, at)| (name, at.to_rfc3339_in(zone)))
                .collect(),
            params: params.into_iter().collect(),
            days,
            text: (tongue.words.step)(step, tongue),
        }
    }
}

fn say(step: &Step) -> Said {
    match step {
        Step::Received { at } => at_instant("received", *at),
        Step::ReckonedFromChange { at } => at_instant("reckoned-from-change", *at),
        Step::StartsAtOpening { at } => at_instant("starts-at-opening", *at),
        Step::SkippedDays { days } => Said {
            code: "skipped-days",
            days: days.iter().map(skipped_day).collect(),
            ..Said::default()
        },
        Step::Allowance {
            level,
            said,
            target,
            ..
        } => Said {
            params: [vec![("level", level.to_string())], allowance(*said)].concat(),
            instants: vec![("target", *target)],
            ..bare("allowance")
        },
        Step::TriageAim { business, at } => Said {
            params: vec![("minutes", (business.as_secs() / 60).to_string())],
            ..at_instant("triage-aim", *at)
        },
        Step::CarriedOver { from, to } => Said {
            params: vec![("from", from.to_string()), ("to", to.to_string())],
            ..bare("carried-over")
        },
        Step::LimitIsTarget => bare("limit-is-target"),
        Step::LimitIsClose { on, at } => Said {
            params: vec![("on", on.to_string())],
            ..at_instant("limit-is-close", *at)
        },
        Step::WholeDays {
            business_days,
            on,
            at,
        } => Said {
            params: vec![("days", business_days.to_string()), ("on", on.to_string())],
            ..at_instant("whole-days", *at)
        },
        Step::Responded { at, verdict } => Said {
            params: verdict
                .map(|it| ("verdict", verdict_code(it).to_owned()))
                .into_iter()
                .collect(),
            ..at_instant("responded", *at)
        },
        Step::Ended { at } => at_instant("ended", *at),
        Step::OverOutOfHours { since } => at_instant("over-out-of-hours", *since),
        Step::Provisional { year } => Said {
            params: vec![("year", year.to_string())],
            ..bare("provisional")
        },
    }
}

fn bare(code: &'static str) -> Said {
    Said {
        code,
        ..Said::default()
    }
}

fn at_instant(code: &'static str, at: Instant) -> Said {
    Said {
        instants: vec![("at", at)],
        ..bare(code)
    }
}

fn allowance(said: Allowance) -> Vec<(&'static str, String)> {
    let (unit, count) = match said {
        Allowance::BusinessHours(hours) => ("hours", hours),
        Allowance::BusinessDays(days) => ("days", days),
    };
    vec![("unit", unit.to_owned()), ("count", count.to_string())]
}

fn skipped_day(day: &SkippedDay) -> SkippedDayShape {
    let (because, name, provisional) = closed(&day.because);
    SkippedDayShape {
        on: day.on.to_string(),
        because,
        name,
        provisional,
    }
}

/// Shows why a day is closed: the reason, its name, and whether it is computed.
pub fn closed(because: &ClosedBecause) -> (&'static str, Option<String>, bool) {
    match because {
        ClosedBecause::Weekday => ("weekday", None, false),
        ClosedBecause::NationalHoliday { name, provisional } => {
            ("national-holiday", Some(name.clone()), *provisional)
        }
        ClosedBecause::ClosingDay { name } => ("closing-day", name.clone(), false),
        ClosedBecause::Override => ("override", None, false),
    }
}
