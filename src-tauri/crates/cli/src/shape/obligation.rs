use std::collections::BTreeMap;

use business_time::{Instant, Tz};
use desk::ObligationView;
use inquiry::Matter;
use policy::{Due, TimeLeft};
use serde::Serialize;

use crate::tongue::Tongue;

/// An obligation with its deadline and how it came about.
#[derive(Serialize)]
pub struct ObligationShape {
    id: String,
    number: String,
    kind: &'static str,
    clause: u8,
    product: String,
    pack: String,
    title: String,
    detail: String,
    reason: String,
    customers: String,
    matter: BTreeMap<&'static str, String>,
    band: Option<&'static str>,
    due_at: Option<String>,
    due_on: Option<String>,
    left_s: Option<i64>,
    left_in: Option<&'static str>,
    opened_at: String,
    opened_by: String,
    done_at: Option<String>,
    done_by: Option<String>,
    late: Option<bool>,
    lifted_at: Option<String>,
    withdrawn_at: Option<String>,
    steps: Vec<ClockStepShape>,
}

/// A step of the explanation.
#[derive(Serialize)]
struct ClockStepShape {
    clause: Option<u8>,
    text: String,
}

/// What a write did: its operation, which `undo` takes back, and the obligations as they are now.
#[derive(Serialize)]
pub struct WrittenObligations {
    pub operation: String,
    pub obligations: Vec<ObligationShape>,
}

impl ObligationShape {
    /// Shows an obligation, told in a language.
    pub fn of(view: &ObligationView, tongue: &Tongue) -> Self {
        let (it, text, zone) = (view.obligation(), &view.row.text, tongue.zone());
        let done = it.done.as_ref();
        let left = view.clock.map(|clock| match clock.left {
            TimeLeft::Business(left) => (left.as_secs(), "business"),
            TimeLeft::Wall(left) => (left.as_micros().div_euclid(1_000_000), "wall"),
        });
        let (due_at, due_on) = match view.clock.map(|clock| clock.due) {
            Some(Due::At(at)) => (Some(at.to_rfc3339_in(zone)), None),
            Some(Due::On(on)) => (None, Some(on.to_string())),
            None => (None, None),
        };
        Self {
            id: it.id.to_string(),
            number: it.number.to_string(),
            kind: it.matter.kind().as_str(),
            clause: it.matter.kind().clause(),
            product: it.product.to_string(),
            pack: view.pack.clone(),
            title: text.title.clone(),
            detail: text.detail.clone(),
            reason: text.reason.clone(),
            customers: text.customers.clone(),
            matter: facts(&it.matter, zone),
            band: view.clock.map(|clock| clock.band.as_str()),
            due_at,
            due_on,
            left_s: left.map(|(left, _)| left),
            left_in: left.map(|(_, unit)| unit),
            opened_at: it.opened_at.to_rfc3339_in(zone),
            opened_by: it.opened_by.to_string(),
            done_at: done.map(|(done, _)| done.at.to_rfc3339_in(zone)),
            done_by: done.map(|(done, by)| done.by.as_ref().unwrap_or(by).to_string()),
            late: it.was_late(),
            lifted_at: it.lifted_at.map(|at| at.to_rfc3339_in(zone)),
            withdrawn_at: it.withdrawn.as_ref().map(|it| it.at.to_rfc3339_in(zone)),
            steps: steps(view, tongue),
        }
    }
}

fn steps(view: &ObligationView, tongue: &Tongue) -> Vec<ClockStepShape> {
    let Some(explanation) = &view.explanation else {
        return Vec::new();
    };
    let steps = explanation.steps.iter().map(|step| ClockStepShape {
        clause: step.is_of_the_clause().then(|| explanation.clock.clause()),
        text: (tongue.words.obligation.step)(step, tongue),
    });
    steps.collect()
}

/// Gives what is known of a matter: instants as RFC 3339 in the centre's zone, words and yes or no as they are.
fn facts(matter: &Matter, zone: Tz) -> BTreeMap<&'static str, String> {
    let at = |at: &Instant| at.to_rfc3339_in(zone);
    match matter {
        Matter::EnterpriseApp { requested_at } => [("requested_at", at(requested_at))].into(),
        Matter::Maintenance {
            planned_at,
            starts_at,
            ends_at,
            is_heavy,
            is_emergency,
        } => [
            ("planned_at", at(planned_at)),
            ("starts_at", at(starts_at)),
            ("ends_at", at(ends_at)),
            ("heavy", is_heavy.to_string()),
            ("emergency", is_emergency.to_string()),
        ]
        .into(),
        Matter::Change {
            planned_at,
            takes_effect_on,
            measures,
            exception,
        } => {
            let measures: Vec<&str> = measures.iter().map(|it| it.as_str()).collect();
            let mut facts = BTreeMap::from([
                ("planned_at", at(planned_at)),
                ("takes_effect_on", takes_effect_on.to_string()),
                ("measures", measures.join(" ")),
            ]);
            facts.extend(exception.map(|it| ("exception", it.as_str().to_owned())));
            facts
        }
        Matter::OsVerification {
            os,
            version,
            release,
            released_on,
            part,
        } => [
            ("os", os.to_string()),
            ("version", version.clone()),
            ("release", release.to_string()),
            ("released_on", released_on.to_string()),
            ("part", part.clone()),
        ]
        .into(),
        Matter::Suspension {
            planned_at,
            from,
            until,
        } => [
            ("planned_at", at(planned_at)),
            ("from", at(from)),
            ("until", at(until)),
        ]
        .into(),
        Matter::Incident {
            detected_at,
            incident,
            affected,
        } => [
            ("detected_at", at(detected_at)),
            ("incident", incident.as_str().to_owned()),
            ("affected", affected.as_str().to_owned()),
        ]
        .into(),
    }
}
