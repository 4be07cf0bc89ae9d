//! Business calendars and exact arithmetic in business time.
//!
//! A [`BusinessCalendar`] is compiled once from the [`CalendarVersion`]s of a calendar and the
//! [`Holidays`]; after that every question ("when have two business hours passed?") is a look-up.
//! Nothing here reads a clock, a file or the desktop's time zone.

mod calendar;
mod calendar_edit;
mod calendar_version;
mod duration;
mod holidays;
mod instant;
mod range;
mod vector_calendars;
mod weekly_hours;

pub use calendar::{
    BusinessCalendar, CalendarProblem, Change, ClosedBecause, Day, HoursOf, OutOfRange,
};
pub use calendar_edit::{
    CalendarEdit, CalendarEditProblem, CalendarEditProblemKind, edit_calendar,
};
pub use calendar_version::{CalendarVersion, ClosingDay, DatedHours, MonthDay, MonthDayError};
pub use chrono_tz::Tz;
pub use duration::{BusinessDuration, WallDuration};
pub use holidays::{
    Holiday, HolidayProblem, HolidayProblemKind, HolidaySource, Holidays, ImportedHolidays,
    YearDifference, read_holidays,
};
pub use instant::{Instant, InstantError};
pub use range::{FIRST_YEAR, LAST_YEAR};
pub use vector_calendars::{ReadCalendarsError, read_calendars};
pub use weekly_hours::{Interval, IntervalError, TimeOfDay, WeeklyHours};
