//! The clocks besides the first response's: vectors, how they stand, when they remind, how they explain themselves.

use business_time::{BusinessCalendar, Instant, read_calendars};
use chrono::NaiveDate;
use policy::{
    CalendarSpan, Clock, ClockBand, ClockFacts, ClockRule, ClockStep, Clocks, Due, OsFamily, Pack,
    ReleaseKind, ReminderRules, Thresholds, TimeLeft, clock_due, clock_reminders, evaluate_clock,
    explain_clock,
};
use serde_json::Value;

use super::support::{CALENDARS, STANDARD, at, compiled};

const VECTORS: &str = include_str!("../../../../../tests/vectors/calendar_clocks.jsonl");

fn clocks(pack: usize) -> &'static Clocks {
    Pack::shipped()[pack].clocks().unwrap()
}

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn date(value: &Value) -> NaiveDate {
    on(value.as_str().unwrap())
}

/// The rules of a vector by the fields of their expected answers.
fn rules(vector: &Value) -> Vec<(&'static str, ClockRule)> {
    let given = &vector["given"];
    let clomo = clocks(0);
    match vector["clock"].as_str().unwrap() {
        "app_delivery_3_business_days" => {
            let at = Instant::parse(given["requested_at"].as_str().unwrap()).unwrap();
            vec![("due", ClockRule::enterprise_app(clomo, at).unwrap())]
        }
        "incident_notice_2_wall_clock_hours" => {
            let at = Instant::parse(given["occurred_at"].as_str().unwrap()).unwrap();
            vec![("notify_by", ClockRule::incident_notice(clomo, at).unwrap())]
        }
        "phone_suspension_notice_1_week_before" => {
            let day = date(&given["suspension_date"]);
            let rule = ClockRule::suspension_notice(clomo, at("2020-01-06 10:00"), day);
            vec![("latest_notice_date", rule.unwrap())]
        }
        "maintenance_notice_1_month_before" => {
            let day = date(&given["maintenance_date"]);
            let rule = ClockRule::maintenance_notice(clomo, at("2020-01-06 10:00"), day);
            vec![("latest_notice_date", rule.unwrap())]
        }
        "os_verification" => {
            let day = date(&given["release_date"]);
            let of = |pack: usize, os, nth: usize| {
                let verification = clocks(pack).verifications(os, ReleaseKind::Major).nth(nth);
                ClockRule::os_verification(verification.unwrap(), day).unwrap()
            };
            vec![
                ("two_weeks", of(0, OsFamily::Ios, 0)),
                ("one_month", of(0, OsFamily::Ios, 1)),
                ("sixty_days", of(1, OsFamily::Ios, 0)),
            ]
        }
        other => panic!("{other}"),
    }
}

#[test]
fn all_vectors_hold() {
    let named = read_calendars(CALENDARS).unwrap();
    let calendar_of = |vector: &Value| -> BusinessCalendar {
        let name = vector["calendar"].as_str().unwrap_or("std");
        compiled(&[named[name].clone()])
    };
    let mut checked = 0;
    for line in VECTORS.lines() {
        let vector: Value = serde_json::from_str(line).unwrap();
        let calendar = calendar_of(&vector);
        for (field, rule) in rules(&vector) {
            let found = clock_due(&calendar, &rule).unwrap();
            let expected = vector["expect"][field].as_str().unwrap();
            let expected = match found.due {
                Due::At(_) => Due::At(Instant::parse(expected).unwrap()),
                Due::On(_) => Due::On(on(expected)),
            };
            assert_eq!(found.due, expected, "{field} of {}", vector["id"]);
            if let Some(start) = vector["expect"]["start"].as_str() {
                assert_eq!(found.start, Instant::parse(start).unwrap(), "{line}");
            }
            checked += 1;
        }
    }
    assert_eq!(checked, 24 + 12 + 24 + 42 + 3 * 42);
}

#[test]
fn each_policy_promises_its_own() {
    let row = |pack: usize| {
        let it = clocks(pack);
        (
            it.enterprise_app.map(|length| length.business_days),
            it.maintenance_notice,
            it.suspension_notice,
            it.incident_notice.map(|length| length.wall_hours),
        )
    };
    let (week, month) = (Some(CalendarSpan::Weeks(1)), Some(CalendarSpan::Months(1)));
    assert_eq!(row(0), (Some(3), month, week, Some(2)));
    assert_eq!(row(1), (None, None, week, Some(2)));
    assert_eq!(row(2), (None, None, week, Some(2)));
    let no_time = clocks(2)
        .verifications(OsFamily::Ios, ReleaseKind::Major)
        .next();
    assert_eq!(
        ClockRule::os_verification(no_time.unwrap(), on("2025-09-15")),
        None,
        "the maker promises no time"
    );
}

/// Checks the verifications of a release in the three packs, each as its lengths.
#[track_caller]
fn check_verified(os: OsFamily, kind: ReleaseKind, expected: [&[CalendarSpan]; 3]) {
    let found = [0, 1, 2].map(|pack| {
        let of = clocks(pack).verifications(os, kind);
        of.filter_map(|it| it.within).collect::<Vec<_>>()
    });
    assert_eq!(found, expected.map(<[_]>::to_vec), "{os} {kind}");
}

