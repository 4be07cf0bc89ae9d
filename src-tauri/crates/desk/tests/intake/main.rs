//! Intake of files into a real record.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "test helpers outside #[test] functions"
)]

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use business_time::Instant;
use desk::intake::watch::WatchedFolder;
use desk::intake::{Field, ImportReport, ImportRequest, RefusalCode};
use desk::{Call, Desk, FixedClock, InquiryView, QueueRequest, View};
use inquiry::{Actor, Direction, Proof, Relation, Setting};
use policy::{Channel, ImpactLevel, InquiryKind, ProductId, SupportPlan};
use tempfile::TempDir;

mod bounds;
mod damaged;
mod hostile;
mod mails;
mod once;
mod tables;

const NOW: &str = "2026-11-24T11:06:00+09:00";

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn call() -> Call {
    Call::new(Actor::new("佐藤（例）"))
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/intake")
        .join(name)
}

struct Bench {
    desk: Desk,
    clock: Arc<FixedClock>,
}

fn bench() -> Bench {
    let clock = Arc::new(FixedClock::new(at(NOW)));
    let desk = Desk::in_memory(clock.clone()).unwrap();
    desk.change_setting(
        &call(),
        Setting::OwnAddresses(vec!["@desk.example.jp".to_owned()]),
    )
    .unwrap();
    Bench { desk, clock }
}

impl Bench {
    fn import(&self, paths: &[PathBuf]) -> ImportReport {
        self.desk
            .import(&call(), paths, &ImportRequest::default())
            .unwrap()
            .value
    }

    /// Finds the open inquiry with a subject.
    #[track_caller]
    fn open(&self, subject: &str) -> InquiryView {
        let queue = self
            .desk
            .queue(&QueueRequest {
                view: View::Open,
                ..QueueRequest::default()
            })
            .unwrap();
        let found: Vec<_> = queue
            .rows
            .iter()
            .filter(|it| it.row.subject == subject)
            .collect();
        assert_eq!(found.len(), 1, "{subject}");
        self.desk.inquiry(found[0].inquiry().id, None).unwrap()
    }

    fn open_count(&self) -> usize {
        self.desk
            .queue(&QueueRequest {
                view: View::Open,
                ..QueueRequest::default()
            })
            .unwrap()
            .rows
            .len()
    }
}
