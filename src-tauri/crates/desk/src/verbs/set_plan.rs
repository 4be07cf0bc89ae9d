use inquiry::{InquiryEvent, InquiryId};
use policy::SupportPlan;

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Corrects the support plan (§1); the deadline is reckoned from the receipt. All or none.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where all are so already, [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn set_plan(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        plan: SupportPlan,
    ) -> Result<Done<()>, DeskError> {
        self.change_each(call, inquiries, |_, _| Ok(InquiryEvent::PlanSet(plan)))
    }
}
