//! The store on real files: what it keeps, finds, proves and brings back.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

mod backup;
mod builders;
mod erase;
mod local;
mod log;
mod obligations;
mod opening;
mod register;
mod rows;
mod search;
mod verify;
