//! Import of mails, and the search index that follows behind.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant as Stopwatch};

use desk::Call;
use desk::intake::ImportRequest;

use crate::mails::Mailbox;
use crate::timing::Times;
use crate::{Outcome, Place, report};

const MAILS: usize = 10_000;

/// Imports a mailbox, then brings the index up to date. A step of the import is all from one word of progress to the
/// next: the reading of some mails, the transaction, and what the desk takes in after it.
pub fn import(place: &Place<'_>) -> Outcome {
    let desk = place.open()?;
    let mailbox = Mailbox::new(MAILS)?;
    let last = Cell::new(None);
    let steps = RefCell::new(Times::default());
    let progress = |_, _| {
        if let Some(begun) = last.replace(Some(Stopwatch::now())) {
            steps.borrow_mut().note(begun);
        }
    };
    let request = ImportRequest {
        progress: &progress,
        ..ImportRequest::default()
    };
    let begun = Stopwatch::now();
    let done = desk.import(&Call::of_the_desk(), &mailbox.paths(), &request)?;
    let seconds = begun.elapsed().as_secs_f64();
    let taken = done.value.created.len() + done.value.joined;
    if taken != MAILS {
        return Err(format!("{taken} of {MAILS} mails were taken in").into());
    }
    report("import", MAILS as f64 / seconds);
    report("import_joined", done.value.joined as f64);
    report("import_step", steps.borrow().longest());
    report("import_step_p99", steps.borrow().quantile(0.99));
    let mut index = Times::default();
    let begun = Stopwatch::now();
    while index.take(|| desk.index(Duration::ZERO))? {}
    let seconds = begun.elapsed().as_secs_f64();
    report("index", MAILS as f64 / seconds);
    report("index_step", index.longest());
    Ok(())
}
