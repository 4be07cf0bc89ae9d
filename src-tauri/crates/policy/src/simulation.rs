//! What other rules would do to clocks: to those that run, and to those that were judged (§21).

use crate::clock::Deadlines;
use crate::evaluation::{Band, Evaluation, Verdict};
use crate::other_clock::{ClockBand, ClockEvaluation};
use crate::words::words;

/// The clock of an open inquiry by two sets of rules, as seen at one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// By the rules in force.
    pub before: Evaluation,
    /// By the others.
    pub after: Evaluation,
}

words! {
    /// What other rules make of an open inquiry, gravest first.
    Turn ("turn") {
        /// It would be past its limit.
        BecomesBreach = "becomes-breach",
        /// It would be past its target.
        BecomesLate = "becomes-late",
        /// It would no longer be past its limit.
        StopsBreach = "stops-breach",
        /// It would no longer be past its target.
        StopsLate = "stops-late",
    }
}

impl Shift {
    /// Tells whether the target or the limit is another.
    pub fn moves(&self) -> bool {
        (self.before.target, self.before.limit) != (self.after.target, self.after.limit)
    }

    /// Gives what becomes of it. Who has no level yet is never late in figures.
    pub fn turn(&self) -> Option<Turn> {
        match (so_far(&self.before), so_far(&self.after)) {
            (Verdict::InTime | Verdict::Late, Verdict::Breach) => Some(Turn::BecomesBreach),
            (Verdict::InTime, Verdict::Late) => Some(Turn::BecomesLate),
            (Verdict::Breach, Verdict::InTime | Verdict::Late) => Some(Turn::StopsBreach),
            (Verdict::Late, Verdict::InTime) => Some(Turn::StopsLate),
            (Verdict::InTime, Verdict::InTime)
            | (Verdict::Late, Verdict::Late)
            | (Verdict::Breach, Verdict::Breach) => None,
        }
    }
}

/// One of the policies' other clocks by two sets of rules, as seen at one instant; none where no time is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockShift {
    /// By the rules in force.
    pub before: Option<ClockEvaluation>,
    /// By the others.
    pub after: Option<ClockEvaluation>,
}

impl ClockShift {
    /// Tells whether it is due at another time, or the time left up to a due date is counted to another close.
    pub fn moves(&self) -> bool {
        let due = |it: &Option<ClockEvaluation>| it.map(|it| (it.due, it.counted_to));
        due(&self.before) != due(&self.after)
    }

    /// Gives what becomes of it.
    pub fn turn(&self) -> Option<Turn> {
        let overdue =
            |it: &Option<ClockEvaluation>| it.is_some_and(|it| it.band == ClockBand::Overdue);
        match (overdue(&self.before), overdue(&self.after)) {
            (false, true) => Some(Turn::BecomesLate),
            (true, false) => Some(Turn::StopsLate),
            (false, false) | (true, true) => None,
        }
    }
}

/// Gives the verdict that an open inquiry could still have at best.
fn so_far(evaluation: &Evaluation) -> Verdict {
    match evaluation.band {
        Band::Breach => Verdict::Breach,
        Band::Late if !evaluation.aim => Verdict::Late,
        Band::Late
        | Band::Urgent
        | Band::Soon
        | Band::Fine
        | Band::Waiting
        | Band::Answered
        | Band::Ended => Verdict::InTime,
    }
}

/// How many first responses had which verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Up to the target.
    pub in_time: u32,
    /// After the target, up to the limit.
    pub late: u32,
    /// After the limit.
    pub breach: u32,
}

impl Tally {
    /// Counts one verdict.
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::InTime => self.in_time += 1,
            Verdict::Late => self.late += 1,
            Verdict::Breach => self.breach += 1,
        }
    }

    /// Gives how many there are.
    pub fn count(&self) -> u32 {
        self.in_time + self.late + self.breach
    }

    /// Gives the share within the target in thousandths; none without a first response.
    pub fn within_target(&self) -> Option<u32> {
        thousandths(self.in_time, self.count())
    }

    /// Gives the share within the limit, which is the policy kept, in thousandths (§18).
    pub fn within_limit(&self) -> Option<u32> {
        thousandths(self.in_time + self.late, self.count())
    }
}

/// Rounds to the nearest thousandth; all and none are said only where it is all and none.
fn thousandths(part: u32, whole: u32) -> Option<u32> {
    if whole == 0 {
        return None;
    }
    let (part, whole) = (u64::from(part), u64::from(whole));
    let rounded = (2_000 * part + whole) / (2 * whole);
    let least = u64::from(part > 0);
    let most = if part < whole { 999 } else { 1_000 };
    u32::try_from(rounded.clamp(least, most)).ok()
}

impl Deadlines {
    /// Judges a first response by these deadlines; instants are compared (§18).
    pub fn judge(&self, responded_at: business_time::Instant) -> Verdict {
        if responded_at > self.limit {
            Verdict::Breach
        } else if responded_at > self.target {
            Verdict::Late
        } else {
            Verdict::InTime
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_whole_only_where_nothing_is_missing() {
        for (part, whole, expected) in [
            (0, 0, None),
            (0, 3, Some(0)),
            (1, 3, Some(333)),
            (2, 3, Some(667)),
            (971, 1_000, Some(971)),
            (99_999, 100_000, Some(999)),
            (1, 100_000, Some(1)),
            (3, 3, Some(1_000)),
        ] {
            assert_eq!(thousandths(part, whole), expected, "{part} of {whole}");
        }
    }
}
