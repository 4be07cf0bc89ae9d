//! From a mail to an entry.

use inquiry::{AttachmentFact, Customer, MessageText, Proof};
use mail::{Mailbox, Message, Receipt};
use policy::{Channel, SupportPlan};

use super::{Entry, Reading, Unusable, key_of, key_of_content, plan};
use crate::intake::columns::{Field, Fields};
use crate::intake::form::read_form;
use crate::intake::list::Order;
use crate::shown;
use business_time::Instant;

impl Reading<'_> {
    /// Reads and understands a raw mail; `envelope_at` is the instant of its mbox envelope.
    pub fn mail(&self, raw: &[u8], envelope_at: Option<Instant>) -> Result<Entry, Unusable> {
        let message = mail::read(raw, envelope_at).map_err(Unusable::Mail)?;
        let form = if is_reply(&message) {
            None
        } else {
            read_form(&message.subject, &message.text)
        };
        let outgoing = self.is_outgoing(&message, form.as_ref());
        let (at, proof) = self.moment(&message, outgoing);
        let fields = form.clone().unwrap_or_default();
        let to: Vec<String> = message
            .to
            .iter()
            .chain(&message.cc)
            .map(|it| it.address.clone())
            .collect();
        let subject = shown::line(fields.get(Field::Subject).unwrap_or(&message.subject));
        let product = self
            .product(fields.get(Field::Product), &subject, &to, &message.text)
            .ok_or(Unusable::Product)?;
        let content = hex_of(&message.content_digest);
        Ok(Entry {
            at,
            proof,
            key: message
                .message_id
                .as_deref()
                .map_or_else(|| key_of_content(&content), key_of),
            content,
            answers: answers(&message),
            outgoing,
            channel: if form.is_some() {
                Channel::Form
            } else {
                Channel::Mail
            },
            plan: if form.is_some() {
                plan(&fields)
            } else {
                SupportPlan::Standard
            },
            product,
            subject,
            customer: shown::customer(&self.customer(&message, &fields)),
            attachments: message.attachments.iter().map(fact).collect(),
            text: text(message),
            level: None,
            kind: None,
            assignee: None,
            answered: None,
            raw: Some(raw.to_vec()),
        })
    }

    /// Puts a message in its order, from its header alone.
    pub(in crate::intake) fn order(&self, header: &[u8], envelope_at: Option<Instant>) -> Order {
        let Ok(message) = mail::read(header, envelope_at) else {
            return Order::new(None, false);
        };
        let outgoing = self.is_outgoing(&message, None);
        Order::new(Some(self.moment(&message, outgoing).0), is_reply(&message))
    }

    /// A mail from an own address is ours. Only a form's is not: some forms send in the centre's own name, and then
    /// the customer stands in the fields.
    fn is_outgoing(&self, message: &Message, form: Option<&Fields>) -> bool {
        let own = message
            .from
            .as_ref()
            .is_some_and(|it| self.is_own(&it.address));
        let customer_s = form
            .and_then(|it| it.get(Field::Address))
            .is_some_and(|it| !self.is_own(it));
        own && !customer_s
    }

    /// Gives when a message counts: one of ours when it was sent, a customer's when it was received.
    fn moment(&self, message: &Message, outgoing: bool) -> (Instant, Proof) {
        let (at, proof) = match message.received {
            Receipt::Proven { at, .. } => (Some(at), Proof::Proven),
            Receipt::Unproven { at } => (Some(at), Proof::Unproven),
            Receipt::Unknown => (None, Proof::Unproven),
        };
        let sent_at = message.sent_at.filter(|_| outgoing);
        self.instant(sent_at.or(at), proof)
    }

    /// Gives who asks: what the form says, else the address to answer to, unless that is our own.
    fn customer(&self, message: &Message, fields: &Fields) -> Customer {
        let theirs = |it: &&Mailbox| !self.is_own(&it.address);
        let sender = message
            .reply_to
            .iter()
            .find(theirs)
            .or(message.from.as_ref());
        let mut customer = fields.customer();
        if customer.address.is_empty() {
            customer.address = sender.map(|it| it.address.clone()).unwrap_or_default();
        }
        if customer.person.is_empty() && customer.company.is_empty() {
            customer.person = sender.and_then(|it| it.name.clone()).unwrap_or_default();
        }
        customer
    }
}

fn is_reply(message: &Message) -> bool {
    !message.in_reply_to.is_empty() || !message.references.is_empty()
}

/// Gives the keys of the messages that one answers: the one replied to, then its thread from the newest back.
fn answers(message: &Message) -> Vec<inquiry::MessageKey> {
    let mut keys = Vec::new();
    for id in message
        .in_reply_to
        .iter()
        .chain(message.references.iter().rev())
    {
        let key = key_of(id);
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

fn fact(attachment: &mail::Attachment) -> AttachmentFact {
    AttachmentFact {
        media_type: attachment.media_type.clone(),
        size: u64::try_from(attachment.bytes.len()).unwrap_or(u64::MAX),
    }
}

fn text(message: Message) -> MessageText {
    let addresses = |boxes: Vec<Mailbox>| boxes.into_iter().map(|it| it.address).collect();
    let from = message.from.unwrap_or(Mailbox {
        name: None,
        address: String::new(),
    });
    let html = message.html;
    MessageText {
        from_name: shown::line(&from.name.unwrap_or_default()),
        from_address: shown::line(&from.address),
        to: addresses(message.to),
        cc: addresses(message.cc),
        subject: shown::line(&message.subject),
        text: message.text,
        links: html
            .iter()
            .flat_map(|it| &it.links)
            .map(|it| (it.text.clone(), it.href.clone()))
            .collect(),
        blocked_remote: html.as_ref().map_or(0, |it| it.blocked_remote),
        html: html.map(|it| it.html),
        attachment_names: message.attachments.into_iter().map(|it| it.name).collect(),
        repairs: message.repairs.iter().filter_map(word).collect(),
    }
}

/// Gives a repair's word as it is written in files.
fn word(repair: &mail::Repair) -> Option<String> {
    serde_json::to_value(repair)
        .ok()?
        .as_str()
        .map(str::to_owned)
}

fn hex_of(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
