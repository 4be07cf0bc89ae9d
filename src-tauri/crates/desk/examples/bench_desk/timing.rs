//! Times, and what is told of many of them.

use std::time::Instant as Stopwatch;

/// Times of calls, in milliseconds.
#[derive(Default)]
pub struct Times(Vec<f64>);

impl Times {
    /// Calls so many times, and times each call.
    pub fn of<T, E>(rounds: usize, mut call: impl FnMut() -> Result<T, E>) -> Result<Self, E> {
        let mut times = Self::default();
        for _ in 0..rounds {
            times.take(&mut call)?;
        }
        Ok(times)
    }

    /// Calls once, and times the call.
    pub fn take<T, E>(&mut self, call: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let begun = Stopwatch::now();
        let value = call()?;
        self.note(begun);
        Ok(value)
    }

    /// Notes what has passed.
    pub fn note(&mut self, begun: Stopwatch) {
        self.0.push(begun.elapsed().as_secs_f64() * 1e3);
    }

    /// Adds other times.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Gives the time that so large a share of the calls keeps.
    pub fn quantile(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (share * sorted.len() as f64).ceil() as usize;
        let place = rank.saturating_sub(1);
        sorted.get(place).copied().unwrap_or(f64::NAN)
    }

    /// Gives the middle one.
    pub fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// Gives the longest.
    pub fn longest(&self) -> f64 {
        self.quantile(1.0)
    }
}
