//! What a support policy promises and whether it was kept: packs, the first-response clock and the other ones,
//! their bands, explanations and reminders.
//!
//! Everything here is a function of its arguments: nothing reads a clock, a file or the network. Rules cite the
//! clause they come from, so that a search for "§17" leads to the code.

mod clock;
mod eligibility;
mod evaluation;
mod explanation;
mod language;
mod level_assistant;
mod library;
mod os;
mod other_clock;
mod pack;
mod product_table;
mod reminder;
mod scope;
mod simulation;
mod thresholds;
mod words;

pub use clock::{Deadlines, EvaluateError, deadlines, deadlines_from_cut};
pub use eligibility::{
    AskingFacts, Eligibility, EligibilityReason, OptionRefusal, grant_option, judge_eligibility,
    warns_of_channel,
};
pub use evaluation::{Band, Evaluation, Facts, Verdict, evaluate};
pub use explanation::{Explanation, SkippedDay, Step, explain};
pub use language::{DetectedLanguage, LanguageHint, detect_language};
pub use level_assistant::{AssistantStep, follow_answers, suggested_answer};
pub use library::{PackClash, PackLibrary};
pub use os::{
    NamedOs, OsAnswer, OsDifference, OsEdit, OsGeneration, OsQuestion, OsReason, OsRelease,
    OsTable, OsVerdict, PlacedRelease, Withdrawal, check_os, named_systems,
};
pub use other_clock::{
    Clock, ClockBand, ClockDue, ClockEvaluation, ClockExplanation, ClockFacts, ClockRule,
    ClockStep, Due, TimeLeft, clock_due, clock_reminders, evaluate_clock, explain_clock,
};
pub use pack::{
    Allowance, Asking, BetaRule, CalendarSpan, ChannelRule, Clocks, DeviceRule, Kind, LeadsTo,
    Level, LevelAnswer, LevelQuestion, Names, OsFamily, OutReason, Outside, Pack, PackContent,
    PackProblem, PackProblemCode, Plan, Product, ReleaseKind, Requirement, RequirementKind, Role,
    ScopeRules, StatusPage, StatusPageStep, Systems, Told, Verification, Verifier, WallHours,
    WholeDays, nearest,
};
pub use product_table::{
    AppAnswer, AppReason, AppRelease, AppVerdict, DeviceAnswer, DeviceReason, DeviceVerdict,
    Document, NamedApp, Platform, ProductDifference, ProductEdit, ProductTable, VerifiedDevice,
};
pub use reminder::{Reminder, ReminderRules, Threshold, due, reminders};
pub use scope::{
    DeviceFact, ProductPart, Scope, ScopeFacts, ScopeFinding, ScopeSubject, judge_scope, scope_of,
};
pub use simulation::{ClockShift, Shift, Tally, Turn};
pub use thresholds::Thresholds;
pub use words::{
    Cause, Channel, DayLimit, EndKind, ImpactLevel, InquiryKind, ProductId, ResponseKind,
    SupportPlan, UnknownWord,
};
