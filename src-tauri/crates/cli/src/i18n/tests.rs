use super::*;

#[track_caller]
fn check(lc_all: Option<&str>, lang: Option<&str>, expected: Language) {
    assert_eq!(
        by_environment(lc_all, lang),
        expected,
        "{lc_all:?} {lang:?}"
    );
}

#[test]
fn english_is_spoken_where_it_is_asked_for() {
    check(None, None, Language::Ja);
    check(None, Some("en_US.UTF-8"), Language::En);
    check(Some("ja_JP.UTF-8"), Some("en_US.UTF-8"), Language::Ja);
    check(Some(""), Some("en_GB"), Language::En);
    check(None, Some("C.UTF-8"), Language::Ja);
    check(None, Some("fr_FR.UTF-8"), Language::Ja);
}

#[test]
fn dates_are_told_in_both_languages() {
    let on = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    assert_eq!((words(Language::Ja).day)(on, false), "11/24(火)");
    assert_eq!((words(Language::Ja).day)(on, true), "2026/11/24(火)");
    assert_eq!((words(Language::En).day)(on, true), "Tue 24 Nov 2026");
}
