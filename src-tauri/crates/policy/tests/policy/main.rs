//! The policy crate from outside: vectors, the table of the clock, bands, reminders, explanations, packs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod bands;
mod clauses;
mod clock;
mod explanations;
mod hostile;
mod language;
mod level_assistant;
mod os;
mod os_edits;
mod other_clocks;
mod pack_problems;
mod packs;
mod people;
mod product_table;
mod properties;
mod reminders;
mod render;
mod scope;
mod section_problems;
mod support;
