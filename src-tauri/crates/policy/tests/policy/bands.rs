//! Bands, verdicts and business time of single inquiries.

use business_time::BusinessDuration;
use policy::{Band, Evaluation, Facts, Verdict};

use crate::support::{at, evaluate, open};

fn minutes(left: BusinessDuration) -> i64 {
    left.as_secs() / 60
}

/// Checks how an open inquiry of Monday, 8 June 2026 stands: band, minutes left, next change.
#[track_caller]
fn check(
    received: &str,
    level: &str,
    now: &str,
    band: Band,
    left: i64,
    next: Option<&str>,
) -> Evaluation {
    let found = evaluate(&open(received, level), at(now));
    assert_eq!(
        (found.band, minutes(found.business_left)),
        (band, left),
        "{now}"
    );
    assert_eq!(found.next_change_at, next.map(at), "{now}");
    assert_eq!(
        (found.verdict, found.business_taken),
        (None, None),
        "open inquiries have no verdict"
    );
    found
}

#[test]
fn bands_follow_the_target_then_the_limit() {
    let serious = "2026-06-08 15:30"; // target Tuesday 11:30, limit Tuesday 17:30
    let past_target = "2026-06-09 11:30:00.000001";
    let past_limit = "2026-06-09 17:30:00.000001";
    check(
        serious,
        "serious",
        "2026-06-08 15:30",
        Band::Fine,
        240,
        Some("2026-06-08 17:30"),
    );
    check(
        serious,
        "serious",
        "2026-06-08 17:29:59",
        Band::Fine,
        120,
        Some("2026-06-08 17:30"),
    );
    check(
        serious,
        "serious",
        "2026-06-08 17:30",
        Band::Soon,
        120,
        Some("2026-06-09 10:30"),
    );
    check(
        serious,
        "serious",
        "2026-06-09 03:00",
        Band::Soon,
        120,
        Some("2026-06-09 10:30"),
    );
    check(
        serious,
        "serious",
        "2026-06-09 10:30",
        Band::Urgent,
        60,
        Some(past_target),
    );
    check(
        serious,
        "serious",
        "2026-06-09 11:30",
        Band::Urgent,
        0,
        Some(past_target),
    );
    check(
        serious,
        "serious",
        past_target,
        Band::Late,
        0,
        Some(past_limit),
    );
    check(
        serious,
        "serious",
        "2026-06-09 17:30",
        Band::Late,
        -360,
        Some(past_limit),
    );
    check(serious, "serious", past_limit, Band::Breach, -360, None);
    check(
        serious,
        "serious",
        "2026-06-10 10:30",
        Band::Breach,
        -420,
        None,
    );
}

#[test]
fn nothing_is_late_where_limit_and_target_are_one() {
    let past = "2026-06-08 13:00:00.000001";
    check(
        "2026-06-08 11:00",
        "outage",
        "2026-06-08 12:30",
        Band::Urgent,
        30,
        Some(past),
    );
    check("2026-06-08 11:00", "outage", past, Band::Breach, 0, None);
}

#[test]
fn an_inquiry_received_out_of_hours_waits_for_the_opening() {
    let opening = Some("2026-06-08 09:30");
    check(
        "2026-06-06 12:00",
        "minor",
        "2026-06-07 12:00",
        Band::Waiting,
        480,
        opening,
    );
    check(
        "2026-06-06 12:00",
        "minor",
        "2026-06-08 09:29:59.999999",
        Band::Waiting,
        480,
        opening,
    );
    check(
        "2026-06-06 12:00",
        "minor",
        "2026-06-08 09:30",
        Band::Fine,
        480,
        Some("2026-06-08 13:30"),
    );
}

