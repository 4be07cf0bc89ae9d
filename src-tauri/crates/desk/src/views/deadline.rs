//! The deadline card: the evaluation, the steps that explain it, and the stretch of time round it.

use business_time::{BusinessCalendar, Instant, OutOfRange};
use inquiry::Inquiry;
use policy::{Evaluation, Explanation, Facts, ImpactLevel, ProductId};

use crate::{Desk, DeskError, Rules};

/// How many days a time line shows at most.
const DAYS: usize = 31;

/// A deadline with its reasons.
#[derive(Clone, Debug)]
pub struct Deadline {
    /// Start, target, limit, band and times.
    pub evaluation: Evaluation,
    /// How it came about, step by step, with pack and calendar.
    pub explanation: Explanation,
    /// The stretch of time that a small time line shows.
    pub line: TimeLine,
}

/// A stretch of time with what of it is business time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimeLine {
    /// Its beginning.
    pub from: Instant,
    /// Its end.
    pub to: Instant,
    /// The business time within, each as from and to.
    pub open: Vec<(Instant, Instant)>,
}

impl Desk {
    /// Says what the deadline of an inquiry would be; writes nothing.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProduct`], [`DeskError::Evaluate`].
    pub fn preview_deadline(
        &self,
        product: &ProductId,
        received_at: Option<Instant>,
        level: Option<ImpactLevel>,
    ) -> Result<Deadline, DeskError> {
        let now = self.now();
        let received_at = received_at.unwrap_or(now);
        let facts = Facts {
            received_at,
            reckoned_from: received_at,
            level,
            responded_at: None,
            ended_at: None,
        };
        deadline(&self.rules(), product, &facts, now)
    }

    /// Explains an inquiry's deadline, as known at an instant or now.
    ///
    /// # Errors
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Evaluate`], [`DeskError::Store`].
    pub fn explain(
        &self,
        inquiry: inquiry::InquiryId,
        as_of: Option<Instant>,
    ) -> Result<Deadline, DeskError> {
        Ok(self.inquiry(inquiry, as_of)?.deadline)
    }
}

/// Makes the deadline card of an inquiry as of an instant.
pub(crate) fn deadline_of(
    rules: &Rules,
    inquiry: &Inquiry,
    at: Instant,
) -> Result<Deadline, DeskError> {
    deadline(rules, &inquiry.product, &inquiry.facts(), at)
}

fn deadline(
    rules: &Rules,
    product: &ProductId,
    facts: &Facts,
    at: Instant,
) -> Result<Deadline, DeskError> {
    let evaluation = rules.evaluate_facts(product, facts, at)?;
    let explanation = rules.explain(product, facts, at)?;
    let until = facts.responded_at.or(facts.ended_at).unwrap_or(at);
    let line = time_line(
        &rules.calendar,
        facts.received_at,
        evaluation.limit.max(until),
    )?;
    Ok(Deadline {
        evaluation,
        explanation,
        line,
    })
}

/// Shows the whole days from one instant to another, at most a month of them.
fn time_line(
    calendar: &BusinessCalendar,
    from: Instant,
    to: Instant,
) -> Result<TimeLine, OutOfRange> {
    let last = calendar.date_of(to);
    let days = calendar
        .date_of(from)
        .iter_days()
        .take_while(|on| *on <= last)
        .take(DAYS);
    let mut open = Vec::new();
    for on in days {
        open.extend(calendar.day(on)?.intervals);
    }
    let end = open.last().map_or(to, |(_, close)| to.max(*close));
    let begin = open.first().map_or(from, |(opening, _)| from.min(*opening));
    Ok(TimeLine {
        from: begin,
        to: end,
        open,
    })
}
