//! The packs and calendars by which cases are answered, and the answers as they are written.

use std::collections::BTreeMap;
use std::io::{self, Write};

use business_time::{BusinessCalendar, Instant};
use chrono::NaiveDate;
use policy::{
    CalendarSpan, Clock, ClockRule, Clocks, Due, EvaluateError, Pack, PackLibrary, Verification,
    clock_due,
};

use super::case::Case;
use crate::stream::{Answers, CaseError, Id, append_stamp, begin, calendar_named, read};

/// The product of cases that name none.
const USUAL: &str = "clomo";

/// Everything that an answer rests on.
pub struct Centre {
    packs: PackLibrary,
    calendars: BTreeMap<String, BusinessCalendar>,
}

/// The answer to a case: the fields in their order, and the calendar by whose zone instants are written.
pub struct Answer<'a> {
    fields: Vec<(String, Value)>,
    calendar: &'a BusinessCalendar,
}

enum Value {
    At(Instant),
    On(NaiveDate),
}

impl From<Due> for Value {
    fn from(due: Due) -> Self {
        match due {
            Due::At(at) => Self::At(at),
            Due::On(on) => Self::On(on),
        }
    }
}

impl Centre {
    /// Takes the calendars by name.
    pub fn new(calendars: BTreeMap<String, BusinessCalendar>) -> Self {
        Self {
            packs: PackLibrary::shipped(),
            calendars,
        }
    }

    /// Gives the clocks of a product's policy in force on a day.
    fn clocks(&self, product: &str, on: NaiveDate) -> Result<&Clocks, CaseError> {
        let pack = self
            .packs
            .in_force(product, on)
            .ok_or_else(|| CaseError::UnknownProduct(product.to_owned()))?;
        pack.clocks()
            .ok_or_else(|| CaseError::NotPromised(product.to_owned()))
    }

    /// Gives the fields of the answer to a case.
    fn fields(
        &self,
        case: &Case<'_>,
        calendar: &BusinessCalendar,
    ) -> Result<Vec<(String, Value)>, CaseError> {
        let product = case.product().unwrap_or(USUAL);
        let dates = |at| calendar.date_of(at);
        let due = |rule: Option<ClockRule>| {
            let rule = rule.ok_or_else(|| CaseError::NotPromised(product.to_owned()))?;
            clock_due(calendar, &rule).map_err(|EvaluateError::OutOfRange(_)| CaseError::OutOfRange)
        };
        // What counts back is answered in dates: when it was planned does not bear on them.
        let planned_at = Instant::from_micros(0);
        Ok(match case.clock()? {
            Clock::EnterpriseApp => {
                let at = case.requested_at()?;
                let found = due(ClockRule::enterprise_app(
                    self.clocks(product, dates(at))?,
                    at,
                ))?;
                vec![
                    ("start".to_owned(), Value::At(found.start)),
                    ("due".to_owned(), found.due.into()),
                ]
            }
            Clock::IncidentNotice => {
                let at = case.occurred_at()?;
                let rule = ClockRule::incident_notice(self.clocks(product, dates(at))?, at);
                vec![("notify_by".to_owned(), due(rule)?.due.into())]
            }
            Clock::SuspensionNotice => {
                let on = case.suspension_date()?;
                let rule = ClockRule::suspension_notice(self.clocks(product, on)?, planned_at, on);
                vec![("latest_notice_date".to_owned(), due(rule)?.due.into())]
            }
            Clock::MaintenanceNotice => {
                let on = case.maintenance_date()?;
                let rule = ClockRule::maintenance_notice(self.clocks(product, on)?, planned_at, on);
                vec![("latest_notice_date".to_owned(), due(rule)?.due.into())]
            }
            Clock::OsVerification => {
                let on = case.release_date()?;
                let mut fields = Vec::new();
                for (name, verification) in self.verifications(case.product(), on)? {
                    let found = due(ClockRule::os_verification(verification, on))?;
                    fields.push((name, found.due.into()));
                }
                fields
            }
        })
    }

    /// Gives one verification of each length that a product's policy promises, or those of all products.
    fn verifications(
        &self,
        product: Option<&str>,
        on: NaiveDate,
    ) -> Result<Vec<(String, &Verification)>, CaseError> {
        let clocks: Vec<&Clocks> = match product {
            Some(product) => vec![self.clocks(product, on)?],
            None => {
                let packs = self
                    .packs
                    .products()
                    .filter_map(|id| self.packs.in_force(id.as_str(), on));
                packs.filter_map(Pack::clocks).collect()
            }
        };
        let mut found: Vec<(String, &Verification)> = Vec::new();
        for verification in clocks.into_iter().flat_map(|it| &it.os_verification) {
            let Some(name) = verification.within.map(length_name) else {
                continue;
            };
            if found.iter().all(|(known, _)| *known != name) {
                found.push((name, verification));
            }
        }
        if found.is_empty() {
            return Err(CaseError::NotPromised(
                product.unwrap_or("every product").to_owned(),
            ));
        }
        Ok(found)
    }
}

/// Names a length in a field: `two_weeks`, `one_month`, `sixty_days`, or in figures.
fn length_name(span: CalendarSpan) -> String {
    let (count, unit) = match span {
        CalendarSpan::Days(count) => (count, "day"),
        CalendarSpan::Weeks(count) => (count, "week"),
        CalendarSpan::Months(count) => (count, "month"),
    };
    let plural = if count == 1 { "" } else { "s" };
    match count {
        1 => format!("one_{unit}"),
        2 => format!("two_{unit}s"),
        60 => format!("sixty_{unit}s"),
        _ => format!("{count}_{unit}{plural}"),
    }
}

impl Answers for Centre {
    type Case<'a> = Case<'a>;
    type Found<'a> = Answer<'a>;

    fn read<'a>(line: &'a [u8]) -> Result<Case<'a>, CaseError> {
        read(line)
    }

    fn answer<'s>(&'s self, case: &Case<'_>) -> Result<Answer<'s>, CaseError> {
        let calendar = calendar_named(&self.calendars, case.calendar())?;
        Ok(Answer {
            fields: self.fields(case, calendar)?,
            calendar,
        })
    }

    fn write(line: &mut Vec<u8>, id: &Id<'_>, found: &Answer<'_>) -> io::Result<()> {
        begin(line, Some(id))?;
        for (name, value) in &found.fields {
            write!(line, ",\"{name}\":\"")?;
            match value {
                Value::At(at) => append_stamp(line, *at, found.calendar.offset_secs(*at)),
                Value::On(on) => write!(line, "{on}")?,
            }
            line.push(b'"');
        }
        line.extend_from_slice(b"}\n");
        Ok(())
    }
}
