use std::collections::BTreeSet;

use super::*;
use crate::{FIRST_YEAR, holidays::shipped};

/// The dates that a special act added (`+`) or took away (`-`) in single years, with what followed
/// from that.
const SPECIAL_ACTS: &[&str] = &[
    "+1959-04-10",
    "+1989-02-24",
    "+1990-11-12",
    "+1993-06-09",
    "+2019-04-30",
    "+2019-05-01",
    "+2019-05-02",
    "+2019-10-22",
    "-2020-07-20",
    "+2020-07-23",
    "+2020-07-24",
    "+2020-08-10",
    "-2020-08-11",
    "-2020-10-12",
    "-2021-07-19",
    "+2021-07-22",
    "+2021-07-23",
    "+2021-08-08",
    "+2021-08-09",
    "-2021-08-11",
    "-2021-10-11",
];

#[test]
fn the_statute_gives_the_published_list_but_for_special_acts() {
    let published = shipped::list();
    let mut differences = Vec::new();
    for (year, days) in &published.years {
        let published: BTreeSet<NaiveDate> = days.iter().map(|(on, _)| *on).collect();
        let computed: BTreeSet<NaiveDate> = in_year(*year).into_keys().collect();
        for on in published.symmetric_difference(&computed) {
            let sign = if published.contains(on) { '+' } else { '-' };
            differences.push(format!("{sign}{on}"));
        }
    }
    assert_eq!(differences, SPECIAL_ACTS);
}

#[test]
fn names_are_those_of_the_published_list() {
    for (year, days) in shipped::list().years.range(FIRST_YEAR..2019) {
        let computed = in_year(*year);
        for (on, name) in days.iter().filter(|(_, name)| name.ends_with("の日")) {
            assert_eq!(computed.get(on), Some(name), "{on}");
        }
    }
}

#[test]
fn substitutes_and_citizens_holidays_are_named() {
    let name = |text: &str| {
        let on: NaiveDate = text.parse().unwrap();
        in_year(on.year()).remove(&on)
    };
    assert_eq!(name("2026-05-06").as_deref(), Some("休日（振替）"));
    assert_eq!(name("2026-09-22").as_deref(), Some("休日（国民の休日）"));
    assert_eq!(name("2032-09-21").as_deref(), Some("休日（国民の休日）"));
    assert_eq!(name("2026-09-24"), None);
}

#[test]
fn the_equinoxes_hold_to_the_end_of_the_range() {
    let equinoxes = |year: i32| {
        let (spring, autumn) = (
            date(Rule::VernalEquinox, year),
            date(Rule::AutumnalEquinox, year),
        );
        (spring.unwrap().day(), autumn.unwrap().day())
    };
    assert_eq!(equinoxes(2033), (20, 23));
    assert_eq!(equinoxes(2044), (20, 22));
    assert_eq!(equinoxes(2092), (19, 22));
    assert_eq!(equinoxes(2099), (20, 23));
    assert_eq!(equinoxes(2100), (20, 23));
}
