use desk::{InquiryView, LinkedInquiry};
use inquiry::{Actor, Customer, Direction, MessageFact, PersonalRef, Proof, Response};
use serde::Serialize;

use super::deadline::DeadlineShape;
use super::history::{self, HistoryShape};
use super::register::AskerShape;
use super::row::Row;
use super::scope::ScopeShape;
use crate::tongue::Tongue;
use crate::word::{ending_code, kind_code, reason_code, relation_code, verdict_code};

/// One inquiry with everything about it; its row's keys stand at the top.
#[derive(Serialize)]
pub struct InquiryShape {
    as_of: String,
    #[serde(flatten)]
    row: Row,
    kind: Option<&'static str>,
    customer_details: Customer,
    asker: AskerShape,
    scope: ScopeShape,
    level_decision: Option<LevelShape>,
    deadline: DeadlineShape,
    messages: Vec<MessageShape>,
    notes: Vec<NoteShape>,
    responses: Vec<ResponseShape>,
    end: Option<EndShape>,
    receipt_confirmed_at: Option<String>,
    missed: bool,
    cause: Option<CauseShape>,
    status_reason: Option<String>,
    next_contact_note: Option<String>,
    proposal: Option<ProposalShape>,
    links: Vec<LinkShape>,
    history: Vec<HistoryShape>,
}

#[derive(Serialize)]
struct LevelShape {
    why: &'static str,
    reckoned_from: String,
    note: Option<String>,
    by: String,
    at: String,
}

#[derive(Serialize)]
struct MessageShape {
    id: String,
    incoming: bool,
    at: String,
    unproven: bool,
    from_name: String,
    from_address: String,
    to: Vec<String>,
    cc: Vec<String>,
    subject: String,
    text: String,
    links: Vec<String>,
    attachments: Vec<AttachmentShape>,
    repairs: Vec<String>,
    same_id_other_content: bool,
    erased: bool,
}

#[derive(Serialize)]
struct AttachmentShape {
    name: String,
    media_type: String,
    size: u64,
}

#[derive(Serialize)]
struct NoteShape {
    text: String,
    by: String,
    at: String,
}

#[derive(Serialize)]
struct ResponseShape {
    kind: &'static str,
    at: String,
    by: String,
    text: Option<String>,
    why: Option<String>,
    after_the_fact: bool,
    verdict: Option<&'static str>,
    business_taken_s: Option<i64>,
    pack: Option<String>,
}

#[derive(Serialize)]
struct EndShape {
    ending: &'static str,
    reason: String,
    by: String,
    at: String,
}

#[derive(Serialize)]
struct CauseShape {
    cause: &'static str,
    note: Option<String>,
    by: String,
    at: String,
}

#[derive(Serialize)]
struct ProposalShape {
    message: String,
    at: String,
}

#[derive(Serialize)]
struct LinkShape {
    id: String,
    number: String,
    subject: String,
    relation: &'static str,
}

impl InquiryShape {
    /// Shows an inquiry.
    pub fn of(view: &InquiryView, tongue: &Tongue) -> Self {
        let showing = Showing { view, tongue };
        let inquiry = view.inquiry();
        let next_contact_note = inquiry
            .next_contact
            .as_ref()
            .and_then(|it| it.note.as_ref());
        Self {
            as_of: showing.stamp(view.as_of),
            row: Row::of(&view.row, tongue.zone()),
            kind: inquiry.kind.map(kind_code),
            customer_details: view.row.row.customer.clone(),
            asker: AskerShape::of(&view.asker, &view.drafts),
            scope: ScopeShape::of(&view.scope, &view.drafts, tongue),
            level_decision: showing.level(),
            deadline: DeadlineShape::of(&view.deadline, tongue),
            messages: inquiry
                .messages
                .iter()
                .map(|it| showing.message(it))
                .collect(),
            notes: showing.notes(),
            responses: showing.responses(),
            end: showing.end(),
            receipt_confirmed_at: inquiry.receipt_confirmed_at.map(|at| showing.stamp(at)),
            missed: view.missed,
            cause: showing.cause(),
            status_reason: showing.text(inquiry.status_reason.as_ref()),
            next_contact_note: showing.text(next_contact_note),
            proposal: showing.proposal(),
            links: view.links.iter().map(link).collect(),
            history: history::entries(view, tongue),
        }
    }
}

