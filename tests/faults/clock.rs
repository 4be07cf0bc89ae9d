//! The clock jumps back and forth, and the desktop stands in other time zones.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use business_time::{Instant, WallDuration};
use desk::intake::ImportRequest;
use desk::{
    Access, Call, Clock, Desk, DeskError, FixedClock, NewInquiry, NewResponse, QueueRequest,
};
use ichiji_tests::record::Record;
use ichiji_tests::work::{NOON, Part};
use inquiry::{Actor, Customer, InquiryId, LevelReason};
use policy::{Channel, ImpactLevel, ResponseKind, SupportPlan};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tempfile::TempDir;

use crate::words::{ichiji, says};
use crate::worker_process::Day;

/// How many things are done while the clock jumps.
const DEEDS: usize = 400;

/// Where a clock that lost its battery, or was set by hand, may stand.
const FAR: [&str; 6] = [
    "1970-01-01T00:00:00Z",
    "2000-01-01T00:00:00Z",
    "2026-11-17T03:00:00Z",
    "2038-01-19T03:14:08Z",
    "2100-12-31T08:00:00Z",
    "2262-04-11T23:47:16Z",
];

/// The codes by which a deed may be refused because of the clock; nothing else may go wrong.
const REFUSED: [&str; 5] = [
    "out-of-range",
    "cannot-evaluate",
    "response-out-of-range",
    "level-reason-missing",
    "nothing-to-change",
];

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

struct Jumping {
    folder: TempDir,
    clock: Arc<FixedClock>,
    desk: Desk,
    recorded: Vec<InquiryId>,
    acknowledged: usize,
    rung: BTreeSet<String>,
}

impl Jumping {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::new(at(NOON)));
        let desk = Desk::open(folder.path(), Access::Window, clock.clone()).unwrap();
        Self {
            folder,
            clock,
            desk,
            recorded: Vec::new(),
            acknowledged: 0,
            rung: BTreeSet::new(),
        }
    }

    fn jump(&self, random: &mut StdRng) {
        match random.random_range(0..8) {
            0 => self.clock.set(at(FAR[random.random_range(0..FAR.len())])),
            1 | 2 => self.clock.set(at(NOON)),
            _ => {
                let minutes = random.random_range(-3_000..3_000);
                self.clock.advance(WallDuration::from_minutes(minutes));
            }
        }
    }

    fn act(&mut self, n: usize, random: &mut StdRng) {
        let call = Call::new(Actor::new("佐藤（例）"));
        let known = self.recorded.len();
        let some = (known > 0).then(|| self.recorded[random.random_range(0..known)]);
        let done = match (random.random_range(0..5), some) {
            (0, Some(id)) => {
                let level = ImpactLevel::Serious;
                let done = self
                    .desk
                    .set_level(&call, &[id], level, &LevelReason::First, None);
                done.map(|_| 1)
            }
            (1, Some(id)) => {
                // Nobody can tell how late a response is recorded by a clock that jumps: the reason is given.
                let response = NewResponse {
                    why: Some("時計の件".to_owned()),
                    ..NewResponse::now(ResponseKind::Answer)
                };
                let level = self.desk.inquiry(id, None);
                match level.map(|it| it.inquiry().level.is_some()) {
                    Ok(true) => self.desk.respond(&call, id, &response).map(|_| 1),
                    Ok(false) => Ok(0),
                    Err(error) => Err(error),
                }
            }
            (2, Some(id)) => self.desk.add_note(&call, id, &n.to_string()).map(|_| 1),
            (3, _) => self.import(n),
            (_, _) => self.desk.record_call(&call, &new(n)).map(|done| {
                self.recorded.push(done.value);
                1
            }),
        };
        match done {
            Ok(events) => self.acknowledged += events,
            Err(error) => assert!(
                REFUSED.contains(&error.code()),
                "{}: {error}",
                self.clock.now()
            ),
        }
    }

    fn import(&mut self, n: usize) -> Result<usize, DeskError> {
        let file = self.folder.path().join(format!("{n}.eml"));
        let mail = "Message-ID: <N@example.jp>\nFrom: a@N.example.jp\nTo: b@example.jp\nSubject: CLOMO N\n\nCLOMO の N です。\n";
        fs::write(&file, mail.replace('N', &n.to_string())).unwrap();
        let call = Call::new(Actor::new("佐藤（例）"));
        let report = self
            .desk
            .import(&call, &[file], &ImportRequest::default())?
            .value;
        assert_eq!((report.created.len(), report.refused.len()), (1, 0));
        self.recorded.extend(&report.created);
        Ok(1)
    }

    /// Lets ring what is due; nothing rings twice.
    fn wake(&mut self) {
        match self.desk.wake(self.clock.now()) {
            Ok(wake) => {
                for due in wake.notifications.iter().flat_map(|it| &it.dues) {
                    assert!(self.rung.insert(due.key.to_string()), "{due:?} rings twice");
                }
            }
            Err(error) => assert!(REFUSED.contains(&error.code()), "{error}"),
        }
    }
}

