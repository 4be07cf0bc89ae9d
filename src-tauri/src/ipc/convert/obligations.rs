//! Obligations, from the desk's words to the wire's and back.

use std::collections::BTreeMap;

use business_time::WallDuration;
use desk::{ObligationView, PhoneLine, SuspensionPeriod, SuspensionSummary, SuspensionTriage};
use inquiry::{Matter, ObligationText};
use policy::{CalendarSpan, ClockEvaluation, ClockExplanation, ClockStep, Due, TimeLeft};

use super::mirror::Mirror;
use super::parse::{self, date, instant as parse_instant};
use super::step::skipped_day;
use super::{count, instant, row, seconds};
use crate::ipc::wire::inquiry::Step;
use crate::ipc::wire::obligations::{
    Affected, ChangeException, ClockBand, IncidentKind, Matter as WireMatter, Measure,
};
use crate::ipc::wire::{IpcError, obligations as wire};

/// Shows an obligation.
pub(crate) fn obligation(view: &ObligationView) -> wire::Obligation {
    let it = view.obligation();
    let (fulfilment, by) = it
        .done
        .as_ref()
        .map(|(done, by)| (done, done.by.as_ref().unwrap_or(by)))
        .unzip();
    wire::Obligation {
        id: it.id.to_string(),
        number: it.number.to_string(),
        product: it.product.to_string(),
        clause: it.matter.kind().clause(),
        pack: view.pack.clone(),
        matter: matter(&it.matter),
        text: text(&view.row.text),
        clock: view.clock.as_ref().map(clock),
        steps: view.explanation.as_ref().map(steps).unwrap_or_default(),
        opened_at: instant(it.opened_at),
        opened_by: it.opened_by.to_string(),
        done_at: fulfilment.map(|done| instant(done.at)),
        done_by: by.map(ToString::to_string),
        late: it.was_late(),
        lifted_at: it.lifted_at.map(instant),
        withdrawn_at: it.withdrawn.as_ref().map(|gone| instant(gone.at)),
    }
}

fn text(text: &ObligationText) -> wire::ObligationText {
    wire::ObligationText {
        title: text.title.clone(),
        detail: text.detail.clone(),
        reason: text.reason.clone(),
        customers: text.customers.clone(),
        recipients: text.recipients.clone(),
        notice: text.notice.clone(),
    }
}

impl From<wire::ObligationText> for ObligationText {
    fn from(text: wire::ObligationText) -> Self {
        Self {
            title: text.title,
            detail: text.detail,
            reason: text.reason,
            customers: text.customers,
            recipients: text.recipients,
            notice: text.notice,
        }
    }
}

fn clock(clock: &ClockEvaluation) -> wire::ObligationClock {
    let (due_at, due_on) = match clock.due {
        Due::At(at) => (Some(instant(at)), None),
        Due::On(on) => (None, Some(on.to_string())),
    };
    let (left_s, on_the_wall) = match clock.left {
        TimeLeft::Business(left) => (seconds(left), false),
        TimeLeft::Wall(left) => (wall_seconds(left), true),
    };
    wire::ObligationClock {
        due_at,
        due_on,
        counted_to: instant(clock.counted_to),
        band: ClockBand::show(clock.band),
        left_s,
        on_the_wall,
        provisional: clock.provisional,
    }
}

fn wall_seconds(left: WallDuration) -> i32 {
    let whole = left.as_micros().div_euclid(1_000_000);
    i32::try_from(whole).unwrap_or(if whole < 0 { i32::MIN } else { i32::MAX })
}

fn steps(explanation: &ClockExplanation) -> Vec<Step> {
    let clause = explanation.clock.clause();
    let steps = explanation.steps.iter();
    steps.map(|it| step(it, clause)).collect()
}

