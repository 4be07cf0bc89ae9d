//! The figures of a set of inquiries.

use business_time::{BusinessDuration, Instant};
use policy::Verdict;

use crate::{Entry, Part, Selection};

/// From how many on percentiles say something; of fewer it is said how few they are.
pub const SMALL: usize = 20;

/// The figures of a set of inquiries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figures {
    counts: [u32; Part::ALL.len()],
    /// The business time taken up to the first response; none where nothing was answered.
    pub taken: Option<Spread>,
    /// How far late and breached first responses came after the target; none where none did.
    pub overrun: Option<Overrun>,
}

/// How lengths of business time spread, by nearest rank: each percentile is one that occurred.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Spread {
    /// How many there are.
    pub n: usize,
    /// The 50th percentile.
    pub median: BusinessDuration,
    /// The 90th percentile.
    pub p90: BusinessDuration,
    /// The 95th percentile.
    pub p95: BusinessDuration,
}

impl Spread {
    /// Tells whether there are too few for the percentiles to say much.
    #[must_use]
    pub const fn is_small(&self) -> bool {
        self.n < SMALL
    }
}

/// The overrun of late and breached first responses, in business time past the target.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Overrun {
    /// How many there are.
    pub n: usize,
    /// Their sum.
    pub total: BusinessDuration,
    /// The longest.
    pub longest: BusinessDuration,
}

/// A part of a whole.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Share {
    /// How many are in the part.
    pub part: u32,
    /// How many there are.
    pub whole: u32,
}

impl Share {
    /// Gives the share in tenths of a percent, cut down so that only a whole is ever 1000; none of nothing.
    #[must_use]
    pub fn permille(self) -> Option<u32> {
        let permille = (u64::from(self.part) * 1000).checked_div(u64::from(self.whole))?;
        u32::try_from(permille).ok()
    }
}

impl Figures {
    /// Counts the entries that are selected, as of an instant.
    pub fn of<'a>(
        entries: impl IntoIterator<Item = &'a Entry>,
        selection: &Selection,
        now: Instant,
    ) -> Self {
        let mut tally = Tally::default();
        let selected = entries.into_iter().filter(|it| selection.selects(it));
        selected.for_each(|it| tally.add(&Counted::new(it, now)));
        tally.figures()
    }

    /// Gives the size of a part.
    #[must_use]
    pub fn count(&self, part: Part) -> u32 {
        self.counts.get(part as usize).copied().unwrap_or(0)
    }

    /// Gives the share that kept the target: of what was answered, and of what is open past it.
    #[must_use]
    pub fn within_target(&self) -> Share {
        Share {
            part: self.count(Part::InTime),
            whole: self.count(Part::Answered) + self.count(Part::OpenPastTarget),
        }
    }

    /// Gives the share that kept the policy (§18) ポリシー遵守率: of what was answered, and of what is open past the limit.
    #[must_use]
    pub fn within_limit(&self) -> Share {
        Share {
            part: self.count(Part::InTime) + self.count(Part::Late),
            whole: self.count(Part::Answered) + self.count(Part::OpenPastLimit),
        }
    }

    /// Gives the share whose target fell on a later business day than the start.
    #[must_use]
    pub fn carried_over(&self) -> Share {
        Share {
            part: self.count(Part::CarriedOver),
            whole: self.count(Part::WithDeadline),
        }
    }
}

/// Counts entries one by one.
#[derive(Default)]
pub(crate) struct Tally {
    counts: [u32; Part::ALL.len()],
    taken: Vec<i64>,
    overrun: Vec<i64>,
}

/// An entry with the parts that it is in, found out once.
#[derive(Copy, Clone)]
pub(crate) struct Counted<'a> {
    pub entry: &'a Entry,
    parts: u32,
    missed: bool,
}

impl<'a> Counted<'a> {
    pub fn new(entry: &'a Entry, now: Instant) -> Self {
        let standing = entry.standing(now);
        let bit = |part: Part| u32::from(part.holds(entry, standing)) << (part as u32);
        Self {
            entry,
            parts: Part::ALL.into_iter().map(bit).sum(),
            missed: standing.is_missed(),
        }
    }

    pub fn is(&self, part: Part) -> bool {
        self.parts & (1 << (part as u32)) != 0
    }

    fn verdict(&self) -> Option<Verdict> {
        let response = self.entry.outline.response.as_ref();
        response.map(|it| it.verdict)
    }
}

impl Tally {
    pub fn add(&mut self, counted: &Counted<'_>) {
        for (place, count) in self.counts.iter_mut().enumerate() {
            *count += (counted.parts >> place) & 1;
        }
        self.taken
            .extend(counted.entry.taken().map(BusinessDuration::as_micros));
        if counted.missed && counted.verdict().is_some() {
            let overrun = counted.entry.overrun.unwrap_or_default();
            self.overrun.push(overrun.as_micros());
        }
    }

    pub fn figures(mut self) -> Figures {
        Figures {
            counts: self.counts,
            taken: spread(&mut self.taken),
            overrun: self.overrun.iter().copied().max().map(|longest| Overrun {
                n: self.overrun.len(),
                total: BusinessDuration::from_micros(self.overrun.iter().sum()),
                longest: BusinessDuration::from_micros(longest),
            }),
        }
    }
}

fn spread(taken: &mut [i64]) -> Option<Spread> {
    Some(Spread {
        n: taken.len(),
        median: percentile(taken, 50)?,
        p90: percentile(taken, 90)?,
        p95: percentile(taken, 95)?,
    })
}

/// Gives a percentile by nearest rank: the smallest length that is no shorter than so many of a hundred.
fn percentile(taken: &mut [i64], percent: usize) -> Option<BusinessDuration> {
    let rank = (taken.len() * percent).div_ceil(100);
    let place = rank.checked_sub(1)?;
    let (_, length, _) = taken.select_nth_unstable(place);
    Some(BusinessDuration::from_micros(*length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_lengths_that_occurred() {
        let hours = |of: &[i64], percent| {
            let mut micros: Vec<i64> = of.iter().map(|it| it * 3_600_000_000).collect();
            percentile(&mut micros, percent).map(|it| it.as_secs() / 3600)
        };
        assert_eq!(hours(&[], 50), None);
        assert_eq!(hours(&[7], 50), Some(7));
        assert_eq!(hours(&[7], 95), Some(7));
        assert_eq!(hours(&[4, 1, 3, 2], 50), Some(2));
        assert_eq!(hours(&[5, 4, 1, 3, 2], 50), Some(3));
        assert_eq!(hours(&[5, 4, 1, 3, 2], 90), Some(5));
        let ten: Vec<i64> = (1..=10).rev().collect();
        assert_eq!(hours(&ten, 90), Some(9));
        assert_eq!(hours(&ten, 95), Some(10));
        let hundred: Vec<i64> = (1..=100).collect();
        assert_eq!(hours(&hundred, 95), Some(95));
    }

    #[test]
    fn a_share_is_never_rounded_up_to_a_whole() {
        let permille = |part, whole| Share { part, whole }.permille();
        assert_eq!(permille(0, 0), None);
        assert_eq!(permille(0, 3), Some(0));
        assert_eq!(permille(2, 3), Some(666));
        assert_eq!(permille(4999, 5000), Some(999));
        assert_eq!(permille(5000, 5000), Some(1000));
    }
}
