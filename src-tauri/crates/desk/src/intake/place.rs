//! Puts a message where the decision says it belongs.

use std::collections::{BTreeMap, BTreeSet};

use inquiry::{
    Customer, Direction, Ending, InquiryEvent, InquiryId, LevelReason, MessageFact, MessageId,
    MessageKey, Origin, Received, Relation,
};
use store::Reader;
use uuid::Uuid;

use super::decide::{Decision, Known, Placement, Thread, decide};
use super::entry::Entry;
use crate::DeskError;
use crate::act::Act;

/// How many merges are followed from an inquiry to the one that took it in.
const MERGES: usize = 8;

/// Messages that a dry run would have written, so that later ones find them.
#[derive(Default)]
pub(super) struct Imagined {
    messages: BTreeMap<MessageKey, Vec<Known>>,
    threads: BTreeMap<InquiryId, Thread>,
}

impl Imagined {
    /// Notes where a message would have gone, and names the inquiry that it would have begun.
    pub fn note(&mut self, entry: &Entry, placement: &Placement) -> Option<InquiryId> {
        let begun = || InquiryId::new(Uuid::now_v7());
        let (inquiry, new) = match placement {
            Placement::Duplicate { .. } | Placement::OutgoingUnmatched => return None,
            Placement::Joins(inquiry) | Placement::Outgoing(inquiry) => (*inquiry, None),
            Placement::New | Placement::LinkedNew { .. } => {
                let id = begun();
                (id, Some(id))
            }
        };
        let known = Known {
            content: Some(entry.content.clone()),
            inquiry,
        };
        self.messages
            .entry(entry.key.clone())
            .or_default()
            .push(known);
        if let Some(id) = new {
            let thread = Thread {
                inquiry: id,
                domain: entry.customer.domain(),
                status: inquiry::Status::New,
                ending: None,
                changed_at: entry.at,
            };
            self.threads.insert(id, thread);
        }
        new
    }
}

/// Decides where an entry belongs, by what is on record and what a dry run imagined.
pub(super) fn consult(
    reader: &Reader<'_>,
    imagined: &Imagined,
    entry: &Entry,
) -> Result<Decision, DeskError> {
    let known = known(reader, imagined, &entry.key)?;
    let mut inquiries = Vec::new();
    let mut seen = BTreeSet::new();
    for key in &entry.answers {
        let found = self::known(reader, imagined, key)?;
        inquiries.extend(
            found
                .into_iter()
                .map(|it| it.inquiry)
                .filter(|it| seen.insert(*it)),
        );
    }
    let mut threads = Vec::new();
    for id in inquiries {
        threads.extend(thread(reader, imagined, id)?);
    }
    Ok(decide(&entry.arriving(), &known, &threads))
}

fn known(
    reader: &Reader<'_>,
    imagined: &Imagined,
    key: &MessageKey,
) -> Result<Vec<Known>, DeskError> {
    let kept = reader.find_key(key)?.into_iter().map(|it| Known {
        content: it.content,
        inquiry: it.inquiry,
    });
    Ok(kept
        .chain(imagined.messages.get(key).into_iter().flatten().cloned())
        .collect())
}

/// Gives the inquiry that a message answers; where that was merged into another, the other.
fn thread(
    reader: &Reader<'_>,
    imagined: &Imagined,
    id: InquiryId,
) -> Result<Option<Thread>, DeskError> {
    if let Some(thread) = imagined.threads.get(&id) {
        return Ok(Some(thread.clone()));
    }
    let Some(mut inquiry) = reader.inquiry(id)? else {
        return Ok(None);
    };
    for _ in 0..MERGES {
        let Some(Ending::Duplicate { of: Some(into) }) =
            inquiry.ended.as_ref().map(|it| &it.ending)
        else {
            break;
        };
        let Some(other) = reader.inquiry(*into)? else {
            break;
        };
        inquiry = other;
    }
    let customer = reader.text(inquiry.customer.id)?;
    let customer: Customer = customer
        .as_deref()
        .map(serde_json::from_str)
        .transpose()?
        .unwrap_or_default();
    Ok(Some(Thread {
        inquiry: inquiry.id,
        domain: customer.domain(),
        status: inquiry.status,
        ending: inquiry.ended.map(|it| it.ending),
        changed_at: inquiry.changed_at,
    }))
}