fn step(step: &ClockStep, clause: u8) -> Step {
    let (code, at, params) = said(step);
    let days = match step {
        ClockStep::SkippedDays { days } => days.iter().map(skipped_day).collect(),
        _ => Vec::new(),
    };
    let named = |(name, value): (&str, String)| (name.to_owned(), value);
    Step {
        code: code.to_owned(),
        clause: step.is_of_the_clause().then_some(clause),
        calendar: matches!(
            step,
            ClockStep::SkippedDays { .. } | ClockStep::Provisional { .. }
        ),
        instants: at.map(|at| ("at".to_owned(), at)).into_iter().collect(),
        params: params.into_iter().map(named).collect::<BTreeMap<_, _>>(),
        days,
    }
}

type Said = (&'static str, Option<String>, Vec<(&'static str, String)>);

fn said(step: &ClockStep) -> Said {
    match step {
        ClockStep::Requested { at } => ("requested", Some(instant(*at)), vec![]),
        ClockStep::Detected { at } => ("detected", Some(instant(*at)), vec![]),
        ClockStep::Released { on } => ("released", None, vec![("on", on.to_string())]),
        ClockStep::Planned { starts_on } => ("planned", None, vec![("on", starts_on.to_string())]),
        ClockStep::StartsAtOpening { at } => ("starts-at-opening", Some(instant(*at)), vec![]),
        ClockStep::SkippedDays { .. } => ("skipped-days", None, vec![]),
        ClockStep::WholeDays { business_days, at } => (
            "business-days",
            Some(instant(*at)),
            vec![("count", business_days.to_string())],
        ),
        ClockStep::WallHours { wall_hours, at } => (
            "wall-hours",
            Some(instant(*at)),
            vec![("count", wall_hours.to_string())],
        ),
        ClockStep::After { span, on } => ("after", None, spanned(*span, on.to_string())),
        ClockStep::Before { span, on } => ("before", None, spanned(*span, on.to_string())),
        ClockStep::MonthEnd { on } => ("month-end", None, vec![("on", on.to_string())]),
        ClockStep::RemindedBefore { at } => ("reminded-before", Some(instant(*at)), vec![]),
        ClockStep::Done { at, late } => {
            let verdict = if *late { "late" } else { "in-time" };
            let params = vec![("kept", verdict.to_owned())];
            ("done", Some(instant(*at)), params)
        }
        ClockStep::Provisional { year } => ("provisional", None, vec![("year", year.to_string())]),
    }
}

fn spanned(span: CalendarSpan, on: String) -> Vec<(&'static str, String)> {
    let (unit, count) = match span {
        CalendarSpan::Days(count) => ("calendar-days", count),
        CalendarSpan::Weeks(count) => ("weeks", count),
        CalendarSpan::Months(count) => ("months", count),
    };
    vec![
        ("span", unit.to_owned()),
        ("count", count.to_string()),
        ("on", on),
    ]
}

fn matter(matter: &Matter) -> WireMatter {
    match matter {
        Matter::EnterpriseApp { requested_at } => WireMatter::EnterpriseApp {
            requested_at: instant(*requested_at),
        },
        Matter::Maintenance {
            planned_at,
            starts_at,
            ends_at,
            is_heavy,
            is_emergency,
        } => WireMatter::Maintenance {
            planned_at: instant(*planned_at),
            starts_at: instant(*starts_at),
            ends_at: instant(*ends_at),
            is_heavy: *is_heavy,
            is_emergency: *is_emergency,
        },
        Matter::Change {
            planned_at,
            takes_effect_on,
            measures,
            exception,
        } => WireMatter::Change {
            planned_at: instant(*planned_at),
            takes_effect_on: takes_effect_on.to_string(),
            measures: measures.iter().copied().map(Measure::show).collect(),
            exception: exception.map(ChangeException::show),
        },
        Matter::OsVerification {
            os,
            version,
            release,
            released_on,
            part,
        } => WireMatter::OsVerification {
            os: os.to_string(),
            version: version.clone(),
            release: release.to_string(),
            released_on: released_on.to_string(),
            part: part.clone(),
        },
        Matter::Suspension {
            planned_at,
            from,
            until,
        } => WireMatter::Suspension {
            planned_at: instant(*planned_at),
            from: instant(*from),
            until: instant(*until),
        },
        Matter::Incident {
            detected_at,
            incident,
            affected,
        } => WireMatter::Incident {
            detected_at: instant(*detected_at),
            incident: IncidentKind::show(*incident),
            affected: Affected::show(*affected),
        },
    }
}

