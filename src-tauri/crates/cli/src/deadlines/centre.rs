//! The packs and calendars by which cases are answered.

use std::collections::BTreeMap;
use std::io;

use business_time::{BusinessCalendar, Instant, InstantError};
use policy::{DayLimit, Deadlines, EvaluateError, ImpactLevel, Pack, PackLibrary, SupportPlan};

use super::answer;
use super::case::Case;
use crate::stream::{Answers, CaseError, Id, calendar_named, read};

/// Everything that an answer rests on.
pub struct Centre {
    packs: PackLibrary,
    calendars: BTreeMap<String, BusinessCalendar>,
}

/// The answer to a case.
pub struct Answer<'a> {
    pub deadlines: Deadlines,
    pub pack: &'a Pack,
    pub calendar: &'a BusinessCalendar,
}

impl Centre {
    /// Takes the calendars by name, and the reading of §18 where it is not the packs' own.
    pub fn new(calendars: BTreeMap<String, BusinessCalendar>, day_limit: Option<DayLimit>) -> Self {
        let packs = PackLibrary::shipped();
        let packs = match day_limit {
            Some(day_limit) => packs.with_day_limit(day_limit),
            None => packs,
        };
        Self { packs, calendars }
    }
}

impl Answers for Centre {
    type Case<'a> = Case<'a>;
    type Found<'a> = Answer<'a>;

    fn read<'a>(line: &'a [u8]) -> Result<Case<'a>, CaseError> {
        read(line)
    }

    fn write(line: &mut Vec<u8>, id: &Id<'_>, found: &Answer<'_>) -> io::Result<()> {
        answer::answered(line, id, found)
    }

    fn answer<'s>(&'s self, case: &Case<'_>) -> Result<Answer<'s>, CaseError> {
        let text = case.received_at()?;
        let received_at = Instant::parse(text).map_err(|error| no_receipt(error, text))?;
        let level: ImpactLevel = word(case.level()?, CaseError::UnknownLevel)?;
        if let Some(plan) = case.plan() {
            // Both plans have the same deadlines (§1).
            word::<SupportPlan>(plan, CaseError::UnknownPlan)?;
        }
        let calendar = calendar_named(&self.calendars, case.calendar())?;
        let product = case.product();
        let pack = match self.packs.versions_of(product) {
            // A single version is in force on every day: no need to ask which day it is.
            [only] => Some(only),
            _ => self.packs.in_force(product, calendar.date_of(received_at)),
        };
        let pack = pack.ok_or_else(|| CaseError::UnknownProduct(product.to_owned()))?;
        let reckon = if is_finer(text) {
            policy::deadlines_from_cut
        } else {
            policy::deadlines
        };
        let deadlines =
            reckon(pack, calendar, received_at, level).map_err(|error| match error {
                EvaluateError::OutOfRange(_) => CaseError::OutOfRange,
            })?;
        Ok(Answer {
            deadlines,
            pack,
            calendar,
        })
    }
}

/// Says why a text is no receipt.
fn no_receipt(error: InstantError, text: &str) -> CaseError {
    match error {
        InstantError::Shape | InstantError::NoSuchTime => CaseError::BadReceipt(text.to_owned()),
        InstantError::OutOfRange => CaseError::OutOfRange,
    }
}

fn word<T: std::str::FromStr>(
    text: &str,
    unknown: fn(String) -> CaseError,
) -> Result<T, CaseError> {
    text.parse().map_err(|_| unknown(text.to_owned()))
}

/// Tells whether a date and time has more than microseconds, which an instant does not keep.
fn is_finer(text: &str) -> bool {
    let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
    fraction
        .bytes()
        .take_while(u8::is_ascii_digit)
        .skip(6)
        .any(|digit| digit != b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_finer_than_microseconds_counts_as_finer() {
        for (text, finer) in [
            ("2026-06-08T09:30:00+09:00", false),
            ("2026-06-08T09:30:00.123456+09:00", false),
            ("2026-06-08T09:30:00.123456000+09:00", false),
            ("2026-06-08T09:30:00.000000001+09:00", true),
            ("2026-06-08T09:30:00.1234567Z", true),
        ] {
            assert_eq!(is_finer(text), finer, "{text}");
        }
    }
}
