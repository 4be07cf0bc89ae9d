use business_time::Instant;
use serde::{Deserialize, Serialize};

use crate::date::received_date;
use crate::entity::Part;
use crate::message::{Repair, Repairs};
use crate::words::decode_text;

/// When a message was received, and how that is known (§14: form and mail come at any hour).
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Receipt {
    /// A machine on the receiving side wrote it down.
    Proven {
        /// The instant of the receipt.
        at: Instant,
        /// Who says so.
        by: Proof,
    },
    /// Nothing but the sender's own `Date` is there.
    Unproven {
        /// The instant the sender claims.
        at: Instant,
    },
    /// Nothing tells.
    Unknown,
}

/// What proves a receipt.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// The newest `Received` line with a sound date.
    ReceivedLine,
    /// The envelope of the mbox it lay in.
    Envelope,
}

/// Finds the receipt. The newest `Received` line (the topmost; where its date is none or absurd,
/// the next) goes before the mbox's envelope: programs write that one when they export, and often
/// in local time without saying so. The sender's `Date` comes last.
pub(crate) fn receipt(
    part: &Part<'_>,
    envelope_at: Option<Instant>,
    sent_at: Option<Instant>,
    repairs: &mut Repairs,
) -> Receipt {
    for line in part.all("received") {
        // How a host is called is nobody's concern here; what had to be mended in it neither.
        match received_date(&decode_text(line, &mut Repairs::new())) {
            Some(at) => {
                return Receipt::Proven {
                    at,
                    by: Proof::ReceivedLine,
                };
            }
            None => repairs.insert(Repair::BadReceived),
        };
    }
    match (envelope_at, sent_at) {
        (Some(at), _) => Receipt::Proven {
            at,
            by: Proof::Envelope,
        },
        (None, Some(at)) => Receipt::Unproven { at },
        (None, None) => Receipt::Unknown,
    }
}
