use policy::{OsReason, OsVerdict};

use super::super::OsTold;

pub(super) const TOLD: OsTold = OsTold {
    verdict: |verdict| match verdict {
        OsVerdict::Supported => "supported",
        OsVerdict::Unsupported => "not supported",
        OsVerdict::ToBeChecked => "to be checked",
    },
    newest: "Newest version then: ",
    last: "Last version of its generation then: ",
    ends: "Without support from: ",
    presumed: "The day on which support began is not recorded; the time promised for the verification stands in for it.",
    after_table: |until| format!("The table ends on {until}: newer versions may be out."),
};

pub(super) fn reason(reason: OsReason) -> &'static str {
    match reason {
        OsReason::LastOfGeneration => "The last version of a generation that is supported.",
        OsReason::NotTheLast => "A newer version of the same generation is out.",
        OsReason::GenerationDropped => {
            "Its generation is too old: enough newer ones are supported."
        }
        OsReason::GenerationMayBeDropped => {
            "It depends on whether a newer generation is supported already, which is not recorded."
        }
        OsReason::NotYetSupported => "Support of its generation has not begun yet.",
        OsReason::SupportNotRecorded => {
            "Its generation is new, and the day on which support began is not recorded."
        }
        OsReason::NotPublished => "It was not published by that day.",
        OsReason::Beta => "It is a beta version.",
        OsReason::Withdrawn => "Support of this version was ended by decision.",
        OsReason::NotInTable => "The table does not know this version.",
        OsReason::NoTable => "The table knows no version of this system.",
        OsReason::NotForProduct => "The product is not made for this system.",
        OsReason::RequirementNotMet => "It is older than the product asks for.",
        OsReason::RequirementUnknown => {
            "Supported by the general rule, but what the product itself asks for is not recorded."
        }
        OsReason::NoRule => "The policy pack does not say which systems are supported.",
    }
}
