//! The desk over a corpus: each group of figures in a process of its own, whose memory is told with them.

use std::path::Path;

use super::Asked;
use super::figure::{Bar, Figure};
use super::report::Report;
use crate::corpus::Corpus;
use crate::failure::{Failure, Outcome};
use crate::shell::Task;
use crate::workspace;

/// From so many inquiries on the bars of a million hold.
const MANY: u64 = 1_000_000;
/// The open inquiries for which the bars of a change hold.
const OPEN: u64 = 20_000;

/// Measures the opening, pages and what stands round them.
pub fn open(asked: &Asked) -> Outcome<Vec<Figure>> {
    let report = read_only("open", asked)?;
    let many = asked.count >= MANY;
    let mut figures = vec![
        Figure::at_most(
            "desk opened and first page read",
            report.value("open")?,
            if many { 500.0 } else { 250.0 },
            "ms",
        ),
        Figure::at_most(
            "a page of 100 rows, the slowest kind",
            report.value("page")?,
            2.0,
            "ms",
        ),
    ];
    for (name, time) in report.beginning("page_") {
        figures.push(Figure::compared(
            format!("  page: {}", name.replace('_', " ")),
            time,
            "ms",
        ));
    }
    for (name, what) in [
        ("rail", "  counts of the rail"),
        ("signs", "  signs in the window"),
        ("wake", "  a wake of the reminders"),
    ] {
        figures.push(Figure::compared(what, report.value(name)?, "ms"));
    }
    figures.push(memory(
        &report,
        "memory_open",
        "memory, opened, first page",
        many,
    )?);
    figures.push(memory(&report, "memory", "memory after all pages", many)?);
    Ok(figures)
}

/// Measures the queue as it was.
pub fn as_of(asked: &Asked) -> Outcome<Vec<Figure>> {
    let report = read_only("as-of", asked)?;
    let rows = report.value("as_of_rows")?;
    Ok(vec![
        Figure::at_most(
            format!("queue as of 30 days ago ({rows:.0} rows)"),
            report.value("as_of")? / 1e3,
            1.0,
            "s",
        ),
        memory(&report, "memory", "memory after it", asked.count >= MANY)?,
    ])
}

/// Measures the search.
pub fn search(asked: &Asked) -> Outcome<Vec<Figure>> {
    let report = read_only("search", asked)?;
    let many = asked.count >= MANY;
    let bar = if many { 50.0 } else { 30.0 };
    let at_most =
        |what: &str, name| Ok::<_, Failure>(Figure::at_most(what, report.value(name)?, bar, "ms"));
    let compared =
        |what: &str, name| Ok::<_, Failure>(Figure::compared(what, report.value(name)?, "ms"));
    let mut figures = vec![
        at_most("search, newest 100 hits, p95", "search")?,
        at_most("search, words cut out of the texts, p95", "search_cut")?,
        compared("  the longest of these", "search_cut_longest")?,
        compared("  the hardest word that was found", "search_hardest")?,
    ];
    for (name, time) in report.beginning("search_") {
        if let Ok(hits) = report.value(&format!("search_{name}_hits")) {
            let what = format!("  {} ({hits:.0} hits)", name.replace('_', " "));
            figures.push(Figure::compared(what, time, "ms"));
        }
    }
    figures.push(memory(&report, "memory", "memory after searching", many)?);
    Ok(figures)
}

/// Measures the verification.
pub fn verify(asked: &Asked) -> Outcome<Vec<Figure>> {
    let report = read_only("verify", asked)?;
    let events = report.value("verify_events")?;
    Ok(vec![
        Figure::at_most(
            "verify, for 2,000,000 events",
            report.value("verify_two_million")?,
            20.0,
            "s",
        ),
        Figure::compared(
            format!("  verify of all {events:.0} events"),
            report.value("verify")?,
            "s",
        ),
        Figure::compared(
            "  longest time without progress",
            report.value("verify_longest_silence")?,
            "s",
        ),
        memory(
            &report,
            "memory_peak",
            "memory, at most",
            asked.count >= MANY,
        )?,
    ])
}

/// Measures a report on everything.
pub fn report(asked: &Asked) -> Outcome<Vec<Figure>> {
    let report = on_a_copy("report", asked)?;
    let count = report.value("report_inquiries")?;
    let changes = report.value("report_changes")?;
    let seconds = |name| Ok::<_, Failure>(report.value(name)? / 1e3);
    let memory =
        |name, what| Ok::<_, Failure>(Figure::at_most(what, report.value(name)?, 300.0, "MiB"));
    Ok(vec![
        Figure::at_most(
            format!("report on {count:.0} inquiries, JSON"),
            seconds("report_json")?,
            1.0,
            "s",
        ),
        memory("memory_json", "memory, at most, for it")?,
        Figure::at_most("the same as XLSX", seconds("report_xlsx")?, 10.0, "s"),
        Figure::at_most("the same as PDF", seconds("report_pdf")?, 10.0, "s"),
        Figure::at_most(
            "another filter, all tables of the page, the slowest",
            report.value("report_filter")?,
            300.0,
            "ms",
        ),
        Figure::at_most(
            "the inquiries behind a figure",
            report.value("report_behind")?,
            300.0,
            "ms",
        ),
        Figure::compared("the day's page", report.value("report_today")?, "ms"),
        Figure::compared(
            "all of it signed off",
            report.value("report_sign_off")?,
            "ms",
        ),
        Figure::compared(
            format!("what is other since, {changes:.0} inquiries"),
            report.value("report_since")?,
            "ms",
        ),
        memory("memory_peak", "memory, at most, of all")?,
    ])
}

