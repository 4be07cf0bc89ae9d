use proptest::prelude::*;

use super::*;

#[track_caller]
fn reads(text: &str, utc: &str) {
    assert_eq!(
        Instant::parse(text).map(Instant::to_rfc3339),
        Ok(utc.to_owned()),
        "{text}"
    );
}

#[track_caller]
fn refuses(text: &str, error: InstantError) {
    assert_eq!(Instant::parse(text), Err(error), "{text}");
}

#[test]
fn reads_any_offset() {
    reads("2026-01-05T11:00:00+09:00", "2026-01-05T02:00:00Z");
    reads("2026-01-05T02:00:00Z", "2026-01-05T02:00:00Z");
    reads("2026-01-04T16:30:00-09:30", "2026-01-05T02:00:00Z");
    reads("2026-01-06T01:59:00+23:59", "2026-01-05T02:00:00Z");
    reads("2026-01-05t02:00:00z", "2026-01-05T02:00:00Z");
    reads("2026-01-05 02:00:00-00:00", "2026-01-05T02:00:00Z");
}

#[test]
fn cuts_to_microseconds_toward_the_past() {
    reads(
        "2026-01-05T17:29:59.999999999+09:00",
        "2026-01-05T08:29:59.999999Z",
    );
    reads("2026-01-05T17:30:00.0000009+09:00", "2026-01-05T08:30:00Z");
    reads(
        "1969-12-31T23:59:59.9999999Z",
        "1969-12-31T23:59:59.999999Z",
    );
    reads("2026-01-05T00:00:00.1Z", "2026-01-05T00:00:00.1Z");
    reads("2026-01-05T00:00:00.120Z", "2026-01-05T00:00:00.12Z");
    reads("2026-01-05T00:00:00.000001Z", "2026-01-05T00:00:00.000001Z");
}

#[test]
fn reads_a_leap_second_only_where_a_day_ends_in_utc() {
    reads("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z");
    reads("2017-01-01T08:59:60.5+09:00", "2017-01-01T00:00:00.5Z");
    refuses("2016-12-31T12:00:60Z", InstantError::NoSuchTime);
}

#[test]
fn refuses_other_shapes() {
    for text in [
        "",
        "2026-01-05",
        "2026-01-05T11:00:00",
        "2026-01-05T11:00+09:00",
        "2026-1-5T11:00:00Z",
        "2026-01-05T11:00:00.Z",
        "2026-01-05T11:00:00.1234567890Z",
        "2026-01-05T11:00:00+0900",
        "2026-01-05T11:00:00+09:00 ",
        "+2026-01-05T11:00:00Z",
        "２０２６-01-05T11:00:00Z",
        "2026-01-05T11:00:00日本",
    ] {
        refuses(text, InstantError::Shape);
    }
}

#[test]
fn refuses_what_does_not_exist() {
    for text in [
        "2026-02-29T11:00:00Z",
        "2026-13-01T11:00:00Z",
        "2026-00-01T11:00:00Z",
        "2026-01-05T24:00:00Z",
        "2026-01-05T11:60:00Z",
        "2026-01-05T11:00:61Z",
        "2026-01-05T11:00:00+24:00",
        "2026-01-05T11:00:00+09:60",
    ] {
        refuses(text, InstantError::NoSuchTime);
    }
}

#[test]
fn holds_to_its_range() {
    refuses("0000-12-31T23:59:59Z", InstantError::OutOfRange);
    refuses("9999-12-31T00:00:00Z", InstantError::OutOfRange);
    reads("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z");
    assert_eq!(Instant::MIN.to_rfc3339(), "0001-01-01T00:00:00Z");
    assert_eq!(Instant::MAX.to_rfc3339(), "9999-12-30T23:59:59.999999Z");
    assert_eq!(Instant::from_micros(i64::MIN), Instant::MIN);
    assert_eq!(Instant::from_micros(i64::MAX), Instant::MAX);
    assert_eq!(
        Instant::MAX.plus_wall(WallDuration::from_micros(i64::MAX)),
        Instant::MAX
    );
    assert_eq!(Instant::from_utc(DateTime::<Utc>::MAX_UTC), Instant::MAX);
    assert_eq!(Instant::from_utc(DateTime::<Utc>::MIN_UTC), Instant::MIN);
}

#[test]
fn writes_the_offset_of_the_zone() {
    let winter = Instant::parse("2026-01-05T02:00:00.5Z").unwrap();
    assert_eq!(
        winter.to_rfc3339_in(Tz::Asia__Tokyo),
        "2026-01-05T11:00:00.5+09:00"
    );
    assert_eq!(
        winter.to_rfc3339_in(Tz::America__New_York),
        "2026-01-04T21:00:00.5-05:00"
    );
    assert_eq!(
        winter.to_rfc3339_in(Tz::America__St_Johns),
        "2026-01-04T22:30:00.5-03:30"
    );
    let summer = Instant::parse("2026-07-05T02:00:00Z").unwrap();
    assert_eq!(
        summer.to_rfc3339_in(Tz::Australia__Lord_Howe),
        "2026-07-05T12:30:00+10:30"
    );
    assert_eq!(
        Instant::MAX.to_rfc3339_in(Tz::Asia__Tokyo),
        "9999-12-31T08:59:59.999999+09:00"
    );
}

#[test]
fn is_stored_as_microseconds() {
    let at = Instant::parse("2026-01-05T02:00:00.000001Z").unwrap();
    let text = serde_json::to_string(&at).unwrap();
    assert_eq!(text, "1767578400000001");
    assert_eq!(serde_json::from_str::<Instant>(&text).unwrap(), at);
    assert!(serde_json::from_str::<Instant>(&i64::MAX.to_string()).is_err());
}

#[test]
fn wall_time_is_exact() {
    let at = Instant::parse("2026-01-05T02:00:00Z").unwrap();
    let later = at.plus_wall(WallDuration::from_hours(2));
    assert_eq!(later.to_rfc3339(), "2026-01-05T04:00:00Z");
    assert_eq!(at.since(later), WallDuration::from_hours(-2));
}

proptest! {
    #[test]
    fn what_is_written_reads_as_the_same(
        micros in Instant::MIN.as_micros()..=Instant::MAX.as_micros(),
        zone in prop::sample::select(&chrono_tz::TZ_VARIANTS[..]),
    ) {
        let at = Instant::from_micros(micros);
        prop_assert_eq!(Instant::parse(&at.to_rfc3339()), Ok(at));
        prop_assert_eq!(Instant::parse(&at.to_rfc3339_in(zone)), Ok(at));
    }

    #[test]
    fn agrees_with_chrono(micros in -4_000_000_000_000_000_i64..=8_000_000_000_000_000) {
        let at = Instant::from_micros(micros);
        let chrono = at.to_utc();
        prop_assert_eq!(Instant::from_utc(chrono), at);
        prop_assert_eq!(Instant::parse(&chrono.to_rfc3339()), Ok(at));
        prop_assert_eq!(DateTime::parse_from_rfc3339(&at.to_rfc3339()).unwrap(), chrono);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}", cut in "[0-9T:Z+.-]{0,36}") {
        let _ = Instant::parse(&text);
        let _ = Instant::parse(&cut);
    }
}
