//! An explanation as a support lead would read it.

use business_time::{BusinessCalendar, ClosedBecause, Instant};
use chrono::NaiveDate;
use policy::{Allowance, Explanation, SkippedDay, Step};

pub fn explanation(calendar: &BusinessCalendar, found: &Explanation) -> String {
    let mut lines = vec![format!("{} · {}", found.pack, found.calendar)];
    lines.extend(found.steps.iter().map(|step| {
        let clause = step
            .clause()
            .map_or_else(String::new, |number| format!("§{number}"));
        format!("{clause:4}{}", text(calendar, step))
    }));
    lines.join("\n")
}

fn text(calendar: &BusinessCalendar, step: &Step) -> String {
    let moment = |at: &Instant| moment(calendar, *at);
    match step {
        Step::Received { at } => format!("received {}", moment(at)),
        Step::ReckonedFromChange { at } => format!("reckoned from the change {}", moment(at)),
        Step::StartsAtOpening { at } => format!("starts at the opening {}", moment(at)),
        Step::SkippedDays { days } => {
            format!(
                "skips {}",
                days.iter().map(skipped).collect::<Vec<_>>().join(", ")
            )
        }
        Step::Allowance {
            level,
            said,
            business,
            target,
        } => {
            let said = match said {
                Allowance::BusinessHours(hours) => format!("{hours} business hours"),
                Allowance::BusinessDays(days) => format!("{days} business days"),
            };
            format!(
                "{level}: {said} ({} min), target {}",
                business.as_secs() / 60,
                moment(target)
            )
        }
        Step::TriageAim { business, at } => {
            format!(
                "no level: {} min to decide it, until {}",
                business.as_secs() / 60,
                moment(at)
            )
        }
        Step::CarriedOver { from, to } => {
            format!("carried over from {} to {}", date(*from), date(*to))
        }
        Step::LimitIsTarget => "limit: the target".to_owned(),
        Step::LimitIsClose { on, at } => {
            format!("limit: the close of {}, {}", date(*on), moment(at))
        }
        Step::WholeDays {
            business_days,
            on,
            at,
        } => {
            format!(
                "limit: the close of business day {business_days} after, {}, {}",
                date(*on),
                moment(at)
            )
        }
        Step::Responded { at, verdict } => {
            let verdict = verdict.map_or("no verdict", |verdict| verdict.as_str());
            format!("responded {}: {verdict}", moment(at))
        }
        Step::Ended { at } => format!("ended {}", moment(at)),
        Step::OverOutOfHours { since } => {
            format!("over since {}, but only out of hours", moment(since))
        }
        Step::Provisional { year } => format!("the holidays of {year} are provisional"),
    }
}

fn skipped(day: &SkippedDay) -> String {
    let because = match &day.because {
        ClosedBecause::Weekday => "weekday".to_owned(),
        ClosedBecause::NationalHoliday { name, provisional } => {
            format!("{name}{}", if *provisional { ", provisional" } else { "" })
        }
        ClosedBecause::ClosingDay { name } => {
            name.clone().unwrap_or_else(|| "closing day".to_owned())
        }
        ClosedBecause::Override => "override".to_owned(),
    };
    format!("{} ({because})", date(day.on))
}

fn date(on: NaiveDate) -> String {
    on.format("%a %Y-%m-%d").to_string()
}

fn moment(calendar: &BusinessCalendar, at: Instant) -> String {
    let text = at.to_rfc3339_in(calendar.time_zone());
    format!(
        "{} {}",
        calendar.date_of(at).format("%a"),
        text.trim_end_matches("+09:00").replace('T', " ")
    )
}
