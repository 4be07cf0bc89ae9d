use chrono::{Datelike, NaiveDate};

/// The first year that calendars and holidays cover.
pub const FIRST_YEAR: i32 = 1955;
/// The last year that calendars and holidays cover.
pub const LAST_YEAR: i32 = 2100;

/// 1 January of [`FIRST_YEAR`].
pub(crate) const FIRST_DATE: NaiveDate = new_year(FIRST_YEAR);
/// 1 January of the year after [`LAST_YEAR`].
pub(crate) const END_DATE: NaiveDate = new_year(LAST_YEAR + 1);
/// How many days the covered years have.
const DAY_COUNT: i32 = END_DATE.to_epoch_days() - FIRST_DATE.to_epoch_days();

const fn new_year(year: i32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// The number of days from [`FIRST_DATE`] to `on`, where the covered years contain it.
pub(crate) fn day_index(on: NaiveDate) -> Option<usize> {
    let days = on.to_epoch_days() - FIRST_DATE.to_epoch_days();
    if days < DAY_COUNT {
        usize::try_from(days).ok()
    } else {
        None
    }
}

/// The number of days from [`FIRST_DATE`] to the day `epoch_day` days after 1970-01-01, where it is
/// not before; the covered years may have ended by then.
pub(crate) fn epoch_day_index(epoch_day: i64) -> Option<usize> {
    usize::try_from(epoch_day - i64::from(FIRST_DATE.to_epoch_days())).ok()
}

/// The date `epoch_day` days after 1970-01-01, or the last of all dates.
pub(crate) fn date_at_epoch_day(epoch_day: i64) -> NaiveDate {
    let date = i32::try_from(epoch_day).ok();
    date.and_then(NaiveDate::from_epoch_days)
        .unwrap_or(NaiveDate::MAX)
}

/// All covered dates in order.
pub(crate) fn dates() -> impl Iterator<Item = NaiveDate> {
    FIRST_DATE
        .iter_days()
        .take_while(|on| on.year() <= LAST_YEAR)
}

/// Whether the covered years contain `on`.
pub(crate) fn covers(on: NaiveDate) -> bool {
    day_index(on).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_the_first_to_the_last() {
        let on = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(day_index(on("1954-12-31")), None);
        assert_eq!(day_index(on("1955-01-01")), Some(0));
        assert_eq!(day_index(on("2100-12-31")), Some(53_325));
        assert_eq!(day_index(on("2101-01-01")), None);
        assert_eq!(DAY_COUNT, 53_326);
        assert_eq!(epoch_day_index(-5_480), None);
        assert_eq!(epoch_day_index(-5_479), Some(0));
        assert_eq!(date_at_epoch_day(-5_479), on("1955-01-01"));
        assert_eq!(date_at_epoch_day(-719_162), on("0001-01-01"));
        assert_eq!(dates().count(), 53_326);
    }
}
