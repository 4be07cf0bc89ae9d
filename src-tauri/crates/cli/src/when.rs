//! Instants on the command line.

use std::str::FromStr;

use business_time::{Instant, InstantError, Tz};
use chrono::{NaiveDateTime, TimeZone, Utc};

/// An instant as somebody typed it: with an offset, or by the clock on the centre's wall.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum When {
    /// RFC 3339.
    At(Instant),
    /// A date and time without an offset, in the centre's zone.
    OnTheWall(NaiveDateTime),
}

const SHAPES: [&str; 4] = [
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
];

impl FromStr for When {
    type Err = InstantError;

    fn from_str(text: &str) -> Result<Self, InstantError> {
        let on_the_wall = SHAPES
            .iter()
            .find_map(|shape| NaiveDateTime::parse_from_str(text, shape).ok());
        on_the_wall.map_or_else(
            || Instant::parse(text).map(Self::At),
            |it| Ok(Self::OnTheWall(it)),
        )
    }
}

impl When {
    /// Gives the instant, by the zone of the centre's clock. Of a time that comes twice it is the first; a time that a
    /// change of the clocks skips is taken as if the clocks had not changed yet.
    pub fn in_zone(self, zone: Tz) -> Instant {
        let wall = match self {
            Self::At(at) => return at,
            Self::OnTheWall(wall) => wall,
        };
        let found = zone.from_local_datetime(&wall).earliest();
        let before = || {
            zone.from_local_datetime(&(wall - chrono::TimeDelta::hours(3)))
                .earliest()
        };
        let at = found.or_else(|| Some(before()? + chrono::TimeDelta::hours(3)));
        Instant::from_utc(at.map_or_else(|| wall.and_utc(), |at| at.with_timezone(&Utc)))
    }
}

/// The instant as of which something is shown.
#[derive(clap::Args)]
pub struct AsOf {
    /// Shows what was known at that instant, reckoned as of it
    #[arg(long, value_name = "INSTANT")]
    as_of: Option<When>,
}

impl AsOf {
    /// Gives the instant, by the zone of the centre's clock.
    pub fn at(&self, zone: Tz) -> Option<Instant> {
        self.as_of.map(|when| when.in_zone(zone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, zone: &str, expected: &str) {
        let when: When = text.parse().unwrap();
        let at = when.in_zone(zone.parse().unwrap());
        assert_eq!(at, Instant::parse(expected).unwrap(), "{text}");
    }

    #[test]
    fn a_time_without_offset_is_the_centres() {
        check("2026-11-24T11:06", "Asia/Tokyo", "2026-11-24T02:06:00Z");
        check("2026-11-24 11:06:07", "Asia/Tokyo", "2026-11-24T02:06:07Z");
        check("2026-11-24T11:06:00Z", "Asia/Tokyo", "2026-11-24T11:06:00Z");
        check(
            "2026-11-24T11:06:00+01:00",
            "Asia/Tokyo",
            "2026-11-24T10:06:00Z",
        );
    }

    #[test]
    fn a_change_of_the_clocks_leaves_no_time_without_an_instant() {
        check(
            "2026-11-01 01:30",
            "America/New_York",
            "2026-11-01T05:30:00Z",
        );
        check(
            "2026-03-08 02:30",
            "America/New_York",
            "2026-03-08T07:30:00Z",
        );
    }

    #[test]
    fn other_texts_are_no_instants() {
        for text in ["", "yesterday", "2026-11-24", "2026-13-01T00:00"] {
            assert!(text.parse::<When>().is_err(), "{text}");
        }
    }
}
