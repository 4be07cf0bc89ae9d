use crate::{Call, Desk, DeskError, Done, RuleChange};

impl Desk {
    /// Applies a change of the rules, which [`Desk::preview_change`] tells the outcome of beforehand. Verdicts once given
    /// stay as they are.
    ///
    /// # Errors
    /// As [`Desk::preview_change`]; [`DeskError::Store`].
    pub fn apply_change(&self, call: &Call, change: &RuleChange) -> Result<Done<()>, DeskError> {
        match change {
            RuleChange::Calendar(edits) => self.edit_calendar(call, edits),
            RuleChange::CalendarVersions(versions) => self.publish_calendar(call, versions),
            RuleChange::Holidays(list) => self.publish_holidays(call, list),
            RuleChange::Pack { text, .. } => self.publish_pack(call, text),
        }
    }
}
