//! Writing instants of a zone as RFC 3339 into a buffer, a million times a second.

use business_time::{Instant, Tz};
use chrono::{Datelike, NaiveDate, Offset, TimeZone};

/// The number of 1 January 1970, where 1 January of the year 1 is day 1.
const EPOCH_DAY: i64 = 719_163;

/// Appends the instant with the zone's offset, with as few fraction digits as it needs.
pub fn append(line: &mut Vec<u8>, at: Instant, zone: Tz) {
    let offset = zone
        .offset_from_utc_datetime(&at.to_utc().naive_utc())
        .fix();
    // RFC 3339 has no seconds in an offset.
    let minutes = i64::from(offset.local_minus_utc() / 60);
    let micros = at.as_micros() + minutes * 60_000_000;
    let (seconds, micros) = (micros.div_euclid(1_000_000), micros.rem_euclid(1_000_000));
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Every instant has a date; the default is never used.
    let day = i32::try_from(day + EPOCH_DAY)
        .ok()
        .and_then(NaiveDate::from_num_days_from_ce_opt);
    let date = day.unwrap_or_default();
    let year = i64::from(date.year());
    pair(line, year / 100);
    pair(line, year % 100);
    line.push(b'-');
    pair(line, i64::from(date.month()));
    line.push(b'-');
    pair(line, i64::from(date.day()));
    line.push(b'T');
    pair(line, second / 3_600);
    line.push(b':');
    pair(line, second / 60 % 60);
    line.push(b':');
    pair(line, second % 60);
    fraction(line, micros);
    line.push(if minutes < 0 { b'-' } else { b'+' });
    pair(line, minutes.abs() / 60);
    line.push(b':');
    pair(line, minutes.abs() % 60);
}

fn fraction(line: &mut Vec<u8>, micros: i64) {
    if micros == 0 {
        return;
    }
    line.push(b'.');
    pair(line, micros / 10_000);
    pair(line, micros / 100 % 100);
    pair(line, micros % 100);
    while line.last() == Some(&b'0') {
        line.pop();
    }
}

/// Appends a number of 0 to 99 as two digits.
fn pair(line: &mut Vec<u8>, number: i64) {
    let digit = |number: i64| b'0' + u8::try_from(number % 10).unwrap_or_default();
    line.extend_from_slice(&[digit(number / 10), digit(number)]);
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
