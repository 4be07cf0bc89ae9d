//! The clocks besides the first response's (§4, §5, §9, §15, §20): from when they run and when they are due.

mod course;
mod explanation;

use business_time::{BusinessCalendar, FIRST_YEAR, Instant, LAST_YEAR, OutOfRange, WallDuration};
use chrono::{Datelike, Days, Months, NaiveDate};

pub use self::course::{ClockBand, ClockEvaluation, TimeLeft, clock_reminders, evaluate_clock};
pub use self::explanation::{ClockExplanation, ClockStep, explain_clock};
use crate::clock::EvaluateError;
use crate::pack::{CalendarSpan, Clocks, Verification, WallHours, WholeDays};
use crate::words::words;

words! {
    /// A clock that is not the first response's, by the clause that promises it.
    Clock ("clock") {
        /// An Enterprise app is handed over after its request (§4).
        EnterpriseApp = "enterprise-app",
        /// Work that stops a service, or hits many, is announced (§5).
        MaintenanceNotice = "maintenance-notice",
        /// A product is verified on a release of an operating system (§9).
        OsVerification = "os-verification",
        /// A suspension of phone intake is announced (§15).
        SuspensionNotice = "suspension-notice",
        /// Customers hear of an incident that affects them (§20).
        IncidentNotice = "incident-notice",
    }
}

impl Clock {
    /// Gives the number of the clause that promises it.
    pub const fn clause(self) -> u8 {
        match self {
            Self::EnterpriseApp => 4,
            Self::MaintenanceNotice => 5,
            Self::OsVerification => 9,
            Self::SuspensionNotice => 15,
            Self::IncidentNotice => 20,
        }
    }
}

/// What is known of one running clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockFacts {
    /// From what the due instant or date follows.
    pub rule: ClockRule,
    /// When it was done, once it was.
    pub done_at: Option<Instant>,
}

/// What a clock is reckoned from, and how long it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockRule {
    /// §4: from the request, in whole business days.
    EnterpriseApp {
        /// The request.
        requested_at: Instant,
        /// Its length.
        length: WholeDays,
    },
    /// §20: from the detection, by the clock on the wall.
    IncidentNotice {
        /// The detection.
        detected_at: Instant,
        /// Its length.
        length: WallHours,
    },
    /// §9: from the release, in dates.
    OsVerification {
        /// The day of the release.
        released_on: NaiveDate,
        /// Its length.
        length: CalendarSpan,
    },
    /// §5: back from the planned start, in dates.
    MaintenanceNotice {
        /// When it was planned.
        planned_at: Instant,
        /// The day on which the work is to start.
        starts_on: NaiveDate,
        /// Its length.
        length: CalendarSpan,
    },
    /// §15: back from the planned start, in dates.
    SuspensionNotice {
        /// When it was planned.
        planned_at: Instant,
        /// The day on which the suspension is to start.
        starts_on: NaiveDate,
        /// Its length.
        length: CalendarSpan,
    },
}

impl ClockRule {
    /// Gives the clock of an Enterprise app; none where the pack promises nothing (§4).
    pub fn enterprise_app(clocks: &Clocks, requested_at: Instant) -> Option<Self> {
        let length = clocks.enterprise_app?;
        Some(Self::EnterpriseApp {
            requested_at,
            length,
        })
    }

    /// Gives the clock of an incident's notice (§20).
    pub fn incident_notice(clocks: &Clocks, detected_at: Instant) -> Option<Self> {
        let length = clocks.incident_notice?;
        Some(Self::IncidentNotice {
            detected_at,
            length,
        })
    }

    /// Gives the clock of a verification; none where no time is promised (§9).
    pub fn os_verification(verification: &Verification, released_on: NaiveDate) -> Option<Self> {
        let length = verification.within?;
        Some(Self::OsVerification {
            released_on,
            length,
        })
    }

    /// Gives the clock of a notice of maintenance; none where the pack promises no lead time (§5).
    pub fn maintenance_notice(
        clocks: &Clocks,
        planned_at: Instant,
        starts_on: NaiveDate,
    ) -> Option<Self> {
        let length = clocks.maintenance_notice?;
        Some(Self::MaintenanceNotice {
            planned_at,
            starts_on,
            length,
        })
    }

    /// Gives the clock of a notice of a phone suspension (§15).
    pub fn suspension_notice(
        clocks: &Clocks,
        planned_at: Instant,
        starts_on: NaiveDate,
    ) -> Option<Self> {
        let length = clocks.suspension_notice?;
        Some(Self::SuspensionNotice {
            planned_at,
            starts_on,
            length,
        })
    }

    /// Gives the clock that it is.
    pub const fn clock(&self) -> Clock {
        match self {
            Self::EnterpriseApp { .. } => Clock::EnterpriseApp,
            Self::IncidentNotice { .. } => Clock::IncidentNotice,
            Self::OsVerification { .. } => Clock::OsVerification,
            Self::MaintenanceNotice { .. } => Clock::MaintenanceNotice,
            Self::SuspensionNotice { .. } => Clock::SuspensionNotice,
        }
    }
}

