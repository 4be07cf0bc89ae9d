//! Writes the story into the record, step by step, each as if it had been recorded when it happened.

use std::collections::BTreeMap;
use std::sync::Arc;

use inquiry::{
    Actor, Customer, Direction, Ending, InquiryEvent, InquiryId, LevelReason, MessageId,
    OperationId, Origin, Relation, Status,
};
use policy::{Channel, EndKind, ResponseKind};
use store::Tx;

use super::anybody;
use super::letters::Letters;
use super::script::{Answer, Correction, End, Later, Remark, Script, Side, Sketch};
use super::story::{Step, What};
use crate::act::Act;
use crate::intake::derived_id;
use crate::intake::entry::Reading;
use crate::verbs::respond::NewResponse;
use crate::{Call, DeskError, Rules};

/// Tells the story; knows which inquiries it has begun.
pub(super) struct Teller<'a> {
    script: &'a Script,
    reading: &'a Reading<'a>,
    call: &'a Call,
    begun: BTreeMap<usize, InquiryId>,
    steps: u64,
}

/// One step being told.
struct Telling<'a> {
    sketch: &'a Sketch,
    letters: Letters<'a>,
    id: InquiryId,
}

impl<'a> Teller<'a> {
    pub const fn new(script: &'a Script, reading: &'a Reading<'a>, call: &'a Call) -> Self {
        Self {
            script,
            reading,
            call,
            begun: BTreeMap::new(),
            steps: 0,
        }
    }

    /// Gives how many inquiries were told.
    pub fn told(&self) -> usize {
        self.begun.len()
    }

    /// Records one step at its instant.
    pub fn tell(
        &mut self,
        tx: &mut Tx<'_>,
        step: &Step<'_>,
        rules: &Arc<Rules>,
    ) -> Result<(), DeskError> {
        let Some(sketch) = self.script.inquiries.get(step.inquiry) else {
            return Ok(());
        };
        let call = self.call_of(sketch, step);
        let customer = self.script.customer(sketch);
        let letters = self.letters(step.inquiry, sketch, &customer);
        let mut act = Act {
            tx,
            call: &call,
            now: step.at,
            rules: Arc::clone(rules),
        };
        if step.what == What::Received {
            let id = act.begin_sample(&letters)?;
            self.begun.insert(step.inquiry, id);
            if let Some(older) = sketch.follows.as_deref().and_then(|key| self.named(key)) {
                act.link(id, older, Relation::Follows)?;
            }
            return Ok(());
        }
        let Some(id) = self.begun.get(&step.inquiry).copied() else {
            return Ok(());
        };
        let told = Telling {
            sketch,
            letters,
            id,
        };
        match &step.what {
            What::Received => Ok(()),
            What::LevelSet { corrects } => act.tell_level(&told, *corrects),
            What::KindSet => sketch
                .kind
                .map_or(Ok(()), |it| act.record(id, InquiryEvent::KindSet(it))),
            What::Taken => act.record(
                id,
                InquiryEvent::Assigned(sketch.assignee.as_deref().map(Actor::new)),
            ),
            What::StatusSet => act.tell_status(&told),
            What::Answered(answer) => act.tell_answer(&told, answer),
            What::Message(later) => act.tell_message(&told, later),
            What::Noted(Remark { text, .. }) => {
                let text = act.text(text)?;
                act.record(id, InquiryEvent::NoteAdded(text))
            }
            What::ContactPlanned(at) => {
                let note =
                    act.optional_text(sketch.next_contact.as_ref().map(|it| it.note.as_str()))?;
                act.record(
                    id,
                    InquiryEvent::NextContactSet {
                        at: Some(*at),
                        note,
                    },
                )
            }
            What::Ended(end) => {
                let into = end.of.as_deref().and_then(|key| self.named(key));
                act.tell_end(&told, end, into)
            }
        }
    }

    fn named(&self, key: &str) -> Option<InquiryId> {
        self.begun.get(&self.script.place(key)?).copied()
    }

