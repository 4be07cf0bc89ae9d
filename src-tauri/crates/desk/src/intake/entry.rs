//! One message as intake sees it, whatever kind of file brought it.

use business_time::Instant;
use chrono_tz::Tz;
use inquiry::{Actor, AttachmentFact, Customer, MessageKey, MessageText, Proof};
use policy::{Channel, ImpactLevel, InquiryKind, ProductId, ResponseKind, SupportPlan};
use sha2::{Digest, Sha256};

use super::columns::{Columns, Field, Fields};
use super::decide::Arriving;
use super::product::ProductWords;
use crate::Rules;

mod mail;
mod row;
mod words;

pub(crate) use ::mail::Unreadable;

/// One message, read and understood, before anybody has decided where it belongs.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Entry {
    /// When it was received, or sent where it is ours.
    pub at: Instant,
    /// How well that is known.
    pub proof: Proof,
    /// Its Message-ID's key; where it has none, its content's, so that the same message twice is one.
    pub key: MessageKey,
    /// SHA-256 of its content, in hex.
    pub content: String,
    /// The keys of the messages it answers, nearest first.
    pub answers: Vec<MessageKey>,
    /// Whether one of the centre's own addresses sent it.
    pub outgoing: bool,
    /// The channel (§13).
    pub channel: Channel,
    /// The support plan (§1).
    pub plan: SupportPlan,
    /// The product family.
    pub product: ProductId,
    /// The subject.
    pub subject: String,
    /// Who asks.
    pub customer: Customer,
    /// What a person reads of it.
    pub text: MessageText,
    /// Its attachments.
    pub attachments: Vec<AttachmentFact>,
    /// The level, where a table brings it (§17).
    pub level: Option<ImpactLevel>,
    /// The kind, where a table brings it (§16).
    pub kind: Option<InquiryKind>,
    /// Who has it, where a table brings it.
    pub assignee: Option<Actor>,
    /// The first response that was given elsewhere, where a table brings it (§18).
    pub answered: Option<Answered>,
    /// The untouched bytes; none where an agent wrote it down.
    pub raw: Option<Vec<u8>>,
}

/// A first response that was given elsewhere, before Ichiji was in use.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Answered {
    /// When it left.
    pub at: Instant,
    /// What it was.
    pub kind: ResponseKind,
}

/// Why a message cannot be taken in.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Unusable {
    /// It is no readable mail.
    Mail(Unreadable),
    /// Its row says neither a subject nor a text.
    Empty,
    /// Its row gives an instant that cannot be read, or one outside the calendar's years.
    Instant,
    /// No pack is there to judge it by.
    Product,
    /// Its row gives an instant of the first response that cannot be read, or lies before the receipt or after now.
    Response,
    /// Its row tells of a first response, but of no level to judge it by (§17).
    Level,
}

/// What intake reads messages by.
pub(crate) struct Reading<'a> {
    /// The rules in force.
    pub rules: &'a Rules,
    /// The product that the caller named for all of them.
    pub product: Option<&'a ProductId>,
    /// What columns of tables stand for, where their names do not tell.
    pub columns: &'a Columns,
    /// The instant of the call.
    pub now: Instant,
    words: ProductWords,
}

impl<'a> Reading<'a> {
    /// Prepares reading by the rules' packs.
    pub fn new(
        rules: &'a Rules,
        product: Option<&'a ProductId>,
        columns: &'a Columns,
        now: Instant,
    ) -> Self {
        Self {
            rules,
            product,
            columns,
            now,
            words: ProductWords::new(&rules.packs),
        }
    }

    fn zone(&self) -> Tz {
        self.rules.calendar.time_zone()
    }

    /// Tells whether an address, or its whole domain, is the centre's own.
    fn is_own(&self, address: &str) -> bool {
        let address = address.trim().to_lowercase();
        let domain = address
            .rsplit_once('@')
            .map(|(_, domain)| format!("@{domain}"));
        let own = |it: &String| {
            let it = it.trim().to_lowercase();
            it == address || domain.as_ref() == Some(&it)
        };
        !address.is_empty() && self.rules.own_addresses.iter().any(own)
    }

    /// Finds the product: the caller's word, else the field, the subject, the addressees and the text, in this order;
    /// where none of them names one, the base that the others add to.
    fn product(
        &self,
        field: Option<&str>,
        subject: &str,
        to: &[String],
        text: &str,
    ) -> Option<ProductId> {
        let by_id = field.and_then(|it| {
            self.rules
                .packs
                .products()
                .find(|known| known.as_str() == it)
        });
        let found = || field.and_then(|it| self.words.find(it));
        let named = || to.iter().find_map(|it| self.words.find(it));
        self.product
            .or(by_id)
            .or_else(found)
            .or_else(|| self.words.find(subject))
            .or_else(named)
            .or_else(|| self.words.find(text))
            .or_else(|| self.words.base())
            .cloned()
    }

    /// Takes an instant that the calendar covers; one after now is a wrong clock and counts as now, unproven.
    fn instant(&self, at: Option<Instant>, proof: Proof) -> (Instant, Proof) {
        let covered = at.filter(|it| self.covers(*it));
        match covered {
            Some(at) if at <= self.now => (at, proof),
            Some(_) | None => (self.now, Proof::Unproven),
        }
    }

    fn covers(&self, at: Instant) -> bool {
        self.rules.covers(at).is_ok()
    }
}

impl Entry {
    /// Makes what an agent wrote down of a call; `mark` stands for its content.
    pub fn by_hand(text: MessageText, product: ProductId, mark: &str, at: Instant) -> Self {
        let content = hex(mark.as_bytes());
        Self {
            at,
            proof: Proof::Proven,
            key: key_of_content(&content),
            content,
            answers: Vec::new(),
            outgoing: false,
            channel: Channel::Phone,
            plan: SupportPlan::Standard,
            product,
            subject: text.subject.clone(),
            customer: Customer::default(),
            text,
            attachments: Vec::new(),
            level: None,
            kind: None,
            assignee: None,
            answered: None,
            raw: None,
        }
    }

    /// Gives what the decision needs.
    pub fn arriving(&self) -> Arriving {
        Arriving {
            at: self.at,
            content: self.content.clone(),
            outgoing: self.outgoing,
            domain: self.customer.domain(),
        }
    }
}

/// Gives the key of a Message-ID.
pub(crate) fn key_of(message_id: &str) -> MessageKey {
    MessageKey(hex(message_id
        .trim()
        .trim_start_matches('<')
        .trim_end_matches('>')
        .as_bytes()))
}

/// Gives the key of a message without an id. A Message-ID holds no blank, so the two cannot meet.
fn key_of_content(content: &str) -> MessageKey {
    MessageKey(hex(format!("content {content}").as_bytes()))
}

/// Gives the SHA-256 of bytes, in hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// Reads what a form or a table says of the support plan (§1).
fn plan(fields: &Fields) -> SupportPlan {
    fields
        .get(Field::Plan)
        .and_then(words::plan)
        .unwrap_or(SupportPlan::Standard)
}
