use crate::Instant;

/// Which days of the range are business days, by their index from its first day.
#[derive(Clone, Debug, Default)]
pub(super) struct BusinessDays {
    /// For each day of the range, how many business days lie before it.
    before: Vec<u32>,
    /// The index and the last close of each business day.
    days: Vec<(usize, Instant)>,
}

impl BusinessDays {
    /// Appends the next day of the range, with its last close where it is a business day.
    pub(super) fn push(&mut self, close: Option<Instant>) {
        let index = self.before.len();
        self.before
            .push(u32::try_from(self.days.len()).unwrap_or(u32::MAX));
        self.days.extend(close.map(|close| (index, close)));
    }

    /// Returns the last close of the day, where it is a business day.
    pub(super) fn close_of(&self, index: usize) -> Option<Instant> {
        let rank = *self.before.get(index)? as usize;
        let (day, close) = self.days.get(rank)?;
        (*day == index).then_some(*close)
    }

    /// Returns the `n`-th business day (from 1) after the day.
    pub(super) fn nth_after(&self, index: usize, n: u32) -> Option<usize> {
        let itself = usize::from(self.close_of(index).is_some());
        let rank = *self.before.get(index)? as usize + itself;
        let (day, _) = self
            .days
            .get(rank.checked_add(n as usize)?.checked_sub(1)?)?;
        Some(*day)
    }

    /// Returns the day, if it is a business day, or the last one before it.
    pub(super) fn on_or_before(&self, index: usize) -> Option<usize> {
        if self.close_of(index).is_some() {
            return Some(index);
        }
        let rank = *self.before.get(index)? as usize;
        let (day, _) = self.days.get(rank.checked_sub(1)?)?;
        Some(*day)
    }
}
