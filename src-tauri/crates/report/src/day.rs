//! The day at the desk: what must be answered until its close, what it began with, and what is handed over.

use business_time::{BusinessCalendar, BusinessDuration, Instant, OutOfRange, WallDuration};
use chrono::NaiveDate;
use policy::ImpactLevel;

use crate::{Entry, Standing};

mod handling;
mod plan;

pub use handling::{ASSUMED, ENOUGH, HandlingTimes, Usual, UsualFrom};
pub use plan::{Job, Plan, agents_needed, fewest_late};

/// A business day between two closes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct BusinessDay {
    /// Its date; the next business day while the centre is closed for today.
    pub on: NaiveDate,
    /// Its first opening.
    pub opens_at: Instant,
    /// Its last closing.
    pub closes_at: Instant,
    /// The last closing of the business day before.
    pub closed_at: Instant,
}

/// What must be answered until the close of a business day.
#[derive(Clone, PartialEq, Debug)]
pub struct Workload<'a> {
    /// In the order in which fewest limits are missed by one agent; what one agent cannot keep comes last.
    pub due: Vec<DueToday<'a>>,
    /// What is past its limit already, the longest first: it is owed all the same.
    pub over: Vec<&'a Entry>,
    /// What nobody has decided a level for.
    pub undecided: Vec<&'a Entry>,
    /// How many agents keep every limit, each taking what is due first; none where one inquiry alone is too long.
    pub agents: Option<usize>,
}

/// An inquiry whose target or limit lies on or before the close.
#[derive(Clone, PartialEq, Debug)]
pub struct DueToday<'a> {
    /// The inquiry.
    pub entry: &'a Entry,
    /// How long its kind usually takes.
    pub usual: Usual,
    /// The business time left to the limit.
    pub left: BusinessDuration,
    /// Whether one agent who follows the order keeps its limit.
    pub kept: bool,
}

/// What a business day begins with.
#[derive(Clone, PartialEq, Debug)]
pub struct Digest<'a> {
    /// How many came in since the close before, by level, gravest first; those without come last.
    pub came_in: Vec<(Option<ImpactLevel>, usize)>,
    /// What is open and has its target or limit before noon, by limit.
    pub morning: Vec<&'a Entry>,
    /// What is open since before that close, by limit; those without a level come last.
    pub carried: Vec<&'a Entry>,
}

impl BusinessDay {
    /// Gives the business day of an instant: that which is open or opens next.
    ///
    /// # Errors
    /// [`OutOfRange`] outside the calendar's years.
    pub fn of(calendar: &BusinessCalendar, now: Instant) -> Result<Self, OutOfRange> {
        let on = calendar.date_of(calendar.next_opening(now)?);
        let opens_at = calendar.next_opening(calendar.start_of(on)?)?;
        let yesterday = on.pred_opt().ok_or(OutOfRange)?;
        let before = calendar.business_day_on_or_before(yesterday)?;
        Ok(Self {
            on,
            opens_at,
            closes_at: calendar.close_of(on)?.ok_or(OutOfRange)?,
            closed_at: calendar.close_of(before)?.ok_or(OutOfRange)?,
        })
    }
}

/// Says what must be answered until a day's close, in an order that misses fewest limits, and whether it can be done.
///
/// # Errors
/// [`OutOfRange`] outside the calendar's years.
pub fn workload<'a>(
    entries: impl Iterator<Item = &'a Entry> + Clone,
    calendar: &BusinessCalendar,
    day: &BusinessDay,
    now: Instant,
) -> Result<Workload<'a>, OutOfRange> {
    let times = HandlingTimes::of(entries.clone(), calendar, now)?;
    let (mut due, mut over, mut undecided) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries {
        match (entry.standing(now), entry.due) {
            (Standing::PastLimit, _) => over.push(entry),
            (Standing::Undecided, _) => undecided.push(entry),
            (Standing::Open | Standing::PastTarget, Some(it)) if it.target <= day.closes_at => {
                due.push(DueToday {
                    entry,
                    usual: times.usual(entry),
                    left: calendar.between(now, it.limit)?,
                    kept: false,
                });
            }
            (_, _) => {}
        }
    }
    due.sort_by_key(|it| by_limit(it.entry));
    over.sort_by_key(|it| by_limit(it));
    undecided.sort_by_key(|it| (it.outline.received_at, it.outline.id));
    let jobs: Vec<Job> = due.iter().map(DueToday::job).collect();
    Ok(Workload {
        agents: agents_needed(&jobs),
        due: ordered(due, &fewest_late(&jobs)),
        over,
        undecided,
    })
}

impl DueToday<'_> {
    fn job(&self) -> Job {
        Job {
            takes: self.usual.time.as_micros(),
            left: self.left.as_micros(),
        }
    }
}

fn ordered<'a>(due: Vec<DueToday<'a>>, plan: &Plan) -> Vec<DueToday<'a>> {
    let of = |places: &[usize], kept: bool| {
        let found = places.iter().filter_map(|place| due.get(*place)).cloned();
        found
            .map(|it| DueToday { kept, ..it })
            .collect::<Vec<DueToday<'a>>>()
    };
    let mut all = of(&plan.kept, true);
    all.extend(of(&plan.late, false));
    all
}

fn by_limit(entry: &Entry) -> (Instant, Instant, inquiry::InquiryId) {
    let none = || (Instant::MAX, entry.outline.received_at);
    let (limit, target) = entry.due.map_or_else(none, |due| (due.limit, due.target));
    (limit, target, entry.outline.id)
}

/// Says what a business day begins with.
///
/// # Errors
/// [`OutOfRange`] outside the calendar's years.
pub fn digest<'a>(
    entries: impl Iterator<Item = &'a Entry> + Clone,
    calendar: &BusinessCalendar,
    day: &BusinessDay,
    now: Instant,
) -> Result<Digest<'a>, OutOfRange> {
    let noon = calendar
        .start_of(day.on)?
        .plus_wall(WallDuration::from_hours(12));
    let new = entries.clone().filter(|it| {
        let at = it.outline.received_at;
        it.outline.ended.is_none() && at >= day.closed_at && at < day.opens_at
    });
    let new: Vec<Option<ImpactLevel>> = new.map(|it| it.outline.level).collect();
    let levels = ImpactLevel::ALL.iter().copied().map(Some).chain([None]);
    let count = |level| (level, new.iter().filter(|it| **it == level).count());
    let is_open = |it: &&Entry| it.standing(now).is_open();
    let mut morning: Vec<&Entry> = entries
        .clone()
        .filter(is_open)
        .filter(|it| it.due.is_some_and(|due| due.target <= noon))
        .collect();
    morning.sort_by_key(|it| by_limit(it));
    let mut carried: Vec<&Entry> = entries
        .filter(is_open)
        .filter(|it| it.outline.received_at < day.closed_at)
        .collect();
    carried.sort_by_key(|it| by_limit(it));
    Ok(Digest {
        came_in: levels.map(count).filter(|(_, count)| *count > 0).collect(),
        morning,
        carried,
    })
}

/// Gives what is open, by limit: what whoever takes over must know of. Those without a level come last.
#[must_use]
pub fn risks<'a>(entries: impl Iterator<Item = &'a Entry>, now: Instant) -> Vec<&'a Entry> {
    let mut open: Vec<&Entry> = entries.filter(|it| it.standing(now).is_open()).collect();
    open.sort_by_key(|it| by_limit(it));
    open
}
