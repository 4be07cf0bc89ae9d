//! Suspending phone intake, working through it, and what is told of it afterwards (§15); incidents that ring (§20).

use desk::{NewInquiry, NewObligation, Notification};
use inquiry::{Affected, IncidentKind, Matter, ObligationText};
use policy::{Channel, ProductId, Role};

use crate::bench::{Bench, at, call, new, refused};

const CLOMO: &str = "clomo";
const HARMONY: &str = "harmony-mobile";

fn products(ids: &[&str]) -> Vec<ProductId> {
    ids.iter().map(|it| ProductId::new(it).unwrap()).collect()
}

fn suspension(from: &str, until: &str) -> Matter {
    Matter::Suspension {
        planned_at: at("2026-11-16 11:00"),
        from: at(from),
        until: at(until),
    }
}

fn obligation(ids: &[&str], matter: Matter) -> NewObligation {
    NewObligation {
        products: products(ids),
        matter,
        text: ObligationText {
            title: "事務所の移転".into(),
            reason: "事務所の移転のため".into(),
            ..ObligationText::default()
        },
    }
}

fn written(channel: Channel, text: &str) -> NewInquiry {
    NewInquiry {
        channel,
        text: text.into(),
        ..new(text)
    }
}

impl Bench {
    #[track_caller]
    fn plans(&self, ids: &[&str], matter: Matter) {
        let new = obligation(ids, matter);
        self.desk.open_obligation(&call("佐藤"), &new).unwrap();
    }

    fn rings(&self, local: &str) -> Vec<Notification> {
        self.set(local);
        self.desk.wake(at(local)).unwrap().notifications
    }
}

#[test]
fn a_plan_says_at_once_whether_its_notice_is_in_time_and_who_is_told() {
    let bench = Bench::new();
    let told = |from: &str| {
        let matter = suspension(from, "2026-12-10 12:00");
        bench
            .desk
            .preview_obligation(&products(&[CLOMO, HARMONY]), &matter)
            .unwrap()
    };
    let in_time = told("2026-11-23 09:30");
    assert_eq!(in_time[0].due_on, Some("2026-11-16".parse().unwrap()));
    assert!(in_time.iter().all(|it| !it.too_late), "today is in time");
    assert!(told("2026-11-22 09:30").iter().all(|it| it.too_late));
    assert_eq!(in_time[0].recipients, [Role::SystemAdministrator]);
    assert_eq!(
        in_time[1].recipients,
        [Role::SystemAdministrator, Role::NamedAtApplication]
    );
}

#[test]
fn the_phone_line_is_closed_from_the_hour_of_the_plan_until_it_is_lifted() {
    let bench = Bench::new();
    bench.plans(
        &[CLOMO, HARMONY],
        suspension("2026-11-17 10:00", "2026-11-17 15:00"),
    );
    let wake = |local: &str| bench.desk.wake(at(local)).unwrap();
    bench.set("2026-11-17 09:45");
    assert_eq!(wake("2026-11-17 09:45").next_at, at("2026-11-17 10:00"));
    let line = bench.desk.phone_line();
    assert_eq!((line.suspended, line.next.is_some()), (None, true));
    refused(bench.desk.lift_suspensions(&call("佐藤")), "nothing-named");
    bench.set("2026-11-17 10:00");
    let began = wake("2026-11-17 10:00");
    assert!(began.changed_bands, "the window is told");
    assert_eq!(began.next_at, at("2026-11-17 15:00"));
    let suspended = bench.desk.phone_line().suspended.unwrap();
    assert_eq!(suspended.products, products(&[CLOMO, HARMONY]));
    assert_eq!(suspended.reason, "事務所の移転のため");
    bench.set("2026-11-17 13:00");
    let lifted = bench.desk.lift_suspensions(&call("鈴木")).unwrap();
    assert_eq!(lifted.value.len(), 2);
    assert_eq!(bench.desk.phone_line(), desk::PhoneLine::default());
    assert_eq!(bench.desk.suspensions()[0].until, at("2026-11-17 13:00"));
    bench.desk.undo(&call("鈴木")).unwrap();
    assert!(bench.desk.phone_line().suspended.is_some());
    bench.set("2026-11-17 15:00");
    assert_eq!(bench.desk.phone_line().suspended, None, "it ends by itself");
}

