//! Shared by the tests that cross crates: a stage with its own display, bus, notification service and driver, and the
//! console on it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

pub mod console;
pub mod stage;
