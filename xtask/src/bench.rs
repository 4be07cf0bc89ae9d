//! `cargo xtask bench`: each figure with its bar, in a release build.

mod deadlines;

use std::fmt;

use crate::arguments::Arguments;
use crate::failure::{Context, Failure, Outcome};
use crate::shell::Task;

/// A figure that was measured and the most that it may be; none where it stands beside another to be compared.
struct Figure {
    what: &'static str,
    measured: f64,
    bar: Option<f64>,
    unit: &'static str,
}

impl Figure {
    fn is_ok(&self) -> bool {
        self.bar.is_none_or(|bar| self.measured <= bar)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            what,
            measured,
            bar,
            unit,
        } = self;
        write!(formatter, "{what:<48} {measured:>9.3} {unit:<3}")?;
        let Some(bar) = bar else {
            return formatter.write_str(" (for comparison)");
        };
        write!(formatter, " (bar {bar:>6.3} {unit})  ")?;
        if self.is_ok() {
            return formatter.write_str("ok");
        }
        let over = measured - bar;
        let share = 100.0 * over / bar;
        write!(formatter, "missed by {over:.3} {unit} ({share:.0} %)")
    }
}

/// What adding is measured in, so that its figure can be judged without reading the sources.
const BARE_LOOK_UP: &str = "\
A bare look-up goes from an instant to the next closing: by an index over half days and a search in the list from there,
for any opening hours, without range checks and without business time. Adding is one such look-up there and one back.
A fixed step in place of the search is right for hours with one closing a day only.";

/// Measures all figures and prints them; a missed bar is told, and is the exit status.
pub fn run(arguments: Arguments) -> Outcome {
    arguments.finish()?;
    let mut figures = engine()?;
    print(&figures);
    println!("{BARE_LOOK_UP}");
    let lines = deadlines::measure()?;
    print(&lines);
    figures.extend(lines);
    figures.retain(|figure| figure.bar.is_some());
    let missed = figures.iter().filter(|figure| !figure.is_ok()).count();
    if missed == 0 {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{missed} of {} bars missed",
        figures.len()
    )))
}

fn print(figures: &[Figure]) {
    for figure in figures {
        println!("{figure}");
    }
}

/// Runs the engine's own bench, which prints `name<TAB>nanoseconds` a line.
fn engine() -> Outcome<Vec<Figure>> {
    Task::cargo("build --release --locked -p policy --example bench_engine")
        .minutes(30)
        .run()?;
    let program = crate::workspace::target().join("release/examples/bench_engine");
    engine_figures(&Task::new(program).read()?)
}

fn engine_figures(report: &str) -> Outcome<Vec<Figure>> {
    let add = nanoseconds(report, "add")?;
    let in_look_ups = |what, name, bar| {
        Ok(Figure {
            what,
            measured: add / nanoseconds(report, name)?,
            bar,
            unit: "x",
        })
    };
    Ok(vec![
        Figure {
            what: "adding business time",
            measured: add,
            bar: Some(25.0),
            unit: "ns",
        },
        in_look_ups("adding, in bare look-ups", "look_up", Some(2.0))?,
        in_look_ups("adding, in look-ups of one fixed step", "fixed_step", None)?,
        in_look_ups("adding, in binary searches", "binary_search", None)?,
        Figure {
            what: "a bare look-up",
            measured: nanoseconds(report, "look_up")?,
            bar: None,
            unit: "ns",
        },
        Figure {
            what: "verdict",
            measured: nanoseconds(report, "verdict")? / 1e3,
            bar: Some(0.1),
            unit: "µs",
        },
        Figure {
            what: "verdict with explanation",
            measured: nanoseconds(report, "explained")? / 1e3,
            bar: Some(1.5),
            unit: "µs",
        },
    ])
}

fn nanoseconds(report: &str, name: &str) -> Outcome<f64> {
    report
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(found, _)| *found == name)
        .ok_or_else(|| Failure::new(format!("the engine's bench does not tell `{name}`")))?
        .1
        .parse()
        .context(format!("read the engine's figure `{name}`"))
}

#[cfg(test)]
mod tests {
    use super::{Figure, engine_figures};

    fn figure(measured: f64) -> Figure {
        Figure {
            what: "verdict",
            measured,
            bar: Some(0.1),
            unit: "µs",
        }
    }

    #[test]
    fn says_by_how_much_a_bar_is_missed() {
        assert!(figure(0.1).to_string().ends_with("ok"));
        assert!(
            figure(0.15)
                .to_string()
                .ends_with("missed by 0.050 µs (50 %)")
        );
    }

    #[test]
    fn reads_the_engines_report() {
        let report = "add\t20\nlook_up\t16\nfixed_step\t8\nbinary_search\t50\nverdict\t90\nexplained\t1600\n";
        let mut figures = engine_figures(report).unwrap();
        assert_eq!(
            figures[2].to_string().split_whitespace().last(),
            Some("comparison)")
        );
        figures.retain(|figure| figure.bar.is_some());
        let ok: Vec<_> = figures.iter().map(Figure::is_ok).collect();
        assert_eq!(ok, [true, true, true, false]);
        assert!(engine_figures("add\t20\n").is_err());
    }
}
