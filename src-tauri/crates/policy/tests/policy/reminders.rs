//! When reminders ring.

use business_time::Instant;
use policy::{Band, Facts, ReminderRules, Threshold, due};

use crate::support::{STANDARD, at, evaluate, level, open};

/// Gives the reminders of an inquiry as seen at its receipt.
fn ring(rules: &ReminderRules, received: &str, level_word: &str) -> Vec<(Threshold, Instant)> {
    let evaluation = evaluate(&open(received, level_word), at(received));
    let found = policy::reminders(&STANDARD, rules, level(level_word), &evaluation).unwrap();
    found
        .iter()
        .map(|reminder| (reminder.threshold, reminder.at))
        .collect()
}

#[track_caller]
fn check(rules: &ReminderRules, received: &str, level: &str, expected: &[(Threshold, &str)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(threshold, text)| (*threshold, at(text)))
        .collect();
    assert_eq!(ring(rules, received, level), expected);
}

use Threshold::{BusinessLeft, Limit, ShareLeft, Target};

#[test]
fn the_default_rings_at_shares_target_and_limit() {
    check(
        &ReminderRules::default(),
        "2026-06-08 15:30",
        "serious",
        &[
            (ShareLeft(50), "2026-06-08 17:30"), // at the closing, not at the next opening
            (ShareLeft(25), "2026-06-09 10:30"),
            (ShareLeft(10), "2026-06-09 11:06"),
            (Target, "2026-06-09 11:30"),
            (Limit, "2026-06-09 17:30"),
        ],
    );
}

#[test]
fn the_limit_stands_for_a_target_at_the_same_instant() {
    check(
        &ReminderRules::default(),
        "2026-06-08 15:30",
        "outage",
        &[
            (ShareLeft(50), "2026-06-08 16:30"),
            (ShareLeft(25), "2026-06-08 17:00"),
            (ShareLeft(10), "2026-06-08 17:18"),
            (Limit, "2026-06-08 17:30"),
        ],
    );
}

#[test]
fn a_triage_aim_has_no_limit() {
    check(
        &ReminderRules::default(),
        "2026-06-06 12:00",
        "-",
        &[
            (ShareLeft(50), "2026-06-08 10:00"),
            (ShareLeft(25), "2026-06-08 10:15"),
            (ShareLeft(10), "2026-06-08 10:24"),
            (Target, "2026-06-08 10:30"),
        ],
    );
}

#[test]
fn a_level_may_have_rules_of_its_own() {
    let text = r#"{"by_level": {"outage": ["target", {"business_left": 30}, {"share_left": 25}, {"business_left": 120}]}}"#;
    let rules: ReminderRules = serde_json::from_str(text).unwrap();
    // Thirty minutes are a quarter of two hours: one of them is enough. Two hours are all there is.
    check(
        &rules,
        "2026-06-08 11:00",
        "outage",
        &[
            (BusinessLeft(30), "2026-06-08 12:30"),
            (Target, "2026-06-08 13:00"),
        ],
    );
    assert_eq!(
        ring(&rules, "2026-06-08 11:00", "minor").len(),
        5,
        "the others keep the general rules"
    );
}

#[test]
fn answered_and_ended_inquiries_ring_no_more() {
    let facts = open("2026-06-08 11:00", "outage");
    let answered = Facts {
        responded_at: Some(at("2026-06-08 11:10")),
        ..facts
    };
    let ended = Facts {
        ended_at: Some(at("2026-06-08 11:10")),
        ..facts
    };
    for (facts, band) in [(answered, Band::Answered), (ended, Band::Ended)] {
        let evaluation = evaluate(&facts, at("2026-06-08 11:20"));
        assert_eq!(evaluation.band, band);
        let found = policy::reminders(
            &STANDARD,
            &ReminderRules::default(),
            facts.level,
            &evaluation,
        );
        assert_eq!(found, Ok(Vec::new()));
    }
}

#[test]
fn what_is_due_fell_after_the_last_look_and_up_to_now() {
    let evaluation = evaluate(&open("2026-06-08 15:30", "outage"), at("2026-06-08 15:30"));
    let level = level("outage");
    let all = policy::reminders(&STANDARD, &ReminderRules::default(), level, &evaluation).unwrap();
    let rung = |since: &str, until: &str| {
        due(&all, at(since), at(until))
            .iter()
            .map(|reminder| reminder.threshold)
            .collect::<Vec<_>>()
    };
    assert_eq!(rung("2026-06-08 15:30", "2026-06-08 16:29:59"), []);
    assert_eq!(
        rung("2026-06-08 16:29:59", "2026-06-08 16:30"),
        [ShareLeft(50)]
    );
    assert_eq!(
        rung("2026-06-08 16:30", "2026-06-08 17:00"),
        [ShareLeft(25)]
    );
    assert_eq!(rung("2026-06-08 17:18", "2026-06-08 17:30"), [Limit]);
    assert_eq!(rung("2026-06-08 12:00", "2026-06-09 12:00").len(), 4);
    assert_eq!(
        rung("2026-06-09 12:00", "2026-06-08 12:00"),
        [],
        "a clock set back rings nothing"
    );
}
