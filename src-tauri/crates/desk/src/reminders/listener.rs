//! Whom a reminder concerns.

use inquiry::Actor;

use super::key::ReminderThreshold;
use crate::{LocalSettings, Role};

/// The person at this desktop.
pub(crate) struct Listener<'a> {
    me: Actor,
    role: Role,
    away: &'a [Actor],
}

impl<'a> Listener<'a> {
    /// Takes the person from the local settings.
    pub fn new(settings: &'a LocalSettings) -> Self {
        Self {
            me: settings.me(),
            role: settings.role,
            away: &settings.away,
        }
    }

    /// Tells whether a reminder of an inquiry concerns the person: the assignee; everyone while there is none; leads
    /// where it runs late, where the assignee let the last threshold pass, or is away.
    pub fn hears(
        &self,
        assignee: Option<&Actor>,
        threshold: ReminderThreshold,
        is_last: bool,
    ) -> bool {
        let Some(assignee) = assignee else {
            return true;
        };
        let escalates = matches!(
            threshold,
            ReminderThreshold::Target | ReminderThreshold::Limit
        ) || is_last;
        match self.role {
            Role::Agent => *assignee == self.me,
            Role::Lead => *assignee == self.me || escalates || self.away.contains(assignee),
        }
    }
}