#[test]
fn what_is_verified_depends_on_system_and_release() {
    let (two_weeks, month) = (CalendarSpan::Weeks(2), CalendarSpan::Months(1));
    let sixty = CalendarSpan::Days(60);
    for os in [OsFamily::Ios, OsFamily::IpadOs, OsFamily::Android] {
        check_verified(os, ReleaseKind::Major, [&[two_weeks, month], &[sixty], &[]]);
        check_verified(os, ReleaseKind::Minor, [&[two_weeks, month], &[], &[]]);
        check_verified(os, ReleaseKind::Maintenance, [&[], &[], &[]]);
    }
    for os in [OsFamily::MacOs, OsFamily::Windows11] {
        check_verified(os, ReleaseKind::Major, [&[month], &[sixty], &[]]);
        check_verified(os, ReleaseKind::Minor, [&[month], &[], &[]]);
    }
    check_verified(OsFamily::ChromeOs, ReleaseKind::Lts, [&[month], &[], &[]]);
    check_verified(OsFamily::ChromeOs, ReleaseKind::Major, [&[], &[], &[]]);
}

fn app(requested: &str) -> ClockRule {
    ClockRule::enterprise_app(clocks(0), at(requested)).unwrap()
}

fn incident(detected: &str) -> ClockRule {
    ClockRule::incident_notice(clocks(0), at(detected)).unwrap()
}

fn suspension(planned: &str, starts: &str) -> ClockRule {
    ClockRule::suspension_notice(clocks(0), at(planned), on(starts)).unwrap()
}

fn maintenance(planned: &str, starts: &str) -> ClockRule {
    ClockRule::maintenance_notice(clocks(0), at(planned), on(starts)).unwrap()
}

/// Checks the band and the minutes left of an open clock at a moment.
#[track_caller]
fn check_open(rule: ClockRule, now: &str, band: ClockBand, minutes: i64) {
    let facts = ClockFacts {
        rule,
        done_at: None,
    };
    let found = evaluate_clock(&STANDARD, &Thresholds::default(), &facts, at(now)).unwrap();
    let left = match found.left {
        TimeLeft::Business(left) => left.as_secs(),
        TimeLeft::Wall(left) => left.as_secs(),
    };
    assert_eq!((found.band, left), (band, minutes * 60), "{now}");
    assert_eq!(found.late, None);
}

#[test]
fn an_app_counts_business_time() {
    // Monday 11:00: due at the close of Thursday.
    let rule = app("2026-11-16 11:00");
    check_open(rule, "2026-11-16 11:00", ClockBand::Fine, 30 * 60 + 30);
    check_open(rule, "2026-11-18 10:30", ClockBand::Soon, 15 * 60);
    check_open(rule, "2026-11-19 10:30", ClockBand::Urgent, 7 * 60);
    check_open(rule, "2026-11-19 17:30", ClockBand::Urgent, 0);
    check_open(rule, "2026-11-19 17:31", ClockBand::Overdue, 0);
    check_open(rule, "2026-11-20 10:30", ClockBand::Overdue, -60);
}

#[test]
fn an_incident_counts_on_the_wall_at_any_hour() {
    let rule = incident("2026-11-22 23:00");
    check_open(rule, "2026-11-22 23:00", ClockBand::Fine, 120);
    check_open(rule, "2026-11-23 00:05", ClockBand::Soon, 55);
    check_open(rule, "2026-11-23 00:31", ClockBand::Urgent, 29);
    check_open(rule, "2026-11-23 01:00", ClockBand::Urgent, 0);
    check_open(rule, "2026-11-23 01:10", ClockBand::Overdue, -10);
}

#[test]
fn a_date_is_due_until_its_end_and_counted_to_the_close_before() {
    // Due on Saturday the 21st: counted to the close of Friday.
    let rule = suspension("2026-11-16 09:30", "2026-11-28");
    check_open(rule, "2026-11-16 09:30", ClockBand::Fine, 40 * 60);
    check_open(rule, "2026-11-20 16:30", ClockBand::Urgent, 60);
    check_open(rule, "2026-11-21 23:59", ClockBand::Urgent, 0);
    check_open(rule, "2026-11-22 00:00", ClockBand::Overdue, 0);
    // Planned when it is too late already.
    let late = suspension("2026-11-24 10:00", "2026-11-27");
    check_open(late, "2026-11-24 10:00", ClockBand::Overdue, -30);
}

