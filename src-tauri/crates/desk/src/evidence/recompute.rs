//! Verdicts and figures a second time, from events alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use inquiry::{
    Body, Event, Inquiry, InquiryEvent, InquiryId, Judgement, Obligation, ObligationId, PersonalId,
    Recorded, fold,
};
use report::{Entry, Rulebook, assess};

use super::difference::Difference;
use crate::obligations::fold as fold_one;
use crate::rules::calendars_of;
use crate::{DeskError, Rules};

/// Gives every verdict again, by the rules and the state of the inquiry at its place in the log; gives how many.
pub(super) fn verdicts(
    events: &[Event],
    differences: &mut Vec<Difference>,
) -> Result<u64, DeskError> {
    let mut reference: Vec<&Event> = Vec::new();
    let mut of_inquiry: BTreeMap<InquiryId, Vec<&Event>> = BTreeMap::new();
    let mut known: Option<Arc<Rules>> = None;
    let mut count = 0;
    for event in events {
        match &event.body {
            Body::Reference(_) => {
                reference.push(event);
                known = None;
            }
            Body::Obligation(..) | Body::Contract(..) => {}
            Body::Inquiry(id, body) => {
                let before = of_inquiry.entry(*id).or_default();
                if let InquiryEvent::FirstResponded {
                    response,
                    judgement,
                } = body
                    && let Some(state) = folded(*id, before)
                {
                    let rules = match known.take() {
                        Some(rules) => rules,
                        None => Arc::new(Rules::compile(reference.iter().copied())?),
                    };
                    known = Some(Arc::clone(&rules));
                    let found = rules.judge(&state, response.at)?;
                    differences.extend(differing(&state, judgement, &found));
                    count += 1;
                }
                before.push(event);
            }
        }
    }
    Ok(count)
}

fn differing(state: &Inquiry, stated: &Judgement, found: &Judgement) -> Option<Difference> {
    let told = |it: &Judgement| {
        format!(
            "{} {} {} {} s, {}, {:.12}",
            it.verdict,
            it.target,
            it.limit,
            it.business_taken.as_secs(),
            it.pack,
            it.calendar_hash
        )
    };
    (stated != found).then(|| Difference::VerdictDiffers {
        number: state.number.to_string(),
        stated: told(stated),
        found: told(found),
    })
}

/// Folds every inquiry and gives it its deadlines, by the rules that the events come to; with these rules.
pub(super) fn entries(
    events: &[Event],
    customers: &BTreeMap<PersonalId, String>,
) -> Result<(BTreeMap<InquiryId, Entry>, Rules), DeskError> {
    let reference = || {
        events
            .iter()
            .filter(|it| matches!(it.body, Body::Reference(_)))
    };
    let rules = Rules::compile(reference())?;
    let calendars = calendars_of(reference())?;
    let rulebook = Rulebook {
        packs: &rules.packs,
        calendar: &rules.calendar,
        calendars: &calendars,
    };
    let mut of_inquiry: BTreeMap<InquiryId, Vec<&Event>> = BTreeMap::new();
    for event in events {
        if let Body::Inquiry(id, _) = &event.body {
            of_inquiry.entry(*id).or_default().push(event);
        }
    }
    let entry = |(id, events): (&InquiryId, &Vec<&Event>)| {
        let outline = folded(*id, events)?.outline();
        let customer = customers.get(&outline.customer).map(String::as_str);
        let customer = customer.unwrap_or_default().into();
        Some((*id, assess(outline, customer, &rulebook)))
    };
    let entries = of_inquiry.iter().filter_map(entry).collect();
    Ok((entries, rules))
}

/// Folds every obligation.
pub(super) fn obligations(events: &[Event]) -> Vec<Obligation> {
    let mut of_each: BTreeMap<ObligationId, Vec<Event>> = BTreeMap::new();
    for event in events {
        if let Body::Obligation(id, _) = &event.body {
            of_each.entry(*id).or_default().push(event.clone());
        }
    }
    let folded = of_each.values();
    folded.filter_map(|events| fold_one(events)).collect()
}

fn folded(id: InquiryId, events: &[&Event]) -> Option<Inquiry> {
    let recorded: Vec<Recorded<'_>> = events.iter().filter_map(|it| it.recorded()).collect();
    fold(id, &recorded)
}
