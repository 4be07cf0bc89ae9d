use inquiry::{Customer, InquiryEvent, InquiryId};

use crate::{Call, Desk, DeskError, Done, shown};

impl Desk {
    /// Corrects who asks.
    ///
    /// # Errors
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn set_customer(
        &self,
        call: &Call,
        inquiry: InquiryId,
        customer: &Customer,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            let customer = act.text(&serde_json::to_string(&shown::customer(customer))?)?;
            act.record(inquiry, InquiryEvent::CustomerSet(customer))
        })
    }
}
