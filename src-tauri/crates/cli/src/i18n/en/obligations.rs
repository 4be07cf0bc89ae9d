use super::super::ObligationWords;

pub(super) const OBLIGATION: ObligationWords = ObligationWords { refusal, and: "; " };

fn refusal(code: &str) -> &'static str {
    match code {
        "already-done" => "it is done already",
        "already-withdrawn" => "it was withdrawn",
        "done-out-of-range" => "it must have been done after it was known and before now",
        "not-suspended" => "phone intake is not suspended by it",
        "other-kind" => "it stays of its kind",
        "end-before-start" => "its end does not come after its beginning",
        "known-in-future" => "it cannot have come to be known after now",
        "reason-missing" => "a reason is missing",
        "nothing-to-change" => "it is so already",
        _ => "it is refused",
    }
}
