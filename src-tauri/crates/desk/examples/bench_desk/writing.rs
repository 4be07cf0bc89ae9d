//! Writes by a person: levels and first responses, while nothing else is done and during an import.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use business_time::{CalendarVersion, MonthDay};
use desk::intake::ImportRequest;
use desk::{Call, Desk, NewResponse, QueueRequest, View};
use inquiry::{Actor, InquiryId, LevelReason};
use policy::{ImpactLevel, ResponseKind};

use crate::mails::Mailbox;
use crate::timing::Times;
use crate::{Outcome, Place, report};

const WRITES: usize = 300;
/// How long the person thinks between two writes during an import.
const PAUSE: Duration = Duration::from_millis(12);
const CALENDARS: u32 = 9;

/// Measures writes idle and during an import, and a change of the calendar.
pub fn write(place: &Place<'_>) -> Outcome {
    let desk = place.open()?;
    let waiting = waiting(&desk, 2 * WRITES)?;
    let (idle, busy) = waiting.split_at(waiting.len() / 2);
    let idle = decide(&desk, idle, Duration::ZERO)?;
    report("write_idle", idle.quantile(0.99));
    report("write_idle_median", idle.median());
    calendar(&desk)?;
    let mailbox = Mailbox::new(60_000)?;
    let stop = AtomicBool::new(false);
    let busy = thread::scope(|scope| {
        let import = scope.spawn(|| {
            let request = ImportRequest {
                cancel: &stop,
                ..ImportRequest::default()
            };
            let call = Call::of_the_desk();
            desk.import(&call, &mailbox.paths(), &request)
                .map(|done| done.value.cancelled)
        });
        thread::sleep(Duration::from_millis(1500));
        let times = decide(&desk, busy, PAUSE);
        stop.store(true, Ordering::Relaxed);
        let lasted = import.join().map_err(|_| "the import panicked")?;
        if !lasted? {
            return Err("the import was over before the writes were".into());
        }
        times
    })?;
    report("write_importing", busy.quantile(0.99));
    report("write_importing_median", busy.median());
    Ok(())
}

/// Gives inquiries without a level.
fn waiting(desk: &Desk, count: usize) -> Outcome<Vec<InquiryId>> {
    let request = QueueRequest {
        view: View::NeedsLevel,
        limit: count,
        ..QueueRequest::default()
    };
    let rows = desk.queue(&request)?.rows;
    Ok(rows.iter().map(|row| row.inquiry().id).collect())
}

/// Decides the level and records the first response, each a write of its own.
fn decide(desk: &Desk, inquiries: &[InquiryId], pause: Duration) -> Outcome<Times> {
    let person = || Call::new(Actor::new("佐藤（例）"));
    let response = NewResponse {
        text: Some("設定の手順をご案内しました。".to_owned()),
        ..NewResponse::now(ResponseKind::Answer)
    };
    let mut times = Times::default();
    for id in inquiries {
        times.take(|| {
            desk.set_level(
                &person(),
                &[*id],
                ImpactLevel::Minor,
                &LevelReason::First,
                None,
            )
        })?;
        thread::sleep(pause);
        times.take(|| desk.respond(&person(), *id, &response))?;
        thread::sleep(pause);
    }
    Ok(times)
}

/// Publishes calendars, and reads the first page by each: everything open is reckoned anew in between.
fn calendar(desk: &Desk) -> Outcome {
    let mut times = Times::default();
    let mut pages = Times::default();
    for day in 1..=CALENDARS {
        let version = CalendarVersion {
            closing_days_yearly: MonthDay::new(12, day).into_iter().collect(),
            ..CalendarVersion::standard()
        };
        let person = Call::new(Actor::new("佐藤（例）"));
        times.take(|| {
            desk.publish_calendar(&person, std::slice::from_ref(&version))?;
            pages.take(|| desk.queue(&QueueRequest::default()))
        })?;
    }
    report("calendar_change", times.median());
    report("calendar_page", pages.median());
    Ok(())
}
