use super::super::ObligationWords;

pub(super) const OBLIGATION: ObligationWords = ObligationWords {
    refusal, and: "、"
};

fn refusal(code: &str) -> &'static str {
    match code {
        "already-done" => "すでに完了しています",
        "already-withdrawn" => "すでに取り下げられています",
        "done-out-of-range" => "完了の日時は、把握してから現在までの間にしてください",
        "not-suspended" => "この事項では電話受付を休止していません",
        "other-kind" => "種類は変えられません",
        "end-before-start" => "終了が開始より後になっていません",
        "known-in-future" => "把握した日時が未来です",
        "reason-missing" => "理由がありません",
        "nothing-to-change" => "すでにそのとおりです",
        _ => "受け付けられません",
    }
}
