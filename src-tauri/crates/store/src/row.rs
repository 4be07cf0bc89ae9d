//! Rows of the queue: which ones, in what order.

use business_time::Instant;
use inquiry::{Actor, Customer, Inquiry, InquiryId, Status};
use policy::{Channel, ImpactLevel, InquiryKind, ProductId, SupportPlan};
use rusqlite::types::Value;

use crate::StoreError;
use crate::projection::word;

/// One inquiry with the texts that a list shows of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// Its state.
    pub inquiry: Inquiry,
    /// Its subject; empty once erased.
    pub subject: String,
    /// Its customer; all parts empty once erased.
    pub customer: Customer,
}

/// Inquiries by where they stand.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum Which {
    /// The first response is owed, or the customer wrote again.
    NeedsUs,
    /// The first response is owed.
    Open,
    /// Answered, and the customer wrote again 要返信.
    NeedsReply,
    /// The first response was given.
    Answered,
    /// The first response was given, the work is not completed, and the customer did not write again.
    AnsweredInWork,
    /// Ended without a first response.
    Ended,
    /// All.
    #[default]
    All,
}

/// Inquiries by who has them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AssigneeFilter {
    /// Nobody.
    Nobody,
    /// One person.
    Is(Actor),
}

/// Which inquiries are wanted. An empty list wants all; everything given must hold.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RowFilter {
    /// Where they stand.
    pub which: Which,
    /// Who has them.
    pub assignee: Option<AssigneeFilter>,
    /// The products.
    pub products: Vec<ProductId>,
    /// The levels; `None` in the list stands for one not decided yet.
    pub levels: Vec<Option<ImpactLevel>>,
    /// The channels.
    pub channels: Vec<Channel>,
    /// The plans.
    pub plans: Vec<SupportPlan>,
    /// The kinds (§16); `None` in the list stands for one not chosen yet.
    pub kinds: Vec<Option<InquiryKind>>,
    /// The statuses.
    pub statuses: Vec<Status>,
    /// Whether they belong to the sample set.
    pub sample: Option<bool>,
    /// Received at or after.
    pub received_from: Option<Instant>,
    /// Received before.
    pub received_before: Option<Instant>,
    /// One of these.
    pub ids: Option<Vec<InquiryId>>,
}

/// In what order rows come; the same instant by id, of answers by receipt.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum RowOrder {
    /// The oldest receipt first.
    #[default]
    OldestReceipt,
    /// The newest receipt first.
    NewestReceipt,
    /// The newest first response first.
    NewestAnswer,
    /// The newest change first.
    NewestChange,
}

/// An answered inquiry's place in the order of the newest answers.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct AnswerMark {
    pub(crate) answered_at: i64,
    pub(crate) place: i64,
}

impl RowOrder {
    /// Gives the clause of the statement.
    pub(crate) fn sql(self) -> &'static str {
        match self {
            Self::OldestReceipt => "received_at, id",
            Self::NewestReceipt => "received_at DESC, id DESC",
            Self::NewestAnswer => "answered_at DESC, place DESC",
            Self::NewestChange => "touched_at DESC, id DESC",
        }
    }
}

impl RowFilter {
    /// Wants the inquiries that stand somewhere.
    #[must_use]
    pub fn of(which: Which) -> Self {
        Self {
            which,
            ..Self::default()
        }
    }

    /// Tells whether a state is wanted: the same rule as the statement's, for states of another day.
    #[must_use]
    pub fn wants(&self, state: &Inquiry) -> bool {
        self.wants_standing(state)
            && (self.products.is_empty() || self.products.contains(&state.product))
            && (self.levels.is_empty()
                || self
                    .levels
                    .contains(&state.level.as_ref().map(|it| it.level)))
            && (self.channels.is_empty() || self.channels.contains(&state.channel))
            && (self.plans.is_empty() || self.plans.contains(&state.plan))
            && (self.kinds.is_empty() || self.kinds.contains(&state.kind))
            && (self.statuses.is_empty() || self.statuses.contains(&state.status))
            && self.sample.is_none_or(|sample| sample == state.sample)
            && self
                .received_from
                .is_none_or(|from| state.received_at >= from)
            && self
                .received_before
                .is_none_or(|before| state.received_at < before)
            && self.ids.as_ref().is_none_or(|ids| ids.contains(&state.id))
    }

