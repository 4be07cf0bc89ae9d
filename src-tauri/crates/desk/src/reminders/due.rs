//! What is due, and when.

use std::sync::Arc;

use business_time::Instant;
use inquiry::{Actor, InquiryId, Matter, Number, ObligationId};
use policy::{Band, ClockBand};
use store::Row;

use super::key::{ReminderAbout, ReminderClock, ReminderKey, ReminderThreshold};
use crate::obligations::ObligationRow;
use crate::{DeskError, Rules};

/// A reminder that is due.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Due {
    /// Names it.
    pub key: ReminderKey,
    /// The number of the inquiry or obligation.
    pub number: Number,
    /// The inquiry's subject or the obligation's title, unescaped.
    pub subject: String,
    /// When it became due.
    pub at: Instant,
    /// Whether it is about the triage aim 判定目安.
    pub aim: bool,
    /// Whether it rang before and was snoozed.
    pub again: bool,
}

impl Due {
    /// Gives the inquiry; nothing where it is about an obligation.
    #[must_use]
    pub fn inquiry(&self) -> Option<InquiryId> {
        match self.key.about {
            ReminderAbout::Inquiry(id) => Some(id),
            ReminderAbout::Obligation(_) => None,
        }
    }

    /// Gives the obligation; nothing where it is about an inquiry.
    #[must_use]
    pub fn obligation(&self) -> Option<ObligationId> {
        match self.key.about {
            ReminderAbout::Obligation(id) => Some(id),
            ReminderAbout::Inquiry(_) => None,
        }
    }
}

/// What a course is about, as it stands.
enum Of {
    Inquiry(Arc<Row>),
    Obligation(Arc<ObligationRow>),
}

/// How near the clock of a course is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum CourseBand {
    /// That of an inquiry.
    Inquiry(Band),
    /// That of an obligation.
    Obligation(ClockBand),
}

/// One clock of one inquiry or obligation with all its reminders, past and to come.
pub(crate) struct Course {
    /// What it is about.
    of: Of,
    /// Which of its clocks.
    clock: ReminderClock,
    /// The band, where the clock has any.
    pub band: Option<CourseBand>,
    /// When the band changes by itself.
    pub band_changes_at: Option<Instant>,
    /// Whether it is the triage aim's.
    aim: bool,
    /// The reminders by instant; of those at one instant the gravest last.
    pub reminders: Vec<Reminder>,
    /// The last threshold before the target, which the leads hear too.
    pub last: Option<ReminderThreshold>,
    /// When the latest of those was due that rang already.
    pub rang: Option<Instant>,
}

/// One reminder of a clock.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Reminder {
    /// When it is due.
    pub at: Instant,
    /// What is reached then.
    pub threshold: ReminderThreshold,
    /// The target, limit or next contact that it is about.
    pub due_at: Instant,
}

impl Course {
    /// Gives what it is about.
    pub fn about(&self) -> ReminderAbout {
        match &self.of {
            Of::Inquiry(row) => ReminderAbout::Inquiry(row.inquiry.id),
            Of::Obligation(row) => ReminderAbout::Obligation(row.obligation.id),
        }
    }

    /// Gives its number.
    pub fn number(&self) -> Number {
        match &self.of {
            Of::Inquiry(row) => row.inquiry.number,
            Of::Obligation(row) => row.obligation.number,
        }
    }

    /// Gives who has it; an obligation is everybody's.
    pub fn assignee(&self) -> Option<&Actor> {
        match &self.of {
            Of::Inquiry(row) => row.inquiry.assignee.as_ref(),
            Of::Obligation(_) => None,
        }
    }

    /// Tells whether it rings at any hour of any day: an incident does not wait for the opening (§20).
    pub fn rings_at_any_hour(&self) -> bool {
        match &self.of {
            Of::Inquiry(_) => false,
            Of::Obligation(row) => matches!(row.obligation.matter, Matter::Incident { .. }),
        }
    }

    fn subject(&self) -> &str {
        match &self.of {
            Of::Inquiry(row) => &row.subject,
            Of::Obligation(row) => &row.text.title,
        }
    }

    /// Names the clock as it is kept.
    pub fn clock_name(&self) -> String {
        self.clock.name_of(self.about())
    }

