use super::*;

const WRITTEN: &str = r#"id = "2026"
effective_on = "2026-04-01"
time_zone = "Asia/Tokyo"
national_holidays = true
closing_days_yearly = ["02-29", "12-29"]

[weekly]
mon = ["09:30-12:00", "13:00-17:30"]

[[closing_days]]
on = "2026-08-13"
name = "夏季休業"

[[closing_days]]
on = "2026-08-14"

[[overrides]]
on = "2026-12-28"
intervals = ["09:30-12:00"]

[[overrides]]
on = "2026-12-25"
intervals = []
"#;

#[test]
fn a_version_is_written_as_it_is_read() {
    let version: CalendarVersion = toml::from_str(WRITTEN).unwrap();
    assert_eq!(version.time_zone, Tz::Asia__Tokyo);
    assert_eq!(version.closing_days[0].name.as_deref(), Some("夏季休業"));
    assert_eq!(version.overrides[1].intervals, []);
    let json = serde_json::to_string(&version).unwrap();
    assert_eq!(
        serde_json::from_str::<CalendarVersion>(&json).unwrap(),
        version
    );
    let toml = toml::to_string(&version).unwrap();
    assert_eq!(toml::from_str::<CalendarVersion>(&toml).unwrap(), version);
}

#[test]
fn a_version_refuses_mistakes() {
    for (right, wrong) in [
        ("Asia/Tokyo", "Asia/Edo"),
        ("\"02-29\"", "\"02-30\""),
        ("2026-08-13", "2026-08-32"),
        ("national_holidays = true", "national_holiday = true"),
        ("09:30-12:00\", ", "12:00-09:30\", "),
        ("name = \"夏季休業\"", "title = \"夏季休業\""),
    ] {
        let text = WRITTEN.replacen(right, wrong, 1);
        assert_ne!(text, WRITTEN);
        assert!(toml::from_str::<CalendarVersion>(&text).is_err(), "{wrong}");
    }
}

#[test]
fn the_standard_calendar_opens_on_five_days() {
    let standard = CalendarVersion::standard();
    let week = toml::to_string(&standard.weekly).unwrap();
    assert_eq!(week.matches("[\"09:30-17:30\"]").count(), 5);
    assert!(!week.contains("sat") && !week.contains("sun"));
    assert!(standard.national_holidays && standard.closing_days_yearly.is_empty());
}

#[test]
fn a_day_of_the_year_is_two_numbers() {
    for text in ["12-29", "02-29", "01-01"] {
        assert_eq!(text.parse::<MonthDay>().unwrap().to_string(), text);
    }
    for text in ["2-29", "02-30", "13-01", "00-10", "0229", "12/29", "+1-01"] {
        assert_eq!(
            text.parse::<MonthDay>(),
            Err(MonthDayError(text.to_owned()))
        );
    }
}
