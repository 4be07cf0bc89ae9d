use inquiry::{InquiryEvent, InquiryId};
use policy::ProductId;

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Corrects the product family; its pack judges from then on, reckoned from the receipt. All or none.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProduct`] where no pack covers it, [`DeskError::Refused`] where all are so already,
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn set_product(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        product: &ProductId,
    ) -> Result<Done<()>, DeskError> {
        self.change_each(call, inquiries, |act, inquiry| {
            act.rules.pack(product, inquiry.received_at)?;
            Ok(InquiryEvent::ProductSet(product.clone()))
        })
    }
}
