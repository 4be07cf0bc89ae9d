//! How a clock stands at a moment, and when to remind of it.

use business_time::{BusinessCalendar, BusinessDuration, Instant, WallDuration};

use super::{ClockDue, ClockFacts, ClockRule, Due, clock_due, first_instant};
use crate::clock::{EvaluateError, just_after};
use crate::reminder::{Reminder, ReminderRules, Threshold};
use crate::thresholds::{Thresholds, share};
use crate::words::words;

words! {
    /// How near a clock is to its due instant or date, gravest first.
    ClockBand ("band of a clock") {
        /// It is past, and nothing was done.
        Overdue = "overdue",
        /// A small share of the time is left.
        Urgent = "urgent",
        /// Less than about half of the time is left.
        Soon = "soon",
        /// More is left.
        Fine = "fine",
        /// It was done.
        Done = "done",
    }
}

/// The time up to a due instant or date: negative when over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeLeft {
    /// In business time.
    Business(BusinessDuration),
    /// By the clock on the wall.
    Wall(WallDuration),
}

/// How a clock stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockEvaluation {
    /// When time begins to count.
    pub start: Instant,
    /// When it is due.
    pub due: Due,
    /// Up to when the time left is counted: the due instant, or the close of the last business day on or before
    /// the due date, since nobody works after it.
    pub counted_to: Instant,
    /// How near that is.
    pub band: ClockBand,
    /// The time left, as of when it was done or else now.
    pub left: TimeLeft,
    /// Whether it was done too late; none while it is open.
    pub late: Option<bool>,
    /// Whether a day that was counted rests on computed national holidays.
    pub provisional: bool,
    /// When the band changes next, if nobody does anything.
    pub next_change_at: Option<Instant>,
}

/// Evaluates a clock under a calendar, as seen at `now`.
pub fn evaluate_clock(
    calendar: &BusinessCalendar,
    thresholds: &Thresholds,
    facts: &ClockFacts,
    now: Instant,
) -> Result<ClockEvaluation, EvaluateError> {
    let ClockDue {
        start,
        due,
        provisional,
    } = clock_due(calendar, &facts.rule)?;
    let counted_to = counted_to(calendar, due)?;
    let measure = Measure::new(calendar, &facts.rule, start, counted_to)?;
    let as_of = facts.done_at.unwrap_or(now);
    let left = measure.micros_left(as_of.max(start))?;
    let over = |at: Instant| match due {
        Due::At(due) => at > due,
        Due::On(due) => calendar.date_of(at) > due,
    };
    let band = match facts.done_at {
        Some(_) => ClockBand::Done,
        None if over(now) => ClockBand::Overdue,
        None => measure.band(thresholds, left),
    };
    Ok(ClockEvaluation {
        start,
        due,
        counted_to,
        band,
        left: measure.time(left),
        late: facts.done_at.map(over),
        provisional,
        next_change_at: measure.next_change(thresholds, band, due)?,
    })
}

pub(super) fn counted_to(calendar: &BusinessCalendar, due: Due) -> Result<Instant, EvaluateError> {
    match due {
        Due::At(at) => Ok(at),
        Due::On(on) => {
            let worked_on = calendar.business_day_on_or_before(on)?;
            Ok(calendar
                .close_of(worked_on)?
                .ok_or(business_time::OutOfRange)?)
        }
    }
}

/// In which time a clock counts, and how much of it there is.
struct Measure<'a> {
    calendar: &'a BusinessCalendar,
    on_the_wall: bool,
    start: Instant,
    counted_to: Instant,
    /// In microseconds of the one time or the other; not negative.
    whole: i64,
}

impl<'a> Measure<'a> {
    fn new(
        calendar: &'a BusinessCalendar,
        rule: &ClockRule,
        start: Instant,
        counted_to: Instant,
    ) -> Result<Self, EvaluateError> {
        let on_the_wall = matches!(rule, ClockRule::IncidentNotice { .. });
        let mut measure = Self {
            calendar,
            on_the_wall,
            start,
            counted_to,
            whole: 0,
        };
        measure.whole = measure.micros_left(start)?.max(0);
        Ok(measure)
    }

