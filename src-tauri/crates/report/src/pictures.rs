//! What the pictures of a report show.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use policy::ImpactLevel;

use crate::figures::{Counted, Tally};
use crate::{Entry, Figures, Part, Period, Selection};

/// The upper ends of the lengths told apart, in percent of what the level allows; the last has none.
pub const BUCKETS: [u32; 7] = [25, 50, 75, 100, 150, 200, u32::MAX];

/// One week of the trend.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Its figures.
    pub figures: Figures,
}

/// How long first responses of a level took, against what the level allows.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Distribution {
    /// The level.
    pub level: ImpactLevel,
    /// How many took so long, by [`BUCKETS`].
    pub counts: [u32; BUCKETS.len()],
}

/// How many came in, by weekday from Monday and by hour of the centre's clock.
pub type Heat = [[u32; 24]; 7];

/// Gives the Monday of a day's week.
pub(crate) fn monday(on: NaiveDate) -> NaiveDate {
    let after = u64::from(on.weekday().num_days_from_monday());
    on.checked_sub_days(Days::new(after)).unwrap_or(on)
}

/// Counts every week of the selection's period, those without inquiries included.
pub(crate) fn weeks(selection: &Selection, counted: &[Counted<'_>]) -> Vec<Week> {
    let mut tallies: BTreeMap<NaiveDate, Tally> = all_weeks(&selection.period);
    for it in counted {
        if let Some(on) = selection.day(it.entry) {
            tallies.entry(monday(on)).or_default().add(it);
        }
    }
    let week = |(monday, tally): (NaiveDate, Tally)| Week {
        monday,
        figures: tally.figures(),
    };
    tallies.into_iter().map(week).collect()
}

/// A period can be as long as the calendar; weeks beyond these have no line of their own while they are empty.
const MOST_WEEKS: usize = 520;

fn all_weeks(period: &Period) -> BTreeMap<NaiveDate, Tally> {
    let mondays = monday(period.from).iter_weeks();
    mondays
        .take_while(|it| *it <= period.to)
        .take(MOST_WEEKS)
        .map(|it| (it, Tally::default()))
        .collect()
}

/// Gives the place of an answered entry's length among [`BUCKETS`].
pub(crate) fn bucket(entry: &Entry) -> Option<(ImpactLevel, usize)> {
    let level = entry.outline.level?;
    let (taken, allowance) = (entry.taken()?.as_micros(), entry.allowance?.as_micros());
    let within = |end: &u32| {
        *end == u32::MAX || i128::from(taken) * 100 <= i128::from(allowance) * i128::from(*end)
    };
    Some((level, BUCKETS.iter().position(within)?))
}

/// Counts the lengths of all levels, gravest first.
pub(crate) fn distributions(counted: &[Counted<'_>]) -> Vec<Distribution> {
    let mut counts: BTreeMap<ImpactLevel, [u32; BUCKETS.len()]> = BTreeMap::new();
    for (level, place) in counted.iter().filter_map(|it| bucket(it.entry)) {
        if let Some(count) = counts.entry(level).or_default().get_mut(place) {
            *count += 1;
        }
    }
    let distribution = |(level, counts)| Distribution { level, counts };
    counts.into_iter().map(distribution).collect()
}

/// Gives the place of an entry's receipt on a heat map.
pub(crate) fn cell(entry: &Entry) -> (usize, usize) {
    let weekday = entry.received_on.weekday().num_days_from_monday();
    (weekday as usize, entry.received_hour as usize)
}

/// Counts receipts of what is in a part, by weekday and hour.
pub(crate) fn heat(counted: &[Counted<'_>], part: Part) -> Heat {
    let mut heat = [[0; 24]; 7];
    for it in counted.iter().filter(|it| it.is(part)) {
        let (weekday, hour) = cell(it.entry);
        if let Some(count) = heat.get_mut(weekday).and_then(|day| day.get_mut(hour)) {
            *count += 1;
        }
    }
    heat
}
