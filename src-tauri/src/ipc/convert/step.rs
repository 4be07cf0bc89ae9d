//! The steps of an explanation, as codes and parameters.

use std::collections::BTreeMap;

use business_time::{ClosedBecause, Instant};
use policy::{Allowance, SkippedDay, Step, Verdict};

use super::instant;
use crate::ipc::wire::inquiry as wire;

/// A step's code and what its sentence needs.
#[derive(Default)]
struct Said {
    code: &'static str,
    instants: Vec<(&'static str, Instant)>,
    params: Vec<(&'static str, String)>,
    days: Vec<wire::SkippedDay>,
}

/// Shows a step.
pub(crate) fn step(step: &Step) -> wire::Step {
    let said = say(step);
    let named = |(name, at): (&str, Instant)| (name.to_owned(), instant(at));
    let params: BTreeMap<String, String> = said
        .params
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    wire::Step {
        code: said.code.to_owned(),
        clause: step.clause(),
        calendar: matches!(step, Step::SkippedDays { .. } | Step::Provisional { .. }),
        instants: said.instants.into_iter().map(named).collect(),
        params,
        days: said.days,
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
        } => {
            let (unit, count) = match said {
                Allowance::BusinessHours(hours) => ("hours", hours),
                Allowance::BusinessDays(days) => ("days", days),
            };
            let params = vec![
                ("level", level.to_string()),
                ("unit", unit.to_owned()),
                ("count", count.to_string()),
            ];
            Said {
                code: "allowance",
                instants: vec![("target", *target)],
                params,
                ..Said::default()
            }
        }
        Step::TriageAim { business, at } => {
            let params = vec![("minutes", (business.as_secs() / 60).to_string())];
            Said {
                code: "triage-aim",
                instants: vec![("at", *at)],
                params,
                ..Said::default()
            }
        }
        Step::CarriedOver { from, to } => {
            let params = vec![("from", from.to_string()), ("to", to.to_string())];
            Said {
                code: "carried-over",
                params,
                ..Said::default()
            }
        }
        Step::LimitIsTarget => Said {
            code: "limit-is-target",
            ..Said::default()
        },
        Step::LimitIsClose { on, at } => Said {
            params: vec![("on", on.to_string())],
            ..at_instant("limit-is-close", *at)
        },
        Step::WholeDays {
            business_days,
            on,
            at,
        } => {
            let params = vec![("days", business_days.to_string()), ("on", on.to_string())];
            Said {
                params,
                ..at_instant("whole-days", *at)
            }
        }
        Step::Responded { at, verdict } => {
            let verdict = verdict
                .map(|it| verdict_code(it).to_owned())
                .unwrap_or_default();
            Said {
                params: vec![("verdict", verdict)],
                ..at_instant("responded", *at)
            }
        }
        Step::Ended { at } => at_instant("ended", *at),
        Step::OverOutOfHours { since } => at_instant("over-out-of-hours", *since),
        Step::Provisional { year } => Said {
            code: "provisional",
            params: vec![("year", year.to_string())],
            ..Said::default()
        },
    }
}

fn at_instant(code: &'static str, at: Instant) -> Said {
    Said {
        code,
        instants: vec![("at", at)],
        ..Said::default()
    }
}

/// Shows a day that does not count.
pub(crate) fn skipped_day(day: &SkippedDay) -> wire::SkippedDay {
    let (because, name, provisional) = closed(&day.because);
    wire::SkippedDay {
        on: day.on.to_string(),
        because,
        name,
        provisional,
    }
}

/// Shows why a day is closed: the reason, its name, and whether it is computed.
pub(crate) fn closed(because: &ClosedBecause) -> (wire::ClosedBecause, Option<String>, bool) {
    match because {
        ClosedBecause::Weekday => (wire::ClosedBecause::Weekday, None, false),
        ClosedBecause::NationalHoliday { name, provisional } => (
            wire::ClosedBecause::NationalHoliday,
            Some(name.clone()),
            *provisional,
        ),
        ClosedBecause::ClosingDay { name } => {
            (wire::ClosedBecause::ClosingDay, name.clone(), false)
        }
        ClosedBecause::Override => (wire::ClosedBecause::Override, None, false),
    }
}

const fn verdict_code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::InTime => "in-time",
        Verdict::Late => "late",
        Verdict::Breach => "breach",
    }
}
