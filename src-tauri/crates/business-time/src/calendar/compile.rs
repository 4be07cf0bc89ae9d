use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::{
    BusinessCalendar, CalendarProblem, HoursOf, days::Days, rules::Rules, span_table::SpanTable,
    zone::Zone,
};
use crate::{CalendarVersion, Holidays, Interval, range, weekly_hours::WEEK};

/// Checks the versions and compiles them.
pub(super) fn calendar(
    versions: &[CalendarVersion],
    holidays: &Holidays,
) -> Result<BusinessCalendar, Vec<CalendarProblem>> {
    let mut versions = versions.to_vec();
    versions.sort_by_key(|version| version.effective_on);
    let problems = problems(&versions);
    match versions.as_slice() {
        [first, later @ ..] if problems.is_empty() => {
            let rules = Rules::new(first, later, holidays);
            Ok(compiled(rules, Zone::new(first.time_zone)))
        }
        _ => Err(problems),
    }
}

fn compiled(rules: Rules, zone: Zone) -> BusinessCalendar {
    let mut days = Days::default();
    let mut spans = Vec::new();
    for on in range::dates() {
        let rule = rules.on(on);
        let hours = rule.hours_on(on, rules.holidays()).unwrap_or_default();
        let mut close = None;
        for span in zone.spans(on, hours) {
            close = close.max(Some(span.1));
            spans.push((span.0.as_micros(), span.1.as_micros()));
        }
        let provisional = rule.national_holidays() && rules.holidays().provisional(on.year());
        days.push(on, close, provisional);
    }
    let (start, end) = zone.range();
    let spans = SpanTable::new(start.as_micros(), end.as_micros(), spans.into_iter());
    BusinessCalendar {
        rules,
        zone,
        spans,
        days,
    }
}

/// Lists what is wrong with versions that are in the order of their dates.
fn problems(versions: &[CalendarVersion]) -> Vec<CalendarProblem> {
    let Some(first) = versions.first() else {
        return vec![CalendarProblem::NoVersion];
    };
    let mut problems = Vec::new();
    for pair in versions.windows(2) {
        if let [one, other] = pair
            && one.effective_on == other.effective_on
        {
            problems.push(CalendarProblem::SameEffectiveDate {
                version: other.id.clone(),
                effective_on: other.effective_on,
            });
        }
    }
    for version in versions {
        if version.time_zone != first.time_zone {
            problems.push(CalendarProblem::OtherTimeZone {
                version: version.id.clone(),
                time_zone: version.time_zone,
                expected: first.time_zone,
            });
        }
        problems.extend(hours_problems(version));
        problems.extend(date_problems(version));
    }
    problems
}

fn hours_problems(version: &CalendarVersion) -> Vec<CalendarProblem> {
    let id = || version.id.clone();
    let mut problems = Vec::new();
    if WEEK
        .iter()
        .all(|weekday| version.weekly.on(*weekday).is_empty())
    {
        problems.push(CalendarProblem::NeverOpen { version: id() });
    }
    let week = WEEK
        .iter()
        .map(|day| (HoursOf::Weekday(*day), version.weekly.on(*day)));
    let dated = version
        .overrides
        .iter()
        .map(|day| (HoursOf::Date(day.on), &*day.intervals));
    let overlaps = week
        .chain(dated)
        .filter(|(_, intervals)| overlap(intervals));
    problems.extend(overlaps.map(|(on, _)| CalendarProblem::Overlap { version: id(), on }));
    problems
}

fn overlap(intervals: &[Interval]) -> bool {
    let mut sorted = intervals.to_vec();
    sorted.sort_unstable();
    sorted
        .windows(2)
        .any(|pair| matches!(pair, [one, next] if next.open() < one.close()))
}

fn date_problems(version: &CalendarVersion) -> Vec<CalendarProblem> {
    let closing: Vec<NaiveDate> = version.closing_days.iter().map(|day| day.on).collect();
    let overrides: Vec<NaiveDate> = version.overrides.iter().map(|day| day.on).collect();
    let mut problems = Vec::new();
    for dates in [closing, overrides] {
        let mut seen = BTreeSet::new();
        for on in dates {
            let version = version.id.clone();
            if !range::covers(on) {
                problems.push(CalendarProblem::DateOutOfRange { version, on });
            } else if !seen.insert(on) {
                problems.push(CalendarProblem::DateTwice { version, on });
            }
        }
    }
    problems
}
