//! Why the deadlines of an inquiry are what they are, as steps that name their clause.

use business_time::{BusinessCalendar, BusinessDuration, ClosedBecause, Instant, OutOfRange};
use chrono::{Datelike, NaiveDate};

use crate::clock::{EvaluateError, just_before};
use crate::evaluation::{Band, Evaluation, Facts, Verdict, evaluate};
use crate::pack::{Allowance, Pack};
use crate::thresholds::Thresholds;
use crate::words::{DayLimit, ImpactLevel};

/// How the deadlines of an inquiry came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The pack and its version, such as `clomo 2020-04-01`.
    pub pack: String,
    /// The versions of the calendar from receipt to limit, joined by ` → ` where there are several.
    pub calendar: String,
    /// The steps in their order.
    pub steps: Vec<Step>,
}

/// One step of the reckoning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The inquiry was received (§14).
    Received {
        /// The receipt.
        at: Instant,
    },
    /// The situation changed, and the clock is reckoned from the message that said so.
    ReckonedFromChange {
        /// The message.
        at: Instant,
    },
    /// Business time counts from the next opening (§14).
    StartsAtOpening {
        /// The opening.
        at: Instant,
    },
    /// Days between receipt and limit on which no business time passes.
    SkippedDays {
        /// The days in their order.
        days: Vec<SkippedDay>,
    },
    /// The level has so much time, which ends at the target (§17).
    Allowance {
        /// The impact level.
        level: ImpactLevel,
        /// Its time as the pack says it.
        said: Allowance,
        /// The same in business time.
        business: BusinessDuration,
        /// The target.
        target: Instant,
    },
    /// No level is decided; the aim for deciding one runs.
    TriageAim {
        /// The time for it.
        business: BusinessDuration,
        /// When it is used up.
        at: Instant,
    },
    /// The target does not fit into the day of the start (§18).
    CarriedOver {
        /// The day of the start.
        from: NaiveDate,
        /// The day of the target.
        to: NaiveDate,
    },
    /// The target fits into the day of the start, so the limit is the same (§18).
    LimitIsTarget,
    /// The limit is the close of the day onto which the target carried over (§18).
    LimitIsClose {
        /// The day.
        on: NaiveDate,
        /// Its close.
        at: Instant,
    },
    /// The limit is the close of the N-th business day after the day of the start (§18, the other reading).
    WholeDays {
        /// How many business days.
        business_days: u32,
        /// The day.
        on: NaiveDate,
        /// Its close.
        at: Instant,
    },
    /// The first response was given (§18).
    Responded {
        /// When.
        at: Instant,
        /// What it amounts to; none without a level.
        verdict: Option<Verdict>,
    },
    /// The inquiry ended without a first response.
    Ended {
        /// When.
        at: Instant,
    },
    /// The target or the limit has passed, but only out of hours: no business time is over.
    OverOutOfHours {
        /// The target or limit that has passed.
        since: Instant,
    },
    /// The holidays of a year are computed, not published.
    Provisional {
        /// The year.
        year: i32,
    },
}

/// A day on which no business time passes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedDay {
    /// The day.
    pub on: NaiveDate,
    /// Why it is closed.
    pub because: ClosedBecause,
}

impl Step {
    /// Gives the number of the clause that the step rests on; none for what is ours or the calendar's.
    pub fn clause(&self) -> Option<u8> {
        match self {
            Self::Received { .. } | Self::StartsAtOpening { .. } => Some(14),
            Self::Allowance { .. } => Some(17),
            Self::CarriedOver { .. }
            | Self::LimitIsTarget
            | Self::LimitIsClose { .. }
            | Self::WholeDays { .. }
            | Self::Responded { .. } => Some(18),
            Self::ReckonedFromChange { .. }
            | Self::SkippedDays { .. }
            | Self::TriageAim { .. }
            | Self::Ended { .. }
            | Self::OverOutOfHours { .. }
            | Self::Provisional { .. } => None,
        }
    }
}

/// Explains the evaluation of an inquiry under a pack and a calendar, as seen at `now`.
pub fn explain(
    pack: &Pack,
    calendar: &BusinessCalendar,
    thresholds: &Thresholds,
    facts: &Facts,
    now: Instant,
) -> Result<Explanation, EvaluateError> {
    let evaluation = evaluate(pack, calendar, thresholds, facts, now)?;
    let days = Days {
        reckoned_on: calendar.date_of(facts.reckoned_from),
        start_on: calendar.date_of(evaluation.start),
        target_on: calendar.date_of(just_before(evaluation.target).max(evaluation.start)),
        limit_on: calendar.date_of(just_before(evaluation.limit).max(evaluation.start)),
    };
    // Most inquiries need no more, and growing step by step costs more than the steps.
    let mut steps = Vec::with_capacity(8);
    start_steps(&mut steps, calendar, facts, &evaluation, &days)?;
    length_steps(&mut steps, pack, facts.level, &evaluation, &days);
    if let Some(skipped) = skipped(calendar, days.start_on, days.limit_on)? {
        steps.push(skipped);
    }
    if let Some(level) = facts.level {
        steps.push(limit_step(pack, level, &evaluation, &days));
    }
    end_steps(&mut steps, facts, &evaluation);
    steps.extend(provisional_years(calendar, &days).map(|year| Step::Provisional { year }));
    Ok(Explanation {
        pack: pack.label(),
        calendar: versions(calendar, &days)?,
        steps,
    })
}

