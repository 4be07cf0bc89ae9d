//! Calendars, packs and instants for the tests.

use std::sync::LazyLock;

use business_time::{BusinessCalendar, CalendarVersion, Holidays, Instant, read_calendars};
use policy::{DayLimit, Evaluation, Facts, ImpactLevel, Pack, Thresholds};

/// The calendars of the vectors: `std`, `nat` and `extra`.
pub const CALENDARS: &str = include_str!("../../../../../tests/vectors/calendars.json");

/// Monday to Friday 09:30–17:30 without national holidays and new year's days.
pub static STANDARD: LazyLock<BusinessCalendar> =
    LazyLock::new(|| compiled(&[read_calendars(CALENDARS).unwrap().remove("std").unwrap()]));

pub fn compiled(versions: &[CalendarVersion]) -> BusinessCalendar {
    BusinessCalendar::compile(versions, &Holidays::shipped()).unwrap()
}

/// An instant in Tokyo, written `2026-11-24 11:06` with seconds and their fraction if need be.
#[track_caller]
pub fn at(text: &str) -> Instant {
    let seconds = if text.len() == "2026-11-24 11:06".len() {
        ":00"
    } else {
        ""
    };
    Instant::parse(&format!("{}{seconds}+09:00", text.replacen(' ', "T", 1))).unwrap()
}

pub fn clomo(day_limit: DayLimit) -> Pack {
    Pack::shipped()[0].clone().with_day_limit(day_limit)
}

pub fn level(word: &str) -> Option<ImpactLevel> {
    (word != "-").then(|| word.parse().unwrap())
}

pub fn open(received: &str, level_word: &str) -> Facts {
    Facts {
        level: level(level_word),
        ..Facts::received(at(received))
    }
}

pub fn evaluate(facts: &Facts, now: Instant) -> Evaluation {
    policy::evaluate(
        &clomo(DayLimit::Carried),
        &STANDARD,
        &Thresholds::default(),
        facts,
        now,
    )
    .unwrap()
}
