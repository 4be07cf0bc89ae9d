//! Writes the steps into the record, each as if it had been recorded when it happened.

use std::error::Error;
use std::fmt::Write;
use std::sync::Arc;

use business_time::Instant;
use desk::Rules;
use inquiry::{
    Actor, Body, Customer, Direction, Ending, Event, EventId, InquiryEvent, InquiryId, Judgement,
    LevelReason, MessageFact, MessageId, MessageKey, OperationId, Origin, PersonalRef, Proof,
    Received, Response,
};
use policy::{Channel, EndKind, Facts, ProductId, ResponseKind, SupportPlan};
use sha2::{Digest, Sha256};
use store::{StoreError, Tx};
use uuid::Uuid;

use crate::dice::Dice;
use crate::life::{Beginning, Step, What, Why};
use crate::phrases::{CENTRE, Letter, Phrases, message};

/// One inquiry under way.
pub struct Told {
    pub beginning: Beginning,
    pub dice: Dice,
    pub customer: Customer,
    pub letter: Letter,
    pub product: ProductId,
    id: Option<InquiryId>,
    facts: Facts,
    last_in: Option<(MessageId, Instant)>,
    last_out: Option<MessageId>,
}

impl Told {
    pub fn new(
        beginning: Beginning,
        mut dice: Dice,
        phrases: &Phrases,
        customers: u64,
    ) -> Option<Self> {
        let customer = phrases.customer(dice.below(customers));
        let letter = phrases.letter(&mut dice, &customer);
        Some(Self {
            beginning,
            dice,
            customer,
            product: ProductId::new(&letter.product).ok()?,
            letter,
            id: None,
            facts: Facts::received(beginning.received_at),
            last_in: None,
            last_out: None,
        })
    }
}

/// What a step is written with.
pub struct Scribe<'a> {
    pub phrases: &'a Phrases,
    pub rules: Arc<Rules>,
}

type Outcome<T> = Result<T, Box<dyn Error>>;

