//! Does a part of the day's work and tells of each step on a line of its own once it is done, until it is killed.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on says so by panicking"
)]

use std::io::Write;
use std::path::PathBuf;

use ichiji_tests::work::{Part, open, work};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().expect("data folder, letters, parts");
    let (data, letters) = (PathBuf::from(next()), PathBuf::from(next()));
    let parts: Vec<Part> = arguments.map(|it| it.parse().expect("a part")).collect();
    let tell = |step: &str| {
        let mut output = std::io::stdout().lock();
        let told = output.write_all(format!("{step}\n").as_bytes());
        told.and_then(|()| output.flush())
            .expect("somebody listens");
    };
    // What the record refuses is told by its code; the work done by then stays.
    let done = open(&data).and_then(|desk| {
        tell("open");
        parts
            .iter()
            .try_for_each(|part| work(&desk, *part, &letters, &tell))
    });
    if let Err(error) = done {
        tell(&format!("error {}", error.code()));
        std::process::exit(1);
    }
}
