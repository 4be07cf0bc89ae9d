use desk::Unproven;
use inquiry::{Ending, InquiryEvent, Response};
use policy::{Allowance, Step};

use crate::shape::history::Naming;
use crate::tongue::Tongue;
use crate::word::EndWord;

pub(super) fn step(step: &Step, tongue: &Tongue) -> String {
    let field = &tongue.words.field;
    let moment = |at: &business_time::Instant| tongue.moment(*at);
    match step {
        Step::Received { at } => format!("Received {}", moment(at)),
        Step::ReckonedFromChange { at } => {
            format!(
                "Counted from the message of {} that changed the situation",
                moment(at)
            )
        }
        Step::StartsAtOpening { at } => format!("Counted from the next opening, {}", moment(at)),
        Step::SkippedDays { days } => {
            let days: Vec<String> = days
                .iter()
                .map(|it| format!("{} ({})", tongue.day(it.on), (field.closed)(&it.because)))
                .collect();
            format!("Left out: {}", days.join(", "))
        }
        Step::Allowance {
            level,
            said,
            target,
            ..
        } => {
            format!(
                "{} → {} (target {})",
                (field.level)(*level),
                allowance(*said),
                moment(target)
            )
        }
        Step::TriageAim { business, at } => {
            format!(
                "Level undecided → triage aim of {} business min ({})",
                business.as_secs() / 60,
                moment(at)
            )
        }
        Step::CarriedOver { from, to } => {
            format!(
                "Does not fit into {}; carried over to {}",
                tongue.day(*from),
                tongue.day(*to)
            )
        }
        Step::LimitIsTarget => "Fits into the same day, so the limit is the target".to_owned(),
        Step::LimitIsClose { at, .. } => {
            format!(
                "Falls on a later business day, so the limit is that day's closing, {}",
                moment(at)
            )
        }
        Step::WholeDays {
            business_days, at, ..
        } => {
            format!(
                "Closing of business day {business_days} after the start, {}, is the limit",
                moment(at)
            )
        }
        Step::Responded {
            at,
            verdict: Some(verdict),
        } => {
            format!(
                "First response {} ({})",
                moment(at),
                (field.verdict)(*verdict)
            )
        }
        Step::Responded { at, verdict: None } => format!("First response {}", moment(at)),
        Step::Ended { at } => format!("Ended without a first response {}", moment(at)),
        Step::OverOutOfHours { since } => {
            format!(
                "Nothing but closed hours since {}: over by 0:00 (after closing)",
                moment(since)
            )
        }
        Step::Provisional { year } => {
            format!("The holidays of {year} are computed and may still change")
        }
    }
}

fn allowance(said: Allowance) -> String {
    match said {
        Allowance::BusinessHours(1) => "1 business hour".to_owned(),
        Allowance::BusinessHours(hours) => format!("{hours} business hours"),
        Allowance::BusinessDays(1) => "1 business day".to_owned(),
        Allowance::BusinessDays(days) => format!("{days} business days"),
    }
}