    fn micros_left(&self, at: Instant) -> Result<i64, EvaluateError> {
        Ok(if self.on_the_wall {
            self.counted_to.as_micros() - at.as_micros()
        } else {
            self.calendar.between(at, self.counted_to)?.as_micros()
        })
    }

    fn time(&self, micros: i64) -> TimeLeft {
        if self.on_the_wall {
            TimeLeft::Wall(WallDuration::from_micros(micros))
        } else {
            TimeLeft::Business(BusinessDuration::from_micros(micros))
        }
    }

    fn band(&self, thresholds: &Thresholds, micros: i64) -> ClockBand {
        // The thresholds are shares and minutes, whichever the time is.
        let whole = BusinessDuration::from_micros(self.whole);
        let left = BusinessDuration::from_micros(micros);
        if left <= thresholds.urgent(whole) {
            ClockBand::Urgent
        } else if left <= thresholds.soon(whole) {
            ClockBand::Soon
        } else {
            ClockBand::Fine
        }
    }

    /// Gives the instant at which a band gives way to the next.
    fn next_change(
        &self,
        thresholds: &Thresholds,
        band: ClockBand,
        due: Due,
    ) -> Result<Option<Instant>, EvaluateError> {
        let whole = BusinessDuration::from_micros(self.whole);
        match band {
            ClockBand::Fine => self.when_left(thresholds.soon(whole).as_micros()),
            ClockBand::Soon => self.when_left(thresholds.urgent(whole).as_micros()),
            ClockBand::Urgent => Ok(match due {
                Due::At(at) => Some(just_after(at)),
                Due::On(on) => on
                    .succ_opt()
                    .and_then(|on| first_instant(self.calendar, on)),
            }),
            ClockBand::Overdue | ClockBand::Done => Ok(None),
        }
    }

    /// Gives the first instant at which so many microseconds are left; none where that is not less than the whole.
    fn when_left(&self, micros: i64) -> Result<Option<Instant>, EvaluateError> {
        if micros >= self.whole {
            return Ok(None);
        }
        let passed = self.whole - micros;
        Ok(Some(if self.on_the_wall {
            self.start.plus_wall(WallDuration::from_micros(passed))
        } else {
            self.calendar
                .add(self.start, BusinessDuration::from_micros(passed))?
        }))
    }
}

/// Gives the reminders of an open clock in the order of time: none once it is done. The rules for inquiries without
/// a level hold; a time left is wall time where the clock runs on the wall. What is due rings at the end of the time
/// that is counted.
pub fn clock_reminders(
    calendar: &BusinessCalendar,
    rules: &ReminderRules,
    facts: &ClockFacts,
) -> Result<Vec<Reminder>, EvaluateError> {
    if facts.done_at.is_some() {
        return Ok(Vec::new());
    }
    let ClockDue { start, due, .. } = clock_due(calendar, &facts.rule)?;
    let measure = Measure::new(calendar, &facts.rule, start, counted_to(calendar, due)?)?;
    let mut reminders = Vec::new();
    for threshold in rules.thresholds(None).iter().copied() {
        let at = match threshold {
            Threshold::ShareLeft(percent) => {
                let left = share(BusinessDuration::from_micros(measure.whole), percent);
                measure.when_left(left.as_micros())?
            }
            Threshold::BusinessLeft(minutes) => {
                measure.when_left(i64::from(minutes) * 60_000_000)?
            }
            // A clock has one due instant, not a target and a limit.
            Threshold::Target => Some(measure.counted_to),
            Threshold::Limit => None,
        };
        reminders.extend(at.map(|at| Reminder { threshold, at }));
    }
    reminders.sort_by_key(|reminder| (reminder.at, std::cmp::Reverse(reminder.threshold)));
    reminders.dedup_by_key(|reminder| reminder.at);
    Ok(reminders)
}
