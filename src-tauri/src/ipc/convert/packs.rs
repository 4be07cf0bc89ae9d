//! Policy packs, clause by clause.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use desk::Rules;
use policy::{
    Allowance, CalendarSpan, Clocks, Names, OsFamily, Pack, ReleaseKind, Requirement, Role,
    ScopeRules, Systems, Told, Verification,
};

use crate::ipc::wire::packs as wire;
use crate::ipc::wire::queue::Localised;

/// Shows all packs.
pub(crate) fn families(rules: &Rules, today: NaiveDate) -> Vec<wire::PackFamily> {
    let family = |product: &policy::ProductId| {
        let versions = rules.packs.versions_of(product.as_str());
        let in_force = rules.packs.in_force(product.as_str(), today)?;
        let newest = versions.last()?;
        Some(wire::PackFamily {
            product: product.to_string(),
            name: localised(&newest.content().name),
            versions: versions
                .iter()
                .rev()
                .map(|pack| version(pack, in_force))
                .collect(),
        })
    };
    rules.packs.products().filter_map(family).collect()
}

fn version(pack: &Pack, in_force: &Pack) -> wire::PackVersion {
    wire::PackVersion {
        version: pack.version().to_owned(),
        effective_on: pack.effective_on().to_string(),
        in_force: pack.version() == in_force.version(),
        hash: pack.hash().to_owned(),
        clauses: clauses(pack),
    }
}

fn localised(names: &Names) -> Localised {
    Localised {
        ja: names.ja.clone(),
        en: names.en.clone(),
    }
}

/// The lines of all clauses: by clause, then as they are found.
#[derive(Default)]
struct Lines(BTreeMap<(u8, usize), wire::ClauseLine>);

impl Lines {
    fn say(&mut self, clause: u8, code: &str) -> &mut wire::ClauseLine {
        let place = (clause, self.0.len());
        self.0.entry(place).or_insert_with(|| wire::ClauseLine {
            code: code.to_owned(),
            name: None,
            words: Vec::new(),
            count: None,
            unit: None,
        })
    }

    fn into_clauses(self) -> Vec<wire::Clause> {
        let mut clauses: Vec<wire::Clause> = Vec::new();
        for ((number, _), line) in self.0 {
            match clauses.last_mut().filter(|it| it.number == number) {
                Some(clause) => clause.lines.push(line),
                None => clauses.push(wire::Clause {
                    number,
                    lines: vec![line],
                }),
            }
        }
        clauses
    }
}

impl wire::ClauseLine {
    fn named(&mut self, names: &Names) -> &mut Self {
        self.name = Some(localised(names));
        self
    }

    fn with(&mut self, words: impl IntoIterator<Item = impl ToString>) -> &mut Self {
        self.words
            .extend(words.into_iter().map(|it| it.to_string()));
        self
    }

    fn counting(&mut self, count: u32, unit: &str) -> &mut Self {
        self.count = Some(count);
        self.unit = Some(unit.to_owned());
        self
    }

    fn lasting(&mut self, span: CalendarSpan) -> &mut Self {
        match span {
            CalendarSpan::Days(count) => self.counting(count, "days"),
            CalendarSpan::Weeks(count) => self.counting(count, "weeks"),
            CalendarSpan::Months(count) => self.counting(count, "months"),
        }
    }
}

fn clauses(pack: &Pack) -> Vec<wire::Clause> {
    let content = pack.content();
    let mut lines = Lines::default();
    lines.say(1, "administrator").named(&content.administrator);
    for plan in &content.plans {
        let line = lines.say(1, "plan").named(&plan.name);
        line.with(&plan.channels);
    }
    for channel in &content.channels {
        let line = lines.say(13, "channel").named(&channel.name);
        line.with(&channel.places);
        let line = lines.say(14, "hours").named(&channel.name);
        line.with(channel.hours);
    }
    for kind in &content.kinds {
        lines.say(16, "kind").named(&kind.name);
    }
    for level in &content.levels {
        let line = lines.say(17, "level").named(&level.name);
        match level.allowance {
            Allowance::BusinessHours(count) => line.counting(count, "business-hours"),
            Allowance::BusinessDays(count) => line.counting(count, "business-days"),
        };
    }
    lines
        .say(17, "business-day")
        .counting(content.business_day_hours, "hours");
    lines.say(18, "day-limit").with([pack.day_limit()]);
    lines.say(21, "effective").with([pack.effective_on()]);
    more(pack, &mut lines);
    lines.into_clauses()
}

/// What packs of the first hour do not tell.
fn more(pack: &Pack, lines: &mut Lines) {
    let content = pack.content();
    if let Some(clocks) = pack.clocks() {
        of_clocks(clocks, lines);
    }
    if let Some(systems) = pack.systems() {
        of_systems(systems, lines);
    }
    if let Some(asking) = &content.asking {
        lines.say(12, "asking").with(&asking.roles);
        if let Some(options) = asking.options {
            lines.say(12, "options").counting(options, "options");
        }
    }
    if let Some(told) = &content.told {
        of_told(told, lines);
    }
    if let Some(scope) = &content.scope {
        of_scope(scope, lines);
    }
}

fn of_clocks(clocks: &Clocks, lines: &mut Lines) {
    if let Some(days) = clocks.enterprise_app {
        let line = lines.say(4, "enterprise-app");
        line.counting(days.business_days, "business-days");
    }
    if let Some(span) = clocks.maintenance_notice {
        lines.say(5, "maintenance-notice").lasting(span);
    }
    for verification in &clocks.os_verification {
        of_verification(verification, lines);
    }
    if let Some(span) = clocks.suspension_notice {
        lines.say(15, "suspension-notice").lasting(span);
    }
    if let Some(hours) = clocks.incident_notice {
        let line = lines.say(20, "incident-notice");
        line.counting(hours.wall_hours, "hours");
    }
}

fn of_verification(verification: &Verification, lines: &mut Lines) {
    let line = lines.say(9, "verification").named(&verification.product);
    line.with(verification.systems.iter().map(|it: &OsFamily| it.as_str()));
    line.with(
        verification
            .releases
            .iter()
            .map(|it: &ReleaseKind| it.as_str()),
    );
    if let Some(span) = verification.within {
        line.lasting(span);
    }
}

fn of_systems(systems: &Systems, lines: &mut Lines) {
    if let Some(count) = systems.generations {
        lines.say(8, "generations").counting(count, "generations");
    }
    if let Some(other) = &systems.as_in {
        lines.say(8, "as-in").with([other]);
    }
    for Requirement { os, kind, version } in &systems.requirements {
        let line = lines
            .say(8, "requirement")
            .with([os.as_str(), kind.as_str()]);
        line.with(version);
    }
}

fn of_told(told: &Told, lines: &mut Lines) {
    let all: [(u8, &str, &[Role]); 4] = [
        (1, "told-news", &told.news),
        (5, "told-maintenance", &told.maintenance),
        (9, "told-verification", &told.verification),
        (15, "told-suspension", &told.suspension),
    ];
    for (clause, code, roles) in all {
        if !roles.is_empty() {
            lines.say(clause, code).with(roles);
        }
    }
}

fn of_scope(scope: &ScopeRules, lines: &mut Lines) {
    lines.say(10, "beta").with([scope.betas]);
    lines.say(11, "devices").with([scope.devices]);
    for outside in &scope.outside {
        lines.say(19, "outside").named(&outside.name);
    }
}
