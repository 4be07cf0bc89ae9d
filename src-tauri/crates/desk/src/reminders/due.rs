//! What is due, and when.

use business_time::Instant;
use inquiry::{Actor, InquiryId, Number};
use policy::Band;

use super::key::{ReminderClock, ReminderKey, ReminderThreshold};
use crate::{DeskError, QueueRow, Rules};

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
    /// The inquiry.
    pub inquiry: InquiryId,
    /// Its number.
    pub number: Number,
    /// Its subject.
    pub subject: String,
    /// Who has it.
    pub assignee: Option<Actor>,
    /// The band, where the clock has any.
    pub band: Option<Band>,
    /// When the band changes by itself.
    pub band_changes_at: Option<Instant>,
    /// Whether it is the triage aim's.
    pub aim: bool,
    /// The reminders by instant; of those at one instant the gravest last.
    pub reminders: Vec<(Instant, ReminderKey)>,
    /// The last threshold before the target, which the leads hear too.
    pub last: Option<ReminderThreshold>,
}

impl Course {
    /// Makes the reminder that is told.
    pub fn due(&self, at: Instant, key: &ReminderKey, again: bool) -> Due {
        let (number, subject) = (self.number, self.subject.clone());
        Due {
            key: key.clone(),
            number,
            subject,
            at,
            aim: self.aim,
            again,
        }
    }
}

/// Gives the first-response clock of an inquiry, while its first response is owed.
pub(crate) fn first_response(rules: &Rules, row: &QueueRow) -> Result<Option<Course>, DeskError> {
    if !row.inquiry().is_open() {
        return Ok(None);
    }
    let evaluation = &row.evaluation;
    let level = row.inquiry().level.as_ref().map(|it| it.level);
    let reminders = policy::reminders(&rules.calendar, &rules.reminder_rules, level, evaluation)?;
    let mut reminders: Vec<(Instant, ReminderKey)> = reminders
        .into_iter()
        .map(|it| {
            let due_at = match it.threshold {
                policy::Threshold::Limit => evaluation.limit,
                policy::Threshold::ShareLeft(_)
                | policy::Threshold::BusinessLeft(_)
                | policy::Threshold::Target => evaluation.target,
            };
            (
                it.at,
                key(
                    row,
                    ReminderClock::FirstResponse,
                    it.threshold.into(),
                    due_at,
                ),
            )
        })
        .collect();
    reminders.sort_by_key(|(at, key)| (*at, key.threshold));
    let mut before = reminders.iter().filter(|(at, _)| *at < evaluation.target);
    let last = before.next_back().map(|(_, key)| key.threshold);
    let band = Some(row.band());
    Ok(Some(Course {
        band,
        band_changes_at: evaluation.next_change_at,
        aim: evaluation.aim,
        last,
        ..course(row, reminders)
    }))
}

/// Gives the clock of the next contact, if one is set.
pub(crate) fn next_contact(row: &QueueRow) -> Option<Course> {
    let at = row.inquiry().next_contact.as_ref()?.at;
    let key = key(
        row,
        ReminderClock::NextContact,
        ReminderThreshold::NextContact,
        at,
    );
    Some(course(row, vec![(at, key)]))
}

fn course(row: &QueueRow, reminders: Vec<(Instant, ReminderKey)>) -> Course {
    let inquiry = row.inquiry();
    Course {
        inquiry: inquiry.id,
        number: inquiry.number,
        subject: row.row.subject.clone(),
        assignee: inquiry.assignee.clone(),
        band: None,
        band_changes_at: None,
        aim: false,
        reminders,
        last: None,
    }
}

fn key(
    row: &QueueRow,
    clock: ReminderClock,
    threshold: ReminderThreshold,
    due_at: Instant,
) -> ReminderKey {
    ReminderKey {
        inquiry: row.inquiry().id,
        clock,
        threshold,
        due_at,
    }
}