/// Checks whether what was done at a moment was too late.
#[track_caller]
fn check_done(rule: ClockRule, done: &str, late: bool) {
    let facts = ClockFacts {
        rule,
        done_at: Some(at(done)),
    };
    let now = at("2027-01-04 10:00");
    let found = evaluate_clock(&STANDARD, &Thresholds::default(), &facts, now).unwrap();
    assert_eq!(
        (found.band, found.late),
        (ClockBand::Done, Some(late)),
        "{done}"
    );
    assert!(
        clock_reminders(&STANDARD, &ReminderRules::default(), &facts)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn what_is_done_stays_in_time_or_late() {
    check_done(app("2026-11-16 11:00"), "2026-11-19 17:30", false);
    check_done(app("2026-11-16 11:00"), "2026-11-19 17:30:01", true);
    check_done(incident("2026-11-22 23:00"), "2026-11-23 01:00", false);
    check_done(incident("2026-11-22 23:00"), "2026-11-23 01:01", true);
    check_done(
        maintenance("2026-11-02 10:00", "2026-12-31"),
        "2026-11-30 23:59",
        false,
    );
    check_done(
        maintenance("2026-11-02 10:00", "2026-12-31"),
        "2026-12-01 00:00",
        true,
    );
}

/// Checks the instants at which an open clock reminds.
#[track_caller]
fn check_reminders(rule: ClockRule, expected: &[&str]) {
    let facts = ClockFacts {
        rule,
        done_at: None,
    };
    let found = clock_reminders(&STANDARD, &ReminderRules::default(), &facts).unwrap();
    let found: Vec<_> = found.iter().map(|reminder| reminder.at).collect();
    let expected: Vec<_> = expected.iter().map(|text| at(text)).collect();
    assert_eq!(found, expected);
}

#[test]
fn reminders_ring_in_opening_hours_but_those_of_incidents() {
    check_reminders(
        incident("2026-11-22 23:00"),
        &[
            "2026-11-23 00:00",
            "2026-11-23 00:30",
            "2026-11-23 00:48",
            "2026-11-23 01:00",
        ],
    );
    // Due on Saturday: the last one rings at the close of Friday.
    check_reminders(
        suspension("2026-11-16 09:30", "2026-11-28"),
        &[
            "2026-11-18 13:30",
            "2026-11-19 15:30",
            "2026-11-20 13:30",
            "2026-11-20 17:30",
        ],
    );
}

#[test]
fn the_explanations_name_what_they_rest_on() {
    let cases = [
        (app("2026-11-20 18:00"), None),
        (app("2027-12-29 10:00"), None),
        (incident("2026-11-22 23:00"), Some("2026-11-23 01:10")),
        (maintenance("2026-11-02 10:00", "2027-03-31"), None),
        (
            suspension("2026-11-16 09:30", "2026-11-30"),
            Some("2026-11-20 12:00"),
        ),
    ];
    let told: Vec<String> = cases
        .into_iter()
        .map(|(rule, done)| {
            let facts = ClockFacts {
                rule,
                done_at: done.map(at),
            };
            let found = explain_clock(&STANDARD, &facts).unwrap();
            let mut lines = vec![format!("§{} {}", found.clock.clause(), found.clock)];
            lines.extend(found.steps.iter().map(step));
            lines.join("\n  ")
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

fn step(step: &ClockStep) -> String {
    let moment = |at: &Instant| at.to_rfc3339_in(STANDARD.time_zone());
    let text = match step {
        ClockStep::Requested { at } => format!("requested {}", moment(at)),
        ClockStep::Detected { at } => format!("detected {}", moment(at)),
        ClockStep::Released { on } => format!("released {on}"),
        ClockStep::Planned { starts_on } => format!("planned for {starts_on}"),
        ClockStep::StartsAtOpening { at } => format!("starts at the opening {}", moment(at)),
        ClockStep::SkippedDays { days } => {
            let days: Vec<_> = days.iter().map(|day| day.on.to_string()).collect();
            format!("skips {}", days.join(", "))
        }
        ClockStep::WholeDays { business_days, at } => {
            format!("business day {business_days} closes {}", moment(at))
        }
        ClockStep::WallHours { wall_hours, at } => format!("{wall_hours} h on, {}", moment(at)),
        ClockStep::After { span, on } => format!("{span:?} after, {on}"),
        ClockStep::Before { span, on } => format!("{span:?} before, {on}"),
        ClockStep::MonthEnd { on } => format!("the month ends on {on}"),
        ClockStep::RemindedBefore { at } => format!("reminds before {}", moment(at)),
        ClockStep::Done { at, late } => format!("done {}, late: {late}", moment(at)),
        ClockStep::Provisional { year } => format!("{year} is provisional"),
    };
    let mark = if step.is_of_the_clause() {
        ""
    } else {
        "(ours) "
    };
    format!("{mark}{text}")
}

#[test]
fn what_lies_outside_the_years_is_refused() {
    let month = CalendarSpan::Months(1);
    let outside = [
        ClockRule::OsVerification {
            released_on: on("2100-12-15"),
            length: month,
        },
        ClockRule::MaintenanceNotice {
            planned_at: at("2026-11-16 09:30"),
            starts_on: on("1955-01-15"),
            length: month,
        },
        incident("2100-12-31 23:30"),
        app("2100-12-30 10:00"),
    ];
    for rule in outside {
        assert!(clock_due(&STANDARD, &rule).is_err(), "{rule:?}");
    }
}

#[test]
fn every_clock_names_its_clause() {
    let clauses: Vec<_> = Clock::ALL.iter().map(|clock| clock.clause()).collect();
    assert_eq!(clauses, [4, 5, 9, 15, 20]);
}
