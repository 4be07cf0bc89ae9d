//! How long a kind of inquiry usually takes.

use std::collections::BTreeMap;

use business_time::{BusinessCalendar, BusinessDuration, Instant, OutOfRange, WallDuration};
use policy::{ImpactLevel, ProductId};

use crate::Entry;

/// From how many on a kind's own times are used.
pub const ENOUGH: usize = 5;

/// What is assumed where nothing is known. Ours.
pub const ASSUMED: BusinessDuration = BusinessDuration::from_minutes(30);

/// How far back first responses are looked at.
const BACK: WallDuration = WallDuration::from_hours(90 * 24);

/// How long an inquiry's kind usually takes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Usual {
    /// So long.
    pub time: BusinessDuration,
    /// How many first responses that rests on.
    pub n: usize,
    /// What it is the median of.
    pub from: UsualFrom,
}

/// What a usual time is the median of.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum UsualFrom {
    /// First responses of the same product and level.
    Kind,
    /// First responses of the same level, since those of the product are too few.
    Level,
    /// Nothing: too few are known, and [`ASSUMED`] is taken.
    Assumed,
}

impl UsualFrom {
    /// Gives the spelling used in files and on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Level => "level",
            Self::Assumed => "assumed",
        }
    }
}

/// The business time from the last decision, level or assignee, to the first response, over the last 90 days.
pub struct HandlingTimes {
    by_kind: BTreeMap<(ProductId, ImpactLevel), Vec<BusinessDuration>>,
    by_level: BTreeMap<ImpactLevel, Vec<BusinessDuration>>,
}

impl HandlingTimes {
    /// Gathers them; what was recorded after the fact tells nothing of how long it took.
    ///
    /// # Errors
    /// [`OutOfRange`] outside the calendar's years.
    pub fn of<'a>(
        entries: impl Iterator<Item = &'a Entry>,
        calendar: &BusinessCalendar,
        now: Instant,
    ) -> Result<Self, OutOfRange> {
        let mut times = Self {
            by_kind: BTreeMap::new(),
            by_level: BTreeMap::new(),
        };
        let since = now.plus_wall(-BACK);
        for entry in entries {
            let outline = &entry.outline;
            let (Some(level), Some(from), Some(response)) =
                (outline.level, outline.taken_up_at, &outline.response)
            else {
                continue;
            };
            if response.after_the_fact || response.at < since || response.at < from {
                continue;
            }
            let took = calendar.between(from, response.at)?;
            let kind = (outline.product.clone(), level);
            times.by_kind.entry(kind).or_default().push(took);
            times.by_level.entry(level).or_default().push(took);
        }
        let all = times
            .by_kind
            .values_mut()
            .chain(times.by_level.values_mut());
        all.for_each(|it| it.sort_unstable());
        Ok(times)
    }

    /// Gives how long an inquiry of this kind usually takes.
    #[must_use]
    pub fn usual(&self, entry: &Entry) -> Usual {
        let outline = &entry.outline;
        let enough = |times: &&Vec<BusinessDuration>| times.len() >= ENOUGH;
        let known = outline.level.and_then(|level| {
            let kind = self.by_kind.get(&(outline.product.clone(), level));
            let of_kind = kind.filter(enough).map(|it| (it, UsualFrom::Kind));
            let of_level = || self.by_level.get(&level).filter(enough);
            of_kind.or_else(|| of_level().map(|it| (it, UsualFrom::Level)))
        });
        let median = |times: &[BusinessDuration]| times.get((times.len() - 1) / 2).copied();
        let usual = known.and_then(|(times, from)| {
            let (time, n) = (median(times)?, times.len());
            Some(Usual { time, n, from })
        });
        usual.unwrap_or(Usual {
            time: ASSUMED,
            n: 0,
            from: UsualFrom::Assumed,
        })
    }
}
