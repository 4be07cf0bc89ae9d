//! One inquiry with everything about it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use business_time::Instant;
use inquiry::{
    Body, Event, Inquiry, InquiryEvent, InquiryId, Link, MessageFact, MessageText, Number,
    OperationId, PersonalId, PersonalRef,
};
use store::Row;

use super::asker::{AskerView, asker_of};
use super::deadline::{Deadline, deadline_of};
use super::row::QueueRow;
use super::scope::{ScopeView, incoming_text, scope_view};
use crate::replies::{self, Filling};
use crate::{Desk, DeskError, ReplyDraft, Rules};

/// One inquiry with everything about it, as of an instant.
#[derive(Clone, Debug)]
pub struct InquiryView {
    /// Its row.
    pub row: QueueRow,
    /// The instant for which times left are reckoned.
    pub as_of: Instant,
    /// The deadline card.
    pub deadline: Deadline,
    /// The texts that the inquiry and its history refer to; those that were erased are missing.
    pub texts: BTreeMap<PersonalId, String>,
    /// Whether its first response is late or in breach, or owed past the target: then it has a cause.
    pub missed: bool,
    /// Who asks, and whether they may (§12).
    pub asker: AskerView,
    /// Whether it is within standard support, and why (§7–§11, §16, §19).
    pub scope: ScopeView,
    /// The replies that the desk drafts for it.
    pub drafts: Vec<ReplyDraft>,
    /// The inquiries that belong to it.
    pub links: Vec<LinkedInquiry>,
    /// Everything that happened, oldest first.
    pub history: Vec<HistoryEntry>,
}

/// An inquiry that belongs to another one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkedInquiry {
    /// The link.
    pub link: Link,
    /// The other one's number.
    pub number: Number,
    /// The other one's subject.
    pub subject: String,
}

/// Something that happened to an inquiry.
#[derive(Clone, PartialEq, Debug)]
pub struct HistoryEntry {
    /// What, when, by whom.
    pub event: Event,
    /// Whether it was taken back.
    pub undone: bool,
}

impl InquiryView {
    /// Gives the inquiry.
    #[must_use]
    pub fn inquiry(&self) -> &Inquiry {
        &self.row.row.inquiry
    }

    /// Gives a text, unless it was erased.
    #[must_use]
    pub fn text(&self, text: &PersonalRef) -> Option<&str> {
        self.texts.get(&text.id).map(String::as_str)
    }

    /// Gives the subject and what the customer wrote.
    #[must_use]
    pub fn incoming_text(&self) -> String {
        let messages = self.inquiry().messages.iter();
        let texts: Vec<MessageText> = messages
            .map(|it| self.message_text(it).unwrap_or_default())
            .collect();
        incoming_text(self.inquiry(), &self.row.row.subject, &texts)
    }

    /// Gives what a person reads of a message, unless it was erased.
    #[must_use]
    pub fn message_text(&self, message: &MessageFact) -> Option<MessageText> {
        serde_json::from_str(self.text(&message.text)?).ok()
    }
}

impl Desk {
    /// Gives one inquiry with everything about it, now or as known at an instant.
    ///
    /// # Errors
    /// [`DeskError::NoSuchInquiry`], also where it was not known yet; [`DeskError::Evaluate`], [`DeskError::Store`].
    pub fn inquiry(&self, id: InquiryId, as_of: Option<Instant>) -> Result<InquiryView, DeskError> {
        let at = as_of.unwrap_or_else(|| self.now());
        let rules = as_of.map_or_else(|| Ok(self.rules()), |at| self.rules_as_of(at))?;
        let row = Arc::new(
            self.row_as_of(id, as_of)?
                .ok_or_else(|| DeskError::NoSuchInquiry(id.to_string()))?,
        );
        let deadline = deadline_of(&rules, &row.inquiry, at)?;
        let missed = rules.has_missed(&row.inquiry, at)?;
        let history = self.history(id, as_of)?;
        let named: Vec<PersonalId> = texts_of(&row.inquiry, &history);
        let texts = self.store().read(|reader| reader.texts(&named))?;
        let links = self.linked(&row.inquiry)?;
        let asker = self.asker(&rules, &row, as_of)?;
        let scope = scope_of(&rules, &row, &texts, &asker)?;
        let drafts = drafts(&rules, &row, &asker, &scope)?;
        let row = self.evaluated(&[row], &rules, at)?.into_iter().next();
        let row = row.ok_or_else(|| DeskError::NoSuchInquiry(id.to_string()))?;
        Ok(InquiryView {
            row,
            as_of: at,
            deadline,
            texts,
            missed,
            asker,
            scope,
            drafts,
            links,
            history,
        })
    }

    fn asker(
        &self,
        rules: &Rules,
        row: &Row,
        as_of: Option<Instant>,
    ) -> Result<AskerView, DeskError> {
        self.store()
            .read(|reader| asker_of(reader, rules, row, as_of))
    }

