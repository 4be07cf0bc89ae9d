//! Evidence for a report: every event that bears on it, the versions that verdicts rest on and the heads of the chains
//! beside the figures, so that somebody else recomputes all of it without the record.
//!
//! `events.jsonl` tells the whole chain of each device: the events that bear on the report with their exact bytes, all
//! others by their digests. Where people are pseudonymised the bytes are other ones; each line therefore has a digest of
//! its own beside that of the log, and `heads.json` holds a hash over all of them.

mod difference;
mod files;
mod line;
mod people;
mod recompute;
mod signed;
mod verify;
mod write;

pub use difference::{Difference, EvidenceVerdict};
pub use verify::verify_evidence;
pub use write::{Evidence, EvidenceRequest};
