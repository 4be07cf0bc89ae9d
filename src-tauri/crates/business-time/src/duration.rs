use std::ops::{Add, Neg, Sub};

use serde::{Deserialize, Serialize};

/// Declares a signed duration in microseconds; sums that do not fit stay at the nearest bound.
macro_rules! duration {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// No time at all.
            pub const ZERO: Self = Self(0);

            /// Makes a duration of `micros` microseconds.
            pub const fn from_micros(micros: i64) -> Self {
                Self(micros)
            }

            /// Makes a duration of `secs` seconds, or the nearest bound where that does not fit.
            pub const fn from_secs(secs: i64) -> Self {
                Self(secs.saturating_mul(1_000_000))
            }

            /// Makes a duration of `minutes` minutes, or the nearest bound where that does not fit.
            pub const fn from_minutes(minutes: i64) -> Self {
                Self(minutes.saturating_mul(60_000_000))
            }

            /// Makes a duration of `hours` hours, or the nearest bound where that does not fit.
            pub const fn from_hours(hours: i64) -> Self {
                Self(hours.saturating_mul(3_600_000_000))
            }

            /// Returns the duration in microseconds.
            pub const fn as_micros(self) -> i64 {
                self.0
            }

            /// Returns the whole seconds of the duration, cut toward zero.
            pub const fn as_secs(self) -> i64 {
                self.0 / 1_000_000
            }

            /// Tells whether the duration is shorter than none.
            pub const fn is_negative(self) -> bool {
                self.0 < 0
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0.saturating_add(other.0))
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0.saturating_sub(other.0))
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(self.0.saturating_neg())
            }
        }
    };
}

duration! {
    /// A signed length of business time, in microseconds: only what lies in opening hours counts.
    BusinessDuration
}

duration! {
    /// A signed length of wall-clock time, in microseconds: every hour of every day counts.
    WallDuration
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_seconds_are_cut_toward_zero() {
        assert_eq!(BusinessDuration::from_micros(1_999_999).as_secs(), 1);
        assert_eq!(BusinessDuration::from_micros(-1_999_999).as_secs(), -1);
    }

    #[test]
    fn units_agree() {
        assert_eq!(WallDuration::from_hours(2), WallDuration::from_minutes(120));
        assert_eq!(WallDuration::from_minutes(2), WallDuration::from_secs(120));
        assert_eq!(
            WallDuration::from_secs(2),
            WallDuration::from_micros(2_000_000)
        );
    }

    #[test]
    fn sums_beyond_the_bounds_stay_there() {
        let most = BusinessDuration::from_micros(i64::MAX);
        let least = BusinessDuration::from_micros(i64::MIN);
        assert_eq!(most + BusinessDuration::from_secs(1), most);
        assert_eq!(least - BusinessDuration::from_secs(1), least);
        assert_eq!(-least, most);
        assert_eq!(BusinessDuration::from_hours(i64::MAX), most);
        assert_eq!(BusinessDuration::from_minutes(i64::MIN), least);
    }

    #[test]
    fn is_written_as_microseconds() {
        let text = serde_json::to_string(&BusinessDuration::from_secs(-2)).unwrap();
        assert_eq!(text, "-2000000");
        assert_eq!(
            serde_json::from_str::<BusinessDuration>(&text)
                .unwrap()
                .as_secs(),
            -2
        );
    }
}
