//! Writing instants of a zone as RFC 3339 into a buffer, a million times a second.

use business_time::{Instant, Tz};
use chrono::{Offset, TimeZone};

/// An instant's text before its fraction, and the places of its parts.
const SHAPE: [u8; 19] = *b"0000-00-00T00:00:00";

/// Appends the instant with the zone's offset, with as few fraction digits as it needs.
pub fn append(line: &mut Vec<u8>, at: Instant, zone: Tz) {
    let offset = zone
        .offset_from_utc_datetime(&at.to_utc().naive_utc())
        .fix();
    // RFC 3339 has no seconds in an offset.
    let minutes = i64::from(offset.local_minus_utc() / 60);
    let micros = at.as_micros() + minutes * 60_000_000;
    let (seconds, micros) = (micros.div_euclid(1_000_000), micros.rem_euclid(1_000_000));
    line.extend_from_slice(&date_and_time(seconds));
    if micros != 0 {
        fraction(line, micros);
    }
    let [h1, h2] = pair(minutes.abs() / 60);
    let [m1, m2] = pair(minutes.abs() % 60);
    line.extend_from_slice(&[if minutes < 0 { b'-' } else { b'+' }, h1, h2, b':', m1, m2]);
}

/// Writes the seconds since 1970 of a zone's own time.
fn date_and_time(seconds: i64) -> [u8; 19] {
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil(day);
    let mut text = SHAPE;
    let parts = [
        year / 100,
        year % 100,
        month,
        day,
        second / 3_600,
        second / 60 % 60,
        second % 60,
    ];
    for (place, part) in [0, 2, 5, 8, 11, 14, 17].into_iter().zip(parts) {
        if let Some(digits) = text.get_mut(place..place + 2) {
            digits.copy_from_slice(&pair(part));
        }
    }
    text
}

/// Gives year, month and day of the day so many days after 1 January 1970.
///
/// Counts in years that begin on 1 March, so that the leap day is the last of its year, and in cycles of 400 years.
fn civil(day: i64) -> (i64, i64, i64) {
    let since = day + 719_468;
    let (cycle, day) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    (400 * cycle + year + later, month, day)
}

fn fraction(line: &mut Vec<u8>, micros: i64) {
    line.push(b'.');
    for part in [micros / 10_000, micros / 100 % 100, micros % 100] {
        line.extend_from_slice(&pair(part));
    }
    while line.last() == Some(&b'0') {
        line.pop();
    }
}

/// Gives a number of 0 to 99 as two digits.
fn pair(number: i64) -> [u8; 2] {
    let digit = |number: i64| b'0' + u8::try_from(number % 10).unwrap_or_default();
    [digit(number / 10), digit(number)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_are_those_of_the_instant_itself() {
        let zones = [
            "Asia/Tokyo",
            "America/New_York",
            "Asia/Kolkata",
            "UTC",
            "Africa/Monrovia",
        ];
        let instants = [
            "1955-01-01T00:00:00Z",
            "1969-12-31T23:59:59.999999Z",
            "2000-02-29T12:00:00Z",
            "2100-02-28T15:00:00Z",
            "2100-03-01T04:00:00Z",
            "2024-12-31T14:59:59Z",
            "2026-03-08T06:59:59.5Z",
            "2026-11-24T00:30:00.000001Z",
            "2099-12-31T15:00:00.1203Z",
        ];
        for zone in zones {
            let zone: Tz = zone.parse().unwrap();
            for instant in instants {
                let at = Instant::parse(instant).unwrap();
                let mut line = Vec::new();
                append(&mut line, at, zone);
                assert_eq!(String::from_utf8(line).unwrap(), at.to_rfc3339_in(zone));
            }
        }
    }
}
