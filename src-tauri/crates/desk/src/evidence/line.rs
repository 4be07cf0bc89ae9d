//! The lines of `events.jsonl`, and the head that tells of them.

use business_time::Instant;
use inquiry::PersonalId;
use report::Selection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Envelope, Head};
use uuid::Uuid;

/// One line.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub(super) enum Line {
    /// The name under which a customer's row is counted.
    Customer { id: PersonalId, name: String },
    /// Events that do not bear on the report, one after the other in their device's chain, by their digests.
    Others {
        device: Uuid,
        from: i64,
        digests: Vec<String>,
    },
    /// An event that bears on the report.
    Event(Box<EventLine>),
}

/// An event that bears on the report.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(super) struct EventLine {
    /// The device.
    pub device: Uuid,
    /// The place in its chain.
    pub seq: i64,
    /// The digest that the log has of it.
    pub log_digest: String,
    /// The chain's hash after it.
    pub chain: String,
    /// The digest over what stands in this line; the log's where people are named.
    pub digest: String,
    pub id: Uuid,
    pub operation: Uuid,
    pub actor: String,
    pub recorded_at: Instant,
    pub version: u32,
    /// The bytes, which are JSON, as a text.
    pub body: String,
}

impl EventLine {
    pub fn envelope(&self) -> Envelope {
        Envelope {
            id: self.id,
            operation: self.operation,
            actor: self.actor.clone(),
            recorded_at: self.recorded_at,
            version: self.version,
            body: self.body.clone().into_bytes(),
        }
    }
}

/// What `heads.json` says.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(super) struct Heads {
    /// In which version of this form the evidence is written.
    pub form: u32,
    /// The instant as of which the report was made.
    pub as_of: Instant,
    /// What was selected, people pseudonymised where they are.
    pub selection: Selection,
    /// Whether people stand under their names.
    pub named: bool,
    /// SHA-256 over all lines but those of other events, in hex.
    pub hash: String,
    /// The ends of the log's chains.
    pub chains: Vec<Head>,
}

/// The version of this form.
pub(super) const FORM: u32 = 1;

/// Hashes lines one after the other.
#[derive(Default)]
pub(super) struct Running(Sha256);

impl Running {
    pub fn add(&mut self, line: &Line) {
        match line {
            Line::Customer { id, name } => {
                self.0.update(id.uuid().as_bytes());
                self.0.update((name.len() as u64).to_be_bytes());
                self.0.update(name);
            }
            Line::Others { .. } => {}
            Line::Event(event) => self.0.update(&event.digest),
        }
    }

    pub fn hash(self) -> String {
        format!("{:x}", self.0.finalize())
    }
}
