use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The day of a year on which the statute puts a holiday.
#[derive(Copy, Clone)]
enum Rule {
    Fixed { month: u32, day: u32 },
    Monday { month: u32, nth: u8 },
    VernalEquinox,
    AutumnalEquinox,
}

/// A holiday of the statute and the years, both included, in which this rule for it held.
struct Statutory {
    name: &'static str,
    rule: Rule,
    from: i32,
    until: i32,
}

const fn fixed(name: &'static str, month: u32, day: u32, from: i32, until: i32) -> Statutory {
    Statutory {
        name,
        rule: Rule::Fixed { month, day },
        from,
        until,
    }
}

const fn monday(name: &'static str, month: u32, nth: u8, from: i32, until: i32) -> Statutory {
    Statutory {
        name,
        rule: Rule::Monday { month, nth },
        from,
        until,
    }
}

const ALWAYS: i32 = i32::MIN;
const ON: i32 = i32::MAX;

/// The statute (国民の祝日に関する法律) and its changes since 1955. The special acts that moved or
/// added days in single years are not in it.
const STATUTE: &[Statutory] = &[
    fixed("元日", 1, 1, ALWAYS, ON),
    fixed("成人の日", 1, 15, ALWAYS, 1999),
    monday("成人の日", 1, 2, 2000, ON),
    fixed("建国記念の日", 2, 11, 1967, ON),
    fixed("天皇誕生日", 2, 23, 2020, ON),
    Statutory {
        name: "春分の日",
        rule: Rule::VernalEquinox,
        from: ALWAYS,
        until: ON,
    },
    fixed("天皇誕生日", 4, 29, ALWAYS, 1988),
    fixed("みどりの日", 4, 29, 1989, 2006),
    fixed("昭和の日", 4, 29, 2007, ON),
    fixed("憲法記念日", 5, 3, ALWAYS, ON),
    fixed("みどりの日", 5, 4, 2007, ON),
    fixed("こどもの日", 5, 5, ALWAYS, ON),
    fixed("海の日", 7, 20, 1996, 2002),
    monday("海の日", 7, 3, 2003, ON),
    fixed("山の日", 8, 11, 2016, ON),
    fixed("敬老の日", 9, 15, 1966, 2002),
    monday("敬老の日", 9, 3, 2003, ON),
    Statutory {
        name: "秋分の日",
        rule: Rule::AutumnalEquinox,
        from: ALWAYS,
        until: ON,
    },
    fixed("体育の日", 10, 10, 1966, 1999),
    monday("体育の日", 10, 2, 2000, 2019),
    monday("スポーツの日", 10, 2, 2020, ON),
    fixed("文化の日", 11, 3, ALWAYS, ON),
    fixed("勤労感謝の日", 11, 23, ALWAYS, ON),
    fixed("天皇誕生日", 12, 23, 1989, 2018),
];

const SUBSTITUTE: &str = "休日（振替）";
const CITIZENS: &str = "休日（国民の休日）";

/// Computes the holidays of a year from the statute, the substitute and the citizens' holidays
/// included.
pub(super) fn in_year(year: i32) -> BTreeMap<NaiveDate, String> {
    let statutory: BTreeMap<NaiveDate, &str> = STATUTE
        .iter()
        .filter(|holiday| (holiday.from..=holiday.until).contains(&year))
        .filter_map(|holiday| Some((date(holiday.rule, year)?, holiday.name)))
        .collect();
    let mut days = statutory.clone();
    days.extend(substitutes(&statutory).map(|on| (on, SUBSTITUTE)));
    for on in citizens(&statutory) {
        days.entry(on).or_insert(CITIZENS);
    }
    days.into_iter()
        .map(|(on, name)| (on, name.to_owned()))
        .collect()
}

fn date(rule: Rule, year: i32) -> Option<NaiveDate> {
    match rule {
        Rule::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
        Rule::Monday { month, nth } => {
            NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, nth)
        }
        Rule::VernalEquinox => NaiveDate::from_ymd_opt(
            year,
            3,
            equinox(year, [20_835_700, 20_843_100, 21_851_000])?,
        ),
        Rule::AutumnalEquinox => NaiveDate::from_ymd_opt(
            year,
            9,
            equinox(year, [23_258_800, 23_248_800, 24_248_800])?,
        ),
    }
}

/// Approximates the day of the month of an equinox in Japan, 1900–2150: it moves by 0.242194 days a
/// year and back by one each leap year. The constants, in millionths of a day, are those of the
/// years up to 1979, up to 2099, and after.
fn equinox(year: i32, [until_1979, until_2099, after]: [i32; 3]) -> Option<u32> {
    let (constant, leap_years) = match year {
        ..=1979 => (until_1979, (year - 1983) / 4),
        1980..=2099 => (until_2099, (year - 1980) / 4),
        2100.. => (after, (year - 1980) / 4),
    };
    u32::try_from((constant + 242_194 * (year - 1980)) / 1_000_000 - leap_years).ok()
}

/// Finds the substitute holidays: since 12 April 1973 the Monday after a holiday on a Sunday, since
/// 2007 the next day that is no holiday itself.
fn substitutes(statutory: &BTreeMap<NaiveDate, &'static str>) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1973, 4, 12).unwrap_or_default();
    let reach = |on: NaiveDate| if on.year() < 2007 { 1 } else { statutory.len() };
    statutory
        .keys()
        .filter(move |on| on.weekday() == Weekday::Sun && **on >= first)
        .filter_map(move |on| {
            let mut next = on.iter_days().skip(1).take(reach(*on));
            next.find(|next| !statutory.contains_key(next))
        })
}

/// Finds the citizens' holidays: since 1986 a day between two holidays; before 2007 not on a
/// Sunday.
fn citizens(statutory: &BTreeMap<NaiveDate, &'static str>) -> impl Iterator<Item = NaiveDate> {
    statutory
        .keys()
        .filter(|on| statutory.contains_key(&(**on + Days::new(2))))
        .map(|on| *on + Days::new(1))
        .filter(|between| !statutory.contains_key(between))
        .filter(|between| between.year() >= 1986)
        .filter(|between| between.year() >= 2007 || between.weekday() != Weekday::Sun)
}

#[cfg(test)]
mod tests;
