//! Lists of holidays and calendars as nobody publishes them: read, or refused with what is wrong, in bounded time.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use business_time::{
    BusinessCalendar, BusinessDuration, CalendarVersion, Holidays, Instant, read_calendars,
    read_holidays,
};
use proptest::prelude::*;

const LISTS: [&[u8]; 2] = [
    include_bytes!("../../../../tests/vectors/holidays.csv"),
    include_bytes!("../../../../tests/vectors/holidays_cp932.csv"),
];
const CALENDARS: &str = include_str!("../../../../tests/vectors/calendars.json");

/// What a damaged file gets in the middle of it.
const PIECES: [&str; 16] = [
    "\"",
    ",",
    "\n",
    "\u{0}",
    "\u{202e}",
    "9999/12/31,x\n",
    "2026/2/29,x\n",
    "24:00",
    "\"America/Sao_Paulo\"",
    "[",
    "{",
    "0",
    "-",
    "true",
    "null",
    "\"02-29\"",
];

/// Where, with which piece or byte, and how a file is damaged.
type Damage = (prop::sample::Index, u8, usize);

fn changes() -> impl Strategy<Value = Vec<Damage>> {
    prop::collection::vec(
        (any::<prop::sample::Index>(), any::<u8>(), 0_usize..40),
        0..10,
    )
}

fn damaged(bytes: &[u8], changes: &[Damage]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, byte, how) in changes {
        let at = at.index(bytes.len() + 1);
        let end = (at + how).min(bytes.len());
        match how {
            0..=9 => {
                if let Some(place) = bytes.get_mut(at) {
                    *place = *byte;
                }
            }
            10..=14 => drop(bytes.drain(at..end)),
            15..=19 => {
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            _ => {
                let piece = PIECES[usize::from(*byte) % PIECES.len()];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

/// Asks a calendar what it must answer or refuse whatever it was made of.
fn ask(calendar: &BusinessCalendar, micros: i64) {
    let at = Instant::from_micros(micros);
    let _ = calendar.is_open(at);
    let _ = calendar.next_change(at);
    let _ = calendar.add(at, BusinessDuration::from_hours(micros % 10_000));
    let _ = calendar.between(Instant::from_micros(0), at);
    let on = calendar.date_of(at);
    let _ = calendar.day(on);
    let _ = calendar.nth_business_day_after(on, 10_000);
    let _ = calendar.business_day_on_or_before(on);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_list_of_holidays_is_read_or_refused_with_lines(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..500),
            (prop::sample::select(&LISTS[..]), changes()).prop_map(|(list, changes)| damaged(list, &changes)),
        ],
    ) {
        let lines = bytes.split(|it| *it == b'\n').count();
        match read_holidays(&bytes) {
            Ok(holidays) => prop_assert!(holidays.years.keys().all(|year| (1955..=2100).contains(year))),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.iter().all(|it| (1..=lines).contains(&it.line)));
            }
        }
    }

    #[test]
    fn any_table_of_calendars_is_read_or_refused(text in "\\PC{0,200}", changes in changes()) {
        let _ = read_calendars(&text);
        let damaged = String::from_utf8_lossy(&damaged(CALENDARS.as_bytes(), &changes)).into_owned();
        if let Ok(calendars) = read_calendars(&damaged) {
            prop_assert!(calendars.iter().all(|(name, it)| *name == it.id));
        }
    }
}

proptest! {
    // Compiling a calendar takes a while.
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: ProptestConfig::default().cases / 16 + 1,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_calendar_is_compiled_or_refused_and_answers(
        changes in changes(),
        more in "[a-z]{0,8}",
        at in any::<i64>(),
        dates in prop::collection::vec((0_i32..10_000, 1_u32..13, 1_u32..32), 0..4),
    ) {
        let on = |(year, month, day)| format!("\"{year:04}-{month:02}-{day:02}\"");
        let dates: Vec<String> = dates.into_iter().map(on).collect();
        let with_dates = CALENDARS.replacen("\"closing_days\": [", &format!("\"closing_days\": [{}", dates.join(",")), 1);
        let damaged = String::from_utf8_lossy(&damaged(with_dates.as_bytes(), &changes)).into_owned();
        let mut versions: Vec<CalendarVersion> = read_calendars(&damaged).unwrap_or_default().into_values().take(1).collect();
        versions.extend(versions.first().cloned().map(|it| CalendarVersion { id: more, ..it }));
        for version in &mut versions {
            version.effective_on = version.effective_on.checked_add_days(chrono::Days::new(at.unsigned_abs() % 60_000)).unwrap();
        }
        let one = versions.len().min(usize::try_from(at.rem_euclid(3)).unwrap());
        if let Ok(calendar) = BusinessCalendar::compile(&versions[..one], &Holidays::shipped()) {
            ask(&calendar, at);
            ask(&calendar, at % 4_000_000_000_000_000);
        }
    }
}

#[test]
fn files_made_to_be_slow_are_not() {
    let same = "2026/1/1,x\n".repeat(200_000);
    assert_eq!(read_holidays(same.as_bytes()).unwrap_err().len(), 199_999);
    let quoted = format!("2026/1/1,{}\n", "\"\"".repeat(1 << 20));
    assert!(read_holidays(quoted.as_bytes()).is_ok());
    let long = format!("2026/1/1,{}\n", "長".repeat(1 << 20));
    assert!(read_holidays(long.as_bytes()).is_ok());
    assert!(read_holidays(&b"\x81\n".repeat(1 << 20)).is_err());
    assert!(read_calendars(&"[".repeat(100_000)).is_err());
    assert!(read_calendars(&"{\"x\":".repeat(100_000)).is_err());
    let days = vec!["\"2026-01-01\""; 100_000].join(",");
    let many = CALENDARS.replacen(
        "\"closing_days\": [",
        &format!("\"closing_days\": [{days},"),
        1,
    );
    let many = many.replace(",]", "]");
    assert_ne!(many.len(), CALENDARS.len(), "the list was found");
    for version in read_calendars(&many)
        .unwrap()
        .into_values()
        .filter(|it| it.closing_days.len() > 1_000)
    {
        let problems = BusinessCalendar::compile(&[version], &Holidays::shipped()).unwrap_err();
        assert!(problems.len() > 99_000);
    }
}
