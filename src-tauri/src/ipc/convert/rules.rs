//! Changes of the rules.

use std::path::Path;

use business_time::{
    CalendarEdit, CalendarEditProblemKind as EditProblem, Interval, MonthDay, WeeklyHours,
};
use chrono::{NaiveDate, Weekday};
use desk::{DeskError, RuleChange, read_reference_file, read_reference_text};
use policy::{Evaluation, Tally};

use super::mirror::Mirror;
use super::{count, instant};
use crate::ipc::wire::{IpcError, queue, request, rules as wire};

/// How many deadlines the window lists; all are counted.
const LISTED: usize = 200;

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Reads a date.
pub(crate) fn date(text: &str) -> Result<NaiveDate, IpcError> {
    text.parse().map_err(|_| IpcError::malformed("date", text))
}

fn month_day(text: &str) -> Result<MonthDay, IpcError> {
    text.parse()
        .map_err(|_| IpcError::malformed("month-day", text))
}

/// What was asked for, or all problems of it.
pub(crate) type Read<T> = Result<Result<T, Vec<wire::RuleProblem>>, IpcError>;

impl wire::RuleChange {
    /// Reads the change and, where it names one, the file.
    pub(crate) fn read(&self) -> Read<RuleChange> {
        let read = match self {
            Self::Calendar { edits } => {
                let edits = edits.iter().map(wire::CalendarEdit::parse);
                match problems_or(edits.collect::<Result<Vec<_>, _>>()?) {
                    Ok(edits) => Ok(RuleChange::Calendar(edits)),
                    Err(problems) => return Ok(Err(problems)),
                }
            }
            Self::Holidays { path } => {
                read_reference_file(Path::new(path)).and_then(|it| RuleChange::holidays(&it))
            }
            Self::Pack { path } => {
                read_reference_text(Path::new(path)).and_then(|it| RuleChange::pack(&it))
            }
        };
        told(read)
    }
}

/// Puts problems that the window lists apart from errors.
pub(crate) fn told<T>(result: Result<T, DeskError>) -> Read<T> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(error) => match problems(&error) {
            Some(problems) => Ok(Err(problems)),
            None => Err(error.into()),
        },
    }
}

fn problems(error: &DeskError) -> Option<Vec<wire::RuleProblem>> {
    match error {
        DeskError::Pack(problems) => Some(problems.iter().map(pack_problem).collect()),
        DeskError::Holidays(problems) => Some(problems.iter().map(holiday_problem).collect()),
        DeskError::CalendarEdits(problems) => {
            Some(problems.iter().map(|it| edit_problem(&it.kind)).collect())
        }
        DeskError::Calendar(problems) => Some(problems.iter().map(calendar_problem).collect()),
        _ => None,
    }
}

fn problem(code: &str, place: impl ToString) -> wire::RuleProblem {
    wire::RuleProblem {
        code: code.to_owned(),
        line: None,
        place: place.to_string(),
        suggestion: None,
    }
}

/// Shows a problem of a pack or a table.
pub(crate) fn pack_problem(it: &policy::PackProblem) -> wire::RuleProblem {
    wire::RuleProblem {
        line: Some(count(it.line)),
        suggestion: it.suggestion.clone(),
        ..problem(it.code.as_str(), &it.path)
    }
}

/// Shows a problem of a table; its line only where somebody has the file before them.
pub(crate) fn placed(it: &policy::PackProblem, lines: bool) -> wire::RuleProblem {
    let shown = pack_problem(it);
    wire::RuleProblem {
        line: shown.line.filter(|_| lines),
        ..shown
    }
}

fn holiday_problem(it: &business_time::HolidayProblem) -> wire::RuleProblem {
    use business_time::HolidayProblemKind as Kind;
    let found = match &it.kind {
        Kind::Undecodable => problem("undecodable", ""),
        Kind::Empty => problem("no-holiday", ""),
        Kind::NotADate(text) => problem("not-a-date", text),
        Kind::NoSuchDate(text) => problem("no-such-date", text),
        Kind::YearOutOfRange(year) => problem("year-out-of-range", year),
        Kind::NoName => problem("no-name", ""),
        Kind::Duplicate { on, first_line } => wire::RuleProblem {
            suggestion: Some(first_line.to_string()),
            ..problem("same-date", on)
        },
    };
    wire::RuleProblem {
        line: Some(count(it.line)),
        ..found
    }
}

