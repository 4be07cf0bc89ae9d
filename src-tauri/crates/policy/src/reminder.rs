//! When to remind of an inquiry's deadlines.

use std::collections::BTreeMap;

use business_time::{BusinessCalendar, BusinessDuration, Instant};
use serde::{Deserialize, Serialize};

use crate::clock::EvaluateError;
use crate::evaluation::{Band, Evaluation};
use crate::thresholds::share;
use crate::words::ImpactLevel;

/// A point of a clock at which to remind, mildest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// So many percent of the allowance are left.
    ShareLeft(u8),
    /// So many minutes of business time are left.
    BusinessLeft(u32),
    /// The target (§17), or the triage aim.
    Target,
    /// The limit (§18).
    Limit,
}

/// The thresholds at which to remind, by level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReminderRules {
    /// For every level that has no rules of its own, and while none is decided.
    pub general: Vec<Threshold>,
    /// For single levels, in place of the general ones.
    pub by_level: BTreeMap<ImpactLevel, Vec<Threshold>>,
}

impl Default for ReminderRules {
    fn default() -> Self {
        let left = [50, 25, 10].map(Threshold::ShareLeft);
        let general = left
            .into_iter()
            .chain([Threshold::Target, Threshold::Limit])
            .collect();
        Self {
            general,
            by_level: BTreeMap::new(),
        }
    }
}

impl ReminderRules {
    /// Gives the thresholds of a level, or those before one is decided.
    pub fn thresholds(&self, level: Option<ImpactLevel>) -> &[Threshold] {
        level
            .and_then(|level| self.by_level.get(&level))
            .unwrap_or(&self.general)
    }
}

/// A moment at which to remind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// What is reached then.
    pub threshold: Threshold,
    /// The instant; one that falls on a closing rings at the closing.
    pub at: Instant,
}

/// Gives the reminders of an inquiry in the order of time: none once it is answered or ended. Of several at one
/// instant the gravest stands for all; a share or a time that is not less than the allowance has none.
pub fn reminders(
    calendar: &BusinessCalendar,
    rules: &ReminderRules,
    level: Option<ImpactLevel>,
    evaluation: &Evaluation,
) -> Result<Vec<Reminder>, EvaluateError> {
    let mut reminders = Vec::new();
    if matches!(evaluation.band, Band::Answered | Band::Ended) {
        return Ok(reminders);
    }
    for threshold in rules.thresholds(level).iter().copied() {
        let at = match threshold {
            Threshold::ShareLeft(percent) => {
                when_left(calendar, evaluation, share(evaluation.allowance, percent))?
            }
            Threshold::BusinessLeft(minutes) => {
                let left = BusinessDuration::from_minutes(i64::from(minutes));
                when_left(calendar, evaluation, left)?
            }
            Threshold::Target => Some(evaluation.target),
            Threshold::Limit => (!evaluation.aim).then_some(evaluation.limit),
        };
        reminders.extend(at.map(|at| Reminder { threshold, at }));
    }
    reminders.sort_by_key(|reminder| (reminder.at, std::cmp::Reverse(reminder.threshold)));
    reminders.dedup_by_key(|reminder| reminder.at);
    Ok(reminders)
}

/// Gives the first instant at which so much business time is left; none where that is the whole allowance.
fn when_left(
    calendar: &BusinessCalendar,
    evaluation: &Evaluation,
    left: BusinessDuration,
) -> Result<Option<Instant>, EvaluateError> {
    if left >= evaluation.allowance {
        return Ok(None);
    }
    Ok(Some(
        calendar.add(evaluation.start, evaluation.allowance - left)?,
    ))
}

/// Gives those of the ordered reminders that fell due after `since`, up to and at `until`.
pub fn due(reminders: &[Reminder], since: Instant, until: Instant) -> &[Reminder] {
    let first = reminders.partition_point(|reminder| reminder.at <= since);
    let end = reminders.partition_point(|reminder| reminder.at <= until);
    reminders.get(first..end).unwrap_or_default()
}
