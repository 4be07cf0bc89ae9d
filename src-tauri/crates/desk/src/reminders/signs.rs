//! The signs in the window: derived from the record at each look, and therefore never lost.

use std::collections::BTreeMap;

use crate::reminders::due::Due;
use crate::reminders::listener::Listener;
use crate::{Desk, DeskError};

const PREFIX: &str = "sign_put_away/";

impl Desk {
    /// Gives the reminders that are due and concern the person, the newest first: the latest of each clock, unless it
    /// was put away or the inquiry is snoozed. Out of business hours too.
    ///
    /// # Errors
    /// As [`Desk::wake`].
    pub fn signs(&self) -> Result<Vec<Due>, DeskError> {
        let now = self.now();
        let settings = self.local_settings()?;
        let listener = Listener::new(&settings);
        let snoozes = self.snoozes()?;
        let put_away: BTreeMap<String, String> = self
            .store()
            .local()
            .by_prefix(PREFIX)?
            .into_iter()
            .collect();
        let mut signs = Vec::new();
        for course in self.courses(now)? {
            let hears = |threshold| {
                listener.hears(
                    course.assignee.as_ref(),
                    threshold,
                    course.last == Some(threshold),
                )
            };
            let mut due = course
                .reminders
                .iter()
                .filter(|(at, key)| *at <= now && hears(key.threshold));
            let Some((at, key)) = due.next_back() else {
                continue;
            };
            let hidden =
                put_away.get(&format!("{PREFIX}{}", key.clock_name())) == Some(&key.to_string());
            let snoozed = snoozes
                .get(&course.inquiry)
                .is_some_and(|until| *until > now);
            if !hidden && !snoozed {
                signs.push(course.due(*at, key, false));
            }
        }
        signs.sort_by_key(|due| (std::cmp::Reverse(due.at), due.number));
        Ok(signs)
    }

    /// Puts a sign away, named by its key; the clock's next threshold shows a new one.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn put_sign_away(&self, id: &str) -> Result<(), DeskError> {
        // The clock is what stands before the threshold and the instant.
        let mut parts = id.rsplitn(3, '/');
        let clock = parts.nth(2).unwrap_or(id);
        Ok(self.store().local().put(&format!("{PREFIX}{clock}"), id)?)
    }
}
