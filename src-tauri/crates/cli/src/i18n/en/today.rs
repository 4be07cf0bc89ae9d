use report::UsualFrom;

use crate::i18n::today::TodayTold;

pub(super) const TOLD: TodayTold = TodayTold {
    heads: |day, close, left| format!("{day}: {left} until the close on {close}"),
    can_be_done: |agents, due| match (agents, due) {
        (_, 0) => "Nothing reaches its target until the close.".to_owned(),
        (Some(1), due) => format!("{due} due: one agent keeps every limit."),
        (Some(agents), due) => format!("{due} due: {agents} agents keep every limit."),
        (None, due) => format!("{due} due: some limit cannot be kept."),
    },
    usual: |time, n, from| match from {
        UsualFrom::Kind => format!("usually takes {time} (of {n})"),
        UsualFrom::Level => format!("usually takes {time} (of {n} of this level)"),
        UsualFrom::Assumed => format!("takes {time}, assumed: too few are known"),
    },
    cannot_be_kept: "one agent cannot keep it",
    due: |target, limit| format!("target {target}, limit {limit}"),
    came_in: "Came in since the close before:",
    over: "Past the limit",
    undecided: "No level yet",
    morning: "Due before noon",
    carried: "Carried over",
    risks: "To hand over, by limit",
    counted: |heading, count| format!("{heading}: {count}"),
};
