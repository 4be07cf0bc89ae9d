use inquiry::MatterKind;
use policy::{CalendarSpan, ClockBand, ClockStep};

use super::super::ObligationWords;
use crate::tongue::Tongue;

pub(super) const OBLIGATION: ObligationWords = ObligationWords {
    refusal,
    and: "; ",
    kind: |kind| match kind {
        MatterKind::EnterpriseApp => "Enterprise app",
        MatterKind::Maintenance => "Maintenance notice",
        MatterKind::Change => "Change",
        MatterKind::OsVerification => "OS verification",
        MatterKind::Suspension => "Suspension notice",
        MatterKind::Incident => "Incident notice",
    },
    band: |band| match band {
        ClockBand::Overdue => "overdue",
        ClockBand::Urgent => "urgent",
        ClockBand::Soon => "soon",
        ClockBand::Fine => "fine",
        ClockBand::Done => "done",
    },
    step,
    due: "Due",
    no_time: "no time promised",
    done: |late| if late { "done late" } else { "done" },
    withdrawn: "withdrawn",
    none: "There is no obligation.",
    matter: "Matter",
};

fn step(step: &ClockStep, tongue: &Tongue) -> String {
    let moment = |at: &business_time::Instant| tongue.moment(*at);
    match step {
        ClockStep::Requested { at } => format!("Asked for {}", moment(at)),
        ClockStep::Detected { at } => format!("Detected {}", moment(at)),
        ClockStep::Released { on } => format!("Released {}", tongue.day(*on)),
        ClockStep::Planned { starts_on } => format!("Planned for {}", tongue.day(*starts_on)),
        ClockStep::StartsAtOpening { at } => {
            format!("Counted from the next opening, {}", moment(at))
        }
        ClockStep::SkippedDays { days } => {
            let closed = tongue.words.field.closed;
            let days = days
                .iter()
                .map(|it| format!("{} ({})", tongue.day(it.on), closed(&it.because)));
            format!("Left out: {}", days.collect::<Vec<_>>().join(", "))
        }
        ClockStep::WholeDays { business_days, at } => {
            format!(
                "Closing of business day {business_days} after it: {}",
                moment(at)
            )
        }
        ClockStep::WallHours { wall_hours, at } => {
            format!("{wall_hours} h later, at any hour: {}", moment(at))
        }
        ClockStep::After { span, on } => format!("{} later: {}", length(*span), tongue.day(*on)),
        ClockStep::Before { span, on } => {
            format!("At least {} before: by {}", length(*span), tongue.day(*on))
        }
        ClockStep::MonthEnd { on } => {
            format!(
                "The month has no such day; its last one is {}",
                tongue.day(*on)
            )
        }
        ClockStep::RemindedBefore { at } => {
            format!("Nobody works that day; reminders count to {}", moment(at))
        }
        ClockStep::Done { at, late: false } => format!("Done {}, in time", moment(at)),
        ClockStep::Done { at, late: true } => format!("Done {}, too late", moment(at)),
        ClockStep::Provisional { year } => {
            format!("The holidays of {year} are computed and may change")
        }
    }
}

fn length(span: CalendarSpan) -> String {
    let (count, unit) = match span {
        CalendarSpan::Days(count) => (count, "day"),
        CalendarSpan::Weeks(count) => (count, "week"),
        CalendarSpan::Months(count) => (count, "month"),
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

fn refusal(code: &str) -> &'static str {
    match code {
        "already-done" => "it is done already",
        "already-withdrawn" => "it was withdrawn",
        "done-out-of-range" => "it must have been done after it was known and before now",
        "not-suspended" => "phone intake is not suspended by it",
        "other-kind" => "it stays of its kind",
        "end-before-start" => "its end does not come after its beginning",
        "known-in-future" => "it cannot have come to be known after now",
        "reason-missing" => "a reason is missing",
        "nothing-to-change" => "it is so already",
        _ => "it is refused",
    }
}
