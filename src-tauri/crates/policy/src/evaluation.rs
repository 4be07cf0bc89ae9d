//! How an inquiry stands against its deadlines at a moment.

use business_time::{BusinessCalendar, BusinessDuration, Instant};

use crate::clock::{Cut, Deadlines, EvaluateError, Run, deadlines, just_after};
use crate::pack::Pack;
use crate::thresholds::Thresholds;
use crate::words::{ImpactLevel, words};

/// What is known of an inquiry, as far as the first-response clock goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// When the inquiry was received.
    pub received_at: Instant,
    /// From when the clock is reckoned: the receipt, or the message that changed the situation.
    pub reckoned_from: Instant,
    /// The impact level (§17), once somebody decided it.
    pub level: Option<ImpactLevel>,
    /// When the first response that counts (§18) was given.
    pub responded_at: Option<Instant>,
    /// When the inquiry ended without a first response.
    pub ended_at: Option<Instant>,
}

impl Facts {
    /// Gives the facts of an inquiry that was just received and not looked at yet.
    pub fn received(at: Instant) -> Self {
        Self {
            received_at: at,
            reckoned_from: at,
            level: None,
            responded_at: None,
            ended_at: None,
        }
    }
}

words! {
    /// How near an inquiry is to its deadlines, gravest first.
    Band ("band") {
        /// Past the limit: the policy is broken.
        Breach = "breach",
        /// Past the target, within the limit; or past the triage aim.
        Late = "late",
        /// A small share of the allowance is left.
        Urgent = "urgent",
        /// Less than about half of the allowance is left.
        Soon = "soon",
        /// More is left.
        Fine = "fine",
        /// Business time has not begun to count.
        Waiting = "waiting",
        /// The first response was given.
        Answered = "answered",
        /// It ended without a first response.
        Ended = "ended",
    }
}

words! {
    /// Whether a first response kept its deadlines; instants are compared.
    Verdict ("verdict") {
        /// Up to the target.
        InTime = "in_time",
        /// After the target, up to the limit: the policy is kept.
        Late = "late",
        /// After the limit.
        Breach = "breach",
    }
}

/// How an inquiry stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evaluation {
    /// When business time begins to count (§14).
    pub start: Instant,
    /// When the allowance is used up (§17), or the triage aim.
    pub target: Instant,
    /// The last instant that keeps the policy (§18), or the triage aim.
    pub limit: Instant,
    /// Whether no level is decided: target and limit are the triage aim then.
    pub aim: bool,
    /// Whether the target falls on a later business day than the start (§18).
    pub carried_over: bool,
    /// Whether a day up to the limit rests on computed national holidays.
    pub provisional: bool,
    /// The business time between start and target.
    pub allowance: BusinessDuration,
    /// How near the deadlines are.
    pub band: Band,
    /// Business time up to the target, as of the end of the clock or else now: negative when over, and zero when
    /// it is over by time out of hours only.
    pub business_left: BusinessDuration,
    /// Business time from the start to the first response, where there is one.
    pub business_taken: Option<BusinessDuration>,
    /// What the first response amounts to; none without one or without a level.
    pub verdict: Option<Verdict>,
    /// When the band changes next, if nobody does anything.
    pub next_change_at: Option<Instant>,
}

/// Evaluates an inquiry under a pack and a calendar, as seen at `now`.
pub fn evaluate(
    pack: &Pack,
    calendar: &BusinessCalendar,
    thresholds: &Thresholds,
    facts: &Facts,
    now: Instant,
) -> Result<Evaluation, EvaluateError> {
    let (deadlines, allowance) = match facts.level {
        Some(level) => (
            deadlines(pack, calendar, facts.reckoned_from, level)?,
            pack.allowance(level),
        ),
        None => (
            triage_aim(calendar, thresholds, facts)?,
            thresholds.triage_aim,
        ),
    };
    let clock = Clock {
        calendar,
        thresholds,
        deadlines,
        allowance,
        aim: facts.level.is_none(),
    };
    let as_of = facts.responded_at.or(facts.ended_at).unwrap_or(now);
    let left = calendar.between(as_of.max(deadlines.start), deadlines.target)?;
    let band = clock.band(facts, now, left);
    Ok(Evaluation {
        start: deadlines.start,
        target: deadlines.target,
        limit: deadlines.limit,
        aim: clock.aim,
        carried_over: deadlines.carried_over,
        provisional: deadlines.provisional,
        allowance,
        band,
        business_left: left,
        business_taken: facts.responded_at.map(|_| allowance - left),
        verdict: clock.verdict(facts),
        next_change_at: clock.next_change(band)?,
    })
}

/// Reckons the aim for deciding a level: ours, so that it has no limit of its own.
fn triage_aim(
    calendar: &BusinessCalendar,
    thresholds: &Thresholds,
    facts: &Facts,
) -> Result<Deadlines, EvaluateError> {
    let from = Cut {
        at: facts.reckoned_from,
        finer: false,
    };
    let run = Run::new(calendar, from, thresholds.triage_aim)?;
    Ok(Deadlines {
        start: run.start,
        target: run.target,
        limit: run.target,
        carried_over: run.carried_over(),
        provisional: run.provisional(calendar, run.target_on),
    })
}

/// A clock with what parts its bands.
struct Clock<'a> {
    calendar: &'a BusinessCalendar,
    thresholds: &'a Thresholds,
    deadlines: Deadlines,
    allowance: BusinessDuration,
    aim: bool,
}

impl Clock<'_> {
    fn band(&self, facts: &Facts, now: Instant, left: BusinessDuration) -> Band {
        if facts.responded_at.is_some() {
            Band::Answered
        } else if facts.ended_at.is_some() {
            Band::Ended
        } else if now < self.deadlines.start {
            Band::Waiting
        } else if now > self.deadlines.limit && !self.aim {
            Band::Breach
        } else if now > self.deadlines.target {
            Band::Late
        } else if left <= self.thresholds.urgent(self.allowance) {
            Band::Urgent
        } else if left <= self.thresholds.soon(self.allowance) {
            Band::Soon
        } else {
            Band::Fine
        }
    }

    fn verdict(&self, facts: &Facts) -> Option<Verdict> {
        let responded_at = facts.responded_at.filter(|_| !self.aim)?;
        Some(self.deadlines.judge(responded_at))
    }

    /// Gives the instant at which a band gives way to the next.
    fn next_change(&self, band: Band) -> Result<Option<Instant>, EvaluateError> {
        Ok(match band {
            Band::Waiting => Some(self.deadlines.start),
            Band::Fine => Some(self.when_left(self.thresholds.soon(self.allowance))?),
            Band::Soon => Some(self.when_left(self.thresholds.urgent(self.allowance))?),
            Band::Urgent => Some(just_after(self.deadlines.target)),
            Band::Late => (!self.aim).then(|| just_after(self.deadlines.limit)),
            Band::Breach | Band::Answered | Band::Ended => None,
        })
    }

    /// Gives the first instant at which so much business time is left.
    fn when_left(&self, left: BusinessDuration) -> Result<Instant, EvaluateError> {
        Ok(self
            .calendar
            .add(self.deadlines.start, self.allowance - left)?)
    }
}
