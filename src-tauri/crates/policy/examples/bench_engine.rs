//! Measures the engine for `cargo xtask bench`: `name<TAB>nanoseconds` a line.
#![expect(
    clippy::print_stdout,
    reason = "the report is read from the standard output"
)]

use std::error::Error;
use std::hint::black_box;
use std::time::Instant as Stopwatch;

use business_time::{
    BusinessCalendar, BusinessDuration, CalendarVersion, FIRST_YEAR, Holidays, Instant, LAST_YEAR,
    WallDuration,
};
use chrono::{Datelike, NaiveDate};
use policy::{Facts, ImpactLevel, Pack, Thresholds, evaluate, explain};

const CASES: usize = 65_536;
const ROUNDS: usize = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let calendar = BusinessCalendar::compile(&[CalendarVersion::standard()], &Holidays::shipped())
        .map_err(|problems| format!("{problems:?}"))?;
    let pack = Pack::shipped().first().ok_or("no pack is shipped")?;
    let thresholds = Thresholds::default();
    let table = BareTable::new(&calendar)?;
    let additions = additions()?;
    table.check(&additions)?;
    let inquiries: Vec<_> = additions.iter().map(inquiry).collect();

    let evaluate = |facts: &Facts, now: Instant| evaluate(pack, &calendar, &thresholds, facts, now);
    let explain = |facts: &Facts, now: Instant| explain(pack, &calendar, &thresholds, facts, now);
    report(
        "add",
        measure(&additions, |(at, by)| calendar.add(*at, *by)),
    );
    report(
        "look_up",
        measure(&additions, |(at, _)| table.next_closing(at.as_micros())),
    );
    report(
        "fixed_step",
        measure(&additions, |(at, _)| table.fixed_step(at.as_micros())),
    );
    report(
        "binary_search",
        measure(&additions, |(at, _)| table.binary_search(at.as_micros())),
    );
    report(
        "verdict",
        measure(&inquiries, |(facts, now)| evaluate(facts, *now)),
    );
    let both = |facts: &Facts, now| (evaluate(facts, now), explain(facts, now));
    report(
        "explained",
        measure(&inquiries, |(facts, now)| both(facts, *now)),
    );
    Ok(())
}

fn report(name: &str, nanoseconds: f64) {
    println!("{name}\t{nanoseconds:.2}");
}

/// Makes an inquiry received at the instant: of every level, judged up to five days
/// later, one in three answered then.
fn inquiry((at, by): &(Instant, BusinessDuration)) -> (Facts, Instant) {
    let now = at.plus_wall(WallDuration::from_micros(3 * by.as_micros()));
    let turn = usize::try_from(by.as_micros() % 12).unwrap_or(0);
    let facts = Facts {
        level: ImpactLevel::ALL.get(turn / 3).copied(),
        responded_at: (turn % 3 == 0).then_some(now),
        ..Facts::received(*at)
    };
    (facts, now)
}

/// Makes pairs of an instant of 2010–2040 and up to five days of business time, in no order and the
/// same in every run. So many that no processor learns them by heart.
fn additions() -> Result<Vec<(Instant, BusinessDuration)>, Box<dyn Error>> {
    let first = Instant::parse("2010-01-01T00:00:00Z")?.as_micros();
    let last = Instant::parse("2040-01-01T00:00:00Z")?.as_micros();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = move |bound: i64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        i64::try_from(state >> 1).unwrap_or(0) % bound
    };
    let week = BusinessDuration::from_hours(40).as_micros();
    Ok((0..CASES)
        .map(|_| {
            let at = Instant::from_micros(first + below(last - first));
            (at, BusinessDuration::from_micros(below(week)))
        })
        .collect())
}

/// Returns the nanoseconds of one call: the best of many rounds over all cases, since what
/// disturbs only ever adds.
fn measure<C, R>(cases: &[C], call: impl Fn(&C) -> R) -> f64 {
    let round = || {
        let begun = Stopwatch::now();
        for case in cases {
            black_box(call(black_box(case)));
        }
        begun.elapsed().as_nanos()
    };
    let best = (0..ROUNDS).map(|_| round()).min().unwrap_or_default();
    best as f64 / cases.len() as f64
}

/// The table of a bare look-up: the closings in order, and an index over even slots of time. It
/// knows nothing of business time and checks no range. Adding is one look-up there and one back.
struct BareTable {
    start: i64,
    closings: Vec<i64>,
    slots: Vec<usize>,
}

/// A slot of time: half a day.
const SLOT: i64 = 43_200_000_000;

impl BareTable {
    fn new(calendar: &BusinessCalendar) -> Result<Self, Box<dyn Error>> {
        let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).ok_or("no first date")?;
        let start = Instant::parse(&format!("{FIRST_YEAR}-01-01T00:00:00+09:00"))?.as_micros();
        let mut closings = Vec::new();
        let mut slots = Vec::new();
        for (number, on) in (0..).zip(first.iter_days().take_while(|on| on.year() <= LAST_YEAR)) {
            let close = calendar.close_of(on)?.map(Instant::as_micros);
            for slot in 2 * number..2 * (number + 1) {
                let passed = close.is_some_and(|close| close <= start + slot * SLOT);
                slots.push(closings.len() + usize::from(passed));
            }
            closings.extend(close);
        }
        Ok(Self {
            start,
            closings,
            slots,
        })
    }

    /// Checks that all look-ups find the same, so that the figures compare like with like.
    fn check(&self, cases: &[(Instant, BusinessDuration)]) -> Result<(), Box<dyn Error>> {
        let agree = |at: i64| {
            let found = self.next_closing(at);
            found.is_some() && found == self.fixed_step(at) && found == self.binary_search(at)
        };
        if cases.iter().all(|(at, _)| agree(at.as_micros())) {
            return Ok(());
        }
        Err("the look-ups find different closings".into())
    }

    /// The bare look-up: from an instant to the closing that comes next, by the index and a search
    /// in the list from there. Like adding, it is right for any opening hours.
    fn next_closing(&self, at: i64) -> Option<i64> {
        let mut closings = self.closings.get(self.first(at)?..)?.iter();
        closings.find(|closing| **closing > at).copied()
    }

    /// The same by one fixed step and no search: the least that can be done, and right only where
    /// no slot has two closings, as in the standard calendar.
    fn fixed_step(&self, at: i64) -> Option<i64> {
        let first = self.first(at)?;
        let step = usize::from(*self.closings.get(first)? <= at);
        self.closings.get(first + step).copied()
    }

    /// The same without the index, as the standard library has it.
    fn binary_search(&self, at: i64) -> Option<i64> {
        let next = self.closings.partition_point(|closing| *closing <= at);
        self.closings.get(next).copied()
    }

    /// Finds the first closing that may come after an instant, by its slot.
    fn first(&self, at: i64) -> Option<usize> {
        let slot = usize::try_from((at - self.start) / SLOT).ok()?;
        self.slots.get(slot).copied()
    }
}
