//! What rings now. Pure: everything that bears on it comes in.

use std::collections::BTreeMap;

use business_time::{Instant, WallDuration};
use inquiry::InquiryId;

use super::courses::Courses;
use super::due::{Course, Due, Reminder};
use super::key::ReminderAbout;
use super::listener::Listener;
use super::{GRACE, Notification};

/// How old what is kept of the last loud instant may grow; far less than the grace, and no write at every wake.
const KEPT_FOR: WallDuration = WallDuration::from_secs(30);

/// What is known when a wake is planned.
pub(crate) struct Known<'a> {
    /// The instant of the wake.
    pub now: Instant,
    /// Up to which due instant reminders may ring; nothing while all is silent.
    pub audible: Option<Instant>,
    /// Whether the person silenced all, what rings at any hour included.
    pub silenced: bool,
    /// When reminders could last be heard; nothing on a new desktop.
    pub loud_at: Option<Instant>,
    /// Until when inquiries are snoozed.
    pub snoozes: &'a BTreeMap<InquiryId, Instant>,
}

/// What a wake does.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// What is told.
    pub notification: Option<Notification>,
    /// The inquiries whose snooze is over.
    pub woken: Vec<InquiryId>,
    /// Whether it is to be kept that reminders could be heard now.
    pub notes_loud_at: bool,
    /// The next instant at which a reminder or a band may change.
    pub next_at: Option<Instant>,
}

/// Says what rings.
pub(crate) fn plan(courses: &Courses, listener: &Listener<'_>, known: &Known<'_>) -> Plan {
    let mut plan = Plan {
        next_at: next_at(courses, known),
        ..Plan::default()
    };
    let mut dues: Vec<Due> = Vec::new();
    for course in courses.iter() {
        let Some(audible) = known.audible_of(course) else {
            continue;
        };
        let snoozed_until = known.snoozed_until(course);
        if snoozed_until.is_some_and(|until| until > known.now) {
            continue;
        }
        dues.extend(ring(course, listener, audible, snoozed_until.is_some()));
    }
    if known.audible.is_some() {
        plan.notes_loud_at = known
            .loud_at
            .is_none_or(|kept| kept > known.now || known.now.since(kept) >= KEPT_FOR);
        let over = known.snoozes.iter().filter(|(_, it)| **it <= known.now);
        plan.woken = over.map(|(id, _)| *id).collect();
    }
    dues.sort_by_key(|due| (due.at, due.number));
    if !dues.is_empty() {
        let missed = known.missed(&dues);
        plan.notification = Some(Notification { dues, missed });
    }
    plan
}

impl Known<'_> {
    /// Gives up to which due instant a clock may ring; nothing while it is silent.
    fn audible_of(&self, course: &Course) -> Option<Instant> {
        if course.rings_at_any_hour() {
            (!self.silenced).then_some(self.now)
        } else {
            self.audible
        }
    }

    fn snoozed_until(&self, course: &Course) -> Option<Instant> {
        match course.about() {
            ReminderAbout::Inquiry(id) => self.snoozes.get(&id).copied(),
            ReminderAbout::Obligation(_) => None,
        }
    }

    /// Tells whether what rings was due while nothing could; what rings at any hour is late only by itself.
    fn missed(&self, dues: &[Due]) -> bool {
        let late_since = |at: Instant| self.now.since(at) > GRACE;
        if self.audible.is_some() {
            self.loud_at.is_some_and(late_since)
        } else {
            dues.iter().any(|due| late_since(due.at))
        }
    }
}

/// Gives what rings of one clock: the latest of what is due and has not rung, or of what was snoozed.
fn ring(course: &Course, listener: &Listener<'_>, audible: Instant, woken: bool) -> Option<Due> {
    let reminder = latest(course, listener, audible)?;
    // What lies before something that rang already would only repeat it, also where the clock went back.
    let is_new = course.rang.is_none_or(|rang| rang < reminder.at);
    (is_new || woken).then(|| course.due(reminder, !is_new))
}

/// Gives the latest reminder of a clock that was due up to an instant and concerns the person.
pub(crate) fn latest<'a>(
    course: &'a Course,
    listener: &Listener<'_>,
    until: Instant,
) -> Option<&'a Reminder> {
    let mut due = course.reminders.iter().filter(|it| {
        let is_last = course.last == Some(it.threshold);
        it.at <= until && listener.hears(course.assignee(), it.threshold, is_last)
    });
    due.next_back()
}

fn next_at(courses: &Courses, known: &Known<'_>) -> Option<Instant> {
    let reminders = courses
        .iter()
        .flat_map(|course| course.reminders.iter().map(|it| it.at));
    let bands = courses.iter().filter_map(|course| course.band_changes_at);
    let snoozes = known.snoozes.values().copied();
    reminders
        .chain(bands)
        .chain(snoozes)
        .filter(|at| *at > known.now)
        .min()
}
