//! What the policies ask for besides first responses, in the record and by its clocks.

use business_time::Instant;
use desk::{DeskError, NewObligation, NewRelease, ObligationView, WhichObligations};
use inquiry::{Affected, IncidentKind, Matter, MatterKind, ObligationId, ObligationText};
use policy::{ClockBand, Due, OsFamily, ProductId, ReleaseKind};

use crate::bench::{Bench, actor, at, call, refused};

const CLOMO: &str = "clomo";
const DEEP_INSTINCT: &str = "deep-instinct";
const HARMONY: &str = "harmony-mobile";
const ALL: [&str; 3] = [CLOMO, DEEP_INSTINCT, HARMONY];

fn new(products: &[&str], matter: Matter) -> NewObligation {
    NewObligation {
        products: products
            .iter()
            .map(|it| ProductId::new(it).unwrap())
            .collect(),
        matter,
        text: ObligationText {
            title: "例示".into(),
            reason: "設備の点検".into(),
            ..ObligationText::default()
        },
    }
}

fn incident(detected_at: Instant, affected: Affected) -> Matter {
    Matter::Incident {
        detected_at,
        incident: IncidentKind::Malware,
        affected,
    }
}

fn suspension(planned_at: Instant, from: &str, until: &str) -> Matter {
    Matter::Suspension {
        planned_at,
        from: at(from),
        until: at(until),
    }
}

fn heavy_work(is_emergency: bool) -> Matter {
    Matter::Maintenance {
        planned_at: at("2026-11-16 11:00"),
        starts_at: at("2027-03-31 01:00"),
        ends_at: at("2027-03-31 05:00"),
        is_heavy: true,
        is_emergency,
    }
}

impl Bench {
    #[track_caller]
    fn owes(&self, products: &[&str], matter: Matter) -> Vec<ObligationId> {
        let new = new(products, matter);
        self.desk
            .open_obligation(&call("佐藤"), &new)
            .unwrap()
            .value
    }

    #[track_caller]
    fn owed(&self, id: ObligationId) -> ObligationView {
        self.desk.obligation(id).unwrap()
    }

    #[track_caller]
    fn fulfils(&self, id: ObligationId) {
        self.desk
            .fulfil_obligation(&call("鈴木"), id, None, None)
            .unwrap();
    }

    /// Gives when each product's obligation of a matter is due.
    #[track_caller]
    fn due(&self, matter: &Matter) -> [Option<Due>; 3] {
        ALL.map(|product| {
            let [id] = self.owes(&[product], matter.clone())[..] else {
                panic!("not one")
            };
            self.owed(id).clock.map(|it| it.due)
        })
    }
}

fn on(date: &str) -> Option<Due> {
    Some(Due::On(date.parse().unwrap()))
}

#[test]
fn each_policy_promises_its_own_times() {
    let bench = Bench::new();
    let now = at("2026-11-16 11:00");
    let app = Matter::EnterpriseApp { requested_at: now };
    let app_due = Some(Due::At(at("2026-11-19 17:30")));
    assert_eq!(bench.due(&app), [app_due, None, None]);
    assert_eq!(
        bench.due(&heavy_work(false)),
        [on("2027-02-28"), None, None]
    );
    assert_eq!(
        bench.due(&heavy_work(true)),
        [None, None, None],
        "it cannot wait"
    );
    let week_before = suspension(now, "2026-12-10 09:30", "2026-12-10 12:00");
    assert_eq!(bench.due(&week_before), [on("2026-12-03"); 3]);
    let two_hours = Some(Due::At(at("2026-11-16 13:00")));
    assert_eq!(bench.due(&incident(now, Affected::Yes)), [two_hours; 3]);
    assert_eq!(bench.due(&incident(now, Affected::Unknown)), [two_hours; 3]);
    assert_eq!(bench.due(&incident(now, Affected::No)), [None; 3]);
}