impl Scribe<'_> {
    /// Writes one step.
    pub fn write(&self, tx: &mut Tx<'_>, told: &mut Told, step: &Step) -> Outcome<()> {
        let event = self.event(tx, told, step)?;
        let id = match told.id {
            Some(id) => id,
            None => *told
                .id
                .insert(InquiryId::new(name(step.at, &mut told.dice))),
        };
        let actor = self.actor(told, &step.what);
        Ok(tx.append(&Event {
            id: EventId::new(name(step.at, &mut told.dice)),
            operation: OperationId::new(name(step.at, &mut told.dice)),
            actor,
            recorded_at: step.at,
            body: Body::Inquiry(id, event),
        })?)
    }

    /// What a mail brings nobody did by hand; the rest is one agent's.
    fn actor(&self, told: &mut Told, what: &What) -> Actor {
        let by_file = matches!(what, What::Received | What::MessageIn | What::MessageOut);
        if by_file && told.beginning.channel != Channel::Phone {
            return Actor::new("ichiji");
        }
        Actor::new(&self.agent(&mut told.dice))
    }

    fn agent(&self, dice: &mut Dice) -> String {
        dice.pick(&self.phrases.agents).cloned().unwrap_or_default()
    }

    fn event(&self, tx: &mut Tx<'_>, told: &mut Told, step: &Step) -> Outcome<InquiryEvent> {
        let phrases = self.phrases;
        Ok(match &step.what {
            What::Received => InquiryEvent::Received(Box::new(self.received(tx, told)?)),
            What::Assigned(agent) => {
                let agents = &phrases.agents;
                InquiryEvent::Assigned(agents.get(*agent).map(|it| Actor::new(it)))
            }
            What::LevelSet(level, why) => {
                told.facts.level = Some(*level);
                let (reason, note) = self.reason(tx, told, *why)?;
                InquiryEvent::LevelSet {
                    level: *level,
                    reason,
                    note,
                }
            }
            What::KindSet(kind) => InquiryEvent::KindSet(*kind),
            What::ReceiptConfirmed => InquiryEvent::ReceiptConfirmed { at: step.at },
            What::Noted => {
                let text = phrases.some(&phrases.notes, &mut told.dice);
                InquiryEvent::NoteAdded(tx.keep_text(&text)?)
            }
            What::MessageIn => {
                let text = phrases.some(&phrases.followups, &mut told.dice);
                self.added(tx, told, step.at, text, Direction::In)?
            }
            What::MessageOut => {
                let text = answer_text(phrases, told);
                self.added(tx, told, step.at, text, Direction::Out)?
            }
            What::FirstResponded => InquiryEvent::FirstResponded {
                response: self.response(tx, told, step.at)?,
                judgement: self.judgement(told, step.at)?,
            },
            What::Replied => InquiryEvent::Replied(self.response(tx, told, step.at)?),
            What::StatusSet(status) => InquiryEvent::StatusSet {
                status: *status,
                reason: None,
            },
            What::NextContactSet(at) => {
                let text = phrases.some(&phrases.contact_notes, &mut told.dice);
                let note = at.map(|_| tx.keep_text(&text)).transpose()?;
                InquiryEvent::NextContactSet { at: *at, note }
            }
            What::Ended(kind) => {
                let reason = phrases.some(&phrases.ends, &mut told.dice);
                InquiryEvent::Ended {
                    ending: ending(*kind),
                    reason: tx.keep_text(&reason)?,
                }
            }
        })
    }

    fn reason(
        &self,
        tx: &mut Tx<'_>,
        told: &mut Told,
        why: Why,
    ) -> Outcome<(LevelReason, Option<PersonalRef>)> {
        let reason = match (why, told.last_in) {
            (Why::SituationChanged, Some((message, at))) => {
                told.facts.reckoned_from = at;
                LevelReason::SituationChanged { message }
            }
            (Why::First, _) => return Ok((LevelReason::First, None)),
            (Why::WrongBefore | Why::SituationChanged, _) => LevelReason::WrongBefore,
        };
        let note = self.phrases.some(&self.phrases.level_notes, &mut told.dice);
        Ok((reason, Some(tx.keep_text(&note)?)))
    }

    fn received(&self, tx: &mut Tx<'_>, told: &mut Told) -> Outcome<Received> {
        let at = told.beginning.received_at;
        let text = std::mem::take(&mut told.letter.text);
        let subject = told.letter.subject.clone();
        let fact = self.message(tx, told, at, text, Direction::In)?;
        told.last_in = Some((fact.id, at));
        let by_file = told.beginning.channel != Channel::Phone;
        Ok(Received {
            number: tx.next_number()?,
            product: told.product.clone(),
            plan: if told.dice.happens(4) && by_file {
                SupportPlan::Trial
            } else {
                SupportPlan::Standard
            },
            channel: told.beginning.channel,
            received_at: at,
            proof: if told.dice.happens(2) && by_file {
                Proof::Unproven
            } else {
                Proof::Proven
            },
            subject: tx.keep_text(&subject)?,
            customer: tx.keep_text(&serde_json::to_string(&told.customer)?)?,
            message: fact,
            origin: if by_file { Origin::File } else { Origin::Agent },
            sample: false,
        })
    }

    fn added(
        &self,
        tx: &mut Tx<'_>,
        told: &mut Told,
        at: Instant,
        text: String,
        direction: Direction,
    ) -> Outcome<InquiryEvent> {
        let fact = self.message(tx, told, at, text, direction)?;
        match direction {
            Direction::In => told.last_in = Some((fact.id, at)),
            Direction::Out => told.last_out = Some(fact.id),
        }
        Ok(InquiryEvent::MessageAdded(Box::new(fact)))
    }

    fn message(
        &self,
        tx: &mut Tx<'_>,
        told: &mut Told,
        at: Instant,
        text: String,
        direction: Direction,
    ) -> Outcome<MessageFact> {
        let agent = (direction == Direction::Out).then(|| self.agent(&mut told.dice));
        let kept = message(&told.customer, &told.letter.subject, text, agent.as_deref());
        let id = MessageId::new(name(at, &mut told.dice));
        let by_file = told.beginning.channel != Channel::Phone;
        let raw = by_file.then(|| raw(&kept, id, at));
        Ok(MessageFact {
            id,
            direction,
            at,
            proof: Proof::Proven,
            key: by_file.then(|| MessageKey(hex(&id.to_string()))),
            content: by_file.then(|| hex(&kept.text)),
            text: tx.keep_text(&serde_json::to_string(&kept)?)?,
            raw: raw.map(|raw| tx.keep_raw(raw.as_bytes())).transpose()?,
            attachments: Vec::new(),
            same_id_other_content: false,
        })
    }

    /// An answer by message is that message; one on the phone is told in words.
    fn response(
        &self,
        tx: &mut Tx<'_>,
        told: &mut Told,
        at: Instant,
    ) -> Result<Response, StoreError> {
        let spoken = self.phrases.some(&self.phrases.answers, &mut told.dice);
        let message = told.last_out.take();
        let kind = if told.dice.happens(25) {
            ResponseKind::Question
        } else {
            ResponseKind::Answer
        };
        let text = message.is_none().then(|| tx.keep_text(&spoken));
        Ok(Response {
            kind,
            at,
            by: None,
            message,
            text: text.transpose()?,
            why: None,
            after_the_fact: false,
        })
    }

    /// Judges as the desk does.
    fn judgement(&self, told: &Told, at: Instant) -> Outcome<Judgement> {
        let facts = Facts {
            responded_at: Some(at),
            ..told.facts
        };
        let evaluation = self.rules.evaluate_facts(&told.product, &facts, at)?;
        let pack = self.rules.pack(&told.product, facts.received_at)?;
        let no_level = "a first response without a level";
        Ok(Judgement {
            verdict: evaluation.verdict.ok_or(no_level)?,
            target: evaluation.target,
            limit: evaluation.limit,
            business_taken: evaluation.business_taken.ok_or(no_level)?,
            pack: pack.label(),
            pack_hash: pack.hash().to_owned(),
            calendar_hash: self.rules.calendar_hash.clone(),
        })
    }
}