/// The civil dates between which the reckoning runs.
struct Days {
    reckoned_on: NaiveDate,
    start_on: NaiveDate,
    target_on: NaiveDate,
    limit_on: NaiveDate,
}

fn start_steps(
    steps: &mut Vec<Step>,
    calendar: &BusinessCalendar,
    facts: &Facts,
    evaluation: &Evaluation,
    days: &Days,
) -> Result<(), OutOfRange> {
    steps.push(Step::Received {
        at: facts.received_at,
    });
    if facts.reckoned_from != facts.received_at {
        steps.push(Step::ReckonedFromChange {
            at: facts.reckoned_from,
        });
    }
    if evaluation.start != facts.reckoned_from {
        steps.push(Step::StartsAtOpening {
            at: evaluation.start,
        });
    }
    steps.extend(skipped(calendar, days.reckoned_on, days.start_on)?);
    Ok(())
}

fn length_steps(
    steps: &mut Vec<Step>,
    pack: &Pack,
    level: Option<ImpactLevel>,
    evaluation: &Evaluation,
    days: &Days,
) {
    let (business, target) = (evaluation.allowance, evaluation.target);
    steps.push(match level {
        Some(level) => Step::Allowance {
            level,
            said: pack.level_time(level).said,
            business,
            target,
        },
        None => Step::TriageAim {
            business,
            at: target,
        },
    });
    if evaluation.carried_over && level.is_some() {
        steps.push(Step::CarriedOver {
            from: days.start_on,
            to: days.target_on,
        });
    }
}

fn limit_step(pack: &Pack, level: ImpactLevel, evaluation: &Evaluation, days: &Days) -> Step {
    let (on, at) = (days.limit_on, evaluation.limit);
    match (pack.day_limit(), pack.level_time(level).said) {
        (DayLimit::WholeDays, Allowance::BusinessDays(business_days)) => Step::WholeDays {
            business_days,
            on,
            at,
        },
        (DayLimit::WholeDays, Allowance::BusinessHours(_)) | (DayLimit::Carried, _) => {
            if evaluation.carried_over {
                Step::LimitIsClose { on, at }
            } else {
                Step::LimitIsTarget
            }
        }
    }
}

fn end_steps(steps: &mut Vec<Step>, facts: &Facts, evaluation: &Evaluation) {
    if let Some(at) = facts.responded_at {
        steps.push(Step::Responded {
            at,
            verdict: evaluation.verdict,
        });
    } else if let Some(at) = facts.ended_at {
        steps.push(Step::Ended { at });
    }
    steps.extend(over_out_of_hours(evaluation).map(|since| Step::OverOutOfHours { since }));
}

/// Gives the deadline that has passed without any business time.
fn over_out_of_hours(evaluation: &Evaluation) -> Option<Instant> {
    let late = match evaluation.band {
        Band::Late | Band::Breach => true,
        Band::Answered => matches!(evaluation.verdict, Some(Verdict::Late | Verdict::Breach)),
        Band::Urgent | Band::Soon | Band::Fine | Band::Waiting | Band::Ended => false,
    };
    (late && evaluation.business_left == BusinessDuration::ZERO).then_some(evaluation.target)
}

fn skipped(
    calendar: &BusinessCalendar,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Option<Step>, OutOfRange> {
    let days = skipped_days(calendar, from, until)?;
    Ok((!days.is_empty()).then_some(Step::SkippedDays { days }))
}

/// Gives the closed days from one day up to but without another.
pub(crate) fn skipped_days(
    calendar: &BusinessCalendar,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<SkippedDay>, OutOfRange> {
    let mut days = Vec::new();
    for on in from.iter_days().take_while(|on| *on < until) {
        if !calendar.is_business_day(on)? {
            days.extend(
                calendar
                    .day(on)?
                    .closed
                    .map(|because| SkippedDay { on, because }),
            );
        }
    }
    Ok(days)
}

fn provisional_years(calendar: &BusinessCalendar, days: &Days) -> impl Iterator<Item = i32> {
    let (first, last) = (days.reckoned_on, days.limit_on);
    let before = (first.year() != last.year()).then_some(first);
    before
        .into_iter()
        .chain([last])
        .filter(|on| calendar.provisional(*on))
        .map(|on| on.year())
}

fn versions(calendar: &BusinessCalendar, days: &Days) -> Result<String, OutOfRange> {
    let mut names = String::new();
    let mut last = ("", None);
    for on in [days.reckoned_on, days.start_on, days.limit_on] {
        if last.1 == Some(on) {
            continue;
        }
        let version = calendar.day(on)?.calendar_version;
        if version != last.0 {
            if !names.is_empty() {
                names.push_str(" → ");
            }
            names.push_str(version);
        }
        last = (version, Some(on));
    }
    Ok(names)
}