#[test]
fn a_release_opens_what_each_policy_verifies_and_only_once() {
    let bench = Bench::new();
    let release = |os, version: &str, kind| NewRelease {
        os,
        version: version.into(),
        kind,
        released_on: "2026-11-02".parse().unwrap(),
    };
    let major = release(OsFamily::Ios, "27", ReleaseKind::Major);
    let open = |release: &NewRelease| {
        let done = bench
            .desk
            .open_verifications(&call("佐藤"), release)
            .unwrap();
        let views = done.value.iter().map(|id| bench.owed(*id));
        let mut due: Vec<(String, Option<Due>)> = views
            .map(|it| {
                (
                    it.obligation().product.to_string(),
                    it.clock.map(|it| it.due),
                )
            })
            .collect();
        due.sort_by_key(|(product, due)| (product.clone(), format!("{due:?}")));
        due
    };
    let of = |product: &str, due| (product.to_owned(), due);
    assert_eq!(
        open(&major),
        [
            of(CLOMO, on("2026-11-16")),
            of(CLOMO, on("2026-12-02")),
            of(DEEP_INSTINCT, on("2027-01-01")),
            of(HARMONY, None),
        ]
    );
    assert_eq!(open(&major), [], "the table was read twice");
    let minor = release(OsFamily::ChromeOs, "144", ReleaseKind::Major);
    assert_eq!(open(&minor), [], "it is supported as it is");
}

#[test]
fn what_was_late_stays_late() {
    let bench = Bench::new();
    let detected_at = at("2026-11-16 11:00");
    let ids = bench.owes(&ALL, incident(detected_at, Affected::Yes));
    bench.set("2026-11-16 13:00");
    bench.fulfils(ids[0]);
    bench.set("2026-11-16 13:01");
    assert_eq!(bench.owed(ids[1]).open_band(), Some(ClockBand::Overdue));
    bench.fulfils(ids[1]);
    let late = |id| bench.owed(id).obligation().was_late();
    assert_eq!(
        [late(ids[0]), late(ids[1]), late(ids[2])],
        [Some(false), Some(true), None]
    );
    let (fulfilment, by) = bench.owed(ids[1]).obligation().done.clone().unwrap();
    assert_eq!((fulfilment.at, by), (at("2026-11-16 13:01"), actor("鈴木")));
    assert_eq!(
        fulfilment.judgement.unwrap().pack,
        "deep-instinct 2023-07-01"
    );
    refused(
        bench
            .desk
            .withdraw_obligation(&call("佐藤"), ids[1], "間違い"),
        "obligation-refused",
    );
    assert_eq!(bench.desk.obligation_counts().unwrap().overdue, 1);
}

#[test]
fn the_list_has_what_is_due_first_and_the_closed_ones_apart() {
    let bench = Bench::new();
    let now = at("2026-11-16 11:00");
    bench.owes(&[HARMONY], heavy_work(false));
    bench.owes(&[CLOMO], heavy_work(false));
    bench.owes(&[CLOMO], Matter::EnterpriseApp { requested_at: now });
    let [incident, ..] = bench.owes(&[CLOMO], incident(now, Affected::Yes))[..] else {
        panic!("none")
    };
    let kinds = |which| -> Vec<MatterKind> {
        let list = bench.desk.obligations(which, &[]).unwrap();
        list.iter()
            .map(|it| it.obligation().matter.kind())
            .collect()
    };
    let (app, work) = (MatterKind::EnterpriseApp, MatterKind::Maintenance);
    assert_eq!(
        kinds(WhichObligations::Open),
        [MatterKind::Incident, app, work, work]
    );
    bench.fulfils(incident);
    assert_eq!(kinds(WhichObligations::Open), [app, work, work]);
    assert_eq!(kinds(WhichObligations::Closed), [MatterKind::Incident]);
    let apps = bench
        .desk
        .obligations(WhichObligations::All, &[app])
        .unwrap();
    assert_eq!(apps.len(), 1);
    let number = apps[0].obligation().number.to_string();
    assert_eq!(
        bench.desk.find_obligation(&number).unwrap(),
        apps[0].obligation().id
    );
    refused(bench.desk.find_obligation("A-1"), "no-such-obligation");
}