impl WireMatter {
    /// Reads what an obligation is about.
    pub(crate) fn parse(&self) -> Result<Matter, IpcError> {
        Ok(match self {
            Self::EnterpriseApp { requested_at } => Matter::EnterpriseApp {
                requested_at: parse_instant(requested_at)?,
            },
            Self::Maintenance {
                planned_at,
                starts_at,
                ends_at,
                is_heavy,
                is_emergency,
            } => Matter::Maintenance {
                planned_at: parse_instant(planned_at)?,
                starts_at: parse_instant(starts_at)?,
                ends_at: parse_instant(ends_at)?,
                is_heavy: *is_heavy,
                is_emergency: *is_emergency,
            },
            Self::Change {
                planned_at,
                takes_effect_on,
                measures,
                exception,
            } => Matter::Change {
                planned_at: parse_instant(planned_at)?,
                takes_effect_on: date(takes_effect_on)?,
                measures: measures.iter().map(|it| it.inside()).collect(),
                exception: exception.map(Mirror::inside),
            },
            Self::OsVerification {
                os,
                version,
                release,
                released_on,
                part,
            } => Matter::OsVerification {
                os: parse::word(os)?,
                version: version.clone(),
                release: parse::word(release)?,
                released_on: date(released_on)?,
                part: part.clone(),
            },
            Self::Suspension {
                planned_at,
                from,
                until,
            } => Matter::Suspension {
                planned_at: parse_instant(planned_at)?,
                from: parse_instant(from)?,
                until: parse_instant(until)?,
            },
            Self::Incident {
                detected_at,
                incident,
                affected,
            } => Matter::Incident {
                detected_at: parse_instant(detected_at)?,
                incident: incident.inside(),
                affected: affected.inside(),
            },
        })
    }
}

/// Shows the phone line.
pub(crate) fn phone_line(line: &PhoneLine) -> wire::PhoneLine {
    wire::PhoneLine {
        suspended: line.suspended.as_ref().map(suspension),
        next: line.next.as_ref().map(suspension),
    }
}

fn suspension(period: &SuspensionPeriod) -> wire::Suspension {
    wire::Suspension {
        products: period.products.iter().map(ToString::to_string).collect(),
        from: instant(period.from),
        until: instant(period.until),
        reason: period.reason.clone(),
    }
}

/// Shows the queue of a suspension.
pub(crate) fn triage(triage: &SuspensionTriage, rules: &desk::Rules) -> wire::SuspensionTriage {
    let rows = |rows: &[desk::QueueRow]| rows.iter().map(|it| row::row(it, rules)).collect();
    wire::SuspensionTriage {
        mentioning: rows(&triage.mentioning),
        calls: rows(&triage.calls),
        others: rows(&triage.others),
    }
}

/// Shows what came of a suspension.
pub(crate) fn summary(summary: &SuspensionSummary) -> wire::SuspensionSummary {
    wire::SuspensionSummary {
        from: instant(summary.from),
        until: instant(summary.until),
        form: count(summary.form),
        mail: count(summary.mail),
        phone: count(summary.phone),
        mentioning: count(summary.mentioning),
        kept: count(summary.kept),
        breached: count(summary.breached),
        waiting: count(summary.waiting),
    }
}

/// Shows when an obligation would be due.
pub(crate) fn preview(preview: &desk::DuePreview) -> wire::DuePreview {
    wire::DuePreview {
        product: preview.product.to_string(),
        due_on: preview.due_on.map(|on| on.to_string()),
        too_late: preview.too_late,
        recipients: preview.recipients.iter().map(ToString::to_string).collect(),
    }
}
