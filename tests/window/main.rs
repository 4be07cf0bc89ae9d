//! End to end in the real window: what an agent does and sees, with a real notification service on a private bus.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

mod beside;
mod calendar;
mod dropped;
mod first_start;
mod incident;
mod letters;
mod main_job;
mod missed;
mod people;
mod phone;
mod reports;
mod suspension;
mod today;
mod together;
mod trouble;
mod upkeep;
mod views;