    fn wants_standing(&self, state: &Inquiry) -> bool {
        let which = match self.which {
            Which::NeedsUs => state.needs_us(),
            Which::Open => state.is_open(),
            Which::NeedsReply => state.needs_us() && !state.is_open(),
            Which::Answered => state.first_response.is_some(),
            Which::AnsweredInWork => {
                state.first_response.is_some()
                    && state.status != Status::Completed
                    && !state.needs_us()
            }
            Which::Ended => state.ended.is_some(),
            Which::All => true,
        };
        let assignee = match &self.assignee {
            None => true,
            Some(AssigneeFilter::Nobody) => state.assignee.is_none(),
            Some(AssigneeFilter::Is(actor)) => state.assignee.as_ref() == Some(actor),
        };
        which && assignee
    }

    /// Writes the condition of the statement with its values.
    pub(crate) fn sql(&self) -> Result<Condition, StoreError> {
        let mut sql = Condition {
            text: standing(self.which).to_owned(),
            values: Vec::new(),
        };
        match &self.assignee {
            None => {}
            Some(AssigneeFilter::Nobody) => sql.text.push_str(" AND assignee IS NULL"),
            Some(AssigneeFilter::Is(actor)) => {
                sql.and("assignee = ?", [Value::Text(actor.as_str().to_owned())])
            }
        }
        sql.among("product", &words(self.products.iter().map(Some))?);
        sql.among("level", &words(self.levels.iter().map(Option::as_ref))?);
        sql.among("channel", &words(self.channels.iter().map(Some))?);
        sql.among("plan", &words(self.plans.iter().map(Some))?);
        sql.among("kind", &words(self.kinds.iter().map(Option::as_ref))?);
        sql.among("status", &words(self.statuses.iter().map(Some))?);
        if let Some(sample) = self.sample {
            sql.and("sample = ?", [Value::Integer(sample.into())]);
        }
        if let Some(from) = self.received_from {
            sql.and("received_at >= ?", [Value::Integer(from.as_micros())]);
        }
        if let Some(before) = self.received_before {
            sql.and("received_at < ?", [Value::Integer(before.as_micros())]);
        }
        if let Some(ids) = &self.ids {
            let list = serde_json::to_string(
                &ids.iter()
                    .map(|id| id.uuid().simple().to_string())
                    .collect::<Vec<_>>(),
            )?;
            sql.and(
                "id IN (SELECT unhex(value) FROM json_each(?))",
                [Value::Text(list)],
            );
        }
        Ok(sql)
    }
}

fn standing(which: Which) -> &'static str {
    match which {
        Which::NeedsUs => "needs_us = 1",
        Which::Open => "needs_us = 1 AND open = 1",
        Which::NeedsReply => "needs_us = 1 AND open = 0",
        Which::Answered => "answered_at IS NOT NULL",
        // Word for word the condition of the index.
        Which::AnsweredInWork => {
            "answered_at IS NOT NULL AND status <> 'completed' AND needs_us = 0"
        }
        Which::Ended => "ended_at IS NOT NULL",
        Which::All => "1",
    }
}

fn words<'a, T: serde::Serialize + 'a>(
    values: impl Iterator<Item = Option<&'a T>>,
) -> Result<Vec<Value>, StoreError> {
    values
        .map(|value| value.map_or(Ok(Value::Null), |value| Ok(Value::Text(word(value)?))))
        .collect()
}

/// A condition of a statement, with the values for its question marks.
pub(crate) struct Condition {
    pub text: String,
    pub values: Vec<Value>,
}

impl Condition {
    fn and<const N: usize>(&mut self, condition: &str, values: [Value; N]) {
        self.text.push_str(" AND ");
        self.text.push_str(condition);
        self.values.extend(values);
    }

    /// `IS` finds the null that stands for "not decided".
    fn among(&mut self, column: &str, values: &[Value]) {
        if values.is_empty() {
            return;
        }
        let each = vec![format!("{column} IS ?"); values.len()].join(" OR ");
        self.text.push_str(&format!(" AND ({each})"));
        self.values.extend(values.iter().cloned());
    }
}
