//! Days that a report is about.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Days by the centre's clock, the first and the last one included.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Period {
    /// Tells whether a day is in it.
    #[must_use]
    pub fn holds(&self, on: NaiveDate) -> bool {
        (self.from..=self.to).contains(&on)
    }

    /// Gives the period before, for comparison: as many whole months before whole months, else as many days; none
    /// before the first day that can be told.
    #[must_use]
    pub fn before(&self) -> Option<Self> {
        let to = self.from.pred_opt()?;
        let from = match self.whole_months() {
            Some(months) => self.from.checked_sub_months(Months::new(months))?,
            None => {
                let days = (self.to - self.from).num_days() + 1;
                self.from
                    .checked_sub_days(Days::new(u64::try_from(days).ok()?))?
            }
        };
        Some(Self { from, to })
    }

    /// Names the month that it is, `YYYY-MM`; nothing where it is no whole month.
    #[must_use]
    pub fn month(&self) -> Option<String> {
        (self.whole_months() == Some(1)).then(|| self.from.format("%Y-%m").to_string())
    }

    fn whole_months(&self) -> Option<u32> {
        let after = self.to.succ_opt()?;
        let months = (after.year() - self.from.year()) * 12 + month(after) - month(self.from);
        let whole = self.from.day() == 1 && after.day() == 1 && months > 0;
        whole.then(|| u32::try_from(months).ok()).flatten()
    }
}

fn month(on: NaiveDate) -> i32 {
    i32::try_from(on.month()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: &str, to: &str, before: (&str, &str)) {
        let period = |from: &str, to: &str| Period {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
        };
        let expected = period(before.0, before.1);
        assert_eq!(period(from, to).before(), Some(expected), "{from} {to}");
    }

    #[test]
    fn months_are_compared_with_months_and_days_with_days() {
        check("2026-11-01", "2026-11-30", ("2026-10-01", "2026-10-31"));
        check("2026-03-01", "2026-03-31", ("2026-02-01", "2026-02-28"));
        check("2026-01-01", "2026-12-31", ("2025-01-01", "2025-12-31"));
        check("2026-11-16", "2026-11-22", ("2026-11-09", "2026-11-15"));
        check("2026-11-01", "2026-11-29", ("2026-10-03", "2026-10-31"));
        check("2026-11-24", "2026-11-24", ("2026-11-23", "2026-11-23"));
    }
}
