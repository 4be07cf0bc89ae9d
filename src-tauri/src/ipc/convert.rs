//! From the desk's words to the wire's, and back.

pub mod calendar;
pub mod frame;
pub mod history;
pub mod inquiry;
pub mod mirror;
pub mod obligations;
pub mod packs;
pub mod parse;
pub mod products;
pub mod register;
pub mod report;
pub mod row;
pub mod rules;
pub mod scope;
pub mod settings;
pub mod sign_off;
pub mod step;
pub mod systems;
pub mod today;
pub mod verify;

use business_time::{BusinessDuration, Instant};

/// Writes an instant for the wire.
pub(crate) fn instant(at: Instant) -> String {
    at.to_rfc3339()
}

/// Writes business time for the wire: whole seconds, which 32 bits hold for 68 years.
pub(crate) fn seconds(time: BusinessDuration) -> i32 {
    i32::try_from(time.as_secs()).unwrap_or(if time < BusinessDuration::ZERO {
        i32::MIN
    } else {
        i32::MAX
    })
}

/// Writes a count for the wire.
pub(crate) fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
