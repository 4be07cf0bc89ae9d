use desk::{ChangingEvent, PublishedSince, SignOffView, SignedChange};
use inquiry::Headline;
use report::Turned;
use report_files::Reader;
use serde::Serialize;
use serde_json::Value;

/// A sign-off with everything that is other since.
#[derive(Serialize)]
pub struct SignOffShape {
    operation: String,
    by: String,
    at: String,
    note: Option<String>,
    selection: Value,
    as_of: String,
    headline: Headline,
    headline_now: Headline,
    heads: Vec<inquiry::SignedHead>,
    changes: Vec<ChangeShape>,
    published: Vec<PublishedShape>,
}

#[derive(Serialize)]
struct ChangeShape {
    id: String,
    number: String,
    turned: &'static str,
    fields: Vec<FieldShape>,
    by: Vec<EventShape>,
}

#[derive(Serialize)]
struct FieldShape {
    field: &'static str,
    from: Value,
    to: Value,
}

#[derive(Serialize)]
struct EventShape {
    what: &'static str,
    by: String,
    at: String,
}

#[derive(Serialize)]
struct PublishedShape {
    what: &'static str,
    label: String,
    by: String,
    at: String,
}

impl SignOffShape {
    /// Shows a sign-off; cells as a report's JSON has them.
    pub fn of(view: &SignOffView, reader: &Reader) -> Self {
        let stamp = |at: business_time::Instant| at.to_rfc3339_in(reader.zone);
        Self {
            operation: view.operation.to_string(),
            by: view.by.to_string(),
            at: stamp(view.at),
            note: view.note.clone(),
            selection: report_files::selection_value(&view.selection),
            as_of: stamp(view.sign_off.as_of),
            headline: view.sign_off.headline,
            headline_now: view.headline,
            heads: view.sign_off.heads.clone(),
            changes: view.changes.iter().map(|it| change(it, reader)).collect(),
            published: view
                .published
                .iter()
                .map(|it| published(it, reader))
                .collect(),
        }
    }
}

fn change(signed: &SignedChange, reader: &Reader) -> ChangeShape {
    let (turned, fields) = match &signed.change.turned {
        Turned::CameIn => ("came_in", Vec::new()),
        Turned::FellOut => ("fell_out", Vec::new()),
        Turned::Differs(fields) => ("differs", fields.clone()),
    };
    let field = |it: report::FieldChange| FieldShape {
        field: it.field,
        from: report_files::cell_value(&it.from, reader),
        to: report_files::cell_value(&it.to, reader),
    };
    ChangeShape {
        id: signed.change.id.to_string(),
        number: signed.change.number.to_string(),
        turned,
        fields: fields.into_iter().map(field).collect(),
        by: signed.by.iter().map(|it| event(it, reader)).collect(),
    }
}

fn event(event: &ChangingEvent, reader: &Reader) -> EventShape {
    EventShape {
        what: event.what,
        by: event.by.to_string(),
        at: event.at.to_rfc3339_in(reader.zone),
    }
}

fn published(since: &PublishedSince, reader: &Reader) -> PublishedShape {
    PublishedShape {
        what: since.what,
        label: since.label.clone(),
        by: since.by.to_string(),
        at: since.at.to_rfc3339_in(reader.zone),
    }
}
