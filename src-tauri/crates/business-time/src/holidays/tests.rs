use super::*;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn list(text: &str) -> ImportedHolidays {
    read_holidays(text.as_bytes()).unwrap()
}

#[test]
fn three_layers_by_year() {
    let holidays = Holidays::shipped();
    assert_eq!(holidays.source(1954), None);
    assert_eq!(holidays.source(1955), Some(HolidaySource::Shipped));
    assert_eq!(holidays.source(2027), Some(HolidaySource::Shipped));
    assert_eq!(holidays.source(2028), Some(HolidaySource::Computed));
    assert_eq!(holidays.source(2100), Some(HolidaySource::Computed));
    assert_eq!(holidays.source(2101), None);
    assert!(!holidays.provisional(2027) && holidays.provisional(2028));
    assert!(!holidays.provisional(2101));
    assert_eq!(holidays.name_on(on("2026-09-22")), Some("休日"));
    assert_eq!(holidays.name_on(on("2028-01-10")), Some("成人の日"));
    assert_eq!(holidays.name_on(on("2028-01-11")), None);
}

#[test]
fn an_import_replaces_whole_years() {
    let imported = list("2028/1/1,元日\n2026/6/1,特別な日\n");
    let holidays = Holidays::shipped().with_imported(&imported);
    assert!(!holidays.provisional(2028) && holidays.provisional(2029));
    assert_eq!(holidays.name_on(on("2028-01-10")), None);
    assert_eq!(holidays.name_on(on("2026-01-01")), None);
    let day = Holiday {
        on: on("2026-06-01"),
        name: "特別な日".to_owned(),
        source: HolidaySource::Imported,
    };
    assert_eq!(holidays.in_year(2026), [day]);
    assert_eq!(holidays.in_year(2027), Holidays::shipped().in_year(2027));
}

#[test]
fn a_difference_shows_what_is_added_and_removed() {
    let mut text = String::from("日,名\n2028-06-01,特別な日\n");
    for holiday in Holidays::shipped().in_year(2027) {
        text += &format!("{},{}\n", holiday.on, holiday.name);
    }
    let differences = list(&text).difference_to(&Holidays::shipped());
    assert_eq!(differences.len(), 1, "2027 stays as it is");
    assert_eq!(differences[0].year, 2028);
    assert_eq!(
        differences[0].added,
        [(on("2028-06-01"), "特別な日".to_owned())]
    );
    assert_eq!(
        differences[0].removed.len(),
        Holidays::shipped().in_year(2028).len()
    );
}