fn new(n: usize) -> NewInquiry {
    NewInquiry {
        product: "clomo".parse().unwrap(),
        plan: SupportPlan::Standard,
        channel: Channel::Phone,
        received_at: None,
        customer: Customer::default(),
        subject: n.to_string(),
        text: String::new(),
        level: None,
        kind: None,
        assignee: None,
        answer: None,
    }
}

#[test]
fn a_clock_that_jumps_loses_nothing_and_rings_nothing_twice() {
    let mut jumping = Jumping::new();
    let mut random = StdRng::seed_from_u64(4);
    for n in 0..DEEDS {
        jumping.jump(&mut random);
        jumping.act(n, &mut random);
        jumping.wake();
    }
    assert!(jumping.acknowledged > DEEDS / 3, "{}", jumping.acknowledged);
    assert!(jumping.rung.len() > 10, "{:?}", jumping.rung);
    // The clock is right again: all is there and can be read.
    jumping.clock.set(at(NOON));
    let queue = jumping.desk.queue(&QueueRequest::default()).unwrap();
    assert!(queue.total > 0);
    jumping.wake();
    assert!(!jumping.desk.signs(10).unwrap().newest.is_empty());
    for id in &jumping.recorded {
        jumping.desk.inquiry(*id, None).unwrap();
    }
    let Jumping {
        folder,
        desk,
        recorded,
        acknowledged,
        ..
    } = jumping;
    drop(desk);
    let record = Record::read(folder.path());
    assert_eq!(record.inquiries.len(), recorded.len());
    let events: usize = record.inquiries.iter().map(|it| it.events.len()).sum();
    assert_eq!(events, acknowledged);
}

#[test]
fn nothing_is_received_whose_deadline_would_lie_after_the_calendar() {
    for end in [
        "2100-12-29T01:00:00Z",
        "2100-12-31T08:00:00Z",
        "2101-06-01T00:00:00Z",
    ] {
        let mut jumping = Jumping::new();
        jumping.clock.set(at(end));
        let call = Call::new(Actor::new("佐藤（例）"));
        let refused = jumping.desk.record_call(&call, &new(1)).unwrap_err();
        assert_eq!(refused.code(), "out-of-range", "{end}");
        assert_eq!(
            jumping.import(2).unwrap_err().code(),
            "out-of-range",
            "{end}"
        );
        jumping.clock.set(at(NOON));
        jumping.import(3).unwrap();
        assert_eq!(
            jumping.desk.queue(&QueueRequest::default()).unwrap().total,
            1
        );
        jumping.desk.wake(at(NOON)).unwrap();
    }
}

#[test]
fn every_time_zone_of_the_desktop_shows_and_records_the_same() {
    let day = Day::before(Part::Respond);
    let record = day.record();
    let as_of = ["--as-of", "2026-11-17 13:30"];
    let seen = |zone: &str| -> Vec<String> {
        let said = |arguments: &[&str]| {
            let mut command = ichiji(record.path(), arguments);
            command.env("TZ", zone);
            says(command)
        };
        let read = [
            &["queue", "--json"][..],
            &["show", "A-1003"],
            &["explain", "A-1003"],
        ];
        read.iter()
            .map(|it| said(&[it, &as_of[..]].concat()))
            .collect()
    };
    let home = seen("Asia/Tokyo");
    let zones = [
        "America/St_Johns",
        "Asia/Kathmandu",
        "Pacific/Kiritimati",
        "no/zone",
    ];
    for zone in zones {
        assert_eq!(seen(zone), home, "{zone}");
        let received = received_at(record.path(), zone);
        assert_eq!(received, "2026-11-17T10:00:00+09:00", "{zone}");
    }
}

fn received_at(data: &Path, zone: &str) -> String {
    let new = [
        "new",
        "--product",
        "clomo",
        "--subject",
        "x",
        "--received-at",
        "2026-11-17 10:00",
        "--json",
    ];
    let mut command = ichiji(data, &new);
    command.env("TZ", zone);
    let written: serde_json::Value = serde_json::from_str(&says(command)).unwrap();
    written["inquiries"][0]["received_at"]
        .as_str()
        .unwrap()
        .to_owned()
}