#[test]
fn an_operation_counts_once_and_is_taken_back_whole() {
    let bench = Bench::new();
    let new = new(&ALL, incident(at("2026-11-16 11:00"), Affected::Yes));
    let operation = call("佐藤");
    let first = bench.desk.open_obligation(&operation, &new).unwrap();
    let again = bench.desk.open_obligation(&operation, &new).unwrap();
    assert_eq!((first.value.len(), &first.value), (3, &again.value));
    assert!(again.changed.obligations.is_empty());
    bench.fulfils(first.value[0]);
    let in_the_way = bench.desk.undo(&call("佐藤"));
    refused(in_the_way, "changed-since");
    bench.desk.undo(&call("鈴木")).unwrap();
    assert!(bench.owed(first.value[0]).obligation().is_open());
    bench.desk.undo(&call("佐藤")).unwrap();
    let left = bench.desk.obligations(WhichObligations::All, &[]).unwrap();
    assert!(left.is_empty());
    assert!(bench.desk.verify(&mut |_, _| {}).unwrap().is_sound());
}

#[test]
fn a_plan_is_changed_and_reckoned_anew() {
    let bench = Bench::new();
    let now = at("2026-11-16 11:00");
    let planned = suspension(now, "2026-12-10 09:30", "2026-12-10 12:00");
    let [id] = bench.owes(&[CLOMO], planned.clone())[..] else {
        panic!("not one")
    };
    let later = suspension(now, "2026-12-17 09:30", "2026-12-17 12:00");
    let text = bench.owed(id).row.text.clone();
    let revise = |matter: &Matter, text: &ObligationText| {
        bench
            .desk
            .revise_obligation(&call("佐藤"), id, matter, text)
    };
    revise(&later, &text).unwrap();
    assert_eq!(bench.owed(id).clock.unwrap().due, on("2026-12-10").unwrap());
    refused(revise(&later, &text), "obligation-refused");
    let reworded = ObligationText {
        notice: "お知らせ".into(),
        ..text
    };
    revise(&later, &reworded).unwrap();
    assert_eq!(bench.owed(id).row.text.notice, "お知らせ");
    bench.fulfils(id);
    refused(revise(&planned, &reworded), "obligation-refused");
    revise(
        &later,
        &ObligationText {
            notice: "訂正".into(),
            ..reworded
        },
    )
    .unwrap();
}

#[test]
fn what_cannot_be_is_refused_with_everything_that_is_wrong() {
    let bench = Bench::new();
    let backwards = NewObligation {
        text: ObligationText {
            title: "例示".into(),
            ..ObligationText::default()
        },
        ..new(
            &[CLOMO],
            suspension(
                at("2026-11-17 11:00"),
                "2026-12-10 12:00",
                "2026-12-10 09:30",
            ),
        )
    };
    let error = bench.desk.open_obligation(&call("佐藤"), &backwards);
    let error = refused(error, "obligation-refused");
    let problems = error.params().remove("problems");
    assert_eq!(
        problems.as_deref(),
        Some("end-before-start known-in-future reason-missing")
    );
    assert!(matches!(
        error,
        DeskError::ObligationRefused { number: None, .. }
    ));
    let nobody = new(&[], incident(at("2026-11-16 11:00"), Affected::Yes));
    refused(
        bench.desk.open_obligation(&call("佐藤"), &nobody),
        "nothing-named",
    );
    let far = new(&[CLOMO], incident(at("1950-11-16 11:00"), Affected::Yes));
    refused(
        bench.desk.open_obligation(&call("佐藤"), &far),
        "cannot-evaluate",
    );
    assert!(
        bench
            .desk
            .obligations(WhichObligations::All, &[])
            .unwrap()
            .is_empty()
    );
}
