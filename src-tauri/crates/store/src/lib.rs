//! The event log, its projections and the search index in one SQLite file.
//!
//! Everything that happens is an event, appended by [`Store::transact`] together with the projections that follow
//! from it. [`Store::read`] sees one state of the record. Nothing derived is the truth: [`Store::verify`] folds the
//! log again and compares. The store knows no rule of the policy and reads no clock: instants come in.

mod answered;
mod backup;
mod chain_event;
mod device;
mod drive;
mod error;
mod event_parts;
mod folder;
mod local;
mod log;
mod open;
mod outline;
mod personal;
mod projection;
mod raw;
mod reader;
mod register;
mod restore;
mod row;
mod rows_read;
mod schema;
mod search;
mod store;
mod tx;
mod verify;

pub use answered::Answered;
pub use backup::{Backup, Head};
pub use chain_event::{ChainEvent, Envelope, first_link, next_link};
pub use error::StoreError;
pub use event_parts::kind as event_kind;
pub use local::{GivenReminder, Local, RefusedIntake};
pub use open::Access;
pub use outline::OutlineRow;
pub use reader::{KeptMessage, Reader};
pub use restore::Restored;
pub use row::{AnswerMark, AssigneeFilter, Row, RowFilter, RowOrder, Which};
pub use search::Found;
pub use store::{Changed, Store, Written};
pub use tx::Tx;
pub use verify::{Unproven, VerifyProblem, VerifyReport};
