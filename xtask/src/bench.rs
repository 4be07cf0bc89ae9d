//! `cargo xtask bench`: each figure with its bar, in a release build.

mod deadlines;
mod desk;
mod engine;
mod figure;
mod report;
mod window;

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};

use figure::Figure;

/// What is to be measured on.
pub struct Asked {
    /// The inquiries of the corpus.
    pub count: u64,
}

/// Figures that are measured together.
struct Group {
    name: &'static str,
    what: &'static str,
    measure: fn(&Asked) -> Outcome<Vec<Figure>>,
}

const GROUPS: &[Group] = &[
    Group {
        name: "engine",
        what: "adding business time, verdicts",
        measure: engine::measure,
    },
    Group {
        name: "deadlines",
        what: "`ichiji deadlines` over a million lines",
        measure: deadlines::measure,
    },
    Group {
        name: "open",
        what: "the desk opened, and pages of the queue",
        measure: desk::open,
    },
    Group {
        name: "as-of",
        what: "the queue as of 30 days ago",
        measure: desk::as_of,
    },
    Group {
        name: "search",
        what: "words of one to six characters, common and rare",
        measure: desk::search,
    },
    Group {
        name: "verify",
        what: "the whole record read again",
        measure: desk::verify,
    },
    Group {
        name: "report",
        what: "a report on everything in each form, and other filters",
        measure: desk::report,
    },
    Group {
        name: "write",
        what: "a person's writes, idle and during an import",
        measure: desk::write,
    },
    Group {
        name: "change",
        what: "a change of the calendar looked at and applied, a past period judged by it",
        measure: desk::change,
    },
    Group {
        name: "import",
        what: "mails recorded, and indexed behind",
        measure: desk::import,
    },
    Group {
        name: "window",
        what: "the window: start, pages, scrolling, keys, memory, reminders",
        measure: window::measure,
    },
];

/// The inquiries of the corpus, unless told.
const COUNT: u64 = 200_000;

/// Measures all figures, or those of the groups named by `--only`, and prints them; a missed bar is told, and is the
/// exit status.
pub fn run(mut arguments: Arguments) -> Outcome {
    let only = arguments.values("--only")?;
    let list = arguments.flag("--list");
    let plain = arguments.plain();
    arguments.finish()?;
    if list {
        for group in GROUPS {
            println!("{:<12} {}", group.name, group.what);
        }
        return Ok(());
    }
    let asked = Asked {
        count: count(&plain)?,
    };
    let mut figures = Vec::new();
    for group in choose(&only)? {
        println!("\n{}: {}", group.name, group.what);
        let measured = (group.measure)(&asked)?;
        measured.iter().for_each(|figure| println!("{figure}"));
        figures.extend(measured);
    }
    verdict(&figures)
}

fn count(plain: &[String]) -> Outcome<u64> {
    match plain {
        [] => Ok(COUNT),
        [count] => count
            .replace('_', "")
            .parse()
            .map_err(|_| Failure::usage(format!("`{count}` is no number of inquiries"))),
        [_, other, ..] => Err(Failure::usage(format!("`{other}` is not understood"))),
    }
}

fn choose(only: &[String]) -> Outcome<Vec<&'static Group>> {
    let known = |name: &String| GROUPS.iter().any(|group| group.name == *name);
    if let Some(unknown) = only.iter().find(|name| !known(name)) {
        let names: Vec<_> = GROUPS.iter().map(|group| group.name).collect();
        return Err(Failure::usage(format!(
            "there is no group `{unknown}`; the groups are {}",
            names.join(", ")
        )));
    }
    let wanted = |group: &&Group| only.is_empty() || only.iter().any(|it| it == group.name);
    Ok(GROUPS.iter().filter(wanted).collect())
}

fn verdict(figures: &[Figure]) -> Outcome {
    let barred: Vec<_> = figures.iter().filter(|figure| figure.has_bar()).collect();
    let missed: Vec<_> = barred.iter().filter(|figure| !figure.is_ok()).collect();
    println!(
        "\n{} of {} bars kept",
        barred.len() - missed.len(),
        barred.len()
    );
    if missed.is_empty() {
        return Ok(());
    }
    for figure in &missed {
        println!("{figure}");
    }
    Err(Failure::new(format!(
        "{} of {} bars missed",
        missed.len(),
        barred.len()
    )))
}

#[cfg(test)]
mod tests {
    use super::{choose, count};

    #[test]
    fn groups_are_chosen_by_name() {
        let names = |only: &[&str]| -> Vec<&str> {
            let only: Vec<String> = only.iter().map(|it| (*it).to_owned()).collect();
            choose(&only).unwrap().iter().map(|it| it.name).collect()
        };
        assert_eq!(names(&["search", "open"]), ["open", "search"]);
        assert_eq!(names(&[]).len(), super::GROUPS.len());
        assert!(choose(&["opening".to_owned()]).is_err());
    }

    #[test]
    fn the_corpus_has_two_hundred_thousand_inquiries_unless_told() {
        assert_eq!(count(&[]).unwrap(), 200_000);
        assert_eq!(count(&["1_000_000".to_owned()]).unwrap(), 1_000_000);
        assert!(count(&["many".to_owned()]).is_err());
    }
}