/// When a clock is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// At that instant; done at it is in time.
    At(Instant),
    /// On that date, until its end in the centre's zone; closed days do not move it.
    On(NaiveDate),
}

/// The instants and dates of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockDue {
    /// When time begins to count: the next opening for what runs in business time.
    pub start: Instant,
    /// When it is due.
    pub due: Due,
    /// Whether a day that was counted rests on computed national holidays.
    pub provisional: bool,
}

/// Reckons when a clock is due. Fails where an instant or a date lies outside the years that the calendar covers.
pub fn clock_due(calendar: &BusinessCalendar, rule: &ClockRule) -> Result<ClockDue, EvaluateError> {
    let dated = |start, on: Option<NaiveDate>| {
        Ok(ClockDue {
            start,
            due: Due::On(on.ok_or(OutOfRange)?),
            provisional: false,
        })
    };
    match *rule {
        ClockRule::EnterpriseApp {
            requested_at,
            length,
        } => app_due(calendar, requested_at, length),
        ClockRule::IncidentNotice {
            detected_at,
            length,
        } => Ok(ClockDue {
            start: detected_at,
            due: Due::At(notice_at(calendar, detected_at, length)?),
            provisional: false,
        }),
        ClockRule::OsVerification {
            released_on,
            length,
        } => dated(day_start(calendar, released_on)?, length.after(released_on)),
        ClockRule::MaintenanceNotice {
            planned_at,
            starts_on,
            length,
        }
        | ClockRule::SuspensionNotice {
            planned_at,
            starts_on,
            length,
        } => dated(planned_at, length.before(starts_on)),
    }
}

/// Gives the close of the last of so many business days after the day of the start.
fn app_due(
    calendar: &BusinessCalendar,
    requested_at: Instant,
    length: WholeDays,
) -> Result<ClockDue, EvaluateError> {
    let start = calendar.next_opening(requested_at)?;
    let due_on = calendar.nth_business_day_after(calendar.date_of(start), length.business_days)?;
    let due = calendar.close_of(due_on)?.ok_or(OutOfRange)?;
    let days = [calendar.date_of(requested_at), due_on];
    Ok(ClockDue {
        start,
        due: Due::At(due),
        provisional: days.into_iter().any(|on| calendar.provisional(on)),
    })
}

/// Gives the instant so many hours on the wall later.
fn notice_at(
    calendar: &BusinessCalendar,
    detected_at: Instant,
    length: WallHours,
) -> Result<Instant, OutOfRange> {
    let at = detected_at.plus_wall(WallDuration::from_hours(i64::from(length.wall_hours)));
    // Whether it is open then does not matter, but that the calendar knows the day.
    calendar.is_open(at)?;
    Ok(at)
}

/// Gives the first opening on or after a date: from then on somebody can work at what the day brought.
fn day_start(calendar: &BusinessCalendar, on: NaiveDate) -> Result<Instant, OutOfRange> {
    calendar.next_opening(first_instant(calendar, on).ok_or(OutOfRange)?)
}

/// Gives the instant at which a date begins in the centre's zone.
fn first_instant(calendar: &BusinessCalendar, on: NaiveDate) -> Option<Instant> {
    let zone = calendar.time_zone();
    // Where clocks go forward at midnight, the day begins later.
    let first = (0..4).find_map(|hour| {
        let wall = on.and_hms_opt(hour, 0, 0)?;
        wall.and_local_timezone(zone).earliest()
    });
    first.map(|it| Instant::from_utc(it.to_utc()))
}

impl CalendarSpan {
    /// Gives the date so much later: the same day of the month, or its last day where there is none. None beyond
    /// the years that calendars cover.
    pub fn after(self, on: NaiveDate) -> Option<NaiveDate> {
        covered(match self {
            Self::Days(days) => on.checked_add_days(Days::new(u64::from(days))),
            Self::Weeks(weeks) => on.checked_add_days(Days::new(u64::from(weeks) * 7)),
            Self::Months(months) => on.checked_add_months(Months::new(months)),
        })
    }

    /// Gives the date so much earlier, as [`CalendarSpan::after`] does.
    pub fn before(self, on: NaiveDate) -> Option<NaiveDate> {
        covered(match self {
            Self::Days(days) => on.checked_sub_days(Days::new(u64::from(days))),
            Self::Weeks(weeks) => on.checked_sub_days(Days::new(u64::from(weeks) * 7)),
            Self::Months(months) => on.checked_sub_months(Months::new(months)),
        })
    }
}

fn covered(on: Option<NaiveDate>) -> Option<NaiveDate> {
    on.filter(|on| (FIRST_YEAR..=LAST_YEAR).contains(&on.year()))
}
