use inquiry::{Asker, InquiryEvent, InquiryId};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Says who of the register asks (§12): a person, nobody who is registered, or again whoever has the address.
    ///
    /// # Errors
    /// [`DeskError::NoSuchPerson`]; [`DeskError::Refused`] where it is so already; [`DeskError::NoSuchInquiry`],
    /// [`DeskError::Store`].
    pub fn set_asker(
        &self,
        call: &Call,
        inquiry: InquiryId,
        asker: Asker,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            if let Asker::Person(person) = asker
                && act.tx.reader()?.contract_of(person)?.is_none()
            {
                return Err(DeskError::NoSuchPerson(person.to_string()));
            }
            act.record(inquiry, InquiryEvent::AskedBy(asker))
        })
    }
}
