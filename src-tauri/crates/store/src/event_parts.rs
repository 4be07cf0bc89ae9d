//! What the store needs to know of an event beside its bytes.

use inquiry::{
    Body, ContractEvent, ContractId, InquiryEvent, InquiryId, MessageFact, ObligationEvent,
    ObligationId, PersonalRef, ReferenceEvent, Response,
};

/// Names the kind of an event, for the log's column of that name.
#[must_use]
pub fn kind(body: &Body) -> &'static str {
    match body {
        Body::Inquiry(_, event) => inquiry_kind(event),
        Body::Obligation(_, event) => obligation_kind(event),
        Body::Contract(_, event) => contract_kind(event),
        Body::Reference(event) => reference_kind(event),
    }
}

/// Gives the inquiry that an event is about; nothing for others.
pub(crate) fn inquiry(body: &Body) -> Option<InquiryId> {
    match body {
        Body::Inquiry(id, _) => Some(*id),
        Body::Obligation(..) | Body::Contract(..) | Body::Reference(_) => None,
    }
}

/// Gives the obligation that an event is about; nothing for others.
pub(crate) fn obligation(body: &Body) -> Option<ObligationId> {
    match body {
        Body::Obligation(id, _) => Some(*id),
        Body::Inquiry(..) | Body::Contract(..) | Body::Reference(_) => None,
    }
}

fn obligation_kind(event: &ObligationEvent) -> &'static str {
    match event {
        ObligationEvent::Opened(_) => "opened",
        ObligationEvent::Changed(_) => "changed",
        ObligationEvent::Reworded(_) => "reworded",
        ObligationEvent::Done(_) => "done",
        ObligationEvent::Lifted { .. } => "lifted",
        ObligationEvent::Withdrawn { .. } => "withdrawn",
        ObligationEvent::Undone { .. } => UNDONE,
    }
}

/// Gives the erasable text that an event of an obligation refers to.
pub(crate) fn obligation_text(event: &ObligationEvent) -> Option<&PersonalRef> {
    match event {
        ObligationEvent::Opened(opened) => Some(&opened.words),
        ObligationEvent::Reworded(text) | ObligationEvent::Withdrawn { reason: text } => Some(text),
        ObligationEvent::Changed(_)
        | ObligationEvent::Done(_)
        | ObligationEvent::Lifted { .. }
        | ObligationEvent::Undone { .. } => None,
    }
}

/// Gives the contract that an event is about; nothing for others.
pub(crate) fn contract(body: &Body) -> Option<ContractId> {
    match body {
        Body::Contract(id, _) => Some(*id),
        Body::Inquiry(..) | Body::Obligation(..) | Body::Reference(_) => None,
    }
}

fn inquiry_kind(event: &InquiryEvent) -> &'static str {
    match event {
        InquiryEvent::Received(_) => "received",
        InquiryEvent::MessageAdded(_) => "message_added",
        InquiryEvent::MessageSplitOff { .. } => "message_split_off",
        InquiryEvent::LevelSet { .. } => "level_set",
        InquiryEvent::KindSet(_) => "kind_set",
        InquiryEvent::ProductSet(_) => "product_set",
        InquiryEvent::PlanSet(_) => "plan_set",
        InquiryEvent::SubjectSet(_) => "subject_set",
        InquiryEvent::CustomerSet(_) => "customer_set",
        InquiryEvent::AskedBy(_) => "asked_by",
        InquiryEvent::LevelFound { .. } => "level_found",
        InquiryEvent::StatusPageTicked { .. } => "status_page_ticked",
        InquiryEvent::HandedOver { .. } => "handed_over",
        InquiryEvent::ScopeAnswered(_) => "scope_answered",
        InquiryEvent::Assigned(_) => "assigned",
        InquiryEvent::StatusSet { .. } => "status_set",
        InquiryEvent::ReceiptConfirmed { .. } => "receipt_confirmed",
        InquiryEvent::FirstResponded { .. } => "first_responded",
        InquiryEvent::Replied(_) => "replied",
        InquiryEvent::Ended { .. } => "ended",
        InquiryEvent::CauseSet { .. } => "cause_set",
        InquiryEvent::NoteAdded(_) => "note_added",
        InquiryEvent::NextContactSet { .. } => "next_contact_set",
        InquiryEvent::Linked { .. } => "linked",
        InquiryEvent::Undone { .. } => UNDONE,
    }
}