fn edit_problem(kind: &EditProblem) -> wire::RuleProblem {
    let near = |code, on: &NaiveDate, nearest: &Option<NaiveDate>| wire::RuleProblem {
        suggestion: nearest.map(|it| it.to_string()),
        ..problem(code, on)
    };
    match kind {
        EditProblem::ClosedAlready(on) => problem("closed-already", on),
        EditProblem::NoClosingDay { on, nearest } => near("no-closing-day", on, nearest),
        EditProblem::ClosedYearlyAlready(day) => problem("closed-yearly-already", day),
        EditProblem::NoYearlyClosingDay(day) => problem("no-yearly-closing-day", day),
        EditProblem::NoSuchVersion { on, nearest } => near("no-such-version", on, nearest),
        EditProblem::FirstVersion(on) => problem("first-version", on),
        EditProblem::OutOfRange(on) => problem("date-out-of-range", on),
    }
}

fn calendar_problem(it: &business_time::CalendarProblem) -> wire::RuleProblem {
    use business_time::CalendarProblem as Problem;
    match it {
        Problem::NoVersion => problem("no-version", ""),
        Problem::SameEffectiveDate { effective_on, .. } => {
            problem("same-effective-date", effective_on)
        }
        Problem::OtherTimeZone { time_zone, .. } => problem("other-time-zone", time_zone),
        Problem::NeverOpen { .. } => problem("never-open", ""),
        Problem::Overlap { on, .. } => {
            let place = match on {
                business_time::HoursOf::Weekday(weekday) => weekday.to_string().to_lowercase(),
                business_time::HoursOf::Date(on) => on.to_string(),
            };
            problem("overlap", place)
        }
        Problem::DateTwice { on, .. } => problem("date-twice", on),
        Problem::DateOutOfRange { on, .. } => problem("date-out-of-range", on),
    }
}

/// Gives what is right where all is, else all problems.
fn problems_or<T>(
    read: Vec<Result<T, Vec<wire::RuleProblem>>>,
) -> Result<Vec<T>, Vec<wire::RuleProblem>> {
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for one in read {
        match one {
            Ok(one) => right.push(one),
            Err(problems) => wrong.extend(problems),
        }
    }
    if wrong.is_empty() {
        Ok(right)
    } else {
        Err(wrong)
    }
}

impl wire::CalendarEdit {
    fn parse(&self) -> Read<CalendarEdit> {
        Ok(Ok(match self {
            Self::Close { on, name } => CalendarEdit::Close {
                on: date(on)?,
                name: name.clone().filter(|it| !it.trim().is_empty()),
            },
            Self::Reopen { on } => CalendarEdit::Reopen { on: date(on)? },
            Self::CloseYearly { day, effective_on } => CalendarEdit::CloseYearly {
                day: month_day(day)?,
                effective_on: date(effective_on)?,
            },
            Self::ReopenYearly { day, effective_on } => CalendarEdit::ReopenYearly {
                day: month_day(day)?,
                effective_on: date(effective_on)?,
            },
            Self::Hours {
                effective_on,
                weekly,
            } => {
                let effective_on = date(effective_on)?;
                match week(weekly) {
                    Ok(weekly) => CalendarEdit::Hours {
                        effective_on,
                        weekly,
                    },
                    Err(problems) => return Ok(Err(problems)),
                }
            }
            Self::RemoveVersion { effective_on } => CalendarEdit::RemoveVersion {
                effective_on: date(effective_on)?,
            },
        }))
    }
}

/// Reads the hours of a week, which a person typed.
fn week(weekly: &[Vec<String>]) -> Result<WeeklyHours, Vec<wire::RuleProblem>> {
    let mut week = WeeklyHours::default();
    let mut problems = Vec::new();
    for (weekday, hours) in WEEK.into_iter().zip(weekly) {
        for text in hours.iter().map(|it| it.trim()).filter(|it| !it.is_empty()) {
            match text.parse::<Interval>() {
                Ok(interval) => week.on_mut(weekday).push(interval),
                Err(_) => problems.push(wire::RuleProblem {
                    suggestion: Some("09:30-17:30".to_owned()),
                    ..problem("bad-time", text)
                }),
            }
        }
    }
    if problems.is_empty() {
        Ok(week)
    } else {
        Err(problems)
    }
}

