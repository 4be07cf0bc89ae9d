//! What is told once at the start of a business day.

use business_time::{Instant, WallDuration};
use report::{BusinessDay, digest};
use store::GivenReminder;

use crate::{Desk, DeskError, LocalSettings, Rules};

/// For how long after the opening the digest is news.
const FRESH: WallDuration = WallDuration::from_hours(2);

/// How the day begins, in numbers of inquiries.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct OpeningDigest {
    /// What came in since the close before.
    pub came_in: usize,
    /// What is open and due before noon.
    pub morning: usize,
    /// What is open since before that close.
    pub carried: usize,
}

impl Desk {
    /// Gives the digest of the day that has just opened, and marks it as told: once a day on this desktop, whichever
    /// window comes first. Nothing where the day begins with nothing; what comes later rings by itself.
    pub(super) fn opening_digest(
        &self,
        now: Instant,
        rules: &Rules,
        settings: &LocalSettings,
    ) -> Result<Option<OpeningDigest>, DeskError> {
        if !settings.opening_digest || settings.do_not_disturb || !rules.calendar.is_open(now)? {
            return Ok(None);
        }
        let day = BusinessDay::of(&rules.calendar, now)?;
        let told = GivenReminder {
            clock: "day".to_owned(),
            threshold: "opening".to_owned(),
            target: day.opens_at,
        };
        if now.since(day.opens_at) > FRESH || self.store().local().reminder_given(&told)? {
            return Ok(None);
        }
        let entries = self.open_or_recent_entries(day.closed_at)?;
        let begins = digest(entries.iter(), &rules.calendar, &day, now)?;
        let found = OpeningDigest {
            came_in: begins.came_in.iter().map(|(_, count)| count).sum(),
            morning: begins.morning.len(),
            carried: begins.carried.len(),
        };
        let first = self.store().local().give_reminders(&[told], now)? > 0;
        let something = found.came_in + found.morning + found.carried > 0;
        Ok((first && something).then_some(found))
    }
}