/// The kind of the events that take an operation back.
pub(crate) const UNDONE: &str = "undone";

fn contract_kind(event: &ContractEvent) -> &'static str {
    match event {
        ContractEvent::ContractSet(_) => "contract_set",
        ContractEvent::PersonSet(_) => "person_set",
        ContractEvent::PersonRemoved(_) => "person_removed",
        ContractEvent::ContractRemoved => "contract_removed",
        ContractEvent::Undone { .. } => UNDONE,
    }
}

/// Gives the erasable text that a reference event refers to.
pub(crate) fn reference_text(event: &ReferenceEvent) -> Option<&PersonalRef> {
    match event {
        ReferenceEvent::PeriodSignedOff(sign_off) => sign_off.note.as_ref(),
        ReferenceEvent::PackPublished { .. }
        | ReferenceEvent::CalendarPublished { .. }
        | ReferenceEvent::HolidaysPublished { .. }
        | ReferenceEvent::TablePublished { .. }
        | ReferenceEvent::SettingChanged(_)
        | ReferenceEvent::Erased { .. }
        | ReferenceEvent::Undone { .. } => None,
    }
}

fn reference_kind(event: &ReferenceEvent) -> &'static str {
    match event {
        ReferenceEvent::PackPublished { .. } => "pack_published",
        ReferenceEvent::CalendarPublished { .. } => "calendar_published",
        ReferenceEvent::HolidaysPublished { .. } => "holidays_published",
        ReferenceEvent::TablePublished { .. } => "table_published",
        ReferenceEvent::SettingChanged(_) => "setting_changed",
        ReferenceEvent::PeriodSignedOff(_) => "period_signed_off",
        ReferenceEvent::Erased { .. } => "erased",
        ReferenceEvent::Undone { .. } => UNDONE,
    }
}

/// Gives the message that an event brings, if it brings one.
pub(crate) fn message(event: &InquiryEvent) -> Option<&MessageFact> {
    if let InquiryEvent::Received(received) = event {
        Some(&received.message)
    } else if let InquiryEvent::MessageAdded(message) = event {
        Some(message)
    } else {
        None
    }
}

/// Gives the erasable text that an event of a contract refers to, if it refers to one.
pub(crate) fn contract_text(event: &ContractEvent) -> Option<&PersonalRef> {
    match event {
        ContractEvent::ContractSet(terms) => Some(&terms.company),
        ContractEvent::PersonSet(person) => Some(&person.text),
        ContractEvent::PersonRemoved(_)
        | ContractEvent::ContractRemoved
        | ContractEvent::Undone { .. } => None,
    }
}

/// Gives every erasable text that an event refers to.
pub(crate) fn texts(event: &InquiryEvent) -> Vec<&PersonalRef> {
    match event {
        InquiryEvent::Received(it) => vec![&it.subject, &it.customer, &it.message.text],
        InquiryEvent::MessageAdded(message) => vec![&message.text],
        InquiryEvent::SubjectSet(text)
        | InquiryEvent::CustomerSet(text)
        | InquiryEvent::NoteAdded(text) => vec![text],
        InquiryEvent::Ended { reason, .. } => vec![reason],
        InquiryEvent::LevelSet { note, .. }
        | InquiryEvent::CauseSet { note, .. }
        | InquiryEvent::NextContactSet { note, .. } => note.iter().collect(),
        InquiryEvent::StatusSet { reason, .. } => reason.iter().collect(),
        InquiryEvent::FirstResponded { response, .. } | InquiryEvent::Replied(response) => {
            response_texts(response)
        }
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
        | InquiryEvent::Undone { .. } => Vec::new(),
    }
}

fn response_texts(response: &Response) -> Vec<&PersonalRef> {
    response.text.iter().chain(&response.why).collect()
}
