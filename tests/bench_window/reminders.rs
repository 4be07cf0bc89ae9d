//! How late reminders ring that are due one close upon the other.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use business_time::{CalendarVersion, Instant, Interval, TimeOfDay, WallDuration, WeeklyHours};
use chrono::Weekday;
use desk::{Call, Desk, NewInquiry};
use ichiji_tests::console::Console;
use ichiji_tests::stage::Stage;
use inquiry::{Actor, Customer};
use policy::{Channel, ImpactLevel, ProductId, SupportPlan};
use serde_json::Value;

use crate::figures::{Figures, numbers, say, tell};
use crate::record::{AGENT, Record};
use crate::{ROW, SIZE};

const REMINDERS: u32 = 1_000;

/// Within what time all are due.
const MINUTE: WallDuration = WallDuration::from_minutes(1);

/// What recording them and opening the window may take before the first is due.
const AHEAD: WallDuration = WallDuration::from_secs(150);

/// Tells how late a thousand reminders of one minute ring, in the window and at the system's service, and in how many
/// notifications. Each counts as late as the one of its notification that was due first.
pub async fn measure(record: &Record) {
    let stage = Stage::set(SIZE.0, SIZE.1, true);
    let desk = record.open();
    let from = desk.now().plus_wall(AHEAD);
    open_round_the_clock(&desk);
    record_due(&desk, from);
    drop(desk);
    let console = Console::open(&stage, &record.args()).await;
    console.see(ROW).await;
    console.run(include_str!("reminders.js"), vec![]).await;
    let ahead = millis(from) - now();
    say(&format!(
        "the first reminder is due in {:.0} s",
        ahead / 1e3
    ));
    assert!(ahead > 5_000.0, "recording the inquiries took too long");
    let before = stage.notifications().len();
    let toasts = watch_service(&stage, millis(from.plus_wall(MINUTE)) + 5_000.0, before);
    let rung = console.run("return window.__rung;", vec![]).await;
    console.close().await;
    tell_lateness(&rung, from, &toasts);
}

/// Reminders ring in business time; the measuring must not have to wait for it.
fn open_round_the_clock(desk: &Desk) {
    let days = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];
    let whole = Interval::new(TimeOfDay::START, TimeOfDay::END);
    let calendar = CalendarVersion {
        id: "round-the-clock".to_owned(),
        weekly: WeeklyHours::same(&days, whole.as_slice()),
        national_holidays: false,
        ..CalendarVersion::standard()
    };
    desk.publish_calendar(&Call::of_the_desk(), &[calendar])
        .expect("the calendar is published");
}

/// Records inquiries whose first reminder, half of the time left, is due within the minute after `from`.
fn record_due(desk: &Desk, from: Instant) {
    let product = ProductId::new("clomo").expect("a product");
    let (level, rules) = (ImpactLevel::Serious, desk.rules());
    let pack = rules.pack(&product, desk.now()).expect("its pack");
    let half = WallDuration::from_secs(pack.allowance(level).as_secs() / 2);
    for count in 0..REMINDERS {
        let share = i64::from(count) * MINUTE.as_micros() / i64::from(REMINDERS);
        let due = from.plus_wall(WallDuration::from_micros(share));
        let new = NewInquiry {
            product: product.clone(),
            plan: SupportPlan::Standard,
            channel: Channel::Phone,
            received_at: Some(due.plus_wall(-half)),
            customer: Customer {
                company: "例示商事".to_owned(),
                ..Customer::default()
            },
            subject: format!("期限の近い問合せ {count}"),
            text: "計測のための問合せです。".to_owned(),
            level: Some(level),
            kind: None,
            assignee: None,
            answer: None,
        };
        desk.record_call(&Call::new(Actor::new(AGENT)), &new)
            .expect("the inquiry is recorded");
    }
}

/// Notes when each notification arrives at the service, in milliseconds since 1970, until an instant.
fn watch_service(stage: &Stage, until: f64, before: usize) -> Vec<f64> {
    let mut arrived = Vec::new();
    while now() < until {
        let count = stage.notifications().len().saturating_sub(before);
        arrived.resize(count.max(arrived.len()), now());
        std::thread::sleep(Duration::from_millis(20));
    }
    arrived
}

fn tell_lateness(rung: &Value, from: Instant, toasts: &[f64]) {
    let rung: Vec<(f64, f64, f64)> = rung
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| {
            let mut parts = numbers(it);
            Some((parts.next()?, parts.next()?, parts.next()?))
        })
        .filter(|(_, first_due, _)| *first_due >= millis(from) - 1.0)
        .collect();
    let each = |late: f64, count: f64| std::iter::repeat_n(late, count as usize);
    let heard: f64 = rung.iter().map(|(_, _, count)| count).sum();
    tell("reminders", heard);
    tell("reminder-notifications", rung.len() as f64);
    Figures::of(
        rung.iter()
            .flat_map(|(at, due, count)| each(at - due, *count)),
    )
    .tell("reminder-late", &[50, 99]);
    say(&format!(
        "{} toasts for {} notifications",
        toasts.len(),
        rung.len()
    ));
    if toasts.len() == rung.len() {
        let pairs = rung.iter().zip(toasts);
        Figures::of(pairs.flat_map(|((_, due, count), at)| each(at - due, *count)))
            .tell("toast-late", &[50, 99]);
    }
}

fn millis(at: Instant) -> f64 {
    at.as_micros() as f64 / 1e3
}

fn now() -> f64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    since.as_secs_f64() * 1e3
}