    /// Names one of its reminders.
    pub fn key(&self, reminder: &Reminder) -> ReminderKey {
        ReminderKey {
            about: self.about(),
            clock: self.clock,
            threshold: reminder.threshold,
            due_at: reminder.due_at,
        }
    }

    /// Makes the reminder that is told.
    pub fn due(&self, reminder: &Reminder, again: bool) -> Due {
        Due {
            key: self.key(reminder),
            number: self.number(),
            subject: self.subject().to_owned(),
            at: reminder.at,
            aim: self.aim,
            again,
        }
    }

    /// Notes that a reminder has rung, if it is one of these.
    pub fn mark(&mut self, key: &ReminderKey) {
        let of = |it: &&Reminder| it.threshold == key.threshold && it.due_at == key.due_at;
        let rang = self.reminders.iter().find(of).map(|it| it.at);
        if key.clock == self.clock {
            self.rang = self.rang.max(rang);
        }
    }
}

/// Gives the first-response clock of an inquiry as of an instant, while its first response is owed.
pub(crate) fn first_response(
    rules: &Rules,
    row: &Arc<Row>,
    now: Instant,
) -> Result<Option<Course>, DeskError> {
    if !row.inquiry.is_open() {
        return Ok(None);
    }
    let evaluation = rules.evaluate(&row.inquiry, now)?;
    let level = row.inquiry.level.as_ref().map(|it| it.level);
    let reminders = policy::reminders(&rules.calendar, &rules.reminder_rules, level, &evaluation)?;
    let mut reminders: Vec<Reminder> = reminders
        .into_iter()
        .map(|it| Reminder {
            at: it.at,
            threshold: it.threshold.into(),
            due_at: match it.threshold {
                policy::Threshold::Limit => evaluation.limit,
                policy::Threshold::ShareLeft(_)
                | policy::Threshold::BusinessLeft(_)
                | policy::Threshold::Target => evaluation.target,
            },
        })
        .collect();
    reminders.sort_by_key(|it| (it.at, it.threshold));
    let mut before = reminders.iter().filter(|it| it.at < evaluation.target);
    let last = before.next_back().map(|it| it.threshold);
    Ok(Some(Course {
        band: Some(CourseBand::Inquiry(evaluation.band)),
        band_changes_at: evaluation.next_change_at,
        aim: evaluation.aim,
        last,
        ..course(of(row), ReminderClock::FirstResponse, reminders)
    }))
}

/// Gives the clock of the next contact, if one is set.
pub(crate) fn next_contact(row: &Arc<Row>) -> Option<Course> {
    let at = row.inquiry.next_contact.as_ref()?.at;
    let reminder = Reminder {
        at,
        threshold: ReminderThreshold::NextContact,
        due_at: at,
    };
    Some(course(of(row), ReminderClock::NextContact, vec![reminder]))
}

/// Gives the clock of an obligation as of an instant, while it is open and a time is promised.
pub(crate) fn obligation(
    rules: &Rules,
    row: &Arc<ObligationRow>,
    now: Instant,
) -> Result<Option<Course>, DeskError> {
    let facts = rules.clock_facts(&row.obligation)?;
    let (Some(facts), true) = (facts, row.obligation.is_open()) else {
        return Ok(None);
    };
    let evaluation = policy::evaluate_clock(&rules.calendar, &rules.thresholds, &facts, now)?;
    let due_at = evaluation.counted_to;
    let reminders = policy::clock_reminders(&rules.calendar, &rules.reminder_rules, &facts)?;
    let reminders = reminders.into_iter().map(|it| Reminder {
        at: it.at,
        threshold: it.threshold.into(),
        due_at,
    });
    Ok(Some(Course {
        band: Some(CourseBand::Obligation(evaluation.band)),
        band_changes_at: evaluation.next_change_at,
        ..course(
            Of::Obligation(Arc::clone(row)),
            ReminderClock::Obligation,
            reminders.collect(),
        )
    }))
}

fn of(row: &Arc<Row>) -> Of {
    Of::Inquiry(Arc::clone(row))
}

fn course(of: Of, clock: ReminderClock, reminders: Vec<Reminder>) -> Course {
    Course {
        of,
        clock,
        band: None,
        band_changes_at: None,
        aim: false,
        reminders,
        last: None,
        rang: None,
    }
}
