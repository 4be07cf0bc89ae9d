//! A record with fictional inquiries, on a folder of its own.

use std::path::{Path, PathBuf};
use std::time::Duration;

use business_time::{BusinessDuration, Instant};
use inquiry::{
    Actor, Body, Customer, Direction, Event, EventId, InquiryEvent, InquiryId, Judgement,
    LevelReason, MessageFact, MessageId, MessageKey, MessageText, OperationId, Origin, Proof,
    RawRef, Received, ReferenceEvent, Response, Setting,
};
use policy::{Channel, ImpactLevel, ProductId, ResponseKind, SupportPlan, Verdict};
use rusqlite::Connection;
use store::{Access, Changed, Store, StoreError};
use tempfile::TempDir;
use uuid::Uuid;

/// A record in a temporary folder.
pub struct Rig {
    pub store: Store,
    pub dir: TempDir,
}

pub fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

pub fn now() -> Instant {
    at("2026-03-02T10:00:00+09:00")
}

pub fn operation(count: u128) -> OperationId {
    OperationId::new(Uuid::from_u128(count))
}

pub fn open(dir: &Path) -> Store {
    Store::open(dir, Access::Beside, now()).unwrap()
}

pub fn event(operation: OperationId, actor: &str, recorded_at: Instant, body: Body) -> Event {
    Event {
        id: EventId::new(Uuid::now_v7()),
        operation,
        actor: Actor::new(actor),
        recorded_at,
        body,
    }
}

/// What comes in; the defaults are a plain mail.
pub struct Mail {
    pub operation: OperationId,
    pub received_at: Instant,
    pub recorded_at: Instant,
    pub subject: &'static str,
    pub text: &'static str,
    pub company: &'static str,
    pub key: Option<&'static str>,
    pub raw: Option<Vec<u8>>,
    pub product: &'static str,
    pub sample: bool,
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            operation: OperationId::new(Uuid::now_v7()),
            received_at: at("2026-03-02T09:45:00+09:00"),
            recorded_at: now(),
            subject: "ログインできません",
            text: "管理画面に入れません。",
            company: "例示商事",
            key: None,
            raw: None,
            product: "clomo",
            sample: false,
        }
    }
}

impl Rig {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        Self {
            store: open(dir.path()),
            dir,
        }
    }

    /// Closes the record and opens it again.
    pub fn reopened(self) -> Self {
        let Self { store, dir } = self;
        drop(store);
        Self {
            store: open(dir.path()),
            dir,
        }
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    pub fn database(&self) -> PathBuf {
        self.path().join("ichiji.db")
    }

    /// A second program on the same folder.
    pub fn beside(&self) -> Store {
        open(self.path())
    }

    /// Reaches past the store, as somebody does who alters the file.
    pub fn alter(&self, sql: &str) {
        let altered = Connection::open(self.database())
            .unwrap()
            .execute_batch(sql);
        altered.unwrap();
    }

    pub fn ask<T: rusqlite::types::FromSql>(&self, sql: &str) -> T {
        Connection::open(self.database())
            .unwrap()
            .query_row(sql, [], |row| row.get(0))
            .unwrap()
    }

    pub fn receive(&self, mail: Mail) -> InquiryId {
        receive(&self.store, mail).0
    }

    /// Appends one event of an inquiry by an agent.
    pub fn happen(
        &self,
        id: InquiryId,
        actor: &str,
        recorded_at: Instant,
        event: InquiryEvent,
    ) -> OperationId {
        let operation = OperationId::new(Uuid::now_v7());
        append(
            &self.store,
            self::event(operation, actor, recorded_at, Body::Inquiry(id, event)),
        );
        operation
    }

    pub fn add_note(&self, id: InquiryId, text: &str) {
        let operation = OperationId::new(Uuid::now_v7());
        let noted = self.store.transact(|tx| {
            let note = InquiryEvent::NoteAdded(tx.keep_text(text)?);
            tx.append(&event(operation, "佐藤", now(), Body::Inquiry(id, note)))
        });
        noted.unwrap();
    }

    pub fn index(&self) {
        self.store.index(Duration::MAX).unwrap();
    }

    pub fn find(&self, typed: &str) -> Vec<InquiryId> {
        self.store
            .read(|reader| reader.search(typed, 100))
            .unwrap()
            .ids
    }

    pub fn state(&self, id: InquiryId) -> inquiry::Inquiry {
        self.store
            .read(|reader| reader.inquiry(id))
            .unwrap()
            .unwrap()
    }
}

pub fn append(store: &Store, event: Event) -> Changed {
    store.transact(|tx| tx.append(&event)).unwrap().changed
}

pub fn receive(store: &Store, mail: Mail) -> (InquiryId, Changed) {
    let id = InquiryId::new(Uuid::now_v7());
    let written = store.transact(|tx| {
        let customer = Customer {
            company: mail.company.to_owned(),
            ..Customer::default()
        };
        let text = MessageText {
            text: mail.text.to_owned(),
            ..MessageText::default()
        };
        let raw: Option<RawRef> = mail
            .raw
            .as_deref()
            .map(|bytes| tx.keep_raw(bytes))
            .transpose()?;
        let message = MessageFact {
            id: MessageId::new(Uuid::now_v7()),
            direction: Direction::In,
            at: mail.received_at,
            proof: Proof::Proven,
            key: mail.key.map(|key| MessageKey(key.to_owned())),
            content: mail.key.map(|key| format!("content of {key}")),
            text: tx.keep_text(&serde_json::to_string(&text).unwrap())?,
            raw,
            attachments: Vec::new(),
            same_id_other_content: false,
        };
        let received = Received {
            number: tx.next_number()?,
            product: ProductId::new(mail.product).unwrap(),
            plan: SupportPlan::Standard,
            channel: Channel::Mail,
            received_at: mail.received_at,
            proof: Proof::Proven,
            subject: tx.keep_text(mail.subject)?,
            customer: tx.keep_text(&serde_json::to_string(&customer).unwrap())?,
            message,
            origin: Origin::Agent,
            sample: mail.sample,
        };
        let body = Body::Inquiry(id, InquiryEvent::Received(Box::new(received)));
        tx.append(&event(mail.operation, "佐藤", mail.recorded_at, body))
    });
    (id, written.unwrap().changed)
}

pub fn level(level: ImpactLevel) -> InquiryEvent {
    InquiryEvent::LevelSet {
        level,
        reason: LevelReason::First,
        note: None,
    }
}

pub fn answered(at: Instant) -> InquiryEvent {
    InquiryEvent::FirstResponded {
        response: Response {
            kind: ResponseKind::Answer,
            at,
            by: None,
            message: None,
            text: None,
            why: None,
            after_the_fact: false,
        },
        judgement: Judgement {
            verdict: Verdict::InTime,
            target: at,
            limit: at,
            business_taken: BusinessDuration::ZERO,
            pack: "clomo 2020-04-01".to_owned(),
            pack_hash: "00".to_owned(),
            calendar_hash: "00".to_owned(),
        },
    }
}

pub fn own_addresses(address: &str) -> Body {
    Body::Reference(ReferenceEvent::SettingChanged(Setting::OwnAddresses(vec![
        address.to_owned(),
    ])))
}

/// Opens where an error is expected.
#[track_caller]
pub fn refused(dir: &Path, access: Access) -> StoreError {
    match Store::open(dir, access, now()) {
        Ok(_) => panic!("the record opened"),
        Err(error) => error,
    }
}
