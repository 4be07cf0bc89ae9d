use report::{Cell, Column, FieldChange, Share, Turned};
use report_files::Reader;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::line;
use crate::session::Session;
use crate::shape::sign_off::SignOffShape;
use crate::tongue::Tongue;
use desk::{SignOffView, SignedChange};

/// Lists the periods that were signed off, each with what changed since
#[derive(clap::Args)]
pub struct Arguments {}

/// Lists them.
pub fn run(session: &Session) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let tongue = session.tongue(&desk);
    let reader = desk.report_reader(session.words.language);
    let found = desk.sign_offs()?;
    let shape = || -> Vec<SignOffShape> {
        let shown = found.iter().map(|it| SignOffShape::of(it, &reader));
        shown.collect()
    };
    let text = || match found.as_slice() {
        [] => line(session.words.sign_off.none) + "\n",
        found => found.iter().map(|it| told(it, &tongue, &reader)).collect(),
    };
    session.show(shape, text)?;
    Ok(Exit::Done)
}

fn told(view: &SignOffView, tongue: &Tongue, reader: &Reader) -> String {
    let words = &tongue.words.sign_off;
    let head = (words.heads)(view.by.as_str(), &tongue.moment(view.at));
    let mut lines = vec![head];
    let conditions = report_files::conditions(&view.selection, reader);
    let conditions = conditions
        .iter()
        .map(|(label, value)| format!("{label} {value}"));
    lines.push(format!("  {}", conditions.collect::<Vec<_>>().join(" · ")));
    let kept = |of: &inquiry::Headline| {
        reader.cell(&Cell::Share(Share {
            part: of.in_time + of.late,
            whole: of.answered + of.open_past_limit,
        }))
    };
    lines.push(format!(
        "  {} {} → {}",
        reader.column(Column::Named("within_limit")),
        kept(&view.sign_off.headline),
        kept(&view.headline)
    ));
    lines.extend(view.note.iter().map(|note| format!("  {note}")));
    if view.differences() == 0 {
        lines.push(format!("  {}", words.unchanged));
    }
    lines.extend(view.changes.iter().map(|it| changed(it, tongue, reader)));
    lines.extend(view.published.iter().map(|it| {
        let by = (words.by)(it.by.as_str(), &tongue.moment(it.at));
        format!("  {} {by}", (words.published)(it.what, &it.label))
    }));
    lines.iter().map(|it| line(it) + "\n").collect()
}

fn changed(signed: &SignedChange, tongue: &Tongue, reader: &Reader) -> String {
    let words = &tongue.words.sign_off;
    let what = match &signed.change.turned {
        Turned::CameIn => words.came_in.to_owned(),
        Turned::FellOut => words.fell_out.to_owned(),
        Turned::Differs(fields) => {
            let fields = fields.iter().map(|it| field(it, reader));
            fields.collect::<Vec<_>>().join(" · ")
        }
    };
    let by = signed.by.iter();
    let by = by.map(|it| (words.by)(it.by.as_str(), &tongue.moment(it.at)));
    let by = by.collect::<Vec<_>>().join(" ");
    format!("  {} {what} {by}", signed.change.number)
        .trim_end()
        .to_owned()
}

fn field(change: &FieldChange, reader: &Reader) -> String {
    let or_none = |cell: &Cell| match reader.cell(cell) {
        said if said.is_empty() => "-".to_owned(),
        said => said,
    };
    let (from, to) = (or_none(&change.from), or_none(&change.to));
    format!(
        "{} {from} → {to}",
        reader.column(Column::Named(change.field))
    )
}