#[test]
fn while_it_lasts_who_called_before_stands_apart_and_afterwards_it_is_summed_up() {
    let bench = Bench::new();
    bench.receives("前からの質問");
    bench.plans(&[CLOMO], suspension("2026-11-17 10:00", "2026-11-17 15:00"));
    assert!(bench.desk.suspension_triage().unwrap().is_none());
    bench.set("2026-11-17 10:30");
    bench.records(written(Channel::Form, "お電話しましたがつながらないため"));
    let mail = bench.records(written(Channel::Mail, "設定について"));
    bench.records(written(Channel::Phone, "かかってきた電話"));
    let triage = bench.desk.suspension_triage().unwrap().unwrap();
    let subjects = |rows: &[desk::QueueRow]| -> Vec<String> {
        rows.iter().map(|it| it.row.subject.clone()).collect()
    };
    assert_eq!(
        subjects(&triage.mentioning),
        ["お電話しましたがつながらないため"]
    );
    assert_eq!(subjects(&triage.calls), ["かかってきた電話"]);
    assert_eq!(subjects(&triage.others), ["設定について"]);
    bench.level(
        mail,
        policy::ImpactLevel::Question,
        inquiry::LevelReason::First,
    );
    bench.answers(mail);
    bench.set("2026-11-17 16:00");
    bench.receives("後の質問");
    let period = bench.desk.suspensions().remove(0);
    let summary = bench.desk.suspension_summary(&period).unwrap();
    assert_eq!((summary.form, summary.mail, summary.phone), (1, 1, 1));
    assert_eq!((summary.mentioning, summary.kept), (1, 1));
    assert_eq!((summary.breached, summary.waiting), (0, 2));
}

#[test]
fn an_incident_rings_at_night_and_other_obligations_wait_for_the_opening() {
    let bench = Bench::new();
    bench.rings("2026-11-20 17:00");
    bench.plans(&[CLOMO], suspension("2026-11-29 09:30", "2026-11-29 12:00"));
    bench.set("2026-11-22 23:00");
    let incident = Matter::Incident {
        detected_at: at("2026-11-22 23:00"),
        incident: IncidentKind::Malware,
        affected: Affected::Yes,
    };
    bench.plans(&[CLOMO], incident);
    assert_eq!(bench.rings("2026-11-22 23:59"), []);
    let rang = bench.rings("2026-11-23 00:00");
    assert_eq!((rang.len(), rang[0].missed), (1, false));
    let [due] = &rang[0].dues[..] else {
        panic!("{rang:?}")
    };
    assert_eq!(due.subject, "事務所の移転");
    assert!(due.inquiry().is_none() && due.obligation().is_some());
    assert_eq!(bench.rings("2026-11-23 00:01"), [], "it rings once");
    let late = bench.rings("2026-11-23 01:10");
    assert!(late[0].missed, "it was due ten minutes ago");
    let opened = bench.rings("2026-11-24 09:30");
    assert_eq!(opened[0].dues.len(), 1, "the notice of the suspension");
    assert!(opened[0].missed);
    let settings = bench.desk.local_settings().unwrap();
    bench
        .desk
        .set_local_settings(&desk::LocalSettings {
            do_not_disturb: true,
            ..settings
        })
        .unwrap();
    let again = Matter::Incident {
        detected_at: at("2026-11-24 22:00"),
        incident: IncidentKind::Other,
        affected: Affected::Unknown,
    };
    bench.set("2026-11-24 22:00");
    bench.plans(&[CLOMO], again);
    assert_eq!(bench.rings("2026-11-24 23:30"), [], "all is silenced");
    assert_eq!(bench.desk.signs(10).unwrap().total, 3);
}

#[test]
fn the_register_of_incidents_leaves_no_formula_to_a_spreadsheet() {
    let bench = Bench::new();
    let incident = Matter::Incident {
        detected_at: at("2026-11-16 10:00"),
        incident: IncidentKind::InformationHarmed,
        affected: Affected::Yes,
    };
    let mut new = obligation(&[CLOMO], incident);
    new.text.title = "=HYPERLINK(\"https://example.jp\")".into();
    new.text.customers = "例示商事\n見本物流".into();
    let opened = bench.desk.open_obligation(&call("佐藤"), &new).unwrap();
    bench.set("2026-11-16 12:30");
    bench
        .desk
        .fulfil_obligation(&call("鈴木"), opened.value[0], None, None)
        .unwrap();
    let table = bench.desk.incident_table().unwrap();
    let (headings, line) = table.split_once("\r\n").unwrap();
    assert!(headings.starts_with("\u{feff}\"number\",\"product\""));
    assert_eq!(
        line,
        "\"A-1001\",\"clomo\",\"2026-11-16T10:00:00+09:00\",\"information-harmed\",\"yes\",\"例示商事\n見本物流\",\
         \"'=HYPERLINK(\"\"https://example.jp\"\")\",\"\",\"\",\"2026-11-16T12:00:00+09:00\",\
         \"2026-11-16T12:30:00+09:00\",\"鈴木\",\"true\"\r\n"
    );
}
