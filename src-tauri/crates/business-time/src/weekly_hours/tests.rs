use super::*;

fn interval(text: &str) -> Interval {
    text.parse().unwrap()
}

#[track_caller]
fn refuses(text: &str, error: IntervalError) {
    assert_eq!(text.parse::<Interval>(), Err(error));
}

#[test]
fn reads_and_writes_intervals() {
    for text in [
        "09:30-17:30",
        "00:00-24:00",
        "22:00-24:00",
        "09:30:15-17:30:59",
    ] {
        assert_eq!(interval(text).to_string(), text);
    }
    assert_eq!(interval("09:30 - 17:30"), interval("09:30-17:30"));
    assert_eq!(interval("00:00-24:00").close(), TimeOfDay::END);
}

#[test]
fn refuses_what_is_no_interval() {
    refuses("09:30", IntervalError::Shape("09:30".into()));
    refuses("17:30-09:30", IntervalError::Order("17:30-09:30".into()));
    refuses("09:30-09:30", IntervalError::Order("09:30-09:30".into()));
    for (text, time) in [
        ("9:30-17:30", "9:30"),
        ("09:30-24:01", "24:01"),
        ("09:30-24:00:01", "24:00:01"),
        ("09:60-17:30", "09:60"),
        ("09:30:60-17:30", "09:30:60"),
        ("09-17:30", "09"),
        ("+9:30-17:30", "+9:30"),
        ("09:30-17:30-18:00", "17:30-18:00"),
        ("-09:30", ""),
    ] {
        refuses(text, IntervalError::NoSuchTime(time.into()));
    }
}

#[test]
fn a_week_reads_legibly_in_toml_and_json() {
    let toml = "mon = [\"09:30-12:00\", \"13:00-17:30\"]\nsun = [\"00:00-24:00\"]\n";
    let week: WeeklyHours = toml::from_str(toml).unwrap();
    assert_eq!(
        week.on(Weekday::Mon),
        [interval("09:30-12:00"), interval("13:00-17:30")]
    );
    assert_eq!(week.on(Weekday::Tue), []);
    assert_eq!(toml::to_string(&week).unwrap(), toml);
    let json = r#"{"mon":["09:30-12:00","13:00-17:30"],"sun":["00:00-24:00"]}"#;
    assert_eq!(serde_json::to_string(&week).unwrap(), json);
}

#[test]
fn a_week_refuses_other_days() {
    assert!(toml::from_str::<WeeklyHours>("montag = []").is_err());
    assert!(toml::from_str::<WeeklyHours>("mon = [\"9-17\"]").is_err());
}

#[test]
fn each_weekday_has_its_own_hours() {
    for weekday in WEEK {
        let week = WeeklyHours::same(&[weekday], &[interval("09:00-10:00")]);
        let open: Vec<Weekday> = WEEK
            .into_iter()
            .filter(|d| !week.on(*d).is_empty())
            .collect();
        assert_eq!(open, [weekday]);
    }
}
