//! The sign-off of a period 承認: somebody stands for its figures as they were then.

use business_time::Instant;
use chrono::NaiveDate;
use policy::{Channel, ImpactLevel, ProductId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Actor, PersonalRef, SignOffId};

/// What was signed off. Its own place in the log says what was known: all that stands before it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SignOff {
    /// Names it.
    pub id: SignOffId,
    /// What the report was about.
    pub of: SignedSelection,
    /// The instant as of which what was open was judged.
    pub as_of: Instant,
    /// What the figures said.
    pub headline: Headline,
    /// The ends of the chains before it, to be compared with those that stand elsewhere.
    pub heads: Vec<SignedHead>,
    /// What there is to say of it.
    pub note: Option<PersonalRef>,
}

/// Which inquiries were signed off. Customers are no part of it: their names can be erased, a sign-off cannot.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignedSelection {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Whether an inquiry belongs to the period by the day of its limit; else by that of its receipt.
    pub by_due: bool,
    /// The products; none where all.
    pub products: Vec<ProductId>,
    /// The levels; nothing stands for one not decided.
    pub levels: Vec<Option<ImpactLevel>>,
    /// The channels.
    pub channels: Vec<Channel>,
    /// Who answered, else who had it; nothing stands for nobody.
    pub agents: Vec<Option<Actor>>,
}

/// The figures that a sign-off holds: each a number of inquiries.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Headline {
    /// Received.
    pub received: u32,
    /// With a first response.
    pub answered: u32,
    /// In time.
    pub in_time: u32,
    /// Answered after the target, within the limit.
    pub late: u32,
    /// Answered after the limit.
    pub breached: u32,
    /// Open past the target.
    pub open_past_target: u32,
    /// Open past the limit.
    pub open_past_limit: u32,
}

/// The end of one device's chain.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignedHead {
    /// The device.
    pub device: Uuid,
    /// How many events its chain had.
    pub seq: i64,
    /// The chain's last hash, in hex.
    pub hash: String,
}
