//! Silencing one inquiry for a while, on this desktop.

use std::collections::BTreeMap;

use business_time::Instant;
use inquiry::InquiryId;

use crate::{Desk, DeskError};

const PREFIX: &str = "snooze/";

impl Desk {
    /// Silences an inquiry's reminders until an instant, at which what is due by then rings again.
    ///
    /// # Errors
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn snooze(&self, inquiry: InquiryId, until: Instant) -> Result<(), DeskError> {
        self.find(&inquiry.to_string())?;
        Ok(self
            .store()
            .local()
            .put(&key(inquiry), &until.as_micros().to_string())?)
    }

    /// Ends the silence of an inquiry without a ring.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn forget_snooze(&self, inquiry: InquiryId) -> Result<(), DeskError> {
        self.store().local().remove(&key(inquiry))?;
        Ok(())
    }

    /// Gives until when inquiries are silenced.
    pub(crate) fn snoozes(&self) -> Result<BTreeMap<InquiryId, Instant>, DeskError> {
        let kept = self.store().local().by_prefix(PREFIX)?;
        let read = |(key, until): &(String, String)| {
            let inquiry = key.strip_prefix(PREFIX)?.parse().ok()?;
            Some((inquiry, Instant::from_micros(until.parse().ok()?)))
        };
        Ok(kept.iter().filter_map(read).collect())
    }
}

fn key(inquiry: InquiryId) -> String {
    format!("{PREFIX}{inquiry}")
}