fn answer_text(phrases: &Phrases, told: &mut Told) -> String {
    let said = phrases.some(&phrases.answers, &mut told.dice);
    format!(
        "{} 様\n\nお問い合わせいただきありがとうございます。\n\n{said}\n\n引き続きよろしくお願いいたします。\n\n--\nサポートセンター\n{CENTRE}\n",
        told.customer.person
    )
}

const fn ending(kind: EndKind) -> Ending {
    match kind {
        EndKind::NotAnInquiry => Ending::NotAnInquiry,
        EndKind::Duplicate => Ending::Duplicate { of: None },
        EndKind::Withdrawn => Ending::Withdrawn,
    }
}

/// Writes the untouched bytes of a mail.
fn raw(kept: &inquiry::MessageText, id: MessageId, at: Instant) -> String {
    let mut raw = String::with_capacity(kept.text.len() + 512);
    let date = at.to_utc().to_rfc2822();
    let to = kept.to.first().map_or("", String::as_str);
    let _ = write!(
        raw,
        "Received: from mx.example.jp by desk.example.jp; {date}\r\nFrom: <{}>\r\nTo: <{to}>\r\nSubject: {}\r\n\
         Date: {date}\r\nMessage-ID: <{id}@example.jp>\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}",
        kept.from_address, kept.subject, kept.text
    );
    raw
}

fn hex(text: &str) -> String {
    format!("{:x}", Sha256::digest(text))
}

/// Makes a name that tells its instant, as the product's own do.
fn name(at: Instant, dice: &mut Dice) -> Uuid {
    let millis = u64::try_from(at.as_micros() / 1000).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &dice.bytes()).into_uuid()
}
