use std::collections::BTreeSet;
use std::ops::Range;

use business_time::Instant;
use inquiry::{DueRecord, Obligation};
use policy::ClockBand;
use report::{
    ClockEntry, ClockStanding, Dimension, Entry, Part, Report, Selection, Slice, Standing,
};

use crate::{Desk, DeskError, Rules};

/// One of the inquiries behind a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReportRow {
    /// It, as the report counts it.
    pub entry: Entry,
    /// How it stands.
    pub standing: Standing,
    /// Its subject; empty once erased.
    pub subject: String,
    /// What was said of the cause; nothing where nobody did, or once erased.
    pub cause_note: Option<String>,
}

/// Some of the inquiries behind a figure, by receipt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReportRows {
    /// Those that were asked for.
    pub rows: Vec<ReportRow>,
    /// How many there are in all.
    pub total: usize,
}

impl Desk {
    /// Counts what was selected, as of the desk's now, and lends the report to one reading.
    ///
    /// # Errors
    /// [`DeskError::PeriodReversed`] where the period ends before it begins; [`DeskError::Store`].
    pub fn report<T>(
        &self,
        selection: Selection,
        reading: impl FnOnce(&Report<'_>) -> T,
    ) -> Result<T, DeskError> {
        let report::Period { from, to } = selection.period;
        if to < from {
            return Err(DeskError::PeriodReversed { from, to });
        }
        let ledger = self.ledger()?;
        let signed = self.sign_offs_of(&selection)?;
        let (rules, now) = (self.rules(), self.now());
        let all = self.all_obligations();
        let obligations = all.rows().map(|it| &it.obligation);
        let clocks = clock_entries(&rules, obligations, now)?;
        let mut report = Report::of(ledger.entries(), selection, now).with_clocks(&clocks);
        report.signed = signed.iter().map(crate::SignOffView::signed).collect();
        Ok(reading(&report))
    }

    /// Lists the inquiries behind a figure: those in the part, narrowed down to a slice; `places` of them.
    ///
    /// # Errors
    /// As [`Desk::report`].
    pub fn report_rows(
        &self,
        selection: Selection,
        part: Part,
        slice: Option<&Slice>,
        places: Range<usize>,
    ) -> Result<ReportRows, DeskError> {
        let (found, total) = self.report(selection, |report| {
            let standing = |entry: &Entry| (entry.clone(), entry.standing(report.as_of));
            let wanted = report.behind(part, slice).skip(places.start);
            let wanted = wanted.take(places.len()).map(standing);
            (
                wanted.collect::<Vec<_>>(),
                report.behind(part, slice).count(),
            )
        })?;
        let rows = self.store().read(|reader| {
            let row = |(entry, standing): (Entry, Standing)| {
                let kept = reader.row(entry.outline.id)?;
                let cause = kept.as_ref().and_then(|it| it.inquiry.cause.as_ref());
                let note = cause.and_then(|it| it.note.as_ref());
                Ok::<_, store::StoreError>(ReportRow {
                    entry,
                    standing,
                    cause_note: note.map_or(Ok(None), |it| reader.text(it.id))?,
                    subject: kept.map(|it| it.subject).unwrap_or_default(),
                })
            };
            found.into_iter().map(row).collect::<Result<_, _>>()
        })?;
        Ok(ReportRows { rows, total })
    }

    /// Lists who has answered or has anything: the agents that a report can be narrowed down to.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn report_agents(&self) -> Result<Vec<String>, DeskError> {
        Ok(self.names(Dimension::Agent)?.into_iter().collect())
    }

    /// Finds customers by a part of their name, at most so many.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn report_customers(&self, typed: &str, most: usize) -> Result<Vec<String>, DeskError> {
        let typed = typed.trim().to_lowercase();
        let mut names = self.names(Dimension::Customer)?;
        names.retain(|name| name.to_lowercase().contains(&typed));
        Ok(names.into_iter().take(most).collect())
    }

    fn names(&self, dimension: Dimension) -> Result<BTreeSet<String>, DeskError> {
        let ledger = self.ledger()?;
        let names: BTreeSet<&str> = ledger.entries().filter_map(|it| dimension.of(it)).collect();
        Ok(names.into_iter().map(str::to_owned).collect())
    }
}

/// Gives the obligations that have a due time as a report counts them: by the verdict of their day where they are done,
/// else by the rules in force. What fell away is left aside.
pub(crate) fn clock_entries<'a>(
    rules: &Rules,
    obligations: impl IntoIterator<Item = &'a Obligation>,
    now: Instant,
) -> Result<Vec<ClockEntry>, DeskError> {
    let entries = obligations
        .into_iter()
        .map(|it| clock_entry(rules, it, now));
    entries.filter_map(Result::transpose).collect()
}

fn clock_entry(
    rules: &Rules,
    obligation: &Obligation,
    now: Instant,
) -> Result<Option<ClockEntry>, DeskError> {
    if obligation.withdrawn.is_some() {
        return Ok(None);
    }
    let judged = match &obligation.done {
        Some((done, _)) => done.judgement.as_ref().map(|it| {
            let standing = if it.late {
                ClockStanding::Missed
            } else {
                ClockStanding::Kept
            };
            (it.due, standing)
        }),
        None => rules.evaluate_obligation(obligation, now)?.map(|clock| {
            let overdue = clock.band == ClockBand::Overdue;
            let standing = if overdue {
                ClockStanding::Overdue
            } else {
                ClockStanding::Open
            };
            (clock.due.into(), standing)
        }),
    };
    Ok(judged.map(|(due, standing)| ClockEntry {
        id: obligation.id,
        kind: obligation.matter.kind(),
        product: obligation.product.clone(),
        due,
        due_on: match due {
            DueRecord::At(at) => rules.calendar.date_of(at),
            DueRecord::On(on) => on,
        },
        standing,
    }))
}
