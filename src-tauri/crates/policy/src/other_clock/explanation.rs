//! Why a clock is due when it is, as steps that name their clause.

use business_time::{BusinessCalendar, Instant};
use chrono::{Datelike, NaiveDate};

use super::{Clock, ClockDue, ClockFacts, ClockRule, Due, clock_due, course};
use crate::clock::EvaluateError;
use crate::explanation::{SkippedDay, skipped_days};
use crate::pack::CalendarSpan;

/// How the due instant or date of a clock came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockExplanation {
    /// The clock.
    pub clock: Clock,
    /// The steps in their order.
    pub steps: Vec<ClockStep>,
}

/// One step of the reckoning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClockStep {
    /// An app was asked for (§4).
    Requested {
        /// When.
        at: Instant,
    },
    /// An incident was detected (§20).
    Detected {
        /// When.
        at: Instant,
    },
    /// A version was released (§9).
    Released {
        /// When.
        on: NaiveDate,
    },
    /// Work or a suspension is planned (§5, §15).
    Planned {
        /// The day on which it is to start.
        starts_on: NaiveDate,
    },
    /// Business time counts from the next opening.
    StartsAtOpening {
        /// The opening.
        at: Instant,
    },
    /// Days that are no business days and do not count.
    SkippedDays {
        /// The days in their order.
        days: Vec<SkippedDay>,
    },
    /// Whole business days are counted, to the close of the last one.
    WholeDays {
        /// How many.
        business_days: u32,
        /// The close.
        at: Instant,
    },
    /// Hours on the wall are counted, at any hour of any day.
    WallHours {
        /// How many.
        wall_hours: u32,
        /// Their end.
        at: Instant,
    },
    /// Dates are counted onwards.
    After {
        /// How far.
        span: CalendarSpan,
        /// The date.
        on: NaiveDate,
    },
    /// Dates are counted back.
    Before {
        /// How far.
        span: CalendarSpan,
        /// The date.
        on: NaiveDate,
    },
    /// The month has no such day; its last one stands for it.
    MonthEnd {
        /// The last day.
        on: NaiveDate,
    },
    /// Nobody works on the due date, which stays; reminders count from the close before it.
    RemindedBefore {
        /// The close.
        at: Instant,
    },
    /// It was done.
    Done {
        /// When.
        at: Instant,
        /// Whether that was too late.
        late: bool,
    },
    /// The holidays of a year are computed, not published.
    Provisional {
        /// The year.
        year: i32,
    },
}

impl ClockStep {
    /// Tells whether the step rests on the clock's clause; the others are ours or the calendar's.
    pub fn is_of_the_clause(&self) -> bool {
        match self {
            Self::Requested { .. }
            | Self::Detected { .. }
            | Self::Released { .. }
            | Self::Planned { .. }
            | Self::WholeDays { .. }
            | Self::WallHours { .. }
            | Self::After { .. }
            | Self::Before { .. } => true,
            Self::StartsAtOpening { .. }
            | Self::SkippedDays { .. }
            | Self::MonthEnd { .. }
            | Self::RemindedBefore { .. }
            | Self::Done { .. }
            | Self::Provisional { .. } => false,
        }
    }
}

/// Explains when a clock is due under a calendar, and whether what was done was in time.
pub fn explain_clock(
    calendar: &BusinessCalendar,
    facts: &ClockFacts,
) -> Result<ClockExplanation, EvaluateError> {
    let found = clock_due(calendar, &facts.rule)?;
    let mut steps = match facts.rule {
        ClockRule::EnterpriseApp {
            requested_at,
            length,
        } => app_steps(calendar, requested_at, length.business_days, &found)?,
        ClockRule::IncidentNotice {
            detected_at,
            length,
        } => vec![
            ClockStep::Detected { at: detected_at },
            ClockStep::WallHours {
                wall_hours: length.wall_hours,
                at: super::notice_at(calendar, detected_at, length)?,
            },
        ],
        ClockRule::OsVerification {
            released_on: on,
            length,
        } => dated_steps(ClockStep::Released { on }, on, length, &found, false),
        ClockRule::MaintenanceNotice {
            starts_on, length, ..
        }
        | ClockRule::SuspensionNotice {
            starts_on, length, ..
        } => dated_steps(
            ClockStep::Planned { starts_on },
            starts_on,
            length,
            &found,
            true,
        ),
    };
    end_steps(&mut steps, calendar, facts, &found)?;
    Ok(ClockExplanation {
        clock: facts.rule.clock(),
        steps,
    })
}

fn app_steps(
    calendar: &BusinessCalendar,
    requested_at: Instant,
    business_days: u32,
    found: &ClockDue,
) -> Result<Vec<ClockStep>, EvaluateError> {
    let mut steps = vec![ClockStep::Requested { at: requested_at }];
    if found.start != requested_at {
        steps.push(ClockStep::StartsAtOpening { at: found.start });
    }
    let Due::At(at) = found.due else {
        return Ok(steps);
    };
    let (first, last) = (calendar.date_of(requested_at), calendar.date_of(at));
    let days = skipped_days(calendar, first, last)?;
    if !days.is_empty() {
        steps.push(ClockStep::SkippedDays { days });
    }
    steps.push(ClockStep::WholeDays { business_days, at });
    let years = [first, last].map(|on| (on.year(), calendar.provisional(on)));
    let mut years: Vec<i32> = years
        .into_iter()
        .filter_map(|(year, provisional)| provisional.then_some(year))
        .collect();
    years.dedup();
    steps.extend(
        years
            .into_iter()
            .map(|year| ClockStep::Provisional { year }),
    );
    Ok(steps)
}

fn dated_steps(
    first: ClockStep,
    from: NaiveDate,
    span: CalendarSpan,
    found: &ClockDue,
    back: bool,
) -> Vec<ClockStep> {
    let mut steps = vec![first];
    let Due::On(on) = found.due else {
        return steps;
    };
    steps.push(if back {
        ClockStep::Before { span, on }
    } else {
        ClockStep::After { span, on }
    });
    if matches!(span, CalendarSpan::Months(_)) && on.day() != from.day() {
        steps.push(ClockStep::MonthEnd { on });
    }
    steps
}

fn end_steps(
    steps: &mut Vec<ClockStep>,
    calendar: &BusinessCalendar,
    facts: &ClockFacts,
    found: &ClockDue,
) -> Result<(), EvaluateError> {
    if let Due::On(on) = found.due
        && !calendar.is_business_day(on)?
    {
        steps.push(ClockStep::RemindedBefore {
            at: course::counted_to(calendar, found.due)?,
        });
    }
    if let Some(at) = facts.done_at {
        let late = match found.due {
            Due::At(due) => at > due,
            Due::On(due) => calendar.date_of(at) > due,
        };
        steps.push(ClockStep::Done { at, late });
    }
    Ok(())
}
