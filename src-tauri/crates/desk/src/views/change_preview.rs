//! What a change of the rules would do to the deadlines that run, before it is applied (§21).

use std::sync::Arc;

use business_time::Instant;
use policy::{ClockShift, Evaluation, Shift, Turn};
use store::Row;

use crate::obligations::ObligationRow;
use crate::{Desk, DeskError, HolidayImport, QueueRow, RuleChange, Rules};

/// What a change would do to the deadlines that run.
#[derive(Clone, Debug)]
pub struct ChangePreview {
    /// How many open inquiries were looked at.
    pub open: usize,
    /// Those whose target or limit moves: first what turns, gravest first, then by target.
    pub moved: Vec<MovedDeadline>,
    /// How many open obligations were looked at.
    pub open_obligations: usize,
    /// Those whose clock moves: first what turns, then by number.
    pub obligations: Vec<MovedObligation>,
    /// Which holidays come and go, where the change is a list of them.
    pub holidays: Option<HolidayImport>,
}

/// An open inquiry whose deadline moves.
#[derive(Clone, Debug)]
pub struct MovedDeadline {
    /// The inquiry with its subject and customer.
    pub row: Arc<Row>,
    /// Its clock by both rules.
    pub shift: Shift,
}

/// An open obligation whose clock moves (§4, §5, §9, §15, §20).
#[derive(Clone, Debug)]
pub struct MovedObligation {
    /// The obligation with its words.
    pub row: Arc<ObligationRow>,
    /// Its clock by both rules.
    pub shift: ClockShift,
}

impl ChangePreview {
    /// Counts the inquiries and obligations that turn in a way.
    #[must_use]
    pub fn turning(&self, turn: Turn) -> usize {
        let inquiries = self.moved.iter().filter_map(|it| it.shift.turn());
        let obligations = self.obligations.iter().filter_map(|it| it.shift.turn());
        inquiries
            .chain(obligations)
            .filter(|it| *it == turn)
            .count()
    }
}

impl Desk {
    /// Says what a change of the rules would do to the deadlines that run; writes nothing.
    ///
    /// # Errors
    /// As [`Rules::changed_by`]; [`DeskError::Evaluate`].
    pub fn preview_change(&self, change: &RuleChange) -> Result<ChangePreview, DeskError> {
        self.absorb_others()?;
        let (now, rules) = (self.now(), self.rules());
        let after = rules.changed_by(change)?;
        let holidays = match change {
            RuleChange::Holidays(list) => Some(rules.difference_to(list)),
            RuleChange::Calendar(_) | RuleChange::CalendarVersions(_) | RuleChange::Pack { .. } => {
                None
            }
        };
        let (open, mut moved) =
            self.with_standings(now, |standings| moved(standings.rows(), &after, now))??;
        moved.sort_by_key(|it| it.order());
        let (open_obligations, obligations) = self.moved_obligations(&rules, &after, now)?;
        Ok(ChangePreview {
            open,
            moved,
            open_obligations,
            obligations,
            holidays,
        })
    }
}

impl Desk {
    /// Evaluates the open obligations by both rules; counts them, and gives those that move.
    fn moved_obligations(
        &self,
        before: &Rules,
        after: &Rules,
        now: Instant,
    ) -> Result<(usize, Vec<MovedObligation>), DeskError> {
        let (mut open, mut moved) = (0, Vec::new());
        let all = self.all_obligations();
        for row in all.rows().filter(|it| it.obligation.is_open()) {
            open += 1;
            let shift = ClockShift {
                before: before.evaluate_obligation(&row.obligation, now)?,
                after: after.evaluate_obligation(&row.obligation, now)?,
            };
            if shift.moves() {
                let row = Arc::clone(row);
                moved.push(MovedObligation { row, shift });
            }
        }
        moved.sort_by_key(|it| {
            let turn = it.shift.turn();
            (turn.is_none(), turn, it.row.obligation.number)
        });
        Ok((open, moved))
    }
}

/// Evaluates the open ones by other rules; counts them, and gives those that move.
fn moved<'a>(
    rows: impl Iterator<Item = &'a QueueRow>,
    after: &Rules,
    now: Instant,
) -> Result<(usize, Vec<MovedDeadline>), DeskError> {
    let (mut open, mut moved) = (0, Vec::new());
    for row in rows.filter(|row| row.inquiry().is_open()) {
        open += 1;
        let before: Evaluation = row.evaluation;
        let shift = Shift {
            before,
            after: after.evaluate(row.inquiry(), now)?,
        };
        if shift.moves() {
            let row = Arc::clone(&row.row);
            moved.push(MovedDeadline { row, shift });
        }
    }
    Ok((open, moved))
}

impl MovedDeadline {
    /// Puts what turns first, gravest first, and then what is due first.
    fn order(&self) -> (bool, Option<Turn>, Instant, inquiry::InquiryId) {
        let turn = self.shift.turn();
        let id = self.row.inquiry.id;
        (turn.is_none(), turn, self.shift.after.target, id)
    }
}
