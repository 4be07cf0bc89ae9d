use super::*;
use crate::{BusinessCalendar, Holidays, Interval};

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn standard() -> Vec<CalendarVersion> {
    vec![CalendarVersion::standard()]
}

fn edited(versions: &[CalendarVersion], edits: &[CalendarEdit]) -> Vec<CalendarVersion> {
    edit_calendar(versions, edits).unwrap()
}

fn close(date: &str) -> CalendarEdit {
    CalendarEdit::Close {
        on: on(date),
        name: Some("創立記念日".into()),
    }
}

fn hours(date: &str, interval: &str) -> CalendarEdit {
    let interval: Interval = interval.parse().unwrap();
    let weekly = WeeklyHours {
        mon: vec![interval],
        tue: vec![interval],
        ..WeeklyHours::CLOSED
    };
    CalendarEdit::Hours {
        effective_on: on(date),
        weekly,
    }
}

/// Gives whether days are open by versions that have to make a calendar.
fn open(versions: &[CalendarVersion], dates: [&str; 3]) -> [bool; 3] {
    let calendar = BusinessCalendar::compile(versions, &Holidays::shipped()).unwrap();
    dates.map(|date| calendar.is_business_day(on(date)).unwrap())
}

#[test]
fn a_day_is_closed_in_the_version_effective_on_it_and_opened_again() {
    let two = edited(&standard(), &[hours("2027-04-01", "10:00-18:00")]);
    let closed = edited(&two, &[close("2027-03-30"), close("2027-04-06")]);
    let dates = ["2027-03-30", "2027-04-05", "2027-04-06"];
    assert_eq!(open(&two, dates), [true, true, true]);
    assert_eq!(open(&closed, dates), [false, true, false]);
    let counts: Vec<_> = closed.iter().map(|it| it.closing_days.len()).collect();
    assert_eq!(counts, [1, 1]);
    let reopen = |date| CalendarEdit::Reopen { on: on(date) };
    let again = edited(&closed, &[reopen("2027-04-06"), reopen("2027-03-30")]);
    assert_eq!(again, two);
}

#[test]
fn other_hours_begin_a_version_and_leave_what_was_before() {
    let two = edited(&standard(), &[hours("2027-04-01", "10:00-18:00")]);
    let ids: Vec<_> = two.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["standard", "from-2027-04-01"]);
    // Wednesdays before and after, and the Monday after.
    let dates = ["2027-03-31", "2027-04-07", "2027-04-05"];
    assert_eq!(open(&two, dates), [true, false, true]);
    let other = edited(&two, &[hours("2027-04-01", "09:00-17:00")]);
    assert_eq!(other.len(), 2, "the version that begins there is changed");
    let removed = edited(
        &other,
        &[CalendarEdit::RemoveVersion {
            effective_on: on("2027-04-01"),
        }],
    );
    assert_eq!(removed, standard());
}

#[test]
fn a_closing_day_of_every_year_holds_from_a_date_on() {
    let day = MonthDay::new(12, 29).unwrap();
    let effective_on = on("2027-01-01");
    let closed = edited(
        &standard(),
        &[CalendarEdit::CloseYearly { day, effective_on }],
    );
    let dates = ["2026-12-29", "2027-12-29", "2028-12-29"];
    assert_eq!(open(&closed, dates), [true, false, false]);
    let given_up = edited(
        &closed,
        &[CalendarEdit::ReopenYearly {
            day,
            effective_on: on("2028-01-01"),
        }],
    );
    assert_eq!(open(&given_up, dates), [true, false, true]);
}

#[test]
fn all_that_cannot_be_changed_is_told_at_once_with_its_place() {
    let versions = edited(
        &standard(),
        &[close("2026-12-28"), hours("2027-04-01", "10:00-18:00")],
    );
    let day = MonthDay::new(12, 29).unwrap();
    let edits = [
        close("2026-12-28"),
        close("2026-12-30"),
        CalendarEdit::Reopen {
            on: on("2026-12-25"),
        },
        CalendarEdit::ReopenYearly {
            day,
            effective_on: on("2027-01-01"),
        },
        CalendarEdit::RemoveVersion {
            effective_on: on("2027-05-01"),
        },
        CalendarEdit::RemoveVersion {
            effective_on: range::FIRST_DATE,
        },
        close("1954-12-31"),
    ];
    let expected = [
        (0, CalendarEditProblemKind::ClosedAlready(on("2026-12-28"))),
        (
            2,
            CalendarEditProblemKind::NoClosingDay {
                on: on("2026-12-25"),
                nearest: Some(on("2026-12-28")),
            },
        ),
        (3, CalendarEditProblemKind::NoYearlyClosingDay(day)),
        (
            4,
            CalendarEditProblemKind::NoSuchVersion {
                on: on("2027-05-01"),
                nearest: Some(on("2027-04-01")),
            },
        ),
        (5, CalendarEditProblemKind::FirstVersion(range::FIRST_DATE)),
        (6, CalendarEditProblemKind::OutOfRange(on("1954-12-31"))),
    ];
    let found = edit_calendar(&versions, &edits).unwrap_err();
    let found: Vec<_> = found.into_iter().map(|it| (it.edit, it.kind)).collect();
    assert_eq!(found, expected);
}
