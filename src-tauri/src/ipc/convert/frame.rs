//! What stands round the queue.

use desk::{CalendarYear, ClosedDay, Desk, Due, LocalSettings, Rail, ReminderThreshold, Rules};
use policy::Pack;

use super::mirror::Mirror;
use super::row::localised;
use super::{count, instant, obligations, seconds, step};
use crate::ipc::wire::IpcError;
use crate::ipc::wire::inquiry::Kind;
use crate::ipc::wire::obligations::ObligationCounts;
use crate::ipc::wire::queue::{Band, Filter, Level, Sort, View};
use crate::ipc::wire::settings::Role;
use crate::ipc::wire::{frame as wire, request};

/// How many signs the window lists at once; there may be as many as inquiries.
const SIGNS: usize = 50;

/// Shows everything round the queue.
pub(crate) fn frame(desk: &Desk) -> Result<wire::Frame, IpcError> {
    let (rail, settings, rules) = (desk.rail()?, desk.local_settings()?, desk.rules());
    let signs = desk.signs(SIGNS)?;
    Ok(wire::Frame {
        me: settings.name.clone(),
        role: Role::show(settings.role),
        counts: counts(&rail),
        saved_views: saved_views(&rail, &settings),
        clock: clock(desk)?,
        worst: rail.worst.map(Band::show),
        agents: rail.agents.iter().map(ToString::to_string).collect(),
        products: products(desk, &rules),
        has_sample: desk.has_sample()?,
        first_start: !settings.first_start_done,
        refused: count(desk.refused()?.len()),
        unsent: 0,
        index_lag: u32::try_from(desk.index_lag()?).unwrap_or(u32::MAX),
        signs: signs.newest.iter().map(sign).collect(),
        sign_count: count(signs.total),
        do_not_disturb: settings.do_not_disturb,
        obligations: obligation_counts(desk)?,
        phone_line: obligations::phone_line(&desk.phone_line()),
        debug: cfg!(debug_assertions),
    })
}

fn obligation_counts(desk: &Desk) -> Result<ObligationCounts, IpcError> {
    let counts = desk.obligation_counts()?;
    Ok(ObligationCounts {
        open: count(counts.open),
        overdue: count(counts.overdue),
    })
}

fn counts(rail: &Rail) -> wire::Counts {
    let counts = &rail.counts;
    wire::Counts {
        mine: count(counts.mine),
        unassigned: count(counts.unassigned),
        open: count(counts.open),
        needs_level: count(counts.needs_level),
        late: count(counts.late),
        answered: count(counts.answered),
        needs_reply: count(counts.needs_reply),
    }
}

fn saved_views(rail: &Rail, settings: &LocalSettings) -> Vec<wire::SavedView> {
    let counted = settings.saved_views.iter().zip(&rail.saved);
    let shown = counted.map(|(view, rows)| wire::SavedView {
        name: view.name.clone(),
        view: View::show(view.view),
        filter: Filter::show(&view.filter),
        sort: Sort::show(view.sort),
        descending: view.descending,
        group_by_band: view.group_by_band,
        hidden_columns: view.hidden_columns.clone(),
        count: count(*rows),
    });
    shown.collect()
}

impl wire::SavedView {
    /// Reads a view to be saved.
    pub(crate) fn parse(&self) -> Result<desk::SavedView, IpcError> {
        Ok(desk::SavedView {
            name: self.name.clone(),
            view: self.view.inside(),
            filter: self.filter.parse()?,
            sort: self.sort.inside(),
            descending: self.descending,
            group_by_band: self.group_by_band,
            hidden_columns: self.hidden_columns.clone(),
        })
    }
}

fn clock(desk: &Desk) -> Result<wire::BusinessClock, IpcError> {
    let clock = desk.business_clock()?;
    Ok(wire::BusinessClock {
        now: instant(clock.now),
        open: clock.open,
        until: instant(clock.until),
        left_s: seconds(clock.left),
        time_zone: clock.time_zone.to_string(),
    })
}

fn products(desk: &Desk, rules: &Rules) -> Vec<wire::Product> {
    let today = rules.calendar.date_of(desk.now());
    let packs = rules
        .packs
        .products()
        .filter_map(|id| rules.packs.in_force(id.as_str(), today));
    packs.map(product).collect()
}

fn product(pack: &Pack) -> wire::Product {
    let content = pack.content();
    let level = |level: &policy::Level| wire::LevelOffer {
        level: Level::show(level.id),
        label: localised(&level.name),
        allowance_s: seconds(pack.allowance(level.id)),
    };
    let kind = |kind: &policy::Kind| wire::KindOffer {
        kind: Kind::show(kind.id),
        label: localised(&kind.name),
    };
    wire::Product {
        id: pack.id().to_string(),
        name: localised(&content.name),
        version: pack.version().to_owned(),
        levels: content.levels.iter().map(level).collect(),
        kinds: content.kinds.iter().map(kind).collect(),
    }
}

/// Shows a reminder.
pub(crate) fn sign(due: &Due) -> wire::Sign {
    wire::Sign {
        id: due.key.to_string(),
        inquiry: due.inquiry().map(|it| it.to_string()),
        obligation: due.obligation().map(|it| it.to_string()),
        number: due.number.to_string(),
        subject: due.subject.clone(),
        threshold: match due.key.threshold {
            ReminderThreshold::Target if due.obligation().is_some() => wire::Threshold::Due,
            ReminderThreshold::ShareLeft(percent) => wire::Threshold::ShareLeft { percent },
            ReminderThreshold::BusinessLeft(minutes) => wire::Threshold::BusinessLeft { minutes },
            ReminderThreshold::Target => wire::Threshold::Target,
            ReminderThreshold::Limit => wire::Threshold::Limit,
            ReminderThreshold::NextContact => wire::Threshold::NextContact,
        },
        at: instant(due.at),
        due_at: instant(due.key.due_at),
    }
}

/// Shows a year of the calendar.
pub(crate) fn calendar_year(year: &CalendarYear) -> request::CalendarYear {
    let day = |day: &ClosedDay| {
        let (because, name, _) = step::closed(&day.because);
        request::ClosedDay {
            on: day.on.to_string(),
            because,
            name,
        }
    };
    request::CalendarYear {
        year: year.year,
        provisional: year.provisional,
        days: year.closed.iter().map(day).collect(),
    }
}
