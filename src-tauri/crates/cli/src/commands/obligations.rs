mod open;

use desk::{Desk, Done, ObligationView, WhichObligations};
use inquiry::{Actor, MatterKind, ObligationId};
use policy::TimeLeft;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::line;
use crate::session::Session;
use crate::shape::obligation::{ObligationShape, WrittenObligations};
use crate::table::{Column, Table};
use crate::tongue::{Tongue, span};
use crate::when::When;
use crate::word;

/// What the policies ask for besides first responses (§4, §5, §6, §9, §15, §20)
#[derive(clap::Subcommand)]
pub enum Command {
    /// Lists obligations, what is due first at the top
    List {
        /// Which: open, closed or all
        #[arg(long, value_name = "WHICH", value_parser = word::which_obligations(), default_value = "open")]
        which: WhichObligations,
        /// Only of this kind; may be repeated
        #[arg(long = "kind", value_name = "KIND", value_parser = word::matter_kind())]
        kinds: Vec<MatterKind>,
    },
    /// Shows one obligation and explains its deadline step by step
    Show {
        /// Its number, such as A-1042, or its id
        #[arg(value_name = "ID")]
        obligation: String,
    },
    /// Records an obligation
    #[command(subcommand)]
    Open(open::Command),
    /// Records that one was done; what was late stays late
    Done {
        /// Its number, such as A-1042, or its id
        #[arg(value_name = "ID")]
        obligation: String,
        /// When; without it now
        #[arg(long, value_name = "INSTANT")]
        at: Option<When>,
        /// Who did it; without it the actor
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
    },
    /// Records that one fell away
    Withdraw {
        /// Its number, such as A-1042, or its id
        #[arg(value_name = "ID")]
        obligation: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Lifts the phone suspension that lasts (§15)
    Lift,
}

/// Lists, records and ends obligations.
pub fn run(command: Command, session: &Session) -> Result<Exit, Failure> {
    match command {
        Command::List { which, kinds } => list(session, which, &kinds),
        Command::Show { obligation } => show(session, &obligation),
        Command::Open(command) => open::run(command, session),
        Command::Done { obligation, at, by } => {
            let call = session.call()?;
            let desk = session.read()?;
            let id = desk.find_obligation(&obligation)?;
            let zone = session.tongue(&desk).zone();
            let at = at.map(|it| it.in_zone(zone));
            let by = by.as_deref().map(Actor::new);
            let done = desk.fulfil_obligation(&call, id, at, by.as_ref())?;
            written(session, &desk, &done)
        }
        Command::Withdraw { obligation, why } => {
            let call = session.call()?;
            let desk = session.read()?;
            let id = desk.find_obligation(&obligation)?;
            let done = desk.withdraw_obligation(&call, id, &why)?;
            written(session, &desk, &done)
        }
        Command::Lift => {
            let call = session.call()?;
            let desk = session.read()?;
            let done = desk.lift_suspensions(&call)?;
            written(session, &desk, &done)
        }
    }
}

fn list(session: &Session, which: WhichObligations, kinds: &[MatterKind]) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let tongue = session.tongue(&desk);
    let found = desk.obligations(which, kinds)?;
    let shapes = || {
        let shapes = found.iter().map(|it| ObligationShape::of(it, &tongue));
        shapes.collect::<Vec<_>>()
    };
    session.show(shapes, || table(&found, &tongue))?;
    Ok(Exit::Done)
}

fn show(session: &Session, named: &str) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let tongue = session.tongue(&desk);
    let view = desk.obligation(desk.find_obligation(named)?)?;
    session.show(
        || ObligationShape::of(&view, &tongue),
        || explained(&view, &tongue),
    )?;
    Ok(Exit::Done)
}

/// Says that something was written, and shows the obligations as they are now.
fn written(
    session: &Session,
    desk: &Desk,
    done: &Done<Vec<ObligationId>>,
) -> Result<Exit, Failure> {
    let tongue = session.tongue(desk);
    let views = done.value.iter().map(|id| desk.obligation(*id));
    let views: Vec<ObligationView> = views.collect::<Result<_, _>>()?;
    let shape = || WrittenObligations {
        operation: done.operation.to_string(),
        obligations: views
            .iter()
            .map(|it| ObligationShape::of(it, &tongue))
            .collect(),
    };
    let text = || format!("{}\n{}", session.words.told.changed, table(&views, &tongue));
    session.show(shape, text)?;
    Ok(Exit::Done)
}

fn table(views: &[ObligationView], tongue: &Tongue) -> String {
    let (label, words) = (&tongue.words.label, &tongue.words.obligation);
    if views.is_empty() {
        return format!("{}\n", words.none);
    }
    let mut table = Table::new(vec![
        Column::left(label.band),
        Column::right(label.left),
        Column::left(words.due),
        Column::left(label.number),
        Column::left(words.matter),
        Column::left(label.product).at_most(24),
        Column::left(label.subject).at_most(48),
    ]);
    for view in views {
        let it = view.obligation();
        table.add(vec![
            standing(view, tongue),
            left(view),
            due(view, tongue),
            it.number.to_string(),
            (words.kind)(it.matter.kind()).to_owned(),
            tongue.product(&it.product),
            view.row.text.title.clone(),
        ]);
    }
    table.text()
}

/// Says how an obligation stands.
pub fn standing(view: &ObligationView, tongue: &Tongue) -> String {
    let (it, words) = (view.obligation(), &tongue.words.obligation);
    let said = if it.withdrawn.is_some() {
        words.withdrawn
    } else if it.done.is_some() {
        (words.done)(it.was_late() == Some(true))
    } else {
        view.clock.map_or(words.no_time, |it| (words.band)(it.band))
    };
    said.to_owned()
}

fn left(view: &ObligationView) -> String {
    let clock = view.clock.filter(|_| view.obligation().is_open());
    clock.map_or_else(String::new, |it| match it.left {
        TimeLeft::Business(left) => span(left),
        TimeLeft::Wall(left) => span(business_time::BusinessDuration::from_micros(
            left.as_micros(),
        )),
    })
}

fn due(view: &ObligationView, tongue: &Tongue) -> String {
    view.clock.map_or_else(String::new, |it| match it.due {
        policy::Due::At(at) => tongue.moment(at),
        policy::Due::On(on) => tongue.day(on),
    })
}

fn explained(view: &ObligationView, tongue: &Tongue) -> String {
    let words = &tongue.words.obligation;
    let mut text = table(std::slice::from_ref(view), tongue);
    let clause = view.obligation().matter.kind().clause();
    for step in view.explanation.iter().flat_map(|it| &it.steps) {
        let mark = if step.is_of_the_clause() {
            format!("§{clause}")
        } else {
            String::new()
        };
        text.push_str(&format!(
            "  {mark:4} {}\n",
            line(&(words.step)(step, tongue))
        ));
    }
    for part in [
        &view.row.text.detail,
        &view.row.text.reason,
        &view.row.text.customers,
    ] {
        if !part.is_empty() {
            text.push_str(&format!("  {}\n", line(part)));
        }
    }
    text.push_str(&format!(
        "  {} {}\n",
        tongue.words.label.rests_on, view.pack
    ));
    text
}
