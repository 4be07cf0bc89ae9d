use business_time::{Instant, Tz};
use desk::QueueRow;
use serde::Serialize;

use crate::word::{ending_code, status_code, verdict_code};

/// One inquiry as a row; the first fourteen keys are a promise to scripts.
#[derive(Serialize)]
pub struct Row {
    id: String,
    number: String,
    subject: String,
    product: String,
    level: Option<&'static str>,
    channel: &'static str,
    received_at: String,
    start: String,
    target: String,
    limit: String,
    band: &'static str,
    business_left_s: i64,
    assignee: Option<String>,
    status: &'static str,
    customer: String,
    plan: &'static str,
    aim: bool,
    unproven: bool,
    provisional: bool,
    business_left_to_limit_s: i64,
    answered_at: Option<String>,
    verdict: Option<&'static str>,
    business_taken_s: Option<i64>,
    ended: Option<&'static str>,
    needs_reply_since: Option<String>,
    next_contact_at: Option<String>,
    snoozed_until: Option<String>,
    sample: bool,
}

impl Row {
    /// Shows a row of the queue.
    pub fn of(row: &QueueRow, zone: Tz) -> Self {
        let (inquiry, evaluation) = (row.inquiry(), &row.evaluation);
        let stamp = |at: Instant| at.to_rfc3339_in(zone);
        let first = inquiry.first_response.as_ref();
        Self {
            id: inquiry.id.to_string(),
            number: inquiry.number.to_string(),
            subject: row.row.subject.clone(),
            product: inquiry.product.to_string(),
            level: inquiry.level.as_ref().map(|it| it.level.as_str()),
            channel: inquiry.channel.as_str(),
            received_at: stamp(inquiry.received_at),
            start: stamp(evaluation.start),
            target: stamp(evaluation.target),
            limit: stamp(evaluation.limit),
            band: evaluation.band.as_str(),
            business_left_s: evaluation.business_left.as_secs(),
            assignee: inquiry.assignee.as_ref().map(ToString::to_string),
            status: status_code(inquiry.status),
            customer: row.row.customer.line(),
            plan: inquiry.plan.as_str(),
            aim: evaluation.aim,
            unproven: row.is_unproven(),
            provisional: evaluation.provisional,
            business_left_to_limit_s: row.business_left_to_limit.as_secs(),
            answered_at: first.map(|it| stamp(it.response.at)),
            verdict: first.map(|it| verdict_code(it.judgement.verdict)),
            business_taken_s: first.map(|it| it.judgement.business_taken.as_secs()),
            ended: inquiry.ended.as_ref().map(|it| ending_code(&it.ending)),
            needs_reply_since: inquiry.needs_reply_since.map(stamp),
            next_contact_at: inquiry.next_contact.as_ref().map(|it| stamp(it.at)),
            snoozed_until: row.snoozed_until.map(stamp),
            sample: inquiry.sample,
        }
    }
}
