//! What a verification can find.

use business_time::Instant;
use inquiry::{ContractId, EventId, InquiryId, PersonalId};
use uuid::Uuid;

/// Something wrong with the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum VerifyProblem {
    /// The file itself is damaged.
    FileDamaged {
        /// What SQLite said.
        detail: String,
    },
    /// An event is missing before this place of a device's chain.
    EventMissing {
        /// The device.
        device: Uuid,
        /// The place in its chain that was expected.
        device_seq: i64,
    },
    /// An event's bytes or envelope are not those that were appended.
    EventAltered {
        /// The event.
        event: EventId,
        /// Its place in the file.
        seq: i64,
    },
    /// An event does not link to the one before it: one of the two was put here, taken away or moved.
    ChainBroken {
        /// The device.
        device: Uuid,
        /// The place in its chain.
        device_seq: i64,
    },
    /// An event's bytes are not of its version's shape.
    EventUnreadable {
        /// Its place in the file.
        seq: i64,
    },
    /// What the log's columns say of an event is not what its bytes say.
    EventMislabelled {
        /// Its place in the file.
        seq: i64,
    },
    /// A chain does not end where its device says, or does not pass through a head that was kept.
    HeadDiffers {
        /// The device.
        device: Uuid,
        /// The place in its chain.
        device_seq: i64,
    },
    /// A text is not the one that was kept.
    TextAltered {
        /// The text.
        text: PersonalId,
    },
    /// A text is gone that nobody erased.
    TextMissing {
        /// The text.
        text: PersonalId,
    },
    /// Raw bytes are not those that were kept.
    RawAltered {
        /// Their digest, in hex.
        digest: String,
    },
    /// Raw bytes are gone that nobody erased.
    RawMissing {
        /// Their digest, in hex.
        digest: String,
    },
    /// The projection of an inquiry is not what its events give.
    ProjectionDiffers {
        /// The inquiry.
        inquiry: InquiryId,
    },
    /// The search index neither holds an inquiry's texts nor knows that they are due.
    IndexDiffers {
        /// The inquiry.
        inquiry: InquiryId,
    },
    /// A contract of the register is not what its events give.
    RegisterDiffers {
        /// The contract.
        contract: ContractId,
    },
}

/// What a whole record does not prove.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unproven {
    /// No head was ever kept: whoever can write the file could have written the whole chain anew.
    NoHeadKept,
    /// The events after the last kept head could have been written anew.
    AfterKeptHead {
        /// The device.
        device: Uuid,
        /// The place of the last kept head in its chain.
        kept_seq: i64,
        /// When that head was kept.
        kept_at: Instant,
        /// The place of the chain's end.
        last_seq: i64,
    },
    /// What erased texts said is no longer known.
    ErasedTexts {
        /// How many there are.
        count: u64,
    },
}
