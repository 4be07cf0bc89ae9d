//! The policy crate from outside: vectors, the table of the clock, bands, reminders, explanations, packs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod bands;
mod clock;
mod explanations;
mod pack_problems;
mod packs;
mod properties;
mod reminders;
mod render;
mod support;
