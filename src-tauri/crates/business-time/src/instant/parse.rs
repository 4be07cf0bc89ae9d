use chrono::{Datelike, NaiveDate};

use super::InstantError;

/// The days from 1 January of the year 1 (day 1) to the Unix epoch.
pub(super) const EPOCH_DAY: i64 = 719_163;

/// Reads the microseconds since the Unix epoch from an RFC 3339 date-time.
pub(super) fn micros(text: &[u8]) -> Result<i64, InstantError> {
    let (date, rest) = text.split_at_checked(10).ok_or(InstantError::Shape)?;
    let (time, rest) = rest.split_at_checked(9).ok_or(InstantError::Shape)?;
    let (fraction, offset) = fraction(rest)?;
    let offset = offset_secs(offset)?;
    let seconds = days(date)? * 86_400 + time_of_day(time)? - offset;
    if time.ends_with(b"60") && seconds % 86_400 != 0 {
        return Err(InstantError::NoSuchTime);
    }
    Ok(seconds * 1_000_000 + fraction)
}

fn number(digits: &[u8]) -> Result<i64, InstantError> {
    digits.iter().try_fold(0, |sum, digit| match digit {
        b'0'..=b'9' => Ok(sum * 10 + i64::from(digit - b'0')),
        _ => Err(InstantError::Shape),
    })
}

fn days(text: &[u8]) -> Result<i64, InstantError> {
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = text else {
        return Err(InstantError::Shape);
    };
    let (year, month, day) = (number(year)?, number(&[*m1, *m2])?, number(&[*d1, *d2])?);
    let part = |n: i64| u32::try_from(n).unwrap_or(0);
    i32::try_from(year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, part(month), part(day)))
        .map(|date| i64::from(date.num_days_from_ce()) - EPOCH_DAY)
        .ok_or(InstantError::NoSuchTime)
}

/// Reads `THH:MM:SS`; a leap second counts as the first second of the next minute.
fn time_of_day(text: &[u8]) -> Result<i64, InstantError> {
    let [b'T' | b't' | b' ', h1, h2, b':', m1, m2, b':', s1, s2] = text else {
        return Err(InstantError::Shape);
    };
    let (hour, minute, second) = (
        number(&[*h1, *h2])?,
        number(&[*m1, *m2])?,
        number(&[*s1, *s2])?,
    );
    if hour > 23 || minute > 59 || second > 60 {
        return Err(InstantError::NoSuchTime);
    }
    Ok(hour * 3_600 + minute * 60 + second)
}

/// Splits off the fraction, if there is one, and cuts it to microseconds.
fn fraction(text: &[u8]) -> Result<(i64, &[u8]), InstantError> {
    let Some(digits) = text.strip_prefix(b".") else {
        return Ok((0, text));
    };
    let count = digits
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (digits, offset) = digits.split_at_checked(count).ok_or(InstantError::Shape)?;
    match u32::try_from(count) {
        Ok(count @ 1..=6) => Ok((number(digits)? * 10_i64.pow(6 - count), offset)),
        Ok(count @ 7..=9) => Ok((number(digits)? / 10_i64.pow(count - 6), offset)),
        _ => Err(InstantError::Shape),
    }
}

fn offset_secs(text: &[u8]) -> Result<i64, InstantError> {
    let (sign, h1, h2, m1, m2) = match text {
        [b'Z' | b'z'] => return Ok(0),
        [b'+', h1, h2, b':', m1, m2] => (1, h1, h2, m1, m2),
        [b'-', h1, h2, b':', m1, m2] => (-1, h1, h2, m1, m2),
        _ => return Err(InstantError::Shape),
    };
    let (hours, minutes) = (number(&[*h1, *h2])?, number(&[*m1, *m2])?);
    if hours > 23 || minutes > 59 {
        return Err(InstantError::NoSuchTime);
    }
    Ok(sign * (hours * 3_600 + minutes * 60))
}
