use chrono::NaiveDate;

use crate::Instant;

/// The days of the range by their index from its first: which are business days, and which rest on
/// computed holidays.
#[derive(Clone, Debug, Default)]
pub(super) struct Days {
    days: Vec<DayRow>,
    /// The index and the last close of each business day.
    business: Vec<(usize, Instant)>,
}

/// What is looked up of each day.
#[derive(Copy, Clone, Debug)]
struct DayRow {
    /// Its date, which takes longer to reckon than to look up.
    on: NaiveDate,
    /// How many business days lie before it.
    before: u32,
    provisional: bool,
}

impl Days {
    /// Appends the next day of the range, with its last close where it is a business day.
    pub(super) fn push(&mut self, on: NaiveDate, close: Option<Instant>, provisional: bool) {
        let index = self.days.len();
        self.days.push(DayRow {
            on,
            before: u32::try_from(self.business.len()).unwrap_or(u32::MAX),
            provisional,
        });
        self.business.extend(close.map(|close| (index, close)));
    }

    /// Returns the date of the day.
    pub(super) fn date(&self, index: usize) -> Option<NaiveDate> {
        self.days.get(index).map(|day| day.on)
    }

    /// Tells whether the day rests on computed holidays.
    pub(super) fn provisional(&self, index: usize) -> bool {
        self.days.get(index).is_some_and(|day| day.provisional)
    }

    /// Returns the last close of the day, where it is a business day.
    pub(super) fn close_of(&self, index: usize) -> Option<Instant> {
        let (day, close) = self.business.get(self.before(index)?)?;
        (*day == index).then_some(*close)
    }

    /// Returns the `n`-th business day (from 1) after the day.
    pub(super) fn nth_after(&self, index: usize, n: u32) -> Option<usize> {
        let itself = usize::from(self.close_of(index).is_some());
        let rank = self.before(index)? + itself;
        let (day, _) = self
            .business
            .get(rank.checked_add(n as usize)?.checked_sub(1)?)?;
        Some(*day)
    }

    /// Returns the day, if it is a business day, or the last one before it.
    pub(super) fn on_or_before(&self, index: usize) -> Option<usize> {
        if self.close_of(index).is_some() {
            return Some(index);
        }
        let (day, _) = self.business.get(self.before(index)?.checked_sub(1)?)?;
        Some(*day)
    }

    fn before(&self, index: usize) -> Option<usize> {
        Some(self.days.get(index)?.before as usize)
    }
}
