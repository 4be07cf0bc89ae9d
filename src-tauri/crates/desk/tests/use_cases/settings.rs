//! The settings of the desktop and of the centre.

use desk::{LocalSettings, Role, View};
use inquiry::{Actor, Setting};
use policy::{ReminderRules, Threshold, Thresholds};

use crate::bench::{Bench, at, call, refused};

#[test]
fn local_settings_are_kept_and_old_ones_are_read() {
    let bench = Bench::new();
    let settings = LocalSettings {
        name: " 鈴木 ".into(),
        role: Role::Lead,
        away: vec![Actor::new("佐藤")],
        watched_folder: Some("受付".into()),
        ..LocalSettings::default()
    };
    bench.desk.set_local_settings(&settings).unwrap();
    let kept = bench.desk.local_settings().unwrap();
    assert_eq!(
        kept,
        LocalSettings {
            name: "鈴木".into(),
            ..settings
        }
    );
    let old: LocalSettings = serde_json::from_str(r#"{"name":"佐藤","gone":1}"#).unwrap();
    assert_eq!(
        old,
        LocalSettings {
            name: "佐藤".into(),
            ..LocalSettings::default()
        }
    );
}

#[test]
fn thresholds_move_the_bands_and_are_taken_back() {
    let bench = Bench::new();
    bench.receives("質問");
    let target = || {
        bench
            .desk
            .queue(&desk::QueueRequest::default())
            .unwrap()
            .rows[0]
            .evaluation
            .target
    };
    assert_eq!(target(), at("2026-11-16 12:00"));
    let thresholds = Thresholds {
        triage_aim: business_time::BusinessDuration::from_hours(2),
        ..Thresholds::default()
    };
    let done = bench
        .desk
        .change_setting(&call("佐藤"), Setting::Thresholds(thresholds))
        .unwrap();
    assert!(done.changed.reference);
    assert_eq!(target(), at("2026-11-16 13:00"));
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(target(), at("2026-11-16 12:00"));
    assert_eq!(
        bench.desk.shared_settings().thresholds,
        Thresholds::default()
    );
    assert_eq!(bench.subjects(View::Open), ["質問"]);
}

#[test]
fn values_outside_their_range_are_refused() {
    let bench = Bench::new();
    let thresholds = Thresholds::default();
    let zero = business_time::BusinessDuration::ZERO;
    let general = |threshold| {
        Setting::Reminders(ReminderRules {
            general: vec![threshold],
            ..ReminderRules::default()
        })
    };
    let cases = [
        Setting::Thresholds(Thresholds {
            urgent_share_percent: 60,
            ..thresholds
        }),
        Setting::Thresholds(Thresholds {
            soon_share_percent: 101,
            ..thresholds
        }),
        Setting::Thresholds(Thresholds {
            triage_aim: zero,
            ..thresholds
        }),
        general(Threshold::ShareLeft(100)),
        general(Threshold::ShareLeft(0)),
        general(Threshold::BusinessLeft(0)),
        Setting::OwnAddresses(vec!["support".into()]),
        Setting::OwnAddresses(vec!["support@".into()]),
        Setting::OwnAddresses(vec!["sup port@example.jp".into()]),
    ];
    for setting in cases {
        refused(
            bench.desk.change_setting(&call("佐藤"), setting),
            "setting-out-of-range",
        );
    }
}

#[test]
fn own_addresses_are_kept_in_one_spelling() {
    let bench = Bench::new();
    let addresses = [
        " Support@Example.jp ",
        "support@example.jp",
        "@example.co.jp",
        "",
    ]
    .map(str::to_owned);
    bench
        .desk
        .change_setting(&call("佐藤"), Setting::OwnAddresses(addresses.to_vec()))
        .unwrap();
    assert_eq!(
        bench.desk.rules().own_addresses,
        ["support@example.jp", "@example.co.jp"]
    );
}
