use business_time::{BusinessCalendar, CalendarEdit};
use inquiry::ReferenceEvent;

use crate::rules::hash_of;
use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Changes the business calendar in force, one change after the other, and publishes what comes of it.
    ///
    /// # Errors
    /// [`DeskError::CalendarEdits`] with all changes that cannot be made, [`DeskError::Calendar`],
    /// [`DeskError::Store`].
    pub fn edit_calendar(
        &self,
        call: &Call,
        edits: &[CalendarEdit],
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            // Inside the transaction, so that what somebody else published meanwhile is not lost.
            let versions = act.rules.edited(edits)?;
            BusinessCalendar::compile(&versions, &act.rules.holidays)
                .map_err(DeskError::Calendar)?;
            let hash = hash_of(&versions)?;
            act.publish(ReferenceEvent::CalendarPublished { hash, versions })
        })
    }
}
