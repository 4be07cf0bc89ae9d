//! The whole record read again.

use std::fs::File;
use std::io;
use std::time::Instant as Stopwatch;

use crate::timing::Times;
use crate::{Outcome, Place, report};

/// Verifies, and notes how long no word of progress came. The file is read once before, so that it is in the cache as far
/// as it has room there.
pub fn verify(place: &Place<'_>) -> Outcome {
    let desk = place.open()?;
    io::copy(
        &mut File::open(place.dir.join("ichiji.db"))?,
        &mut io::sink(),
    )?;
    let begun = Stopwatch::now();
    let mut last = begun;
    let mut silences = Times::default();
    let found = desk.verify(&mut |_, _| {
        silences.note(last);
        last = Stopwatch::now();
    })?;
    let seconds = begun.elapsed().as_secs_f64();
    if !found.is_sound() {
        return Err(format!("{} problems in the corpus", found.problems.len()).into());
    }
    report("verify", seconds);
    report("verify_events", found.events as f64);
    report("verify_two_million", seconds * 2e6 / found.events as f64);
    report("verify_longest_silence", silences.longest() / 1e3);
    Ok(())
}
