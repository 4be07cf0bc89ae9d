//! The government's list and the vectors of holidays, as they are.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;

use business_time::{
    FIRST_YEAR, HolidaySource, Holidays, ImportedHolidays, LAST_YEAR, read_holidays,
};
use chrono::NaiveDate;

const GOVERNMENT: &[u8] = include_bytes!("../../../../tests/vectors/syukujitsu.csv");
const VECTORS: &[u8] = include_bytes!("../../../../tests/vectors/holidays.csv");
const VECTORS_CP932: &[u8] = include_bytes!("../../../../tests/vectors/holidays_cp932.csv");

fn days(list: &ImportedHolidays) -> Vec<(NaiveDate, String)> {
    list.years.values().flatten().cloned().collect()
}

#[test]
fn what_is_shipped_is_the_governments_list() {
    let list = read_holidays(GOVERNMENT).unwrap();
    assert_eq!(days(&list).len(), 1_067);
    let holidays = Holidays::shipped();
    let shipped: Vec<_> = (FIRST_YEAR..=2027)
        .flat_map(|year| holidays.in_year(year))
        .collect();
    assert!(
        shipped
            .iter()
            .all(|holiday| holiday.source == HolidaySource::Shipped)
    );
    let shipped: Vec<_> = shipped.into_iter().map(|day| (day.on, day.name)).collect();
    assert_eq!(shipped, days(&list));
    assert_eq!(list.difference_to(&holidays), []);
}

#[test]
fn the_governments_list_reads_the_same_line_by_line() {
    let text = encoding_rs::SHIFT_JIS.decode(GOVERNMENT).0;
    let list: BTreeMap<NaiveDate, String> = days(&read_holidays(GOVERNMENT).unwrap())
        .into_iter()
        .collect();
    for line in text.split("\r\n").skip(1).filter(|line| !line.is_empty()) {
        let (date, name) = line.split_once(',').unwrap();
        let on = NaiveDate::parse_from_str(date, "%Y/%m/%d").unwrap();
        assert_eq!(list.get(&on).map(String::as_str), Some(name), "{line}");
    }
}

#[test]
fn what_is_computed_is_what_the_vectors_expect() {
    let list = read_holidays(VECTORS).unwrap();
    let holidays = Holidays::shipped();
    for year in 2028..=2032 {
        let computed: Vec<_> = holidays
            .in_year(year)
            .into_iter()
            .map(|day| (day.on, day.name))
            .collect();
        assert_eq!(Some(&computed), list.years.get(&year));
        assert!(holidays.provisional(year));
    }
    assert_eq!(list.difference_to(&holidays), []);
}

#[test]
fn both_layouts_of_a_list_give_the_same_dates() {
    let dates = |bytes: &[u8]| -> Vec<NaiveDate> {
        days(&read_holidays(bytes).unwrap())
            .into_iter()
            .map(|(on, _)| on)
            .collect()
    };
    assert_eq!(dates(VECTORS), dates(VECTORS_CP932));
    assert_eq!(dates(VECTORS).len(), 255);
}

#[test]
fn an_imported_list_is_no_longer_provisional() {
    let holidays = Holidays::shipped().with_imported(&read_holidays(VECTORS_CP932).unwrap());
    assert!(!holidays.provisional(2032) && holidays.provisional(2033));
    assert_eq!(holidays.source(2018), Some(HolidaySource::Shipped));
    assert_eq!(holidays.source(2019), Some(HolidaySource::Imported));
}

#[test]
fn every_year_to_the_last_has_its_holidays() {
    let holidays = Holidays::shipped();
    for year in 2028..=LAST_YEAR {
        let count = holidays.in_year(year).len();
        assert!((16..=21).contains(&count), "{year} has {count}");
    }
}
