//! The engine: adding business time, verdicts and explanations.

use super::Asked;
use super::figure::Figure;
use super::report::Report;
use crate::failure::Outcome;
use crate::shell::Task;

/// What adding is measured in, so that its figure can be judged without reading the sources.
const BARE_LOOK_UP: &str = "\
A bare look-up goes from an instant to the next closing: by an index over half days and a search in the list from there,
for any opening hours, without range checks and without business time. Adding is one such look-up there and one back.
A fixed step in place of the search is right for hours with one closing a day only.";

/// Runs the engine's own bench.
pub fn measure(_: &Asked) -> Outcome<Vec<Figure>> {
    Task::cargo("build --release --locked -p policy --example bench_engine")
        .minutes(30)
        .run()?;
    let program = crate::workspace::target().join("release/examples/bench_engine");
    println!("{BARE_LOOK_UP}");
    figures(&Report::read(&Task::new(program).read()?)?)
}

fn figures(report: &Report) -> Outcome<Vec<Figure>> {
    let nanoseconds = |name| report.value(name);
    let add = nanoseconds("add")?;
    let in_look_ups = |name| Ok(add / nanoseconds(name)?);
    Ok(vec![
        Figure::at_most("adding business time", add, 25.0, "ns"),
        Figure::at_most(
            "adding, in bare look-ups",
            in_look_ups("look_up")?,
            2.0,
            "x",
        ),
        Figure::compared(
            "adding, in look-ups of one fixed step",
            in_look_ups("fixed_step")?,
            "x",
        ),
        Figure::compared(
            "adding, in binary searches",
            in_look_ups("binary_search")?,
            "x",
        ),
        Figure::compared("a bare look-up", nanoseconds("look_up")?, "ns"),
        Figure::at_most("verdict", nanoseconds("verdict")? / 1e3, 0.1, "µs"),
        Figure::at_most(
            "verdict with explanation",
            nanoseconds("explained")? / 1e3,
            1.5,
            "µs",
        ),
    ])
}

#[cfg(test)]
mod tests {
    use super::{Figure, Report, figures};

    #[test]
    fn reads_the_engines_report() {
        let text = "add\t20\nlook_up\t16\nfixed_step\t8\nbinary_search\t50\nverdict\t90\nexplained\t1600\n";
        let mut all = figures(&Report::read(text).unwrap()).unwrap();
        assert_eq!(
            all[2].to_string().split_whitespace().last(),
            Some("comparison)")
        );
        all.retain(Figure::has_bar);
        let ok: Vec<_> = all.iter().map(Figure::is_ok).collect();
        assert_eq!(ok, [true, true, true, false]);
        assert!(figures(&Report::read("add\t20\n").unwrap()).is_err());
    }
}
