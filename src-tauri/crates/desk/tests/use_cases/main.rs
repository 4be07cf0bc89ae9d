//! The desk's use cases on a real record in memory, with a clock that stands until it is set.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

mod bench;
mod causes;
mod obligations;
mod os_table;
mod product_table;
mod queue;
mod reference;
mod register;
mod reminders;
mod repeating;
mod reports;
mod rule_changes;
mod scope;
mod settings;
mod sign_off;
mod standings;
mod suspension;
mod today;
mod together;
mod two_desks;
mod undo;
mod verbs;
mod views;