/// Measures a person's writes and a change of the calendar.
pub fn write(asked: &Asked) -> Outcome<Vec<Figure>> {
    let report = on_a_copy("write", asked)?;
    let value = |name| report.value(name);
    Ok(vec![
        Figure::at_most("a write, p99, idle", value("write_idle")?, 10.0, "ms"),
        Figure::compared("  its median", value("write_idle_median")?, "ms"),
        Figure::at_most(
            "a write, p99, during an import",
            value("write_importing")?,
            60.0,
            "ms",
        ),
        Figure::compared("  its median", value("write_importing_median")?, "ms"),
        Figure::at_most(
            "all open ones reckoned anew, page read",
            value("calendar_page")?,
            50.0,
            "ms",
        ),
        Figure::compared(
            "  with compiling and recording the calendar",
            value("calendar_change")?,
            "ms",
        ),
        memory(
            &report,
            "memory",
            "memory after writing",
            asked.count >= MANY,
        )?,
    ])
}

/// Measures a change of the calendar with 20,000 open inquiries, or all there are, and what-if.
pub fn change(asked: &Asked) -> Outcome<Vec<Figure>> {
    let corpus = Corpus::of(asked.count).with_open(asked.count.min(OPEN));
    let copy = corpus.copy()?;
    let report = run("change", copy.path(), &corpus)?;
    let value = |name| report.value(name);
    let (open, moved) = (value("change_open")?, value("change_moved")?);
    let answered = value("what_if_answered")?;
    Ok(vec![
        Figure::at_most(
            format!("preview, {open:.0} open, {moved:.0} move"),
            value("change_preview")?,
            200.0,
            "ms",
        ),
        Figure::at_most(
            "the change applied and a page read",
            value("change_applied")?,
            500.0,
            "ms",
        ),
        Figure::at_most(
            "what-if, for 200,000 first responses",
            value("what_if_many")? / 1e3,
            1.0,
            "s",
        ),
        Figure::compared(
            format!("  what-if over all {answered:.0}"),
            value("what_if")?,
            "ms",
        ),
        memory(&report, "memory", "memory after it", asked.count >= MANY)?,
    ])
}

/// Measures the import and the index behind it.
pub fn import(asked: &Asked) -> Outcome<Vec<Figure>> {
    let report = on_a_copy("import", asked)?;
    let value = |name| report.value(name);
    let at_least = |what: &str, measured, least| Figure {
        bar: Bar::AtLeast(least),
        ..Figure::compared(what, measured, "/s")
    };
    Ok(vec![
        at_least("import of 4 KB mails, recorded", value("import")?, 2000.0),
        at_least("import, indexed behind", value("index")?, 700.0),
        Figure::at_most(
            "import, a step with its transaction, p99",
            value("import_step_p99")?,
            50.0,
            "ms",
        ),
        Figure::compared("  the longest", value("import_step")?, "ms"),
        Figure::compared(
            "  a step of the index, the longest",
            value("index_step")?,
            "ms",
        ),
        memory(
            &report,
            "memory",
            "memory after importing",
            asked.count >= MANY,
        )?,
    ])
}

fn memory(report: &Report, name: &str, what: &str, many: bool) -> Outcome<Figure> {
    let most = if many { 250.0 } else { 150.0 };
    let measured = report.value(name)?;
    Ok(Figure::at_most(what, measured, most, "MiB"))
}

fn read_only(group: &str, asked: &Asked) -> Outcome<Report> {
    let corpus = Corpus::of(asked.count);
    run(group, &corpus.kept()?, &corpus)
}

fn on_a_copy(group: &str, asked: &Asked) -> Outcome<Report> {
    let corpus = Corpus::of(asked.count);
    let copy = corpus.copy()?;
    run(group, copy.path(), &corpus)
}

/// Runs a group of the desk's own bench.
pub fn run(group: &str, folder: &Path, corpus: &Corpus) -> Outcome<Report> {
    Task::cargo("build --release --locked -p desk --example bench_desk")
        .minutes(30)
        .run()?;
    let program = workspace::target().join("release/examples/bench_desk");
    let task = Task::new(program).arg(group).arg(folder).arg(&corpus.now);
    Report::read(&task.minutes(60).read()?)
}
