//! Reports on everything, in each form, and other filters.

use std::collections::BTreeMap;

use desk::{Call, Desk, QueueRequest};
use inquiry::Actor;
use policy::{Channel, ImpactLevel};
use report::{Part, Period, Selection};
use report_files::{Format, INQUIRIES, Language, Reader};

use crate::timing::Times;
use crate::{Outcome, Place, memory, report};

/// How many inquiries behind a figure a page asks for.
const BEHIND: usize = 100;

/// How many inquiries change hands after they were signed off.
const TOUCHED: usize = 1_000;

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
    let mut today = Times::default();
    today.take(|| desk.today())?;
    report("report_today", today.median());
    signing(&desk)
}

/// Signs everything off, lets some of it change hands, and asks what is other since.
fn signing(desk: &Desk) -> Outcome {
    let lead = || Call::new(Actor::new("田中（例）"));
    let mut signed = Times::default();
    signed.take(|| desk.sign_off(&lead(), &everything(), None))?;
    report("report_sign_off", signed.median());
    let queue = desk.queue(&QueueRequest {
        limit: TOUCHED,
        ..QueueRequest::default()
    })?;
    let open: Vec<_> = queue.rows.iter().map(|it| it.inquiry().id).collect();
    let other = Actor::new("鈴木（例）");
    desk.assign(&lead(), &open, Some(&other))?;
    let mut since = Times::default();
    let views = since.take(|| desk.sign_offs())?;
    let changes: usize = views.iter().map(desk::SignOffView::differences).sum();
    report("report_since", since.median());
    report("report_changes", changes as f64);
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
