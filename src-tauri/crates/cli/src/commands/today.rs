use desk::{DueRow, TodayRow, TodayView};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::line;
use crate::session::Session;
use crate::shape::today::TodayShape;
use crate::tongue::{Tongue, span};

/// Tells what must be answered today and in which order, what the day began with, and what is handed over
#[derive(clap::Args)]
pub struct Arguments {}

/// Tells of the day.
pub fn run(session: &Session) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let tongue = session.tongue(&desk);
    let view = desk.today()?;
    session.show(
        || TodayShape::of(&view, tongue.zone()),
        || text(&view, &tongue),
    )?;
    Ok(Exit::Done)
}

fn text(view: &TodayView, tongue: &Tongue) -> String {
    let words = &tongue.words.today;
    let mut lines = vec![(words.heads)(
        &tongue.day(view.day.on),
        &tongue.moment(view.day.closes_at),
        &span(view.left),
    )];
    lines.push((words.can_be_done)(view.agents, view.due.len()));
    lines.extend(view.due.iter().map(|it| due(it, tongue)));
    let came_in = view.came_in.iter().map(|(level, count)| {
        let level = level.map_or(tongue.words.field.no_level, tongue.words.field.level);
        format!("{level} {count}")
    });
    let came_in: Vec<String> = came_in.collect();
    if !came_in.is_empty() {
        lines.push(format!("{} {}", words.came_in, came_in.join(" · ")));
    }
    for (heading, rows) in [
        (words.over, &view.over),
        (words.undecided, &view.undecided),
        (words.morning, &view.morning),
        (words.carried, &view.carried),
        (words.risks, &view.risks),
    ] {
        if !rows.is_empty() {
            lines.push((words.counted)(heading, rows.len()));
            lines.extend(rows.iter().map(|it| format!("  {}", row(it, tongue))));
        }
    }
    lines.iter().map(|it| line(it) + "\n").collect()
}

fn due(due: &DueRow, tongue: &Tongue) -> String {
    let words = &tongue.words.today;
    let usual = (words.usual)(&span(due.usual.time), due.usual.n, due.usual.from);
    let kept = if due.kept { "" } else { words.cannot_be_kept };
    format!("  {} {usual} {kept}", row(&due.row, tongue))
        .trim_end()
        .to_owned()
}

fn row(row: &TodayRow, tongue: &Tongue) -> String {
    let outline = &row.entry.outline;
    let field = &tongue.words.field;
    let due = row.entry.due.map(|it| {
        let (target, limit) = (tongue.moment(it.target), tongue.moment(it.limit));
        (tongue.words.today.due)(&target, &limit)
    });
    let assignee = outline.assignee.as_ref().map(ToString::to_string);
    let told = [
        outline.number.to_string(),
        outline.level.map_or(field.no_level, field.level).to_owned(),
        due.unwrap_or_default(),
        assignee.unwrap_or_else(|| field.unassigned.to_owned()),
        row.entry.customer.to_string(),
        row.subject.clone(),
    ];
    let told: Vec<String> = told.into_iter().filter(|it| !it.is_empty()).collect();
    told.join("  ")
}
