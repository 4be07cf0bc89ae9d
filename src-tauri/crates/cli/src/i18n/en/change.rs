use policy::Turn;

use crate::i18n::ChangeTold;

pub(super) const CHANGE: ChangeTold = ChangeTold {
    moved: |moved, open| format!("Deadlines that move: {moved} of {open} open ones."),
    obligations: |moved, open| format!("Obligations that move: {moved} of {open} open ones."),
    turn: |turn| match turn {
        Turn::BecomesBreach => "becomes past limit",
        Turn::BecomesLate => "becomes past target",
        Turn::StopsBreach => "no longer past limit",
        Turn::StopsLate => "no longer past target",
    },
    becomes: "Change",
    more: |count| format!("… and {count} more; --json lists all."),
    judged: |from, to, count| {
        format!("{from} to {to}: {count} first responses, judged anew by both rules")
    },
    before: "in force",
    after: "changed",
    within_target: "Within target",
    within_limit: "Within limit (policy kept)",
    other_verdicts: |count| format!("Other verdicts: {count}"),
};
