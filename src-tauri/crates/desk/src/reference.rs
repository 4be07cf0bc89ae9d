//! The reference events that count.

use std::collections::{BTreeMap, BTreeSet};

use business_time::CalendarVersion;
use chrono::NaiveDate;
use inquiry::{Body, Event, FactTable, OperationId, ReferenceEvent, Setting, SignOffId};

/// What the reference events of a record come to.
#[derive(Default)]
pub(crate) struct Reference {
    /// The texts of the packs, one for each product and version, in the order in which they came.
    pub packs: Vec<String>,
    /// The calendar's versions, if any were published.
    pub calendar: Option<Vec<CalendarVersion>>,
    /// The imported years of holidays, if any were.
    pub holidays: Option<BTreeMap<i32, Vec<(NaiveDate, String)>>>,
    /// The table of operating systems, if one was published.
    pub os_table: Option<String>,
    /// The table of products, if one was published.
    pub product_table: Option<String>,
    /// The settings that were changed, the last of each kind.
    pub settings: Vec<Setting>,
}

/// What a reference event is about; a later one about the same replaces it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Subject {
    /// A version of a pack.
    Pack(String, String),
    /// The calendar.
    Calendar,
    /// The imported holidays.
    Holidays,
    /// A table of facts.
    Table(FactTable),
    /// The centre's own addresses.
    OwnAddresses,
    /// The thresholds.
    Thresholds,
    /// The reminders.
    Reminders,
    /// A sign-off, which no other one replaces.
    SignOff(SignOffId),
}

impl Subject {
    /// Gives what an event is about; nothing for those that stand for themselves.
    pub fn of(event: &ReferenceEvent) -> Option<Self> {
        match event {
            ReferenceEvent::PackPublished { id, version, .. } => {
                Some(Self::Pack(id.clone(), version.clone()))
            }
            ReferenceEvent::CalendarPublished { .. } => Some(Self::Calendar),
            ReferenceEvent::HolidaysPublished { .. } => Some(Self::Holidays),
            ReferenceEvent::TablePublished { table, .. } => Some(Self::Table(*table)),
            ReferenceEvent::SettingChanged(Setting::OwnAddresses(_)) => Some(Self::OwnAddresses),
            ReferenceEvent::SettingChanged(Setting::Thresholds(_)) => Some(Self::Thresholds),
            ReferenceEvent::SettingChanged(Setting::Reminders(_)) => Some(Self::Reminders),
            ReferenceEvent::PeriodSignedOff(it) => Some(Self::SignOff(it.id)),
            ReferenceEvent::Erased { .. } | ReferenceEvent::Undone { .. } => None,
        }
    }
}

impl Reference {
    /// Folds reference events, oldest first.
    pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let events: Vec<(&Event, &ReferenceEvent)> =
            events.into_iter().filter_map(reference).collect();
        let undone = undone(&events);
        let mut last = BTreeMap::new();
        for (event, body) in events {
            if let (false, Some(subject)) = (undone.contains(&event.operation), Subject::of(body)) {
                last.insert(subject, body.clone());
            }
        }
        let mut folded = Self::default();
        last.into_values().for_each(|event| folded.apply(event));
        folded
    }

    fn apply(&mut self, event: ReferenceEvent) {
        match event {
            ReferenceEvent::PackPublished { text, .. } => self.packs.push(text),
            ReferenceEvent::CalendarPublished { versions, .. } => self.calendar = Some(versions),
            ReferenceEvent::HolidaysPublished { years, .. } => self.holidays = Some(years),
            ReferenceEvent::TablePublished {
                table: FactTable::OsReleases,
                text,
                ..
            } => self.os_table = Some(text),
            ReferenceEvent::TablePublished {
                table: FactTable::Products,
                text,
                ..
            } => self.product_table = Some(text),
            ReferenceEvent::SettingChanged(setting) => self.settings.push(setting),
            ReferenceEvent::PeriodSignedOff(_)
            | ReferenceEvent::Erased { .. }
            | ReferenceEvent::Undone { .. } => {}
        }
    }
}

/// Gives an event with its body, if it is one of reference.
pub(crate) fn reference(event: &Event) -> Option<(&Event, &ReferenceEvent)> {
    match &event.body {
        Body::Reference(body) => Some((event, body)),
        Body::Inquiry(..) | Body::Obligation(..) | Body::Contract(..) => None,
    }
}

/// Gives the operations that were taken back.
pub(crate) fn undone(events: &[(&Event, &ReferenceEvent)]) -> BTreeSet<OperationId> {
    let undone = |body: &ReferenceEvent| match body {
        ReferenceEvent::Undone { operation } => Some(*operation),
        ReferenceEvent::PackPublished { .. }
        | ReferenceEvent::CalendarPublished { .. }
        | ReferenceEvent::HolidaysPublished { .. }
        | ReferenceEvent::TablePublished { .. }
        | ReferenceEvent::SettingChanged(_)
        | ReferenceEvent::PeriodSignedOff(_)
        | ReferenceEvent::Erased { .. } => None,
    };
    events.iter().filter_map(|(_, body)| undone(body)).collect()
}
