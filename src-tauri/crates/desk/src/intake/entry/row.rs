//! From a row of a table, or a line of JSON, to an entry.

use business_time::Instant;
use inquiry::{Actor, MessageText, Proof};
use policy::{Channel, ImpactLevel, ResponseKind};

use super::{Answered, Entry, Reading, Unusable, hex, key_of, key_of_content, plan, words};
use crate::intake::columns::{Field, Fields};
use crate::intake::dates::read_instant;
use crate::intake::table::Row;
use crate::shown;

/// How much of a text stands in for a missing subject, in characters.
const SUBJECT_CHARS: usize = 60;
/// Stands for the subject of what was answered elsewhere, where the table has none.
const NO_SUBJECT: &str = "—";

impl Reading<'_> {
    /// Understands a row. Without an instant it counts as received now, unproven; one that cannot be read refuses
    /// the row, since a wrong receipt is worse than a row to look at.
    pub fn row(&self, row: &Row) -> Result<Entry, Unusable> {
        let fields = &row.fields;
        let (at, proof) = self.receipt(fields)?;
        let text = shown::lines(&fields.text(Field::Text));
        let subject = fields
            .get(Field::Subject)
            .map_or_else(|| beginning(&text), shown::line);
        let level = fields.get(Field::Level).and_then(words::level);
        let answered = self.answered(fields, at, level)?;
        let subject = if subject.is_empty() && answered.is_some() {
            NO_SUBJECT.to_owned()
        } else {
            subject
        };
        if subject.is_empty() {
            return Err(Unusable::Empty);
        }
        let customer = shown::customer(&fields.customer());
        let product = self
            .product(fields.get(Field::Product), &subject, &[], &text)
            .ok_or(Unusable::Product)?;
        let content = hex(format!("{fields:?}").as_bytes());
        Ok(Entry {
            at,
            proof,
            key: fields
                .get(Field::MessageId)
                .map_or_else(|| key_of_content(&content), key_of),
            content,
            answers: fields
                .get(Field::InReplyTo)
                .map(key_of)
                .into_iter()
                .collect(),
            outgoing: self.is_own(&customer.address),
            channel: fields
                .get(Field::Channel)
                .and_then(words::channel)
                .unwrap_or(Channel::Form),
            plan: plan(fields),
            product,
            text: MessageText {
                from_name: customer.person.clone(),
                from_address: customer.address.clone(),
                subject: subject.clone(),
                text,
                ..MessageText::default()
            },
            subject,
            customer,
            attachments: Vec::new(),
            level,
            kind: fields.get(Field::Kind).and_then(words::kind),
            assignee: fields
                .get(Field::Assignee)
                .map(|it| Actor::new(&shown::line(it))),
            answered,
            raw: Some(row.json.clone().into_bytes()),
        })
    }

    /// Reads the first response that was given elsewhere. What could not be judged is refused: it would be missing from
    /// the figures of its day.
    fn answered(
        &self,
        fields: &Fields,
        received_at: Instant,
        level: Option<ImpactLevel>,
    ) -> Result<Option<Answered>, Unusable> {
        let Some(written) = fields.get(Field::RespondedAt) else {
            return Ok(None);
        };
        let at = read_instant(written, self.zone())
            .filter(|it| *it >= received_at && *it <= self.now)
            .ok_or(Unusable::Response)?;
        let kind = fields.get(Field::ResponseKind);
        let kind = kind.map_or(Some(ResponseKind::Answer), words::response_kind);
        let kind = kind.ok_or(Unusable::Response)?;
        level.ok_or(Unusable::Level)?;
        Ok(Some(Answered { at, kind }))
    }

    fn receipt(&self, fields: &Fields) -> Result<(Instant, Proof), Unusable> {
        let Some(written) = fields.get(Field::ReceivedAt) else {
            return Ok((self.now, Proof::Unproven));
        };
        let at = read_instant(written, self.zone())
            .filter(|it| self.covers(*it))
            .ok_or(Unusable::Instant)?;
        Ok(self.instant(Some(at), Proof::Proven))
    }
}

fn beginning(text: &str) -> String {
    let line = text
        .lines()
        .map(str::trim)
        .find(|it| !it.is_empty())
        .unwrap_or_default();
    line.chars().take(SUBJECT_CHARS).collect()
}
