//! Shared by the tests that cross crates: a stage with its own display, bus, notification service and driver, and the
//! console on it; a day's work that may be cut short, and what a record holds after it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

pub mod console;
pub mod record;
pub mod stage;
pub mod work;
