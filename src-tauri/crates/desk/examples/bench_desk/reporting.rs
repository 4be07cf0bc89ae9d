//! Reports on everything, in each form, and other filters.

use std::collections::BTreeMap;

use desk::Desk;
use policy::{Channel, ImpactLevel};
use report::{Part, Period, Selection};
use report_files::{Format, INQUIRIES, Language, Reader};

use crate::timing::Times;
use crate::{Outcome, Place, memory, report};

/// How many inquiries behind a figure a page asks for.
const BEHIND: usize = 100;

/// Makes a report from a desk that was just opened, writes it in each form, and changes filters.
pub fn reporting(place: &Place<'_>) -> Outcome {
    let desk = place.open()?;
    let mut json = Times::default();
    json.take(|| write(&desk, Format::Json))?;
    report("report_json", json.median());
    memory::tell("memory_json", "VmHWM:");
    for (name, format) in [("xlsx", Format::Xlsx), ("pdf", Format::Pdf)] {
        let mut times = Times::default();
        times.take(|| write(&desk, format))?;
        report(&format!("report_{name}"), times.median());
    }
    let mut filters = Times::default();
    for selection in filtered() {
        filters.take(|| {
            desk.report_agents()?;
            desk.report(selection, |it| it.counting_tables().len())
        })?;
    }
    report("report_filter", filters.longest());
    let mut behind = Times::default();
    for part in [Part::Received, Part::Missed, Part::Broken] {
        behind.take(|| desk.report_rows(everything(), part, None, 0..BEHIND))?;
    }
    report("report_behind", behind.longest());
    let count = desk.report(everything(), |it| it.entries().len())?;
    report("report_inquiries", count as f64);
    Ok(())
}

fn everything() -> Selection {
    let day = |year| chrono::NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    Selection::of(Period {
        from: day(2000),
        to: day(2099),
    })
}

fn filtered() -> Vec<Selection> {
    let levels = ImpactLevel::ALL.iter().map(|level| Selection {
        levels: vec![Some(*level)],
        ..everything()
    });
    let channels = Channel::ALL.iter().map(|channel| Selection {
        channels: vec![*channel],
        ..everything()
    });
    levels.chain(channels).chain([everything()]).collect()
}

/// Writes to nowhere: what is measured is the making.
fn write(desk: &Desk, format: Format) -> Outcome {
    let reader = Reader {
        language: Language::Ja,
        zone: desk.rules().calendar.time_zone(),
        products: BTreeMap::new(),
    };
    desk.report(everything(), |it| {
        let nowhere = &mut std::io::sink();
        report_files::write(it, format, INQUIRIES, &reader, nowhere, &mut |_, _| true)
    })??;
    Ok(())
}
