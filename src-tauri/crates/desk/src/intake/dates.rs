//! Instants as tables and forms write them.

use business_time::Instant;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use unicode_normalization::UnicodeNormalization;

/// Reads an instant: RFC 3339, RFC 2822, or a date and time of day in `zone` in the ways that Japanese tables write
/// them (`2026/11/24 10:20`, `2026年11月24日（火）午後3時05分`). A bare date is that day's beginning: no receipt can lie before it.
#[must_use]
pub fn read_instant(text: &str, zone: Tz) -> Option<Instant> {
    let text = text.trim();
    Instant::parse(text)
        .ok()
        .or_else(|| {
            DateTime::parse_from_rfc2822(text)
                .ok()
                .map(|at| Instant::from_utc(at.with_timezone(&Utc)))
        })
        .or_else(|| in_zone(local(text)?, zone))
}

/// Of an hour that a change of clocks makes happen twice the first counts; one that it leaves out does not exist.
fn in_zone(local: NaiveDateTime, zone: Tz) -> Option<Instant> {
    zone.from_local_datetime(&local)
        .earliest()
        .map(|at| Instant::from_utc(at.with_timezone(&Utc)))
}

fn local(text: &str) -> Option<NaiveDateTime> {
    let text: String = text.nfkc().collect();
    let text = without_weekday(&text);
    let afternoon = text.contains("午後") || text.to_ascii_lowercase().ends_with("pm");
    let morning = text.contains("午前") || text.to_ascii_lowercase().ends_with("am");
    let numbers: Vec<u32> = text
        .split(|it: char| !it.is_ascii_digit())
        .filter(|it| !it.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let (date, time) = numbers.split_at_checked(3)?;
    let &[year, month, day] = date else {
        return None;
    };
    let on = NaiveDate::from_ymd_opt(
        i32::try_from(year).ok().filter(|it| *it >= 1900)?,
        month,
        day,
    )?;
    let (hour, minute, second) = match *time {
        [] => (0, 0, 0),
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] | [hour, minute, second, _] => (hour, minute, second),
        [hour] if text.ends_with('時') => (hour, 0, 0),
        _ => return None,
    };
    Some(on.and_time(NaiveTime::from_hms_opt(
        of_day(hour, morning, afternoon)?,
        minute,
        second,
    )?))
}

const fn of_day(hour: u32, morning: bool, afternoon: bool) -> Option<u32> {
    match (morning, afternoon, hour) {
        (false, false, _) => Some(hour),
        (true, false, 12) => Some(0),
        (true, false, 0..=11) | (false, true, 12) => Some(hour),
        (false, true, 0..=11) => Some(hour + 12),
        (_, _, _) => None,
    }
}

fn without_weekday(text: &str) -> String {
    match (text.find('('), text.find(')')) {
        (Some(from), Some(to)) if from < to => {
            let (before, rest) = text.split_at(from);
            format!("{before} {}", rest.get(to - from + 1..).unwrap_or_default())
        }
        (_, _) => text.to_owned(),
    }
    .trim()
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = read_instant(text, chrono_tz::Asia::Tokyo)
            .map(|it| it.to_rfc3339_in(chrono_tz::Asia::Tokyo));
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn dates_are_read_as_tables_write_them() {
        let at = Some("2026-11-24T15:05:00+09:00");
        for text in [
            "2026-11-24T15:05:00+09:00",
            "2026-11-24T06:05:00Z",
            "Tue, 24 Nov 2026 15:05:00 +0900",
            "2026/11/24 15:05",
            "2026/11/24 15:05:00",
            "2026-11-24 15:05",
            "2026.11.24 15:05:00.000",
            "2026年11月24日 15時05分",
            "2026年11月24日（火）午後3時05分",
            "２０２６／１１／２４　１５：０５",
            "2026/11/24 3:05 PM",
        ] {
            check(text, at);
        }
        check("2026/1/4 9:05", Some("2026-01-04T09:05:00+09:00"));
        check("2026-11-24", Some("2026-11-24T00:00:00+09:00"));
        check("2026/11/24 午前12時10分", Some("2026-11-24T00:10:00+09:00"));
        check("2026年11月24日 9時", Some("2026-11-24T09:00:00+09:00"));
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        for text in [
            "",
            "昨日",
            "2026/13/01",
            "2026/11/24 25:00",
            "11/24 10:00",
            "24/11/2026 10:00",
            "2026/11/24 午後13時00分",
            "1 2 3 4 5 6 7 8",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn an_hour_that_happens_twice_is_the_first_and_one_left_out_is_none() {
        let at = |text| read_instant(text, chrono_tz::Europe::Berlin).map(Instant::to_rfc3339);
        assert_eq!(
            at("2026/10/25 02:30").as_deref(),
            Some("2026-10-25T00:30:00Z")
        );
        assert_eq!(at("2026/03/29 02:30"), None);
    }
}
