//! When everything of the sample set happens: a few days of business around the present moment.

use business_time::{BusinessCalendar, BusinessDuration, Instant, OutOfRange, WallDuration};

use super::script::{Answer, End, Later, Script, Side, Sketch};

/// How long the desk takes to decide on a level, and to say who takes it, in business minutes.
const TRIAGED: i64 = 3;
const TAKEN: i64 = 5;
/// How long after the last word an inquiry is completed, in business minutes.
const COMPLETED: i64 = 10;

/// One thing that happens.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Step<'a> {
    /// When.
    pub at: Instant,
    /// To which inquiry, by its place in the script.
    pub inquiry: usize,
    /// What.
    pub what: What<'a>,
}

/// What happens.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum What<'a> {
    Received,
    LevelSet { corrects: bool },
    KindSet,
    Taken,
    StatusSet,
    Answered(&'a Answer),
    Message(&'a Later),
    Noted(&'a super::script::Remark),
    ContactPlanned(Instant),
    Ended(&'a End),
}

/// Tells the whole story in its order, as it looks at `now`. Nothing in it lies after `now`.
pub(super) fn story<'a>(
    script: &'a Script,
    calendar: &BusinessCalendar,
    now: Instant,
) -> Result<Vec<Step<'a>>, OutOfRange> {
    let mut steps = Vec::new();
    for (inquiry, sketch) in script.inquiries.iter().enumerate() {
        let received_at = received_at(sketch, calendar, now)?;
        for (after, what) in happenings(sketch, calendar, now)? {
            let at = match what {
                What::Received => received_at,
                _ => calendar
                    .add(received_at, BusinessDuration::from_minutes(after))?
                    .min(now),
            };
            steps.push(Step { at, inquiry, what });
        }
    }
    // Stable: what happens at one instant stays in the order of the script.
    steps.sort_by_key(|it| it.at);
    Ok(steps)
}

/// Gives what happens to one inquiry, each with the business minutes after its clock's start, in order.
fn happenings<'a>(
    sketch: &'a Sketch,
    calendar: &BusinessCalendar,
    now: Instant,
) -> Result<Vec<(i64, What<'a>)>, OutOfRange> {
    let mut all = vec![(0, What::Received)];
    all.extend(
        sketch
            .level
            .map(|_| (TRIAGED, What::LevelSet { corrects: false })),
    );
    all.extend(
        sketch
            .corrected_from
            .iter()
            .map(|it| (it.after, What::LevelSet { corrects: true })),
    );
    all.extend(sketch.kind.map(|_| (TRIAGED, What::KindSet)));
    all.extend(sketch.assignee.iter().map(|_| (TAKEN, What::Taken)));
    all.extend(
        sketch
            .answer
            .iter()
            .map(|it| (it.after, What::Answered(it))),
    );
    all.extend(
        sketch
            .messages
            .iter()
            .map(|it| (it.after, What::Message(it))),
    );
    all.extend(sketch.notes.iter().map(|it| (it.after, What::Noted(it))));
    all.extend(sketch.ended.iter().map(|it| (it.after, What::Ended(it))));
    let answered = sketch.answer.as_ref().map(|it| it.after);
    let last = sketch
        .messages
        .iter()
        .map(|it| it.after)
        .chain(answered)
        .max();
    all.extend(sketch.status.map(|status| match status {
        inquiry::Status::Completed => (last.unwrap_or(TAKEN) + COMPLETED, What::StatusSet),
        inquiry::Status::New
        | inquiry::Status::InProgress
        | inquiry::Status::WaitingForCustomer
        | inquiry::Status::OnHold => (answered.unwrap_or(TAKEN), What::StatusSet),
    }));
    if let Some(contact) = &sketch.next_contact {
        let at = calendar.add(now, BusinessDuration::from_minutes(contact.within))?;
        all.push((TAKEN, What::ContactPlanned(at)));
    }
    all.sort_by_key(|(after, _)| *after);
    Ok(all)
}

fn received_at(
    sketch: &Sketch,
    calendar: &BusinessCalendar,
    now: Instant,
) -> Result<Instant, OutOfRange> {
    let age = BusinessDuration::from_minutes(sketch.age.unwrap_or_default());
    let at = calendar.add(now, -age)?;
    match (sketch.overnight, sketch.eve) {
        (Some(share), _) => closed_before(calendar, now, share),
        // Reckoned back, an opening and the close before it are the same business time.
        (None, Some(share))
            if calendar.between(closed_before(calendar, at, 0.0)?, at)?
                == BusinessDuration::ZERO =>
        {
            closed_before(calendar, at, share)
        }
        (None, Some(_) | None) => Ok(at),
    }
}

/// How far back the last close is looked for: no closed period is longer than a month.
const LOOK_BACK_DAYS: i64 = 31;

/// Gives an instant in the last closed period that began before `before`, after a share of it, to the whole minute;
/// of one that still lasts only what has passed counts.
fn closed_before(
    calendar: &BusinessCalendar,
    before: Instant,
    share: f64,
) -> Result<Instant, OutOfRange> {
    let (mut closed, mut opened) = (before, before);
    let mut at = before.plus_wall(WallDuration::from_secs(-LOOK_BACK_DAYS * 24 * 60 * 60));
    while at < before {
        let change = calendar.next_change(at)?;
        if change.at >= before {
            opened = if change.opens { before } else { opened };
            break;
        }
        if change.opens {
            opened = change.at;
        } else {
            (closed, opened) = (change.at, before);
        }
        at = change.at;
    }
    let minutes = opened.since(closed).as_secs() / 60;
    Ok(closed.plus_wall(WallDuration::from_secs(part(minutes, share) * 60)))
}

/// Takes a share of a count of minutes, in ten-thousandths, rounded to the nearest.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a share lies between 0 and 1"
)]
fn part(minutes: i64, share: f64) -> i64 {
    let share = (share.clamp(0.0, 1.0) * 10_000.0).round() as i64;
    (minutes * share + 5_000) / 10_000
}

impl Step<'_> {
    /// Tells whether the customer does it.
    pub const fn is_customer_s(&self) -> bool {
        match &self.what {
            What::Received => true,
            What::Message(later) => matches!(later.from, Side::Customer),
            What::LevelSet { .. }
            | What::KindSet
            | What::Taken
            | What::StatusSet
            | What::Answered(_)
            | What::Noted(_)
            | What::ContactPlanned(_)
            | What::Ended(_) => false,
        }
    }
}

#[cfg(test)]
mod tests;
