use business_time::{Instant, Tz};
use desk::{DueRow, TodayRow, TodayView};
use serde::Serialize;

/// The day at the desk.
#[derive(Serialize)]
pub struct TodayShape {
    as_of: String,
    on: String,
    opens_at: String,
    closes_at: String,
    closed_at: String,
    left_s: i64,
    agents: Option<usize>,
    due: Vec<DueShape>,
    over: Vec<RowShape>,
    undecided: Vec<RowShape>,
    came_in: Vec<CameInShape>,
    morning: Vec<RowShape>,
    carried: Vec<RowShape>,
    risks: Vec<RowShape>,
}

#[derive(Serialize)]
struct CameInShape {
    level: Option<&'static str>,
    count: usize,
}

#[derive(Serialize)]
struct RowShape {
    id: String,
    number: String,
    subject: String,
    customer: String,
    product: String,
    level: Option<&'static str>,
    assignee: Option<String>,
    received_at: String,
    target: Option<String>,
    limit: Option<String>,
    standing: &'static str,
}

#[derive(Serialize)]
struct DueShape {
    #[serde(flatten)]
    row: RowShape,
    usual_s: i64,
    usual_n: usize,
    usual_from: &'static str,
    business_left_to_limit_s: i64,
    kept: bool,
}

impl TodayShape {
    /// Shows the day.
    pub fn of(view: &TodayView, zone: Tz) -> Self {
        let stamp = |at: Instant| at.to_rfc3339_in(zone);
        let rows = |rows: &[TodayRow]| rows.iter().map(|it| row(it, view.now, zone)).collect();
        Self {
            as_of: stamp(view.now),
            on: view.day.on.to_string(),
            opens_at: stamp(view.day.opens_at),
            closes_at: stamp(view.day.closes_at),
            closed_at: stamp(view.day.closed_at),
            left_s: view.left.as_secs(),
            agents: view.agents,
            due: view.due.iter().map(|it| due(it, view.now, zone)).collect(),
            over: rows(&view.over),
            undecided: rows(&view.undecided),
            came_in: view
                .came_in
                .iter()
                .map(|(level, count)| CameInShape {
                    level: level.map(policy::ImpactLevel::as_str),
                    count: *count,
                })
                .collect(),
            morning: rows(&view.morning),
            carried: rows(&view.carried),
            risks: rows(&view.risks),
        }
    }
}

fn due(due: &DueRow, now: Instant, zone: Tz) -> DueShape {
    DueShape {
        row: row(&due.row, now, zone),
        usual_s: due.usual.time.as_secs(),
        usual_n: due.usual.n,
        usual_from: due.usual.from.as_str(),
        business_left_to_limit_s: due.left.as_secs(),
        kept: due.kept,
    }
}

fn row(row: &TodayRow, now: Instant, zone: Tz) -> RowShape {
    let (entry, outline) = (&row.entry, &row.entry.outline);
    RowShape {
        id: outline.id.to_string(),
        number: outline.number.to_string(),
        subject: row.subject.clone(),
        customer: entry.customer.to_string(),
        product: outline.product.to_string(),
        level: outline.level.map(policy::ImpactLevel::as_str),
        assignee: outline.assignee.as_ref().map(ToString::to_string),
        received_at: outline.received_at.to_rfc3339_in(zone),
        target: entry.due.map(|it| it.target.to_rfc3339_in(zone)),
        limit: entry.due.map(|it| it.limit.to_rfc3339_in(zone)),
        standing: entry.standing(now).as_str(),
    }
}
