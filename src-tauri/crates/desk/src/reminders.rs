//! Reminders in the running program: what is due, whom it concerns, and when it may ring.
//!
//! [`Desk::wake`] is called by the program's scheduler. What rings follows from the record, the settings, and what has
//! rung before, which is kept on this desktop: a reminder rings at most once, whatever the clock does.

use crate::{Desk, DeskError};
use business_time::{Instant, WallDuration};

mod audible;
mod courses;
mod digest;
mod due;
mod key;
mod listener;
mod plan;
mod signs;
mod snooze;

pub use digest::OpeningDigest;
pub use due::Due;
pub use key::{ReminderAbout, ReminderClock, ReminderKey, ReminderThreshold};
pub use signs::Signs;

use courses::Courses;
use due::CourseBand;
use listener::Listener;
use plan::{Known, Plan, plan};
use signs::PutAway;

/// Where this desktop keeps when reminders could last be heard.
const LOUD_AT: &str = "reminders/loud_at";

/// After how much silence what is due counts as missed, and how long after closing its instant may still ring.
pub(crate) const GRACE: WallDuration = WallDuration::from_minutes(2);

/// What rings at one moment: one reminder, or a summary of several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notification {
    /// The reminders, the earliest due first; at most one for each clock of an inquiry.
    pub dues: Vec<Due>,
    /// Whether they were due while nothing could ring: asleep, closed, out of hours, silenced.
    pub missed: bool,
}

/// What came of a wake.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wake {
    /// What is to be told, at most one notification a wake.
    pub notifications: Vec<Notification>,
    /// How the day begins, told once a business day.
    pub digest: Option<OpeningDigest>,
    /// Whether a band changed since the wake before, one came or went, or phone intake was closed or opened.
    pub changed_bands: bool,
    /// The next instant at which something changes by itself: a band, a reminder, an opening or closing. A clock can
    /// be set, so that the scheduler sleeps at most 20 s all the same.
    pub next_at: Instant,
}

/// What the desk remembers between two wakes; all of it can be lost without harm.
#[derive(Default)]
pub(crate) struct Memory {
    /// The clocks of the open inquiries and obligations.
    courses: Courses,
    /// What was put away, once it was read.
    put_away: Option<PutAway>,
    /// Whether phone intake was suspended at the wake before.
    suspended: bool,
    /// The bands of the wake before.
    bands: Vec<(ReminderAbout, CourseBand)>,
}

impl Desk {
    /// Says what rings at `now`, and marks it as given before it returns.
    ///
    /// # Errors
    /// [`DeskError::Store`], or [`DeskError::Evaluate`] and [`DeskError::OutOfRange`] outside the calendar's years.
    pub fn wake(&self, now: Instant) -> Result<Wake, DeskError> {
        self.absorb_others()?;
        let rules = self.rules();
        let settings = self.local_settings()?;
        let snoozes = self.snoozes()?;
        let digest = self.opening_digest(now, &rules, &settings)?;
        let mut memory = self.memory();
        memory.refresh(self, now)?;
        memory.courses.look_at_given(self.store())?;
        let known = Known {
            now,
            audible: audible::until(&rules.calendar, now)?.filter(|_| !settings.do_not_disturb),
            silenced: settings.do_not_disturb,
            loud_at: self.loud_at()?,
            snoozes: &snoozes,
        };
        let plan = plan(&memory.courses, &Listener::new(&settings), &known);
        self.keep(&mut memory, &plan, now)?;
        let courses = memory.courses.iter();
        let bands = courses
            .filter_map(|course| Some((course.about(), course.band?)))
            .collect();
        let changed_bands = std::mem::replace(&mut memory.bands, bands) != memory.bands;
        let line = self.phone_line();
        let suspended = line.suspended.is_some();
        let changed_line = std::mem::replace(&mut memory.suspended, suspended) != suspended;
        let next_change = rules.calendar.stays_until(now)?;
        Ok(Wake {
            notifications: plan.notification.into_iter().collect(),
            digest,
            changed_bands: changed_bands || changed_line,
            next_at: [plan.next_at, line.next_change()]
                .into_iter()
                .flatten()
                .fold(next_change, Instant::min),
        })
    }

    /// Marks what rings as given, and forgets the snoozes that are over.
    fn keep(&self, memory: &mut Memory, plan: &Plan, now: Instant) -> Result<(), DeskError> {
        let local = self.store().local();
        if let Some(notification) = &plan.notification {
            let given = notification.dues.iter().map(|due| due.key.kept());
            local.give_reminders(&given.collect::<Vec<_>>(), now)?;
            memory.courses.ring(&notification.dues);
        }
        for inquiry in &plan.woken {
            self.forget_snooze(*inquiry)?;
        }
        if plan.notes_loud_at {
            local.put(LOUD_AT, &now.as_micros().to_string())?;
        }
        Ok(())
    }

    fn loud_at(&self) -> Result<Option<Instant>, DeskError> {
        let kept = self.store().local().get(LOUD_AT)?;
        Ok(kept
            .and_then(|it| it.parse().ok())
            .map(Instant::from_micros))
    }
}

impl Memory {
    /// Brings the clocks up to the open inquiries as of an instant.
    fn refresh(&mut self, desk: &Desk, now: Instant) -> Result<(), DeskError> {
        let rows = desk.with_open(|open| open.rows().cloned().collect());
        self.courses
            .refresh(rows, &desk.all_obligations(), &desk.rules(), now)
    }
}
