//! What is told of the day at the desk.

use report::UsualFrom;

/// What is told of the day.
pub struct TodayTold {
    /// The day, its close, and the business time left until then.
    pub heads: fn(&str, &str, &str) -> String,
    /// How many agents keep every limit of so many inquiries.
    pub can_be_done: fn(Option<usize>, usize) -> String,
    /// How long a kind usually takes, and what that rests on.
    pub usual: fn(&str, usize, UsualFrom) -> String,
    /// One agent cannot keep it besides the others.
    pub cannot_be_kept: &'static str,
    /// Target and limit.
    pub due: fn(&str, &str) -> String,
    /// What came in since the close before.
    pub came_in: &'static str,
    /// Past the limit.
    pub over: &'static str,
    /// Without a level.
    pub undecided: &'static str,
    /// Due before noon.
    pub morning: &'static str,
    /// Open since before the close before.
    pub carried: &'static str,
    /// Open, by limit.
    pub risks: &'static str,
    /// A heading with its count.
    pub counted: fn(&str, usize) -> String,
}
