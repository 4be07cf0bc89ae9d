//! The list of deadlines: what the policies ask for besides first responses, by how near it is.

use std::sync::Arc;

use business_time::Instant;
use inquiry::{MatterKind, Number, Obligation, ObligationId};
use policy::{ClockBand, ClockEvaluation, ClockExplanation};

use crate::obligations::ObligationRow;
use crate::{Desk, DeskError, Rules};

/// An obligation with how it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct ObligationView {
    /// The obligation and its words.
    pub row: Arc<ObligationRow>,
    /// How its clock stands; nothing where no time is promised.
    pub clock: Option<ClockEvaluation>,
    /// How its clock came about; nothing where no time is promised.
    pub explanation: Option<ClockExplanation>,
    /// The version of the pack that promises it, as `id version`.
    pub pack: String,
}

impl ObligationView {
    /// Gives its state.
    #[must_use]
    pub fn obligation(&self) -> &Obligation {
        &self.row.obligation
    }

    /// Gives its band while it is open and has a clock.
    #[must_use]
    pub fn open_band(&self) -> Option<ClockBand> {
        let clock = self.clock.filter(|_| self.obligation().is_open())?;
        Some(clock.band)
    }
}

/// Which obligations are wanted.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum WhichObligations {
    /// Those that have still to be done.
    #[default]
    Open,
    /// Those done or withdrawn.
    Closed,
    /// All.
    All,
}

/// How many obligations are open, for the rail.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct ObligationCounts {
    /// Those open.
    pub open: usize,
    /// Those of them that are past.
    pub overdue: usize,
}

impl Desk {
    /// Lists obligations: the open ones by how near they are, those without a promised time after them; the others by
    /// what was changed last. An empty list of kinds wants all.
    ///
    /// # Errors
    /// [`DeskError::Evaluate`] outside the calendar's years, [`DeskError::NoSuchProduct`].
    pub fn obligations(
        &self,
        which: WhichObligations,
        kinds: &[MatterKind],
    ) -> Result<Vec<ObligationView>, DeskError> {
        let (now, rules, all) = (self.now(), self.rules(), self.all_obligations());
        let wanted = all.rows().filter(|it| {
            let it = &it.obligation;
            let stands = match which {
                WhichObligations::Open => it.is_open(),
                WhichObligations::Closed => !it.is_open(),
                WhichObligations::All => true,
            };
            stands && (kinds.is_empty() || kinds.contains(&it.matter.kind()))
        });
        let views = wanted.map(|row| view(&rules, row, now));
        let mut views: Vec<ObligationView> = views.collect::<Result<_, _>>()?;
        views.sort_by_key(order);
        Ok(views)
    }

    /// Gives one obligation with its explanation.
    ///
    /// # Errors
    /// [`DeskError::NoSuchObligation`]; as [`Desk::obligations`].
    pub fn obligation(&self, id: ObligationId) -> Result<ObligationView, DeskError> {
        view(&self.rules(), &self.obligation_row(id)?, self.now())
    }

    /// Finds an obligation by its number (`A-1042`) or its id.
    ///
    /// # Errors
    /// [`DeskError::NoSuchObligation`] where there is none.
    pub fn find_obligation(&self, named: &str) -> Result<ObligationId, DeskError> {
        self.absorb_others()?;
        let all = self.all_obligations();
        let found = match (named.parse::<Number>(), named.trim().parse()) {
            (Ok(number), _) => all.rows().find(|it| it.obligation.number == number),
            (Err(_), Ok(id)) => all.get(id),
            (Err(_), Err(_)) => None,
        };
        found
            .map(|it| it.obligation.id)
            .ok_or_else(|| DeskError::NoSuchObligation(named.to_owned()))
    }

    /// Counts the open obligations.
    ///
    /// # Errors
    /// As [`Desk::obligations`].
    pub fn obligation_counts(&self) -> Result<ObligationCounts, DeskError> {
        let (now, rules, all) = (self.now(), self.rules(), self.all_obligations());
        let mut counts = ObligationCounts::default();
        for row in all.rows().filter(|it| it.obligation.is_open()) {
            counts.open += 1;
            let clock = rules.evaluate_obligation(&row.obligation, now)?;
            counts.overdue += usize::from(clock.is_some_and(|it| it.band == ClockBand::Overdue));
        }
        Ok(counts)
    }

    pub(crate) fn obligation_row(&self, id: ObligationId) -> Result<Arc<ObligationRow>, DeskError> {
        let all = self.all_obligations();
        all.get(id)
            .cloned()
            .ok_or_else(|| DeskError::NoSuchObligation(id.to_string()))
    }
}

fn view(
    rules: &Rules,
    row: &Arc<ObligationRow>,
    now: Instant,
) -> Result<ObligationView, DeskError> {
    let obligation = &row.obligation;
    Ok(ObligationView {
        clock: rules.evaluate_obligation(obligation, now)?,
        explanation: rules.explain_obligation(obligation)?,
        pack: rules
            .pack_of_matter(&obligation.product, &obligation.matter)?
            .label(),
        row: Arc::clone(row),
    })
}

/// Open before closed; of the open ones what is due first, of the others what was changed last.
fn order(it: &ObligationView) -> (bool, bool, i64, Number) {
    let obligation = it.obligation();
    let at = if obligation.is_open() {
        it.clock.map_or(0, |clock| clock.counted_to.as_micros())
    } else {
        -obligation.changed_at.as_micros()
    };
    let number = obligation.number;
    (!obligation.is_open(), it.clock.is_none(), at, number)
}
