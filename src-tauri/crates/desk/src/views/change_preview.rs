//! What a change of the rules would do to the deadlines that run, before it is applied (§21).

use std::sync::Arc;

use business_time::Instant;
use policy::{Evaluation, Shift, Turn};
use store::Row;

use crate::{Desk, DeskError, HolidayImport, QueueRow, RuleChange, Rules};

/// What a change would do to the deadlines that run.
#[derive(Clone, Debug)]
pub struct ChangePreview {
    /// How many open inquiries were looked at.
    pub open: usize,
    /// Those whose target or limit moves: first what turns, gravest first, then by target.
    pub moved: Vec<MovedDeadline>,
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

impl ChangePreview {
    /// Counts the inquiries that turn in a way.
    #[must_use]
    pub fn turning(&self, turn: Turn) -> usize {
        let turns = self.moved.iter().filter_map(|it| it.shift.turn());
        turns.filter(|it| *it == turn).count()
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
        Ok(ChangePreview {
            open,
            moved,
            holidays,
        })
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