#[test]
fn a_triage_aim_is_late_but_never_a_breach() {
    let past = "2026-06-08 12:00:00.000001";
    let aim = check(
        "2026-06-08 11:00",
        "-",
        "2026-06-08 11:29",
        Band::Fine,
        31,
        Some("2026-06-08 11:30"),
    );
    assert!(aim.aim && aim.target == at("2026-06-08 12:00") && aim.limit == aim.target);
    check(
        "2026-06-08 11:00",
        "-",
        "2026-06-08 11:30",
        Band::Urgent,
        30,
        Some(past),
    );
    check("2026-06-08 11:00", "-", past, Band::Late, 0, None);
    check(
        "2026-06-08 11:00",
        "-",
        "2026-06-20 12:00",
        Band::Late,
        -4650,
        None,
    );
}

/// Checks the first response to a minor inquiry of Monday 11:00: target Tuesday 11:00, limit 17:30.
#[track_caller]
fn check_response(responded: &str, verdict: Verdict, taken: i64, left: i64) {
    let facts = Facts {
        responded_at: Some(at(responded)),
        ..open("2026-06-08 11:00", "minor")
    };
    let found = evaluate(&facts, at("2026-06-30 12:00"));
    assert_eq!((found.band, found.verdict), (Band::Answered, Some(verdict)));
    assert_eq!(found.business_taken.map(minutes), Some(taken));
    assert_eq!(
        (minutes(found.business_left), found.next_change_at),
        (left, None)
    );
}

#[test]
fn verdicts_compare_instants() {
    check_response("2026-06-08 11:00", Verdict::InTime, 0, 480);
    check_response("2026-06-09 11:00", Verdict::InTime, 480, 0);
    check_response("2026-06-09 11:00:00.000001", Verdict::Late, 480, 0);
    check_response("2026-06-09 17:30", Verdict::Late, 870, -390);
    check_response("2026-06-09 17:30:00.000001", Verdict::Breach, 870, -390);
    check_response("2026-06-09 21:00", Verdict::Breach, 870, -390);
}

#[test]
fn an_overrun_out_of_hours_takes_no_business_time() {
    let facts = Facts {
        responded_at: Some(at("2026-06-08 20:00")),
        ..open("2026-06-08 15:30", "outage")
    };
    let found = evaluate(&facts, at("2026-06-09 12:00"));
    assert_eq!(
        (found.verdict, minutes(found.business_left)),
        (Some(Verdict::Breach), 0)
    );
}

#[test]
fn an_answer_before_the_opening_took_no_time() {
    let facts = Facts {
        responded_at: Some(at("2026-06-07 10:00")),
        ..open("2026-06-06 12:00", "outage")
    };
    let found = evaluate(&facts, at("2026-06-08 12:00"));
    assert_eq!(
        (found.verdict, found.business_taken),
        (Some(Verdict::InTime), Some(BusinessDuration::ZERO))
    );
}

#[test]
fn a_response_without_a_level_has_no_verdict() {
    let facts = Facts {
        responded_at: Some(at("2026-06-09 12:00")),
        ..open("2026-06-08 11:00", "-")
    };
    let found = evaluate(&facts, at("2026-06-09 12:00"));
    assert_eq!(
        (found.band, found.verdict, found.aim),
        (Band::Answered, None, true)
    );
}

#[test]
fn what_ended_otherwise_is_outside_the_figures() {
    let ended = Facts {
        ended_at: Some(at("2026-06-08 12:00")),
        ..open("2026-06-08 11:00", "minor")
    };
    let found = evaluate(&ended, at("2026-06-30 12:00"));
    assert_eq!(
        (found.band, found.verdict, found.business_taken),
        (Band::Ended, None, None)
    );
    assert_eq!(
        (minutes(found.business_left), found.next_change_at),
        (420, None),
        "the clock stood still"
    );
}

#[test]
fn a_changed_situation_is_reckoned_from_its_message() {
    let facts = Facts {
        reckoned_from: at("2026-06-09 10:00"),
        ..open("2026-06-08 11:00", "outage")
    };
    let found = evaluate(&facts, at("2026-06-09 10:15"));
    assert_eq!(
        (found.start, found.target),
        (at("2026-06-09 10:00"), at("2026-06-09 12:00"))
    );
    assert_eq!(
        (found.band, minutes(found.business_left)),
        (Band::Fine, 105)
    );
}
