//! The day at the desk.

use std::collections::BTreeMap;

use business_time::{BusinessDuration, Instant};
use inquiry::InquiryId;
use policy::ImpactLevel;
use report::{BusinessDay, DueToday, Entry, Usual, digest, risks, workload};

use crate::{Desk, DeskError};

/// The day at the desk: what must be answered, what it began with, what is handed over.
#[derive(Clone, PartialEq, Debug)]
pub struct TodayView {
    /// The instant as of which it is told.
    pub now: Instant,
    /// The business day that is open, or opens next.
    pub day: BusinessDay,
    /// The business time left until its close.
    pub left: BusinessDuration,
    /// What has its target or limit until the close, in the order in which fewest limits are missed.
    pub due: Vec<DueRow>,
    /// What is past its limit already.
    pub over: Vec<TodayRow>,
    /// What nobody has decided a level for.
    pub undecided: Vec<TodayRow>,
    /// How many agents keep every limit; none where one inquiry alone is too long.
    pub agents: Option<usize>,
    /// How many came in since the close before, by level.
    pub came_in: Vec<(Option<ImpactLevel>, usize)>,
    /// What is open and due before noon.
    pub morning: Vec<TodayRow>,
    /// What is open since before the close before.
    pub carried: Vec<TodayRow>,
    /// What is open, by limit.
    pub risks: Vec<TodayRow>,
}

/// An inquiry of the day.
#[derive(Clone, PartialEq, Debug)]
pub struct TodayRow {
    /// It, as reports count it.
    pub entry: Entry,
    /// Its subject; empty once erased.
    pub subject: String,
}

/// An inquiry that is due until the close.
#[derive(Clone, PartialEq, Debug)]
pub struct DueRow {
    /// The inquiry.
    pub row: TodayRow,
    /// How long its kind usually takes.
    pub usual: Usual,
    /// The business time left to its limit.
    pub left: BusinessDuration,
    /// Whether one agent who follows the order keeps its limit.
    pub kept: bool,
}

impl Desk {
    /// Gives the day at the desk, as of the desk's now.
    ///
    /// # Errors
    /// [`DeskError::OutOfRange`] outside the calendar's years; [`DeskError::Store`].
    pub fn today(&self) -> Result<TodayView, DeskError> {
        let (ledger, rules, now) = (self.ledger()?, self.rules(), self.now());
        let entries: Vec<&Entry> = ledger.entries().collect();
        let entries = entries.iter().copied();
        let day = BusinessDay::of(&rules.calendar, now)?;
        let work = workload(entries.clone(), &rules.calendar, &day, now)?;
        let begins = digest(entries.clone(), &rules.calendar, &day, now)?;
        let risks = risks(entries, now);
        // Everything else that is listed is among what is open.
        let rows = Rows::of(self, &risks)?;
        Ok(TodayView {
            now,
            day,
            left: rules.calendar.between(now, day.closes_at)?,
            due: work.due.iter().map(|it| rows.due(it)).collect(),
            over: rows.all(&work.over),
            undecided: rows.all(&work.undecided),
            agents: work.agents,
            came_in: begins.came_in,
            morning: rows.all(&begins.morning),
            carried: rows.all(&begins.carried),
            risks: rows.all(&risks),
        })
    }
}

/// The subjects of what is listed, each read once.
struct Rows(BTreeMap<InquiryId, String>);

impl Rows {
    fn of(desk: &Desk, entries: &[&Entry]) -> Result<Self, DeskError> {
        desk.store().read(|reader| {
            let subject = |entry: &&Entry| {
                let id = entry.outline.id;
                Ok((id, reader.subject(id)?.unwrap_or_default()))
            };
            entries
                .iter()
                .map(subject)
                .collect::<Result<_, _>>()
                .map(Self)
        })
    }

    fn all(&self, entries: &[&Entry]) -> Vec<TodayRow> {
        entries.iter().map(|it| self.one(it)).collect()
    }

    fn due(&self, due: &DueToday<'_>) -> DueRow {
        DueRow {
            row: self.one(due.entry),
            usual: due.usual,
            left: due.left,
            kept: due.kept,
        }
    }

    fn one(&self, entry: &Entry) -> TodayRow {
        TodayRow {
            entry: entry.clone(),
            subject: self.0.get(&entry.outline.id).cloned().unwrap_or_default(),
        }
    }
}