impl Act<'_, '_> {
    /// Decides and writes; gives the decision and the inquiry that began, if one did.
    pub(super) fn place(
        &mut self,
        entry: &Entry,
    ) -> Result<(Decision, Option<InquiryId>), DeskError> {
        let decision = consult(&self.tx.reader()?, &Imagined::default(), entry)?;
        let flagged = decision.same_id_other_content;
        let begun = match &decision.placement {
            Placement::Duplicate { .. } | Placement::OutgoingUnmatched => None,
            Placement::New => Some(self.begin_by(entry, flagged)?),
            Placement::LinkedNew { to } => {
                let id = self.begin_by(entry, flagged)?;
                self.link(id, *to, Relation::Follows)?;
                Some(id)
            }
            Placement::Joins(inquiry) => self
                .join(*inquiry, entry, Direction::In, flagged)
                .map(|_| None)?,
            Placement::Outgoing(inquiry) => self
                .join(*inquiry, entry, Direction::Out, flagged)
                .map(|_| None)?,
        };
        Ok((decision, begun))
    }

    fn begin_by(&mut self, entry: &Entry, flagged: bool) -> Result<InquiryId, DeskError> {
        let received = self.received_by(entry, flagged)?;
        let id = self.begin(received)?;
        if let Some(level) = entry.level {
            self.record(
                id,
                InquiryEvent::LevelSet {
                    level,
                    reason: LevelReason::First,
                    note: None,
                },
            )?;
        }
        if let Some(kind) = entry.kind {
            self.record(id, InquiryEvent::KindSet(kind))?;
        }
        if let Some(assignee) = entry.assignee.clone() {
            self.record(id, InquiryEvent::Assigned(Some(assignee)))?;
        }
        Ok(id)
    }

    /// Makes the beginning of an inquiry from its first message.
    pub(crate) fn received_by(
        &mut self,
        entry: &Entry,
        flagged: bool,
    ) -> Result<Received, DeskError> {
        let message = self.message_by(entry, Direction::In, flagged)?;
        Ok(Received {
            number: self.tx.next_number()?,
            product: entry.product.clone(),
            plan: entry.plan,
            channel: entry.channel,
            received_at: entry.at,
            proof: entry.proof,
            subject: self.text(&entry.subject)?,
            customer: self.text(&serde_json::to_string(&entry.customer)?)?,
            message,
            origin: Origin::File,
            sample: false,
        })
    }

    /// Adds a message to an inquiry; gives its name.
    pub(crate) fn join(
        &mut self,
        inquiry: InquiryId,
        entry: &Entry,
        direction: Direction,
        flagged: bool,
    ) -> Result<MessageId, DeskError> {
        let message = self.message_by(entry, direction, flagged)?;
        let id = message.id;
        self.record(inquiry, InquiryEvent::MessageAdded(Box::new(message)))?;
        Ok(id)
    }

    fn message_by(
        &mut self,
        entry: &Entry,
        direction: Direction,
        flagged: bool,
    ) -> Result<MessageFact, DeskError> {
        Ok(MessageFact {
            id: MessageId::new(Uuid::now_v7()),
            direction,
            at: entry.at,
            proof: entry.proof,
            key: Some(entry.key.clone()),
            content: Some(entry.content.clone()),
            text: self.text(&serde_json::to_string(&entry.text)?)?,
            raw: entry
                .raw
                .as_deref()
                .map(|it| self.tx.keep_raw(it))
                .transpose()?,
            attachments: entry.attachments.clone(),
            same_id_other_content: flagged,
        })
    }
}
