use std::collections::BTreeMap;

use business_time::Instant;
use desk::{HistoryEntry, InquiryView};
use inquiry::{
    Body, Customer, Ending, InquiryEvent, InquiryId, MessageFact, PersonalRef, Response,
};
use serde::Serialize;

use crate::tongue::Tongue;
use crate::word::{asker_code, ending_code, kind_code, reason_code, relation_code, status_code};

/// Something that happened: its code, what its sentence needs, and the sentence.
#[derive(Serialize)]
pub struct HistoryShape {
    pub at: String,
    pub by: String,
    pub what: &'static str,
    pub params: BTreeMap<&'static str, String>,
    pub undone: bool,
    pub text: String,
}

/// What the events of an inquiry only refer to: texts, other inquiries, instants.
pub struct Naming<'a> {
    /// The inquiry.
    pub view: &'a InquiryView,
    /// The language.
    pub tongue: &'a Tongue,
}

impl Naming<'_> {
    /// Gives a text, or the word for an erased one.
    pub fn words(&self, text: &PersonalRef) -> String {
        let erased = self.tongue.words.field.erased;
        self.view.text(text).unwrap_or(erased).to_owned()
    }

    /// Gives a text, if there is one.
    pub fn optional(&self, text: Option<&PersonalRef>) -> String {
        text.map(|it| self.words(it)).unwrap_or_default()
    }

    /// Gives the number of another inquiry, or its id where it is gone.
    pub fn number(&self, id: InquiryId) -> String {
        let linked = self.view.links.iter().find(|it| it.link.to == id);
        linked.map_or_else(|| id.to_string(), |it| it.number.to_string())
    }

    /// Gives the name of who wrote a message.
    pub fn from(&self, message: &MessageFact) -> String {
        self.view
            .message_text(message)
            .map(|it| it.from_name)
            .unwrap_or_default()
    }

    /// Gives the customer's line.
    pub fn customer(&self, text: &PersonalRef) -> String {
        let json = self.view.text(text).unwrap_or_default();
        serde_json::from_str::<Customer>(json)
            .map(|it| it.line())
            .unwrap_or_default()
    }

    fn stamp(&self, at: Instant) -> String {
        at.to_rfc3339_in(self.tongue.zone())
    }
}

/// Shows the history, newest first.
pub fn entries(view: &InquiryView, tongue: &Tongue) -> Vec<HistoryShape> {
    let naming = Naming { view, tongue };
    view.history
        .iter()
        .rev()
        .filter_map(|entry| shown(&naming, entry))
        .collect()
}

fn shown(naming: &Naming<'_>, entry: &HistoryEntry) -> Option<HistoryShape> {
    let Body::Inquiry(_, event) = &entry.event.body else {
        return None;
    };
    let (what, params) = tell(naming, event);
    Some(HistoryShape {
        at: naming.stamp(entry.event.recorded_at),
        by: entry.event.actor.to_string(),
        what,
        params: params
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect(),
        undone: entry.undone,
        text: (naming.tongue.words.history)(event, naming),
    })
}

type Told = (&'static str, Vec<(&'static str, String)>);

