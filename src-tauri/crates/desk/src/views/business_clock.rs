//! The business clock of the centre.

use business_time::{BusinessDuration, Instant, Tz};

use crate::{Desk, DeskError};

/// Whether it is business time, and until when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BusinessClock {
    /// The desk's now.
    pub now: Instant,
    /// Whether it is business time.
    pub open: bool,
    /// When that changes next, or the end of the calendar's years where it never does.
    pub until: Instant,
    /// Business time left until the day's last closing; none while that is past.
    pub left: BusinessDuration,
    /// The centre's time zone.
    pub time_zone: Tz,
}

impl Desk {
    /// Reads the business clock.
    ///
    /// # Errors
    /// [`DeskError::OutOfRange`] outside the calendar's years.
    pub fn business_clock(&self) -> Result<BusinessClock, DeskError> {
        let (rules, now) = (self.rules(), self.now());
        let calendar = &rules.calendar;
        let close = calendar.close_of(calendar.date_of(now))?;
        let left = close.map_or(Ok(BusinessDuration::ZERO), |close| {
            calendar.between(now, close)
        })?;
        Ok(BusinessClock {
            now,
            open: calendar.is_open(now)?,
            until: calendar.stays_until(now)?,
            left: left.max(BusinessDuration::ZERO),
            time_zone: calendar.time_zone(),
        })
    }
}
