//! What is due, and when.

use std::sync::Arc;

use business_time::Instant;
use inquiry::{Actor, InquiryId, Number};
use policy::Band;
use store::Row;

use super::key::{ReminderClock, ReminderKey, ReminderThreshold};
use crate::{DeskError, Rules};

/// A reminder that is due.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Due {
    /// Names it.
    pub key: ReminderKey,
    /// The inquiry's number.
    pub number: Number,
    /// The inquiry's subject, unescaped.
    pub subject: String,
    /// When it became due.
    pub at: Instant,
    /// Whether it is about the triage aim 判定目安.
    pub aim: bool,
    /// Whether it rang before and was snoozed.
    pub again: bool,
}

impl Due {
    /// Gives the inquiry.
    #[must_use]
    pub fn inquiry(&self) -> InquiryId {
        self.key.inquiry
    }
}

/// One clock of one inquiry with all its reminders, past and to come.
pub(crate) struct Course {
    /// The inquiry as it stands.
    row: Arc<Row>,
    /// Which of its clocks.
    clock: ReminderClock,
    /// The band, where the clock has any.
    pub band: Option<Band>,
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
    /// Gives the inquiry.
    pub fn inquiry(&self) -> InquiryId {
        self.row.inquiry.id
    }

    /// Gives the inquiry's number.
    pub fn number(&self) -> Number {
        self.row.inquiry.number
    }

    /// Gives who has it.
    pub fn assignee(&self) -> Option<&Actor> {
        self.row.inquiry.assignee.as_ref()
    }

    /// Names the clock as it is kept.
    pub fn clock_name(&self) -> String {
        self.clock.name_of(self.inquiry())
    }

    /// Names one of its reminders.
    pub fn key(&self, reminder: &Reminder) -> ReminderKey {
        ReminderKey {
            inquiry: self.inquiry(),
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
            subject: self.row.subject.clone(),
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
        band: Some(evaluation.band),
        band_changes_at: evaluation.next_change_at,
        aim: evaluation.aim,
        last,
        ..course(row, ReminderClock::FirstResponse, reminders)
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
    Some(course(row, ReminderClock::NextContact, vec![reminder]))
}

fn course(row: &Arc<Row>, clock: ReminderClock, reminders: Vec<Reminder>) -> Course {
    Course {
        row: Arc::clone(row),
        clock,
        band: None,
        band_changes_at: None,
        aim: false,
        reminders,
        last: None,
        rang: None,
    }
}
