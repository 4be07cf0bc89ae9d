//! Measures the desk for `cargo xtask bench`: `name<TAB>value` a line, in a process of its own for each group.
//!
//! `bench_desk GROUP DIR NOW`, where DIR holds a corpus. The groups `write`, `change` and `import` write into it.
#![expect(
    clippy::print_stdout,
    reason = "the report is read from the standard output"
)]

mod changing;
mod importing;
mod mails;
mod memory;
mod reading;
mod reporting;
mod searching;
mod timing;
mod verifying;
mod writing;

use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use business_time::Instant;
use desk::{Access, Desk, DeskError, FixedClock};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// A record, and the instant that stands for now.
struct Place<'a> {
    dir: &'a Path,
    now: Instant,
}

impl Place<'_> {
    fn open(&self) -> Result<Desk, DeskError> {
        let clock = Arc::new(FixedClock::new(self.now));
        Desk::open(self.dir, Access::Window, clock)
    }
}

fn main() -> Outcome {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [group, dir, now] = words.as_slice() else {
        return Err("bench_desk GROUP DIR NOW".into());
    };
    let place = Place {
        dir: Path::new(dir),
        now: Instant::parse(now)?,
    };
    match group.as_str() {
        "open" => reading::open(&place),
        "as-of" => reading::as_of(&place),
        "search" => searching::search(&place),
        "verify" => verifying::verify(&place),
        "report" => reporting::reporting(&place),
        "write" => writing::write(&place),
        "change" => changing::change(&place),
        "import" => importing::import(&place),
        other => Err(format!("there is no group `{other}`").into()),
    }?;
    memory::report();
    Ok(())
}

fn report(name: &str, value: f64) {
    println!("{name}\t{value:.4}");
}
