//! `cargo xtask bench`: each figure with its bar, in a release build.

mod deadlines;

use std::fmt;

use crate::arguments::Arguments;
use crate::failure::{Context, Failure, Outcome};
use crate::shell::Task;

/// A figure that was measured and the most that it may be.
struct Figure {
    what: &'static str,
    measured: f64,
    bar: f64,
    unit: &'static str,
}

impl Figure {
    fn is_ok(&self) -> bool {
        self.measured <= self.bar
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
        write!(
            formatter,
            "{what:<46} {measured:>9.3} {unit:<3} (bar {bar:>6.3} {unit})  "
        )?;
        if self.is_ok() {
            return formatter.write_str("ok");
        }
        let over = measured - bar;
        let share = 100.0 * over / bar;
        write!(formatter, "missed by {over:.3} {unit} ({share:.0} %)")
    }
}

/// Measures all figures and prints them; a missed bar is told, and is the exit status.
pub fn run(arguments: Arguments) -> Outcome {
    arguments.finish()?;
    let mut figures = engine()?;
    print(&figures);
    let lines = deadlines::measure()?;
    print(&lines);
    figures.extend(lines);
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
    let look_up = nanoseconds(report, "look_up")?;
    Ok(vec![
        Figure {
            what: "adding business time",
            measured: add,
            bar: 25.0,
            unit: "ns",
        },
        Figure {
            what: "adding, in bare look-ups of the same table",
            measured: add / look_up,
            bar: 2.0,
            unit: "x",
        },
        Figure {
            what: "verdict",
            measured: nanoseconds(report, "verdict")? / 1e3,
            bar: 0.1,
            unit: "µs",
        },
        Figure {
            what: "verdict with explanation",
            measured: nanoseconds(report, "explained")? / 1e3,
            bar: 1.5,
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
            bar: 0.1,
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
        let figures =
            engine_figures("add\t20\nlook_up\t16\nverdict\t90\nexplained\t1600\n").unwrap();
        let ok: Vec<_> = figures.iter().map(Figure::is_ok).collect();
        assert_eq!(ok, [true, true, true, false]);
        assert!(engine_figures("add\t20\n").is_err());
    }
}
