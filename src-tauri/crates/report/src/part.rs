//! What is counted.

use policy::{EndKind, ResponseKind, Verdict};
use serde::{Deserialize, Serialize};

use crate::{Entry, Standing};

/// A part of the inquiries that is counted; every number of a report is the size of one.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// All that were received, those included that ended without a first response.
    Received,
    /// The first response was given (§18).
    Answered,
    /// Answered up to the target.
    InTime,
    /// Answered after the target and up to the limit: the policy is kept.
    Late,
    /// Answered after the limit.
    Breached,
    /// The first response is owed.
    Open,
    /// Open, and nobody has decided the level; never late or breached.
    Undecided,
    /// Open past the target, those past the limit included.
    OpenPastTarget,
    /// Open past the limit.
    OpenPastLimit,
    /// Whatever is not in time: late, breached, or open past the target.
    Missed,
    /// Answered after the target: late or breached.
    Overran,
    /// What broke the policy: answered after the limit, or open past it.
    Broken,
    /// Ended: it asked nothing of the centre.
    NotAnInquiry,
    /// Ended: merged into another one.
    Duplicate,
    /// Ended: the customer took it back.
    Withdrawn,
    /// Answered or open, with a deadline.
    WithDeadline,
    /// With a deadline whose target fell on a later business day than the start (§18).
    CarriedOver,
    /// The customer wrote again after the first response.
    BroughtBack,
    /// Its level was replaced because it had been wrong.
    LevelWasWrong,
    /// Its level was replaced because the situation changed.
    SituationChanged,
    /// Its first response was recorded after the fact.
    AfterTheFact,
    /// Its first response was word that it is out of scope (§19).
    OutOfScope,
}

impl Part {
    /// Every part, in the order of the definition.
    pub const ALL: [Self; 22] = [
        Self::Received,
        Self::Answered,
        Self::InTime,
        Self::Late,
        Self::Breached,
        Self::Open,
        Self::Undecided,
        Self::OpenPastTarget,
        Self::OpenPastLimit,
        Self::Missed,
        Self::Overran,
        Self::Broken,
        Self::NotAnInquiry,
        Self::Duplicate,
        Self::Withdrawn,
        Self::WithDeadline,
        Self::CarriedOver,
        Self::BroughtBack,
        Self::LevelWasWrong,
        Self::SituationChanged,
        Self::AfterTheFact,
        Self::OutOfScope,
    ];

    /// Gives the spelling used in files and on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Answered => "answered",
            Self::InTime => "in_time",
            Self::Late => "late",
            Self::Breached => "breached",
            Self::Open => "open",
            Self::Undecided => "undecided",
            Self::OpenPastTarget => "open_past_target",
            Self::OpenPastLimit => "open_past_limit",
            Self::Missed => "missed",
            Self::Overran => "overran",
            Self::Broken => "broken",
            Self::NotAnInquiry => "not_an_inquiry",
            Self::Duplicate => "duplicate",
            Self::Withdrawn => "withdrawn",
            Self::WithDeadline => "with_deadline",
            Self::CarriedOver => "carried_over",
            Self::BroughtBack => "brought_back",
            Self::LevelWasWrong => "level_was_wrong",
            Self::SituationChanged => "situation_changed",
            Self::AfterTheFact => "after_the_fact",
            Self::OutOfScope => "out_of_scope",
        }
    }

    /// Finds a part by its spelling.
    #[must_use]
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == code)
    }

    /// Gives the part whose inquiries lie behind a figure: of a count its own; of a share those that lower it, or that
    /// it is the share of; of a length those that took it.
    #[must_use]
    pub fn behind(figure: &str) -> Option<Self> {
        match figure {
            "within_limit" => Some(Self::Broken),
            "within_target" => Some(Self::Missed),
            "taken_n" | "taken_median" | "taken_p90" | "taken_p95" => Some(Self::Answered),
            "overrun_total" | "overrun_longest" => Some(Self::Overran),
            "carried_over_share" => Some(Self::CarriedOver),
            count => Self::named(count),
        }
    }

    /// Tells whether an entry that stands so is part of it.
    #[must_use]
    pub fn holds(self, entry: &Entry, standing: Standing) -> bool {
        let outline = &entry.outline;
        let response = outline.response.as_ref();
        match self {
            Self::Received => true,
            Self::Answered => matches!(standing, Standing::Answered(_)),
            Self::InTime => standing == Standing::Answered(Verdict::InTime),
            Self::Late => standing == Standing::Answered(Verdict::Late),
            Self::Breached => standing == Standing::Answered(Verdict::Breach),
            Self::Open => standing.is_open(),
            Self::Undecided => standing == Standing::Undecided,
            Self::OpenPastTarget => {
                matches!(standing, Standing::PastTarget | Standing::PastLimit)
            }
            Self::OpenPastLimit => standing == Standing::PastLimit,
            Self::Missed => standing.is_missed(),
            Self::Overran => {
                matches!(
                    standing,
                    Standing::Answered(Verdict::Late | Verdict::Breach)
                )
            }
            Self::Broken => matches!(
                standing,
                Standing::Answered(Verdict::Breach) | Standing::PastLimit
            ),
            Self::NotAnInquiry => standing == Standing::Ended(EndKind::NotAnInquiry),
            Self::Duplicate => standing == Standing::Ended(EndKind::Duplicate),
            Self::Withdrawn => standing == Standing::Ended(EndKind::Withdrawn),
            Self::WithDeadline => entry.due.is_some() && outline.ended.is_none(),
            Self::CarriedOver => {
                entry.due.is_some_and(|due| due.carried_over) && outline.ended.is_none()
            }
            Self::BroughtBack => outline.brought_back,
            Self::LevelWasWrong => outline.level_was_wrong,
            Self::SituationChanged => outline.situation_changed,
            Self::AfterTheFact => response.is_some_and(|it| it.after_the_fact),
            Self::OutOfScope => response.is_some_and(|it| it.kind == ResponseKind::OutOfScope),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure_cells;
    use crate::figures::Tally;

    #[test]
    fn every_figure_has_inquiries_behind_it() {
        for (code, _) in figure_cells(&Tally::default().figures()) {
            assert!(Part::behind(code).is_some(), "{code}");
        }
        assert_eq!(Part::behind("goal"), None);
    }
}
