//! Puts a message where the decision says it belongs.

use std::collections::{BTreeMap, BTreeSet};

use inquiry::{
    Customer, Direction, Ending, Inquiry, InquiryEvent, InquiryId, LevelReason, MessageFact,
    MessageId, MessageKey, Origin, Received, Relation,
};
use store::Reader;
use uuid::Uuid;

use super::decide::{Decision, Known, Placement, Thread, decide};
use super::entry::Entry;
use crate::DeskError;
use crate::act::Act;
use crate::verbs::respond::NewResponse;

/// Why a first response that a table brings is recorded after the fact.
const FROM_A_TABLE: &str = "表からの取り込み";

/// How many merges are followed from an inquiry to the one that took it in.
const MERGES: usize = 8;

/// How many of the inquiries that hold one Message-ID are looked at, and how many that follow a full one: with forged
/// ids there may be any number.
const LOOKED_AT: usize = 8;

/// Messages that a dry run would have written, so that later ones find them.
#[derive(Default)]
pub(super) struct Imagined {
    contents: BTreeMap<(MessageKey, String), InquiryId>,
    holders: BTreeMap<MessageKey, Vec<InquiryId>>,
    threads: BTreeMap<InquiryId, Thread>,
    joined: BTreeMap<InquiryId, usize>,
    followers: BTreeMap<InquiryId, Vec<InquiryId>>,
}

impl Imagined {
    /// Notes where a message would have gone, and names the inquiry that it would have begun.
    pub fn note(&mut self, entry: &Entry, placement: &Placement) -> Option<InquiryId> {
        let begun = || InquiryId::new(Uuid::now_v7());
        let (inquiry, new) = match placement {
            Placement::Duplicate { .. } | Placement::OutgoingUnmatched => return None,
            Placement::Joins(inquiry) | Placement::Outgoing(inquiry) => {
                *self.joined.entry(*inquiry).or_default() += 1;
                (*inquiry, None)
            }
            Placement::New => {
                let id = begun();
                (id, Some(id))
            }
            Placement::LinkedNew { to } => {
                let id = begun();
                self.followers.entry(*to).or_default().push(id);
                (id, Some(id))
            }
        };
        self.contents
            .entry((entry.key.clone(), entry.content.clone()))
            .or_insert(inquiry);
        let holders = self.holders.entry(entry.key.clone()).or_default();
        if holders.len() < LOOKED_AT {
            holders.push(inquiry);
        }
        if let Some(id) = new {
            let thread = Thread {
                inquiry: id,
                domain: entry.customer.domain(),
                status: inquiry::Status::New,
                ending: None,
                changed_at: entry.at,
                messages: 1,
                links: 0,
            };
            self.threads.insert(id, thread);
        }
        new
    }

    /// Adds to what the record says of an inquiry what would have come to it.
    fn complete(&self, mut thread: Thread) -> Thread {
        thread.messages += self.joined.get(&thread.inquiry).unwrap_or(&0);
        thread.links += self.followers.get(&thread.inquiry).map_or(0, Vec::len);
        thread
    }
}

/// Decides where an entry belongs, by what is on record and what a dry run imagined.
pub(super) fn consult(
    reader: &Reader<'_>,
    imagined: &Imagined,
    entry: &Entry,
) -> Result<Decision, DeskError> {
    let known = known(reader, imagined, entry)?;
    let mut inquiries = Vec::new();
    let mut seen = BTreeSet::new();
    for key in &entry.answers {
        let found = holders(reader, imagined, key)?;
        inquiries.extend(found.into_iter().filter(|it| seen.insert(*it)));
    }
    let mut threads = Vec::new();
    for id in inquiries {
        let Some((thread, followers)) = thread(reader, imagined, id)? else {
            continue;
        };
        let is_full = thread.is_full();
        threads.push(thread);
        for follower in followers.into_iter().filter(|_| is_full) {
            threads.extend(self::thread(reader, imagined, follower)?.map(|it| it.0));
        }
    }
    Ok(decide(&entry.arriving(), &known, &threads))
}

/// Gives the message on record that has the entry's id and content, and else one that has its id.
fn known(reader: &Reader<'_>, imagined: &Imagined, entry: &Entry) -> Result<Vec<Known>, DeskError> {
    let same = match reader.find_message(&entry.key, &entry.content)? {
        Some(found) => Some(found.inquiry),
        None => imagined
            .contents
            .get(&(entry.key.clone(), entry.content.clone()))
            .copied(),
    };
    if let Some(inquiry) = same {
        let content = Some(entry.content.clone());
        return Ok(vec![Known { content, inquiry }]);
    }
    let other = holders(reader, imagined, &entry.key)?;
    let known = |inquiry| Known {
        content: None,
        inquiry,
    };
    Ok(other.into_iter().take(1).map(known).collect())
}

/// Gives the inquiries that hold a message of that id, a few at most.
fn holders(
    reader: &Reader<'_>,
    imagined: &Imagined,
    key: &MessageKey,
) -> Result<Vec<InquiryId>, DeskError> {
    let kept = reader.find_key(key, LOOKED_AT)?;
    let imagined = imagined.holders.get(key).into_iter().flatten().copied();
    Ok(kept
        .into_iter()
        .map(|it| it.inquiry)
        .chain(imagined)
        .collect())
}

/// Gives the inquiry that a message answers, and the newest that follow it; where it was merged into another, the
/// other.
fn thread(
    reader: &Reader<'_>,
    imagined: &Imagined,
    id: InquiryId,
) -> Result<Option<(Thread, Vec<InquiryId>)>, DeskError> {
    let imagined_followers = |id| imagined.followers.get(&id).into_iter().flatten().rev();
    if let Some(thread) = imagined.threads.get(&id) {
        let followers = imagined_followers(id).take(LOOKED_AT).copied();
        return Ok(Some((
            imagined.complete(thread.clone()),
            followers.collect(),
        )));
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
    let kept_followers = inquiry.links.iter().rev();
    let kept_followers = kept_followers.filter(|it| it.relation == Relation::FollowedBy);
    let followers = imagined_followers(inquiry.id).copied();
    let followers = followers.chain(kept_followers.map(|it| it.to));
    let followers = followers.take(LOOKED_AT).collect();
    let thread = thread_of(reader, inquiry)?;
    Ok(Some((imagined.complete(thread), followers)))
}

fn thread_of(reader: &Reader<'_>, inquiry: Inquiry) -> Result<Thread, DeskError> {
    let customer = reader.text(inquiry.customer.id)?;
    let customer: Customer = customer
        .as_deref()
        .map(serde_json::from_str)
        .transpose()?
        .unwrap_or_default();
    Ok(Thread {
        inquiry: inquiry.id,
        domain: customer.domain(),
        status: inquiry.status,
        messages: inquiry.messages.len(),
        links: inquiry.links.len(),
        changed_at: inquiry.changed_at,
        ending: inquiry.ended.map(|it| it.ending),
    })
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
        if let Some(answered) = entry.answered {
            self.respond(
                id,
                &NewResponse {
                    at: Some(answered.at),
                    by: entry.assignee.clone(),
                    why: Some(FROM_A_TABLE.to_owned()),
                    ..NewResponse::now(answered.kind)
                },
            )?;
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
