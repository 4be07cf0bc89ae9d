use chrono::{Datelike, NaiveDate, Offset, TimeZone};
use chrono_tz::Tz;

use super::{Instant, parse::EPOCH_DAY};

/// The longest text: `2026-01-05T11:00:00.000001+09:00`.
const LONGEST: usize = 32;

/// Writes `micros` since the Unix epoch in UTC.
pub(super) fn utc(micros: i64) -> String {
    let mut text = String::with_capacity(LONGEST);
    push_date_time(&mut text, micros);
    text.push('Z');
    text
}

/// Writes `at` with the offset that `zone` has then.
pub(super) fn in_zone(at: Instant, zone: Tz) -> String {
    let offset = zone
        .offset_from_utc_datetime(&at.to_utc().naive_utc())
        .fix();
    // RFC 3339 has no seconds in an offset; old local mean times do.
    let minutes = i64::from(offset.local_minus_utc() / 60);
    let mut text = String::with_capacity(LONGEST);
    push_date_time(&mut text, at.as_micros() + minutes * 60_000_000);
    text.push(if minutes < 0 { '-' } else { '+' });
    push_padded(&mut text, minutes.abs() / 60, 2);
    text.push(':');
    push_padded(&mut text, minutes.abs() % 60, 2);
    text
}

fn push_date_time(text: &mut String, micros: i64) {
    let (seconds, micros) = (micros.div_euclid(1_000_000), micros.rem_euclid(1_000_000));
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let date = i32::try_from(day + EPOCH_DAY)
        .ok()
        .and_then(NaiveDate::from_num_days_from_ce_opt);
    let date = date.unwrap_or_default();
    push_padded(text, i64::from(date.year()), 4);
    text.push('-');
    push_padded(text, i64::from(date.month()), 2);
    text.push('-');
    push_padded(text, i64::from(date.day()), 2);
    text.push('T');
    push_padded(text, second / 3_600, 2);
    text.push(':');
    push_padded(text, second / 60 % 60, 2);
    text.push(':');
    push_padded(text, second % 60, 2);
    push_fraction(text, micros);
}

fn push_fraction(text: &mut String, micros: i64) {
    if micros == 0 {
        return;
    }
    let (mut fraction, mut width) = (micros, 6);
    while fraction % 10 == 0 {
        fraction /= 10;
        width -= 1;
    }
    text.push('.');
    push_padded(text, fraction, width);
}

/// Appends the last `width` digits of `number`, which is not negative.
fn push_padded(text: &mut String, number: i64, width: u32) {
    for place in (0..width).rev() {
        let digit = u8::try_from(number / 10_i64.pow(place) % 10).unwrap_or(0);
        text.push(char::from(b'0' + digit));
    }
}
