//! The day at the desk.

use business_time::Instant;
use policy::ImpactLevel;

use super::mirror::Mirror;
use super::{count, instant, seconds};
use crate::ipc::wire::queue::Level;
use crate::ipc::wire::today as wire;

/// Shows the day.
pub(crate) fn view(view: &desk::TodayView) -> wire::TodayView {
    let rows = |rows: &[desk::TodayRow]| rows.iter().map(|it| row(it, view.now)).collect();
    wire::TodayView {
        as_of: instant(view.now),
        on: view.day.on.to_string(),
        opens_at: instant(view.day.opens_at),
        closes_at: instant(view.day.closes_at),
        closed_at: instant(view.day.closed_at),
        left_s: seconds(view.left),
        due: view.due.iter().map(|it| due(it, view.now)).collect(),
        over: rows(&view.over),
        undecided: rows(&view.undecided),
        agents: view.agents.map(count),
        came_in: view.came_in.iter().map(came_in).collect(),
        morning: rows(&view.morning),
        carried: rows(&view.carried),
        risks: rows(&view.risks),
    }
}

fn came_in((level, n): &(Option<ImpactLevel>, usize)) -> wire::CameIn {
    wire::CameIn {
        level: level.map(Level::show),
        count: count(*n),
    }
}

fn due(due: &desk::DueRow, now: Instant) -> wire::DueRow {
    wire::DueRow {
        row: row(&due.row, now),
        usual_s: seconds(due.usual.time),
        usual_n: count(due.usual.n),
        usual_from: due.usual.from.as_str().to_owned(),
        left_s: seconds(due.left),
        kept: due.kept,
    }
}

fn row(row: &desk::TodayRow, now: Instant) -> wire::TodayRow {
    let (entry, outline) = (&row.entry, &row.entry.outline);
    wire::TodayRow {
        id: outline.id.to_string(),
        number: outline.number.to_string(),
        subject: row.subject.clone(),
        customer: entry.customer.to_string(),
        product: outline.product.to_string(),
        level: outline.level.map(Level::show),
        assignee: outline.assignee.as_ref().map(ToString::to_string),
        received_at: instant(outline.received_at),
        target: entry.due.map(|it| instant(it.target)),
        limit: entry.due.map(|it| instant(it.limit)),
        standing: entry.standing(now).as_str().to_owned(),
    }
}
