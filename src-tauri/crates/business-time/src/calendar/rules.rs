use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::ClosedBecause;
use crate::{CalendarVersion, Holidays, Interval, MonthDay, WeeklyHours, weekly_hours};

/// The checked versions of a calendar, by the date from which they are effective.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    first: VersionRules,
    later: BTreeMap<NaiveDate, VersionRules>,
    holidays: Holidays,
}

impl Rules {
    /// Makes the rules of versions that are checked and in the order of their dates.
    pub(super) fn new(
        first: &CalendarVersion,
        later: &[CalendarVersion],
        holidays: &Holidays,
    ) -> Self {
        Self {
            first: VersionRules::new(first),
            later: later
                .iter()
                .map(|v| (v.effective_on, VersionRules::new(v)))
                .collect(),
            holidays: holidays.clone(),
        }
    }

    /// Returns the version in force on a date.
    pub(super) fn on(&self, on: NaiveDate) -> &VersionRules {
        self.later
            .range(..=on)
            .next_back()
            .map_or(&self.first, |(_, rules)| rules)
    }

    pub(super) fn holidays(&self) -> &Holidays {
        &self.holidays
    }
}

/// What one version says about each date.
#[derive(Clone, Debug)]
pub(super) struct VersionRules {
    id: String,
    weekly: WeeklyHours,
    national_holidays: bool,
    closing_days_yearly: BTreeSet<MonthDay>,
    closing_days: BTreeMap<NaiveDate, Option<String>>,
    overrides: BTreeMap<NaiveDate, Vec<Interval>>,
}

impl VersionRules {
    fn new(version: &CalendarVersion) -> Self {
        let mut weekly = version.weekly.clone();
        for weekday in weekly_hours::WEEK {
            weekly.on_mut(weekday).sort_unstable();
        }
        let sorted = |intervals: &[Interval]| {
            let mut intervals = intervals.to_vec();
            intervals.sort_unstable();
            intervals
        };
        let closing = version
            .closing_days
            .iter()
            .map(|day| (day.on, day.name.clone()));
        let overrides = version
            .overrides
            .iter()
            .map(|day| (day.on, sorted(&day.intervals)));
        Self {
            id: version.id.clone(),
            weekly,
            national_holidays: version.national_holidays,
            closing_days_yearly: version.closing_days_yearly.iter().copied().collect(),
            closing_days: closing.collect(),
            overrides: overrides.collect(),
        }
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn national_holidays(&self) -> bool {
        self.national_holidays
    }

    /// Returns the intervals of a date in order, or why there is none.
    pub(super) fn hours_on(
        &self,
        on: NaiveDate,
        holidays: &Holidays,
    ) -> Result<&[Interval], ClosedBecause> {
        if let Some(intervals) = self.overrides.get(&on) {
            return if intervals.is_empty() {
                Err(ClosedBecause::Override)
            } else {
                Ok(intervals)
            };
        }
        let hours = self.weekly.on(on.weekday());
        if hours.is_empty() {
            return Err(ClosedBecause::Weekday);
        }
        if let Some(name) = holidays.name_on(on).filter(|_| self.national_holidays) {
            let provisional = holidays.provisional(on.year());
            return Err(ClosedBecause::NationalHoliday {
                name: name.to_owned(),
                provisional,
            });
        }
        if let Some(name) = self.closing_days.get(&on) {
            return Err(ClosedBecause::ClosingDay { name: name.clone() });
        }
        if self.closing_days_yearly.contains(&MonthDay::of(on)) {
            return Err(ClosedBecause::ClosingDay { name: None });
        }
        Ok(hours)
    }
}
