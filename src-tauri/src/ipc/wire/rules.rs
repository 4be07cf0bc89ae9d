//! Changes of the rules: looked at, applied, and tried on the past (§21).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::inquiry::ClosedBecause;
use super::queue::{Band, Verdict};
use super::request::HolidayYear;

/// A change of what all inquiries are judged by.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum RuleChange {
    /// Changes of the business calendar, one after the other.
    Calendar {
        /// The changes.
        edits: Vec<CalendarEdit>,
    },
    /// A list of holidays as the government publishes it.
    Holidays {
        /// The file.
        path: String,
    },
    /// A policy pack.
    Pack {
        /// The file.
        path: String,
    },
}

/// A change of the business calendar.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(
    tag = "edit",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum CalendarEdit {
    /// The company closes on a date.
    Close {
        /// The date.
        on: String,
        /// What it is called.
        name: Option<String>,
    },
    /// A closing day on a single date is given up.
    Reopen {
        /// The date.
        on: String,
    },
    /// The company closes on a day of every year, from a date on.
    CloseYearly {
        /// The day, `MM-DD`.
        day: String,
        /// The first date.
        effective_on: String,
    },
    /// A closing day of every year is given up, from a date on.
    ReopenYearly {
        /// The day, `MM-DD`.
        day: String,
        /// The first date.
        effective_on: String,
    },
    /// The week has other hours, from a date on.
    Hours {
        /// The first date.
        effective_on: String,
        /// The hours from Monday to Sunday, each `HH:MM-HH:MM`.
        weekly: Vec<Vec<String>>,
    },
    /// A version is given up.
    RemoveVersion {
        /// Its first date.
        effective_on: String,
    },
}

/// What a change would do, or why it cannot be made.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Previewed {
    /// All problems at once; where there are any, nothing can be applied.
    pub problems: Vec<RuleProblem>,
    /// What the change would do.
    pub preview: Option<ChangePreview>,
}

/// A problem of a file or of a change.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RuleProblem {
    /// The code.
    pub code: String,
    /// The line of the file, from 1.
    pub line: Option<u32>,
    /// The place in the file's tree, or what is meant.
    pub place: String,
    /// What would do.
    pub suggestion: Option<String>,
}

/// What a change would do to the deadlines that run.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChangePreview {
    /// How many open inquiries were looked at.
    pub open: u32,
    /// How many of them have another target or limit.
    pub moved: u32,
    /// How many turn in which way.
    pub turns: BTreeMap<Turn, u32>,
    /// The first of those that move, what turns before the rest.
    pub deadlines: Vec<MovedDeadline>,
    /// How many open obligations were looked at.
    pub open_obligations: u32,
    /// Those whose clock moves.
    pub obligations: Vec<MovedObligation>,
    /// Which holidays come and go, for a list of them.
    pub holidays: Option<Vec<HolidayYear>>,
    /// The pack, for a pack: product and version.
    pub pack: Option<String>,
}

/// What becomes of an open inquiry.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    BecomesBreach,
    BecomesLate,
    StopsBreach,
    StopsLate,
}

/// An open obligation whose clock moves.
#[derive(Clone, Debug, Serialize, Type)]
pub struct MovedObligation {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// What it is about, as the list calls it.
    pub title: String,
    /// Its kind, by code.
    pub kind: String,
    /// What becomes of it.
    pub turn: Option<Turn>,
    /// When it is due by the rules in force; nothing where no time is promised.
    pub before: Option<DueAt>,
    /// When it would be due.
    pub after: Option<DueAt>,
}

/// When a clock is due.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DueAt {
    /// The instant; nothing where it is a date.
    pub at: Option<String>,
    /// The date until whose end it is due.
    pub on: Option<String>,
}

/// An open inquiry whose deadline moves.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MovedDeadline {
    /// The inquiry's id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// What becomes of it.
    pub turn: Option<Turn>,
    /// By the rules in force.
    pub before: ClockAt,
    /// By the changed ones.
    pub after: ClockAt,
}

/// Target, limit and band of an inquiry.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ClockAt {
    /// The target.
    pub target: String,
    /// The limit.
    pub limit: String,
    /// The band.
    pub band: Band,
}

/// A past period, judged twice.
#[derive(Clone, Debug, Serialize, Type)]
pub struct WhatIf {
    /// All problems at once; where there are any, nothing was judged.
    pub problems: Vec<RuleProblem>,
    /// By the rules in force.
    pub before: Tally,
    /// By the changed ones.
    pub after: Tally,
    /// How many have another verdict.
    pub changed: u32,
    /// The first of those.
    pub named: Vec<OtherVerdict>,
}

/// How many first responses had which verdict.
#[derive(Clone, Debug, Default, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// All of them.
    pub count: u32,
    /// Up to the target.
    pub in_time: u32,
    /// After the target, up to the limit.
    pub late: u32,
    /// After the limit.
    pub breach: u32,
    /// The share within the target, in thousandths.
    pub within_target: Option<u32>,
    /// The share within the limit, in thousandths.
    pub within_limit: Option<u32>,
}

/// A first response that would have another verdict.
#[derive(Clone, Debug, Serialize, Type)]
pub struct OtherVerdict {
    /// The inquiry's id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// By the rules in force.
    pub before: Verdict,
    /// By the changed ones.
    pub after: Verdict,
}

/// A year of the business calendar, day by day.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CalendarPicture {
    /// The year.
    pub year: i32,
    /// Where its holidays come from: `shipped`, `computed`, `imported`.
    pub source: Option<String>,
    /// How many business days it has.
    pub business_days: u32,
    /// Its months, January first.
    pub months: Vec<PictureMonth>,
    /// All versions of the calendar, by their first days.
    pub versions: Vec<CalendarVersion>,
    /// Today.
    pub today: String,
}

/// A month of the picture.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PictureMonth {
    /// 1 to 12.
    pub month: u32,
    /// The weekday of its first day: 0 for Monday to 6 for Sunday.
    pub begins: u32,
    /// How many business days it has.
    pub business_days: u32,
    /// Its days.
    pub days: Vec<PictureDay>,
}

/// A day of the picture.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PictureDay {
    /// The day, `YYYY-MM-DD`.
    pub on: String,
    /// Its hours, each `HH:MM-HH:MM`; none where it is closed.
    pub hours: Vec<String>,
    /// Why it is closed.
    pub closed: Option<ClosedBecause>,
    /// What the closing day is called.
    pub name: Option<String>,
    /// The name of the national holiday on it.
    pub holiday: Option<String>,
    /// Whether it is a closing day on a single date.
    pub single: bool,
}

/// A version of the business calendar.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CalendarVersion {
    /// Its first day.
    pub effective_on: String,
    /// Whether it is the first one, which holds since ever.
    pub first: bool,
    /// Whether it is in force today.
    pub in_force: bool,
    /// The hours from Monday to Sunday, each `HH:MM-HH:MM`.
    pub weekly: Vec<Vec<String>>,
    /// The closing days of every year, `MM-DD`.
    pub closing_days_yearly: Vec<String>,
}
