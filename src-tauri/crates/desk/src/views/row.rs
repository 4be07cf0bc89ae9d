//! One inquiry as a row.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use business_time::{BusinessDuration, Instant};
use inquiry::{Actor, Inquiry, InquiryId, Proof};
use policy::{Band, Evaluation};
use store::Row;

use crate::{DeskError, Rules};

/// One inquiry as a row of the queue, evaluated as of the queue's instant.
#[derive(Clone, Debug)]
pub struct QueueRow {
    /// The inquiry with its subject and customer.
    pub row: Arc<Row>,
    /// Start, target, limit, band, business time left and taken, verdict.
    pub evaluation: Evaluation,
    /// Business time to the limit as of the queue's instant, or of the response; negative when over.
    pub business_left_to_limit: BusinessDuration,
    /// Until when its reminders are silent on this desktop.
    pub snoozed_until: Option<Instant>,
    /// What its words are found in, once somebody has looked for any.
    pub(crate) line: OnceLock<String>,
}

impl QueueRow {
    /// Gives the inquiry.
    #[must_use]
    pub fn inquiry(&self) -> &Inquiry {
        &self.row.inquiry
    }

    /// Gives the band.
    #[must_use]
    pub fn band(&self) -> Band {
        self.evaluation.band
    }

    /// Gives number, subject, customer and assignee in small letters.
    pub(crate) fn line(&self) -> &str {
        self.line.get_or_init(|| {
            let Row {
                inquiry,
                subject,
                customer,
            } = &*self.row;
            let assignee = inquiry.assignee.as_ref().map_or("", Actor::as_str);
            let line = format!(
                "{} {subject} {} {assignee}",
                inquiry.number,
                customer.line()
            );
            line.to_lowercase()
        })
    }

    /// Tells whether only the sender's own date gives the receipt.
    #[must_use]
    pub fn is_unproven(&self) -> bool {
        self.row.inquiry.proof == Proof::Unproven
    }
}

/// What rows are evaluated by.
pub(crate) struct Evaluating<'a> {
    /// The rules in force then.
    pub rules: &'a Rules,
    /// The instant.
    pub at: Instant,
    /// The snoozes of this desktop.
    pub snoozes: &'a BTreeMap<InquiryId, Instant>,
}

impl Evaluating<'_> {
    /// Evaluates one row.
    pub fn row(&self, row: &Arc<Row>) -> Result<QueueRow, DeskError> {
        let inquiry = &row.inquiry;
        let evaluation = self.rules.evaluate(inquiry, self.at)?;
        let facts = inquiry.facts();
        let until = facts.responded_at.or(facts.ended_at).unwrap_or(self.at);
        let business_left_to_limit = self
            .rules
            .calendar
            .between(until.max(evaluation.start), evaluation.limit)?;
        let snoozed_until = self
            .snoozes
            .get(&inquiry.id)
            .copied()
            .filter(|until| *until > self.at);
        Ok(QueueRow {
            row: Arc::clone(row),
            evaluation,
            business_left_to_limit,
            snoozed_until,
            line: OnceLock::new(),
        })
    }
}