    fn row_as_of(&self, id: InquiryId, as_of: Option<Instant>) -> Result<Option<Row>, DeskError> {
        let Some(at) = as_of else {
            return Ok(self.store().read(|reader| reader.row(id))?);
        };
        self.store().read(|reader| {
            let Some(inquiry) = reader.inquiry_as_of(id, at)? else {
                return Ok(None);
            };
            let subject = reader.text(inquiry.subject.id)?.unwrap_or_default();
            let customer = reader
                .text(inquiry.customer.id)?
                .map(|text| serde_json::from_str(&text))
                .transpose()?;
            Ok(Some(Row {
                inquiry,
                subject,
                customer: customer.unwrap_or_default(),
            }))
        })
    }

    fn history(
        &self,
        id: InquiryId,
        as_of: Option<Instant>,
    ) -> Result<Vec<HistoryEntry>, DeskError> {
        let mut events = self.store().read(|reader| reader.history(id))?;
        events.retain(|event| as_of.is_none_or(|at| event.recorded_at <= at));
        let undone: BTreeSet<OperationId> = events.iter().filter_map(taken_back).collect();
        let entry = |event: Event| HistoryEntry {
            undone: undone.contains(&event.operation),
            event,
        };
        Ok(events.into_iter().map(entry).collect())
    }

    fn linked(&self, inquiry: &Inquiry) -> Result<Vec<LinkedInquiry>, DeskError> {
        let mut linked = Vec::new();
        for link in &inquiry.links {
            // The other one may be gone: its receipt was taken back.
            if let Some(row) = self.store().read(|reader| reader.row(link.to))? {
                linked.push(LinkedInquiry {
                    link: link.clone(),
                    number: row.inquiry.number,
                    subject: row.subject,
                });
            }
        }
        Ok(linked)
    }
}

fn scope_of(
    rules: &Rules,
    row: &Row,
    texts: &BTreeMap<PersonalId, String>,
    asker: &AskerView,
) -> Result<ScopeView, DeskError> {
    let read = |message: &MessageFact| {
        let text = texts.get(&message.text.id)?;
        serde_json::from_str::<MessageText>(text).ok()
    };
    let messages = row.inquiry.messages.iter();
    let messages: Vec<MessageText> = messages.map(|it| read(it).unwrap_or_default()).collect();
    scope_view(rules, &row.inquiry, &row.subject, &messages, asker)
}

fn drafts(
    rules: &Rules,
    row: &Row,
    asker: &AskerView,
    scope: &ScopeView,
) -> Result<Vec<ReplyDraft>, DeskError> {
    let filling = Filling {
        pack: rules.pack(&row.inquiry.product, row.inquiry.received_at)?,
        customer: &row.customer,
    };
    let drafts = [
        replies::to_asker(&filling, asker),
        replies::to_caller(&filling, asker),
        replies::of_scope(&filling, scope),
    ];
    Ok(drafts.into_iter().flatten().collect())
}

fn taken_back(event: &Event) -> Option<OperationId> {
    match &event.body {
        Body::Inquiry(_, InquiryEvent::Undone { operation }) => Some(*operation),
        Body::Inquiry(..) | Body::Obligation(..) | Body::Contract(..) | Body::Reference(_) => None,
    }
}

/// Names every text that the inquiry, or what happened to it, refers to.
fn texts_of(inquiry: &Inquiry, history: &[HistoryEntry]) -> Vec<PersonalId> {
    let mut named: BTreeSet<PersonalId> = inquiry.messages.iter().map(|it| it.text.id).collect();
    named.extend([inquiry.subject.id, inquiry.customer.id]);
    for entry in history {
        if let Body::Inquiry(_, event) = &entry.event.body {
            named.extend(texts_in(event).into_iter().flatten().map(|it| it.id));
        }
    }
    named.into_iter().collect()
}

fn texts_in(event: &InquiryEvent) -> [Option<&PersonalRef>; 2] {
    match event {
        InquiryEvent::LevelSet { note, .. }
        | InquiryEvent::CauseSet { note, .. }
        | InquiryEvent::NextContactSet { note, .. } => [note.as_ref(), None],
        InquiryEvent::SubjectSet(text)
        | InquiryEvent::CustomerSet(text)
        | InquiryEvent::NoteAdded(text) => [Some(text), None],
        InquiryEvent::StatusSet { reason, .. } => [reason.as_ref(), None],
        InquiryEvent::FirstResponded { response, .. } | InquiryEvent::Replied(response) => {
            [response.text.as_ref(), response.why.as_ref()]
        }
        InquiryEvent::Ended { reason, .. } => [Some(reason), None],
        InquiryEvent::MessageAdded(message) => [Some(&message.text), None],
        InquiryEvent::Received(received) => [Some(&received.subject), Some(&received.customer)],
        InquiryEvent::MessageSplitOff { .. }
        | InquiryEvent::KindSet(_)
        | InquiryEvent::ProductSet(_)
        | InquiryEvent::PlanSet(_)
        | InquiryEvent::AskedBy(_)
        | InquiryEvent::LevelFound { .. }
        | InquiryEvent::StatusPageTicked { .. }
        | InquiryEvent::HandedOver { .. }
        | InquiryEvent::ScopeAnswered(_)
        | InquiryEvent::Assigned(_)
        | InquiryEvent::ReceiptConfirmed { .. }
        | InquiryEvent::Linked { .. }
        | InquiryEvent::Undone { .. } => [None, None],
    }
}
