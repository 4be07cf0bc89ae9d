//! Everything that happened to an inquiry, as codes and parameters.

use std::collections::BTreeMap;

use desk::{HistoryEntry, InquiryView};
use inquiry::{
    Asker, Body, Customer, Ending, InquiryEvent, LevelReason, MessageText, PersonalRef, Response,
    Status,
};

use super::inquiry::relation;
use super::instant;
use crate::ipc::wire::inquiry as wire;

/// A history entry's code and what its sentence needs.
struct Told {
    what: &'static str,
    params: BTreeMap<String, String>,
}

/// Shows the history, newest first.
pub(crate) fn entries(view: &InquiryView) -> Vec<wire::HistoryEntry> {
    view.history
        .iter()
        .rev()
        .filter_map(|entry| shown(view, entry))
        .collect()
}

fn shown(view: &InquiryView, entry: &HistoryEntry) -> Option<wire::HistoryEntry> {
    let Body::Inquiry(_, event) = &entry.event.body else {
        return None;
    };
    let Told { what, params } = tell(view, event);
    Some(wire::HistoryEntry {
        at: instant(entry.event.recorded_at),
        by: entry.event.actor.to_string(),
        what: what.to_owned(),
        params,
        undone: entry.undone,
    })
}

fn tell(view: &InquiryView, event: &InquiryEvent) -> Told {
    let words = |text: &PersonalRef| view.text(text).unwrap_or_default().to_owned();
    let optional = |text: &Option<PersonalRef>| text.as_ref().map(words).unwrap_or_default();
    match event {
        InquiryEvent::Received(it) => told(
            "received",
            &[
                ("at", instant(it.received_at)),
                ("channel", it.channel.to_string()),
            ],
        ),
        InquiryEvent::MessageAdded(it) => {
            let from = view
                .message_text(it)
                .map(|MessageText { from_name, .. }| from_name)
                .unwrap_or_default();
            told("message-added", &[("at", instant(it.at)), ("from", from)])
        }
        InquiryEvent::MessageSplitOff { to, .. } => {
            told("message-split-off", &[("to", number(view, *to))])
        }
        InquiryEvent::LevelSet {
            level,
            reason,
            note,
        } => told(
            "level-set",
            &[
                ("level", level.to_string()),
                ("why", why(reason).to_owned()),
                ("note", optional(note)),
            ],
        ),
        InquiryEvent::KindSet(kind) => {
            told("kind-set", &[("kind", kind.to_string().replace('_', "-"))])
        }
        InquiryEvent::ProductSet(product) => {
            told("product-set", &[("product", product.to_string())])
        }
        InquiryEvent::PlanSet(plan) => told("plan-set", &[("plan", plan.to_string())]),
        InquiryEvent::SubjectSet(text) => told("subject-set", &[("subject", words(text))]),
        InquiryEvent::LevelFound { level, pack, .. } => told(
            "level-found",
            &[("level", level.to_string()), ("pack", pack.clone())],
        ),
        InquiryEvent::StatusPageTicked { step, done } => told(
            "status-page-ticked",
            &[("step", step.to_string()), ("done", done.to_string())],
        ),
        InquiryEvent::HandedOver { handed_over: true } => told("handed-over", &[]),
        InquiryEvent::HandedOver { handed_over: false } => told("hand-over-taken-back", &[]),
        InquiryEvent::ScopeAnswered(_) => told("scope-answered", &[]),
        InquiryEvent::AskedBy(asker) => told("asked-by", &[("who", who(*asker).to_owned())]),
        InquiryEvent::CustomerSet(text) => {
            told("customer-set", &[("customer", customer(&words(text)))])
        }
        InquiryEvent::Assigned(Some(to)) => told("assigned", &[("to", to.to_string())]),
        InquiryEvent::Assigned(None) => told("unassigned", &[]),
        InquiryEvent::StatusSet { status, reason } => told(
            "status-set",
            &[
                ("status", status_code(*status).to_owned()),
                ("reason", optional(reason)),
            ],
        ),
        InquiryEvent::ReceiptConfirmed { at } => told("receipt-confirmed", &[("at", instant(*at))]),
        InquiryEvent::FirstResponded { response, .. } => {
            responded("first-responded", response, &optional(&response.why))
        }
        InquiryEvent::Replied(response) => responded("replied", response, &optional(&response.why)),
        InquiryEvent::Ended { ending, reason } => ended(view, ending, words(reason)),
        InquiryEvent::CauseSet { cause, note } => told(
            "cause-set",
            &[("cause", cause.to_string()), ("note", optional(note))],
        ),
        InquiryEvent::NoteAdded(text) => told("note-added", &[("text", words(text))]),
        InquiryEvent::NextContactSet { at: Some(at), note } => told(
            "next-contact-set",
            &[("at", instant(*at)), ("note", optional(note))],
        ),
        InquiryEvent::NextContactSet { at: None, .. } => told("next-contact-cleared", &[]),
        InquiryEvent::Linked { to, relation: how } => told(
            "linked",
            &[
                ("to", number(view, *to)),
                ("relation", relation(*how).to_owned()),
            ],
        ),
        InquiryEvent::Undone { .. } => told("undone", &[]),
    }
}

fn told(what: &'static str, params: &[(&str, String)]) -> Told {
    Told {
        what,
        params: params
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    }
}

fn responded(what: &'static str, response: &Response, why: &str) -> Told {
    let kind = response.kind.to_string();
    told(
        what,
        &[
            ("at", instant(response.at)),
            ("kind", kind),
            ("why", why.to_owned()),
        ],
    )
}

fn ended(view: &InquiryView, ending: &Ending, reason: String) -> Told {
    let (ending, of) = match ending {
        Ending::NotAnInquiry => ("not-an-inquiry", None),
        Ending::Duplicate { of } => ("duplicate", *of),
        Ending::Withdrawn => ("withdrawn", None),
    };
    let of = of.map(|of| number(view, of)).unwrap_or_default();
    told(
        "ended",
        &[
            ("ending", ending.to_owned()),
            ("of", of),
            ("reason", reason),
        ],
    )
}

fn number(view: &InquiryView, id: inquiry::InquiryId) -> String {
    let linked = view.links.iter().find(|it| it.link.to == id);
    linked.map(|it| it.number.to_string()).unwrap_or_default()
}

fn customer(json: &str) -> String {
    serde_json::from_str::<Customer>(json)
        .map(|it| it.line())
        .unwrap_or_default()
}

const fn why(reason: &LevelReason) -> &'static str {
    match reason {
        LevelReason::First => "first",
        LevelReason::WrongBefore => "wrong-before",
        LevelReason::SituationChanged { .. } => "situation-changed",
    }
}

const fn status_code(status: Status) -> &'static str {
    match status {
        Status::New => "new",
        Status::InProgress => "in-progress",
        Status::WaitingForCustomer => "waiting-for-customer",
        Status::OnHold => "on-hold",
        Status::Completed => "completed",
    }
}

fn who(asker: Asker) -> &'static str {
    match asker {
        Asker::ByAddress => "by-address",
        Asker::Person(_) => "person",
        Asker::Unregistered => "unregistered",
    }
}
