//! What a support policy promises and whether it was kept: packs, the first-response clock, its bands, its
//! explanation and its reminders.
//!
//! Everything here is a function of its arguments: nothing reads a clock, a file or the network. Rules cite the
//! clause they come from, so that a search for "§17" leads to the code.

mod clock;
mod evaluation;
mod explanation;
mod library;
mod pack;
mod reminder;
mod thresholds;
mod words;

pub use clock::{Deadlines, EvaluateError, deadlines, deadlines_from_cut};
pub use evaluation::{Band, Evaluation, Facts, Verdict, evaluate};
pub use explanation::{Explanation, SkippedDay, Step, explain};
pub use library::{PackClash, PackLibrary};
pub use pack::{
    Allowance, ChannelRule, Kind, Level, Names, Pack, PackContent, PackProblem, PackProblemCode,
    Plan, Product,
};
pub use reminder::{Reminder, ReminderRules, Threshold, due, reminders};
pub use thresholds::Thresholds;
pub use words::{
    Channel, DayLimit, EndKind, ImpactLevel, InquiryKind, ProductId, ResponseKind, SupportPlan,
    UnknownWord,
};