/// Shows what a change would do.
pub(crate) fn preview(preview: &desk::ChangePreview, change: &RuleChange) -> wire::ChangePreview {
    let turns = policy::Turn::ALL.iter().map(|turn| {
        let turning = count(preview.turning(*turn));
        (wire::Turn::show(*turn), turning)
    });
    let listed = preview.moved.iter().take(LISTED);
    let holidays = preview.holidays.as_ref();
    wire::ChangePreview {
        open: count(preview.open),
        moved: count(preview.moved.len()),
        turns: turns.collect(),
        deadlines: listed.map(moved).collect(),
        open_obligations: count(preview.open_obligations),
        obligations: preview.obligations.iter().map(moved_obligation).collect(),
        holidays: holidays.map(|it| it.differences.iter().map(holiday_year).collect()),
        pack: match change {
            RuleChange::Pack { pack, .. } => Some(pack.label()),
            RuleChange::Calendar(_) | RuleChange::CalendarVersions(_) | RuleChange::Holidays(_) => {
                None
            }
        },
    }
}

fn moved(moved: &desk::MovedDeadline) -> wire::MovedDeadline {
    let inquiry = &moved.row.inquiry;
    wire::MovedDeadline {
        id: inquiry.id.to_string(),
        number: inquiry.number.to_string(),
        subject: moved.row.subject.clone(),
        turn: moved.shift.turn().map(wire::Turn::show),
        before: clock(&moved.shift.before),
        after: clock(&moved.shift.after),
    }
}

fn moved_obligation(moved: &desk::MovedObligation) -> wire::MovedObligation {
    let obligation = &moved.row.obligation;
    let due = |it: policy::ClockEvaluation| match it.due {
        policy::Due::At(at) => wire::DueAt {
            at: Some(instant(at)),
            on: None,
        },
        policy::Due::On(on) => wire::DueAt {
            at: None,
            on: Some(on.to_string()),
        },
    };
    wire::MovedObligation {
        id: obligation.id.to_string(),
        number: obligation.number.to_string(),
        title: moved.row.text.title.clone(),
        kind: obligation.matter.kind().as_str().to_owned(),
        turn: moved.shift.turn().map(wire::Turn::show),
        before: moved.shift.before.map(due),
        after: moved.shift.after.map(due),
    }
}

fn clock(evaluation: &Evaluation) -> wire::ClockAt {
    wire::ClockAt {
        target: instant(evaluation.target),
        limit: instant(evaluation.limit),
        band: queue::Band::show(evaluation.band),
    }
}

/// Shows what a list of holidays changes in one year.
pub(crate) fn holiday_year(difference: &business_time::YearDifference) -> request::HolidayYear {
    let lines = |days: &[(NaiveDate, String)]| {
        let lines = days.iter().map(|(on, name)| format!("{on} {name}"));
        lines.collect()
    };
    request::HolidayYear {
        year: difference.year,
        added: lines(&difference.added),
        removed: lines(&difference.removed),
    }
}

/// Shows a period judged twice.
pub(crate) fn what_if(what_if: &desk::WhatIf) -> wire::WhatIf {
    let other = |other: &desk::OtherVerdict| wire::OtherVerdict {
        id: other.row.inquiry.id.to_string(),
        number: other.row.inquiry.number.to_string(),
        subject: other.row.subject.clone(),
        before: queue::Verdict::show(other.before),
        after: queue::Verdict::show(other.after),
    };
    wire::WhatIf {
        problems: Vec::new(),
        before: tally(&what_if.before),
        after: tally(&what_if.after),
        changed: count(what_if.changed),
        named: what_if.named.iter().map(other).collect(),
    }
}

fn tally(tally: &Tally) -> wire::Tally {
    wire::Tally {
        count: tally.count(),
        in_time: tally.in_time,
        late: tally.late,
        breach: tally.breach,
        within_target: tally.within_target(),
        within_limit: tally.within_limit(),
    }
}
