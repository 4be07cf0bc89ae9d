use super::OutOfRange;

/// The width of a time slot: 2^36 µs, about 19 hours, so that most hold one closing at most.
const SLOT_BITS: u32 = 36;

/// The opening hours of the whole range as one list of spans that neither overlap nor touch, with
/// the business time that has passed at each closing, and two indexes into the list: by time, and
/// by business time. All times are microseconds.
#[derive(Clone, Debug)]
pub(super) struct SpanTable {
    start: i64,
    end: i64,
    spans: Vec<Span>,
    /// For each slot of time since `start`: the first span that closes after the slot begins.
    by_time: Vec<u32>,
    /// For each slot of business time: the first span that closes after the slot begins.
    by_business: Vec<u32>,
    business_bits: u32,
}

/// A stretch of opening hours `[open, close)` and the business time from `start` to its close.
#[derive(Copy, Clone, Debug)]
struct Span {
    open: i64,
    close: i64,
    passed: i64,
}

impl Span {
    /// The business time that has passed at `at`, no later than the close.
    fn passed_at(self, at: i64) -> i64 {
        self.passed - (self.close - at.max(self.open))
    }
}

impl SpanTable {
    /// Makes the table of the spans `(open, close)` within `[start, end]`, given by their opening.
    pub(super) fn new(start: i64, end: i64, given: impl Iterator<Item = (i64, i64)>) -> Self {
        let spans = merged(given);
        let total = spans.last().map_or(0, |span| span.passed);
        let average = total / i64::try_from(spans.len().max(1)).unwrap_or(1);
        let business_bits = average.max(1).ilog2();
        Self {
            start,
            end,
            by_time: index(&spans, SLOT_BITS, |span| span.close - start),
            by_business: index(&spans, business_bits, |span| span.passed),
            business_bits,
            spans,
        }
    }

    pub(super) fn is_open(&self, at: i64) -> Result<bool, OutOfRange> {
        Ok(self
            .span_after(at)?
            .is_some_and(|(_, span)| span.open <= at))
    }

    pub(super) fn next_opening(&self, at: i64) -> Result<i64, OutOfRange> {
        let (_, span) = self.span_after(at)?.ok_or(OutOfRange)?;
        Ok(span.open.max(at))
    }

    /// Returns the next opening (`true`) or closing after `at`.
    pub(super) fn next_change(&self, at: i64) -> Result<(i64, bool), OutOfRange> {
        let (_, span) = self.span_after(at)?.ok_or(OutOfRange)?;
        match span.open > at {
            true => Ok((span.open, true)),
            // What lies beyond the range is unknown: it may go on being open.
            false if span.close >= self.end => Err(OutOfRange),
            false => Ok((span.close, false)),
        }
    }

    /// Returns the business time from the start of the range to `at`.
    pub(super) fn position(&self, at: i64) -> Result<i64, OutOfRange> {
        let total = || self.spans.last().map_or(0, |span| span.passed);
        Ok(self
            .span_after(at)?
            .map_or_else(total, |(_, span)| span.passed_at(at)))
    }

    pub(super) fn add(&self, at: i64, by: i64) -> Result<i64, OutOfRange> {
        let position = self.position(at)?;
        let wanted = position
            .checked_add(by)
            .filter(|wanted| *wanted >= 0)
            .ok_or(OutOfRange)?;
        // Time that is used up exactly ends at the close; otherwise an instant at which a span
        // closes and one at which the next opens are the same, and the opening is meant.
        let beyond = if by > 0 { wanted - 1 } else { wanted };
        let slot = usize::try_from(beyond >> self.business_bits).map_err(|_| OutOfRange)?;
        let mut index = *self.by_business.get(slot).ok_or(OutOfRange)? as usize;
        loop {
            let span = self.spans.get(index).ok_or(OutOfRange)?;
            if span.passed > beyond {
                return Ok(span.close - (span.passed - wanted));
            }
            index += 1;
        }
    }

    /// Finds the first span that closes after `at`; none after the last of the range.
    fn span_after(&self, at: i64) -> Result<Option<(usize, Span)>, OutOfRange> {
        if at < self.start || at >= self.end {
            return Err(OutOfRange);
        }
        let slot = usize::try_from((at - self.start) >> SLOT_BITS).map_err(|_| OutOfRange)?;
        let Some(first) = self.by_time.get(slot) else {
            return Ok(None);
        };
        let mut index = *first as usize;
        while let Some(span) = self.spans.get(index) {
            if span.close > at {
                return Ok(Some((index, *span)));
            }
            index += 1;
        }
        Ok(None)
    }
}

/// Joins spans that touch or overlap and sums up the business time.
fn merged(given: impl Iterator<Item = (i64, i64)>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (open, close) in given {
        match spans.last_mut() {
            Some(last) if open <= last.close => last.close = last.close.max(close),
            Some(_) | None => spans.push(Span {
                open,
                close,
                passed: 0,
            }),
        }
    }
    let mut passed = 0;
    for span in &mut spans {
        passed += span.close - span.open;
        span.passed = passed;
    }
    spans
}

/// Lists for each slot of `2^bits` the first span whose `key` lies after the slot's beginning.
fn index(spans: &[Span], bits: u32, key: impl Fn(&Span) -> i64) -> Vec<u32> {
    let mut slots = Vec::new();
    for (index, span) in spans.iter().enumerate() {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        while (slots.len() as i64) << bits < key(span) {
            slots.push(index);
        }
    }
    slots
}
