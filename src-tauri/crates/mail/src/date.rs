//! Dates of mail headers and mbox envelopes: RFC 5322 with its obsolete forms, asctime, and what
//! mailers write beyond both.

use business_time::Instant;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};

/// A date outside these years was never written by a working clock.
const YEARS: std::ops::RangeInclusive<i32> = 1980..=2100;
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Reads a header's date. Without a zone it is none: nine hours are too many to guess.
pub(crate) fn header_date(text: &str) -> Option<Instant> {
    let plain = without_comments(text);
    iso(plain.trim()).or_else(|| Stamp::read(&plain)?.instant(None))
}

/// Reads the date of an mbox's `From ` line, in UTC where it names no zone (RFC 4155).
pub(crate) fn envelope_date(text: &str) -> Option<Instant> {
    Stamp::read(text)?.instant(Some(0))
}

/// Reads the date of a `Received` line: what follows its last semicolon.
pub(crate) fn received_date(text: &str) -> Option<Instant> {
    let plain = without_comments(text);
    let after = |text: &str| {
        text.rsplit_once(';')
            .and_then(|(_, date)| header_date(date))
    };
    after(&plain).or_else(|| after(text))
}

fn iso(text: &str) -> Option<Instant> {
    let at = Instant::parse(text).ok()?;
    in_range(at.to_utc())
}

fn in_range(at: DateTime<Utc>) -> Option<Instant> {
    use chrono::Datelike;
    YEARS.contains(&at.year()).then(|| Instant::from_utc(at))
}

/// Takes out comments; one that is never closed reaches to the end.
fn without_comments(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// A date as far as it has been read.
#[derive(Default)]
struct Stamp {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
    time: Option<NaiveTime>,
    zone: Option<i32>,
}

impl Stamp {
    /// Reads the words of a date in whatever order; `None` where one fits nowhere.
    fn read(text: &str) -> Option<Self> {
        let mut stamp = Self::default();
        for word in text
            .split([' ', '\t', '\r', '\n', ','])
            .filter(|word| !word.is_empty())
            .take(16)
        {
            stamp.take(word)?;
        }
        Some(stamp)
    }

    fn take(&mut self, word: &str) -> Option<()> {
        let first = word.chars().next()?;
        if self.time.is_some() && matches!(first, '+' | '-') {
            self.zone = Some(offset(word)?);
        } else if word.contains(':') && first.is_ascii_digit() {
            self.take_time(word)?;
        } else if first.is_ascii_digit() {
            self.take_numbers(word)?;
        } else if let Some(month) = month(word) {
            self.month = self.month.is_none().then_some(Some(month))?;
        } else if self.time.is_some() && self.zone.is_none() {
            self.zone = Some(named_zone(word)?);
        }
        // What is left is a day of the week, which the date gives anyway, or a zone's second name.
        Some(())
    }

    /// `10:00`, `10:00:00.5`, `10:00:00+0900`.
    fn take_time(&mut self, word: &str) -> Option<()> {
        let (clock, zone) = word
            .find(['+', '-', 'Z'])
            .map_or((word, ""), |at| word.split_at(at));
        let mut numbers = clock.split(':').map(|number| {
            number
                .split('.')
                .next()
                .unwrap_or_default()
                .parse::<u32>()
                .ok()
        });
        let (hour, minute) = (numbers.next()??, numbers.next()??);
        let second = numbers.next().unwrap_or(Some(0))?;
        // A leap second is the second before it.
        let second = if second == 60 { 59 } else { second };
        self.time = Some(NaiveTime::from_hms_opt(hour, minute, second)?);
        if !zone.is_empty() {
            self.zone = Some(if zone == "Z" { 0 } else { offset(zone)? });
        }
        Some(())
    }

    /// `23`, `2026`, `23-Nov-2026`, `2026/11/23`.
    fn take_numbers(&mut self, word: &str) -> Option<()> {
        let parts: Vec<&str> = word.split(['-', '/']).collect();
        match parts.as_slice() {
            [number] if self.day.is_none() && number.len() <= 2 => self.day = number.parse().ok(),
            [number] => self.year = Some(full_year(number)?),
            [day, name, year] if let Some(month) = month(name) => {
                (self.day, self.month, self.year) =
                    (day.parse().ok(), Some(month), Some(full_year(year)?));
            }
            [year, month, day] if year.len() == 4 => {
                (self.year, self.month, self.day) =
                    (year.parse().ok(), month.parse().ok(), day.parse().ok());
            }
            _ => return None,
        }
        Some(())
    }

    fn instant(&self, default_zone: Option<i32>) -> Option<Instant> {
        let zone = self.zone.or(default_zone)?;
        let civil =
            NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)?.and_time(self.time?);
        let zone = chrono::FixedOffset::east_opt(zone * 60)?;
        in_range(zone.from_local_datetime(&civil).single()?.to_utc())
    }
}

fn month(word: &str) -> Option<u32> {
    let lower = word.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| *month == lower)?;
    let letters = word
        .trim_end_matches('.')
        .bytes()
        .all(|byte| byte.is_ascii_alphabetic());
    letters.then_some(u32::try_from(at).ok()? + 1)
}

/// RFC 5322, 4.3: two digits below 50 are this century's, others and three digits the last one's.
fn full_year(digits: &str) -> Option<i32> {
    let year: i32 = digits.parse().ok()?;
    match digits.len() {
        2 if year < 50 => Some(2000 + year),
        2 | 3 => Some(1900 + year),
        4 => Some(year),
        _ => None,
    }
}

/// `+0900`, `-05:00`, `+9` as minutes east of Greenwich.
fn offset(word: &str) -> Option<i32> {
    let sign = if word.starts_with('-') { -1 } else { 1 };
    let digits: String = word.get(1..)?.chars().filter(|c| *c != ':').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse::<i32>().ok()?, 0),
        3 | 4 => digits
            .parse::<i32>()
            .ok()
            .map(|both| (both / 100, both % 100))?,
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// Zone names as minutes east: those of RFC 5322, Japan's, and a few whose meaning is one.
fn named_zone(word: &str) -> Option<i32> {
    let upper = word.to_ascii_uppercase();
    if let Some(rest) = upper
        .strip_prefix("GMT")
        .or_else(|| upper.strip_prefix("UTC"))
        && !rest.is_empty()
    {
        return offset(rest);
    }
    let hours = match upper.as_str() {
        "JST" | "KST" => 9,
        "UT" | "UTC" | "GMT" | "Z" | "WET" => 0,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        "CET" => 1,
        "CEST" | "EET" => 2,
        "EEST" => 3,
        "SGT" | "HKT" => 8,
        "AEST" => 10,
        _ => return None,
    };
    Some(hours * 60)
}

#[cfg(test)]
mod tests;
