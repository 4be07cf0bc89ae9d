//! The figures against a second computation that shares nothing with them: from raw events, from minute to minute.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod draw;
mod naive;
mod walk;

use std::collections::BTreeMap;

use business_time::{BusinessCalendar, CalendarVersion, ClosingDay, Holidays, Instant};
use chrono::NaiveDate;
use draw::Drawn;
use inquiry::Recorded;
use naive::{Naive, Told};
use policy::{Channel, ImpactLevel, PackLibrary};
use report::{
    Basis, Dimension, Entry, Part, Period, Report, Rulebook, Selection, Turned, assess, change,
};

/// Two calendars: verdicts before July rest on the first, all else on the second, which has more closing days.
struct Office {
    packs: PackLibrary,
    versions: [CalendarVersion; 2],
    calendars: BTreeMap<String, BusinessCalendar>,
}

const HASHES: [&str; 2] = ["until June", "from July"];

impl Office {
    fn new() -> Self {
        let closing = |days: &[&str]| {
            let mut version = CalendarVersion::standard();
            version.closing_days = days.iter().map(|on| closed(on)).collect();
            version
        };
        let versions = [
            closing(&["2026-12-28"]),
            closing(&["2026-08-13", "2026-08-14", "2026-12-28", "2026-03-03"]),
        ];
        let compile = |version: &CalendarVersion| {
            BusinessCalendar::compile(std::slice::from_ref(version), &Holidays::shipped()).unwrap()
        };
        let compiled = versions.iter().map(compile);
        Self {
            packs: PackLibrary::shipped(),
            calendars: HASHES
                .map(str::to_owned)
                .into_iter()
                .zip(compiled)
                .collect(),
            versions,
        }
    }

    /// Gives the place of the calendar by which a response of an instant is judged.
    fn judging(responded_at: Instant) -> usize {
        usize::from(responded_at >= instant("2026-07-01T00:00:00+09:00"))
    }

    fn rules(&self) -> Rulebook<'_> {
        Rulebook {
            packs: &self.packs,
            calendar: &self.calendars[HASHES[1]],
            calendars: &self.calendars,
        }
    }
}

