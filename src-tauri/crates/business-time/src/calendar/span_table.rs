use super::OutOfRange;

/// The width of a time slot: 2^36 µs, about 19 hours, so that most hold one closing at most.
const SLOT_BITS: u32 = 36;
/// How many closings further an end is looked for before the index by business time is asked.
const NEAR: usize = 2;
/// Later than any instant, and far enough from the bounds to be reckoned with.
const NEVER: i64 = i64::MAX / 2;

/// The opening hours of the whole range as one list of spans that neither overlap nor touch, with
/// the business time that has passed at each closing, and two indexes into the list: by time, and
/// by business time. All times are microseconds.
#[derive(Clone, Debug)]
pub(super) struct SpanTable {
    start: i64,
    end: i64,
    /// The closings in order, between one at `start` and one that never comes: so each instant of
    /// the range has a closing before it and one after it.
    closings: Vec<Closing>,
    /// For each slot of time since `start`: the first closing after the slot begins.
    by_time: Vec<u32>,
    /// For each slot of business time: the first closing that more has passed at.
    by_business: Vec<u32>,
    business_bits: u32,
}

/// The close of a span `[open, close)` and the business time that has passed by then; the opening
/// follows from what had passed at the closing before.
#[derive(Copy, Clone, Debug)]
struct Closing {
    at: i64,
    passed: i64,
}

/// What surrounds an instant: the next closing, its opening, and what has passed by that.
struct Place {
    next: usize,
    open: i64,
    close: i64,
    passed: i64,
}

impl Place {
    fn position(&self, at: i64) -> i64 {
        self.passed + (at - self.open).max(0)
    }
}

impl SpanTable {
    /// Makes the table of the spans `(open, close)` within `[start, end]`, in the order in which
    /// they open.
    pub(super) fn new(start: i64, end: i64, spans: impl Iterator<Item = (i64, i64)>) -> Self {
        let mut closings = vec![Closing {
            at: start,
            passed: 0,
        }];
        let mut passed = 0;
        for (open, close) in merged(spans) {
            passed += close - open;
            closings.push(Closing { at: close, passed });
        }
        let average = passed / i64::try_from(closings.len()).unwrap_or(1);
        let business_bits = average.max(1).ilog2();
        closings.push(Closing { at: NEVER, passed });
        Self {
            start,
            end,
            by_time: index(&closings, (end - start) >> SLOT_BITS, |slot, closing| {
                closing.at > start + (slot << SLOT_BITS)
            }),
            by_business: index(&closings, (passed - 1) >> business_bits, |slot, closing| {
                closing.passed > slot << business_bits
            }),
            closings,
            business_bits,
        }
    }

    pub(super) fn is_open(&self, at: i64) -> Result<bool, OutOfRange> {
        Ok(self.place(at)?.open <= at)
    }

    pub(super) fn next_opening(&self, at: i64) -> Result<i64, OutOfRange> {
        let open = self.place(at)?.open.max(at);
        if open < self.end {
            Ok(open)
        } else {
            Err(OutOfRange)
        }
    }

    /// Returns the next opening (`true`) or closing after `at`.
    pub(super) fn next_change(&self, at: i64) -> Result<(i64, bool), OutOfRange> {
        let place = self.place(at)?;
        let change = if place.open > at {
            (place.open, true)
        } else {
            (place.close, false)
        };
        // What lies beyond the range is unknown: it may go on being open.
        if change.0 < self.end {
            Ok(change)
        } else {
            Err(OutOfRange)
        }
    }

    /// Returns the business time from the start of the range to `at`.
    pub(super) fn position(&self, at: i64) -> Result<i64, OutOfRange> {
        Ok(self.place(at)?.position(at))
    }

    /// Returns the instant at which `by` of business time has passed since `at`.
    pub(super) fn add(&self, at: i64, by: i64) -> Result<i64, OutOfRange> {
        let place = self.place(at)?;
        let wanted = place.position(at).checked_add(by).ok_or(OutOfRange)?;
        // The same business time has passed at a close and at the next opening: what is used up
        // exactly ends at the close, what is taken back exactly begins at the opening.
        let beyond = wanted - i64::from(by > 0);
        let near = self
            .closings
            .get(place.next + NEAR)
            .is_some_and(|near| near.passed > beyond);
        let first = if by >= 0 && near {
            place.next
        } else {
            self.by_business(beyond)?
        };
        let closing = self.first_from::<NEAR>(first, |closing| closing.passed > beyond)?;
        let closing = self.closings.get(closing).ok_or(OutOfRange)?;
        Ok(closing.at - (closing.passed - wanted))
    }

    /// Finds the first closing in the slot of the business time `beyond`.
    fn by_business(&self, beyond: i64) -> Result<usize, OutOfRange> {
        let slot = usize::try_from(beyond >> self.business_bits).map_err(|_| OutOfRange)?;
        self.by_business
            .get(slot)
            .map(|first| *first as usize)
            .ok_or(OutOfRange)
    }

    /// Finds what surrounds `at`. After the last span, it never opens again.
    fn place(&self, at: i64) -> Result<Place, OutOfRange> {
        if at < self.start || at >= self.end {
            return Err(OutOfRange);
        }
        let slot = usize::try_from((at - self.start) >> SLOT_BITS).map_err(|_| OutOfRange)?;
        let first = *self.by_time.get(slot).ok_or(OutOfRange)? as usize;
        let next = self.first_from::<1>(first, |closing| closing.at > at)?;
        // The first closing of all is at the start, so one comes before.
        let before = self.closings.get(next.wrapping_sub(1)).ok_or(OutOfRange)?;
        let closing = self.closings.get(next).ok_or(OutOfRange)?;
        let open = closing.at - (closing.passed - before.passed);
        Ok(Place {
            next,
            open,
            close: closing.at,
            passed: before.passed,
        })
    }

    /// Finds the first closing from `first` on that `fits`, mostly within so many steps.
    fn first_from<const STEPS: usize>(
        &self,
        first: usize,
        fits: impl Fn(&Closing) -> bool,
    ) -> Result<usize, OutOfRange> {
        let mut index = first;
        // Nothing foretells these steps, so they are added up and not branched on.
        for _ in 0..STEPS {
            index += usize::from(!fits(self.closings.get(index).ok_or(OutOfRange)?));
        }
        while !fits(self.closings.get(index).ok_or(OutOfRange)?) {
            index += 1;
        }
        Ok(index)
    }
}

/// Joins spans that touch or overlap.
fn merged(spans: impl Iterator<Item = (i64, i64)>) -> Vec<(i64, i64)> {
    let mut merged: Vec<(i64, i64)> = Vec::new();
    for (open, close) in spans {
        match merged.last_mut() {
            Some(last) if open <= last.1 => last.1 = last.1.max(close),
            Some(_) | None => merged.push((open, close)),
        }
    }
    merged
}

/// Lists for each slot from 0 to `last` the first closing that `fits` it.
fn index(closings: &[Closing], last: i64, fits: impl Fn(i64, &Closing) -> bool) -> Vec<u32> {
    let mut first = 0;
    let mut slots = Vec::new();
    for slot in 0..=last {
        while closings
            .get(first)
            .is_some_and(|closing| !fits(slot, closing))
        {
            first += 1;
        }
        slots.push(u32::try_from(first).unwrap_or(u32::MAX));
    }
    slots
}
