use inquiry::{
    Direction, Inquiry, InquiryEvent, InquiryId, MessageFact, MessageId, MessageText, Origin,
    Received, Refusal, Relation,
};
use uuid::Uuid;

use crate::act::Act;
use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Splits a message of the customer off as an inquiry of its own, with its own clock from that message on.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where the message is not the customer's, not of the inquiry, or its only one;
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn split(
        &self,
        call: &Call,
        inquiry: InquiryId,
        message: MessageId,
    ) -> Result<Done<InquiryId>, DeskError> {
        let again = |touched: &[Inquiry]| {
            let new = touched
                .iter()
                .find(|it| it.origin == Origin::Split { of: inquiry });
            new.map(|it| it.id)
        };
        self.write(call, again, |act| {
            let parent = act.inquiry(inquiry)?;
            let refused = |refusal| DeskError::Refused {
                number: parent.number,
                refusal,
            };
            let fact = parent
                .message(message)
                .ok_or_else(|| refused(Refusal::NoSuchMessage(message)))?;
            if fact.direction == Direction::Out {
                return Err(refused(Refusal::NotFromCustomer));
            }
            let new = InquiryId::new(Uuid::now_v7());
            act.record_on(&parent, InquiryEvent::MessageSplitOff { message, to: new })?;
            let received = act.split_off(&parent, fact)?;
            act.begin_as(new, received)?;
            act.link(new, inquiry, Relation::SplitFrom)?;
            Ok(new)
        })
    }
}

impl Act<'_, '_> {
    fn split_off(
        &mut self,
        parent: &Inquiry,
        message: &MessageFact,
    ) -> Result<Received, DeskError> {
        let text = self.tx.text(message.text.id)?;
        let text: MessageText = text
            .map(|it| serde_json::from_str(&it))
            .transpose()?
            .unwrap_or_default();
        let subject = self.optional_text(Some(&text.subject))?;
        Ok(Received {
            number: self.tx.next_number()?,
            product: parent.product.clone(),
            plan: parent.plan,
            channel: parent.channel,
            received_at: message.at,
            proof: message.proof,
            subject: subject.unwrap_or_else(|| parent.subject.clone()),
            customer: parent.customer.clone(),
            message: message.clone(),
            origin: Origin::Split { of: parent.id },
            sample: parent.sample,
        })
    }
}
