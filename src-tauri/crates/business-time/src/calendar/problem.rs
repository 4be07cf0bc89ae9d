use chrono::{NaiveDate, Weekday};
use chrono_tz::Tz;

/// The day whose hours are meant.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum HoursOf {
    /// A day of the week.
    Weekday(Weekday),
    /// The date of an override.
    Date(NaiveDate),
}

/// What is wrong with the versions of a calendar; `version` is the id of the one concerned.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CalendarProblem {
    /// There is no version at all.
    #[error("no version")]
    NoVersion,
    /// Two versions are effective from the same date.
    #[error("{version}: another version is effective on {effective_on} too")]
    SameEffectiveDate {
        /// The later one in the list.
        version: String,
        /// The date that both have.
        effective_on: NaiveDate,
    },
    /// The versions of one calendar do not share their time zone.
    #[error("{version}: its time zone {time_zone} is not {expected}, that of the first version")]
    OtherTimeZone {
        /// The version that differs from the first.
        version: String,
        /// Its zone.
        time_zone: Tz,
        /// The zone of the first version.
        expected: Tz,
    },
    /// The week has no opening hours.
    #[error("{version}: no opening hours in the week")]
    NeverOpen {
        /// The version.
        version: String,
    },
    /// Two intervals of one day overlap.
    #[error("{version}: intervals overlap on {on:?}")]
    Overlap {
        /// The version.
        version: String,
        /// The day.
        on: HoursOf,
    },
    /// A date has two overrides, or is a closing day twice.
    #[error("{version}: {on} is named twice")]
    DateTwice {
        /// The version.
        version: String,
        /// The date.
        on: NaiveDate,
    },
    /// An override or a closing day lies outside 1955–2100.
    #[error("{version}: {on} is outside the years 1955 to 2100")]
    DateOutOfRange {
        /// The version.
        version: String,
        /// The date.
        on: NaiveDate,
    },
}
