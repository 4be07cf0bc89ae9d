//! One inquiry with everything about it.

use desk::{Deadline, InquiryView, LinkedInquiry, ReplyDraft, Rules};
use inquiry::{
    Direction, Inquiry, LevelReason, MessageFact, MessageText, PersonalRef, Proof, Relation,
};
use policy::ProductId;

use super::mirror::Mirror;
use super::{history, instant, register, row, scope, seconds, step};
use crate::ipc::wire::cause::{Cause, CauseView};
use crate::ipc::wire::inquiry as wire;
use crate::ipc::wire::queue as wire_queue;

/// Shows an inquiry with everything about it.
pub(crate) fn view(view: &InquiryView, rules: &Rules) -> wire::InquiryView {
    let inquiry = view.inquiry();
    let words = |text: &PersonalRef| view.text(text).map(str::to_owned);
    wire::InquiryView {
        row: row::row(&view.row, rules),
        as_of: instant(view.as_of),
        customer: customer(&view.row.row.customer),
        asker: register::asker(&view.asker),
        scope: scope::scope(&view.scope),
        status_page: scope::status_page(view, rules),
        handed_over_at: inquiry.handed_over.as_ref().map(|it| instant(it.at)),
        drafts: view.drafts.iter().map(draft).collect(),
        kind: inquiry.kind.map(wire::Kind::show),
        level: level(view),
        deadline: deadline(&view.deadline, &inquiry.product, rules),
        messages: inquiry
            .messages
            .iter()
            .map(|it| message(view, it))
            .collect(),
        notes: notes(view),
        next_contact_note: inquiry
            .next_contact
            .as_ref()
            .and_then(|it| it.note.as_ref())
            .and_then(words),
        status_reason: inquiry.status_reason.as_ref().and_then(words),
        responses: responses(view),
        missed: view.missed,
        cause: cause(view),
        ended: ended(view),
        receipt_confirmed_at: inquiry.receipt_confirmed_at.map(instant),
        proposal: proposal(inquiry),
        links: view.links.iter().map(link).collect(),
        history: history::entries(view),
    }
}

fn draft(draft: &ReplyDraft) -> wire::ReplyDraft {
    wire::ReplyDraft {
        topic: draft.topic.to_owned(),
        kind: wire::ResponseKind::show(draft.kind),
        text: draft.text.clone(),
    }
}

/// Shows a deadline card.
pub(crate) fn deadline(deadline: &Deadline, product: &ProductId, rules: &Rules) -> wire::Deadline {
    let evaluation = &deadline.evaluation;
    let span = |(from, to): &(_, _)| wire::Span {
        from: instant(*from),
        to: instant(*to),
    };
    wire::Deadline {
        start: instant(evaluation.start),
        target: instant(evaluation.target),
        limit: instant(evaluation.limit),
        aim: evaluation.aim,
        provisional: evaluation.provisional,
        allowance_s: seconds(evaluation.allowance),
        pack: row::product_name(rules, product),
        pack_version: version_of(&deadline.explanation.pack),
        calendar_version: deadline.explanation.calendar.clone(),
        steps: deadline.explanation.steps.iter().map(step::step).collect(),
        line: wire::TimeLine {
            from: instant(deadline.line.from),
            to: instant(deadline.line.to),
            open: deadline.line.open.iter().map(span).collect(),
        },
    }
}

/// Gives the version of a pack's label, `clomo 2020-04-01`.
fn version_of(label: &str) -> String {
    label.rsplit(' ').next().unwrap_or(label).to_owned()
}

fn customer(customer: &inquiry::Customer) -> wire::Customer {
    let it = customer.clone();
    wire::Customer {
        company: it.company,
        person: it.person,
        person_kana: it.person_kana,
        address: it.address,
        phone: it.phone,
        callback_phone: it.callback_phone,
        callback_wish: it.callback_wish,
        contract: it.contract,
    }
}

fn level(view: &InquiryView) -> Option<wire::LevelView> {
    let level = view.inquiry().level.as_ref()?;
    Some(wire::LevelView {
        level: wire_queue::Level::show(level.level),
        reason: match level.reason {
            LevelReason::First => wire::LevelWhy::First,
            LevelReason::WrongBefore => wire::LevelWhy::WrongBefore,
            LevelReason::SituationChanged { .. } => wire::LevelWhy::SituationChanged,
        },
        reckoned_from: instant(level.reckoned_from),
        note: level
            .note
            .as_ref()
            .and_then(|note| view.text(note))
            .map(str::to_owned),
        by: level.by.to_string(),
        at: instant(level.at),
    })
}

