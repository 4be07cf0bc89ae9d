use business_time::Instant;
use inquiry::{
    Actor, Customer, Direction, Inquiry, InquiryEvent, InquiryId, LevelReason, MessageText, Origin,
    Proof, Received,
};
use policy::{Channel, ImpactLevel, InquiryKind, ProductId, SupportPlan};

use super::respond::NewResponse;
use crate::act::Act;
use crate::{Call, Desk, DeskError, Done, shown};

/// How much of the text stands in for a missing subject, in characters.
const SUBJECT_CHARS: usize = 60;

/// An inquiry that an agent records: a call, or what came in another way than by file.
#[derive(Clone, PartialEq, Debug)]
pub struct NewInquiry {
    /// The product family.
    pub product: ProductId,
    /// The support plan.
    pub plan: SupportPlan,
    /// The channel; a trial customer's call is logged all the same (§1).
    pub channel: Channel,
    /// The receipt, for a call its start; nothing for now.
    pub received_at: Option<Instant>,
    /// Who asks.
    pub customer: Customer,
    /// The subject; where it is empty, the text's first line stands in.
    pub subject: String,
    /// What was said.
    pub text: String,
    /// The level, where it was decided at once (§17).
    pub level: Option<ImpactLevel>,
    /// The kind, where it was chosen at once (§16).
    pub kind: Option<InquiryKind>,
    /// Who takes it.
    pub assignee: Option<Actor>,
    /// The answer given at once, on the call.
    pub answer: Option<NewResponse>,
}

impl Desk {
    /// Records an inquiry by hand, with level, kind, assignee and the answer given at once, in one operation.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProduct`], [`DeskError::ReceiptInFuture`], [`DeskError::OutOfRange`] outside the calendar's
    /// years or near their end, [`DeskError::EmptyName`] without subject and text, [`DeskError::Refused`] where the answer is: it needs a
    /// level; [`DeskError::Store`].
    pub fn record_call(&self, call: &Call, new: &NewInquiry) -> Result<Done<InquiryId>, DeskError> {
        let again = |touched: &[Inquiry]| touched.first().map(|it| it.id);
        self.write(call, again, |act| {
            let received = act.received_by_hand(new)?;
            let id = act.begin(received)?;
            if let Some(level) = new.level {
                act.record(
                    id,
                    InquiryEvent::LevelSet {
                        level,
                        reason: LevelReason::First,
                        note: None,
                    },
                )?;
            }
            if let Some(kind) = new.kind {
                act.record(id, InquiryEvent::KindSet(kind))?;
            }
            if let Some(assignee) = new.assignee.clone() {
                act.record(id, InquiryEvent::Assigned(Some(assignee)))?;
            }
            if let Some(answer) = &new.answer {
                act.respond(id, answer)?;
            }
            Ok(id)
        })
    }
}

impl Act<'_, '_> {
    fn received_by_hand(&mut self, new: &NewInquiry) -> Result<Received, DeskError> {
        let received_at = new.received_at.unwrap_or(self.now);
        if received_at > self.now {
            return Err(DeskError::ReceiptInFuture);
        }
        self.rules.pack(&new.product, received_at)?;
        let (said, customer) = (shown::lines(&new.text), shown::customer(&new.customer));
        let subject = subject(new, &said).ok_or(DeskError::EmptyName)?;
        let text = MessageText {
            from_name: customer.line(),
            from_address: customer.address.clone(),
            subject: subject.clone(),
            text: said,
            ..MessageText::default()
        };
        Ok(Received {
            number: self.tx.next_number()?,
            product: new.product.clone(),
            plan: new.plan,
            channel: new.channel,
            received_at,
            proof: Proof::Proven,
            subject: self.text(&subject)?,
            customer: self.text(&serde_json::to_string(&customer)?)?,
            message: self.message_by_hand(Direction::In, received_at, &text)?,
            origin: Origin::Agent,
            sample: false,
        })
    }
}

fn subject(new: &NewInquiry, said: &str) -> Option<String> {
    let given = Some(shown::line(&new.subject)).filter(|it| !it.is_empty());
    given.or_else(|| {
        let first_line = said.lines().map(str::trim).find(|it| !it.is_empty());
        first_line.map(|line| line.chars().take(SUBJECT_CHARS).collect())
    })
}