fn closed(on: &str) -> ClosingDay {
    ClosingDay {
        on: day(on),
        name: None,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn entry(drawn: &Drawn, rules: &Rulebook<'_>) -> Option<Entry> {
    let recorded: Vec<Recorded<'_>> = drawn.events.iter().map(|it| it.recorded()).collect();
    let state = inquiry::fold(drawn.id, &recorded)?;
    Some(assess(
        state.outline(),
        drawn.customer.as_str().into(),
        rules,
    ))
}

fn selections() -> Vec<Selection> {
    let period = |from: &str, to: &str| Period {
        from: day(from),
        to: day(to),
    };
    let year = Selection::of(period("2026-01-01", "2026-12-31"));
    let by_due = |period| Selection {
        by: Basis::Due,
        ..Selection::of(period)
    };
    vec![
        Selection::of(period("2026-05-01", "2026-05-31")),
        Selection::of(period("2026-12-14", "2026-12-23")),
        by_due(period("2026-05-01", "2026-05-31")),
        by_due(period("2026-08-10", "2026-08-21")),
        Selection {
            products: vec!["clomo".parse().unwrap()],
            levels: vec![Some(ImpactLevel::Outage), None],
            ..year.clone()
        },
        Selection {
            channels: vec![Channel::Phone],
            agents: vec![Some("佐藤".to_owned()), None],
            customers: vec!["例示商事".to_owned(), "見本物流".to_owned()],
            ..year.clone()
        },
        year,
    ]
}

/// Compares every number of a report with the second computation.
#[track_caller]
fn compare(report: &Report<'_>, naive: &Naive<'_>, context: &str) {
    naive.agrees_with(&report.figures, &naive.all(), context);
    if let Some((period, figures)) = &report.before {
        let earlier = naive.of_period(*period);
        naive.agrees_with(figures, &earlier, &format!("{context}, before"));
    }
    for (dimension, groups) in &report.groups {
        let keys = naive.keys(*dimension);
        assert_eq!(groups.len(), keys.len(), "{context} {dimension:?}");
        for group in groups {
            let told = naive.group(*dimension, group.key.as_deref());
            naive.agrees_with(&group.figures, &told, &format!("{context} {:?}", group.key));
        }
    }
    for week in &report.weeks {
        let told = naive.week(week.monday);
        naive.agrees_with(&week.figures, &told, &format!("{context} {}", week.monday));
    }
    naive.agrees_on_heat(&report.receipts, |_| true);
    naive.agrees_on_heat(&report.breaches, |it| naive.is_breach(it));
    naive.agrees_on_lengths(&report.distributions);
    let behind = |part| report.behind(part, None).count();
    for part in Part::ALL {
        assert_eq!(
            behind(part),
            report.figures.count(part) as usize,
            "{part:?}"
        );
    }
}

fn check(seed: u64, count: usize, second: bool) {
    let office = Office::new();
    let now = instant("2026-12-23T12:00:00+09:00");
    let unit = if second { 1 } else { 60 };
    let drawn = draw::inquiries(seed, count, unit, &office, now);
    let rules = office.rules();
    let entries: Vec<Entry> = drawn.iter().filter_map(|it| entry(it, &rules)).collect();
    let walks = office
        .versions
        .each_ref()
        .map(|it| walk::Walk::new(it, unit));
    let told: Vec<Told> = drawn.iter().map(|it| Told::of(it, &walks)).collect();
    assert_eq!(entries.len(), told.len());
    for selection in selections() {
        let context = format!("seed {seed}, {selection:?}");
        let report = Report::of(&entries, selection.clone(), now);
        let naive = Naive::new(&told, &selection, now, unit);
        compare(&report, &naive, &context);
    }
}

/// 5,000 inquiries a seed, with everything that can happen at whole minutes.
fn check_seeds(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        check(seed, 5_000, false);
    }
}

#[test]
fn the_first_five_seeds_agree() {
    check_seeds(0..5);
}

#[test]
fn the_second_five_seeds_agree() {
    check_seeds(5..10);
}

#[test]
fn the_third_five_seeds_agree() {
    check_seeds(10..15);
}

#[test]
fn the_last_five_seeds_agree() {
    check_seeds(15..20);
}

#[test]
fn instants_of_seconds_agree() {
    check(20, 300, true);
}

/// A test of the test: what is drawn holds everything that a report tells apart.
#[test]
fn what_is_drawn_leaves_no_part_empty() {
    let office = Office::new();
    let now = instant("2026-12-23T12:00:00+09:00");
    let drawn = draw::inquiries(0, 5_000, 60, &office, now);
    let rules = office.rules();
    let entries: Vec<Entry> = drawn.iter().filter_map(|it| entry(it, &rules)).collect();
    let year = Period {
        from: day("2026-01-01"),
        to: day("2026-12-31"),
    };
    let report = Report::of(&entries, Selection::of(year), now);
    for part in Part::ALL {
        assert!(report.figures.count(part) > 20, "{part:?}");
    }
    assert!(
        report.groups[&Dimension::Agent]
            .iter()
            .any(|it| it.key.is_none())
    );
    let causes = &report.groups[&Dimension::Cause];
    assert_eq!(
        causes.len(),
        policy::Cause::ALL.len() + 1,
        "and one without"
    );
    let missed: u32 = causes.iter().map(|it| it.figures.count(Part::Missed)).sum();
    assert_eq!(missed, report.figures.count(Part::Missed));
    let rejudged = entries.iter().filter(|it| it.overrun.is_some()).count();
    assert!(rejudged > 500, "{rejudged}");
}

#[test]
fn an_erased_name_is_no_change_of_what_was_signed_off_and_the_passing_of_time_is_none() {
    let office = Office::new();
    let now = instant("2026-12-23T12:00:00+09:00");
    let rules = office.rules();
    let year = Selection::of(Period {
        from: day("2026-01-01"),
        to: day("2026-12-31"),
    });
    for drawn in draw::inquiries(3, 500, 60, &office, now) {
        let entry = entry(&drawn, &rules).unwrap();
        let erased = Entry {
            customer: "".into(),
            ..entry.clone()
        };
        let told = |before, after| change(before, after, &year, now).map(|it| it.turned);
        assert_eq!(told(Some(&entry), Some(&erased)), None);
        assert_eq!(told(None, Some(&entry)), Some(Turned::CameIn));
        assert_eq!(told(Some(&entry), None), Some(Turned::FellOut));
    }
}
