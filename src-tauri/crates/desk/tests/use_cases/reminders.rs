//! What rings, when, and for whom: the scenarios of `tests/scenarios/reminders.txt`, played as the program would.

use std::collections::BTreeMap;
use std::sync::Arc;

use business_time::{Instant, WallDuration};
use desk::{Desk, FixedClock, LocalSettings, Notification, Role, Wake};
use inquiry::{Ending, InquiryId, LevelReason, Setting};
use policy::{ReminderRules, Threshold};
use store::Access;

use crate::bench::{Bench, MONDAY, actor, at, call, new};

const SCENARIOS: &str = include_str!("../scenarios/reminders.txt");

#[test]
fn the_scenarios_ring_as_written() {
    let mut played = 0;
    for scenario in SCENARIOS.split("\n== ").skip(1) {
        let (title, lines) = scenario.split_once('\n').unwrap();
        let mut player = Player::new();
        lines
            .lines()
            .filter(|line| !line.is_empty())
            .for_each(|line| player.play(line));
        assert_eq!(player.rang, player.expected, "{title}");
        played += 1;
    }
    assert_eq!(played, 22);
}

struct Player {
    bench: Bench,
    named: BTreeMap<String, InquiryId>,
    next_at: Option<Instant>,
    asleep: bool,
    rang: Vec<String>,
    expected: Vec<String>,
}

impl Player {
    fn new() -> Self {
        let bench = Bench::new();
        bench.set("2026-11-16 09:45");
        let (named, rang, expected) = (BTreeMap::new(), Vec::new(), Vec::new());
        Self {
            bench,
            named,
            next_at: None,
            asleep: false,
            rang,
            expected,
        }
    }

    fn play(&mut self, line: &str) {
        let words: Vec<&str> = line.splitn(4, ' ').collect();
        let (when, verb, rest) = (
            time(words[0], words[1]),
            words[2],
            words.get(3).copied().unwrap_or(""),
        );
        if verb == "rings" {
            self.expected.push(format!("{} {rest}", when.to_rfc3339()));
        }
        self.advance(when);
        if !matches!(verb, "rings" | "ends") {
            self.act(verb, &rest.split(' ').collect::<Vec<_>>());
            self.wake();
        }
    }

    /// Sleeps and wakes as the scheduler does, at most a minute at a time.
    fn advance(&mut self, to: Instant) {
        while !self.asleep {
            let soon = self
                .bench
                .desk
                .now()
                .plus_wall(WallDuration::from_minutes(1));
            let next = self.next_at.map_or(soon, |at| at.min(soon));
            if next > to {
                break;
            }
            self.bench.clock.set(next);
            self.wake();
        }
        self.bench.clock.set(to);
    }

    fn wake(&mut self) {
        if self.asleep {
            return;
        }
        let now = self.bench.desk.now();
        let Wake {
            notifications,
            next_at,
            ..
        } = self.bench.desk.wake(now).unwrap();
        assert!(next_at > now);
        self.next_at = Some(next_at);
        self.rang.extend(
            notifications
                .iter()
                .map(|it| format!("{} {}", now.to_rfc3339(), written(it))),
        );
    }

    fn act(&mut self, verb: &str, rest: &[&str]) {
        let desk = &self.bench.desk;
        let id = || self.named[rest[0]];
        let me = call("佐藤");
        match (verb, rest) {
            ("receives", [subject, level @ ..]) => {
                let level = level.first().map(|level| level.parse().unwrap());
                let id = self.bench.records(desk::NewInquiry {
                    level,
                    ..new(subject)
                });
                self.named.insert((*subject).to_owned(), id);
            }
            ("level", [_, level]) => {
                self.bench
                    .level(id(), level.parse().unwrap(), LevelReason::WrongBefore)
            }
            ("assign", [_, "-"]) => drop(desk.assign(&me, &[id()], None).unwrap()),
            ("assign", [_, name]) => drop(desk.assign(&me, &[id()], Some(&actor(name))).unwrap()),
            ("answers", [_]) => self.bench.answers(id()),
            ("withdrawn", [_]) => drop(
                desk.end(&me, &[id()], &Ending::Withdrawn, "取下げ")
                    .unwrap(),
            ),
            ("next-contact", [_, day, clock]) => {
                desk.set_next_contact(&me, &[id()], Some(time(day, clock)), None)
                    .unwrap();
            }
            ("snooze", [_, day, clock]) => desk.snooze(id(), time(day, clock)).unwrap(),
            ("clock", [day, clock]) => self.bench.clock.set(time(day, clock)),
            ("sleeps", _) => self.asleep = true,
            ("wakes", _) => self.asleep = false,
            ("rules", [level, thresholds @ ..]) => {
                let rules = thresholds.iter().map(|it| threshold(it)).collect();
                let by_level = BTreeMap::from([(level.parse().unwrap(), rules)]);
                let rules = ReminderRules {
                    by_level,
                    ..ReminderRules::default()
                };
                desk.change_setting(&me, Setting::Reminders(rules)).unwrap();
            }
            (verb, rest) => self.set(verb, rest),
        }
    }

