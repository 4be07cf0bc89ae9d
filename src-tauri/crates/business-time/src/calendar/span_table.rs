use super::OutOfRange;

/// Later than any instant, and far enough from the bounds to be reckoned with.
const NEVER: i64 = i64::MAX / 2;

/// The opening hours of the whole range as one list of spans that neither overlap nor touch, and two
/// indexes into it: by time, and by business time. All times are microseconds.
#[derive(Clone, Debug)]
pub(super) struct SpanTable {
    start: i64,
    end: i64,
    /// The spans in order, and two after them that never come.
    spans: Vec<Span>,
    by_time: Index,
    by_business: Index,
}

/// A span `[open, close)` and the business time that has passed since the start of the range when it
/// closes.
#[derive(Copy, Clone, Debug)]
struct Span {
    open: i64,
    close: i64,
    passed: i64,
}

impl Span {
    /// Returns the business time from the start of the range to `at`, where this span is the first
    /// to close after it.
    fn position(&self, at: i64) -> i64 {
        self.passed - (self.close - at.max(self.open))
    }
}

impl SpanTable {
    /// Makes the table of the spans `(open, close)` within `[start, end]`, in the order in which
    /// they open.
    pub(super) fn new(start: i64, end: i64, spans: impl Iterator<Item = (i64, i64)>) -> Self {
        let mut passed = 0;
        let mut spans: Vec<Span> = merged(spans)
            .into_iter()
            .map(|(open, close)| {
                passed += close - open;
                Span {
                    open,
                    close,
                    passed,
                }
            })
            .collect();
        let by_time = Index::new(&spans, end - start, |span| span.close - start);
        let by_business = Index::new(&spans, passed, |span| span.passed);
        let never = Span {
            open: NEVER,
            close: NEVER,
            passed,
        };
        spans.extend([never; 2]);
        Self {
            start,
            end,
            spans,
            by_time,
            by_business,
        }
    }

    pub(super) fn is_open(&self, at: i64) -> Result<bool, OutOfRange> {
        Ok(self.closing_after(at)?.open <= at)
    }

    pub(super) fn next_opening(&self, at: i64) -> Result<i64, OutOfRange> {
        let open = self.closing_after(at)?.open.max(at);
        if open < self.end {
            Ok(open)
        } else {
            Err(OutOfRange)
        }
    }

    /// Returns the first instant after the range.
    pub(super) fn end(&self) -> i64 {
        self.end
    }

    /// Returns the next opening (`true`) or closing after `at`.
    pub(super) fn next_change(&self, at: i64) -> Result<(i64, bool), OutOfRange> {
        let span = self.closing_after(at)?;
        let change = if span.open > at {
            (span.open, true)
        } else {
            (span.close, false)
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
        Ok(self.closing_after(at)?.position(at))
    }

    /// Returns the instant at which `by` of business time has passed since `at`.
    pub(super) fn add(&self, at: i64, by: i64) -> Result<i64, OutOfRange> {
        let wanted = self.position(at)?.checked_add(by).ok_or(OutOfRange)?;
        // The same business time has passed at a close and at the next opening: what is used up
        // exactly ends at the close, what is taken back exactly begins at the opening.
        let beyond = wanted - i64::from(by > 0);
        let span = self
            .by_business
            .first(&self.spans, beyond, |span| span.passed > beyond)
            .ok_or(OutOfRange)?;
        Ok(span.close - (span.passed - wanted))
    }

    /// Finds the first span that closes after `at`; after the last one that never comes.
    #[inline]
    fn closing_after(&self, at: i64) -> Result<&Span, OutOfRange> {
        if at >= self.end {
            return Err(OutOfRange);
        }
        self.by_time
            .first(&self.spans, at - self.start, |span| span.close > at)
            .ok_or(OutOfRange)
    }
}

/// For each of many even slots of time or business time, the first span that ends after the slot
/// begins.
#[derive(Clone, Debug)]
struct Index {
    slots: Vec<u32>,
    bits: u32,
}

impl Index {
    /// Makes the index over `[0, length)` of spans that end at `end`. A slot is a power of two, so
    /// that it is found by a shift, and no longer than spans are apart on average, so that most
    /// hold one end at most.
    fn new(spans: &[Span], length: i64, end: impl Fn(&Span) -> i64) -> Self {
        let count = i64::try_from(spans.len()).unwrap_or(i64::MAX);
        let bits = (length / count.max(1)).max(1).ilog2();
        let mut first = 0;
        let slots = (0..=(length - 1).max(0) >> bits).map(|slot| {
            let begins = slot << bits;
            first += spans
                .iter()
                .skip(first)
                .take_while(|span| end(span) <= begins)
                .count();
            u32::try_from(first).unwrap_or(u32::MAX)
        });
        Self {
            slots: slots.collect(),
            bits,
        }
    }

    /// Finds the first span that `fits`, which lies in the slot of `place` or after it; none is there
    /// where `place` is negative or too large.
    #[inline]
    fn first<'spans>(
        &self,
        spans: &'spans [Span],
        place: i64,
        fits: impl Fn(&Span) -> bool,
    ) -> Option<&'spans Span> {
        // What is negative becomes too large.
        let slot = usize::try_from(place.cast_unsigned() >> self.bits).ok()?;
        let spans = spans.get(*self.slots.get(slot)? as usize..)?;
        let [first, _] = spans.first_chunk::<2>()?;
        // Nothing foretells this step, so it is reckoned and not branched on.
        let span = spans.get(usize::from(!fits(first)))?;
        if fits(span) {
            return Some(span);
        }
        spans.iter().find(|span| fits(span))
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
