//! The window's clock: the computer's, unless a picture or a debug build's test has it otherwise.

use std::sync::Mutex;
use std::sync::PoisonError;

use business_time::{Instant, WallDuration};
use desk::{Clock, SystemClock};

/// Where the window's `now` comes from.
#[derive(Copy, Clone, Debug)]
enum Course {
    /// It runs beside the computer's clock, by a difference that only debug builds set.
    Runs(WallDuration),
    /// It stands.
    Stands(Instant),
}

/// The window's clock.
#[derive(Debug)]
pub struct WindowClock(Mutex<Course>);

impl WindowClock {
    /// Makes a clock that stands at an instant, or runs with the computer's.
    #[must_use]
    pub fn new(stands_at: Option<Instant>) -> Self {
        Self(Mutex::new(
            stands_at.map_or(Course::Runs(WallDuration::ZERO), Course::Stands),
        ))
    }

    /// Lets the clock show `at` and run on from there, or show the computer's time again.
    pub fn set(&self, at: Option<Instant>) {
        let ahead = at.map_or(WallDuration::ZERO, |at| at.since(SystemClock.now()));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Course::Runs(ahead);
    }
}

impl Clock for WindowClock {
    fn now(&self) -> Instant {
        match *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            Course::Runs(ahead) => SystemClock.now().plus_wall(ahead),
            Course::Stands(at) => at,
        }
    }
}
