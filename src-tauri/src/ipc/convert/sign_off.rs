//! The sign-off of a period.

use report::{FieldChange, Share, Turned};

use super::report::cell;
use super::{count, instant};
use crate::ipc::wire::sign_off as wire;

/// How many inquiries that count otherwise the page shows at most; the command line lists all.
const MOST: usize = 100;

/// Shows a sign-off.
pub(crate) fn view(view: &desk::SignOffView) -> wire::SignOffView {
    let kept = |of: &inquiry::Headline| {
        let share = Share {
            part: of.in_time + of.late,
            whole: of.answered + of.open_past_limit,
        };
        share.permille()
    };
    wire::SignOffView {
        operation: view.operation.to_string(),
        by: view.by.to_string(),
        at: instant(view.at),
        note: view.note.clone(),
        kept_permille: kept(&view.sign_off.headline),
        kept_now_permille: kept(&view.headline),
        changes: view.changes.iter().take(MOST).map(change).collect(),
        changed: count(view.changes.len()),
        published: view.published.iter().map(published).collect(),
    }
}

fn change(signed: &desk::SignedChange) -> wire::SignedChange {
    let (turned, fields) = match &signed.change.turned {
        Turned::CameIn => ("came-in", [].as_slice()),
        Turned::FellOut => ("fell-out", [].as_slice()),
        Turned::Differs(fields) => ("differs", fields.as_slice()),
    };
    let event = |it: &desk::ChangingEvent| wire::SignedEvent {
        by: it.by.to_string(),
        at: instant(it.at),
    };
    wire::SignedChange {
        id: signed.change.id.to_string(),
        number: signed.change.number.to_string(),
        turned: turned.to_owned(),
        fields: fields.iter().map(field).collect(),
        by: signed.by.iter().map(event).collect(),
    }
}

fn field(change: &FieldChange) -> wire::SignedField {
    wire::SignedField {
        field: change.field.to_owned(),
        from: cell(&change.from),
        to: cell(&change.to),
    }
}

fn published(since: &desk::PublishedSince) -> wire::PublishedSince {
    wire::PublishedSince {
        what: since.what.to_owned(),
        label: since.label.clone(),
        by: since.by.to_string(),
        at: instant(since.at),
    }
}
