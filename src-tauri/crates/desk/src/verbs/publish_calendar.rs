use business_time::{BusinessCalendar, CalendarVersion};
use inquiry::ReferenceEvent;

use crate::rules::hash_of;
use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Publishes the business calendar's versions, all together; each date counts under the version effective on it.
    ///
    /// # Errors
    /// [`DeskError::Calendar`] with all problems, [`DeskError::Store`].
    pub fn publish_calendar(
        &self,
        call: &Call,
        versions: &[CalendarVersion],
    ) -> Result<Done<()>, DeskError> {
        BusinessCalendar::compile(versions, &self.rules().holidays).map_err(DeskError::Calendar)?;
        let versions = versions.to_vec();
        let hash = hash_of(&versions)?;
        self.change(call, |act| {
            act.publish(ReferenceEvent::CalendarPublished { hash, versions })
        })
    }
}
