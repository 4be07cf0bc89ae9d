//! Writes a record of many inquiries, for `cargo xtask corpus` and the bench: seeded, of Japanese texts of our own.
//!
//! ```text
//! seed ─ beginnings, by receipt ─ life: what happens when ─▶ steps in time ─ scribe ─▶ events, in large transactions
//! ```
//!
//! The same seed, count and now give the same inquiries with the same texts at the same instants. Names of texts, their
//! salts and the device differ from run to run, as the store makes them by chance.
#![expect(
    clippy::print_stdout,
    reason = "a program of the command line speaks through its standard output"
)]

mod dice;
mod life;
mod phrases;
mod plan;
mod scribe;

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use business_time::Instant;
use desk::{Access, Desk, FixedClock, LocalSettings, Rules};
use store::Store;

use phrases::Phrases;
use plan::{Plan, Timeline};
use scribe::Scribe;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Steps of one transaction.
const BATCH: usize = 20_000;
/// How long inquiries are indexed in one transaction.
const INDEXING: Duration = Duration::from_secs(2);

const USAGE: &str = "corpus DIR COUNT OPEN NOW SEED";

fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [dir, count, open, now, seed] = words.as_slice() else {
        return Err(USAGE.into());
    };
    let plan = Plan {
        count: count.parse()?,
        open: open.parse()?,
        now: Instant::parse(now)?,
        seed: seed.parse()?,
    };
    make(Path::new(dir), &plan)
}

/// Makes the record in a folder that holds none yet, and tells what it is made of.
fn make(dir: &Path, plan: &Plan) -> Outcome<()> {
    if dir.join("ichiji.db").exists() {
        return Err(format!("{} holds a record already", dir.display()).into());
    }
    let phrases = Phrases::built_in()?;
    let rules = prepare(dir, plan, &phrases)?;
    let store = Store::open(dir, Access::Window, plan.now)?;
    let scribe = Scribe {
        phrases: &phrases,
        rules: Arc::clone(&rules),
    };
    let mut timeline = Timeline::new(plan, &phrases, &rules);
    let mut events = 0;
    while let written @ 1.. = write(&store, &scribe, &mut timeline)? {
        events += written;
        eprint!("\r{events} events, {} inquiries to come  ", timeline.left());
    }
    while store.index(INDEXING)? {
        let left = store.read(|reader| reader.index_lag())?;
        eprint!("\r{left} inquiries to index                     ");
    }
    eprintln!();
    println!("inquiries\t{}", plan.count);
    println!("open\t{}", plan.open);
    println!("events\t{events}");
    Ok(())
}

/// Opens the record for the first time, long before now, and seats an agent at its desk.
fn prepare(dir: &Path, plan: &Plan, phrases: &Phrases) -> Outcome<Arc<Rules>> {
    let clock = Arc::new(FixedClock::new(plan.begins_at()));
    let desk = Desk::open(dir, Access::Window, clock)?;
    desk.set_local_settings(&LocalSettings {
        name: phrases.agents.first().cloned().unwrap_or_default(),
        first_start_done: true,
        ..LocalSettings::default()
    })?;
    Ok(desk.rules())
}

/// Writes the next steps in one transaction; gives how many.
fn write(store: &Store, scribe: &Scribe<'_>, timeline: &mut Timeline<'_>) -> Outcome<usize> {
    let written = store.transact(|tx| {
        let mut written = 0;
        while written < BATCH && timeline.next(|told, step| scribe.write(tx, told, step))? {
            written += 1;
        }
        Ok::<_, Box<dyn Error>>(written)
    })?;
    Ok(written.value)
}

#[cfg(test)]
mod tests;
