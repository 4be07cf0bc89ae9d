use inquiry::{InquiryEvent, InquiryId, Relation};

use crate::act::Act;
use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Links two inquiries, seen from the first; the second gets the link back.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where they are linked so already or are one, [`DeskError::NoSuchInquiry`],
    /// [`DeskError::Store`].
    pub fn link(
        &self,
        call: &Call,
        inquiry: InquiryId,
        to: InquiryId,
        relation: Relation,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| act.link(inquiry, to, relation))
    }
}

impl Act<'_, '_> {
    /// Links two inquiries both ways.
    pub fn link(
        &mut self,
        inquiry: InquiryId,
        to: InquiryId,
        relation: Relation,
    ) -> Result<(), DeskError> {
        self.record(inquiry, InquiryEvent::Linked { to, relation })?;
        self.record(
            to,
            InquiryEvent::Linked {
                to: inquiry,
                relation: seen_from_there(relation),
            },
        )
    }
}

fn seen_from_there(relation: Relation) -> Relation {
    match relation {
        Relation::Related => Relation::Related,
        Relation::SameOutage => Relation::SameOutage,
        Relation::Follows => Relation::FollowedBy,
        Relation::FollowedBy => Relation::Follows,
        Relation::SplitFrom => Relation::SplitInto,
        Relation::SplitInto => Relation::SplitFrom,
        Relation::Absorbed => Relation::MergedInto,
        Relation::MergedInto => Relation::Absorbed,
    }
}
