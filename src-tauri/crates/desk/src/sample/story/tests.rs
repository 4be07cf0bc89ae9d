use business_time::{CalendarVersion, Holidays};
use policy::{Band, Facts, PackLibrary, Thresholds};

use super::*;

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn calendar() -> BusinessCalendar {
    BusinessCalendar::compile(&[CalendarVersion::standard()], &Holidays::shipped()).unwrap()
}

/// A working moment, a Sunday, a holiday, the night before a working day, the opening itself, just after the close.
const MOMENTS: [&str; 7] = [
    "2026-11-24T11:06:00+09:00",
    "2026-11-22T13:00:00+09:00",
    "2026-11-23T09:45:00+09:00",
    "2026-11-25T23:59:00+09:00",
    "2026-11-26T09:30:00+09:00",
    "2026-11-27T17:31:00+09:00",
    "2027-01-02T08:00:00+09:00",
];

/// Gives the bands of all that is open, by subject.
fn bands(now: Instant) -> Vec<(String, Band)> {
    let (script, calendar) = (Script::built_in().unwrap(), calendar());
    let packs = PackLibrary::shipped();
    let open = script
        .inquiries
        .iter()
        .filter(|it| it.answer.is_none() && it.ended.is_none());
    open.map(|it| {
        let received_at = received_at(it, &calendar, now).unwrap();
        let facts = Facts {
            received_at,
            reckoned_from: received_at,
            level: it.level,
            responded_at: None,
            ended_at: None,
        };
        let pack = packs
            .in_force(it.product.as_str(), calendar.date_of(received_at))
            .unwrap();
        let evaluation =
            policy::evaluate(pack, &calendar, &Thresholds::default(), &facts, now).unwrap();
        (it.subject.clone(), evaluation.band)
    })
    .collect()
}

#[test]
fn nothing_lies_after_now_and_all_is_in_order() {
    let (script, calendar) = (Script::built_in().unwrap(), calendar());
    for moment in MOMENTS {
        let steps = story(&script, &calendar, at(moment)).unwrap();
        assert!(steps.is_sorted_by_key(|it| it.at), "{moment}");
        assert!(steps.iter().all(|it| it.at <= at(moment)), "{moment}");
        for (inquiry, sketch) in script.inquiries.iter().enumerate() {
            let first = steps.iter().find(|it| it.inquiry == inquiry).unwrap();
            assert_eq!(first.what, What::Received, "{moment}: {}", sketch.subject);
        }
    }
}

#[test]
fn the_set_looks_sensible_at_any_moment() {
    for moment in MOMENTS {
        let bands = bands(at(moment));
        let count = |band| bands.iter().filter(|it| it.1 == band).count();
        for band in [
            Band::Breach,
            Band::Late,
            Band::Urgent,
            Band::Soon,
            Band::Fine,
        ] {
            let late_on_time = band == Band::Late || band == Band::Breach;
            assert!(
                count(band) > 0 || late_on_time,
                "{moment}: {band:?} in {bands:?}"
            );
        }
        let over = count(Band::Late) + count(Band::Breach);
        assert!((2..=3).contains(&over), "{moment}: {bands:?}");
        let closed = !calendar().is_open(at(moment)).unwrap();
        assert_eq!(count(Band::Waiting) >= 3, closed, "{moment}: {bands:?}");
    }
}

#[test]
fn calls_come_in_business_time_only() {
    let (script, calendar) = (Script::built_in().unwrap(), calendar());
    for moment in MOMENTS {
        for it in script
            .inquiries
            .iter()
            .filter(|it| it.channel == policy::Channel::Phone)
        {
            let at = received_at(it, &calendar, at(moment)).unwrap();
            assert!(calendar.is_open(at).unwrap(), "{moment}: {}", it.subject);
        }
    }
}

#[test]
fn the_picture_s_moment_has_the_picture_s_queue() {
    let found = |subject: &str| {
        let script = Script::built_in().unwrap();
        let sketch = script
            .inquiries
            .iter()
            .find(|it| it.subject == subject)
            .unwrap();
        let at = received_at(sketch, &calendar(), at(MOMENTS[0])).unwrap();
        at.to_rfc3339_in(chrono_tz::Asia::Tokyo)
    };
    assert_eq!(
        found("リモートワイプのコマンドが実行されない"),
        "2026-11-20T13:00:00+09:00"
    );
    assert_eq!(
        found("全拠点で管理画面にログインできない"),
        "2026-11-22T18:03:00+09:00"
    );
    assert_eq!(found("至急: 端末紛失の件"), "2026-11-24T10:20:00+09:00");
}

#[track_caller]
fn check_closed(before: &str, share: f64, expected: &str) {
    let found = closed_before(&calendar(), at(before), share).unwrap();
    assert_eq!(
        found.to_rfc3339_in(chrono_tz::Asia::Tokyo),
        expected,
        "{before}"
    );
}

#[test]
fn the_last_closed_period_is_found() {
    check_closed(
        "2026-11-24T11:06:00+09:00",
        0.0,
        "2026-11-20T17:30:00+09:00",
    );
    check_closed(
        "2026-11-24T11:06:00+09:00",
        1.0,
        "2026-11-24T09:30:00+09:00",
    );
    check_closed(
        "2026-11-24T09:30:00+09:00",
        0.0,
        "2026-11-20T17:30:00+09:00",
    );
    check_closed(
        "2026-11-22T13:00:00+09:00",
        1.0,
        "2026-11-22T13:00:00+09:00",
    );
    check_closed(
        "2026-11-25T17:31:00+09:00",
        1.0,
        "2026-11-25T17:31:00+09:00",
    );
    check_closed(
        "2026-11-25T17:30:00+09:00",
        0.0,
        "2026-11-24T17:30:00+09:00",
    );
}
