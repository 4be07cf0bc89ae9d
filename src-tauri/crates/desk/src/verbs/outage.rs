use inquiry::{InquiryEvent, InquiryId, LevelReason, Refusal, Relation};
use policy::{ImpactLevel, StatusPageStep};

use super::respond::NewResponse;
use crate::act::Act;
use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Says that inquiries are of one outage (§17): each is linked to the one that leads, and gets the level if it has
    /// another one; all or none.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where one is the leading one, is of the outage already, or the leading one is of another
    /// level; [`DeskError::NothingNamed`], [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn join_outage(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        leading: InquiryId,
    ) -> Result<Done<()>, DeskError> {
        if inquiries.is_empty() {
            return Err(DeskError::NothingNamed);
        }
        self.change(call, |act| {
            act.of_outage(leading)?;
            inquiries
                .iter()
                .try_for_each(|id| act.join_outage(*id, leading))
        })
    }

    /// Ticks a step of the status page in an outage, or takes the tick away (§17): who and when stays on record.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where the inquiry is no outage, the pack does not know the step, or it is so already;
    /// [`DeskError::NoSuchInquiry`], [`DeskError::Store`].
    pub fn tick_status_page(
        &self,
        call: &Call,
        id: InquiryId,
        step: StatusPageStep,
        done: bool,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            let inquiry = act.of_outage(id)?;
            let rules = act.rules.clone();
            let pack = rules.pack(&inquiry.product, inquiry.received_at)?;
            let page = pack.content().status_page.as_ref();
            if !page.is_some_and(|it| it.steps.contains(&step)) {
                return Err(DeskError::Refused {
                    number: inquiry.number,
                    refusal: Refusal::NothingToChange,
                });
            }
            act.record(id, InquiryEvent::StatusPageTicked { step, done })
        })
    }

    /// Records one response for several inquiries, as those of one outage are answered together; all or none, each with
    /// the verdict of its own clock (§18).
    ///
    /// # Errors
    /// As [`Desk::respond`], for any of them; [`DeskError::NothingNamed`].
    pub fn respond_together(
        &self,
        call: &Call,
        inquiries: &[InquiryId],
        response: &NewResponse,
    ) -> Result<Done<()>, DeskError> {
        if inquiries.is_empty() {
            return Err(DeskError::NothingNamed);
        }
        self.change(call, |act| {
            inquiries
                .iter()
                .try_for_each(|id| act.respond(*id, response))
        })
    }
}

impl Act<'_, '_> {
    /// Wants an inquiry of the outage's level.
    fn of_outage(&mut self, id: InquiryId) -> Result<inquiry::Inquiry, DeskError> {
        let inquiry = self.inquiry(id)?;
        let level = inquiry.level.as_ref().map(|it| it.level);
        if level == Some(ImpactLevel::Outage) {
            return Ok(inquiry);
        }
        Err(DeskError::Refused {
            number: inquiry.number,
            refusal: Refusal::NoOutage,
        })
    }

    fn join_outage(&mut self, id: InquiryId, leading: InquiryId) -> Result<(), DeskError> {
        let inquiry = self.inquiry(id)?;
        let reason = match inquiry.level.as_ref().map(|it| it.level) {
            Some(ImpactLevel::Outage) => None,
            Some(_) => Some(LevelReason::WrongBefore),
            None => Some(LevelReason::First),
        };
        if let Some(reason) = reason {
            let set = InquiryEvent::LevelSet {
                level: ImpactLevel::Outage,
                reason,
                note: None,
            };
            self.record(id, set)?;
        }
        self.link(id, leading, Relation::SameOutage)
    }
}
