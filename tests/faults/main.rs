//! What happens to a record when something goes wrong: nothing acknowledged is lost, nothing is doubled, `verify` finds
//! nothing, and a person is told in words. `docs/reliability.md` lists the faults.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

mod clock;
mod cut;
mod damage;
mod full;
mod killed;
mod refused;
mod together;
mod window;
mod words;
mod worker_process;
