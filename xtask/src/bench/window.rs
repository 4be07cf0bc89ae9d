//! The window over a corpus: what a person meets in a release build on a virtual display.

use super::Asked;
use super::figure::Figure;
use super::report::Report;
use crate::corpus::Corpus;
use crate::failure::Outcome;
use crate::shell::Task;
use crate::workspace;

/// What the tests' program tells, with the bar of each figure, and its unit.
const BARRED: [(&str, &str, f64, &str); 10] = [
    ("opening-p50", "process start to first rows", 1.5, "s"),
    (
        "page-p99",
        "a page of 100 rows through IPC, p99",
        10.0,
        "ms",
    ),
    (
        "scroll-wheel-p95",
        "a frame at a wheel's pace, p95",
        25.0,
        "ms",
    ),
    (
        "scroll-wheel-p99",
        "a frame at a wheel's pace, p99",
        40.0,
        "ms",
    ),
    ("scroll-throw-p95", "a frame of a throw, p95", 25.0, "ms"),
    ("scroll-throw-p99", "a frame of a throw, p99", 40.0, "ms"),
    ("key-move-p99", "j and k to paint, p99", 50.0, "ms"),
    ("key-level-p99", "a level to paint, p99", 50.0, "ms"),
    ("memory", "memory of the core's process", 150.0, "MB"),
    (
        "reminder-late-p99",
        "lateness of 1,000 reminders in a minute, p99",
        1_000.0,
        "ms",
    ),
];

/// Longest frames: none may take longer.
const LONGEST: [(&str, &str); 2] = [
    ("scroll-wheel-most", "the longest frame at a wheel's pace"),
    ("scroll-throw-most", "the longest frame of a throw"),
];
const LONGEST_FRAME: f64 = 100.0;

/// Ways of scrolling, none of which may show a blank row.
const SCROLLS: [&str; 4] = ["wheel", "throw", "handle", "jump"];

/// Measures start, pages, scrolling, keys, memory and reminders in the window.
pub fn measure(asked: &Asked) -> Outcome<Vec<Figure>> {
    // The programs hold the pages that are there when they are built.
    crate::ui::install()?;
    crate::ui::build()?;
    Task::cargo("build --release --locked --workspace --bins --examples")
        .minutes(30)
        .run()?;
    let corpus = Corpus::of(asked.count);
    let program = workspace::target().join("release/examples/bench_window");
    let task = Task::new(program).arg(corpus.kept()?).arg(&corpus.now);
    figures(&Report::read(&task.minutes(60).read()?)?)
}

fn figures(report: &Report) -> Outcome<Vec<Figure>> {
    let mut figures = Vec::new();
    for (name, what, bar, unit) in BARRED {
        figures.push(Figure::at_most(what, report.value(name)?, bar, unit));
    }
    for (name, what) in LONGEST {
        figures.push(Figure::at_most(
            what,
            report.value(name)?,
            LONGEST_FRAME,
            "ms",
        ));
    }
    for way in SCROLLS {
        let blank = report.value(&format!("scroll-{way}-blank"))?;
        figures.push(Figure::at_most(
            format!("blank rows, {way}"),
            blank,
            0.0,
            "",
        ));
    }
    for (name, what) in [
        ("memory-own", "  of it not mapped from files"),
        ("reminder-notifications", "  notifications of the reminders"),
    ] {
        figures.push(Figure::compared(what, report.value(name)?, ""));
    }
    Ok(figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_row_and_a_long_frame_miss_their_bars() {
        let told = |blank: &str, longest: &str| {
            let mut text: String = BARRED.map(|(name, ..)| format!("{name}\t1\n")).concat();
            for way in SCROLLS {
                text.push_str(&format!("scroll-{way}-blank\t{blank}\n"));
            }
            for name in ["scroll-wheel-most", "scroll-throw-most"] {
                text.push_str(&format!("{name}\t{longest}\n"));
            }
            text.push_str("memory-own\t1\nreminder-notifications\t1\n");
            let figures = figures(&Report::read(&text).unwrap()).unwrap();
            figures.iter().filter(|figure| !figure.is_ok()).count()
        };
        assert_eq!(told("0", "100"), 0);
        assert_eq!(told("1", "100"), 4);
        assert_eq!(told("0", "101"), 2);
    }
}
