use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::range;

/// A list of national holidays that was read from a file: whole years, each by date.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ImportedHolidays {
    /// The holidays of each year that the list has.
    pub years: BTreeMap<i32, Vec<(NaiveDate, String)>>,
}

/// What is wrong with a list of holidays, and where.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}: {kind}")]
pub struct HolidayProblem {
    /// The line of the file, from 1.
    pub line: usize,
    /// What is wrong there.
    pub kind: HolidayProblemKind,
}

/// What can be wrong with a line of a list of holidays.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum HolidayProblemKind {
    /// The line is neither UTF-8 nor CP932.
    #[error("neither UTF-8 nor CP932")]
    Undecodable,
    /// The file has no holiday.
    #[error("no holiday")]
    Empty,
    /// The first column is not a date such as 2026/1/1 or 2026-01-01.
    #[error("not a date: {0}")]
    NotADate(String),
    /// The first column is a date that no calendar has.
    #[error("no such date: {0}")]
    NoSuchDate(String),
    /// The year lies outside 1955–2100.
    #[error("year out of range: {0}")]
    YearOutOfRange(i32),
    /// The second column, the name, is missing or empty.
    #[error("no name")]
    NoName,
    /// The date was already named on an earlier line.
    #[error("the same date as line {first_line}: {on}")]
    Duplicate {
        /// The date.
        on: NaiveDate,
        /// The line that named it first.
        first_line: usize,
    },
}

/// Reads a list of holidays as the Cabinet Office publishes it: CSV in CP932 or UTF-8, the date in
/// the first column (`Y/M/D` or `Y-M-D`, padded or not), the name in the second, further columns
/// ignored; with any header or none.
///
/// # Errors
/// All problems of the file at once, each with its line.
pub fn read_holidays(bytes: &[u8]) -> Result<ImportedHolidays, Vec<HolidayProblem>> {
    let text = decode(bytes)?;
    let mut reading = Reading::default();
    for (index, line) in text.lines().enumerate() {
        reading.line(index + 1, &fields(line));
    }
    reading.finish()
}

fn decode(bytes: &[u8]) -> Result<String, Vec<HolidayProblem>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let text = encoding_rs::SHIFT_JIS
        .decode_without_bom_handling_and_without_replacement(bytes)
        .filter(|text| !text.contains('\0'));
    text.map(std::borrow::Cow::into_owned).ok_or_else(|| {
        let line = 1 + undecodable_at(bytes);
        vec![HolidayProblem {
            line,
            kind: HolidayProblemKind::Undecodable,
        }]
    })
}

/// Finds the first line that CP932 does not have, from 0.
fn undecodable_at(bytes: &[u8]) -> usize {
    let decodes = |line: &[u8]| {
        let text = encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(line);
        text.is_some_and(|text| !text.contains('\0'))
    };
    bytes
        .split(|byte| *byte == b'\n')
        .position(|line| !decodes(line))
        .unwrap_or(0)
}

/// Splits a line at its commas; a field in double quotes may contain some.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let (mut quoted, mut chars) = (false, line.chars().peekable());
    while let Some(char) = chars.next() {
        match (char, fields.last_mut()) {
            ('"', Some(field)) if quoted && chars.next_if_eq(&'"').is_some() => field.push('"'),
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => fields.push(String::new()),
            (_, Some(field)) => field.push(char),
            (_, None) => {}
        }
    }
    fields.iter().map(|field| field.trim().to_owned()).collect()
}

#[derive(Default)]
struct Reading {
    days: BTreeMap<NaiveDate, (usize, String)>,
    problems: Vec<HolidayProblem>,
}

impl Reading {
    fn line(&mut self, line: usize, fields: &[String]) {
        let date = fields.first().map_or("", String::as_str);
        let name = fields.get(1).map_or("", String::as_str);
        let header = line == 1 && !date.contains(|char: char| char.is_ascii_digit());
        if header || fields.iter().all(String::is_empty) {
            return;
        }
        if let Err(kind) = date_of(date).and_then(|on| self.holiday(line, on, name)) {
            self.problems.push(HolidayProblem { line, kind });
        }
    }

    fn holiday(
        &mut self,
        line: usize,
        on: NaiveDate,
        name: &str,
    ) -> Result<(), HolidayProblemKind> {
        if name.is_empty() {
            return Err(HolidayProblemKind::NoName);
        }
        if let Some((first_line, _)) = self.days.get(&on) {
            return Err(HolidayProblemKind::Duplicate {
                on,
                first_line: *first_line,
            });
        }
        self.days.insert(on, (line, name.to_owned()));
        Ok(())
    }

    fn finish(mut self) -> Result<ImportedHolidays, Vec<HolidayProblem>> {
        if self.days.is_empty() && self.problems.is_empty() {
            self.problems.push(HolidayProblem {
                line: 1,
                kind: HolidayProblemKind::Empty,
            });
        }
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        let mut imported = ImportedHolidays::default();
        for (on, (_, name)) in self.days {
            imported
                .years
                .entry(on.year())
                .or_default()
                .push((on, name));
        }
        Ok(imported)
    }
}

fn date_of(text: &str) -> Result<NaiveDate, HolidayProblemKind> {
    let shape = || HolidayProblemKind::NotADate(text.to_owned());
    let separator = if text.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = text.split(separator).collect();
    let digits = |part: &str, most: usize| {
        let digits = (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if digits {
            part.parse::<u32>().map_err(|_| shape())
        } else {
            Err(shape())
        }
    };
    let [year, month, day] = *parts.as_slice() else {
        return Err(shape());
    };
    let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
    let year = i32::try_from(year).map_err(|_| shape())?;
    let on = NaiveDate::from_ymd_opt(year, month, day)
        .ok_or_else(|| HolidayProblemKind::NoSuchDate(text.to_owned()))?;
    if range::covers(on) {
        Ok(on)
    } else {
        Err(HolidayProblemKind::YearOutOfRange(year))
    }
}

#[cfg(test)]
mod tests;
