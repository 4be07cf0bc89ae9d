//! The words around what is written: greeting, form, signature.

use business_time::Instant;
use inquiry::{Customer, MessageText};

use super::mime::Letter;
use super::script::{Later, Sketch};
use crate::DeskError;
use crate::intake::entry::{Entry, Reading, Unusable};

/// The centre's address in the sample set.
const CENTRE: &str = "support@desk.example.jp";
/// The address from which the form writes.
const FORM: &str = "form@panel.example.jp";

/// Writes the letters of one inquiry.
pub(super) struct Letters<'a> {
    pub reading: &'a Reading<'a>,
    pub sketch: &'a Sketch,
    pub customer: &'a Customer,
    /// What makes the ids of its messages unlike all others.
    pub mark: String,
}

impl Letters<'_> {
    /// Makes the first message: a mail, what the form sent, or what an agent noted on the phone.
    pub fn first(&self, at: Instant) -> Result<Entry, DeskError> {
        let text = self.sketch.text.trim();
        let mut entry = match self.sketch.channel {
            policy::Channel::Mail => {
                let text = self.mailed(text);
                self.read(&Letter {
                    html: self.sketch.html.as_deref(),
                    ..self.theirs("1", at, &text)
                })?
            }
            policy::Channel::Form => {
                let form = self.form(text);
                let subject = format!("【問合せフォーム】{}", self.sketch.subject);
                let letter = Letter {
                    from: ("問合せフォーム", FORM),
                    subject: &subject,
                    ..self.theirs("1", at, &form)
                };
                let mut entry = self.read(&letter)?;
                text.clone_into(&mut entry.text.text);
                entry
            }
            policy::Channel::Phone => self.noted(text, at),
        };
        entry.at = at;
        entry.channel = self.sketch.channel;
        entry.plan = self.sketch.plan;
        entry.product = self.sketch.product.clone();
        entry.subject.clone_from(&self.sketch.subject);
        entry.customer = self.customer.clone();
        (entry.level, entry.kind, entry.assignee) = (None, None, None);
        Ok(entry)
    }

    /// Makes a later message of the customer's.
    pub fn later(&self, later: &Later, at: Instant) -> Result<Entry, DeskError> {
        let (text, subject) = (self.mailed(later.text.trim()), self.reply_subject());
        let id = later.after.to_string();
        let letter = Letter {
            subject: &subject,
            attachments: &[],
            ..self.theirs(&id, at, &text)
        };
        let mut entry = self.read(&letter)?;
        entry.at = at;
        Ok(entry)
    }

    /// Makes a message of ours.
    pub fn ours(&self, text: &str, by: &str, after: i64, at: Instant) -> Result<Entry, DeskError> {
        let text = format!(
            "{}\n{} 様\n\nお問い合わせいただきありがとうございます。\nサポートセンターの{by}です。\n\n{}\n\n引き続きよろしくお願いいたします。\n\n--\nサポートセンター {by}\n{CENTRE}",
            self.customer.company,
            self.customer.person,
            text.trim()
        );
        let (subject, id) = (self.reply_subject(), format!("r{after}"));
        let letter = Letter {
            from: ("サポートセンター", CENTRE),
            to: &self.customer.address,
            subject: &subject,
            attachments: &[],
            ..self.theirs(&id, at, &text)
        };
        let mut entry = self.read(&letter)?;
        entry.at = at;
        Ok(entry)
    }

    fn theirs<'b>(&'b self, id: &'b str, at: Instant, text: &'b str) -> Letter<'b> {
        Letter {
            id: (id, &self.mark),
            answers: (id != "1").then_some(("1", self.mark.as_str())),
            from: (&self.customer.person, &self.customer.address),
            to: CENTRE,
            subject: &self.sketch.subject,
            at,
            zone: self.reading.rules.calendar.time_zone(),
            proven: !self.sketch.unproven,
            text,
            html: None,
            attachments: &self.sketch.attachments,
        }
    }

    fn read(&self, letter: &Letter<'_>) -> Result<Entry, DeskError> {
        self.reading
            .mail(&letter.raw(), None)
            .map_err(|unusable| match unusable {
                Unusable::Product | Unusable::Response | Unusable::Level => {
                    DeskError::NoSuchProduct(self.sketch.product.to_string())
                }
                Unusable::Mail(_) | Unusable::Empty | Unusable::Instant => DeskError::Damaged(
                    serde::de::Error::custom("a letter of the sample set cannot be read"),
                ),
            })
    }

    fn noted(&self, text: &str, at: Instant) -> Entry {
        let text = MessageText {
            from_name: self.customer.line(),
            subject: self.sketch.subject.clone(),
            text: text.to_owned(),
            ..MessageText::default()
        };
        Entry::by_hand(text, self.sketch.product.clone(), &self.mark, at)
    }

    fn reply_subject(&self) -> String {
        format!("Re: {}", self.sketch.subject)
    }

    fn mailed(&self, text: &str) -> String {
        let Customer {
            company,
            person,
            address,
            phone,
            ..
        } = self.customer;
        let family = person.split(' ').next().unwrap_or_default();
        format!(
            "お世話になっております。\n{company}の{family}です。\n\n{text}\n\nお手数をおかけしますが、よろしくお願いいたします。\n\n--\n{company} {person}\n{address}\nTEL {phone}\n"
        )
    }

    fn form(&self, text: &str) -> String {
        let Customer {
            company,
            person,
            person_kana,
            address,
            phone,
            contract,
            ..
        } = self.customer;
        let product = &self.sketch.product;
        format!(
            "問合せフォームより送信されました。\n\n【製品】{product}\n【会社名】{company}\n【お名前】{person}\n【フリガナ】{person_kana}\n【メールアドレス】{address}\n【電話番号】{phone}\n【契約番号】{contract}\n【お問い合わせ内容】\n{text}\n"
        )
    }
}
