//! Laws that hold for every instant and every duration.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::sync::LazyLock;

use business_time::{
    BusinessCalendar, BusinessDuration, CalendarVersion, Holidays, Instant, Interval, TimeOfDay,
    Tz, WeeklyHours,
};
use chrono::FixedOffset;
use proptest::prelude::*;

/// One interval a day and many, with and without changes of the clocks.
static CALENDARS: LazyLock<Vec<BusinessCalendar>> = LazyLock::new(|| {
    let split = toml::from_str(
        r#"mon = ["09:30-12:00", "13:00-17:30"]
        tue = ["22:00-24:00"]
        wed = ["00:00-06:00", "09:30-17:30:07"]
        sun = ["00:00-24:00"]"#,
    );
    let split = CalendarVersion {
        weekly: split.unwrap(),
        ..CalendarVersion::standard()
    };
    // Every other minute of a Monday, and nothing else.
    let minutes = (0..1_440).step_by(2).map(|minute: u32| {
        let at = |minute: u32| TimeOfDay::from_hm(minute / 60, minute % 60).unwrap();
        Interval::new(at(minute), at(minute + 1)).unwrap()
    });
    let minutes = WeeklyHours {
        mon: minutes.collect(),
        ..WeeklyHours::default()
    };
    let zoned = |time_zone| CalendarVersion {
        time_zone,
        ..split.clone()
    };
    [
        CalendarVersion::standard(),
        split.clone(),
        CalendarVersion {
            weekly: minutes,
            ..CalendarVersion::standard()
        },
        zoned(Tz::Europe__Berlin),
        zoned(Tz::America__New_York),
        zoned(Tz::Australia__Lord_Howe),
    ]
    .map(|version| BusinessCalendar::compile(&[version], &Holidays::shipped()).unwrap())
    .into()
});

fn calendar() -> impl Strategy<Value = &'static BusinessCalendar> {
    (0..CALENDARS.len()).prop_map(|index| &CALENDARS[index])
}

/// Instants from 1960 to 2090, whole minutes and others.
fn instant() -> impl Strategy<Value = Instant> {
    let micros = -315_000_000_000_000_i64..3_780_000_000_000_000;
    (micros, any::<bool>()).prop_map(|(micros, whole)| {
        Instant::from_micros(if whole {
            micros - micros.rem_euclid(60_000_000)
        } else {
            micros
        })
    })
}

/// Durations up to some weeks, whole half hours and others.
fn duration() -> impl Strategy<Value = BusinessDuration> {
    prop_oneof![
        (1_i64..200).prop_map(|halves| BusinessDuration::from_minutes(30 * halves)),
        (1_i64..400_000_000_000).prop_map(BusinessDuration::from_micros),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_is_added_has_passed(calendar in calendar(), at in instant(), by in duration()) {
        let until = calendar.add(at, by).unwrap();
        prop_assert_eq!(calendar.between(at, until), Ok(by));
        prop_assert_eq!(calendar.between(until, at), Ok(-by));
    }

    #[test]
    fn what_is_taken_back_leads_to_the_opening(
        calendar in calendar(), at in instant(), by in duration(),
    ) {
        let start = calendar.next_opening(at).unwrap();
        prop_assert_eq!(calendar.add(calendar.add(at, by).unwrap(), -by), Ok(start));
        let before = calendar.add(at, -by).unwrap();
        prop_assert_eq!(calendar.between(before, at), Ok(by));
        prop_assert_eq!(calendar.is_open(before), Ok(true));
    }

    #[test]
    fn the_end_is_the_first_instant(calendar in calendar(), at in instant(), by in duration()) {
        let until = calendar.add(at, by).unwrap();
        let just_before = Instant::from_micros(until.as_micros() - 1);
        prop_assert_eq!(calendar.is_open(just_before), Ok(true));
        prop_assert!(calendar.between(at, just_before).unwrap() < by);
    }

    #[test]
    fn a_sum_may_be_split(
        calendar in calendar(), at in instant(), one in duration(), two in duration(),
    ) {
        let in_two = calendar.add(calendar.add(at, one).unwrap(), two);
        prop_assert_eq!(in_two, calendar.add(at, one + two));
    }

    #[test]
    fn later_stays_later(
        calendar in calendar(), at in instant(), by in duration(), more in duration(),
        later in 0_i64..900_000_000_000,
    ) {
        let after = Instant::from_micros(at.as_micros() + later);
        prop_assert!(calendar.add(at, by).unwrap() <= calendar.add(after, by).unwrap());
        prop_assert!(calendar.add(at, by).unwrap() < calendar.add(at, by + more).unwrap());
        prop_assert!(calendar.next_opening(at).unwrap() <= calendar.next_opening(after).unwrap());
        let passed = calendar.between(at, after).unwrap();
        prop_assert!(passed >= BusinessDuration::ZERO && passed.as_micros() <= later);
    }

    #[test]
    fn time_between_adds_up(
        calendar in calendar(), one in instant(), two in instant(), three in instant(),
    ) {
        let between = |from, to| calendar.between(from, to).unwrap();
        prop_assert_eq!(between(one, two) + between(two, three), between(one, three));
    }

    #[test]
    fn the_offset_of_a_text_does_not_matter(
        calendar in calendar(), at in instant(), by in duration(), offset in -1_439_i32..=1_439,
    ) {
        let offset = FixedOffset::east_opt(offset * 60).unwrap();
        let written = at.to_utc().with_timezone(&offset).to_rfc3339();
        let read = Instant::parse(&written).unwrap();
        prop_assert_eq!(calendar.add(read, by), calendar.add(at, by));
        prop_assert_eq!(calendar.date_of(read), calendar.date_of(at));
    }

    #[test]
    fn openings_changes_and_days_agree(calendar in calendar(), at in instant()) {
        let opening = calendar.next_opening(at).unwrap();
        let change = calendar.next_change(at).unwrap();
        let open = calendar.is_open(at).unwrap();
        prop_assert_eq!(calendar.is_open(opening), Ok(true));
        prop_assert_eq!(open, opening == at);
        prop_assert!(change.at > at && change.opens != open);
        prop_assert_eq!(calendar.is_open(change.at), Ok(change.opens));
        let day = calendar.day(calendar.date_of(at)).unwrap();
        let within = day.intervals.iter().any(|(from, until)| *from <= at && at < *until);
        prop_assert_eq!(open, within);
        prop_assert_eq!(calendar.close_of(day.on), Ok(day.intervals.last().map(|last| last.1)));
    }

    #[test]
    fn business_days_agree_with_the_days(
        calendar in calendar(), at in instant(), n in 1_u32..40,
    ) {
        let on = calendar.date_of(at);
        let is_business = |date: &chrono::NaiveDate| calendar.is_business_day(*date).unwrap();
        let nth = on.iter_days().skip(1).filter(is_business).nth(n as usize - 1).unwrap();
        prop_assert_eq!(calendar.nth_business_day_after(on, n), Ok(nth));
        let before = calendar.business_day_on_or_before(on).unwrap();
        prop_assert!(is_business(&before) && before <= on);
        prop_assert!(before.iter_days().skip(1).take_while(|d| *d <= on).all(|d| !is_business(&d)));
    }
}
