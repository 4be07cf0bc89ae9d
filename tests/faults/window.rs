//! The real window while its notification service is slow or dies, and while the machine sleeps.

mod held_service;

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use desk::{Access, Call, Desk, FixedClock, LocalSettings, NewInquiry};
use ichiji_tests::console::Console;
use ichiji_tests::record::Record;
use ichiji_tests::stage::{Stage, wait_until};
use inquiry::{Actor, Customer};
use policy::{Channel, ImpactLevel, SupportPlan};
use serde_json::{Value, json};

use crate::words::{ichiji, says};
use held_service::SilentNotifications;

/// Tuesday 24 November 2026 in Tokyo. Two inquiries came at 10:30 and 10:50: half of their two hours is left at 11:30
/// and 11:50.
const RECEIVED: [(&str, &str); 2] = [
    ("一つ目の停止", "2026-11-24T10:30:00+09:00"),
    ("二つ目の停止", "2026-11-24T10:50:00+09:00"),
];
const BEFORE_FIRST: &str = "2026-11-24T11:29:00+09:00";
const FIRST: &str = "2026-11-24T11:30:01+09:00";
const BEFORE_SECOND: &str = "2026-11-24T11:49:00+09:00";
const SECOND: &str = "2026-11-24T11:50:01+09:00";

/// A window on a record in which reminders will be due.
struct Night {
    stage: Stage,
    console: Console,
    data: String,
}

impl Night {
    async fn open(stage: Stage) -> Self {
        let data = stage.home().join("desk");
        prepare(&data);
        let data = data.to_string_lossy().into_owned();
        // By the real clock all of it would have rung already, if the test ran in business hours.
        let args = ["--data-dir", &data, "--lang", "ja", "--as-of", BEFORE_FIRST];
        let console = Console::open(&stage, &args).await;
        console.see_text("[role=grid]", RECEIVED[1].0).await;
        Self {
            stage,
            console,
            data,
        }
    }

    /// Lets the clock come to an instant by a minute before it, so that nothing counts as slept over.
    async fn come_to(&self, before: &str, at: &str) {
        self.console.set_clock(before).await;
        self.console.set_clock(at).await;
    }

    /// Tells what the test of notifications answers.
    async fn test_notification(&self) -> Value {
        self.console.call("test_notification", json!({})).await["ok"].clone()
    }

    /// Waits until the bell of the window counts so many signs.
    async fn see_signs(&self, count: usize) {
        self.console
            .see_text(".bell button", &count.to_string())
            .await;
    }

    /// Writes by the command line, and waits until the window shows it.
    async fn sees_what_others_write(&self, subject: &str) {
        let new = ["new", "--product", "clomo", "--subject", subject];
        says(ichiji(Path::new(&self.data), &new));
        self.console.see_text("[role=grid]", subject).await;
    }

    /// Closes the window; the record is sound and has so many inquiries.
    async fn close(self, inquiries: usize) {
        self.console.close().await;
        wait_until("the window has gone", || window_of(&self.data).is_none());
        assert_eq!(
            Record::read(Path::new(&self.data)).inquiries.len(),
            inquiries
        );
    }
}

fn prepare(data: &Path) {
    let at = |text| business_time::Instant::parse(text).unwrap();
    let clock = Arc::new(FixedClock::new(at(BEFORE_FIRST)));
    let desk = Desk::open(data, Access::Window, clock).unwrap();
    let settings = LocalSettings {
        name: "佐藤（例）".to_owned(),
        first_start_done: true,
        // Only what rings for an inquiry is counted here.
        opening_digest: false,
        ..desk.local_settings().unwrap()
    };
    desk.set_local_settings(&settings).unwrap();
    for (subject, received) in RECEIVED {
        let new = NewInquiry {
            product: "clomo".parse().unwrap(),
            plan: SupportPlan::Standard,
            channel: Channel::Phone,
            received_at: Some(at(received)),
            customer: Customer::default(),
            subject: subject.to_owned(),
            text: String::new(),
            level: Some(ImpactLevel::Outage),
            kind: None,
            assignee: None,
            answer: None,
        };
        let call = Call::new(Actor::new("佐藤（例）"));
        desk.record_call(&call, &new).unwrap();
    }
}

fn told(toasts: &[String], subject: &str) -> usize {
    toasts.iter().filter(|it| it.contains(subject)).count()
}

