//! The day at the desk.

use serde::Serialize;
use specta::Type;

use super::queue::Level;

/// The day: what must be answered, what it began with, what is handed over.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TodayView {
    /// The instant as of which it is told.
    pub as_of: String,
    /// The business day that is open, or opens next, as a date.
    pub on: String,
    /// Its first opening.
    pub opens_at: String,
    /// Its last closing.
    pub closes_at: String,
    /// The close before it.
    pub closed_at: String,
    /// The business time left until the close.
    pub left_s: i32,
    /// What is due until the close, in the order in which fewest limits are missed.
    pub due: Vec<DueRow>,
    /// What is past its limit already.
    pub over: Vec<TodayRow>,
    /// What nobody has decided a level for.
    pub undecided: Vec<TodayRow>,
    /// How many agents keep every limit; nothing where one inquiry alone is too long.
    pub agents: Option<u32>,
    /// How many came in since the close before, by level.
    pub came_in: Vec<CameIn>,
    /// What is due before noon.
    pub morning: Vec<TodayRow>,
    /// What is open since before the close before.
    pub carried: Vec<TodayRow>,
    /// What is open, by limit.
    pub risks: Vec<TodayRow>,
}

/// How many of a level came in.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CameIn {
    /// The level; nothing for those without.
    pub level: Option<Level>,
    /// So many.
    pub count: u32,
}

/// An inquiry of the day.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TodayRow {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its subject; empty once erased.
    pub subject: String,
    /// The customer; empty where unknown.
    pub customer: String,
    /// The product family.
    pub product: String,
    /// The level.
    pub level: Option<Level>,
    /// Who has it.
    pub assignee: Option<String>,
    /// The receipt.
    pub received_at: String,
    /// The target 回答目安.
    pub target: Option<String>,
    /// The limit 回答期限.
    pub limit: Option<String>,
    /// The code of how it stands.
    pub standing: String,
}

/// An inquiry that is due until the close.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DueRow {
    /// The inquiry.
    pub row: TodayRow,
    /// How long its kind usually takes.
    pub usual_s: i32,
    /// How many first responses that rests on.
    pub usual_n: u32,
    /// What it is the median of: `kind`, `level`, or `assumed` where too few are known.
    pub usual_from: String,
    /// The business time left to its limit.
    pub left_s: i32,
    /// Whether one agent who follows the order keeps its limit.
    pub kept: bool,
}