    fn letters(&self, place: usize, sketch: &'a Sketch, customer: &'a Customer) -> Letters<'a> {
        let mark = format!("{place}.{}@example.jp", self.call.operation);
        Letters {
            reading: self.reading,
            sketch,
            customer,
            mark,
        }
    }

    /// What came by file was recorded by whoever adds the set, all in its one operation; the rest by the agents.
    fn call_of(&mut self, sketch: &Sketch, step: &Step<'_>) -> Call {
        self.steps += 1;
        let agent = || sketch.assignee.as_deref().map_or_else(anybody, Actor::new);
        let by_hand = sketch.channel == Channel::Phone || !step.is_customer_s();
        let actor = match &step.what {
            What::Noted(Remark { by, .. }) => Actor::new(by),
            _ if by_hand => agent(),
            _ => self.call.actor.clone(),
        };
        let operation = if step.what == What::Received {
            self.call.operation
        } else {
            let own = self.call.operation.uuid();
            OperationId::new(derived_id(&[
                b"sample",
                own.as_bytes(),
                &self.steps.to_be_bytes(),
            ]))
        };
        Call { actor, operation }
    }
}

impl Act<'_, '_> {
    fn begin_sample(&mut self, letters: &Letters<'_>) -> Result<InquiryId, DeskError> {
        let entry = letters.first(self.now)?;
        let mut received = self.received_by(&entry, false)?;
        received.sample = true;
        if letters.sketch.channel == Channel::Phone {
            received.origin = Origin::Agent;
        }
        self.begin(received)
    }

    fn tell_level(&mut self, told: &Telling<'_>, corrects: bool) -> Result<(), DeskError> {
        let Some(level) = told.sketch.level else {
            return Ok(());
        };
        let wrong = told.sketch.corrected_from.as_ref();
        let event = match wrong {
            Some(Correction { note, .. }) if corrects => {
                let note = self.optional_text(Some(note))?;
                InquiryEvent::LevelSet {
                    level,
                    reason: LevelReason::WrongBefore,
                    note,
                }
            }
            Some(Correction { level, .. }) => InquiryEvent::LevelSet {
                level: *level,
                reason: LevelReason::First,
                note: None,
            },
            None => InquiryEvent::LevelSet {
                level,
                reason: LevelReason::First,
                note: None,
            },
        };
        self.record(told.id, event)
    }

    fn tell_status(&mut self, told: &Telling<'_>) -> Result<(), DeskError> {
        let status = told.sketch.status.unwrap_or(Status::InProgress);
        if self.inquiry(told.id)?.status == status {
            return Ok(());
        }
        let reason = self.optional_text(told.sketch.status_reason.as_deref())?;
        self.record(told.id, InquiryEvent::StatusSet { status, reason })
    }

    fn tell_answer(&mut self, told: &Telling<'_>, answer: &Answer) -> Result<(), DeskError> {
        let message = match told.sketch.channel {
            Channel::Phone => None,
            Channel::Form | Channel::Mail => Some(self.send(told, &answer.text, answer.after)?),
        };
        self.answer(told, answer.kind, message, &answer.text)
    }

    fn tell_message(&mut self, told: &Telling<'_>, later: &Later) -> Result<(), DeskError> {
        match later.from {
            Side::Customer => {
                let entry = told.letters.later(later, self.now)?;
                self.join(told.id, &entry, Direction::In, false).map(|_| ())
            }
            Side::Us => {
                let message = self.send(told, &later.text, later.after)?;
                self.answer(told, ResponseKind::Answer, Some(message), &later.text)
            }
        }
    }

    fn send(&mut self, told: &Telling<'_>, text: &str, after: i64) -> Result<MessageId, DeskError> {
        let by = self.call.actor.as_str().to_owned();
        let entry = told.letters.ours(text, &by, after, self.now)?;
        self.join(told.id, &entry, Direction::Out, false)
    }

    fn answer(
        &mut self,
        told: &Telling<'_>,
        kind: ResponseKind,
        message: Option<MessageId>,
        text: &str,
    ) -> Result<(), DeskError> {
        let text = Some(text.to_owned());
        self.respond(
            told.id,
            &NewResponse {
                text,
                message,
                ..NewResponse::now(kind)
            },
        )
    }

    fn tell_end(
        &mut self,
        told: &Telling<'_>,
        end: &End,
        into: Option<InquiryId>,
    ) -> Result<(), DeskError> {
        let ending = match end.how {
            EndKind::NotAnInquiry => Ending::NotAnInquiry,
            EndKind::Withdrawn => Ending::Withdrawn,
            EndKind::Duplicate => Ending::Duplicate { of: into },
        };
        if let Some(into) = into {
            for message in self.inquiry(told.id)?.messages {
                self.record(into, InquiryEvent::MessageAdded(Box::new(message)))?;
            }
            self.link(told.id, into, Relation::MergedInto)?;
        }
        let reason = self.text(&end.reason)?;
        self.record(told.id, InquiryEvent::Ended { ending, reason })
    }
}