    fn set(&self, verb: &str, rest: &[&str]) {
        let settings = self.bench.desk.local_settings().unwrap();
        let settings = match (verb, rest) {
            ("sits", [name, "lead"]) => LocalSettings {
                name: (*name).to_owned(),
                role: Role::Lead,
                ..settings
            },
            ("away", [name]) => LocalSettings {
                away: vec![actor(name)],
                ..settings
            },
            ("silent", [on]) => LocalSettings {
                do_not_disturb: *on == "on",
                ..settings
            },
            (verb, rest) => panic!("no such line: {verb} {rest:?}"),
        };
        self.bench.desk.set_local_settings(&settings).unwrap();
    }
}

fn time(day: &str, clock: &str) -> Instant {
    at(&format!("2026-11-{day} {clock}"))
}

fn threshold(text: &str) -> Threshold {
    match text.strip_prefix("business-left-") {
        Some(minutes) => Threshold::BusinessLeft(minutes.parse().unwrap()),
        None => Threshold::Limit,
    }
}

fn written(notification: &Notification) -> String {
    let missed = if notification.missed { "missed " } else { "" };
    let dues = notification.dues.iter().map(|due| {
        let again = if due.again { " again" } else { "" };
        format!("{} {}{again}", due.subject, due.key.threshold)
    });
    format!("{missed}{}", dues.collect::<Vec<_>>().join(", "))
}

#[test]
fn a_restart_rings_nothing_twice_and_tells_what_was_missed() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(FixedClock::new(at(MONDAY)));
    let open = || Desk::open(folder.path(), Access::Window, clock.clone()).unwrap();
    let ring = |desk: &Desk, local: &str| -> Vec<String> {
        clock.set(at(local));
        desk.wake(at(local))
            .unwrap()
            .notifications
            .iter()
            .map(written)
            .collect()
    };
    let first = open();
    let outage = desk::NewInquiry {
        level: Some(policy::ImpactLevel::Outage),
        ..new("停止")
    };
    first.record_call(&call("佐藤"), &outage).unwrap();
    assert!(ring(&first, "2026-11-16 11:59").is_empty());
    assert_eq!(ring(&first, "2026-11-16 12:00"), ["停止 share-left-50"]);
    drop(first);
    let second = open();
    assert!(ring(&second, "2026-11-16 12:00").is_empty());
    drop(second);
    let third = open();
    assert_eq!(
        ring(&third, "2026-11-16 12:50"),
        ["missed 停止 share-left-10"]
    );
}

#[test]
fn signs_stay_until_they_are_put_away_and_show_out_of_hours_too() {
    let bench = Bench::new();
    let id = bench.receives_at_level("停止", policy::ImpactLevel::Outage);
    let signs = || {
        bench
            .desk
            .signs(10)
            .unwrap()
            .newest
            .iter()
            .map(|due| due.key.threshold.to_string())
            .collect::<Vec<_>>()
    };
    assert!(signs().is_empty());
    bench.set("2026-11-16 12:10");
    assert_eq!(signs(), ["share-left-50"]);
    let sign = bench.desk.signs(10).unwrap().newest[0].key.to_string();
    bench.desk.put_sign_away(&sign).unwrap();
    assert!(signs().is_empty());
    bench.set("2026-11-16 20:00");
    assert_eq!(signs(), ["limit"], "the next threshold shows again");
    bench.desk.snooze(id, at("2026-11-16 21:00")).unwrap();
    assert!(signs().is_empty());
    bench.set("2026-11-16 21:00");
    assert_eq!(signs(), ["limit"]);
    bench.answers(id);
    assert!(signs().is_empty());
}

#[test]
fn a_wake_tells_that_bands_moved_and_when_they_move_next() {
    let bench = Bench::new();
    let wake = || bench.desk.wake(bench.desk.now()).unwrap();
    bench.receives_at_level("不具合", policy::ImpactLevel::Serious);
    assert!(wake().changed_bands, "a new inquiry");
    assert!(!wake().changed_bands);
    assert_eq!(
        wake().next_at,
        at("2026-11-16 13:00"),
        "half of the allowance is left then"
    );
    bench.set("2026-11-16 13:00");
    assert!(wake().changed_bands);
    bench.set("2026-11-16 20:00");
    assert!(wake().changed_bands, "late");
    assert_eq!(wake().next_at, at("2026-11-17 09:30"), "the next opening");
}

#[test]
fn a_snooze_shows_in_the_row_until_it_is_over() {
    let bench = Bench::new();
    let id = bench.receives("質問");
    bench.desk.snooze(id, at("2026-11-16 11:30")).unwrap();
    let snoozed = || {
        bench
            .desk
            .queue(&desk::QueueRequest::default())
            .unwrap()
            .rows[0]
            .snoozed_until
    };
    assert_eq!(snoozed(), Some(at("2026-11-16 11:30")));
    bench.set("2026-11-16 11:30");
    assert_eq!(snoozed(), None);
    bench.desk.snooze(id, at("2026-11-16 12:30")).unwrap();
    bench.desk.forget_snooze(id).unwrap();
    assert_eq!(snoozed(), None);
}
