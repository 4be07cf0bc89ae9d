use std::fmt;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::WallDuration;

mod format;
mod parse;

/// A point in time: microseconds since the Unix epoch in UTC, from the year 1 to 9999-12-30, so
/// that it can be written in every time zone.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Instant(i64);

/// Why a text or a number is no instant.
#[derive(Copy, Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InstantError {
    /// The text does not have the shape of an RFC 3339 date-time with 0 to 9 fraction digits.
    #[error("not an RFC 3339 date-time")]
    Shape,
    /// The text has the right shape, but names a date, a time or an offset that does not exist.
    #[error("no such date, time or offset")]
    NoSuchTime,
    /// The instant lies before the year 1 or after 9999-12-30 in UTC.
    #[error("outside the years 1 to 9999")]
    OutOfRange,
}

impl Instant {
    /// The first instant: 0001-01-01T00:00:00Z.
    pub const MIN: Self = Self(-62_135_596_800_000_000);
    /// The last instant: 9999-12-30T23:59:59.999999Z.
    pub const MAX: Self = Self(253_402_214_399_999_999);

    /// Makes the instant `micros` microseconds after the Unix epoch; [`Instant::MIN`] or
    /// [`Instant::MAX`] where that lies beyond them.
    pub const fn from_micros(micros: i64) -> Self {
        if micros < Self::MIN.0 {
            Self::MIN
        } else if micros > Self::MAX.0 {
            Self::MAX
        } else {
            Self(micros)
        }
    }

    /// Makes an instant of microseconds that are known to lie in the range.
    pub(crate) const fn known(micros: i64) -> Self {
        Self(micros)
    }

    /// Returns the microseconds since the Unix epoch.
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// Reads an RFC 3339 date-time with any offset and 0 to 9 fraction digits; what is finer than
    /// a microsecond is cut off toward the past.
    ///
    /// # Errors
    /// [`InstantError`] where the shape is another, the date, time or offset does not exist, or
    /// the instant lies outside the range.
    pub fn parse(text: &str) -> Result<Self, InstantError> {
        let micros = parse::micros(text.as_bytes())?;
        Self::try_from(micros)
    }

    /// Returns the same instant as chrono has it.
    pub fn to_utc(self) -> DateTime<Utc> {
        // Every instant in the range has one; the default is never used.
        DateTime::from_timestamp_micros(self.0).unwrap_or_default()
    }

    /// Takes an instant of chrono's, cut to microseconds toward the past and to the range.
    pub fn from_utc(at: DateTime<Utc>) -> Self {
        Self::from_micros(at.timestamp_micros())
    }

    /// Writes the instant as RFC 3339 in UTC (`Z`), with as few fraction digits as it needs.
    pub fn to_rfc3339(self) -> String {
        format::utc(self.0)
    }

    /// Writes the instant as RFC 3339 with the offset that `zone` has then, with as few fraction
    /// digits as it needs.
    pub fn to_rfc3339_in(self, zone: Tz) -> String {
        format::in_zone(self, zone)
    }

    /// Returns the instant that much wall-clock time later (earlier where `by` is negative), held
    /// to the range.
    pub const fn plus_wall(self, by: WallDuration) -> Self {
        Self::from_micros(self.0.saturating_add(by.as_micros()))
    }

    /// Returns the wall-clock time that has passed since `earlier`; negative where it is later.
    pub const fn since(self, earlier: Self) -> WallDuration {
        WallDuration::from_micros(self.0 - earlier.0)
    }
}

impl TryFrom<i64> for Instant {
    type Error = InstantError;

    fn try_from(micros: i64) -> Result<Self, InstantError> {
        if (Self::MIN.0..=Self::MAX.0).contains(&micros) {
            Ok(Self(micros))
        } else {
            Err(InstantError::OutOfRange)
        }
    }
}

impl From<Instant> for i64 {
    fn from(at: Instant) -> Self {
        at.0
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_rfc3339())
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Instant({self})")
    }
}

#[cfg(test)]
mod tests;
