//! Working through a suspension of phone intake (§15): the queue while it lasts, and what came of it afterwards.

use std::sync::Arc;

use business_time::Instant;
use inquiry::{Direction, Inquiry, MessageText, mentions_earlier_call};
use policy::{Channel, Verdict};
use store::{Row, RowFilter, RowOrder};

use super::phone_line::SuspensionPeriod;
use super::row::QueueRow;
use crate::{Desk, DeskError};

/// What came in since a suspension began and waits for us, in three parts; each the target first.
#[derive(Clone, Debug, Default)]
pub struct SuspensionTriage {
    /// Those that mention an earlier call: somebody tried the phone first.
    pub mentioning: Vec<QueueRow>,
    /// Calls that came through anyway.
    pub calls: Vec<QueueRow>,
    /// All others.
    pub others: Vec<QueueRow>,
}

/// What came of a suspension.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SuspensionSummary {
    /// Its beginning.
    pub from: Instant,
    /// When it ended or is to end.
    pub until: Instant,
    /// Inquiries that came by form meanwhile.
    pub form: usize,
    /// Inquiries that came by mail meanwhile.
    pub mail: usize,
    /// Calls that came through anyway.
    pub phone: usize,
    /// Inquiries that mention an earlier call.
    pub mentioning: usize,
    /// First responses to them within the limit.
    pub kept: usize,
    /// First responses to them after it.
    pub breached: usize,
    /// Inquiries that still wait for their first response.
    pub waiting: usize,
}

impl Desk {
    /// Gives the queue of the suspension that lasts now; nothing where none does.
    ///
    /// # Errors
    /// [`DeskError::Store`], or [`DeskError::Evaluate`] for an inquiry outside the calendar's years.
    pub fn suspension_triage(&self) -> Result<Option<SuspensionTriage>, DeskError> {
        let Some(period) = self.phone_line().suspended else {
            return Ok(None);
        };
        let since =
            |row: &&Arc<Row>| row.inquiry.is_open() && row.inquiry.received_at >= period.from;
        let open: Vec<Arc<Row>> =
            self.with_open(|open| open.rows().filter(since).cloned().collect());
        let mut rows = self.evaluated(&open, &self.rules(), self.now())?;
        rows.sort_by_key(|row| (row.evaluation.target, row.inquiry().number));
        let mut triage = SuspensionTriage::default();
        for row in rows {
            let part = if row.inquiry().channel == Channel::Phone {
                &mut triage.calls
            } else if self.mentions_call(&row.row)? {
                &mut triage.mentioning
            } else {
                &mut triage.others
            };
            part.push(row);
        }
        Ok(Some(triage))
    }

    /// Sums a suspension up: what came in while it lasted, and how it was answered.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn suspension_summary(
        &self,
        period: &SuspensionPeriod,
    ) -> Result<SuspensionSummary, DeskError> {
        let filter = RowFilter {
            received_from: Some(period.from),
            received_before: Some(period.until),
            ..RowFilter::default()
        };
        let rows = self
            .store()
            .read(|reader| reader.rows(&filter, RowOrder::default(), 0, usize::MAX))?;
        let mut summary = SuspensionSummary {
            from: period.from,
            until: period.until,
            form: 0,
            mail: 0,
            phone: 0,
            mentioning: 0,
            kept: 0,
            breached: 0,
            waiting: 0,
        };
        for row in rows {
            let mentions = self.mentions_call(&row)?;
            summary.count(&row.inquiry, mentions);
        }
        Ok(summary)
    }

    /// Tells whether the customer's first message, or the subject, mentions an earlier call.
    fn mentions_call(&self, row: &Row) -> Result<bool, DeskError> {
        if mentions_earlier_call(&row.subject) {
            return Ok(true);
        }
        let mut messages = row.inquiry.messages.iter();
        let Some(first) = messages.find(|it| it.direction == Direction::In) else {
            return Ok(false);
        };
        let text = self.store().read(|reader| reader.text(first.text.id))?;
        let text: Option<MessageText> = text.map(|it| serde_json::from_str(&it)).transpose()?;
        Ok(text.is_some_and(|it| mentions_earlier_call(&it.text)))
    }
}

impl SuspensionSummary {
    fn count(&mut self, inquiry: &Inquiry, mentions: bool) {
        match inquiry.channel {
            Channel::Form => self.form += 1,
            Channel::Mail => self.mail += 1,
            Channel::Phone => self.phone += 1,
        }
        self.mentioning += usize::from(mentions && inquiry.channel != Channel::Phone);
        let verdict = inquiry
            .first_response
            .as_ref()
            .map(|it| it.judgement.verdict);
        match verdict {
            Some(Verdict::InTime | Verdict::Late) => self.kept += 1,
            Some(Verdict::Breach) => self.breached += 1,
            None => self.waiting += usize::from(inquiry.is_open()),
        }
    }
}