/// An inquiry on its way out.
struct Showing<'a> {
    view: &'a InquiryView,
    tongue: &'a Tongue,
}

impl Showing<'_> {
    fn stamp(&self, at: business_time::Instant) -> String {
        at.to_rfc3339_in(self.tongue.zone())
    }

    fn text(&self, text: Option<&PersonalRef>) -> Option<String> {
        self.view.text(text?).map(str::to_owned)
    }

    fn level(&self) -> Option<LevelShape> {
        let level = self.view.inquiry().level.as_ref()?;
        Some(LevelShape {
            why: reason_code(&level.reason),
            reckoned_from: self.stamp(level.reckoned_from),
            note: self.text(level.note.as_ref()),
            by: level.by.to_string(),
            at: self.stamp(level.at),
        })
    }

    fn message(&self, fact: &MessageFact) -> MessageShape {
        let text = self.view.message_text(fact);
        let erased = text.is_none();
        let text = text.unwrap_or_default();
        let names = text
            .attachment_names
            .into_iter()
            .map(Some)
            .chain(std::iter::repeat(None));
        let attachments = fact
            .attachments
            .iter()
            .zip(names)
            .map(|(fact, name)| AttachmentShape {
                name: name.unwrap_or_default(),
                media_type: fact.media_type.clone(),
                size: fact.size,
            });
        MessageShape {
            id: fact.id.to_string(),
            incoming: fact.direction == Direction::In,
            at: self.stamp(fact.at),
            unproven: fact.proof == Proof::Unproven,
            from_name: text.from_name,
            from_address: text.from_address,
            to: text.to,
            cc: text.cc,
            subject: text.subject,
            text: text.text,
            links: text.links.into_iter().map(|(_, href)| href).collect(),
            attachments: attachments.collect(),
            repairs: text.repairs,
            same_id_other_content: fact.same_id_other_content,
            erased,
        }
    }

    fn notes(&self) -> Vec<NoteShape> {
        let shown = |note: &inquiry::Note| {
            let (text, at) = (self.text(Some(&note.text))?, self.stamp(note.at));
            Some(NoteShape {
                text,
                by: note.by.to_string(),
                at,
            })
        };
        self.view.inquiry().notes.iter().filter_map(shown).collect()
    }

    fn responses(&self) -> Vec<ResponseShape> {
        let inquiry = self.view.inquiry();
        let first = inquiry.first_response.iter().map(|first| ResponseShape {
            verdict: Some(verdict_code(first.judgement.verdict)),
            business_taken_s: Some(first.judgement.business_taken.as_secs()),
            pack: Some(first.judgement.pack.clone()),
            ..self.response(&first.response, &first.by)
        });
        let later = inquiry
            .replies
            .iter()
            .map(|reply| self.response(&reply.response, &reply.by));
        first.chain(later).collect()
    }

    fn response(&self, response: &Response, recorded_by: &Actor) -> ResponseShape {
        ResponseShape {
            kind: response.kind.as_str(),
            at: self.stamp(response.at),
            by: response.by.as_ref().unwrap_or(recorded_by).to_string(),
            text: self.text(response.text.as_ref()),
            why: self.text(response.why.as_ref()),
            after_the_fact: response.after_the_fact,
            verdict: None,
            business_taken_s: None,
            pack: None,
        }
    }

    fn end(&self) -> Option<EndShape> {
        let ended = self.view.inquiry().ended.as_ref()?;
        Some(EndShape {
            ending: ending_code(&ended.ending),
            reason: self.text(Some(&ended.reason)).unwrap_or_default(),
            by: ended.by.to_string(),
            at: self.stamp(ended.at),
        })
    }

    fn cause(&self) -> Option<CauseShape> {
        let cause = self.view.inquiry().cause.as_ref()?;
        Some(CauseShape {
            cause: cause.cause.as_str(),
            note: self.text(cause.note.as_ref()),
            by: cause.by.to_string(),
            at: self.stamp(cause.at),
        })
    }

    fn proposal(&self) -> Option<ProposalShape> {
        let proposal = self.view.inquiry().proposal()?;
        Some(ProposalShape {
            message: proposal.message.to_string(),
            at: self.stamp(proposal.at),
        })
    }
}

fn link(linked: &LinkedInquiry) -> LinkShape {
    LinkShape {
        id: linked.link.to.to_string(),
        number: linked.number.to_string(),
        subject: linked.subject.clone(),
        relation: relation_code(linked.link.relation),
    }
}
