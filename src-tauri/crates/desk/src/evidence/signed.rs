//! The sign-offs among the events of evidence: what each states, and what became of it since.

use std::collections::{BTreeMap, BTreeSet};

use inquiry::{Body, Event, Headline, InquiryId};
use report::{Entry, Selection, Signed};

use super::difference::Difference;
use crate::sign_off::since::{Counted, Since};
use crate::sign_off::{placed_in, selection_of, signed_selection};
use crate::{DeskError, SignOffView};

/// The inquiries of evidence, with their events by their places in it.
struct Evidenced<'a> {
    histories: BTreeMap<InquiryId, Vec<(i64, Event)>>,
    entries: &'a BTreeMap<InquiryId, Entry>,
}

impl Counted for Evidenced<'_> {
    fn touched_since(&self, place: i64) -> Result<BTreeSet<InquiryId>, DeskError> {
        let later = |events: &[(i64, Event)]| events.last().is_some_and(|(seq, _)| *seq > place);
        let touched = self.histories.iter().filter(|(_, events)| later(events));
        Ok(touched.map(|(id, _)| *id).collect())
    }

    fn history(&self, id: InquiryId) -> Result<Vec<(i64, Event)>, DeskError> {
        Ok(self.histories.get(&id).cloned().unwrap_or_default())
    }

    fn entry(&self, id: InquiryId) -> Option<&Entry> {
        self.entries.get(&id)
    }

    fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }
}

/// Gives what a report on a selection says of its sign-offs, by the events alone; a headline that does not follow from
/// the events before it is a difference.
pub(super) fn signed(
    events: &[Event],
    entries: &BTreeMap<InquiryId, Entry>,
    selection: &Selection,
    differences: &mut Vec<Difference>,
) -> Result<Vec<Signed>, DeskError> {
    let Some(wanted) = signed_selection(selection) else {
        return Ok(Vec::new());
    };
    let (mut reference, mut histories) = (Vec::new(), BTreeMap::<_, Vec<_>>::new());
    for (seq, event) in (1_i64..).zip(events) {
        match event.body {
            Body::Reference(_) => reference.push((seq, event.clone())),
            Body::Inquiry(id, _) => histories.entry(id).or_default().push((seq, event.clone())),
            Body::Obligation(..) | Body::Contract(..) => {}
        }
    }
    let counted = Evidenced { histories, entries };
    let placed = placed_in(&reference).into_iter();
    let signed = placed.filter(|it| it.sign_off.of == wanted).map(|placed| {
        let selection = selection_of(&placed.sign_off.of);
        let since = Since::of(&placed, &selection, &reference, &counted)?;
        let (stated, found) = (&placed.sign_off.headline, since.headline_then()?);
        if *stated != found {
            differences.push(Difference::SignOffDiffers {
                by: placed.event.actor.to_string(),
                stated: told(stated),
                found: told(&found),
            });
        }
        Ok(SignOffView::of(&placed, &since, None)?.signed())
    });
    signed.collect()
}

fn told(it: &Headline) -> String {
    format!(
        "{} / {} / {} / {} / {} / {} / {}",
        it.received,
        it.answered,
        it.in_time,
        it.late,
        it.breached,
        it.open_past_target,
        it.open_past_limit
    )
}