pub(super) fn history(event: &InquiryEvent, naming: &Naming<'_>) -> String {
    let (tongue, field) = (naming.tongue, &naming.tongue.words.field);
    match event {
        InquiryEvent::Received(it) => {
            let channel = (field.channel)(it.channel).to_lowercase();
            format!("Received by {channel} {}", tongue.moment(it.received_at))
        }
        InquiryEvent::MessageAdded(it) => {
            format!(
                "Message from {} added ({})",
                naming.from(it),
                tongue.moment(it.at)
            )
        }
        InquiryEvent::MessageSplitOff { to, .. } => {
            format!("Message split off as {}", naming.number(*to))
        }
        InquiryEvent::LevelSet {
            level,
            reason,
            note,
        } => {
            let (level, reason) = ((field.level)(*level), (field.reason)(reason));
            format!(
                "Level set to “{level}” ({reason}){}",
                after(&naming.optional(note.as_ref()))
            )
        }
        InquiryEvent::KindSet(kind) => format!("Kind set to “{}”", (field.kind)(*kind)),
        InquiryEvent::ProductSet(product) => {
            format!("Product corrected to “{}”", tongue.product(product))
        }
        InquiryEvent::PlanSet(plan) => format!("Plan corrected to “{}”", (field.plan)(*plan)),
        InquiryEvent::SubjectSet(text) => format!("Subject changed to “{}”", naming.words(text)),
        InquiryEvent::LevelFound { level, .. } => {
            let words = naming.tongue.words;
            (words.scope.level_found)((words.field.level)(*level))
        }
        InquiryEvent::StatusPageTicked { step, done } => {
            let told = &naming.tongue.words.scope;
            (told.ticked)((told.step)(*step), *done)
        }
        InquiryEvent::HandedOver { handed_over: true } => "Handed over to paid support".to_owned(),
        InquiryEvent::HandedOver { handed_over: false } => {
            "The hand-over to paid support was taken back".to_owned()
        }
        InquiryEvent::ScopeAnswered(_) => naming.tongue.words.scope.answered.to_owned(),
        InquiryEvent::AskedBy(asker) => (naming.tongue.words.register.asked_by)(*asker).to_owned(),
        InquiryEvent::CustomerSet(text) => {
            format!("Customer updated{}", because(&naming.customer(text)))
        }
        InquiryEvent::Assigned(Some(to)) => format!("Assigned to {to}"),
        InquiryEvent::Assigned(None) => "Put back to unassigned".to_owned(),
        InquiryEvent::StatusSet { status, reason } => {
            let reason = because(&naming.optional(reason.as_ref()));
            format!("Status set to “{}”{reason}", (field.status)(*status))
        }
        InquiryEvent::ReceiptConfirmed { at } => {
            format!(
                "Receipt confirmed {} (no first response)",
                tongue.moment(*at)
            )
        }
        InquiryEvent::FirstResponded { response, .. } => {
            format!("First response recorded: {}", responded(response, naming))
        }
        InquiryEvent::Replied(response) => {
            format!("Reply recorded: {}", responded(response, naming))
        }
        InquiryEvent::Ended { ending, reason } => {
            let reason = because(&naming.words(reason));
            format!(
                "Ended without a first response: {}{reason}",
                ended(ending, naming)
            )
        }
        InquiryEvent::CauseSet { cause, note } => format!(
            "Cause of missing the target: {}{}",
            (field.cause)(*cause),
            because(&naming.optional(note.as_ref()))
        ),
        InquiryEvent::NoteAdded(text) => format!("Internal note: {}", naming.words(text)),
        InquiryEvent::NextContactSet { at: Some(at), note } => {
            format!(
                "Next contact {}{}",
                tongue.moment(*at),
                because(&naming.optional(note.as_ref()))
            )
        }
        InquiryEvent::NextContactSet { at: None, .. } => "Next contact cleared".to_owned(),
        InquiryEvent::Linked { to, relation } => {
            format!(
                "Linked with {} ({})",
                naming.number(*to),
                (field.relation)(*relation)
            )
        }
        InquiryEvent::Undone { .. } => "An operation was undone".to_owned(),
    }
}

fn responded(response: &Response, naming: &Naming<'_>) -> String {
    let kind = (naming.tongue.words.field.response)(response.kind);
    let why = because(&naming.optional(response.why.as_ref()));
    format!("{kind}, {}{why}", naming.tongue.moment(response.at))
}

fn ended(ending: &Ending, naming: &Naming<'_>) -> String {
    let word = naming.tongue.words.field.ending;
    match ending {
        Ending::NotAnInquiry => word(EndWord::NotAnInquiry).to_owned(),
        Ending::Duplicate { of: Some(of) } => {
            format!("{} of {}", word(EndWord::Duplicate), naming.number(*of))
        }
        Ending::Duplicate { of: None } => word(EndWord::Duplicate).to_owned(),
        Ending::Withdrawn => word(EndWord::Withdrawn).to_owned(),
    }
}

fn because(reason: &str) -> String {
    if reason.is_empty() {
        String::new()
    } else {
        format!(" ({reason})")
    }
}

fn after(note: &str) -> String {
    if note.is_empty() {
        String::new()
    } else {
        format!(": {note}")
    }
}

pub(super) fn unproven(unproven: &Unproven, tongue: &Tongue) -> String {
    match unproven {
        Unproven::NoHeadKept => {
            "Not proven: no head was kept yet, so the whole record could have been written anew. A backup keeps one."
                .to_owned()
        }
        Unproven::AfterKeptHead { kept_seq, kept_at, last_seq, .. } => format!(
            "Not proven: that nothing was written anew after the head of {} (event {kept_seq}), up to event {last_seq}.",
            tongue.moment(*kept_at)
        ),
        Unproven::ErasedTexts { count } => format!("Not proven: what the {count} erased texts said."),
    }
}
