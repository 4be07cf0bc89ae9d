//! From events to state. What was undone is skipped; what cannot follow is skipped too, since another desktop's
//! events may arrive in between: the fold never fails.

use std::collections::BTreeSet;

use policy::StatusPageStep;

use crate::{
    Asker, CauseDecision, Direction, Ended, FirstResponse, HandOver, Inquiry, InquiryEvent,
    InquiryId, LevelDecision, LevelFound, LevelReason, Link, MessageFact, NextContact, Note,
    Received, Recorded, Reply, Response, ScopeAnswers, Status, StatusPageTick,
};

/// Folds the events of one inquiry, oldest first. Gives nothing where no receipt counts.
#[must_use]
pub fn fold(id: InquiryId, events: &[Recorded<'_>]) -> Option<Inquiry> {
    let undone = undone(events);
    let mut counting = events.iter().filter(|it| !undone.contains(&it.operation));
    let mut inquiry = counting.by_ref().find_map(|it| {
        if let InquiryEvent::Received(received) = it.event {
            Some(begin(id, received, it))
        } else {
            None
        }
    })?;
    for recorded in counting {
        inquiry.apply(recorded);
    }
    Some(inquiry)
}

fn undone(events: &[Recorded<'_>]) -> BTreeSet<crate::OperationId> {
    events
        .iter()
        .filter_map(|it| {
            if let InquiryEvent::Undone { operation } = it.event {
                Some(*operation)
            } else {
                None
            }
        })
        .collect()
}

fn begin(id: InquiryId, received: &Received, recorded: &Recorded<'_>) -> Inquiry {
    Inquiry {
        id,
        number: received.number,
        product: received.product.clone(),
        plan: received.plan,
        channel: received.channel,
        received_at: received.received_at,
        proof: received.proof,
        recorded_at: recorded.recorded_at,
        recorded_by: recorded.actor.clone(),
        origin: received.origin.clone(),
        sample: received.sample,
        subject: received.subject.clone(),
        customer: received.customer.clone(),
        asker: Asker::default(),
        scope: ScopeAnswers::default(),
        level_found: None,
        status_page: Vec::new(),
        handed_over: None,
        messages: vec![received.message.clone()],
        notes: Vec::new(),
        next_contact: None,
        kind: None,
        level: None,
        relevelled: Vec::new(),
        cause: None,
        assignee: None,
        taken_up_at: None,
        status: Status::New,
        status_reason: None,
        receipt_confirmed_at: None,
        first_response: None,
        replies: Vec::new(),
        needs_reply_since: None,
        ended: None,
        links: Vec::new(),
        changed_at: recorded.recorded_at,
    }
}

impl Inquiry {
    fn apply(&mut self, recorded: &Recorded<'_>) {
        self.changed_at = recorded.recorded_at;
        let by = recorded.actor;
        match recorded.event {
            InquiryEvent::Received(_) | InquiryEvent::Undone { .. } => {}
            InquiryEvent::MessageAdded(message) => self.add_message(message),
            InquiryEvent::MessageSplitOff { message, .. } => self.split_off(*message),
            InquiryEvent::LevelSet {
                level,
                reason,
                note,
            } => {
                if self.level.as_ref().is_some_and(|it| it.level != *level) {
                    self.relevelled.push(reason.clone());
                }
                self.taken_up(recorded.recorded_at);
                self.level = Some(LevelDecision {
                    level: *level,
                    reckoned_from: self.reckoned_from(reason),
                    reason: reason.clone(),
                    note: note.clone(),
                    by: by.clone(),
                    at: recorded.recorded_at,
                });
            }
            InquiryEvent::LevelFound { level, pack, .. } => {
                self.level_found = Some(LevelFound {
                    level: *level,
                    pack: pack.clone(),
                });
            }
            InquiryEvent::StatusPageTicked { step, done } => self.tick(*step, *done, recorded),
            InquiryEvent::HandedOver { handed_over } => {
                self.handed_over = handed_over.then(|| HandOver {
                    by: by.clone(),
                    at: recorded.recorded_at,
                });
            }
            InquiryEvent::ScopeAnswered(answer) => self.scope.take(answer),
            InquiryEvent::KindSet(kind) => self.kind = Some(*kind),
            InquiryEvent::ProductSet(product) => {
                self.product = product.clone();
                self.reckon_from_receipt();
            }
            InquiryEvent::PlanSet(plan) => {
                self.plan = *plan;
                self.reckon_from_receipt();
            }
            InquiryEvent::SubjectSet(subject) => self.subject = subject.clone(),
            InquiryEvent::CustomerSet(customer) => self.customer = customer.clone(),
            InquiryEvent::AskedBy(asker) => self.asker = *asker,
            InquiryEvent::Assigned(assignee) => {
                if assignee.is_some() {
                    self.taken_up(recorded.recorded_at);
                }
                self.assignee = assignee.clone();
            }
            InquiryEvent::StatusSet { status, reason } => self.set_status(*status, reason.clone()),
            InquiryEvent::ReceiptConfirmed { at } => self.receipt_confirmed_at = Some(*at),
            InquiryEvent::FirstResponded {
                response,
                judgement,
            } => self.respond(response, judgement, recorded),
            InquiryEvent::Replied(response) => self.reply(response, recorded),
            InquiryEvent::Ended { ending, reason } => self.end(Ended {
                ending: ending.clone(),
                reason: reason.clone(),
                by: by.clone(),
                at: recorded.recorded_at,
            }),
            InquiryEvent::CauseSet { cause, note } => {
                self.cause = Some(Box::new(CauseDecision {
                    cause: *cause,
                    note: note.clone(),
                    by: by.clone(),
                    at: recorded.recorded_at,
                }));
            }
            InquiryEvent::NoteAdded(text) => {
                self.notes.push(Note {
                    text: text.clone(),
                    by: by.clone(),
                    at: recorded.recorded_at,
                });
            }
            InquiryEvent::NextContactSet { at, note } => {
                self.next_contact = at.map(|at| {
                    let note = note.clone();
                    Box::new(NextContact { at, note })
                });
            }
            InquiryEvent::Linked { to, relation } => {
                self.links.push(Link {
                    to: *to,
                    relation: *relation,
                    operation: recorded.operation,
                });
            }
        }
    }

    /// Puts a message in its place by instant. One from the customer after the first response brings the inquiry
    /// back as 要返信; one of ours says that we have written again.
    fn add_message(&mut self, message: &MessageFact) {
        let place = self.messages.partition_point(|it| it.at <= message.at);
        self.messages.insert(place, message.clone());
        let answered_at = self.first_response.as_ref().map(|first| first.response.at);
        match (message.direction, answered_at) {
            (Direction::In, Some(answered_at)) if message.at > answered_at => {
                self.needs_reply_since.get_or_insert(message.at);
                self.status = Status::InProgress;
                self.status_reason = None;
            }
            (Direction::Out, _)
                if self
                    .needs_reply_since
                    .is_some_and(|since| message.at >= since) =>
            {
                self.needs_reply_since = None;
            }
            (Direction::In | Direction::Out, _) => {}
        }
    }

    /// The work on the first response begins once level and assignee are decided.
    fn taken_up(&mut self, at: business_time::Instant) {
        if self.first_response.is_none() {
            self.taken_up_at = Some(at);
        }
    }

    fn tick(&mut self, step: StatusPageStep, done: bool, recorded: &Recorded<'_>) {
        self.status_page.retain(|tick| tick.step != step);
        if done {
            self.status_page.push(StatusPageTick {
                step,
                by: recorded.actor.clone(),
                at: recorded.recorded_at,
            });
        }
    }

    fn split_off(&mut self, id: crate::MessageId) {
        self.messages.retain(|message| message.id != id);
        if let Some(since) = self.needs_reply_since
            && !self
                .messages
                .iter()
                .any(|it| it.direction == Direction::In && it.at >= since)
        {
            self.needs_reply_since = None;
        }
    }

    /// "The situation changed" is reckoned from the message that changed it, all else from the receipt (§17).
    fn reckoned_from(&self, reason: &LevelReason) -> business_time::Instant {
        match reason {
            LevelReason::First | LevelReason::WrongBefore => self.received_at,
            LevelReason::SituationChanged { message } => {
                self.message(*message).map_or(self.received_at, |it| it.at)
            }
        }
    }

    fn reckon_from_receipt(&mut self) {
        if let Some(level) = &mut self.level {
            level.reckoned_from = self.received_at;
        }
    }

    fn set_status(&mut self, status: Status, reason: Option<crate::PersonalRef>) {
        self.status = status;
        self.status_reason = reason;
        if status == Status::Completed {
            self.needs_reply_since = None;
        }
    }

    /// The first valid first response counts; a second one, from a desktop that did not know, is a reply.
    fn respond(
        &mut self,
        response: &Response,
        judgement: &crate::Judgement,
        recorded: &Recorded<'_>,
    ) {
        if self.first_response.is_some() {
            self.reply(response, recorded);
            return;
        }
        self.ended = None;
        if self.status == Status::New {
            self.status = Status::InProgress;
        }
        self.first_response = Some(Box::new(FirstResponse {
            response: response.clone(),
            by: response
                .by
                .clone()
                .unwrap_or_else(|| recorded.actor.clone()),
            judgement: judgement.clone(),
            recorded_at: recorded.recorded_at,
        }));
        let later = self
            .messages
            .iter()
            .find(|it| it.direction == Direction::In && it.at > response.at);
        self.needs_reply_since = later.map(|it| it.at);
    }

    fn reply(&mut self, response: &Response, recorded: &Recorded<'_>) {
        let by = response
            .by
            .clone()
            .unwrap_or_else(|| recorded.actor.clone());
        self.replies.push(Reply {
            response: response.clone(),
            by,
        });
        if self
            .needs_reply_since
            .is_some_and(|since| response.at >= since)
        {
            self.needs_reply_since = None;
        }
    }

    fn end(&mut self, ended: Ended) {
        if self.first_response.is_none() {
            self.ended = Some(Box::new(ended));
            self.status = Status::Completed;
            self.status_reason = None;
        }
    }
}
