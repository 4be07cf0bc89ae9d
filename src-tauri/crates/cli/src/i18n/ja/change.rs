use policy::Turn;

use crate::i18n::ChangeTold;

pub(super) const CHANGE: ChangeTold = ChangeTold {
    moved: |moved, open| format!("動く期限：未回答 {open} 件のうち {moved} 件"),
    obligations: |moved, open| format!("動く期限事項：未完了 {open} 件のうち {moved} 件"),
    turn: |turn| match turn {
        Turn::BecomesBreach => "期限超過になる",
        Turn::BecomesLate => "目安超過になる",
        Turn::StopsBreach => "期限超過でなくなる",
        Turn::StopsLate => "目安超過でなくなる",
    },
    becomes: "変化",
    more: |count| format!("ほか {count} 件（--json ですべてを出力）"),
    judged: |from, to, count| {
        format!(
            "{from}〜{to} に受け付けた問合せの一次回答 {count} 件を、両方の決まりで計算し直した結果"
        )
    },
    before: "今の決まり",
    after: "変更した場合",
    within_target: "目安以内",
    within_limit: "期限以内（ポリシー遵守率）",
    other_verdicts: |count| format!("判定が変わる一次回答：{count} 件"),
};
