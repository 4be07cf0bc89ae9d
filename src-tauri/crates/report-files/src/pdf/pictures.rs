//! The pictures: the weekly trend with the goal, how long first responses took, and when inquiries came in.

use report::{BUCKETS, Column, GOAL, Heat, Report, Share, Word};

use super::STACKED;
use super::marks::{Colour, Pages, Shape};
use crate::Reader;

/// The width of what stands left of a picture.
const LABEL: f32 = 90.0;

pub(super) fn draw(pages: &mut Pages, report: &Report<'_>, reader: &Reader) {
    pages.begin(Shape::Upright);
    trend(pages, report, reader);
    distribution(pages, report, reader);
    heat(pages, "receipts", &report.receipts, Colour::Heat, reader);
    heat(pages, "breaches", &report.breaches, Colour::Ember, reader);
}

fn title(pages: &mut Pages, name: &'static str, reader: &Reader) {
    pages.gap(10.0);
    pages.text(11.0, Colour::Text, reader.table(name));
    pages.gap(4.0);
}

/// The share that kept the policy, a bar a week, from 0 to 100 %, with the goal as a line across. Of many weeks the last
/// ones are shown.
fn trend(pages: &mut Pages, report: &Report<'_>, reader: &Reader) {
    const HEIGHT: f32 = 110.0;
    const MOST: usize = 53;
    title(pages, "by_week", reader);
    let weeks = report
        .weeks
        .get(report.weeks.len().saturating_sub(MOST)..)
        .unwrap_or_default();
    let (top, wide) = (pages.y(), pages.width() - 34.0);
    let step = wide / count(weeks.len().max(1));
    for (share, label) in [(0, "0%"), (50, "50%"), (100, "100%")] {
        let y = top
            + HEIGHT
                * (1.0
                    - part_of(Share {
                        part: share,
                        whole: 100,
                    }));
        pages.text_to(28.0, y + 2.5, 7.0, Colour::Muted, label);
        pages.block(34.0, y, wide, 0.4, Colour::Line);
    }
    for (place, week) in weeks.iter().enumerate() {
        let x = 34.0 + step * count(place);
        let kept = week.figures.within_limit();
        if kept.whole > 0 {
            let height = HEIGHT * part_of(kept);
            let colour = if part_of(kept) < part_of(GOAL) {
                Colour::Breach
            } else {
                Colour::Accent
            };
            let width = (step * 0.7).min(40.0);
            pages.block(
                x + (step - width) / 2.0,
                top + HEIGHT - height,
                width,
                height,
                colour,
            );
        }
        if place.is_multiple_of(weeks.len().div_ceil(10).max(1)) {
            let label = week.monday.format("%-m/%-d").to_string();
            pages.text_at(x, top + HEIGHT + 10.0, 7.0, Colour::Muted, &label);
        }
    }
    let y = top + HEIGHT * (1.0 - part_of(GOAL));
    pages.block(34.0, y - 0.6, wide, 1.2, Colour::Fine);
    let goal = format!(
        "{} {}",
        reader.column(Column::Named("goal")),
        crate::told::percent(GOAL)
    );
    pages.text_to(pages.width(), y - 3.0, 7.0, Colour::Fine, &goal);
    pages.gap(HEIGHT + 16.0);
}

/// For each level, how many first responses took so long, against what the level allows.
fn distribution(pages: &mut Pages, report: &Report<'_>, reader: &Reader) {
    title(pages, "distribution", reader);
    let wide = pages.width() - LABEL;
    let step = wide / count(BUCKETS.len());
    for (place, end) in BUCKETS.into_iter().enumerate() {
        let x = LABEL + step * count(place);
        let label = reader.column(Column::UpTo(end));
        pages.text_at(x, pages.y() + 8.0, 7.0, Colour::Muted, &label);
    }
    pages.gap(12.0);
    for level in &report.distributions {
        let most = level.counts.iter().copied().max().unwrap_or(1).max(1);
        let name = reader.word(&Word::Level(level.level));
        pages.text_at(0.0, pages.y() + 12.0, 8.0, Colour::Text, &name);
        for (place, (end, of)) in BUCKETS.into_iter().zip(level.counts).enumerate() {
            let x = LABEL + step * count(place);
            let width = (step - 26.0)
                * part_of(Share {
                    part: of,
                    whole: most,
                });
            let colour = if end > 100 {
                Colour::Breach
            } else {
                Colour::Accent
            };
            pages.block(x, pages.y() + 4.0, width.max(0.5), 10.0, colour);
            pages.text_at(
                x + width + 3.0,
                pages.y() + 12.0,
                7.0,
                Colour::Muted,
                &of.to_string(),
            );
        }
        pages.gap(19.0);
    }
    stacked(pages, report, reader);
}

/// All first responses by their verdicts, in one bar.
fn stacked(pages: &mut Pages, report: &Report<'_>, reader: &Reader) {
    let whole = report.figures.count(report::Part::Answered);
    let wide = pages.width() - LABEL;
    let mut x = LABEL;
    for (part, colour) in STACKED {
        let share = Share {
            part: report.figures.count(part),
            whole,
        };
        let width = wide * part_of(share);
        pages.block(x, pages.y() + 4.0, width, 10.0, colour);
        x += width;
    }
    pages.gap(18.0);
    let mut x = LABEL;
    for (part, colour) in STACKED {
        let label = format!(
            "{} {}",
            reader.word(&Word::Figure(part.as_str())),
            report.figures.count(part)
        );
        pages.block(x, pages.y() + 1.0, 7.0, 7.0, colour);
        pages.text_at(x + 10.0, pages.y() + 8.0, 7.5, Colour::Muted, &label);
        x += 24.0 + pages.measure(&label, 7.5);
    }
    pages.gap(12.0);
}

fn heat(
    pages: &mut Pages,
    name: &'static str,
    heat: &Heat,
    colour: fn(u8) -> Colour,
    reader: &Reader,
) {
    const SIDE: f32 = 14.0;
    title(pages, name, reader);
    let most = heat.iter().flatten().copied().max().unwrap_or(1).max(1);
    let step = (pages.width() - 30.0) / 24.0;
    for hour in 0..24_u8 {
        let x = 30.0 + step * f32::from(hour);
        pages.text_at(
            x + 4.0,
            pages.y() + 7.0,
            6.5,
            Colour::Muted,
            &hour.to_string(),
        );
    }
    pages.gap(9.0);
    for (day, hours) in (0..).zip(heat) {
        let name = reader.word(&Word::Weekday(day));
        pages.text_at(0.0, pages.y() + 10.0, 7.5, Colour::Muted, &name);
        for (hour, of) in hours.iter().enumerate() {
            let x = 30.0 + step * count(hour);
            let share = u8::try_from(u64::from(*of) * 255 / u64::from(most)).unwrap_or(255);
            pages.block(x, pages.y(), step - 1.0, SIDE - 1.0, colour(share.max(8)));
            if *of > 0 {
                let ink = if share > 140 {
                    Colour::Head
                } else {
                    Colour::Text
                };
                pages.text_at(x + 3.0, pages.y() + 9.5, 6.5, ink, &of.to_string());
            }
        }
        pages.gap(SIDE);
    }
}

fn part_of(share: Share) -> f32 {
    share.permille().map_or(0.0, |it| {
        f32::from(u16::try_from(it).unwrap_or(1000)) / 1000.0
    })
}

fn count(of: usize) -> f32 {
    f32::from(u16::try_from(of).unwrap_or(u16::MAX))
}
