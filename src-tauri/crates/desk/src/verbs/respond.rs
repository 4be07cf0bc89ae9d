use business_time::Instant;
use inquiry::{Actor, Direction, Inquiry, InquiryEvent, InquiryId, MessageId, Refusal, Response};
use policy::ResponseKind;

use crate::act::Act;
use crate::{Call, Desk, DeskError, Done};

/// A response that left, as an agent records it.
#[derive(Clone, PartialEq, Debug)]
pub struct NewResponse {
    /// What it is (§18).
    pub kind: ResponseKind,
    /// When it left; nothing for now, or for the instant of the message.
    pub at: Option<Instant>,
    /// Who gave it, where that is another person than the one who records it.
    pub by: Option<Actor>,
    /// What was answered.
    pub text: Option<String>,
    /// Why it is recorded after the fact; wanted more than five minutes later, where no message shows it.
    pub why: Option<String>,
    /// The outgoing message that it is.
    pub message: Option<MessageId>,
}

impl NewResponse {
    /// Makes a response that leaves now.
    #[must_use]
    pub const fn now(kind: ResponseKind) -> Self {
        Self {
            kind,
            at: None,
            by: None,
            text: None,
            why: None,
            message: None,
        }
    }
}

impl Desk {
    /// Records a response: the first one with its verdict (§18), or a later one. Word of the receipt is recorded as
    /// such and does not stop the clock.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where the level is missing (§17), the instant lies before the receipt or after now, the
    /// reason is missing, the message is not an outgoing one of the inquiry, or the inquiry has ended;
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn respond(
        &self,
        call: &Call,
        inquiry: InquiryId,
        response: &NewResponse,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| act.respond(inquiry, response))
    }
}

impl Act<'_, '_> {
    /// Records a response inside a write.
    pub fn respond(&mut self, id: InquiryId, new: &NewResponse) -> Result<(), DeskError> {
        let inquiry = self.inquiry(id)?;
        let at = instant(&inquiry, new)?.unwrap_or(self.now);
        if new.kind == ResponseKind::Receipt {
            return self.record_on(&inquiry, InquiryEvent::ReceiptConfirmed { at });
        }
        let response = Response {
            kind: new.kind,
            at,
            by: new.by.clone(),
            message: new.message,
            text: self.optional_text(new.text.as_deref())?,
            why: self.optional_text(new.why.as_deref())?,
            after_the_fact: new.message.is_none() && Response::is_after_the_fact(at, self.now),
        };
        if inquiry.first_response.is_some() {
            return self.record_on(&inquiry, InquiryEvent::Replied(response));
        }
        if inquiry.ended.is_some() {
            return Err(DeskError::Refused {
                number: inquiry.number,
                refusal: Refusal::AlreadyEnded,
            });
        }
        // The verdict itself wants a level and an instant within the inquiry's life; what lies outside is refused by
        // the record.
        let judged_at = at.min(self.now).max(inquiry.received_at);
        let judgement = self.rules.judge(&inquiry, judged_at)?;
        self.record_on(
            &inquiry,
            InquiryEvent::FirstResponded {
                response,
                judgement,
            },
        )
    }
}

/// Gives the instant of a response; a message that shows it says when it left.
fn instant(inquiry: &Inquiry, new: &NewResponse) -> Result<Option<Instant>, DeskError> {
    let Some(id) = new.message else {
        return Ok(new.at);
    };
    let message = inquiry
        .message(id)
        .filter(|it| it.direction == Direction::Out);
    let refused = || DeskError::Refused {
        number: inquiry.number,
        refusal: Refusal::NoSuchMessage(id),
    };
    message.map(|it| Some(it.at)).ok_or_else(refused)
}