fn tell(naming: &Naming<'_>, event: &InquiryEvent) -> Told {
    match event {
        InquiryEvent::Received(it) => (
            "received",
            vec![
                ("at", naming.stamp(it.received_at)),
                ("channel", it.channel.to_string()),
            ],
        ),
        InquiryEvent::MessageAdded(it) => (
            "message-added",
            vec![("at", naming.stamp(it.at)), ("from", naming.from(it))],
        ),
        InquiryEvent::MessageSplitOff { to, .. } => {
            ("message-split-off", vec![("to", naming.number(*to))])
        }
        InquiryEvent::LevelSet {
            level,
            reason,
            note,
        } => (
            "level-set",
            vec![
                ("level", level.to_string()),
                ("why", reason_code(reason).to_owned()),
                ("note", naming.optional(note.as_ref())),
            ],
        ),
        InquiryEvent::KindSet(kind) => ("kind-set", vec![("kind", kind_code(*kind).to_owned())]),
        InquiryEvent::ProductSet(product) => {
            ("product-set", vec![("product", product.to_string())])
        }
        InquiryEvent::PlanSet(plan) => ("plan-set", vec![("plan", plan.to_string())]),
        InquiryEvent::SubjectSet(text) => ("subject-set", vec![("subject", naming.words(text))]),
        InquiryEvent::LevelFound { level, pack, .. } => (
            "level-found",
            vec![("level", level.to_string()), ("pack", pack.clone())],
        ),
        InquiryEvent::StatusPageTicked { step, done } => (
            "status-page-ticked",
            vec![("step", step.to_string()), ("done", done.to_string())],
        ),
        InquiryEvent::HandedOver { handed_over: true } => ("handed-over", Vec::new()),
        InquiryEvent::HandedOver { handed_over: false } => ("hand-over-taken-back", Vec::new()),
        InquiryEvent::ScopeAnswered(_) => ("scope-answered", Vec::new()),
        InquiryEvent::AskedBy(asker) => ("asked-by", vec![("who", asker_code(*asker).to_owned())]),
        InquiryEvent::CustomerSet(text) => {
            ("customer-set", vec![("customer", naming.customer(text))])
        }
        InquiryEvent::Assigned(Some(to)) => ("assigned", vec![("to", to.to_string())]),
        InquiryEvent::Assigned(None) => ("unassigned", Vec::new()),
        InquiryEvent::StatusSet { status, reason } => (
            "status-set",
            vec![
                ("status", status_code(*status).to_owned()),
                ("reason", naming.optional(reason.as_ref())),
            ],
        ),
        InquiryEvent::ReceiptConfirmed { at } => {
            ("receipt-confirmed", vec![("at", naming.stamp(*at))])
        }
        InquiryEvent::FirstResponded { response, .. } => {
            ("first-responded", responded(naming, response))
        }
        InquiryEvent::Replied(response) => ("replied", responded(naming, response)),
        InquiryEvent::Ended { ending, reason } => ("ended", ended(naming, ending, reason)),
        InquiryEvent::CauseSet { cause, note } => (
            "cause-set",
            vec![
                ("cause", cause.to_string()),
                ("note", naming.optional(note.as_ref())),
            ],
        ),
        InquiryEvent::NoteAdded(text) => ("note-added", vec![("text", naming.words(text))]),
        InquiryEvent::NextContactSet { at: Some(at), note } => (
            "next-contact-set",
            vec![
                ("at", naming.stamp(*at)),
                ("note", naming.optional(note.as_ref())),
            ],
        ),
        InquiryEvent::NextContactSet { at: None, .. } => ("next-contact-cleared", Vec::new()),
        InquiryEvent::Linked { to, relation } => (
            "linked",
            vec![
                ("to", naming.number(*to)),
                ("relation", relation_code(*relation).to_owned()),
            ],
        ),
        InquiryEvent::Undone { .. } => ("undone", Vec::new()),
    }
}

fn responded(naming: &Naming<'_>, response: &Response) -> Vec<(&'static str, String)> {
    vec![
        ("at", naming.stamp(response.at)),
        ("kind", response.kind.to_string()),
        ("why", naming.optional(response.why.as_ref())),
    ]
}

fn ended(
    naming: &Naming<'_>,
    ending: &Ending,
    reason: &PersonalRef,
) -> Vec<(&'static str, String)> {
    let of = match ending {
        Ending::Duplicate { of } => of.map(|of| naming.number(of)).unwrap_or_default(),
        Ending::NotAnInquiry | Ending::Withdrawn => String::new(),
    };
    vec![
        ("ending", ending_code(ending).to_owned()),
        ("of", of),
        ("reason", naming.words(reason)),
    ]
}
