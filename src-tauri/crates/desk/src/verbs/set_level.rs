use inquiry::{InquiryEvent, InquiryId, LevelReason};
use policy::ImpactLevel;

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Decides the impact level (§17), or changes it for one of the two reasons; all or none. The deadline is reckoned
    /// from the receipt, or from the message that changed the situation. A verdict once given stays as it is.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where a change does not say why, names no message of the customer, or all are so already;
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn set_level(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        level: ImpactLevel,
        reason: &LevelReason,
        note: Option<&str>,
    ) -> Result<Done<()>, DeskError> {
        self.change_each(call, inquiries, |act, _| {
            Ok(InquiryEvent::LevelSet {
                level,
                reason: reason.clone(),
                note: act.optional_text(note)?,
            })
        })
    }
}
