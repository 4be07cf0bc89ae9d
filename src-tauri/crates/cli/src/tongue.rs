//! What sentences are made with: a language, the centre's clock and the names in its packs.

use std::sync::Arc;

use business_time::{BusinessDuration, Instant, Tz};
use chrono::{Datelike, NaiveDate};
use desk::{Desk, Rules};
use policy::ProductId;

use crate::i18n::Words;

/// A language at a place and time.
pub struct Tongue {
    /// The catalogue.
    pub words: &'static Words,
    /// The rules in force: they know the zone and the products.
    pub rules: Arc<Rules>,
    /// The instant as of which is told; dates of its year are written without the year.
    pub now: Instant,
}

impl Tongue {
    /// Takes the rules and the clock of a desk.
    pub fn of(desk: &Desk, words: &'static Words) -> Self {
        Self {
            words,
            rules: desk.rules(),
            now: desk.now(),
        }
    }

    /// Gives the centre's time zone.
    pub fn zone(&self) -> Tz {
        self.rules.calendar.time_zone()
    }

    /// Writes an instant by the centre's clock: `11/24(火) 11:06`, `Tue 24 Nov 11:06`.
    pub fn moment(&self, at: Instant) -> String {
        let wall = at.to_utc().with_timezone(&self.zone());
        format!("{} {}", self.day(wall.date_naive()), wall.format("%-H:%M"))
    }

    /// Writes a date, with the year where it is not the present one.
    pub fn day(&self, on: NaiveDate) -> String {
        let this_year = self.rules.calendar.date_of(self.now).year();
        (self.words.day)(on, on.year() != this_year)
    }

    /// Gives the name of a product family in its newest pack, or its id where no pack is known.
    pub fn product(&self, product: &ProductId) -> String {
        let newest = self.rules.packs.versions_of(product.as_str()).last();
        newest.map_or_else(
            || product.to_string(),
            |pack| (self.words.name)(&pack.content().name).to_owned(),
        )
    }
}

/// Writes business time as h:mm, with a minus sign when it is over. Minutes that have begun count as left.
pub fn span(time: BusinessDuration) -> String {
    let minutes = time.as_micros().div_euclid(60_000_000)
        + i64::from(time.as_micros().rem_euclid(60_000_000) > 0);
    let sign = if time.is_negative() { "−" } else { "" };
    format!("{sign}{}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// Writes time that was taken: whole minutes of it.
pub fn taken(time: BusinessDuration) -> String {
    span(BusinessDuration::from_minutes(time.as_secs() / 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_left_is_read_off_as_from_a_clock() {
        let seconds = |seconds| span(BusinessDuration::from_secs(seconds));
        assert_eq!(seconds(8_040), "2:14");
        assert_eq!(seconds(-4_800), "−1:20");
        assert_eq!(seconds(23 * 60 + 55), "0:24");
        assert_eq!(seconds(-390), "−0:06");
        assert_eq!(seconds(0), "0:00");
        assert_eq!(taken(BusinessDuration::from_secs(4_379)), "1:12");
    }
}
