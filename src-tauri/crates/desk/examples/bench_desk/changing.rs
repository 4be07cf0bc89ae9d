//! Changes of the rules: what they would do, applied, and a past period judged by them.

use business_time::{CalendarEdit, Interval};
use chrono::{Datelike, Days, NaiveDate};
use desk::{Call, Desk, QueueRequest, RuleChange};
use inquiry::Actor;

use crate::timing::Times;
use crate::{Outcome, Place, report};

const ROUNDS: u32 = 9;
/// The inquiries for which the bar of a period holds.
const MANY: f64 = 200_000.0;

/// Measures previews of a change of the calendar, the change applied and a page read by it, and a period judged anew.
pub fn change(place: &Place<'_>) -> Outcome {
    let desk = place.open()?;
    let page = || desk.queue(&QueueRequest::default()).map(drop);
    page()?;
    let today = desk.rules().calendar.date_of(place.now);
    let (mut previews, mut applied) = (Times::default(), Times::default());
    for round in 0..ROUNDS {
        let change = later(&desk, today, round)?;
        let preview = previews.take(|| desk.preview_change(&change))?;
        report("change_open", preview.open as f64);
        report("change_moved", preview.moved.len() as f64);
        let person = Call::new(Actor::new("佐藤（例）"));
        applied.take(|| desk.apply_change(&person, &change).and_then(|_| page()))?;
        desk.undo(&Call::new(Actor::new("佐藤（例）")))?;
        page()?;
    }
    report("change_preview", previews.median());
    report("change_applied", applied.median());
    what_if(&desk, today)
}

/// Gives other hours since the beginning of the year, other ones each round.
fn later(desk: &Desk, today: NaiveDate, round: u32) -> Outcome<RuleChange> {
    let since = today.with_ordinal(1).unwrap_or(today);
    let interval: Interval = format!("10:{round:02}-18:00").parse()?;
    let mut weekly = desk.rules().weekly_on(since).clone();
    weekly.set_open_days(&[interval]);
    Ok(RuleChange::Calendar(vec![CalendarEdit::Hours {
        effective_on: since,
        weekly,
    }]))
}

/// Judges everything that was ever received anew.
fn what_if(desk: &Desk, today: NaiveDate) -> Outcome {
    let change = later(desk, today, 0)?;
    let from = today - Days::new(20 * 366);
    let mut answered = 0;
    let mut judged = Times::default();
    for _ in 0..ROUNDS {
        let found = judged.take(|| desk.what_if(&change, from, today))?;
        answered = found.after.count();
    }
    report("what_if_answered", f64::from(answered));
    report("what_if", judged.median());
    let scaled = judged.median() * MANY / f64::from(answered.max(1));
    report("what_if_many", scaled);
    Ok(())
}
