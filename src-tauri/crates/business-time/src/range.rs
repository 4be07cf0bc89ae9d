use chrono::{Days, NaiveDate};

/// The first year that calendars and holidays cover.
pub const FIRST_YEAR: i32 = 1955;
/// The last year that calendars and holidays cover.
pub const LAST_YEAR: i32 = 2100;

/// 1 January of [`FIRST_YEAR`].
pub(crate) fn first_date() -> NaiveDate {
    NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or_default()
}

/// How many days the years from [`FIRST_YEAR`] to [`LAST_YEAR`] have.
pub(crate) fn day_count() -> usize {
    let end = NaiveDate::from_ymd_opt(LAST_YEAR + 1, 1, 1).unwrap_or_default();
    usize::try_from((end - first_date()).num_days()).unwrap_or(0)
}

/// The number of days from [`first_date`] to `on`, where `on` lies in the covered years.
pub(crate) fn day_index(on: NaiveDate) -> Option<usize> {
    let index = usize::try_from((on - first_date()).num_days()).ok()?;
    (index < day_count()).then_some(index)
}

/// The date `index` days after [`first_date`].
pub(crate) fn date_at(index: usize) -> NaiveDate {
    first_date() + Days::new(index as u64)
}

/// Whether the covered years contain `on`.
pub(crate) fn covers(on: NaiveDate) -> bool {
    day_index(on).is_some()
}