#[tokio::test]
async fn a_service_that_dies_takes_no_sign_along_and_is_used_again_when_it_comes_back() {
    let mut stage = Stage::set(1280, 800, false);
    stage.start_notifications();
    let mut night = Night::open(stage).await;
    assert_eq!(night.test_notification().await["answered"], true);

    night.stage.kill_notifications();
    night.come_to(BEFORE_FIRST, FIRST).await;
    night.see_signs(1).await;
    assert_eq!(night.test_notification().await["answered"], false);
    night.sees_what_others_write("通知なし").await;

    night.stage.start_notifications();
    assert_eq!(night.test_notification().await["answered"], true);
    night.come_to(BEFORE_SECOND, SECOND).await;
    let second = RECEIVED[1].0;
    wait_until("the second one rings", || {
        told(&night.stage.notifications(), second) > 0
    });
    night.console.set_clock(BEFORE_SECOND).await;
    night.console.set_clock(SECOND).await;
    night.see_signs(2).await;
    assert_eq!(told(&night.stage.notifications(), second), 1, "once");
    night.close(3).await;
}

#[tokio::test]
async fn a_service_that_does_not_answer_holds_nothing_up() {
    let stage = Stage::set(1280, 800, false);
    let service = SilentNotifications::on(stage.bus_address());
    let night = Night::open(stage).await;
    service.hold();
    night.come_to(BEFORE_FIRST, FIRST).await;
    night.see_signs(1).await;
    let asked = Instant::now();
    assert_eq!(night.test_notification().await["answered"], false);
    assert!(
        asked.elapsed() < Duration::from_secs(20),
        "{:?}",
        asked.elapsed()
    );
    night.come_to(BEFORE_SECOND, SECOND).await;
    night.see_signs(2).await;
    night.sees_what_others_write("通知が遅い").await;

    service.go_on();
    for (subject, _) in RECEIVED {
        wait_until("what was held back arrives", || {
            told(&service.arrived(), subject) > 0
        });
    }
    assert_eq!(night.test_notification().await["answered"], true);
    for (subject, _) in RECEIVED {
        assert_eq!(told(&service.arrived(), subject), 1, "{subject} once");
    }
    night.close(3).await;
}

#[tokio::test]
async fn what_was_slept_over_is_told_once_and_what_others_wrote_is_shown() {
    let mut stage = Stage::set(1280, 800, false);
    stage.start_notifications();
    let night = Night::open(stage).await;
    night.console.set_clock(BEFORE_FIRST).await;

    // The machine sleeps: the program stands still while the clock on the wall, and another program, go on.
    let window = window_of(&night.data).unwrap();
    signal(window, "-STOP");
    says(ichiji(
        Path::new(&night.data),
        &["new", "--product", "clomo", "--subject", "眠りの間"],
    ));
    signal(window, "-CONT");
    night.console.see_text("[role=grid]", "眠りの間").await;

    // It wakes past both reminders: one summary.
    night.console.set_clock("2026-11-24T13:40:00+09:00").await;
    let missed = || told(&night.stage.notifications(), "不在の間に");
    wait_until("the summary arrives", || missed() > 0);
    night.see_signs(2).await;
    // The clock goes back and comes forth again.
    for at in [BEFORE_FIRST, FIRST, SECOND, "2026-11-24T13:40:30+09:00"] {
        night.console.set_clock(at).await;
        night.console.call("frame", json!({})).await;
    }
    night.sees_what_others_write("目覚めの後").await;
    let told_of: Vec<String> = night.stage.notifications();
    assert_eq!((missed(), told_of.len()), (1, 1), "{told_of:?}");
    night.close(4).await;
}

/// Finds the window's process by the folder that it works on.
fn window_of(data: &str) -> Option<u32> {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let mut ids = processes.filter_map(|it| it.file_name().to_str()?.parse().ok());
    ids.find(|id: &u32| {
        let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        let mut words = line.split(|byte| *byte == 0);
        words.next().is_some_and(|it| it.ends_with(b"ichiji-desk"))
            && words.any(|it| it == data.as_bytes())
    })
}

fn signal(process: u32, name: &str) {
    let sent = Command::new("kill")
        .args([name, &process.to_string()])
        .status();
    assert!(sent.unwrap().success());
}
