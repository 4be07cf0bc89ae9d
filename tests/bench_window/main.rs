//! Measures the window over a large record: start, pages through IPC, scrolling, keys, reminders, memory.
//!
//! `bench_window RECORD NOW [PARTS...]` works on a copy of the record in the folder RECORD, whose inquiries are open at the
//! instant NOW, and writes `name<TAB>value` a line to its standard output; all parts where none is named.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program of the command line that cannot go on says so by panicking"
)]

mod figures;
mod keys;
mod opening;
mod pages;
mod process;
mod record;
mod reminders;
mod scrolling;

use std::path::PathBuf;

use ichiji_tests::console::Console;
use ichiji_tests::stage::Stage;

use record::Record;

/// The window's size, as the design is drawn.
const SIZE: (u32, u32) = (1280, 800);

const ROW: &str = "[role=row][id^=row-]";

#[tokio::main]
async fn main() {
    let mut words = std::env::args().skip(1);
    let original = PathBuf::from(words.next().expect("the folder of a record"));
    let now = words.next().expect("the instant of the record");
    let wanted: Vec<String> = words.collect();
    let is_wanted = |part: &str| wanted.is_empty() || wanted.iter().any(|it| it == part);

    let below = tempfile::tempdir().expect("a folder for the copy");
    let record = Record::copy(&original, below.path(), &now);
    if is_wanted("opening") {
        opening::measure(&record);
    }
    let together = ["pages", "scrolling", "keys", "other-keys", "memory"];
    if together.into_iter().any(is_wanted) {
        in_one_window(&record, is_wanted).await;
    }
    if is_wanted("reminders") {
        reminders::measure(&record).await;
    }
}

/// Measures one after the other what a person does in one window, and at the end what memory that took.
async fn in_one_window(record: &Record, is_wanted: impl Fn(&str) -> bool) {
    let stage = Stage::set(SIZE.0, SIZE.1, true);
    let console = Console::open(&stage, &record.args_then()).await;
    console.see(ROW).await;
    // What the first look at a record has to catch up with is no part of what follows.
    record::settle(&console).await;
    process::tell_memory(record, "memory-begun");
    if is_wanted("pages") {
        pages::measure(&console).await;
    }
    if is_wanted("scrolling") {
        scrolling::measure(&console).await;
    }
    if is_wanted("keys") {
        keys::measure(&console).await;
    }
    if is_wanted("other-keys") {
        keys::measure_others(&console).await;
    }
    process::tell_memory(record, "memory");
    console.close().await;
}
