//! The first-response clock: start, target and limit of one inquiry (§14, §17, §18).

use business_time::{BusinessCalendar, BusinessDuration, Instant, OutOfRange, WallDuration};
use chrono::{Datelike, NaiveDate};

use crate::pack::{Allowance, LevelTime, Pack};
use crate::words::{DayLimit, ImpactLevel};

/// Why a clock cannot be reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EvaluateError {
    /// An instant lies outside the years that the calendar covers.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
}

/// The instants of a first-response clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    /// When business time begins to count (§14): the receipt, or the next opening after it.
    pub start: Instant,
    /// When the level's business time is used up (§17).
    pub target: Instant,
    /// The last instant at which a first response keeps the policy (§18).
    pub limit: Instant,
    /// Whether the target falls on a later business day than the start (§18).
    pub carried_over: bool,
    /// Whether a day between receipt and limit rests on computed national holidays.
    pub provisional: bool,
}

/// Reckons the deadlines of an inquiry of a level from an instant: the receipt, or the message that changed the
/// situation. Fails where an instant lies outside the years that the calendar covers.
pub fn deadlines(
    pack: &Pack,
    calendar: &BusinessCalendar,
    reckoned_from: Instant,
    level: ImpactLevel,
) -> Result<Deadlines, EvaluateError> {
    reckon(
        pack,
        calendar,
        Cut {
            at: reckoned_from,
            finer: false,
        },
        level,
    )
}

/// Reckons the deadlines as [`deadlines`] does, from an instant that was cut to microseconds and really lies a
/// fraction of one later: what would use a day up exactly then runs on into the next opening.
pub fn deadlines_from_cut(
    pack: &Pack,
    calendar: &BusinessCalendar,
    cut_from: Instant,
    level: ImpactLevel,
) -> Result<Deadlines, EvaluateError> {
    reckon(
        pack,
        calendar,
        Cut {
            at: cut_from,
            finer: true,
        },
        level,
    )
}

fn reckon(
    pack: &Pack,
    calendar: &BusinessCalendar,
    from: Cut,
    level: ImpactLevel,
) -> Result<Deadlines, EvaluateError> {
    let time = pack.level_time(level);
    let run = Run::new(calendar, from, time.business)?;
    let limit_on = run.limit_on(calendar, pack.day_limit(), time)?;
    let limit = match limit_on {
        Some(on) => calendar.close_of(on)?.unwrap_or(run.target),
        None => run.target,
    };
    Ok(Deadlines {
        start: run.start,
        target: run.target,
        limit,
        carried_over: run.carried_over(),
        provisional: run.provisional(calendar, limit_on.unwrap_or(run.target_on)),
    })
}

/// An instant, and whether something finer than a microsecond was cut off it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cut {
    pub at: Instant,
    pub finer: bool,
}

/// Gives the last instant before another.
pub(crate) fn just_before(at: Instant) -> Instant {
    at.plus_wall(WallDuration::from_micros(-1))
}

/// Gives the first instant after another.
pub(crate) fn just_after(at: Instant) -> Instant {
    at.plus_wall(WallDuration::from_micros(1))
}

/// The stretch of business time from the start to the target, and the days on which its ends fall.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub reckoned_from: Instant,
    pub start: Instant,
    pub target: Instant,
    pub start_on: NaiveDate,
    pub target_on: NaiveDate,
}

impl Run {
    pub fn new(
        calendar: &BusinessCalendar,
        from: Cut,
        allowance: BusinessDuration,
    ) -> Result<Self, OutOfRange> {
        let start = calendar.next_opening(from.at)?;
        let end = calendar.add(start, allowance)?;
        // Only a start within business time keeps what was cut off; an opening is exact.
        let (target, last) = if from.finer && start == from.at {
            let target = calendar.next_opening(end)?;
            (target, target)
        } else {
            // What uses a day up ends at its close, which may be midnight: the moment before is still of that day.
            (end, just_before(end).max(start))
        };
        Ok(Self {
            reckoned_from: from.at,
            start,
            target,
            start_on: calendar.date_of(start),
            target_on: calendar.date_of(last),
        })
    }

    /// Tells whether the target falls on a later business day than the start (§18).
    pub fn carried_over(&self) -> bool {
        self.target_on != self.start_on
    }

    /// Gives the day whose close is the limit (§18); none where the limit is the target itself.
    pub fn limit_on(
        &self,
        calendar: &BusinessCalendar,
        day_limit: DayLimit,
        time: LevelTime,
    ) -> Result<Option<NaiveDate>, OutOfRange> {
        match (day_limit, time.said) {
            (DayLimit::WholeDays, Allowance::BusinessDays(days)) => {
                // Where the calendar's days are shorter than the pack's, the target may be later still.
                let on = calendar.nth_business_day_after(self.start_on, days)?;
                Ok(Some(on.max(self.target_on)))
            }
            (DayLimit::WholeDays, Allowance::BusinessHours(_)) | (DayLimit::Carried, _) => {
                Ok(self.carried_over().then_some(self.target_on))
            }
        }
    }

    /// Tells whether the reckoning rests on computed holidays: by the year of the limit, and by the years before it
    /// as far back as the receipt.
    pub fn provisional(&self, calendar: &BusinessCalendar, limit_on: NaiveDate) -> bool {
        if calendar.provisional(limit_on) {
            return true;
        }
        let received_on = calendar.date_of(self.reckoned_from);
        received_on.year() != limit_on.year() && calendar.provisional(received_on)
    }
}
