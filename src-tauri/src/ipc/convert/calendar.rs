//! The picture of a year.

use business_time::{HolidaySource, Interval};
use chrono::{Datelike, Weekday};
use desk::{CalendarPicture, PictureDay};

use super::{count, step};
use crate::ipc::wire::rules as wire;

/// Shows a year.
pub(crate) fn picture(picture: &CalendarPicture) -> wire::CalendarPicture {
    let months = picture
        .days
        .chunk_by(|one, next| one.on.month() == next.on.month());
    wire::CalendarPicture {
        year: picture.year,
        source: picture.source.map(|it| source(it).to_owned()),
        business_days: picture.business_days,
        months: months.filter_map(month).collect(),
        versions: versions(picture),
        today: picture.today.to_string(),
    }
}

const fn source(source: HolidaySource) -> &'static str {
    match source {
        HolidaySource::Shipped => "shipped",
        HolidaySource::Computed => "computed",
        HolidaySource::Imported => "imported",
    }
}

fn month(days: &[PictureDay]) -> Option<wire::PictureMonth> {
    let first = days.first()?;
    Some(wire::PictureMonth {
        month: first.on.month(),
        begins: first.on.weekday().num_days_from_monday(),
        business_days: count(days.iter().filter(|day| day.closed.is_none()).count()),
        days: days.iter().map(day).collect(),
    })
}

fn day(day: &PictureDay) -> wire::PictureDay {
    let closed = day.closed.as_ref().map(step::closed);
    let name = closed.as_ref().and_then(|(_, name, _)| name.clone());
    wire::PictureDay {
        on: day.on.to_string(),
        hours: texts(&day.hours),
        closed: closed.map(|(because, _, _)| because),
        name,
        holiday: day.holiday.clone(),
        single: day.single,
    }
}

fn texts(hours: &[Interval]) -> Vec<String> {
    hours.iter().map(ToString::to_string).collect()
}

fn versions(picture: &CalendarPicture) -> Vec<wire::CalendarVersion> {
    let begun = |on| on <= picture.today;
    let in_force = picture.versions.iter().rfind(|it| begun(it.effective_on));
    let in_force = in_force.or(picture.versions.first());
    let week = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(7);
    let week: Vec<Weekday> = week.collect();
    let version = |(place, version): (usize, &business_time::CalendarVersion)| {
        let weekly = week.iter().map(|day| texts(version.weekly.on(*day)));
        let yearly = version.closing_days_yearly.iter();
        wire::CalendarVersion {
            effective_on: version.effective_on.to_string(),
            first: place == 0,
            in_force: in_force.is_some_and(|it| it.effective_on == version.effective_on),
            weekly: weekly.collect(),
            closing_days_yearly: yearly.map(ToString::to_string).collect(),
        }
    };
    picture.versions.iter().enumerate().map(version).collect()
}