fn message(view: &InquiryView, fact: &MessageFact) -> wire::Message {
    let text = view.message_text(fact);
    let erased = text.is_none();
    let MessageText {
        from_name,
        from_address,
        to,
        cc,
        subject,
        text,
        html,
        links,
        blocked_remote,
        attachment_names,
        repairs,
    } = text.unwrap_or_default();
    let names = attachment_names
        .into_iter()
        .map(Some)
        .chain(std::iter::repeat(None));
    wire::Message {
        id: fact.id.to_string(),
        incoming: fact.direction == Direction::In,
        at: instant(fact.at),
        unproven: fact.proof == Proof::Unproven,
        from_name,
        from_address,
        to,
        cc,
        subject,
        text,
        html,
        links: links
            .into_iter()
            .map(|(text, href)| wire::MessageLink { text, href })
            .collect(),
        blocked_remote,
        attachments: fact
            .attachments
            .iter()
            .zip(names)
            .map(|(fact, name)| attachment(fact, name))
            .collect(),
        repairs,
        same_id_other_content: fact.same_id_other_content,
        erased,
    }
}

fn attachment(fact: &inquiry::AttachmentFact, name: Option<String>) -> wire::Attachment {
    wire::Attachment {
        name: name.unwrap_or_default(),
        media_type: fact.media_type.clone(),
        size: u32::try_from(fact.size).unwrap_or(u32::MAX),
    }
}

fn notes(view: &InquiryView) -> Vec<wire::Note> {
    let note = |note: &inquiry::Note| {
        Some(wire::Note {
            text: view.text(&note.text)?.to_owned(),
            by: note.by.to_string(),
            at: instant(note.at),
        })
    };
    view.inquiry().notes.iter().filter_map(note).collect()
}

fn responses(view: &InquiryView) -> Vec<wire::ResponseView> {
    let shown = |response: &inquiry::Response, by: &inquiry::Actor| wire::ResponseView {
        kind: wire::ResponseKind::show(response.kind),
        at: instant(response.at),
        by: by.to_string(),
        text: response
            .text
            .as_ref()
            .and_then(|it| view.text(it))
            .map(str::to_owned),
        why: response
            .why
            .as_ref()
            .and_then(|it| view.text(it))
            .map(str::to_owned),
        after_the_fact: response.after_the_fact,
        verdict: None,
        business_taken_s: None,
    };
    let first = view
        .inquiry()
        .first_response
        .iter()
        .map(|first| wire::ResponseView {
            verdict: Some(wire_queue::Verdict::show(first.judgement.verdict)),
            business_taken_s: Some(seconds(first.judgement.business_taken)),
            ..shown(&first.response, &first.by)
        });
    first
        .chain(
            view.inquiry()
                .replies
                .iter()
                .map(|reply| shown(&reply.response, &reply.by)),
        )
        .collect()
}

fn ended(view: &InquiryView) -> Option<wire::EndedView> {
    let ended = view.inquiry().ended.as_ref()?;
    Some(wire::EndedView {
        ending: row::ending(&ended.ending),
        reason: view.text(&ended.reason).unwrap_or_default().to_owned(),
        by: ended.by.to_string(),
        at: instant(ended.at),
    })
}

fn cause(view: &InquiryView) -> Option<CauseView> {
    let cause = view.inquiry().cause.as_ref()?;
    let note = cause.note.as_ref().and_then(|note| view.text(note));
    Some(CauseView {
        cause: Cause::show(cause.cause),
        note: note.map(str::to_owned),
        by: cause.by.to_string(),
        at: instant(cause.at),
    })
}

fn proposal(inquiry: &Inquiry) -> Option<wire::Proposal> {
    inquiry.proposal().map(|it| wire::Proposal {
        message: it.message.to_string(),
        at: instant(it.at),
    })
}

fn link(linked: &LinkedInquiry) -> wire::LinkView {
    wire::LinkView {
        id: linked.link.to.to_string(),
        number: linked.number.to_string(),
        subject: linked.subject.clone(),
        relation: relation(linked.link.relation).to_owned(),
    }
}

/// Gives the code of a relation.
pub(crate) const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Related => "related",
        Relation::Follows => "follows",
        Relation::FollowedBy => "followed-by",
        Relation::SplitFrom => "split-from",
        Relation::SplitInto => "split-into",
        Relation::Absorbed => "absorbed",
        Relation::MergedInto => "merged-into",
        Relation::SameOutage => "same-outage",
    }
}
