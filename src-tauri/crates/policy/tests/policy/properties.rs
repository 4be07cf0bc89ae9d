//! What holds of every inquiry on any calendar.

use std::sync::LazyLock;

use business_time::{
    BusinessCalendar, BusinessDuration, CalendarVersion, Instant, WallDuration, read_calendars,
};
use policy::{
    Band, DayLimit, Facts, ImpactLevel, Pack, ReminderRules, Step, Thresholds, deadlines, evaluate,
    explain,
};
use proptest::prelude::*;

use crate::support::{CALENDARS, STANDARD, clomo, compiled};

/// A calendar with a midday break, a short Saturday, an end of day at midnight, and clocks that change.
static ODD: LazyLock<BusinessCalendar> = LazyLock::new(|| {
    let mut version: CalendarVersion = read_calendars(CALENDARS).unwrap().remove("extra").unwrap();
    let hours = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect();
    version.weekly.tue = hours(&["09:00-12:00", "13:00-17:00"]);
    version.weekly.fri = hours(&["20:00-24:00"]);
    version.weekly.sat = hours(&["10:00-11:30"]);
    version.time_zone = "America/New_York".parse().unwrap();
    compiled(&[version])
});

fn calendars() -> impl Strategy<Value = &'static BusinessCalendar> {
    prop_oneof![Just(&*STANDARD), Just(&*ODD)]
}

fn packs() -> impl Strategy<Value = Pack> {
    proptest::sample::select(DayLimit::ALL).prop_map(clomo)
}

/// An instant from 1960 to 2090; half of them whole minutes, to meet openings and closings.
fn instants() -> impl Strategy<Value = Instant> {
    let micros = -315_619_200_000_000_i64..3_786_912_000_000_000;
    let minute = 60_000_000;
    prop_oneof![micros.clone(), micros.prop_map(move |at| at - at % minute)]
        .prop_map(Instant::from_micros)
}

fn levels() -> impl Strategy<Value = Option<ImpactLevel>> {
    proptest::option::of(proptest::sample::select(ImpactLevel::ALL))
}

fn thresholds() -> impl Strategy<Value = Thresholds> {
    (0..=100_u8, 0..=100_u8, 0..600_i64, 1..600_i64).prop_map(|(urgent, soon, minutes, aim)| {
        Thresholds {
            urgent_share_percent: urgent,
            soon_share_percent: soon,
            urgent_business: BusinessDuration::from_minutes(minutes),
            triage_aim: BusinessDuration::from_minutes(aim),
        }
    })
}

/// Wall-clock time after the receipt, up to three weeks.
fn later() -> impl Strategy<Value = WallDuration> {
    (0..1_814_400_000_000_i64).prop_map(WallDuration::from_micros)
}

/// How far an open inquiry has come.
fn rank(band: Band) -> u8 {
    match band {
        Band::Waiting => 0,
        Band::Fine => 1,
        Band::Soon => 2,
        Band::Urgent => 3,
        Band::Late => 4,
        Band::Breach => 5,
        Band::Answered | Band::Ended => panic!("an open inquiry is not {band}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn start_target_and_limit_are_in_order(
        calendar in calendars(), pack in packs(), from in instants(), level in proptest::sample::select(ImpactLevel::ALL),
    ) {
        let found = deadlines(&pack, calendar, from, level).unwrap();
        prop_assert!(from <= found.start && found.start < found.target && found.target <= found.limit);
        prop_assert!(calendar.is_open(found.start).unwrap());
        prop_assert_eq!(calendar.between(from, found.target).unwrap(), pack.allowance(level));
        if pack.day_limit() == DayLimit::Carried {
            prop_assert_eq!(found.carried_over || found.limit == found.target, true);
        }
    }

    #[test]
    fn bands_only_move_on(
        calendar in calendars(), pack in packs(), thresholds in thresholds(), at in instants(), level in levels(),
        (earlier, later) in (later(), later()),
    ) {
        let facts = Facts { level, ..Facts::received(at) };
        let rank_after = |by| rank(evaluate(&pack, calendar, &thresholds, &facts, at.plus_wall(by)).unwrap().band);
        prop_assert!(rank_after(earlier.min(later)) <= rank_after(earlier.max(later)));
    }

    #[test]
    fn the_next_change_is_the_next(
        calendar in calendars(), pack in packs(), thresholds in thresholds(), at in instants(), level in levels(),
        by in later(), part in 0.0..1.0_f64,
    ) {
        let facts = Facts { level, ..Facts::received(at) };
        let seen = |now| evaluate(&pack, calendar, &thresholds, &facts, now).unwrap();
        let now = at.plus_wall(by);
        let found = seen(now);
        let between = |next: Instant| {
            let wall = next.since(now).as_micros();
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "any instant will do")]
            let part = (wall as f64 * part) as i64;
            now.plus_wall(WallDuration::from_micros(part.min(wall - 1)))
        };
        match found.next_change_at {
            Some(next) => {
                prop_assert!(next > now);
                prop_assert_ne!(seen(next).band, found.band);
                prop_assert_eq!(seen(between(next)).band, found.band);
                prop_assert_eq!(seen(next.plus_wall(WallDuration::from_micros(-1))).band, found.band);
            }
            None => prop_assert_eq!(seen(now.plus_wall(WallDuration::from_hours(24 * 365))).band, found.band),
        }
    }

    #[test]
    fn reminders_ring_in_order_after_the_start(
        calendar in calendars(), pack in packs(), at in instants(), level in levels(),
    ) {
        let facts = Facts { level, ..Facts::received(at) };
        let found = evaluate(&pack, calendar, &Thresholds::default(), &facts, at).unwrap();
        let reminders = policy::reminders(calendar, &ReminderRules::default(), level, &found).unwrap();
        prop_assert!(reminders.is_sorted_by(|a, b| a.at < b.at));
        prop_assert!(reminders.iter().all(|reminder| found.start < reminder.at && reminder.at <= found.limit));
        prop_assert_eq!(reminders.last().map(|last| last.at), Some(found.limit));
    }

    #[test]
    fn skipped_days_are_all_the_closed_days_up_to_the_limit(
        calendar in calendars(), pack in packs(), at in instants(), level in levels(),
    ) {
        let facts = Facts { level, ..Facts::received(at) };
        let found = explain(&pack, calendar, &Thresholds::default(), &facts, at).unwrap();
        let limit = evaluate(&pack, calendar, &Thresholds::default(), &facts, at).unwrap().limit;
        let listed: Vec<_> = found.steps.iter().flat_map(|step| match step {
            Step::SkippedDays { days } => days.iter().map(|day| day.on).collect(),
            _ => Vec::new(),
        }).collect();
        let days = calendar.date_of(at).iter_days().take_while(|on| *on < calendar.date_of(limit));
        let closed: Vec<_> = days.filter(|on| !calendar.is_business_day(*on).unwrap()).collect();
        prop_assert_eq!(listed, closed);
    }
}
