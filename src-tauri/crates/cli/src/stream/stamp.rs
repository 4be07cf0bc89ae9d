//! Writing instants as RFC 3339 into a buffer, a million times a second.

use business_time::Instant;

/// The days from 1 March of the year 0 to 1 January 1970.
const EPOCH_DAY: i64 = 719_468;

/// Appends the instant under an offset from UTC, with as few fraction digits as it needs.
pub fn append(line: &mut Vec<u8>, at: Instant, offset_secs: i32) {
    // RFC 3339 has no seconds in an offset.
    let minutes = offset_secs / 60;
    let micros = at.as_micros() + i64::from(minutes) * 60_000_000;
    let (seconds, micros) = (micros.div_euclid(1_000_000), micros.rem_euclid(1_000_000));
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Dividing is most of the work, and small numbers without a sign divide the fastest.
    line.extend_from_slice(&date(small(day + EPOCH_DAY)));
    line.extend_from_slice(&time(small(second)));
    if micros != 0 {
        fraction(line, small(micros));
    }
    let sign = if minutes < 0 { b'-' } else { b'+' };
    let minutes = minutes.unsigned_abs();
    let [[h1, h2], [m1, m2]] = [minutes / 60, minutes % 60].map(pair);
    line.extend_from_slice(&[sign, h1, h2, b':', m1, m2]);
}

/// Narrows a number that an instant's parts never exceed.
fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

/// Writes the date so many days after 1 March of the year 0.
fn date(day: u32) -> [u8; 10] {
    let (year, month, day) = civil(day);
    let parts = [year / 100, year % 100, month, day];
    let [[y1, y2], [y3, y4], [m1, m2], [d1, d2]] = parts.map(pair);
    [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]
}

/// Writes the time so many seconds after midnight.
fn time(second: u32) -> [u8; 9] {
    let parts = [second / 3_600, second / 60 % 60, second % 60];
    let [[h1, h2], [m1, m2], [s1, s2]] = parts.map(pair);
    [b'T', h1, h2, b':', m1, m2, b':', s1, s2]
}

/// Gives year, month and day of the day so many days after 1 March of the year 0.
///
/// Counts in years that begin on 1 March, so that the leap day is the last of its year, and in cycles of 400 years.
fn civil(since: u32) -> (u32, u32, u32) {
    let (cycle, day) = (since / 146_097, since % 146_097);
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

fn fraction(line: &mut Vec<u8>, micros: u32) {
    line.push(b'.');
    for part in [micros / 10_000, micros / 100 % 100, micros % 100] {
        line.extend_from_slice(&pair(part));
    }
    while line.last() == Some(&b'0') {
        line.pop();
    }
}

/// Gives a number of 0 to 99 as two digits.
fn pair(number: u32) -> [u8; 2] {
    [number / 10, number].map(|number| b'0' + u8::try_from(number % 10).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use business_time::Tz;
    use chrono::{Offset, TimeZone};

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
                let offset = zone.offset_from_utc_datetime(&at.to_utc().naive_utc());
                append(&mut line, at, offset.fix().local_minus_utc());
                assert_eq!(String::from_utf8(line).unwrap(), at.to_rfc3339_in(zone));
            }
        }
    }
}
