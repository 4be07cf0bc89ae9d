//! Where `now` comes from.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use business_time::{Instant, WallDuration};

/// Tells what time it is; the desk asks it once for each call.
pub trait Clock: Send + Sync {
    /// Gives the present instant.
    fn now(&self) -> Instant;
}

/// The computer's clock.
#[derive(Copy, Clone, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        // A clock set before 1970 reads as 1970: the desk then refuses responses, and says so.
        let since_epoch = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Instant::from_micros(i64::try_from(since_epoch.as_micros()).unwrap_or(i64::MAX))
    }
}

/// A clock that stands until it is set; for tests, pictures and the debug window.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// Makes a clock that stands at an instant.
    #[must_use]
    pub const fn new(at: Instant) -> Self {
        Self(AtomicI64::new(at.as_micros()))
    }

    /// Sets the clock, forward or back.
    pub fn set(&self, at: Instant) {
        self.0.store(at.as_micros(), Ordering::SeqCst);
    }

    /// Moves the clock by some wall-clock time.
    pub fn advance(&self, by: WallDuration) {
        self.set(self.now().plus_wall(by));
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst))
    }
}
